// What the issues promise of pages as they are: saved government pages with all their faults. Skipped, with one line, where they are not at hand.
// Restoration of the same pages is in restore.test.ts.
import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { lettered, measureContrast, measureTexts, partOf, sizeRatios, stopPageTimers } from '../support/instrument';
import { mountOf, realPages, type RealPage } from '../support/pages';
import { ask, closeAndForget, frames, ownErrors, recordErrors, SCHEMES, set, strongestOf, visit, widgetMount } from '../support/product';
import { TAG } from '../support/site';
import { unannotated } from '../support/annotated';
import { useBrowser } from '../support/use-browser';

const PAGES = realPages();
/** What is measured on each page, for the figures printed at the end. */
const measured: string[] = [];

/** Faults of scripts, without stack: the same one reads the same twice. What could not be fetched is a matter of the cache, too. */
const heads = (errors: readonly string[]) => [...new Set(errors.filter((error) => !error.startsWith('console:')).map((error) => error.split('\n')[0] ?? ''))];

describe.skipIf(PAGES.length === 0).each(BROWSERS)('real pages in %s', (name) => {
  const bench = useBrowser(name, []);

  async function load(page: RealPage, withProduct: boolean): Promise<void> {
    bench.site.mount([mountOf(page, withProduct ? { html: TAG, before: '</head>' } : undefined), widgetMount()]);
    const address = `${bench.site.origin}/${page.entry}`;
    if (withProduct) await visit(bench.page, address);
    else await bench.page.goto(address, { waitUntil: 'load' });
  }

  it.each(PAGES.map((page, index) => ({ ...page, index })))('$id', async (one) => {
    const { page, opened } = bench;
    const errors = recordErrors(page);
    opened.forgetForeign();
    await load(one, false);
    // Errors of the page's own `onload` come a moment later.
    await frames(page, 3);
    const ownCalls = new Set(opened.foreign());
    const ownFaults = heads(errors);
    errors.length = 0;
    await load(one, true);
    await stopPageTimers(page);
    const before = await measureTexts(page);

    await set(page, { textSize: 200 });
    const ratios = sizeRatios(before, await measureTexts(page));
    const grown = partOf(ratios, ({ ratio }) => ratio >= 1.9 && ratio <= 2.15);
    await closeAndForget(page);

    // Two schemes a page: over all pages and both browsers each of the six comes often.
    const parts: Record<string, number> = {};
    const weak: string[] = [];
    for (const at of [0, 1]) {
      const contrast = SCHEMES[(one.index * 2 + at + (name === 'firefox' ? 3 : 0)) % SCHEMES.length] ?? SCHEMES[0];
      await set(page, { contrast });
      const lines = lettered(await measureContrast(page, 2));
      parts[contrast] = partOf(lines, ({ ratio }) => ratio >= 7);
      weak.push(...lines.filter(({ ratio }) => ratio < 7).map(({ text, ratio, ink, ground }) => `${contrast} ${ratio} ${ink} on ${ground}: ${text}`));
    }
    await closeAndForget(page);

    await ask(page, 'open()');
    await set(page, await strongestOf(page));
    const unread = await unannotated(page);
    await closeAndForget(page);

    measured.push(`${name} ${one.id}: doubled ${grown.toFixed(3)}, ${Object.entries(parts).map(([scheme, part]) => `${scheme} ${part.toFixed(3)}`).join(', ')}`);
    expect(ownErrors(errors), 'errors of the product').toEqual([]);
    expect(heads(errors).filter((error) => !ownFaults.includes(error)), 'errors of the page that it did not have').toEqual([]);
    expect([...new Set(opened.foreign())].filter((url) => !ownCalls.has(url)), 'requests to others').toEqual([]);
    expect(unread, 'text in view without pinyin').toEqual([]);
    expect(grown, JSON.stringify(ratios.filter(({ ratio }) => ratio < 1.9 || ratio > 2.15))).toBeGreaterThanOrEqual(0.97);
    for (const [scheme, part] of Object.entries(parts)) expect(part, `${scheme}\n${weak.join('\n')}`).toBeGreaterThanOrEqual(0.98);
    page.removeAllListeners('pageerror');
    page.removeAllListeners('console');
  });

  it('tells the figures', () => {
    console.log(measured.splice(0).join('\n'));
  });
});
