// Pages of React 18, React 19 and Vue 3 that change while aids are on: no error, the text that they mean, and nothing left at the end.
// What the pages do is in test/fixtures/frameworks.
import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { FRAMEWORKS, frameworksMount, type FrameworkControls } from '../support/frameworks';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { ask, closeAndForget, set, strongestOf, visit, widgetMount } from '../support/product';
import { unannotated } from '../support/annotated';
import { TAG } from '../support/site';
import { useBrowser } from '../support/use-browser';

declare const window: Window & FrameworkControls;

const ROUNDS = 25;
const STEPS = 4;

describe.each(BROWSERS)('framework pages in %s', (name) => {
  const bench = useBrowser(name, [widgetMount(), frameworksMount({ html: TAG, before: '</head>' })]);

  async function start(framework: string): Promise<void> {
    await visit(bench.page, `${bench.site.origin}/frameworks/${framework}`);
    await bench.page.waitForFunction(() => window.ready);
  }

  /** Many changes, some awaited by the product and some not; what the page shows is compared after each round. */
  async function live(): Promise<void> {
    const { page } = bench;
    for (let round = 0; round < ROUNDS; round += 1) {
      const [actual, expected] = await page.evaluate(async (steps) => {
        await window.step(steps);
        return [window.actualText(), window.expectedText()];
      }, STEPS);
      expect(actual).toBe(expected);
      if (round % 5 !== 4) continue;
      await ask(page, 'settled()');
      expect(await page.evaluate(() => window.actualText())).toBe(expected);
      expect(await unannotated(page)).toEqual([]);
    }
  }

  describe.each(FRAMEWORKS)('%s', (framework) => {
    it.each(['pinyin', 'all aids'])('updates, reorders and unmounts while %s is on', async (which) => {
      const { page } = bench;
      await start(framework);
      await set(page, which === 'pinyin' ? { pinyin: 'all' } : await strongestOf(page));
      if (which !== 'pinyin') await ask(page, 'open()');
      await live();
      await page.evaluate(() => window.unmount());
      await ask(page, 'settled()');
      expect(await page.evaluate(() => [window.actualText(), window.pageErrors])).toEqual(['|', []]);
      await closeAndForget(page);
      expect(await page.evaluate(`[document.querySelector('#app').innerHTML.replace(/<!--.*?-->/g, ''), document.querySelectorAll('[data-mingdu] ruby, ruby[data-mingdu], rt').length]`)).toEqual(['', 0]);
      expect(await page.evaluate(`/mingdu-x/.test(document.documentElement.outerHTML)`)).toBe(false);
    });

    it('goes on after 退出, with its own nodes', async () => {
      const { page } = bench;
      await start(framework);
      await takePageSnapshot(page);
      await set(page, await strongestOf(page));
      await closeAndForget(page);
      expect(await pageDifferences(page)).toEqual([]);
      await set(page, { pinyin: 'all' });
      await page.evaluate(() => window.step(30));
      await closeAndForget(page);
      expect(await page.evaluate(() => [window.actualText() === window.expectedText(), window.pageErrors])).toEqual([true, []]);
      await page.evaluate(() => window.step(30));
      expect(await page.evaluate(() => [window.actualText() === window.expectedText(), window.pageErrors])).toEqual([true, []]);
    });

    it('aids go on and off between changes', async () => {
      const { page } = bench;
      await start(framework);
      for (const patch of [{ pinyin: 'all' }, { textSize: 200 }, { contrast: 'white-on-black' }, { pinyin: 'off' }, { pinyin: 'rare' }, { textSize: 100, contrast: 'off' }, { pinyin: 'all' }]) {
        await Promise.all([set(page, patch), page.evaluate(() => window.step(6))]);
        expect(await page.evaluate(() => window.actualText() === window.expectedText())).toBe(true);
      }
      await closeAndForget(page);
      expect(await page.evaluate(() => [window.actualText() === window.expectedText(), window.pageErrors])).toEqual([true, []]);
    });
  });
});
