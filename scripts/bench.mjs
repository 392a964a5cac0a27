// Measures what the aids cost in a real Chromium, and how well pinyin is read, each beside a baseline of the same run: `npm run bench` after
// a build; `npm run bench -- pinyin` for the themes whose names begin so. Machines are noisy, so nothing here passes or fails.
import { benchAids } from './bench/aids.mjs';
import { benchFirstPaint } from './bench/first-paint.mjs';
import { benchLoading } from './bench/loading.mjs';
import { startBench } from './bench/measure.mjs';
import { benchPinyin } from './bench/pinyin.mjs';
import { benchAccuracy } from './bench/pinyin-accuracy.mjs';
import { benchBytes } from './bench/pinyin-bytes.mjs';
import { benchReaders } from './bench/pinyin-time.mjs';
import { benchPointer } from './bench/pointer.mjs';
import { benchVoices } from './bench/voices.mjs';

const themes = { loading: benchLoading, aids: benchAids, pinyin: benchPinyin, 'pinyin-time': benchReaders, 'pinyin-bytes': benchBytes, 'pinyin-accuracy': benchAccuracy, pointer: benchPointer, 'first-paint': benchFirstPaint, voices: benchVoices };
const asked = process.argv.slice(2);
const bench = await startBench();
try {
  for (const [name, run] of Object.entries(themes)) if (asked.length === 0 || asked.some((one) => name.startsWith(one))) await run(bench);
} finally {
  await bench.close();
}
