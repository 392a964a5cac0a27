// What a page holds after many times on and off is what it held after a few: nodes, listeners, observers, sheets, highlights; and, as Chromium
// counts them, what is in the page no more and yet alive. The heap takes longer and a quiet machine: `npm run soak`.
import { describe, expect, it } from 'vitest';
import { countHolds, type Counts } from '../../scripts/soak/counts.mjs';
import { cycle } from '../../scripts/soak/cycle.mjs';
import { putVoice } from '../../scripts/soak/voice.mjs';
import { BROWSERS } from '../support/browsers';
import { demoMounts, ownErrors, recordErrors, visit, widgetMount, type Patch } from '../support/product';
import { useBrowser } from '../support/use-browser';

declare const window: Window & { mingduCounts: Counts };

/** Each aid by itself, so that what holds something is named. */
const AIDS: Readonly<Record<string, Patch>> = {
  'text-size': { textSize: 200 }, spacing: { spacing: 'wider' }, contrast: { contrast: 'yellow-on-black' }, 'reading-line': { readingLine: 'ruler' }, pinyin: { pinyin: 'rare' }, speech: { speech: 'point' },
  caption: { caption: true }, pointer: { pointer: 'larger' }, focus: { focus: 'strong' }, still: { still: true }, lens: { lens: true }, image: { image: true }, find: { shortcuts: 'mingdu' },
  cursor: { cursor: 'on' }, view: { view: 'article' },
};
/** More than a collection may leave by chance. */
const TIMES = 6;

/** All that has been seen once is there. */
const FIRST = 20;
const CYCLES = 40;
/** All at once take the longest by far. */
const ALL_EVERY = 9;

describe.each(BROWSERS)('on and off again and again in %s', (name) => {
  const bench = useBrowser(name, [...demoMounts(), widgetMount()]);

  it(`holds after ${CYCLES} cycles what it held after ${FIRST}`, async () => {
    const { page } = bench;
    const errors = recordErrors(page);
    await page.evaluateOnNewDocument(countHolds);
    await page.evaluateOnNewDocument(putVoice);
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

describe.runIf(BROWSERS.includes('chromium'))('each aid on and off in chromium', () => {
  const bench = useBrowser('chromium', [...demoMounts(), widgetMount()]);

  it('leaves no node and no listener alive', async () => {
    const { page } = bench;
    await visit(page, `${bench.site.origin}/article.html`);
    const client = await page.createCDPSession();
    await client.send('Performance.enable');
    const cycles = (patch: Patch, count: number) =>
      page.evaluate(`(async () => {
        for (let at = 0; at < ${count}; at += 1) {
          await Mingdu.set(${JSON.stringify(patch)});
          await Mingdu.settled();
          await Mingdu.reset();
        }
        await Mingdu.settled();
      })()`);
    const alive = async () => {
      // What is only weakly held takes more than one collection to go.
      for (let times = 0; times < 3; times += 1) await client.send('HeapProfiler.collectGarbage');
      const { metrics } = await client.send('Performance.getMetrics');
      return Object.fromEntries(metrics.filter(({ name }) => name === 'Nodes' || name === 'JSEventListeners').map(({ name, value }) => [name, value]));
    };
    const grown: string[] = [];
    for (const [id, patch] of Object.entries(AIDS)) {
      await cycles(patch, 2);
      const before = await alive();
      await cycles(patch, TIMES);
      const after = await alive();
      // Once for each time is a leak; one or two are what the last time has left until the next.
      for (const [name, count] of Object.entries(after)) if (count - (before[name] ?? 0) >= TIMES) grown.push(`${id}: ${count - (before[name] ?? 0)} ${name} more`);
    }
    expect(grown).toEqual([]);
  }, 120_000);
});
