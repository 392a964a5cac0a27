// After 只看正文 every page is back as it was: markup, nodes, scroll position, focus; also with all aids on, whichever came first.
// What the view does is in article-view.test.ts. It is no line of STRONGEST: there it would hide the page that the other aids are measured on.
import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { pageDifferences, stopPageTimers, takePageSnapshot } from '../../scripts/instrument/instrument';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { ask, closeAndForget, DEMO_PAGES, demoMounts, set, strongestOf, visit, widgetMount } from '../support/product';
import { TAG } from '../support/site';
import { useBrowser } from '../support/use-browser';
import { noticeMounts, VIEW } from '../support/view';

describe.each(BROWSERS)('after the article alone in %s', (name) => {
  const bench = useBrowser(name, [...demoMounts(), ...noticeMounts(TAG), widgetMount()]);
  expectNoOwnErrors(() => bench.page);

  it.each(['/notice/', ...DEMO_PAGES.map((path) => `/${path}`)])('%s is back as it was, after it and after it with all aids', async (path) => {
    const { page, site } = bench;
    await visit(page, site.origin + path);
    await page.evaluate('localStorage.clear()');
    await page.mouse.click(3, 780);
    await stopPageTimers(page);
    await page.evaluate('scrollTo(0, 120)');
    await takePageSnapshot(page);
    const strongest = await strongestOf(page);
    await set(page, { view: 'article' });
    await closeAndForget(page);
    expect(await pageDifferences(page)).toEqual([]);
    // With all aids from the top, as in restore.test.ts: scrolled, the reader's line stays rather than the pixel.
    await page.evaluate('scrollTo(0, 0)');
    await takePageSnapshot(page);
    for (const [first, second] of [[strongest, { view: 'article' }], [{ view: 'article' }, strongest]] as const) {
      await set(page, first);
      await set(page, second);
      await ask(page, 'open()');
      expect(await page.evaluate(`Boolean(${VIEW})`)).toBe(true);
      await closeAndForget(page);
      expect(await pageDifferences(page)).toEqual([]);
    }
  });
});
