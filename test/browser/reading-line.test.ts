// The reading line on a page of its own traps: where it lies, that it is seen, and that nothing else notices it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BROWSERS } from '../support/browsers';
import { colourAt, contrast, lying, pointAt } from '../support/follower';
import { picture } from '../support/painted';
import { closeAndForget, frames, SCHEMES, set, visit, widgetMount } from '../support/product';
import type { Mount } from '../support/site';
import { useBrowser } from '../support/use-browser';

const FIXTURE = fileURLToPath(new URL('../fixtures/pages/pointing.html', import.meta.url));
const page: Mount = { at: '/', from: (path) => (path === '' ? { body: readFileSync(FIXTURE, 'utf8') } : undefined) };
const GROUNDS = 7;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

describe.each(BROWSERS)('the reading line in %s', (name) => {
  const bench = useBrowser(name, [page, widgetMount()]);

  beforeEach(async () => {
    await bench.page.setViewport({ width: 1280, height: 800 });
    await visit(bench.page, bench.site.on('127.0.0.1', '/'));
    await bench.page.mouse.move(1200, 500);
  });
  afterEach(() => closeAndForget(bench.page));

  const boxOf = async (selector: string) =>
    (await bench.page.evaluate(`(() => { const { left, top, right, bottom } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return { left, top, right, bottom }; })()`)) as Box;
  /** The boxes of the lines of a text. */
  const linesOf = async (selector: string) =>
    (await bench.page.evaluate(`(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(${JSON.stringify(selector)}));
      return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
    })()`)) as Box[];
  const edges = () => lying(bench.page, 'edge');
  const middleOf = (box: Box | undefined) => (box ? (box.top + box.bottom) / 2 : NaN);

  it.each([[4, 75], [8, 100], [24, 75]])('%i px at %i percent has 3:1 on every ground', async (lineWidth, lineOpacity) => {
    await set(bench.page, { readingLine: 'line', lineWidth, lineOpacity });
    await pointAt(bench.page, 75, 60);
    const [edge] = await edges();
    expect(edge && edge.bottom - edge.top).toBe(lineWidth);
    const shot = await picture(bench.page);
    const best = (x: number) => {
      const ground = colourAt(shot, x, (edge?.top ?? 0) - 2);
      const rows = Array.from({ length: lineWidth }, (_, row) => colourAt(shot, x, (edge?.top ?? 0) + row));
      return Math.max(...rows.map((row) => contrast(row, ground)));
    };
    for (let ground = 0; ground < GROUNDS - 1; ground += 1) expect(best(ground * 150 + 30), `ground ${ground}`).toBeGreaterThanOrEqual(3);
    // A photograph has other colours a pixel further down: what counts there is that core and edge tell from one another.
    for (let x = 910; x < 1040; x += 6) {
      const tones = [colourAt(shot, x, (edge?.top ?? 0)), colourAt(shot, x, middleOf(edge) - 0.5)] as const;
      expect(contrast(...tones), `photograph at ${x}`).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(SCHEMES)('is seen in %s, and what the window of the mask leaves keeps its colours', async (scheme) => {
    await set(bench.page, { contrast: scheme, readingLine: 'line', lineOpacity: 75 });
    const text = await boxOf('#text');
    const plain = await picture(bench.page);
    await pointAt(bench.page, text.right + 100, text.top + 10);
    const shot = await picture(bench.page);
    const [edge] = await edges();
    const ground = colourAt(shot, 1000, text.bottom + 8);
    const rows = Array.from({ length: 8 }, (_, row) => colourAt(shot, 1000, (edge?.top ?? 0) + row));
    expect(Math.max(...rows.map((row) => contrast(row, ground)))).toBeGreaterThanOrEqual(3);
    await set(bench.page, { readingLine: 'mask', rulerLines: 1 });
    const [line] = await linesOf('#text');
    await pointAt(bench.page, 100, middleOf(line));
    const masked = await picture(bench.page);
    for (let x = 30; x < 300; x += 7) expect(colourAt(masked, x, middleOf(line))).toEqual(colourAt(plain, x, middleOf(line)));
  });

  it('keeps to the line of text: one place for all of it, no letter covered, one to five lines in the window', async () => {
    await set(bench.page, { readingLine: 'line' });
    const lines = await linesOf('#text');
    const [, second, third] = lines;
    if (!second || !third) throw new Error('the fixture has too few lines');
    const tops = new Set<number | undefined>();
    for (const y of [second.top + 2, second.top + 10, second.bottom - 3]) {
      await pointAt(bench.page, 300, y);
      tops.add((await edges())[0]?.top);
    }
    expect(tops.size).toBe(1);
    const [top] = tops;
    expect(top).toBeGreaterThan(second.bottom - 4);
    expect(top).toBeLessThan(second.bottom + 2);
    for (const rulerLines of [1, 3, 5]) {
      await set(bench.page, { readingLine: 'ruler', rulerLines });
      await pointAt(bench.page, 300, second.top + 10);
      const [upper, lower] = await edges();
      if (!upper || !lower) throw new Error('no ruler');
      expect(upper.bottom).toBeLessThanOrEqual(second.top + 1);
      expect(lower.top).toBeGreaterThanOrEqual(second.bottom - 1);
      expect(Math.round(lower.top - upper.bottom)).toBe(28 * rulerLines);
    }
  });

  it('disturbs no selection, double click, caret or drag', async () => {
    await bench.page.evaluate(`{
      told = [];
      for (const type of ['dragstart', 'drop', 'dragend']) document.addEventListener(type, ({ target }) => told.push(type + ' ' + target.id));
      document.querySelector('#drag').addEventListener('dragstart', (event) => event.dataTransfer.setData('text/plain', '1'));
      document.querySelector('#drop').addEventListener('dragover', (event) => event.preventDefault());
    }`);
    const dragged = async () => {
      await bench.page.evaluate('told = []');
      const [drag, drop] = [await boxOf('#drag'), await boxOf('#drop')];
      await bench.page.mouse.move(drag.left + 20, middleOf(drag));
      await bench.page.mouse.down();
      await bench.page.mouse.move(drag.left + 30, middleOf(drag) + 8, { steps: 3 });
      await bench.page.mouse.move(drop.left + 40, middleOf(drop), { steps: 3 });
      await bench.page.mouse.up();
      await frames(bench.page, 3);
      return bench.page.evaluate('told');
    };
    // What a driver makes of a drag differs; the aids change nothing in it.
    const plain = await dragged();
    expect(plain).toContain('dragstart drag');
    await set(bench.page, { readingLine: 'mask', pointer: 'large' });
    const [first, second] = await linesOf('#text');
    if (!first || !second) throw new Error('no text');
    await bench.page.mouse.move(first.left + 40, middleOf(first));
    await bench.page.mouse.down();
    await bench.page.mouse.move(first.left + 60, middleOf(second), { steps: 4 });
    await bench.page.mouse.up();
    const selected = String(await bench.page.evaluate('String(getSelection())'));
    expect(selected.length).toBeGreaterThan(30);
    expect((await bench.page.evaluate("document.querySelector('#text').textContent")) as string).toContain(selected);
    await bench.page.mouse.click(first.left + 40, middleOf(first), { count: 2 });
    expect(String(await bench.page.evaluate('String(getSelection())')).length).toBeGreaterThan(0);
    const field = await boxOf('#field');
    await bench.page.mouse.click(field.left + 40, middleOf(field));
    expect(await bench.page.evaluate("document.activeElement.id + (document.activeElement.selectionStart > 0 && document.activeElement.selectionStart < 6)")).toBe('fieldtrue');
    expect(await dragged()).toEqual(plain);
  });

  it('stands still under a resting mouse while the page scrolls, and goes with what has the focus', async () => {
    await set(bench.page, { readingLine: 'line' });
    await pointAt(bench.page, 300, 400);
    const before = (await edges())[0]?.top ?? NaN;
    await bench.page.mouse.wheel({ deltaY: 60 });
    await frames(bench.page, 4);
    expect(Math.abs(((await edges())[0]?.top ?? NaN) - before)).toBeLessThan(30);
    await bench.page.evaluate("document.querySelector('#press').focus()");
    await frames(bench.page, 3);
    await bench.page.mouse.move(302, 401);
    await bench.page.mouse.wheel({ deltaY: -40 });
    await bench.page.waitForFunction('scrollY < 40');
    await frames(bench.page, 12);
    const button = await boxOf('#press');
    expect(Math.abs(middleOf((await edges())[0]) - button.bottom)).toBeLessThan(6);
    await bench.page.keyboard.press('Tab');
    await frames(bench.page, 3);
    const next = await boxOf('#area');
    expect((await edges())[0]?.top).toBeGreaterThan(next.top);
    await pointAt(bench.page, 340, 150);
    expect(Math.abs(middleOf((await edges())[0]) - 150)).toBeLessThan(30);
  });

  it('goes with the caret: line by line in a text area, and in rich text', async () => {
    await set(bench.page, { readingLine: 'line' });
    await bench.page.evaluate("document.querySelector('#area').focus()");
    const area = await boxOf('#area');
    const tops: number[] = [];
    for (let line = 0; line < 3; line += 1) {
      if (line > 0) await bench.page.keyboard.press('Enter');
      await bench.page.keyboard.type('abc');
      await frames(bench.page, 3);
      tops.push(((await edges())[0]?.top ?? NaN) - area.top);
    }
    expect(tops.map((top) => Math.round((top - (tops[0] ?? 0)) / 24))).toEqual([0, 1, 2]);
    expect(tops[0]).toBeGreaterThan(20);
    expect(tops[0]).toBeLessThan(38);
    // A click in a field says where one is, though a press brought the focus.
    const rich = await boxOf('#rich');
    await bench.page.mouse.click(rich.left + 300, rich.top + 10);
    await bench.page.keyboard.press('ArrowDown');
    await frames(bench.page, 3);
    expect(Math.abs(middleOf((await edges())[0]) - rich.bottom)).toBeLessThan(8);
  });

  it('reaches shadow roots, scrolling boxes, frames and text that runs downwards', async () => {
    await set(bench.page, { readingLine: 'line' });
    const near = async (x: number, y: number) => {
      await pointAt(bench.page, x, y);
      return Math.abs(middleOf((await edges())[0]) - y);
    };
    for (const selector of ['#shadow', '#box', '#same']) {
      await bench.page.evaluate(`document.querySelector('${selector}').scrollIntoView({ block: 'center', behavior: 'instant' })`);
      const box = await boxOf(selector);
      expect(await near(box.left + 60, box.top + 24), selector).toBeLessThan(26);
    }
    await bench.page.evaluate("scrollTo({ top: 400, behavior: 'instant' })");
    const down = await boxOf('#down');
    expect(await near(down.right - 12, down.top + 60)).toBeLessThan(30);
    await bench.page.evaluate("{ const frame = document.querySelector('#same'); frame.scrollIntoView({ block: 'center', behavior: 'instant' }); frame.contentDocument.querySelector('button').focus(); }");
    await frames(bench.page, 4);
    const frame = await boxOf('#same');
    const inner = (await bench.page.evaluate("document.querySelector('#same').contentDocument.querySelector('button').getBoundingClientRect().bottom")) as number;
    expect(Math.abs(middleOf((await edges())[0]) - (frame.top + 3 + inner))).toBeLessThan(6);
  });

  it('is not there while the pointer is over a frame of another origin', async () => {
    await bench.page.evaluate(`new Promise((done) => {
      const frame = document.querySelector('#same').cloneNode();
      frame.removeAttribute('srcdoc');
      frame.src = ${JSON.stringify(bench.site.on('localhost', '/'))};
      frame.id = 'foreign';
      frame.onload = () => setTimeout(done, 300);
      document.querySelector('#same').replaceWith(frame);
    })`);
    await set(bench.page, { readingLine: 'mask', pointer: 'large' });
    await pointAt(bench.page, 300, 150);
    expect([(await lying(bench.page, 'shade')).length, (await lying(bench.page, 'pointer')).length]).toEqual([2, 1]);
    const frame = await boxOf('#foreign');
    // A driver's mouse that jumps into it is heard by the frame alone; a hand's crosses the border.
    await bench.page.mouse.move(frame.left + 1, middleOf(frame));
    await pointAt(bench.page, frame.left + 100, middleOf(frame));
    expect([(await lying(bench.page, 'shade')).length, (await lying(bench.page, 'pointer')).length]).toEqual([0, 0]);
    await pointAt(bench.page, 300, 150);
    expect((await lying(bench.page, 'shade')).length).toBe(2);
  });

  it('a tap sets it, and it stays when the finger is lifted; the large pointer goes', async () => {
    await set(bench.page, { readingLine: 'line', pointer: 'large' });
    await pointAt(bench.page, 300, 400);
    const [, second] = await linesOf('#text');
    await bench.page.touchscreen.tap(200, middleOf(second));
    await frames(bench.page, 4);
    expect(Math.abs(middleOf((await edges())[0]) - (second?.bottom ?? NaN))).toBeLessThan(6);
    expect(await lying(bench.page, 'pointer')).toEqual([]);
    expect(await bench.page.evaluate("getComputedStyle(document.querySelector('#text')).cursor")).not.toBe('none');
  });

  it('has whole edges at one and a half pixels to the pixel', async () => {
    await bench.page.setViewport({ width: 853, height: 533, deviceScaleFactor: 1.5 });
    await set(bench.page, { readingLine: 'line' });
    await pointAt(bench.page, 700, 333);
    const [edge] = await edges();
    const shot = await picture(bench.page);
    const first = Math.round((edge?.top ?? NaN) * 1.5);
    const rows = Array.from({ length: 12 }, (_, row) => colourAt(shot, 1100, first + row).join());
    expect(rows).toEqual([...Array(3).fill('255,255,255'), ...Array(6).fill('0,20,50'), ...Array(3).fill('255,255,255')]);
  });

  it.runIf(name === 'chromium')('lies at the pointer under pinch zoom, and a finger that scrolls leaves it', async () => {
    const client = await bench.page.createCDPSession();
    await set(bench.page, { readingLine: 'cross' });
    await client.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
    await pointAt(bench.page, 500, 300);
    const shot = await picture(bench.page);
    // The driver counts in pixels of the page: on the screen, twice as far. The core of the cross is at that place.
    for (const [x, y] of [[1000, 600], [400, 600], [1000, 200]] as const) expect(colourAt(shot, x, y).join()).toBe('0,20,50');
    await client.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
    await set(bench.page, { readingLine: 'line' });
    await bench.page.touchscreen.tap(300, 150);
    await frames(bench.page, 3);
    const before = (await edges())[0]?.top ?? NaN;
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 1000, y: 600 }] });
    for (let y = 580; y >= 300; y -= 20) await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: 1000, y }] });
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await frames(bench.page, 14);
    expect(await bench.page.evaluate('scrollY')).toBeGreaterThan(100);
    expect(Math.abs(((await edges())[0]?.top ?? NaN) - before)).toBeLessThan(30);
    await client.detach();
  });
});
