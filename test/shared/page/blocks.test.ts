// @vitest-environment jsdom
// What is read as a unit, what is left out, and the way from block text to the page's text nodes and back.
import { beforeEach, describe, expect, it } from 'vitest';
import { blockOf, blocksIn } from '../../../shared/page/blocks';
import { isCurrent, offsetIn, rangeOf } from '../../../shared/page/text-map';

const page = {
  textOf: (text: Text) => text.data,
  pointAt: (text: Text, offset: number) => ({ node: text, offset }),
};
const texts = () => [...blocksIn(page, document.body)].map((block) => block.text);
const write = (html: string) => {
  document.body.innerHTML = html;
};

beforeEach(() => write(''));

describe('blocksIn', () => {
  it('joins inline content and parts at block edges', () => {
    write('前<p>一<b>二</b><a href="#">三</a></p>后<ul><li>甲</li><li>乙</li></ul><table><tr><td>格</td><td>子</td></tr></table>');
    expect(texts()).toEqual(['前', '一二三', '后', '甲', '乙', '格', '子']);
  });

  it('collapses white space and keeps breaks', () => {
    write('<p>  一\n  二<br>三   四 </p><pre>行\n列</pre>');
    expect(texts()).toEqual(['一 二\n三 四 ', '行\n列']);
  });

  it('leaves out what is not read', () => {
    write(
      '<p>读<script>1</script><style>a{}</style><span aria-hidden="true">隐</span><span style="display:none">无</span>' +
        '<span style="visibility:hidden">看不见</span><ruby>字<rp>(</rp><rt>zì</rt><rp>)</rp></ruby><textarea>填</textarea><span contenteditable>写</span>' +
        '<select><option>选</option></select><i data-mingdu>ours</i></p><details><summary>题</summary><p>折起</p></details>',
    );
    expect(texts()).toEqual(['读字', '题']);
  });

  it('goes into open shadow roots and slots', () => {
    write('<div id="host"><b>槽</b></div>');
    const root = document.getElementById('host')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<p>影<slot></slot>中</p>';
    expect(texts()).toEqual(['影槽中']);
  });

  it('leaves out what the caller says', () => {
    write('<nav>导航</nav><p>正文</p>');
    expect([...blocksIn(page, document.body, { leavesOut: (element) => element.localName === 'nav' })].map((block) => block.text)).toEqual(['正文']);
  });
});

describe('blockOf', () => {
  it('finds the one block of a text among its neighbours', () => {
    write('一<p>二</p>三<b>四</b>');
    const four = document.querySelector('b')?.firstChild as Text;
    expect(blockOf(page, four)?.text).toBe('三四');
    expect(blockOf(page, document.querySelector('p')?.firstChild as Text)?.text).toBe('二');
  });
});

describe('text map', () => {
  it('leads from block offsets to nodes and back, over collapsed white space', () => {
    write('<p>  甲乙\n   <b>丙丁</b>戊</p>');
    const [block] = blocksIn(page, document.body);
    if (!block) throw new Error('no block');
    expect(block.text).toBe('甲乙 丙丁戊');
    expect(rangeOf(page, block, 3, 6)?.toString()).toBe('丙丁戊');
    expect(rangeOf(page, block, 0, 2)?.toString()).toBe('甲乙');
    const inner = document.querySelector('b')?.firstChild as Text;
    expect(offsetIn(block, inner, 1)).toBe(4);
    for (let at = 0; at < block.text.length; at += 1) {
      const range = rangeOf(page, block, at, at + 1);
      expect(range?.toString().replace(/\s+/, ' ')).toBe(block.text[at]);
    }
  });

  it('knows when the page says something else', () => {
    write('<p>甲乙丙</p>');
    const [block] = blocksIn(page, document.body);
    if (!block) throw new Error('no block');
    expect(isCurrent(page, block)).toBe(true);
    (document.querySelector('p')?.firstChild as Text).data = '别的话';
    expect(isCurrent(page, block)).toBe(false);
  });
});
