// What the issues promise of pages as they are: saved government pages with all their faults. Skipped, with one line, where they are not at hand.
// Restoration of the same pages is in restore.test.ts.
import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { findingsOf, measure, sentencesOf, stopPageTimers } from '../../scripts/instrument/instrument';
import { mountOf, realPages, type RealPage } from '../support/pages';
import { ask, closeAndForget, frames, ownErrors, recordErrors, SCHEMES, set, settling, strongestOf, visit, widgetMount, type Patch } from '../support/product';
import { unknownOf } from '../support/shortfalls';
import { TAG } from '../support/site';
import { unannotated } from '../support/annotated';
import { useBrowser } from '../support/use-browser';

const PAGES = realPages();
/** Larger and wider, each alone and together. */
const ENLARGED: readonly Patch[] = [{ textSize: 200 }, { textSize: 300 }, { spacing: 'wider' }, { textSize: 200, spacing: 'wider' }];
/** With readings, alone and over larger text. */
const READ: readonly Patch[] = [{ pinyin: 'all' }, { pinyin: 'all', textSize: 150 }];
/** Windows' heights that are looked at for contrast and signs. */
const SCREENS = 2;
/** What is found on each page, for the figures printed at the end. */
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
    const before = await measure(page, { pixels: true, screens: SCREENS });

    const found: Record<string, string[]> = {};
    for (const patch of [...ENLARGED, ...READ]) {
      await set(page, patch);
      const factor = Number(patch['textSize'] ?? 100) / 100;
      const findings = findingsOf(before, await measure(page, settling(page)), { factor });
      // Above 200 % a page may need sideways scrolling.
      found[JSON.stringify(patch)] = sentencesOf(findings.filter(({ kind }) => factor <= 2 || kind !== 'sideways'));
      await closeAndForget(page);
    }
    // Two schemes a page: over all pages and both browsers each of the six comes often.
    for (const at of [0, 1]) {
      const contrast = SCHEMES[(one.index * 2 + at + (name === 'firefox' ? 3 : 0)) % SCHEMES.length] ?? SCHEMES[0];
      await set(page, { contrast });
      found[contrast] = sentencesOf(findingsOf(before, await measure(page, { pixels: true, screens: SCREENS }), { contrast: 7 }));
    }
    await closeAndForget(page);

    await ask(page, 'open()');
    await set(page, await strongestOf(page));
    const unread = await unannotated(page);
    await closeAndForget(page);

    measured.push(`${name} ${one.id}: ${before.texts.length} texts; ${Object.entries(found).map(([aid, { length }]) => `${aid} ${length}`).join(', ')}`);
    expect(ownErrors(errors), 'errors of the product').toEqual([]);
    expect(heads(errors).filter((error) => !ownFaults.includes(error)), 'errors of the page that it did not have').toEqual([]);
    expect([...new Set(opened.foreign())].filter((url) => !ownCalls.has(url)), 'requests to others').toEqual([]);
    expect(unread, 'text in view without pinyin').toEqual([]);
    const unknown = Object.entries(found).map(([aid, sentences]) => [aid, unknownOf(one.id, sentences)] as const);
    expect(Object.fromEntries(unknown.filter(([, { length }]) => length > 0)), 'lost by an aid').toEqual({});
    page.removeAllListeners('pageerror');
    page.removeAllListeners('console');
  });

  it('tells the figures', () => {
    console.log(measured.splice(0).join('\n'));
  });
});
