// One visit of one page with one candidate: the load, and then one step switched on, off and on again. Everything that is counted of it.
// Not for which visits there are (steps.mjs).
import { clockOf, Overdue, within } from './browser.mjs';

const PART_MS = 150;
/** A part of time in which the main thread did no more than this, beyond what looking costs, is quiet. */
const QUIET_MS = 12;
const QUIET_PARTS = 3;
const IDLE_PARTS = 3;
/** Where a browser tells no times of its thread: so long nothing of what is seen has changed. */
const STILL_MS = 700;
/** Mingdu waits with readings until a page that was just loaded has come to rest; all candidates are asked after that. */
const AT_REST_MS = 3300;
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const run = (tab, code) => tab.evaluate(`(async () => { ${code} })()`);

/** Waits until the main thread has come to rest. @returns what a millisecond of rest costs then */
async function quiet(tab, clock, limit, idle = 0) {
  const until = Date.now() + limit;
  let still = 0;
  let before = await clock();
  let rest = Infinity;
  while (still < QUIET_PARTS) {
    if (Date.now() > until) throw new Overdue(`no rest after ${limit / 1000} s`);
    const from = performance.now();
    await pause(PART_MS);
    const now = await within(Math.max(1, until - Date.now()), clock());
    if (now === undefined) {
      const since = await within(Math.max(1, until - Date.now()), tab.evaluate('globalThis.mingduBench?.sinceChange?.() ?? 1e9'));
      if (since > STILL_MS) return 0;
    } else {
      const spent = now - before;
      still = spent < QUIET_MS + 1.5 * idle * PART_MS ? still + 1 : 0;
      if (still > 0) rest = Math.min(rest, spent / (performance.now() - from));
      before = now;
    }
  }
  return rest;
}

/** What a millisecond costs in which nothing happens but looking: the least of some. */
async function idleOf(clock) {
  let least = Infinity;
  for (let part = 0; part < IDLE_PARTS; part += 1) {
    const [from, before] = [performance.now(), await clock()];
    await pause(PART_MS);
    const now = await clock();
    if (now === undefined) return 0;
    least = Math.min(least, (now - before) / (performance.now() - from));
  }
  return least;
}

/** Opens the page and waits until the candidate is there and nothing is going on. @returns what that took */
export async function open({ name, tab, site, limit }, path, candidate) {
  site.take();
  const foreign = [];
  tab.on('request', (request) => !request.url().startsWith(site.origin) && /^https?:/.test(request.url()) && foreign.push(request.url()));
  const clock = await clockOf(name, tab);
  await tab.goto(site.origin + path, { waitUntil: 'load', timeout: limit });
  await tab.waitForFunction(candidate.ready, { timeout: limit, polling: 50 });
  await pause(PART_MS);
  await quiet(tab, clock, limit);
  const { requests, bytes, missed } = site.take();
  return { clock, foreign, load: { cpu: await clock(), longest: await tab.evaluate('mingduBench.longest'), requests, bytes, missed } };
}

/** One press, from it until nothing is going on any more. */
async function press({ tab, limit }, clock, code) {
  await tab.evaluate('mingduBench.watch()');
  // What looking itself costs, to be taken off.
  const idle = await idleOf(clock);
  const [from, before] = [performance.now(), await clock()];
  await within(limit, run(tab, `mingduBench.press(); ${code}; await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))`));
  const after = Math.min(idle, await quiet(tab, clock, limit, idle));
  const elapsed = performance.now() - from;
  const spent = await clock();
  const seen = await tab.evaluate('mingduBench.ended()');
  return { ...seen, ...(spent !== undefined && { cpu: Math.max(0, spent - before - after * elapsed) }) };
}

/**
 * @param stand browser's name, tab, site, limit in milliseconds, and whether it is switched on a second time
 * @param step the candidate's name of it; undefined for the load alone
 * @returns { load, first, off, again }, each with what was counted; the last may be missing
 */
export async function visit(stand, path, candidate, step) {
  const { clock, foreign, load } = await open(stand, path, candidate);
  if (step === undefined) return { load: { ...load, foreign: foreign.length } };
  const { tab, limit } = stand;
  const { on, off } = candidate[step];
  if (step === 'pinyin') await pause(Math.max(0, AT_REST_MS - (await tab.evaluate('performance.now()'))));
  if (step !== 'open' && candidate.begin) {
    await within(limit, run(tab, candidate.begin));
    await quiet(tab, clock, limit);
  }
  const first = await press(stand, clock, on);
  const later = stand.site.take();
  first.fetched = load.bytes + later.bytes;
  first.fetches = load.requests + later.requests;
  const stop = await press(stand, clock, off);
  const again = stand.again ? await press(stand, clock, on) : undefined;
  return { load: { ...load, foreign: foreign.length }, first, off: stop, again };
}

/** Main-thread milliseconds of one pointer move with the reading aid on, over the same moves without it, in one page. */
export async function pointerVisit(stand, path, candidate, moves) {
  const { tab, limit } = stand;
  const { clock } = await open(stand, path, candidate);
  if (candidate.begin) await within(limit, run(tab, candidate.begin));
  const sweep = async (count) => {
    const before = await clock();
    for (let at = 0; at < count; at += 1) {
      await clock.client.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 60 + ((at * 7) % 600), y: 60 + ((at * 13) % 500) });
      await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => done())));
    }
    return (await clock() - before) / count;
  };
  await sweep(15);
  const without = await sweep(moves);
  await within(limit, run(tab, candidate.guide.on));
  await quiet(tab, clock, limit);
  await sweep(15);
  return { move: await sweep(moves) - without, without };
}
