// A copy that is written anew keeps what has not changed, node for node.
import { describe, expect, it } from 'vitest';
import { drawingOf, renew } from '../../../../shared/features/view/renew';

function bodyOf(...texts: string[]): HTMLElement {
  const body = document.createElement('div');
  body.append(...texts.map((text) => Object.assign(document.createElement('p'), { textContent: text })));
  return body;
}
const wordsOf = (body: Element) => [...body.children].map((one) => one.textContent);

describe('a copy written anew', () => {
  it.each([
    [['a', 'b', 'c'], ['a', 'x', 'c'], ['a', 'c']],
    [['a', 'b'], ['a', 'b', 'c'], ['a', 'b']],
    [['a', 'b', 'c'], ['c'], ['c']],
    [['a', 'a'], ['a'], ['a']],
    [['a'], ['a', 'a', 'a'], ['a']],
    [['a', 'b'], [], []],
    [[], ['a'], []],
    [['a', 'b'], ['a', 'b'], ['a', 'b']],
  ])('%j becomes %j', (before, after, kept) => {
    const body = bodyOf(...before);
    const drawn = drawingOf(body);
    const old = [...body.children];
    // What another aid does meanwhile is no change of the page's.
    for (const one of old) one.setAttribute('data-mingdu-x-size', '2');
    expect(renew(body, drawn, bodyOf(...after))).toEqual(drawingOf(bodyOf(...after)));
    expect(wordsOf(body)).toEqual(after);
    expect([...body.children].filter((one) => old.includes(one)).map((one) => one.textContent)).toEqual(kept);
  });
});
