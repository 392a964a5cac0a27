// What the loader costs a page before anybody asks, in Chromium: main-thread milliseconds of a whole load with the tag, beside the same page
// without it, and the longest task of each. Not for what an aid costs (aids.mjs).
import { median } from './measure.mjs';
import { pageOf } from './pages.mjs';
import { table } from './table.mjs';

const LOADS = 15;
const PAGES = [['table', 3000], ['cards', 3000], ['article', 10_000]];
const LIMIT_MS = 20;
const TASK_LIMIT_MS = 50;
/** What still counts once the page is loaded: the launcher is drawn by then, and nothing of ours may come later. */
const AFTER_MS = 150;
const TAG = /<script src="\/mingdu\/mingdu\.js"[^>]*><\/script>/;

/** With the tag as an owner writes it, whose launcher is drawn; or without it. */
const pagesOf = (kind, size) => {
  const page = pageOf(kind, size);
  if (!TAG.test(page)) throw new Error('the page of the bench has no tag to take out');
  return { with: page.replace(TAG, '').replace('</head>', '<script async src="/mingdu/mingdu.js"></script></head>'), without: page.replace(TAG, '') };
};

/** One load in a window of its own: all work of the main thread, the script's own part of it, the longest task. */
async function load({ browser, origin }, path) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  try {
    const client = await tab.createCDPSession();
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    await tab.evaluateOnNewDocument(() => {
      globalThis.longest = 0;
      new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (globalThis.longest = Math.max(globalThis.longest, duration)))).observe({ type: 'longtask', buffered: true });
    });
    await tab.goto(origin + path, { waitUntil: 'load' });
    await new Promise((done) => setTimeout(done, AFTER_MS));
    const { metrics } = await client.send('Performance.getMetrics');
    const of = (name) => (metrics.find((one) => one.name === name)?.value ?? 0) * 1000;
    return { busy: of('TaskDuration'), script: of('ScriptDuration'), longest: await tab.evaluate('longest') };
  } finally {
    await context.close();
  }
}

/** Prints a row for each page. */
export async function benchLoading(bench) {
  bench.serve('loading', (name) => {
    const [kind, size, which] = name.split('-');
    return { type: 'text/html; charset=utf-8', body: pagesOf(kind, Number(size))[which] };
  });
  const rows = [];
  for (const [kind, size] of PAGES) {
    const runs = { with: [], without: [] };
    // By turns, so that what the machine does besides falls on both.
    for (let i = 0; i < LOADS; i += 1) for (const which of ['without', 'with']) runs[which].push(await load(bench, `/loading/${kind}-${size}-${which}`));
    const middle = (which, key) => median(runs[which].map((run) => run[key]));
    const [bare, tagged] = [middle('without', 'busy'), middle('with', 'busy')];
    const task = (which) => (middle(which, 'longest') === 0 ? `< ${TASK_LIMIT_MS}` : middle(which, 'longest').toFixed(0));
    rows.push([`${kind}/${size}`, bare.toFixed(1), tagged.toFixed(1), `${(tagged / bare).toFixed(2)}×`, (tagged - bare).toFixed(1), (middle('with', 'script') - middle('without', 'script')).toFixed(1), task('without'), task('with')]);
  }
  console.log(`a page's load with the tag, main-thread ms, median of ${LOADS}; the tag shall take at most ${LIMIT_MS} and add no task over ${TASK_LIMIT_MS}`);
  console.log(table(['page', 'without', 'with', 'ratio', 'more', 'of it script', 'longest task without', 'with'], rows));
}
