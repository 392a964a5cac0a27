// Larger and wider text where layout is hard: every known pattern of fixed boxes, old tables, whole-window applications and phone pages.
// Nothing may be lost that was there. Other traps of text: text-torture.test.ts; pages as they are: real-pages.test.ts.
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { findingsOf, measure, pageDifferences, sentencesOf, stopPageTimers, takePageSnapshot, type Measurement } from '../../scripts/instrument/instrument';
import { closeAndForget, set, settling, visit, widgetMount, type Patch } from '../support/product';
import { unknownOf } from '../support/shortfalls';
import { TAG } from '../support/site';
import { useBrowser } from '../support/use-browser';

const from = fileURLToPath(new URL('../fixtures/pages/', import.meta.url));

/** Pages, and the window's widths at which they are meant to be read. */
const PAGES = [
  ['layout-torture-boxes', 1280],
  ['layout-torture-quirks', 1280],
  ['layout-torture-app', 1280],
  ['layout-torture-app', 360],
  ['layout-torture-phone', 1280],
  ['layout-torture-phone', 360],
] as const;
const AIDS: readonly Patch[] = [{ textSize: 200 }, { textSize: 300 }, { spacing: 'wider' }, { textSize: 200, spacing: 'wider' }];

/** How long a page's own write may take to be followed. */
const FOLLOWED_MS = 500;

describe.each(BROWSERS)('hard layouts in %s', (name) => {
  const bench = useBrowser(name, [{ at: '/', from, inject: { html: TAG, before: '</head>' } }, widgetMount()]);
  afterEach(() => closeAndForget(bench.page));

  describe.each(PAGES)('%s at %i px', (path, width) => {
    let before: Measurement;
    beforeAll(async () => {
      await bench.page.setViewport({ width, height: width < 600 ? 640 : 800 });
      await visit(bench.page, `${bench.site.origin}/${path}.html`);
      await stopPageTimers(bench.page);
      await takePageSnapshot(bench.page);
      before = await measure(bench.page, { pixels: true });
    });

    it.each(AIDS)('loses nothing under %o', async (patch) => {
      await set(bench.page, patch);
      const factor = Number(patch['textSize'] ?? 100) / 100;
      const findings = findingsOf(before, await measure(bench.page, { pixels: true, ...settling(bench.page) }), { factor });
      // Sideways scrolling is ruled out up to 200 %, in a window as wide as a desk's.
      expect(unknownOf(path, sentencesOf(findings.filter(({ kind }) => kind !== 'sideways' || (factor <= 2 && width >= 1280))))).toEqual([]);
    });

    it('is itself again afterwards', async () => {
      expect(await pageDifferences(bench.page, { ignoreScroll: true })).toEqual([]);
    });
  });

  it('a menu that a script places stands right under its opener, and all of it can be read', async () => {
    await bench.page.setViewport({ width: 1280, height: 800 });
    await visit(bench.page, `${bench.site.origin}/layout-torture-boxes.html`);
    await set(bench.page, { textSize: 200 });
    await bench.page.evaluate(`document.getElementById('opener').click()`);
    await new Promise((resolve) => setTimeout(resolve, FOLLOWED_MS));
    await bench.page.evaluate('Mingdu.settled()');
    const [left, top] = (await bench.page.evaluate(`(() => { const [a, b] = ['opener', 'placed'].map((id) => document.getElementById(id).getBoundingClientRect()); return [b.left - a.left, b.top - a.bottom]; })()`)) as [number, number];
    expect(Math.abs(left)).toBeLessThanOrEqual(2);
    expect(Math.abs(top)).toBeLessThanOrEqual(2);
    const faults = (await measure(bench.page, settling(bench.page))).faults.filter(({ text }) => text.endsWith('个栏目'));
    expect(faults.map(({ kind, text, detail }) => `${kind}: ${text} ${detail}`).join('\n')).toBe('');
  });
});
