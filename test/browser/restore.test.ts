// 退出 puts every page back: markup, nodes, adopted sheets, fields, scroll position, the reader's selection and focus. All aids at once, each alone, three in any order.
// What each aid does while it is on is in aids.test.ts.
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, launch, type OpenBrowser } from '../support/browsers';
import { pageDifferences, stopPageTimers, takePageSnapshot } from '../../scripts/instrument/instrument';
import { shuffled, triplesOf } from '../support/orders';
import { mountOf, realPages } from '../support/pages';
import { ask, closeAndForget, DEMO_PAGES, demoMounts, ownErrors, recordErrors, set, strongestOf, visit, widgetMount, type Patch } from '../support/product';
import { selectInField, selectInText } from '../support/reader';
import { startSite, TAG, type Mount, type Site } from '../support/site';
import { topText, topTextMoved } from '../support/top-text';

interface Case {
  readonly id: string;
  readonly path: string;
  readonly mounts: readonly Mount[];
}

const CASES: Case[] = [
  ...DEMO_PAGES.map((path) => ({ id: `demo/${path}`, path: `/${path}`, mounts: demoMounts() })),
  ...realPages().map((one) => ({ id: one.id, path: `/${one.entry}`, mounts: [mountOf(one, { html: TAG, before: '</head>' })] })),
];

/** All pairs of aids meet here; `MINGDU_ALL_ORDERS=1` has them meet on every page. */
const ALL_PAIRS = process.env['MINGDU_ALL_ORDERS'] === '1' ? CASES.map(({ id }) => id) : ['demo/article.html', 'demo/legacy.html', 'demo/spa.html'];

/** Switches on in one order and off in another; with `off` empty all end together. */
async function cycle(page: Page, on: readonly Patch[], off: readonly string[] = []): Promise<string[]> {
  for (const patch of on) await set(page, patch);
  for (const key of off) {
    const defaults = await page.evaluate(`Object.fromEntries(Object.entries(mingduDefaults).filter(([key]) => key === ${JSON.stringify(key)}))`);
    await set(page, defaults as Patch);
  }
  await closeAndForget(page);
  return pageDifferences(page);
}

describe.each(BROWSERS)('restoration in %s', (name) => {
  let opened: OpenBrowser;
  let site: Site;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    site = await startSite();
    opened = await launch(name);
    page = await opened.newPage();
    errors = recordErrors(page);
  });
  afterAll(async () => {
    await opened?.close();
    await site?.close();
  });

  async function start({ path, mounts }: Case): Promise<Patch> {
    site.mount([...mounts, widgetMount()]);
    await visit(page, `${site.origin}${path}`);
    await page.evaluate(`localStorage.clear(); mingduDefaults = Mingdu.get()`);
    await stopPageTimers(page);
    // Where there is a field the focus stays in it; the other pages have a selection that runs backwards over their text.
    if (!(await selectInField(page))) await selectInText(page);
    await takePageSnapshot(page);
    return strongestOf(page);
  }

  describe.each(CASES.map((one, index) => ({ ...one, index })))('$id', (one) => {
    let patch: Patch;
    beforeAll(async () => {
      errors.length = 0;
      patch = await start(one);
    });
    // An aid that failed has nothing to restore: that would prove nothing.
    afterEach(() => expect(ownErrors(errors)).toEqual([]));

    it('after all aids and the toolbar at once', async () => {
      await set(page, patch);
      await ask(page, 'open()');
      expect(await cycle(page, [])).toEqual([]);
    });

    it('after each aid alone', async () => {
      const differences: Record<string, string[]> = {};
      // A heavy page sees the one half in one browser and the other in the other.
      const half = (_pair: unknown, at: number) => ALL_PAIRS.includes(one.id) || one.id.startsWith('demo/') || at % 2 === (one.index + name.length) % 2;
      for (const [key, value] of Object.entries(patch).filter(half)) {
        const found = await cycle(page, [{ [key]: value }]);
        if (found.length > 0) differences[key] = found;
      }
      expect(differences).toEqual({});
    });

    it('after three aids, switched on and off in any order', async () => {
      const differences: Record<string, string[]> = {};
      const triples = triplesOf(Object.keys(patch));
      // The demo's three hardest pages see all pairs; the others share them out, one triple a page and browser.
      const chosen = ALL_PAIRS.includes(one.id) ? triples : shuffled(triples, one.index + name.length).slice(0, 1);
      for (const [at, triple] of chosen.entries()) {
        const on = shuffled(triple, one.index * 100 + at);
        const off = shuffled(triple, one.index * 100 + at + 50);
        const found = await cycle(page, on.map((key) => ({ [key]: patch[key] ?? '' })), off);
        if (found.length > 0) differences[`on ${on.join()}, off ${off.join()}`] = found;
      }
      expect(differences).toEqual({});
    });

    it('keeps a selection in the text, its direction too', async () => {
      await page.evaluate(`document.activeElement.blur()`);
      if (!(await selectInText(page))) return;
      await takePageSnapshot(page);
      const words = await page.evaluate(`getSelection().toString()`);
      // The other pages have it while each aid is alone, above, or the focus in a field.
      for (const [key, value] of Object.entries(ALL_PAIRS.includes(one.id) ? patch : {})) {
        expect(await cycle(page, [{ [key]: value }]), key).toEqual([]);
      }
      await set(page, patch);
      // While they are on, the very same words are selected; line breaks may be others, for boxes stand in other places.
      expect(((await page.evaluate(`getSelection().toString()`)) as string).replace(/\s+/g, '')).toBe(String(words).replace(/\s+/g, ''));
      expect(await cycle(page, [])).toEqual([]);
    });

    it('keeps the text at the top of the window where the reader scrolled', async () => {
      await set(page, { textSize: 200, spacing: 'wide' });
      await page.evaluate(`scrollTo({ top: document.documentElement.scrollHeight * 0.4, behavior: 'instant' })`);
      await ask(page, 'settled()');
      const top = await topText(page);
      await closeAndForget(page);
      expect(await topTextMoved(page), top).toBeLessThanOrEqual(1);
      await page.evaluate(`scrollTo({ top: 0, left: 0, behavior: 'instant' })`);
      expect(await pageDifferences(page)).toEqual([]);
    });
  });
});
