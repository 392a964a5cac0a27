// Measures what the aids cost in a real Chromium, and how well pinyin is read, each beside a baseline of the same run, and Mingdu beside its peers:
// `npm run bench` after a build; `npm run bench -- pinyin` for the themes whose names begin so. Writes docs/benchmarks.md, each theme its own part;
// `--page` writes that anew from the figures of before, `--quick` writes to dist/bench/. Machines are noisy, so nothing here passes or fails.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { benchAids } from './bench/aids.mjs';
import { benchFirstPaint } from './bench/first-paint.mjs';
import { benchLoading } from './bench/loading.mjs';
import { machineOf } from './bench/machine.mjs';
import { startBench } from './bench/measure.mjs';
import { measurePeers } from './bench/peers.mjs';
import { benchPinyin } from './bench/pinyin.mjs';
import { benchAccuracy } from './bench/pinyin-accuracy.mjs';
import { benchBytes } from './bench/pinyin-bytes.mjs';
import { benchReaders } from './bench/pinyin-time.mjs';
import { benchPointer } from './bench/pointer.mjs';
import { createStore } from './bench/report/store.mjs';
import { benchVoices } from './bench/voices.mjs';
import { PROJECT } from './ensure.mjs';

/** Themes that print their tables; what they print is their part of the page. */
const themes = { loading: benchLoading, aids: benchAids, pinyin: benchPinyin, 'pinyin-time': benchReaders, 'pinyin-bytes': benchBytes, 'pinyin-accuracy': benchAccuracy, pointer: benchPointer, 'first-paint': benchFirstPaint, voices: benchVoices };
const options = process.argv.slice(2);
const asked = options.filter((one) => !one.startsWith('--'));
const quick = options.includes('--quick');
const isAsked = (name) => asked.length === 0 || asked.some((one) => name.startsWith(one));
const names = [...Object.keys(themes), 'peers', 'growth'];
const USAGE = `npm run bench -- [theme …] [--quick] [--page]
measures what \`npm run build\` made: run that first; writes docs/benchmarks.md and docs/benchmarks/
themes (also by how they begin): ${names.join(', ')}
--quick: writes to dist/bench/ and leaves docs/ as it is; peers and growth on few, small pages, once each, all other themes as without it
--page: measures nothing; the page anew from the figures of before`;
const unknown = [...options.filter((one) => one.startsWith('--') && !['--quick', '--page'].includes(one)), ...asked.filter((one) => !names.some((name) => name.startsWith(one)))];
if (unknown.length > 0) {
  // Before anything is measured or written: a run takes many minutes.
  const isHelp = unknown.every((one) => one === '--help');
  console[isHelp ? 'log' : 'error'](`${isHelp ? '' : `npm run bench: unknown: ${unknown.join(', ')}\n`}${USAGE}`);
  process.exit(isHelp ? 0 : 2);
}
const isPageAlone = options.includes('--page');
if (!isPageAlone && !['dist/widget/mingdu.js', 'dist/extension-chromium/manifest.json'].every((file) => existsSync(join(PROJECT, file)))) {
  console.error('npm run bench: there is nothing to measure in dist: run `npm run build` first');
  process.exit(2);
}
const store = createStore(quick);

/** Runs a theme and keeps what it prints. */
async function printed(bench, run) {
  const { log } = console;
  const lines = [];
  console.log = (...parts) => {
    lines.push(parts.join(' '));
    log(...parts);
  };
  try {
    await run(bench);
  } finally {
    console.log = log;
  }
  return { date: new Date().toISOString().slice(0, 10), machine: machineOf([await bench.browser.version()]), text: lines.join('\n') };
}

/** Runs and keeps a part; one that fails is told and is not the end of the others. */
async function part(name, run) {
  try {
    store.put(await run());
  } catch (error) {
    process.exitCode = 1;
    console.error(`${name}: ${error?.stack ?? error}`);
  }
}

if (isPageAlone) {
  store.write();
} else {
  const wanted = Object.entries(themes).filter(([name]) => isAsked(name));
  if (wanted.length > 0) {
    const bench = await startBench();
    try {
      for (const [name, run] of wanted) await part(name, async () => ({ themes: { [name]: await printed(bench, run) } }));
    } finally {
      await bench.close();
    }
  }
  for (const name of ['peers', 'growth'].filter(isAsked)) {
    await part(name, async () => ({ [name]: await measurePeers(name, { quick, keep: async (measured) => store.put({ [name]: measured }) }) }));
  }
}
console.log(`written: ${store.page}`);
