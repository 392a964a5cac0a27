// How long readings take to be there for what is in view and one window around it, and how long the page answers to nothing meanwhile.
// Not for the readings themselves.
import { median, RUNS, set, warm } from './measure.mjs';

/** The aid waits for a page that was just loaded to come to rest, which is not what is measured. */
const AT_REST = 'await new Promise((done) => setTimeout(done, 3200))';
const [ON, OFF] = [{ pinyin: 'all' }, { pinyin: 'off' }];

/** Milliseconds in which the styles of a page with 10,000 annotated characters are computed anew, without and with colours of tones, by turns. */
async function toneCosts({ browser, origin }) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  // So high that all of it is in view.
  await tab.setViewport({ width: 1280, height: 9000 });
  await tab.goto(`${origin}/text/10000`);
  const times = { false: [], true: [] };
  let count = 0;
  for (let turn = 0; turn < 2 * RUNS; turn += 1) {
    const toneColors = turn % 2 === 1;
    await tab.evaluate(`(async () => { ${set({ pinyin: 'all', toneColors })}; await Mingdu.settled(); })()`);
    count = await tab.evaluate(() => document.querySelectorAll('rt[data-py]').length);
    times[toneColors].push(await tab.evaluate(() => {
      const style = document.head.appendChild(document.createElement('style'));
      const once = (i) => {
        style.textContent = `*{outline-color:rgb(0 0 ${i})}`;
        const began = performance.now();
        // The last one: the browser computes lazily, but what is before it, too.
        document.querySelectorAll('rt').forEach((rt) => getComputedStyle(rt).color);
        document.body.offsetHeight;
        return performance.now() - began;
      };
      const all = Array.from({ length: 9 }, (_, i) => once(i)).sort((a, b) => a - b);
      style.remove();
      return all[4];
    }));
  }
  await context.close();
  return { count, without: median(times.false), with: median(times.true) };
}

/** Prints the time to `settled`, and the longest task: for an article, and for 500,000 characters against 5,000; then what the colours of tones cost. */
export async function benchPinyin(bench) {
  const { cost } = bench;
  const annotate = (path) => cost(path, `${AT_REST}; ${warm(ON, OFF)}`, set(ON));
  const ms = ({ wall, longest }) => `${wall.toFixed(0)} ms, longest task ${longest > 0 ? `${longest.toFixed(0)} ms` : 'under 50 ms'}`;
  console.log(`pinyin to settled, two viewports, seed-like article: ${ms(await annotate('/article/4500'))}`);
  const small = await annotate('/text/5000');
  const large = await annotate('/text/500000');
  console.log(`pinyin to settled, 500,000 against 5,000 characters: ${(large.wall / small.wall).toFixed(2)} times (${ms(large)} / ${ms(small)})`);
  const tones = await toneCosts(bench);
  console.log(`styles of ${tones.count} readings computed anew, with colours of tones against without: ${(tones.with / tones.without).toFixed(2)} times (${tones.with.toFixed(0)} / ${tones.without.toFixed(0)} ms)`);
}
