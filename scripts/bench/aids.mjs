// What switching an aid on and off costs, beside a baseline that every page can be asked to pay. Not for pinyin by itself (pinyin.mjs).
import { RUNS, set, warm } from './measure.mjs';

/** How long a page's own transitions may go on after a change of colours. */
const FADES_MS = 700;

/** Prints a row for each aid, and the schemes beside Dark Reader. */
export async function benchAids({ cost }) {
  const zoom = await cost('/table/10000', '', "document.documentElement.style.zoom = '2'; document.body.offsetHeight");
  const rows = [
    ['textSize 200', { textSize: 200 }, { textSize: 100 }],
    ['spacing wider', { spacing: 'wider' }, { spacing: 'page' }],
    ['contrast yellow-on-black', { contrast: 'yellow-on-black' }, { contrast: 'off' }],
    ['pinyin all (in view)', { pinyin: 'all' }, { pinyin: 'off' }],
  ];
  console.log(`10,000 elements, main-thread ms (median of ${RUNS}); baseline: CSS zoom of the same page ${zoom.cpu.toFixed(0)} ms = 1.00`);
  for (const [name, on, off] of rows) {
    const start = await cost('/table/10000', warm(on, off), set(on));
    const stop = await cost('/table/10000', set(on), set(off));
    console.log(`  ${name.padEnd(26)} on ${(start.cpu / zoom.cpu).toFixed(2)}  off ${(stop.cpu / zoom.cpu).toFixed(2)}  longest task ${start.longest.toFixed(0)} ms`);
  }
  const peer = `await new Promise((done) => document.head.append(Object.assign(document.createElement('script'), { src: '/peer/darkreader.js', onload: done })))`;
  const [scheme, off] = [set({ contrast: 'yellow-on-black' }), set({ contrast: 'off' })];
  for (const path of ['/table/10000', '/cards/10000']) {
    const theirs = await cost(path, peer, 'DarkReader.enable({})', FADES_MS);
    const on = await cost(path, `${scheme}; ${off}`, scheme, FADES_MS);
    const stop = await cost(path, scheme, off, FADES_MS);
    const change = await cost(path, scheme, set({ contrast: 'black-on-cream' }), FADES_MS);
    const ratio = ({ cpu }) => (cpu / theirs.cpu).toFixed(2);
    console.log(`a scheme on ${path.slice(1)}, Dark Reader's enable ${theirs.cpu.toFixed(0)} ms = 1.00: on ${ratio(on)}  off ${ratio(stop)}  another ${ratio(change)}  longest task ${on.longest.toFixed(0)} ms`);
  }
}
