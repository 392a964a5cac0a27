// What a page holds after many times on and off is what it held after a few: nodes, listeners, observers, sheets, highlights.
// The heap takes longer and a quiet machine: `npm run soak`.
import { describe, expect, it } from 'vitest';
import { countHolds, type Counts } from '../../scripts/soak/counts.mjs';
import { cycle } from '../../scripts/soak/cycle.mjs';
import { BROWSERS } from '../support/browsers';
import { demoMounts, ownErrors, recordErrors, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';

declare const window: Window & { mingduCounts: Counts };

/** All that has been seen once is there. */
const FIRST = 18;
const CYCLES = 60;
/** All at once take the longest by far. */
const ALL_EVERY = 6;

describe.each(BROWSERS)('on and off again and again in %s', (name) => {
  const bench = useBrowser(name, [...demoMounts(), widgetMount()]);

  it(`holds after ${CYCLES} cycles what it held after ${FIRST}`, async () => {
    const { page } = bench;
    const errors = recordErrors(page);
    await page.evaluateOnNewDocument(countHolds);
    await visit(page, `${bench.site.origin}/article.html`);
    await page.evaluate(`window.soakCycle = ${String(cycle)}; void 0`);
    const run = (from: number, to: number) => page.evaluate(`(async () => { for (let at = ${from}; at < ${to}; at += 1) await soakCycle(at, at % ${ALL_EVERY} === 0); await Mingdu.settled(); })()`);
    const held = () =>
      page.evaluate(() => {
        const counts = window.mingduCounts;
        return { nodes: counts.nodes(), listeners: counts.listeners(), observers: counts.observers(), sheets: counts.sheets(), highlights: counts.highlights() };
      });
    await run(0, FIRST);
    const before = await held();
    for (let at = FIRST; at < CYCLES; at += 4) await run(at, at + 4);
    expect(await held()).toEqual(before);
    expect(before.observers).toEqual([]);
    expect(ownErrors(errors)).toEqual([]);
  }, 600_000);
});
