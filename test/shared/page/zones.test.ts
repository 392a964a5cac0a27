// The six zones: by the site's own naming, by landmarks, by names, fields and links. On real pages: article-view-gold.test.ts.
import { describe, expect, it } from 'vitest';
import { findZones } from '../../../shared/page/zones';

const links = (count: number, word = '政务') => Array.from({ length: count }, (_, at) => `<a href="/${word}${at}">${word}${at}</a>`).join('');
const titles = (count: number) => Array.from({ length: count }, (_, at) => `<li><a href="/n${at}">关于公布第${at}批办理结果的公告</a> 2026-03-0${at}</li>`).join('');
const FILLER = `<p>${'砚溪县位于省境南部，全县辖十二个乡镇。'.repeat(30)}</p>`;

function zones(html: string): Record<string, [string, number]> {
  document.body.innerHTML = html;
  return Object.fromEntries(findZones(document).map(({ id, elements, count }) => [id, [elements.map((one) => one.id || one.localName).join(), count]]));
}

describe('zones', () => {
  it('are the landmarks where there are some', () => {
    expect(zones(`<nav id="n">${links(5)}</nav><form role="search" id="s"><input></form><main id="m"><p>正文</p></main>`)).toEqual({
      navigation: ['n', 5], interaction: ['s', 1], body: ['m', 1],
    });
  });

  it('are found by names, fields and links on pages that have none', () => {
    expect(
      zones(`<div id="topnav">${links(6)}</div><div id="slider"><img src="a.png"><img src="b.png"></div>
        <div id="q"><input type="hidden"><input><select></select><a href="#">查询</a></div>
        <div id="hall"><h3>办事服务</h3>${links(4, '办')}</div><ul id="news">${titles(6)}</ul>${FILLER}`),
    ).toEqual({ navigation: ['topnav', 6], window: ['slider', 2], interaction: ['q', 2], service: ['hall', 4], list: ['news', 6] });
  });

  it('are what the site names them, by id or in Chinese', () => {
    expect(zones(`<nav>${links(5)}</nav><div id="own" data-mingdu-zone="导航区">${links(3)}</div><div id="do" data-mingdu-zone="service">${links(2)}</div>${FILLER}`)).toEqual({ navigation: ['own', 3], service: ['do', 2] });
  });

  it('a menu is no list and no service; a form that is the whole page is no zone', () => {
    expect(zones(`<form id="all"><div class="menu" id="menu">办事服务${links(5, '便民服务的各个大类')}</div><ul>${titles(2)}</ul><div id="box"><input><button>搜索</button></div>${FILLER}</form>`)).toEqual({
      navigation: ['menu', 5], interaction: ['box', 1],
    });
  });

  it('the text is the box that holds the paragraphs, where nothing says so', () => {
    expect(zones(`<div id="wrap"><div class="menu" id="menu">${links(5)}</div><div class="content" id="box"><p>${'各乡镇人民政府，县直各单位：'.repeat(20)}</p><p>${'现将有关事项通知如下，请认真执行。'.repeat(10)}</p></div><div>版权所有</div></div>`)).toEqual({
      navigation: ['menu', 5], body: ['box', 2],
    });
  });

  it('what is ours, hidden or empty is none', () => {
    expect(zones(`<div data-mingdu><nav>${links(5)}</nav></div>${FILLER}`)).toEqual({});
    document.body.innerHTML = `<nav>${links(5)}</nav>${FILLER}`;
    expect(findZones(document, () => false)).toEqual([]);
  });
});

it('are what the site names by selectors, beside its marks, before all else', () => {
  document.body.innerHTML = `<nav id="n">${links(5)}</nav><div id="menu">${links(3)}</div><div id="marked" data-mingdu-zone="导航">${links(2)}</div><div id="words"><p>正文</p></div>`;
  const named = (zones: Record<string, string>) => Object.fromEntries(findZones(document, undefined, null, { zones }).map(({ id, elements }) => [id, elements.map((one) => one.id).join()]));
  expect(named({ navigation: '#menu', body: '#words' })).toEqual({ navigation: 'menu,marked', body: 'words' });
  expect(named({ navigation: '#missing' })).toEqual({ navigation: 'marked' });
});
