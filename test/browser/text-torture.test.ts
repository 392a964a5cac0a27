// Larger text on a quirks-mode page of known traps: nested em, inline !important, page layers, frames, shadow roots, regions to be left
// alone, late and restyled text, menus and folds. Ordinary pages: text.test.ts, real-pages.test.ts.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { measureLayout, measureTexts, newFaults, sizeRatios } from '../../scripts/instrument/instrument';
import { ask, closeAndForget, set, visit, widgetMount } from '../support/product';
import { TAG } from '../support/site';
import { useBrowser } from '../support/use-browser';

const PAGE = readFileSync(new URL('../fixtures/pages/text-torture.html', import.meta.url), 'utf8').replace('</body>', `${TAG}</body>`);
/** How long a page's own write may take to be followed: calmed writes wait 250 ms. */
const FOLLOWED_MS = 500;

const FIND = `(id) => id === 'shadow' ? document.getElementById('host').shadowRoot.querySelector('p')
  : id === 'f' ? document.getElementById('frame').contentDocument.getElementById('f') : document.querySelector(id === 'option' ? id : '#' + id)`;

describe.each(BROWSERS)('traps for larger text in %s', (name) => {
  const bench = useBrowser(name, [{ at: '/', from: () => ({ body: PAGE }) }, widgetMount()]);
  const sizes = async (...ids: string[]) =>
    (await bench.page.evaluate(`${JSON.stringify(ids)}.map((id) => parseFloat(getComputedStyle((${FIND})(id)).fontSize))`)) as number[];
  const write = async (script: string) => {
    await bench.page.evaluate(`{ const at = (id) => document.getElementById(id); ${script} }`);
    await new Promise((resolve) => setTimeout(resolve, FOLLOWED_MS));
    await ask(bench.page, 'settled()');
  };
  beforeEach(() => visit(bench.page, `${bench.site.origin}/`));
  afterEach(() => closeAndForget(bench.page));

  it.each(['size alone', 'then spacing', 'after spacing'])('everything doubles and nothing is lost: %s', async (order) => {
    const ids = ['em', 'em2', 'em3', 'rem4', 'inl', 'layered', 'font', 'td', 'tdfont', 'in', 'sub', 'sel', 'option', 'btn', 'ta', 'ph', 'shadow', 'f', 'q', 'move'];
    const before = await sizes(...ids);
    const texts = await measureTexts(bench.page);
    const faults = await measureLayout(bench.page);
    if (order === 'after spacing') await set(bench.page, { spacing: 'wider' });
    await set(bench.page, { textSize: 200 });
    if (order === 'then spacing') await set(bench.page, { spacing: 'wider' });
    const after = await sizes(...ids);
    ids.forEach((id, index) => expect((after[index] ?? 0) / (before[index] ?? 1), id).toBeCloseTo(2, 1));
    const left = sizeRatios(texts, await measureTexts(bench.page)).filter(({ ratio }) => ratio < 1.9 || ratio > 2.15);
    expect(left.map(({ text }) => text)).toEqual(['不要动', '里面的', '也不要动', '原样']);
    // The marquee runs: where it is clipped is its own doing.
    expect(newFaults(faults, await measureLayout(bench.page)).filter(({ text }) => text !== '滚动的字幕')).toEqual([]);
  });

  it('what is hidden stays hidden, and controls hold their text', async () => {
    await set(bench.page, { textSize: 200 });
    const [hidden, input, button] = (await bench.page.evaluate(
      `['vh', 'in', 'btn'].map((id) => { const { width, height } = document.getElementById(id).getBoundingClientRect(); return [width, height]; })`,
    )) as [number, number][];
    expect(hidden).toEqual([1, 1]);
    expect(input?.[1]).toBeGreaterThan(30);
    expect(button?.[0]).toBeGreaterThan(110);
    expect(await sizes('zero')).toEqual([0]);
  });

  it('a fixed bar grows as far as its words need, and the page makes way for it', async () => {
    await set(bench.page, { textSize: 200 });
    expect(await bench.page.evaluate(`[document.getElementById('bar').offsetHeight, parseFloat(getComputedStyle(document.body).paddingTop)]`)).toEqual([45, 49]);
  });

  it.each(['size first', 'spacing first'])('late text is measured by what it inherits from: %s', async (order) => {
    await set(bench.page, order === 'size first' ? { textSize: 200 } : { spacing: 'wider' });
    await set(bench.page, order === 'size first' ? { spacing: 'wider' } : { textSize: 200 });
    await write(`at('late').innerHTML = '<p id=l1 style="font-size:1.5em">后来的<b id=l2>字</b></p><p id=l3 style="font-size:12px">后来</p>';
      const inner = document.createElement('p'); inner.id = 'l5'; inner.textContent = '又来了'; at('em3').append(inner);`);
    const [l1, l2, l3, l5, em3] = await sizes('l1', 'l2', 'l3', 'l5', 'em3');
    expect([l1, l2, l3]).toEqual([42, 42, 24]);
    expect(l5).toBeCloseTo(em3 ?? 0, 2);
  });

  it('what the page restyles is measured anew, with all in it', async () => {
    await set(bench.page, { textSize: 200 });
    await write(`at('em').className = ''; at('td').style.fontSize = '20px';`);
    const [em, em2, td] = await sizes('em', 'em2', 'td');
    expect([em, td]).toEqual([28, 40]);
    expect(em2).toBeCloseTo(33.6, 1);
  });

  it('what the page folds closes, opens with room, and a menu gets its room when it is shown', async () => {
    await set(bench.page, { textSize: 200 });
    const heights = (id: string) => bench.page.evaluate(`[document.getElementById('${id}').offsetHeight, document.getElementById('${id}').scrollHeight]`) as Promise<[number, number]>;
    await write(`at('acc').classList.add('shut');`);
    expect((await heights('acc'))[0]).toBe(0);
    await write(`at('acc').classList.remove('shut');`);
    const [open, needed] = await heights('acc');
    expect(open).toBe(needed);
    await bench.page.hover('#menu');
    await new Promise((resolve) => setTimeout(resolve, FOLLOWED_MS));
    expect(await bench.page.evaluate(`[...document.querySelectorAll('#menu li')].filter((item) => item.scrollHeight > item.offsetHeight + 1).length`)).toBe(0);
  });
});
