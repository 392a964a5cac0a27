import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLive } from '../../../shared/live';
import type { Root } from '../../../shared/page/page';
import { createRoots } from '../../../shared/page/roots';

function rootsOf(reachesFrames: boolean, onError: (error: unknown) => void, signal: AbortSignal) {
  const live = createLive<readonly Root[]>([document]);
  return { ...createRoots(document, live, reachesFrames, onError, signal), live };
}

let end: AbortController;
beforeEach(() => {
  document.body.innerHTML = '<div id="host"></div><section></section>';
  end = new AbortController();
});
afterEach(() => end.abort());

describe('the roots of a page', () => {
  it('are the document and its open shadow roots, nested ones too, ours not', () => {
    const host = document.getElementById('host') as HTMLElement;
    const outer = host.attachShadow({ mode: 'open' });
    const inner = document.createElement('span');
    outer.append(inner);
    const nested = inner.attachShadow({ mode: 'open' });
    const ours = document.createElement('div');
    ours.setAttribute('data-mingdu', '');
    ours.attachShadow({ mode: 'open' });
    document.body.append(ours);
    expect(rootsOf(true, () => {}, end.signal).live.value).toEqual([document, outer, nested]);
  });

  it('are found by what comes into them, where a script attached them to an element that was there', () => {
    const roots = rootsOf(true, () => {}, end.signal);
    const host = document.getElementById('host') as HTMLElement;
    const outer = host.attachShadow({ mode: 'open' });
    const middle = outer.appendChild(document.createElement('div'));
    const inner = middle.attachShadow({ mode: 'open' });
    expect(roots.live.value).toEqual([document]);
    const text = inner.appendChild(document.createTextNode('文字'));
    roots.refresh([text]);
    expect(new Set(roots.live.value)).toEqual(new Set([document, outer, inner]));
    const ours = document.body.appendChild(document.createElement('div'));
    ours.setAttribute('data-mingdu', '');
    const own = ours.attachShadow({ mode: 'open' });
    roots.refresh([own.appendChild(document.createElement('p'))]);
    expect(roots.live.value).not.toContain(own);
  });

  it('come and go with what the page does; a custom element may get its root late', () => {
    const roots = rootsOf(true, () => {}, end.signal);
    const late = document.createElement('x-late');
    document.body.append(late);
    roots.refresh([late]);
    expect(roots.live.value).toEqual([document]);
    const shadow = late.attachShadow({ mode: 'open' });
    roots.refresh([]);
    expect(roots.live.value).toEqual([document, shadow]);
    late.remove();
    roots.refresh([]);
    expect(roots.live.value).toEqual([document]);
  });

  it('hear of a custom element that is defined later than it came, without a change in the page', async () => {
    const late = document.body.appendChild(document.createElement('x-defined-late'));
    const roots = rootsOf(true, () => {}, end.signal);
    expect(roots.live.value).toEqual([document]);
    customElements.define('x-defined-late', class extends HTMLElement {
      readonly shadow = this.attachShadow({ mode: 'open' });
    });
    await customElements.whenDefined('x-defined-late');
    await Promise.resolve();
    expect(roots.live.value).toEqual([document, late.shadowRoot]);
  });

  it('take no harm from a name with a hyphen that nobody can define', async () => {
    document.body.append(document.createElement('font-face'));
    const errors: unknown[] = [];
    rootsOf(true, (error) => errors.push(error), end.signal);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(errors).toEqual([]);
  });

  it('are the documents of same-origin frames, where frames do not serve themselves', () => {
    document.body.append(document.createElement('iframe'));
    expect(rootsOf(true, () => {}, end.signal).live.value).toHaveLength(2);
    expect(rootsOf(false, () => {}, end.signal).live.value).toHaveLength(1);
  });
});
