// Says how well characters are read, layer by layer: the labelled sentences, each by a model that has not seen it (five parts in turn), and
// the rows of test/fixtures/pinyin/government.tsv. `npm run pinyin:measure`; with `--errors` every error of the whole is listed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gatherKnowledge } from './knowledge.mjs';
import { PROJECT } from './sources.mjs';

const PARTS = 5;
const LAYERS = [
  ['characters alone', []],
  ['+ words of the dictionary', ['dictionary', 'blocking']],
  ['+ words of our own', ['dictionary', 'blocking', 'own']],
  ['+ model of the context', ['dictionary', 'blocking', 'own', 'model']],
];
const FIXTURE = join(PROJECT, 'test/fixtures/pinyin/government.tsv');

const { sentences, tables } = gatherKnowledge();
const rows = existsSync(FIXTURE)
  ? readFileSync(FIXTURE, 'utf8')
      .split('\n')
      .filter((line) => /^[^#\t]+\t\d+\t/.test(line))
      .map((line) => line.split('\t'))
      .map(([text, at, expected, also]) => ({ text, at: [...text].slice(0, Number(at)).join('').length, accepted: [expected, ...also.split(/[ ,/|]+/)] }))
  : [];

/** What a reader says of the character at a UTF-16 offset. */
function readingAt(reader, text, at) {
  for (const { from, readings } of reader.read(text)) for (const one of readings) if (from + one.unit === at) return one;
  return undefined;
}

for (const [name, layers] of LAYERS) {
  const errors = [];
  for (let part = 0; part < PARTS; part += 1) {
    const reader = tables(({ sentence }) => !sentence || sentence.number % PARTS !== part, layers).reader();
    for (const one of sentences.filter(({ number }) => number % PARTS === part)) {
      const got = readingAt(reader, one.text, one.unit);
      if (got?.syllable !== one.reading) errors.push({ ...one, got: got?.syllable, by: got && got.to - got.from > 1 ? 'word' : 'context' });
    }
  }
  const reader = tables(undefined, layers).reader();
  const wrong = rows.filter(({ text, at, accepted }) => !accepted.includes(readingAt(reader, text, at)?.syllable ?? ''));
  const share = (count, all) => `${(100 - (100 * count) / all).toFixed(2)} %`;
  console.log(`${name.padEnd(28)}${share(errors.length, sentences.length)} of the sentences, ${rows.length > 0 ? `${share(wrong.length, rows.length)} of the government rows` : 'no government rows'}`);
  if (name !== LAYERS.at(-1)[0]) continue;
  const commonest = new Map();
  for (const { character, reading, got } of errors) commonest.set(`${character} ${got} for ${reading}`, (commonest.get(`${character} ${got} for ${reading}`) ?? 0) + 1);
  console.log(`\nThe commonest errors left (${errors.filter(({ by }) => by === 'word').length} of ${errors.length} in words):`);
  for (const [error, count] of [...commonest].sort((a, b) => b[1] - a[1]).slice(0, 20)) console.log(`${String(count).padStart(4)} ${error}`);
  if (!process.argv.includes('--errors')) continue;
  for (const { character, reading, got, by, text } of errors) console.log([character, reading, got, by, text].join('\t'));
  for (const { text, at, accepted } of wrong) console.log(['row', text, text.charAt(at), accepted[0], readingAt(reader, text, at)?.syllable].join('\t'));
}
