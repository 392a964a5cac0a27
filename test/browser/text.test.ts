// Larger text and wider spacing on the demo pages: how much, for all text, and with nothing lost. Real pages: real-pages.test.ts.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { findingsOf, measure, sentencesOf, stopPageTimers } from '../../scripts/instrument/instrument';
import { ask, closeAndForget, DEMO_PAGES, demoMounts, set, settling, visit, widgetMount } from '../support/product';
import { unknownOf } from '../support/shortfalls';
import { useBrowser } from '../support/use-browser';

/** Of one element, in CSS pixels; those of spacing as parts of the font size. */
interface Computed {
  readonly size: number;
  readonly line: number;
  readonly letter: number;
  readonly word: number;
  readonly gap: number;
}

const computed = (selector: string) => `(() => {
  const element = document.querySelector(${JSON.stringify(selector)});
  const style = getComputedStyle(element);
  const size = parseFloat(style.fontSize);
  const next = element.nextElementSibling;
  const em = (value) => (parseFloat(value) || 0) / size;
  return { size, line: em(style.lineHeight), letter: em(style.letterSpacing), word: em(style.wordSpacing),
    gap: next === null ? 0 : (next.getBoundingClientRect().top - element.getBoundingClientRect().bottom) / size };
})()`;

describe.each(BROWSERS)('text in %s', (name) => {
  const bench = useBrowser(name, [...demoMounts(), widgetMount()]);
  afterEach(() => closeAndForget(bench.page));

  describe.each(DEMO_PAGES)('%s', (path) => {
    beforeEach(async () => {
      await visit(bench.page, `${bench.site.origin}/${path}`);
      await stopPageTimers(bench.page);
    });

    it.each([150, 200, 300])('at %i % every text grows by as much and nothing is lost', async (percent) => {
      const before = await measure(bench.page);
      await set(bench.page, { textSize: percent });
      const findings = findingsOf(before, await measure(bench.page, settling(bench.page)), { factor: percent / 100 });
      // Above 200 % a page may need sideways scrolling; nothing else may happen to it.
      expect(unknownOf(path, sentencesOf(findings.filter(({ kind }) => percent <= 200 || kind !== 'sideways')))).toEqual([]);
    });

    it.each(['wide', 'wider'])('%s spacing loses nothing, and at 200 % neither', async (spacing) => {
      const before = await measure(bench.page);
      await set(bench.page, { spacing });
      expect(unknownOf(path, sentencesOf(findingsOf(before, await measure(bench.page, settling(bench.page)))))).toEqual([]);
      await set(bench.page, { textSize: 200 });
      expect(unknownOf(path, sentencesOf(findingsOf(before, await measure(bench.page, settling(bench.page)), { factor: 2 })))).toEqual([]);
    });
  });

  describe('article.html', () => {
    beforeEach(() => visit(bench.page, `${bench.site.origin}/article.html`));

    it('spacing has the values of WCAG 1.4.12, and goes beyond', async () => {
      const paragraph = computed('.article .body p:nth-of-type(2)');
      // The demo's own lines are as far apart as ours; this page's are closer, as most are.
      await bench.page.evaluate(`for (const each of document.querySelectorAll('.article .body p')) each.style.lineHeight = '1.3'`);
      await set(bench.page, { spacing: 'wide' });
      const wide = (await bench.page.evaluate(paragraph)) as Computed;
      expect(wide.line).toBeGreaterThanOrEqual(1.5 - 0.01);
      expect(wide.letter).toBeCloseTo(0.12, 2);
      expect(wide.word).toBeCloseTo(0.16, 2);
      expect(wide.gap).toBeGreaterThanOrEqual(2 - 0.05);
      await set(bench.page, { spacing: 'wider' });
      const wider = (await bench.page.evaluate(paragraph)) as Computed;
      for (const key of ['line', 'letter', 'word', 'gap'] as const) expect(wider[key], key).toBeGreaterThan(wide[key]);
      expect(wider.size).toBe(wide.size);
    });

    it('text that comes later grows too', async () => {
      await set(bench.page, { textSize: 200 });
      await bench.page.evaluate(`{
        const late = document.createElement('p');
        late.id = 'late';
        late.style.fontSize = '15px';
        late.textContent = '后来才出现的一段话';
        document.querySelector('.article .body').prepend(late);
      }`);
      await ask(bench.page, 'settled()');
      const { size } = (await bench.page.evaluate(computed('#late'))) as Computed;
      expect(size / 15).toBeGreaterThan(1.9);
      expect(size / 15).toBeLessThan(2.15);
    });

    it('changes from one size to another without adding up', async () => {
      const { size } = (await bench.page.evaluate(computed('.article .body p'))) as Computed;
      for (const textSize of [200, 125, 300, 150]) await set(bench.page, { textSize });
      const now = (await bench.page.evaluate(computed('.article .body p'))) as Computed;
      expect(now.size / size).toBeCloseTo(1.5, 1);
      await set(bench.page, { textSize: 100 });
      expect(((await bench.page.evaluate(computed('.article .body p'))) as Computed).size).toBe(size);
    });
  });
});
