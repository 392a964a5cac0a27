// In every window that the issue names, also with a soft keyboard up: bar, status and caption together take at most 35 % of the height, and
// every control is reached by keyboard. What gives way for it, and the way to silence, are in caption-room.test.ts.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { captionOf } from '../support/caption';
import { TOOLBARS } from '../support/interface';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { ask, closeAndForget, demoMounts, frames, set, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';

const SIZES = [
  { name: '1280×800', width: 1280, height: 800 },
  { name: '683×384', width: 683, height: 384 },
  { name: '360×640', width: 360, height: 640 },
  { name: '360×640 with the soft keyboard up', width: 360, height: 640, seen: 330 },
  { name: '320×256', width: 320, height: 256 },
  { name: '320×180', width: 320, height: 180 },
] as const;
const MOST = 0.35;
const ROOT = `${TOOLBARS}[0]`;
const IN_BAR = `${ROOT}.activeElement`;
/** What is in a part that is closed (`<details>`) has boxes all the same. */
const SHOWN = `filter((one) => one.getClientRects().length > 0 && (one.checkVisibility?.() ?? true))`;
/** What takes room: the bar with its status, not a pill, which lies over the page's edge. */
const BAR_PX = `(${ROOT}.querySelector('.toolbar')?.getBoundingClientRect().height ?? 0)`;
/** The focused control is inside the window, and what lies there is itself. */
const IS_SEEN = `(() => {
  const at = ${IN_BAR};
  const { left, right, top, bottom } = at.getBoundingClientRect();
  const foot = window.visualViewport ? visualViewport.offsetTop + visualViewport.height : innerHeight;
  const hit = ${ROOT}.elementFromPoint((left + right) / 2, (Math.max(top, 0) + Math.min(bottom, foot)) / 2);
  return left >= -1 && right <= innerWidth + 1 && bottom > 0 && top < foot && (at === hit || at.contains(hit) || hit?.contains(at));
})()`;

describe.each(BROWSERS)('room in %s', (name) => {
  const bench = useBrowser(name, [...demoMounts(), widgetMount()]);
  expectNoOwnErrors(() => bench.page);
  // A tab of its own for each: Tab may have led out of the page into the browser's own buttons.
  beforeEach(async () => {
    await bench.page.close();
    bench.page = await bench.opened.newPage();
  });
  afterEach(() => closeAndForget(bench.page));
  const until = (condition: string) => bench.page.waitForFunction(`Boolean(${condition})`);

  async function open(size: (typeof SIZES)[number]): Promise<void> {
    const { page, site } = bench;
    await page.setViewport({ width: size.width, height: size.height });
    await visit(page, `${site.origin}/article.html`);
    if ('seen' in size) await page.evaluate(`Object.defineProperty(visualViewport, 'height', { get: () => ${size.seen}, configurable: true })`);
    await page.evaluate(`document.querySelector('[data-mingdu-open]').focus({ preventScroll: true })`);
    await page.keyboard.press('Enter');
    await until(`${ROOT}?.querySelector('.toolbar, .pill')`);
    await ask(page, 'settled()');
    await frames(page, 3);
  }

  /** Where the focus came by, in order, until it comes round or leaves the toolbar. */
  async function reachedBy(key: 'ArrowRight' | 'Tab', scope: string): Promise<{ reached: string[]; unseen: string[] }> {
    const { page } = bench;
    const reached: string[] = [];
    const unseen: string[] = [];
    for (let left = 150; left > 0; left -= 1) {
      const at = (await page.evaluate(`(() => { const at = ${IN_BAR}; if (!at?.closest(${JSON.stringify(scope)})) return ''; at.dataset.reached = ''; return at.dataset.item ?? at.textContent; })()`)) as string;
      if (at !== '') {
        if (reached.includes(at) && key === 'ArrowRight') break;
        reached.push(at);
        if (!(await page.evaluate(IS_SEEN))) unseen.push(at);
      } else if (reached.length > 0) break;
      await page.keyboard.press(key);
    }
    return { reached, unseen };
  }

  it.each(SIZES)('at most 35 % of the height is taken by bar, status and caption: $name', async (size) => {
    const { page } = bench;
    await open(size);
    const seen = 'seen' in size ? size.seen : size.height;
    const taken = async () => Number(await page.evaluate(BAR_PX)) + (await captionOf(page).then((caption) => (caption && caption.rows.length > 0 ? caption.box.bottom - caption.box.top : 0)));
    expect(await taken()).toBeLessThanOrEqual(seen * MOST + 1);
    await set(page, { caption: true, contrast: 'yellow-on-black' });
    await ask(page, 'settled()');
    await frames(page, 3);
    expect(await taken()).toBeLessThanOrEqual(seen * MOST + 1);
  });

  it.each(SIZES)('every control of bar and panel is reached by keyboard, and seen when it is: $name', async (size) => {
    const { page } = bench;
    await open(size);
    // Where there is room for a pill alone, it opens the bar.
    if (await page.evaluate(`Boolean(${ROOT}.querySelector('.pill'))`)) {
      await until(`${IN_BAR} ?? ${ROOT}.querySelector('.pill')`);
      await page.evaluate(`${IN_BAR} ?? ${ROOT}.querySelector('.pill button, button.pill').focus()`);
      // A phone's keyboard goes when the field has lost the focus.
      if ('seen' in size) await page.evaluate(`delete visualViewport.height, visualViewport.dispatchEvent(new Event('resize'))`);
      await frames(page, 3);
      if (await page.evaluate(`Boolean(${ROOT}.querySelector('.pill'))`)) await page.keyboard.press('Enter');
      await until(`${ROOT}.querySelector('[role=toolbar]')`);
      await page.evaluate(`${IN_BAR} ?? ${ROOT}.querySelector('[role=toolbar] button').focus()`);
      await frames(page, 3);
    }
    await until(`${IN_BAR}?.closest('[role=toolbar]')`);
    const all = (await page.evaluate(`[...${ROOT}.querySelectorAll('[role=toolbar] button')].${SHOWN}.map((one) => one.dataset.item)`)) as string[];
    expect(all.length).toBeGreaterThan(3);
    const bar = await reachedBy('ArrowRight', '[role=toolbar]');
    expect([...bar.reached].sort()).toEqual([...all].sort());
    expect(bar.unseen).toEqual([]);

    for (let left = 30; left > 0 && (await page.evaluate(`${IN_BAR}.dataset.item`)) !== 'more'; left -= 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await until(`${ROOT}.querySelector('#panel [data-setting]')`);
    await frames(page, 3);
    const panel = await reachedBy('Tab', '#panel, dialog');
    expect(panel.unseen).toEqual([]);
    // Of a group of choices Tab reaches the chosen one, and arrows the others.
    const missed = await page.evaluate(`[...${ROOT}.querySelectorAll('#panel button, #panel summary, #panel a[href], #panel input')].${SHOWN}.filter((one) => !one.hasAttribute('data-reached') && one.getAttribute('role') !== 'radio' && one.tabIndex >= 0).map((one) => one.outerHTML.slice(0, 120))`);
    expect(missed).toEqual([]);
    const groups = await page.evaluate(`[...${ROOT}.querySelectorAll('#panel [role=radiogroup]')].${SHOWN}.filter((one) => !one.querySelector('[data-reached]')).map((one) => one.outerHTML.slice(0, 120))`);
    expect(groups).toEqual([]);
  });
});
