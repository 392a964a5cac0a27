// Mingdu beside other assist layers and beside the same wishes written by hand, in one run, in real browsers, on the same pages. Hands on rows of
// figures; docs/benchmarks.md is made of them (report/). `--quick` tries the measuring on small pages. Not for how an aid is read or looks.
import { darkReader } from './peers/candidates/dark-reader.mjs';
import { floors, nothing } from './peers/candidates/floors.mjs';
import { mingdu, mingduMore } from './peers/candidates/mingdu.mjs';
import { ranbuch } from './peers/candidates/ranbuch.mjs';
import { sienna } from './peers/candidates/sienna.mjs';
import { browserOf } from './peers/browser.mjs';
import { runChecks } from './peers/checks.mjs';
import { PLANS, QUICK_PLANS } from './peers/plan.mjs';
import { createBook } from './peers/rows.mjs';
import { startSite } from './peers/site.mjs';
import { runPointer, runSteps } from './peers/steps.mjs';
import { machineOf } from './machine.mjs';

/**
 * @param theme `peers`, or `growth` for how costs grow with the page
 * @param keep is called with what there is after each part, so that a run that is ended early is not lost
 * @returns { plan, machine, candidates, rows }
 */
export async function measurePeers(theme, { quick = false, keep = async () => undefined } = {}) {
  const plan = (quick ? QUICK_PLANS : PLANS)[theme];
  const all = [nothing, mingdu, mingduMore, sienna, ranbuch, darkReader, ...(await floors())];
  const book = createBook();
  const began = Date.now();
  const tell = (line) => console.error(`[${Math.round((Date.now() - began) / 1000)} s] ${line}`);
  const candidates = all.filter(({ id, files, name }) => {
    const isThere = Object.values(files).every((file) => file !== undefined);
    if (!isThere) {
      book.failed({ page: plan.main, browser: 'chromium', candidate: id }, 'load', 'the package is not installed');
      tell(`${name}: left out`);
    }
    return isThere;
  });
  const site = await startSite(candidates);
  const versions = new Map();
  const loads = [];
  const result = () => ({
    plan: { runs: plan.runs, limit: plan.limit, main: plan.main, mainText: plan.mainText, quick },
    date: new Date(began).toISOString().slice(0, 10),
    machine: { ...machineOf([...versions.values()]), loadAverages: loads },
    candidates: all.map(({ id, name, kind }) => ({ id, name, kind })),
    rows: book.rows,
  });
  const runPhase = async (browser, { checks, pointer, pages }) => {
    const stand = { browser, site, candidates, plan, book, tell };
    versions.set(browser.name, await browser.version());
    if (checks) await runChecks(stand);
    for (const page of pages) {
      loads.push(machineOf([]).loadAverage[0]);
      await runSteps({ ...stand, pages: [page], runs: plan.runs });
      await keep(result());
    }
    if (pointer) await runPointer(stand);
  };
  try {
    for (const phase of plan.phases) {
      const browser = browserOf(phase.browser);
      if (browser === undefined) {
        tell(`${phase.browser}: not installed`);
        continue;
      }
      try {
        await runPhase(browser, phase);
      } catch (error) {
        // The others go on: what was measured so far is worth keeping.
        tell(`${phase.browser}: ${error?.stack ?? error}`);
      } finally {
        await browser.close();
      }
      await keep(result());
    }
    return result();
  } finally {
    site.close();
  }
}
