// The selection in terms of the page's own text, wherever its ends stand.
import { beforeEach, describe, expect, it } from 'vitest';
import { selectedStretch, spanIn, stretchOf } from '../../../shared/page/selected';

/** As without annotations; our own nodes are no text of the page. */
const page = {
  roots: { value: [document], watch: () => undefined },
  textOf: (text: Text) => text.data,
  sourceOf: (node: Node, offset: number) => (node.nodeType === 3 && !node.parentElement?.closest('[data-mingdu]') ? { text: node as Text, offset } : null),
};
const at = (id: string) => document.getElementById(id) as HTMLElement;
function texts(): Text[] {
  const walker = document.createTreeWalker(document.body, 4);
  const found: Text[] = [];
  while (walker.nextNode()) if (page.sourceOf(walker.currentNode, 0)) found.push(walker.currentNode as Text);
  return found;
}

function between(start: Node, from: number, end: Node, to: number): string | null {
  const range = document.createRange();
  range.setStart(start, from);
  range.setEnd(end, to);
  const stretch = stretchOf(page, range);
  return stretch && texts().map((text) => { const span = spanIn(page, stretch, text); return span ? text.data.slice(span.from, span.to) : ''; }).filter(Boolean).join('|');
}

beforeEach(() => {
  document.body.innerHTML = '<div id="all"><p id="one">甲乙<b id="bold">丙丁</b>戊</p><i data-mingdu>读音</i><p id="two">己庚</p></div><p id="three">辛</p>';
});

describe('a stretch', () => {
  it('is what lies between two places in text', () => {
    expect(between(at('one').firstChild as Text, 1, at('two').firstChild as Text, 1)).toBe('乙|丙丁|戊|己');
    expect(between(at('bold').firstChild as Text, 0, at('bold').firstChild as Text, 1)).toBe('丙');
  });

  it('may begin and end between elements', () => {
    expect(between(at('one'), 1, at('all'), 1)).toBe('丙丁|戊');
    expect(between(at('all'), 0, at('all'), 3)).toBe('甲乙|丙丁|戊|己庚');
    expect(between(document.body, 0, document.body, 2)).toBe('甲乙|丙丁|戊|己庚|辛');
    expect(between(at('two'), 0, at('three'), 0)).toBe('己庚');
  });

  it('leaves out what is ours, and is none where there is no text of the page', () => {
    const ours = document.querySelector('i')?.firstChild as Text;
    expect(between(at('one').lastChild as Text, 1, ours, 2)).toBeNull();
    expect(between(ours, 0, at('two').firstChild as Text, 1)).toBe('己');
    expect(between(ours, 0, ours, 2)).toBeNull();
    expect(between(at('one').firstChild as Text, 1, at('one').firstChild as Text, 1)).toBeNull();
  });

  it('is that of the selection', () => {
    const selection = window.getSelection();
    selection?.removeAllRanges();
    expect(selectedStretch(page, window)).toBeNull();
    selection?.setBaseAndExtent(at('two').firstChild as Text, 2, at('bold').firstChild as Text, 1);
    expect(selectedStretch(page, window)).toMatchObject({ start: { text: at('bold').firstChild, offset: 1 }, end: { text: at('two').firstChild, offset: 2 } });
  });
});
