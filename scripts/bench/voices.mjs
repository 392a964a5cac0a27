// What the picker of voices costs in Chromium where a machine lists 13,362 of them, as a stock espeak-ng does: in milliseconds, and as a ratio
// to a plain loop that reads code and name of each voice, in the same run.
import { build } from 'esbuild';
import { PROJECT } from '../ensure.mjs';
import { median } from './measure.mjs';
import { table } from './table.mjs';

const ROUNDS = 15;
const LIMIT_MS = 100;

const SOURCE = `import { pickerVoices } from './shared/speech/voice-names'; import { espeakVoices } from './test/support/espeak-voices';
globalThis.voicesBench = { pickerVoices, espeakVoices };`;

/** In the page: times of each round. The list is made anew each time, so that nothing is known of it. */
function measure(rounds) {
  const { pickerVoices, espeakVoices } = globalThis.voicesBench;
  const timed = (run) => {
    const before = performance.now();
    const answer = run();
    return { ms: performance.now() - before, answer };
  };
  return Array.from({ length: rounds }, () => {
    const list = espeakVoices('chromium');
    const loop = timed(() => list.reduce((sum, { lang, name }) => sum + lang.length + name.length, 0));
    const picker = timed(() => pickerVoices(list));
    return { loop: loop.ms, picker: picker.ms, voices: list.length, rows: picker.answer.length };
  });
}

/** Prints a row for the first time and one for the median. */
export async function benchVoices({ browser, origin }) {
  const { outputFiles } = await build({ stdin: { contents: SOURCE, resolveDir: PROJECT, loader: 'ts' }, bundle: true, write: false, format: 'iife' });
  const tab = await browser.newPage();
  await tab.goto(origin);
  await tab.evaluate(outputFiles[0].text);
  const rounds = await tab.evaluate(measure, ROUNDS);
  await tab.close();
  const [first] = rounds;
  const row = (name, loop, picker) => [name, loop.toFixed(2), picker.toFixed(2), `${(picker / Math.max(loop, 0.01)).toFixed(1)}×`];
  const rows = [row('first', first.loop, first.picker), row(`median of ${ROUNDS}`, median(rounds.map(({ loop }) => loop)), median(rounds.map(({ picker }) => picker)))];
  console.log(`the picker from ${first.voices.toLocaleString('en')} voices (${first.rows} shown), ms; it shall take less than ${LIMIT_MS}\n${table(['round', 'plain loop', 'picker', 'ratio'], rows)}`);
}
