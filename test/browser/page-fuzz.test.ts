// A plain document is changed at random, with all that a page's script has, while aids go on and off at random; a twin in another window that no aid
// reaches goes through the same. No error, the same text at each step, the same nodes whenever all is off, and nothing that is still held.
// What is done is in test/fixtures/fuzz.
//
// MINGDU_SEED=7 (or `random`) begins elsewhere, MINGDU_STEPS=100000 goes on longer: each 2,000 steps are a page and a seed of their own.
import { afterEach, describe, expect, it } from 'vitest';
import { countHolds } from '../../scripts/soak/counts.mjs';
import { pageSideCode } from '../../scripts/instrument/instrument';
import { BROWSERS } from '../support/browsers';
import { fuzzMount, type FuzzControls, type FuzzReport } from '../support/fuzz-pages';
import { ownErrors, recordErrors, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';

declare const window: Window & FuzzControls;

const STEPS = Number(process.env['MINGDU_STEPS'] ?? 10_000);
const FIRST_SEED = process.env['MINGDU_SEED'] === 'random' ? Math.floor(Math.random() * 1e9) : Number(process.env['MINGDU_SEED'] ?? 9000);
const STEPS_A_PAGE = 2000;
/** Few enough for one call of the page. */
const AT_ONCE = 100;
/** A run that goes on longer tells of more than one. */
const MOST_FAILURES = 6;
const MS_A_STEP = 60;

describe.each(BROWSERS)('a page changed at random in %s', (name) => {
  const bench = useBrowser(name, [widgetMount(), fuzzMount()], { prefs: { 'dom.navigation.navigationRateLimit.count': 100_000 } });

  afterEach(async () => {
    for (const page of (await bench.opened.browser.pages()).slice(1)) await page.close();
  });

  async function run(seed: number, steps: number): Promise<FuzzReport & { readonly errors: readonly string[] }> {
    const page = await bench.opened.newPage();
    const errors = recordErrors(page);
    await page.evaluateOnNewDocument(countHolds);
    await visit(page, `${bench.site.origin}/fuzz/page`);
    await page.evaluate('localStorage.clear()');
    await page.evaluate(pageSideCode());
    await page.evaluate(() => window.startFuzz());
    await page.bringToFront();
    await page.evaluate((from) => window.fuzz.begin(from), seed);
    let report: FuzzReport = { steps: 0, checks: 0, closed: 0, restored: 0, problems: [] };
    while (report.steps < steps && report.problems.length === 0) {
      report = await page.evaluate((count) => window.fuzz.run(count), Math.min(AT_ONCE, steps - report.steps));
    }
    if (report.problems.length === 0) report = await page.evaluate(() => window.fuzz.end());
    await page.evaluate(() => window.endFuzz());
    await page.close();
    return { ...report, errors: ownErrors(errors) };
  }

  it(`keeps its text and is put back, ${STEPS} steps from seed ${FIRST_SEED}`, async () => {
    const began = Date.now();
    const failures: string[] = [];
    const sum = { steps: 0, checks: 0, closed: 0, restored: 0 };
    for (let seed = FIRST_SEED; sum.steps < STEPS && failures.length < MOST_FAILURES; seed += 1) {
      const { problems, errors, ...done } = await run(seed, Math.min(STEPS_A_PAGE, STEPS - sum.steps));
      for (const key of ['steps', 'checks', 'closed', 'restored'] as const) sum[key] += done[key];
      const found = [...problems, ...errors].map((one) => `seed ${seed}, ${one}`);
      failures.push(...found.slice(0, 1));
      if (found.length > 0) console.log(found.join('\n'));
    }
    console.log(`${name}, from seed ${FIRST_SEED}: ${sum.steps} steps, ${sum.checks} compared in full, ${sum.closed} with all off, ${sum.restored} switched on and off, ${Math.round((Date.now() - began) / 1000)} s`);
    expect(failures).toEqual([]);
    expect(sum.closed).toBeGreaterThan(STEPS / 200);
  }, 60_000 + STEPS * MS_A_STEP);
});
