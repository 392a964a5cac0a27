// Where characters of annotated text are, and what becomes of the reader's selection. Not for following the page (annotations.test.ts).
import { beforeEach, describe, expect, it } from 'vitest';
import { createAnnotatedPage, type AnnotatedPage } from '../../support/annotated-page';

let bench: AnnotatedPage;
const { annotate, page, first, wrapperOf } = {
  annotate: (text: Text) => bench.annotate(text),
  page: (html: string) => bench.show(html),
  first: (html: string) => bench.show(html)[0] as Text,
  wrapperOf: (text: Text) => text.nextSibling as Element,
};

beforeEach(() => {
  bench = createAnnotatedPage();
});

describe('places', () => {
  it('finds each offset in the wrapper and back', () => {
    const text = first('<p>农村好</p>');
    annotate(text);
    for (const offset of [0, 1, 2, 3]) {
      const point = bench.book.pointAt(text, offset);
      expect(wrapperOf(text).contains(point.node)).toBe(true);
      expect(bench.book.sourceOf(point.node, point.offset)).toEqual({ text, offset });
    }
    expect(bench.book.sourceOf(text, 0)).toEqual({ text, offset: 0 });
    const [, second] = bench.root.querySelectorAll('ruby');
    expect(bench.book.sourceOf(second as Element, 0)).toEqual({ text, offset: 1 });
    expect(bench.book.sourceOf(second as Element, 2)).toEqual({ text, offset: 2 });
    expect(bench.book.sourceOf(wrapperOf(text), wrapperOf(text).childNodes.length)).toEqual({ text, offset: 3 });
  });

  it('leaves plain text alone and knows what is no text of the page', () => {
    const text = first('<p>农村</p><div data-mingdu>我们</div>');
    expect(bench.book.pointAt(text, 1)).toEqual({ node: text, offset: 1 });
    expect(bench.book.sourceOf(text, 1)).toEqual({ text, offset: 1 });
    expect(bench.book.sourceOf(bench.root.querySelector('div')?.firstChild as Node, 1)).toBe(null);
  });
});

describe('the reader’s selection', () => {
  const selection = () => document.getSelection() as Selection;

  it.each([
    ['forwards', 1, 2],
    ['backwards', 3, 0],
    ['nothing but a caret', 2, 2],
  ])('covers the same characters, %s', (_name, anchor, focus) => {
    const text = first('<p>农村道路</p>');
    selection().setBaseAndExtent(text, anchor, text, focus);
    const before = selection().toString();
    annotate(text);
    expect(selection().toString()).toBe(before);
    expect(bench.book.sourceOf(selection().anchorNode as Node, selection().anchorOffset)).toEqual({ text, offset: anchor });
    expect(bench.book.sourceOf(selection().focusNode as Node, selection().focusOffset)).toEqual({ text, offset: focus });
    bench.mute(() => bench.mine.clear(text));
    expect([selection().anchorNode, selection().anchorOffset, selection().focusNode, selection().focusOffset]).toEqual([text, anchor, text, focus]);
  });

  it('runs from one text to another', () => {
    const [a, b] = page('<p>农村</p><p>道路</p>') as [Text, Text];
    selection().setBaseAndExtent(a, 1, b, 1);
    annotate(a);
    annotate(b);
    expect(selection().toString().replace(/\s/g, '')).toBe('村道');
    bench.mute(bench.mine.undo);
    expect([selection().anchorNode, selection().anchorOffset, selection().focusNode, selection().focusOffset]).toEqual([a, 1, b, 1]);
  });

  it('that ends after the text, in its parent, still ends after it', () => {
    const text = first('<p>农村</p>');
    const paragraph = text.parentNode as Element;
    selection().setBaseAndExtent(paragraph, 0, paragraph, 1);
    annotate(text);
    expect(selection().toString()).toBe('农村');
    bench.mute(() => bench.mine.clear(text));
    expect([selection().focusNode, selection().focusOffset]).toEqual([paragraph, 1]);
  });
});
