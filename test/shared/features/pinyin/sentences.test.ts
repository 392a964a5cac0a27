// How a block's text becomes sentences: joined over inline elements, cut at ends, tied to the page's text nodes.
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../../shared/features/pinyin/sentences';

const page = { textOf: (text: Text) => text.data };

function sentences(html: string) {
  document.body.innerHTML = html;
  return sentencesOf(page, document.body.firstElementChild as Element);
}
const texts = (html: string) => sentences(html).map(({ text }) => text);

describe('sentences', () => {
  it('joins inline elements and ties each part to its text node', () => {
    const [only] = sentences('<p>新增<b>重</b>点</p>');
    expect(only?.text).toBe('新增重点');
    expect(only?.parts.map(({ text, from, to, at }) => [text.data, from, to, at])).toEqual([['新增', 0, 2, 0], ['重', 0, 1, 2], ['点', 0, 1, 3]]);
  });

  it('cuts at ends of sentences, line breaks and inner blocks', () => {
    expect(texts('<div>一句。二句！三<br>四<div>里面</div>五</div>')).toEqual(['一句。', '二句！', '三', '四', '五']);
  });

  it('leaves out what has no Han text, and what is not to be annotated', () => {
    expect(texts('<p>123。<code>代码</code><ruby>字<rt>zì</rt></ruby><span data-mingdu-skip>不要</span><span contenteditable>编辑</span>好</p>')).toEqual(['好']);
  });

  it('has none in a block that is left by now, or inside one', () => {
    expect(texts('<p data-mingdu-skip>不要</p>')).toEqual([]);
    expect(texts('<p data-mingdu-py="off">不要</p>')).toEqual([]);
  });

  it('keeps every character and no sentence longer than 200', () => {
    const long = '农村道路'.repeat(150);
    const cut = texts(`<p>${long}</p>`);
    expect(cut.join('')).toBe(long);
    expect(Math.max(...cut.map((one) => one.length))).toBeLessThanOrEqual(200);
  });

  it('never cuts a character of two units', () => {
    for (const one of texts(`<p>${'a'.repeat(1)}${'𠮷'.repeat(300)}</p>`)) expect(/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(one)).toBe(false);
  });

  it('takes the author’s readings, one syllable for each Han character', () => {
    const [only] = sentences('<p>我叫<span data-mingdu-py="Shàn Yǔ">单（于）</span>。</p>');
    expect(only?.given?.[2]).toBe('shàn');
    expect(only?.given?.[4]).toBe('yǔ');
    expect(only?.given?.[0]).toBeUndefined();
  });
});
