// What a pointer move costs while something follows it. Not for what switching on costs (aids.mjs).
import { median, RUNS, set } from './measure.mjs';

const MOVES = 120;
/** What follows the pointer, each switched off again by the values of `STILL`. */
const FOLLOWERS = [
  ['(a bare box of a page)', {}],
  ['readingLine line', { readingLine: 'line' }],
  ['readingLine cross', { readingLine: 'cross' }],
  ['readingLine ruler', { readingLine: 'ruler' }],
  ['readingLine mask', { readingLine: 'mask' }],
  ['pointer large', { pointer: 'large' }],
];
const STILL = { readingLine: 'off', pointer: 'page' };

/** Runs in the page: a bare box follows the pointer, one write a frame, until `window.endBox()`; what any aid that follows costs at least. */
export function moveBox() {
  const box = document.createElement('div');
  box.style.cssText = 'position:fixed;left:0;top:0;width:48px;height:48px;background:#000;will-change:transform;pointer-events:none';
  document.documentElement.append(box);
  const end = new AbortController();
  let asked = false;
  document.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      box.style.transform = `translate3d(${clientX}px, ${clientY}px, 0)`;
    });
  }, { passive: true, signal: end.signal });
  window.endBox = () => {
    end.abort();
    box.remove();
  };
}

/**
 * Milliseconds of main thread that one pointer move costs over the same moves with no aid, in one page, by turns, so that what the machine
 * does besides falls on both.
 * @param isDirty whether the page writes in its layout each frame, as moving banners do
 */
async function pointerCosts({ browser, origin }, isDirty) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.goto(`${origin}/table/10000`);
  if (isDirty) {
    await tab.evaluate(() => {
      const cell = document.querySelector('td');
      let width = 120;
      const step = () => {
        cell.style.width = `${(width = 241 - width)}px`;
        requestAnimationFrame(step);
      };
      step();
    });
  }
  const client = await tab.createCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  const perMove = async (patch) => {
    await tab.evaluate(`(async () => { ${set(patch)}; await Mingdu.settled(); })()`);
    const sweep = async (moves) => {
      for (let i = 0; i < moves; i += 1) {
        await client.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 60 + ((i * 7) % 600), y: 60 + ((i * 13) % 500) });
        await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => done())));
      }
    };
    await sweep(20);
    const before = await busy();
    await sweep(MOVES);
    return ((await busy() - before) * 1000) / MOVES;
  };
  const costs = new Map(FOLLOWERS.map(([name]) => [name, []]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, patch] of FOLLOWERS) {
      const none = await perMove(STILL);
      // What any page pays that moves one small box: the floor of the others.
      const isBare = Object.keys(patch).length === 0;
      if (isBare) await tab.evaluate(moveBox);
      costs.get(name).push(await perMove({ ...STILL, ...patch }) - none);
      if (isBare) await tab.evaluate(() => window.endBox());
    }
  }
  await context.close();
  return [...costs].map(([name, figures]) => [name, median(figures)]);
}

/** Prints a row for each follower, on a page at rest and on one that lays itself out each frame. */
export async function benchPointer(bench) {
  for (const [name, isDirty] of [['at rest', false], ['that lays itself out anew each frame', true]]) {
    console.log(`pointer move over 10,000 elements ${name}, main-thread ms more than with no aid (median of ${RUNS})`);
    for (const [aid, cost] of await pointerCosts(bench, isDirty)) console.log(`  ${aid.padEnd(26)} ${cost.toFixed(2)}`);
  }
}
