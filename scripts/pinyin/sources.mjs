// All that the tables are made from: pinyin-pro, its `complete` dictionary, our lexicon, labelled sentences. Not for how they are weighed.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pinyin, polyphonic } from 'pinyin-pro';
import { PROJECT } from '../ensure.mjs';
import { clausesOf, TONES_EACH, toneOf, withTone, written } from './engine.mjs';
import { HAN, readLexicon, standard } from './lexicon.mjs';
import { cppRows } from './rows.mjs';

const LEXICON = join(PROJECT, 'shared/packs/pinyin/lexicon');

const usualOf = new Map();
/** What the library knows of one character: its usual reading first. Empty for what it cannot read. */
export function libraryReadings(character) {
  let known = usualOf.get(character);
  if (!known) {
    const [usual] = pinyin(character, { type: 'array', toneSandhi: false, segmentit: 3 });
    const all = [usual, ...(polyphonic(character, { type: 'array' })[0] ?? [])].filter((one) => one && one !== character);
    known = [...new Set(all.map((one) => standard(character, one)))];
    usualOf.set(character, known);
  }
  return known;
}

/** The words of `complete` with one syllable a character, but for those that our list drops. */
export function dictionaryWords() {
  const require = createRequire(import.meta.url);
  const entries = JSON.parse(readFileSync(require.resolve('@pinyin-pro/data/complete.json'), 'utf8'));
  const words = new Map();
  for (const [word, [syllables, probability]] of Object.entries(entries)) {
    const characters = [...word];
    const readings = syllables.normalize('NFC').split(' ');
    if (readings.length !== characters.length || !characters.every((one) => HAN.test(one))) continue;
    words.set(word, { characters, readings: readings.map((one, at) => standard(characters[at], one)), probability });
  }
  return words;
}

/** A syllable as rows spell it, `lü4`, as we write it. */
const fromSpelling = (spelled) => written(spelled.slice(0, -1), Number(spelled.at(-1)));

/** CPP's sentences: a text, which character of it is labelled, and its reading. Null where the data is not there. */
export function labelledSentences() {
  return cppRows()?.map(({ text, at: unit, character, accepted: [spelled] }, number) => ({ ...inClause(text, unit), unit, character, reading: fromSpelling(spelled), number })) ?? null;
}

/** A text, the code points of the clause around the character at a UTF-16 offset, and its place among them. */
export function inClause(text, unit) {
  const clause = clausesOf(text).find(({ from, text: own }) => from <= unit && unit < from + own.length);
  return { text, codes: codesOf(clause.text), at: codesOf(text.slice(clause.from, unit)).length };
}

/** The code points of a text. */
export const codesOf = (text) => Array.from(text, (one) => one.codePointAt(0));

/** Examples of the lexicon, one entry for each mark, as labelledSentences gives them. */
export function examplesOf(lexicon) {
  return lexicon.examples.flatMap(({ text, marks }) => {
    const characters = [...text];
    return marks.map(({ at, character, reading }) => ({ ...inClause(text, characters.slice(0, at).join('').length), character, reading }));
  });
}

/** What people wrote, all tables of it together. */
export const readAllLexicon = () => readLexicon(LEXICON);

/** Numbers for syllables: the plain ones in the order in which they are first asked for. */
export function createSyllableNumbers() {
  const numbers = new Map();
  const plain = [];
  return {
    plain,
    of(syllable) {
      const tone = toneOf(syllable);
      const bare = withTone(syllable, 0);
      if (!numbers.has(bare)) {
        numbers.set(bare, plain.length);
        plain.push(bare);
      }
      return numbers.get(bare) * TONES_EACH + tone;
    },
    write: (number) => written(plain[Math.floor(number / TONES_EACH)], number % TONES_EACH),
  };
}
