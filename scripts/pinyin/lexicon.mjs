// Reads the tables of shared/packs/pinyin/lexicon, which people write; their format is told in docs/pinyin.md. Not for what is made of them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSyllable } from './engine.mjs';

/** Tests one character. */
export const HAN = /\p{Script=Han}/u;
/** 一 and 不 keep their own tones in textbook pinyin, whatever a source says of a word (GB/T 16159). */
const UNCHANGED = { 一: 'yī', 不: 'bù' };

/** 儿 that only colours the syllable before it is written r (GB/T 16159), where sources have a toneless er. */
const COLOURING = { character: '儿', source: 'er', written: 'r' };

/** A syllable of a character as textbook pinyin writes it. */
export function standard(character, syllable) {
  if (character === COLOURING.character && syllable === COLOURING.source) return COLOURING.written;
  return UNCHANGED[character] ?? syllable.normalize('NFC').toLowerCase();
}

/** Stands for a syllable that is read as usual. */
const AS_USUAL = '-';
/** One that exists, with its mark where it belongs: what the reader may type in other ways is not for tables. */
const isSyllable = (text) => parseSyllable(text)?.syllable === text.normalize('NFC').toLowerCase();

/** An example `他率[shuài]队南下`: the text, and the readings that are marked in it. Null when it cannot be understood. */
export function parseExample(line) {
  const marks = [];
  let text = '';
  let last = 0;
  for (const found of line.matchAll(/\[([^\]]*)\]/g)) {
    text += line.slice(last, found.index);
    last = found.index + found[0].length;
    const character = [...text].at(-1) ?? '';
    if (!HAN.test(character) || !isSyllable(found[1].trim())) return null;
    marks.push({ at: [...text].length - 1, character, reading: standard(character, found[1].trim()) });
  }
  text += line.slice(last);
  return marks.length > 0 ? { text, marks } : null;
}

/**
 * One table.
 * @returns words (readings null where the word leaves a character to itself), usual readings, examples, words of the dictionary that
 *   are dropped, and the lines not understood
 */
export function parseTable(source) {
  const table = { usual: new Map(), words: [], examples: [], dropped: [], bad: [] };
  source.split('\n').forEach((raw, at) => {
    const line = raw.normalize('NFC').replace(/#.*$/, '').trim();
    const bad = (what) => table.bad.push(`line ${at + 1}: ${what}`);
    if (line === '') return;
    if (line.startsWith('>')) {
      const example = parseExample(line.slice(1).trim());
      if (example) table.examples.push(example);
      else bad(raw);
      return;
    }
    const [head, ...rest] = line.split(/\s+/);
    const characters = [...head];
    if (head === '-') table.dropped.push(...rest);
    else if (rest[0] === '=' && rest.length === 2 && characters.length === 1 && isSyllable(rest[1])) table.usual.set(head, rest[1]);
    else if (characters.length > 1 && rest.length === characters.length && rest.every((one) => one === AS_USUAL || isSyllable(one))) {
      table.words.push({ characters, readings: rest.map((syllable, index) => (syllable === AS_USUAL ? null : standard(characters[index], syllable))) });
    } else if (characters.length === 1 && rest.length > 0 && isSyllable(rest[0])) {
      for (const word of rest.slice(1)) {
        const own = [...word];
        if (own.length < 2 || !own.includes(head)) bad(`${word} does not hold ${head}`);
        else table.words.push({ characters: own, readings: own.map((one) => (one === head ? standard(head, rest[0]) : null)) });
      }
    } else bad(raw);
  });
  return table;
}

/** All tables of the folder, one after another by name; of two that disagree the later one counts, and is told of in `conflicts`. */
export function readLexicon(folder) {
  const all = { usual: new Map(), words: new Map(), examples: [], dropped: new Set(), bad: [], conflicts: [] };
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt')).sort()) {
    const table = parseTable(readFileSync(join(folder, file), 'utf8'));
    all.bad.push(...table.bad.map((line) => `${file}, ${line}`));
    for (const [character, reading] of table.usual) all.usual.set(character, reading);
    all.examples.push(...table.examples);
    for (const word of table.dropped) {
      all.dropped.add(word);
      all.words.delete(word);
    }
    for (const { characters, readings } of table.words) {
      const key = characters.join('');
      const known = all.words.get(key);
      if (!known) {
        all.words.set(key, { characters, readings: [...readings], files: [file] });
        continue;
      }
      readings.forEach((reading, at) => {
        if (reading === null || reading === known.readings[at]) return;
        if (known.readings[at] !== null) all.conflicts.push(`${key}: ${known.readings[at]} in ${known.files.join(', ')}, ${reading} in ${file}`);
        known.readings[at] = reading;
      });
      known.files.push(file);
    }
  }
  return all;
}
