// Measures what the aids cost in a real Chromium and prints each figure as a ratio beside a baseline of the same run: `npm run bench` after
// a build; `npm run bench -- pinyin` for one theme. Machines are noisy, so nothing here passes or fails.
import { benchAids } from './bench/aids.mjs';
import { startBench } from './bench/measure.mjs';
import { benchPinyin } from './bench/pinyin.mjs';
import { benchPointer } from './bench/pointer.mjs';

const themes = { aids: benchAids, pinyin: benchPinyin, pointer: benchPointer };
const asked = process.argv.slice(2);
const bench = await startBench();
try {
  for (const [name, run] of Object.entries(themes)) if (asked.length === 0 || asked.includes(name)) await run(bench);
} finally {
  await bench.close();
}
