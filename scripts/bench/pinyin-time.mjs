// What reading takes in Chromium, and what it keeps in memory: Mingdu's built pack beside other libraries, each in a tab of its own, by
// turns in one run, on the same sentences. Figures are ratios to pinyin-pro of the same round, for machines are noisy.
import { median } from './measure.mjs';
import { governmentRows } from '../pinyin/rows.mjs';
import { bundleOf, LIBRARIES, packSource, PEERS } from './pinyin-peers.mjs';
import { progress, table } from './table.mjs';

const ROUNDS = 7;
const WARM = 5;
const SMALL = 5_700;
const LARGE = 57_000;
/** Rows that make one sentence, with commas between. */
const CLAUSES = 4;
const BASELINE = 'pinyin-pro';
const FIGURES = [['start', 'ms'], ['first', 'ms'], ['warm', 'ms'], ['large', 'ms'], ['heap', 'MB']];

/** Sentences of our own rows, `characters` in all, never twice in the same order. */
function sentences(characters) {
  const texts = governmentRows().map(({ text }) => text);
  const made = [];
  for (let length = 0, at = 0; length < characters; at += 1) {
    // A step without a common divisor visits all rows before the first comes again beside another neighbour.
    const clauses = Array.from({ length: CLAUSES }, (_, clause) => texts[(at * CLAUSES + clause * (7 + Math.floor((at * CLAUSES) / texts.length))) % texts.length]);
    const sentence = `${clauses.join('，')}。`.slice(0, characters - length);
    made.push(sentence);
    length += sentence.length;
  }
  return made;
}

/** Readers as the page knows them: a file, and the source of an asynchronous function of sentences. */
const READERS = [
  { name: 'Mingdu', file: 'mingdu', read: `(texts) => globalThis[Symbol.for('mingdu.packs')].get('pack-pinyin').read(texts)` },
  ...PEERS.map(({ name, library, call }) => ({ name, file: library, read: `async (texts) => { const read = ${call}; return texts.map((text) => read(mingduPeer, text)); }` })),
];

/** Puts into the page what is measured there. */
function preparePage(read, small, large) {
  window.heap = () => {
    globalThis.gc();
    globalThis.gc();
    return performance.memory.usedJSHeapSize;
  };
  window.load = (src) => new Promise((resolve, reject) => document.head.append(Object.assign(document.createElement('script'), { src, onload: resolve, onerror: reject })));
  window.start = async (src) => {
    await window.load(src);
    window.read = (0, eval)(read);
    await window.read(['办事指南']);
  };
  window.first = async () => void (await window.read(small));
  window.warm = async (times) => {
    for (let time = 0; time < times; time += 1) await window.read(small);
  };
  window.large = async () => void (await window.read(large));
}

/** All figures of one reader in a tab of its own: milliseconds of the main thread, which other processes take no part in, and megabytes. */
async function measureReader({ browser, origin }, { file, read }, small, large) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.goto(`${origin}/pinyin-bench/page`);
  const src = `/pinyin-bench/${file}.js`;
  await tab.evaluate(preparePage, read, small, large);
  // From the cache later, so that no network is in the figures.
  await tab.evaluate(`fetch('${src}').then((answer) => answer.text()).then(() => {})`);
  const client = await tab.createCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  const timed = async (source) => {
    const before = await busy();
    await tab.evaluate(source);
    return ((await busy()) - before) * 1000;
  };
  const empty = await tab.evaluate('heap()');
  const start = await timed(`start('${src}')`);
  const first = await timed('first()');
  const warm = (await timed(`warm(${WARM})`)) / WARM;
  const whole = await timed('large()');
  const heap = ((await tab.evaluate('heap()')) - empty) / 1e6;
  await context.close();
  return { start, first, warm, large: whole, heap };
}

/** Prints a row for each reader. */
export async function benchReaders(bench) {
  const sources = new Map([['mingdu', packSource()]]);
  for (const library of LIBRARIES) sources.set(library, await bundleOf(library));
  bench.serve('pinyin-bench', (file) => {
    const source = sources.get(file.replace(/\.js$/, ''));
    return source ? { type: 'text/javascript; charset=utf-8', body: source } : { type: 'text/html; charset=utf-8', body: '<!doctype html><title>拼音</title>' };
  });
  const [small, large] = [sentences(SMALL), sentences(LARGE)];
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const figures = new Map();
    // Another one is first in each round.
    for (const reader of [...READERS.slice(round % READERS.length), ...READERS.slice(0, round % READERS.length)]) {
      progress(`pinyin time: round ${round + 1} of ${ROUNDS}, ${reader.name}`);
      figures.set(reader.name, await measureReader(bench, reader, small, large));
    }
    rounds.push(figures);
  }
  progress('');
  const rows = READERS.map(({ name }) => [
    name,
    ...FIGURES.map(([figure]) => {
      const ratios = rounds.map((figures) => figures.get(name)[figure] / figures.get(BASELINE)[figure]);
      return name === BASELINE ? '1.00' : `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`;
    }),
  ]);
  const base = FIGURES.map(([figure, unit]) => `${figure} ${median(rounds.map((figures) => figures.get(BASELINE)[figure])).toFixed(1)} ${unit}`).join(', ');
  const head = ['reader', 'start', `first ${SMALL.toLocaleString('en')}`, `warm ${SMALL.toLocaleString('en')}`, LARGE.toLocaleString('en'), 'heap after gc'];
  console.log(`reading in Chromium, main thread and heap, ratios to ${BASELINE} of the same round, median of ${ROUNDS} (least–most)\n${table(head, rows)}\n${BASELINE}: ${base}`);
}
