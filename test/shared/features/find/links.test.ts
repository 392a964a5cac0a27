// What links are called, what they lead to, which are listed and which fit what is typed.
import { expect, it, describe } from 'vitest';
import { addressText, kindOf, nameOf, opensWindow } from '../../../../shared/features/find/kinds';
import { linksIn, matching } from '../../../../shared/features/find/links';

function link(html: string): Element {
  document.body.innerHTML = html;
  const found = document.querySelector('a, area');
  if (!found) throw new Error('no link');
  return found;
}

describe('kinds', () => {
  it.each([
    ['/a/tz.PDF', 'pdf'], ['tz.docx?v=2', 'word'], ['x.wps', 'word'], ['b.xls#1', 'sheet'], ['c.zip', 'archive'], ['c.rar', 'archive'], ['d.jpg', 'picture'], ['e.ofd', 'official'], ['f.pptx', 'slides'],
    ['g.mp4', 'film'], ['tel:010-5812', 'phone'], ['mailto:a@b.cn', 'mail'], ['#zw', 'here'], ['#', ''], ['index.html', ''], ['/download.jsp?name=%E9%80%9A%E7%9F%A5.pdf', 'pdf'],
    ['javascript:open()', ''], ['http://[', ''], ['http://a.cn/v1.0/', ''],
  ])('%s: %s', (href, kind) => expect(kindOf(link(`<a href="${href}">看</a>`))).toBe(kind));

  it('by the name that it downloads as, and by what it says', () => {
    expect(kindOf(link('<a href="/file?id=3" download="表.xlsx">表</a>'))).toBe('sheet');
    expect(kindOf(link('<a href="/file?id=3">附件：申请表.doc</a>'))).toBe('word');
  });
});

it('a new window is one that is neither this nor a frame of the page', () => {
  expect(opensWindow(link('<a href="/x" target="_blank">看</a>'))).toBe(true);
  expect(opensWindow(link('<a href="/x" target="news">看</a>'))).toBe(true);
  expect(opensWindow(link('<a href="/x" target="news">看</a><iframe name="news"></iframe>'))).toBe(false);
  expect(opensWindow(link('<a href="/x" target="_top">看</a>'))).toBe(false);
  expect(opensWindow(link('<base target="_blank"><a href="/x">看</a>'))).toBe(true);
});

it('the name is what it says, else its picture, else its title; without any the file', () => {
  expect(nameOf(link('<a href="/x"> 砚溪县 \n 人民政府 </a>'))).toBe('砚溪县 人民政府');
  expect(nameOf(link('<a href="/x"><img alt="网上办事"></a>'))).toBe('网上办事');
  expect(nameOf(link('<a href="/x" title="返回"><i></i></a>'))).toBe('返回');
  expect(nameOf(link('<a href="/x" aria-label="搜索">s</a>'))).toBe('搜索');
  const silent = link('<a href="/a/%E9%80%9A%E7%9F%A5.pdf"><img></a>');
  expect([nameOf(silent), addressText(silent)]).toEqual(['', '通知.pdf']);
  expect(addressText(link('<a href="javascript:void(0)"></a>'))).toBe('');
  expect(addressText(link('<a href="/%C8%CB.htm"></a>'))).toBe('%C8%CB.htm');
});

describe('the list', () => {
  it('has the links in the page’s order, through shadow roots, without ours, without pictures beside their words', () => {
    document.body.innerHTML = `<a href="/1">一</a><div id="host"></div><a href="/2"><img></a><a href="/2">二</a><a>无</a><a href="javascript:void(0)"></a><div data-mingdu><a href="/9">我们</a></div><a href="/3.pdf" target="_blank">三</a>`;
    const shadow = document.getElementById('host')?.attachShadow({ mode: 'open' });
    if (!shadow) throw new Error('no root');
    shadow.innerHTML = '<a href="/s">影</a>';
    expect(linksIn(document, [document, shadow]).map(({ at, name, kind, opensWindow: opens }) => [at, name, kind, opens])).toEqual([
      [0, '一', '', false], [1, '影', '', false], [2, '二', '', false], [3, '三', 'pdf', true],
    ]);
    expect(linksIn(document, [document]).map(({ name }) => name)).toEqual(['一', '二', '三']);
  });

  it('is narrowed by every word that is typed, by kinds too', () => {
    document.body.innerHTML = '<a href="/1.pdf">社保 通知</a><a href="/2">社保 指南</a><a href="/3.XLS">Fees</a>';
    const all = linksIn(document, [document]);
    const names = (typed: string) => matching(all, typed).map(({ name }) => name);
    expect(names('')).toHaveLength(3);
    expect(names(' 社保 ')).toEqual(['社保 通知', '社保 指南']);
    expect(names('社保 附件')).toEqual(['社保 通知']);
    expect(names('PDF')).toEqual(['社保 通知']);
    expect(names('表格 fees')).toEqual(['Fees']);
    expect(names('没有')).toEqual([]);
  });
});
