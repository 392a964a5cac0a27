// The strong focus ring by what is drawn: on every kind of element, on every ground, where the page cuts, covers or moves it, and nowhere
// for a press of the mouse. Its outline's geometry is in the unit tests.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import type { Picture } from '../../scripts/instrument/png';
import { differsIn, picture } from '../support/painted';
import { ask, closeAndForget, demoMounts, frames, set, visit, widgetMount } from '../support/product';
import { TAG } from '../support/site';
import { useBrowser } from '../support/use-browser';

const PAGE = readFileSync(new URL('../fixtures/pages/focus-torture.html', import.meta.url), 'utf8').replace('</body>', `${TAG}</body>`);
/** Long enough for a move without an event to be noticed. */
const NOTICED_MS = 400;
const FIND = `(id) => ['s1', 's2'].includes(id) ? document.getElementById('host').shadowRoot.getElementById(id)
  : id === 'f' ? document.getElementById('frame').contentDocument.getElementById('f') : document.getElementById(id)`;

interface Box { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

describe.each(BROWSERS)('the focus ring in %s', (name) => {
  const bench = useBrowser(name, [...demoMounts(), { at: '/torture/', from: () => ({ body: PAGE }) }, widgetMount()]);
  beforeEach(async () => {
    await visit(bench.page, `${bench.site.origin}/torture/`);
    await bench.page.mouse.move(1200, 790);
  });
  afterEach(() => closeAndForget(bench.page));

  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  /** Focuses as a script does after a key. */
  const focus = async (id: string) => {
    await bench.page.keyboard.press('Shift');
    await bench.page.evaluate(`(${FIND})(${JSON.stringify(id)}).focus()`);
    await frames(bench.page, 4);
  };
  const boxOf = async (id: string) =>
    (await bench.page.evaluate(`(() => { const { left, top, right, bottom } = (${FIND})(${JSON.stringify(id)}).getBoundingClientRect(); return { left, top, right, bottom }; })()`)) as Box;

  /** Yellow and black pixels of the ring on each side of a box, as far out as it goes. */
  function sides(shot: Picture, { left, top, right, bottom }: Box): { yellow: boolean[]; black: boolean[] } {
    const at = (x: number, y: number) => [...shot.pixels.subarray((Math.round(y) * shot.width + Math.round(x)) * 4).subarray(0, 3)];
    const middleX = (left + right) / 2;
    const middleY = (top + bottom) / 2;
    const lines = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((out) => [at(middleX, top - out), at(right + out - 1, middleY), at(middleX, bottom + out - 1), at(left - out, middleY)]);
    const has = (test: (pixel: number[]) => boolean) => [0, 1, 2, 3].map((side) => lines.some((line) => test(line[side] ?? [])));
    return {
      yellow: has(([r = 0, g = 0, b = 255]) => r > 230 && g > 190 && b < 110),
      black: has(([r = 255, g = 255, b = 255]) => r < 40 && g < 40 && b < 40),
    };
  }
  const ALL = { yellow: [true, true, true, true], black: [true, true, true, true] };
  const NONE = { yellow: [false, false, false, false], black: [false, false, false, false] };
  const ringAt = async (box: Box) => sides(await picture(bench.page), box);

  it('is there on every kind of element and every ground, whatever the page says of outlines', async () => {
    await set(bench.page, { focus: 'strong' });
    const found: Record<string, unknown> = {};
    for (const id of ['sticky', 'plain', 'inline', 'button', 'field', 'on-dark', 'on-grey', 'on-yellow', 'on-blue', 'svg', 's1', 's2', 'scrolled']) {
      await bench.page.evaluate(`(${FIND})(${JSON.stringify(id)}).scrollIntoView({ block: 'center' })`);
      await focus(id);
      found[id] = await ringAt(await boxOf(id));
    }
    const expected = Object.fromEntries(Object.keys(found).map((id) => [id, ALL]));
    // Yellow on yellow and black on black: the other colour is the one that is seen.
    expect(found).toEqual(expected);
  });

  it('goes around the picture in a link, the part of an image map, the label of a box that is not seen, the menu that is folded in', async () => {
    await set(bench.page, { focus: 'strong' });
    const found: Record<string, unknown> = {};
    const places: Record<string, string> = {
      picture: `document.querySelector('#picture svg').getBoundingClientRect()`,
      area: `(({ left, top }) => ({ left: left + 120, top: top + 12, right: left + 180, bottom: top + 48 }))(document.querySelector('img').getBoundingClientRect())`,
      check: `document.getElementById('label').getBoundingClientRect()`,
      offscreen: `document.getElementById('folded').getBoundingClientRect()`,
      covered: `document.getElementById('covered').getBoundingClientRect()`,
    };
    for (const [id, place] of Object.entries(places)) {
      await bench.page.evaluate(`document.getElementById('label').scrollIntoView({ block: 'center' })`);
      await focus(id);
      found[id] = await ringAt((await bench.page.evaluate(`(({ left, top, right, bottom }) => ({ left, top, right, bottom }))(${place})`)) as Box);
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(places).map((id) => [id, ALL])));
  });

  it('goes around what can be seen of an element that its box cuts off, and stays with it in a box that scrolls', async () => {
    await set(bench.page, { focus: 'strong' });
    await focus('clipped');
    const clip = (await bench.page.evaluate(`(({ left, top, right, bottom }) => ({ left, top, right, bottom }))(document.querySelector('.clip').getBoundingClientRect())`)) as Box;
    const text = await boxOf('clipped');
    expect(await ringAt({ ...text, right: clip.right })).toEqual(ALL);
    await bench.page.evaluate(`document.getElementById('scroller').scrollIntoView({ block: 'center' })`);
    await focus('scrolled');
    await bench.page.evaluate(`document.getElementById('scroller').scrollTop = 20`);
    await frames(bench.page, 4);
    expect(await ringAt(await boxOf('scrolled'))).toEqual(ALL);
    const before = await picture(bench.page);
    await bench.page.evaluate(`document.getElementById('scroller').scrollTop = 200`);
    await frames(bench.page, 4);
    const box = (await bench.page.evaluate(`(({ left, top, right }) => ({ left, top, right }))(document.getElementById('scroller').getBoundingClientRect())`)) as Box;
    // Above the scrolled box nothing of it hangs in the air.
    expect(differsIn(before, await picture(bench.page), box.left - 10, box.top - 40, box.right - box.left, 30)).toBe(false);
    expect(await ringAt(await boxOf('scrolled'))).toEqual(NONE);
  });

  it('is one outline around a link over several lines, and in frames of this site', async () => {
    await set(bench.page, { focus: 'strong' });
    await focus('lines');
    const boxes = (await bench.page.evaluate(`[...document.getElementById('lines').getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }))`)) as Box[];
    expect(boxes.length).toBeGreaterThan(2);
    const shot = await picture(bench.page);
    const [first, second] = boxes as [Box, Box];
    // Right of the first line, and nothing between two lines in their middle.
    expect(sides(shot, first).yellow.slice(1, 2)).toEqual([true]);
    const inside = (first.left + Math.min(first.right, second.right)) / 2;
    expect(sides(shot, { left: inside, right: inside, top: (first.bottom + second.top) / 2 + 9, bottom: second.top }).yellow[0]).toBe(false);
    await bench.page.evaluate(`document.getElementById('frame').scrollIntoView({ block: 'center' })`);
    await focus('f');
    const inner = await boxOf('f');
    const { x, y } = (await bench.page.evaluate(`(({ left, top }) => ({ x: left + 2, y: top + 2 }))(document.getElementById('frame').getBoundingClientRect())`)) as { x: number; y: number };
    expect(await ringAt({ left: inner.left + x, top: inner.top + y, right: inner.right + x, bottom: inner.bottom + y })).toEqual(ALL);
  });

  it('follows scrolling, an animation and late content, and goes with what it was around', async () => {
    await set(bench.page, { focus: 'strong' });
    await bench.page.evaluate(`document.getElementById('slide').scrollIntoView({ block: 'center', behavior: 'instant' })`);
    await focus('slide');
    await bench.page.evaluate(`scrollBy({ top: 60, behavior: 'instant' })`);
    await frames(bench.page, 4);
    expect(await ringAt(await boxOf('slide'))).toEqual(ALL);
    const old = await boxOf('slide');
    await bench.page.evaluate(`document.getElementById('slide').style.display = 'inline-block'; document.getElementById('slide').className = 'go'`);
    await pause(NOTICED_MS + 300);
    expect(await ringAt(await boxOf('slide'))).toEqual(ALL);
    expect(await ringAt(old)).toEqual(NONE);
    // No event at all: the page gets a taller picture above.
    await bench.page.evaluate(`document.querySelector('#frame').height = 120`);
    await pause(NOTICED_MS);
    expect(await ringAt(await boxOf('slide'))).toEqual(ALL);
    const last = await boxOf('slide');
    await bench.page.evaluate(`document.getElementById('slide').remove()`);
    await frames(bench.page, 4);
    expect(await ringAt(last)).toEqual(NONE);
  });

  it('is not there for a press of the mouse on a link, and is for one into a field', async () => {
    await set(bench.page, { focus: 'strong' });
    await bench.page.click('#plain');
    await frames(bench.page, 4);
    expect(await ringAt(await boxOf('plain'))).toEqual(NONE);
    await bench.page.click('#field');
    await frames(bench.page, 4);
    expect(await ringAt(await boxOf('field'))).toEqual(ALL);
    await bench.page.keyboard.press('Tab');
    await frames(bench.page, 4);
    expect((await ringAt(await boxOf('field'))).yellow).not.toEqual(ALL.yellow);
  });

  it('is seen in a modal dialog and in what the browser draws above us', async () => {
    await set(bench.page, { focus: 'strong' });
    await bench.page.evaluate(`document.getElementById('dialog').showModal()`);
    await pause(100);
    await focus('in-dialog');
    expect(await ringAt(await boxOf('in-dialog'))).toEqual(ALL);
    await bench.page.evaluate(`document.getElementById('dialog').close(); document.getElementById('popover').showPopover()`);
    await pause(100);
    await focus('in-popover');
    const box = await boxOf('in-popover');
    expect((await ringAt({ left: box.left, top: box.top, right: box.right, bottom: box.bottom })).black).toEqual(ALL.black);
  });

  it('takes no click, moves nothing, and leaves the toolbar its own', async () => {
    const before = await bench.page.evaluate(`document.documentElement.scrollHeight`);
    await set(bench.page, { focus: 'strong' });
    await focus('button');
    expect(await bench.page.evaluate(`document.documentElement.scrollHeight`)).toBe(before);
    const { left, top } = await boxOf('button');
    expect(await bench.page.evaluate(`document.elementFromPoint(${left - 5}, ${top + 5}).closest('[data-mingdu]')`)).toBeNull();
    const at = await boxOf('button');
    await ask(bench.page, 'open()');
    await bench.page.evaluate(`document.activeElement.blur()`);
    await frames(bench.page, 4);
    expect((await ringAt(at)).yellow).toEqual(NONE.yellow);
  });

  it('is gone with 原样, and Tab through the demo always shows it', async () => {
    await visit(bench.page, `${bench.site.origin}/index.html`);
    await set(bench.page, { focus: 'strong' });
    const missing: unknown[] = [];
    for (let step = 0; step < 12; step += 1) {
      await bench.page.keyboard.press('Tab');
      await frames(bench.page, 4);
      const box = (await bench.page.evaluate(`(({ left, top, right, bottom }) => ({ left, top, right, bottom }))(document.activeElement.getBoundingClientRect())`)) as Box;
      const { yellow } = await ringAt({ ...box, top: Math.max(box.top, 8), left: Math.max(box.left, 8) });
      if (yellow.filter(Boolean).length < 3) missing.push(await bench.page.evaluate(`document.activeElement.outerHTML`));
    }
    expect(missing).toEqual([]);
    const box = (await bench.page.evaluate(`(({ left, top, right, bottom }) => ({ left, top, right, bottom }))(document.activeElement.getBoundingClientRect())`)) as Box;
    await set(bench.page, { focus: 'page' });
    await frames(bench.page, 3);
    expect((await ringAt(box)).yellow).toEqual(NONE.yellow);
  });
});
