// Says how well characters are read, layer by layer: the labelled sentences, each by a model that has not seen it (five parts in turn), and
// the rows of test/fixtures/pinyin/government.tsv. `npm run pinyin:measure`; with `--errors` every error of the whole is listed.
import { gatherKnowledge } from './knowledge.mjs';
import { governmentRows, isRight, NO_SENTENCES } from './rows.mjs';
import { inClause, labelledSentences, readAllLexicon } from './sources.mjs';

const PARTS = 5;
const COMMONEST = 20;

const sentences = labelledSentences();
if (!sentences) {
  console.error(NO_SENTENCES);
  process.exit(1);
}
const { tables, partial } = gatherKnowledge(sentences, readAllLexicon());
const rows = governmentRows().map((row) => ({ ...row, ...inClause(row.text, row.at), unit: row.at }));

const share = (wrong, all) => `${(100 - (100 * wrong) / all).toFixed(2)} %`;
function tell(name, ofSentences, ofRows) {
  console.log(`${name.padEnd(32)}${share(ofSentences, sentences.length)} of the sentences, ${share(ofRows, rows.length)} of the government rows`);
}

/** How many rows a function from code points and a place misreads. */
const wrongRows = (read) => rows.filter((row) => !isRight(row, read(row.codes, row.at))).length;

for (const [name, layers] of [
  ['usual readings', {}],
  ['+ words of the dictionary', { hasDictionary: true }],
  ['+ our lexicon', { hasDictionary: true, hasLexicon: true }],
]) {
  const read = partial(layers);
  tell(name, sentences.filter(({ codes, at, reading }) => read(codes, at) !== reading).length, wrongRows(read));
}

/** What a reader says of the character at a UTF-16 offset. */
function readingAt(reader, text, unit) {
  for (const { from, readings } of reader.read(text)) for (const one of readings) if (from + one.unit === unit) return one;
  return undefined;
}

const whole = tables();
const errors = [];
let wrongByModel = 0;
for (let part = 0; part < PARTS; part += 1) {
  const unseen = tables(({ sentence }) => !sentence || sentence.number % PARTS !== part);
  const read = partial({ hasDictionary: true, hasLexicon: true, models: unseen.models });
  const reader = unseen.reader();
  for (const one of sentences.filter(({ number }) => number % PARTS === part)) {
    if (read(one.codes, one.at) !== one.reading) wrongByModel += 1;
    const got = readingAt(reader, one.text, one.unit);
    if (got?.syllable !== one.reading) errors.push({ ...one, got: got?.syllable, by: got && got.to - got.from > 1 ? 'word' : 'context' });
  }
}
const read = partial({ hasDictionary: true, hasLexicon: true, models: whole.models });
tell('+ model of the context', wrongByModel, wrongRows(read));
const reader = whole.reader();
const wrong = rows.filter((row) => !isRight(row, readingAt(reader, row.text, row.unit)?.syllable ?? ''));
tell('+ rules, packed: what is built', errors.length, wrong.length);

const commonest = new Map();
for (const { character, reading, got } of errors) commonest.set(`${character} ${got} for ${reading}`, (commonest.get(`${character} ${got} for ${reading}`) ?? 0) + 1);
console.log(`\nThe commonest errors left (${errors.filter(({ by }) => by === 'word').length} of ${errors.length} in words):`);
for (const [error, count] of [...commonest].sort((a, b) => b[1] - a[1]).slice(0, COMMONEST)) console.log(`${String(count).padStart(4)} ${error}`);
if (process.argv.includes('--errors')) {
  for (const { character, reading, got, by, text } of errors) console.log([character, reading, got, by, text].join('\t'));
  for (const { text, unit, character, accepted } of wrong) console.log(['row', text, character, accepted[0], readingAt(reader, text, unit)?.syllable].join('\t'));
}
