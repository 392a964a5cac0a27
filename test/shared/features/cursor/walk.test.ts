// Where each key of the reading cursor leads, over blocks as the page model gives them; and where a place is found again. jsdom lays nothing
// out, so what is seen is decided in test/browser/cursor.test.ts.
import { beforeEach, describe, expect, it } from 'vitest';
import { readPage, type PageText } from '../../../../shared/features/cursor/page-text';
import { placeOfElement } from '../../../../shared/features/cursor/places';
import { placeAgain, placesFor, stopAt, type Movement, type Stop } from '../../../../shared/features/cursor/walk';
import { createLive } from '../../../../shared/live';

const read = (): PageText => readPage({ document, roots: createLive([document]), textOf: (text) => text.data });
const seen = () => true;

/** Where a key leads from a place; null: nowhere. */
const go = (text: PageText, from: Stop, act: Movement): Stop | null => placesFor(text, from, act, null).next().value ?? null;
const said = (stop: Stop | null) => stop?.sentence?.text ?? (stop ? `<${stop.control?.id ?? ''}>` : null);
function walk(text: PageText, from: string, ...acts: Movement[]): (string | null)[] {
  let at: Stop | null = find(text, from);
  return acts.map((act) => {
    at = at && go(text, at, act);
    return said(at);
  });
}
function find(text: PageText, wanted: string): Stop {
  for (const at of text.blocks.keys()) for (const sentence of text.sentences(at)) if (sentence.text.includes(wanted)) return stopAt(at, sentence);
  throw new Error(`no sentence with ${wanted}`);
}

describe('by sentence, paragraph, heading and link', () => {
  beforeEach(() => {
    document.body.innerHTML = `<p><a id="home" href="#h">返回网站首页</a></p><h1>关于补助的通知</h1>
<p id="one">这是第一段的第一句话。这是第一段的<a id="in" href="#i">第二句话</a>在这里。</p><p>——</p><a id="picture" href="#p"><img alt=""></a>
<h2>补助的<br>标准怎样</h2><p>这是第二段唯一的一句话。</p><p><a id="last" href="#l">附件在这里下载。</a></p>`;
  });

  it('sentences run on over paragraphs, and those of marks alone are none', () => {
    const text = read();
    expect(walk(text, '第一段的第一句', 'next-sentence', 'next-sentence', 'next-sentence', 'next-sentence')).toEqual(['这是第一段的第二句话在这里。', '补助的', '标准怎样', '这是第二段唯一的一句话。']);
    expect(walk(text, '第二段唯一', 'previous-sentence', 'previous-sentence', 'previous-sentence')).toEqual(['标准怎样', '补助的', '这是第一段的第二句话在这里。']);
  });

  it('paragraphs begin at their first sentence, both ways, and end somewhere', () => {
    const text = read();
    expect(walk(text, '第二句话在', 'next-paragraph', 'next-paragraph', 'next-paragraph', 'next-paragraph')).toEqual(['补助的', '这是第二段唯一的一句话。', '附件在这里下载。', null]);
    expect(walk(text, '第二段唯一', 'previous-paragraph', 'previous-paragraph', 'previous-paragraph', 'previous-paragraph', 'previous-paragraph')).toEqual(['补助的', '这是第一段的第一句话。', '关于补助的通知', '返回网站首页', null]);
  });

  it('headings of two lines are one', () => {
    const text = read();
    expect(walk(text, '返回', 'next-heading', 'next-heading', 'next-heading')).toEqual(['关于补助的通知', '补助的', null]);
    expect(walk(text, '第二段唯一', 'previous-heading', 'previous-heading', 'previous-heading')).toEqual(['补助的', '关于补助的通知', null]);
  });

  it('links are those of text and of pictures, in order; a sentence that is a link is that link', () => {
    const text = read();
    expect(find(text, '返回').control?.id).toBe('home');
    expect(find(text, '第二句话在').control).toBeNull();
    expect(walk(text, '返回', 'next-link', 'next-link', 'next-link', 'next-link')).toEqual(['第二句话', '<picture>', '附件在这里下载。', null]);
    expect(walk(text, '附件', 'previous-link', 'previous-link', 'previous-link', 'previous-link')).toEqual(['<picture>', '第二句话', '返回网站首页', null]);
    const picture = placeOfElement(text, document.querySelector('#picture') as Element);
    expect([picture && said(go(text, picture, 'next-sentence')), picture && said(go(text, picture, 'previous-paragraph'))]).toEqual(['补助的', '这是第一段的第一句话。']);
  });

  it('begin and end are the article’s where there is one', () => {
    const text = read();
    const at = find(text, '第二段唯一');
    expect(said(placesFor(text, at, 'begin', [1, 4]).next().value ?? null)).toBe('关于补助的通知');
    expect([said(go(text, at, 'begin')), said(go(text, at, 'end'))]).toEqual(['返回网站首页', '附件在这里下载。']);
  });

  it('a place is found again after the page wrote, else the nearest that is left and seen', () => {
    const before = read();
    const at = find(before, '第一段的第一句');
    document.querySelector('h1')?.before('新插进来的一句话。');
    const text = read();
    expect([said(placeAgain(before, at, text, seen)), placeAgain(before, at, text, seen)?.at]).toEqual(['这是第一段的第一句话。', at.at + 1]);
    document.querySelector('#one')?.remove();
    const now = read();
    expect(said(placeAgain(before, at, now, seen))).toBe('补助的');
    expect(said(placeAgain(before, at, now, (stop) => stop.sentence?.text !== '补助的'))).toBe('这是第二段唯一的一句话。');
    document.body.replaceChildren();
    expect(placeAgain(before, at, read(), seen)).toBeNull();
  });
});

describe('in a table of data', () => {
  beforeEach(() => {
    document.body.innerHTML = `<p>表格前面的一段话。</p><table><tr><th>地区</th><th>标准</th><th>备注</th></tr><tr><td>城关镇</td><td>一百元</td><td></td></tr>
<tr><td colspan="2">两处合在一起</td><td>试行两个月</td></tr><tr><td>河西乡</td><td>八十元<p>另加十元</p></td><td>长期</td></tr></table><p>表格后面的一段话。</p><table><tr><td>只用来排版的一格</td></tr></table>`;
  });

  it('down and up keep the column past merged cells, pass over empty ones, and lead out', () => {
    const text = read();
    expect(walk(text, '标准', 'next-paragraph', 'next-paragraph', 'next-paragraph', 'next-paragraph', 'next-paragraph')).toEqual(['一百元', '两处合在一起', '八十元', '另加十元', '表格后面的一段话。']);
    expect(walk(text, '长期', 'previous-paragraph', 'previous-paragraph', 'previous-paragraph')).toEqual(['试行两个月', '备注', '表格前面的一段话。']);
  });

  it('right and left go on with the row; T comes to tables of data alone', () => {
    const text = read();
    expect(walk(text, '一百元', 'next-sentence', 'next-sentence')).toEqual(['两处合在一起', '试行两个月']);
    expect(walk(text, '前面', 'next-table', 'next-table')).toEqual(['地区', null]);
    expect(walk(text, '后面', 'previous-table', 'previous-table')).toEqual(['地区', null]);
  });
});
