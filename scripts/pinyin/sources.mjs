// All that the tables are made from: pinyin-pro, its `complete` dictionary, our lexicon, labelled sentences. Not for how they are weighed.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinyin, polyphonic } from 'pinyin-pro';
import { clausesOf, TONES_EACH, toneOf, withTone, written } from './engine.mjs';
import { HAN, readLexicon, standard } from './lexicon.mjs';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
export const LEXICON = join(PROJECT, 'shared/packs/pinyin/lexicon');
/** Where the labelled sentences are: not part of the repository (CPP, Apache-2.0, github.com/kakaobrain/g2pM, split `dev`). */
export const DATA = process.env.MINGDU_DATA ?? join(PROJECT, '../shared/data');

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

/** Numbers as the sources write tones: `lu:4`, `le5`. */
function fromDigits(label) {
  const plain = label.slice(0, -1).replace(/u:|v/, 'ü');
  return written(plain, Number(label.at(-1)) % TONES_EACH);
}

/** CPP's sentences: a text, which character of it is labelled, and its reading. Null where the data is not there. */
export function labelledSentences() {
  try {
    const texts = readFileSync(join(DATA, 'cpp-dev/dev.sent'), 'utf8').trimEnd().split('\n');
    const labels = readFileSync(join(DATA, 'cpp-dev/dev.lb'), 'utf8').trimEnd().split('\n');
    return texts.map((text, at) => {
      const [before, character, after] = text.split('▁');
      return { ...inClause(before, character, after), unit: before.length, character, reading: fromDigits(labels[at]), number: at };
    });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return null;
  }
}

/** The code points of the clause around a character, and its place among them. */
export function inClause(before, character, after) {
  const text = before + character + after;
  const clause = clausesOf(text).find(({ from, text: own }) => from <= before.length && before.length < from + own.length);
  return { text, codes: codesOf(clause.text), at: [...text.slice(clause.from, before.length)].length };
}

export const codesOf = (text) => Array.from(text, (one) => one.codePointAt(0));

/** Examples of the lexicon, one entry for each mark, as labelledSentences gives them. */
export function examplesOf(lexicon) {
  return lexicon.examples.flatMap(({ text, marks }) => {
    const characters = [...text];
    return marks.map(({ at, character, reading }) => ({ ...inClause(characters.slice(0, at).join(''), character, characters.slice(at + 1).join('')), character, reading }));
  });
}

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
