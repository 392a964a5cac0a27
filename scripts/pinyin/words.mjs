// Chooses the words that the lexicon has to hold: those that change a reading, and those that keep such a one from a place where it does
// not belong. Not for how they are packed (pack.mjs).
import { createLexicon } from './engine.mjs';
import { codesOf, libraryReadings } from './sources.mjs';

/** What a character costs that stands alone: a little more than a word that is barely known. */
export const ALONE_COST = 19;
/** Costs are minus the natural logarithm of a probability; this is the largest that a digit can say. */
const COST_MAX = 90;
/** Nodes and characters that all words before the choice may have. */
const ROOM = 500_000;
/** Longer ones are sayings, whose parts are words of their own. */
const LENGTH_MAX = 8;
/** Words of ours of which nobody tells how frequent they are, by their length; and the most that one of them costs. */
const OWN_COST = [0, 0, 19, 19, 21];
const OWN_COST_MAX = 19;
/** How frequent a word must be to be kept though its readings are the usual ones: it stops false cuts. */
const BLOCKING_PROBABILITY = 3e-10;

/** Reads by words and usual readings alone. */
export function createWordReader(words, usualOf, numbers) {
  const lexicon = createLexicon(ALONE_COST, ROOM, ROOM);
  const add = ({ codes, readings, cost }) => lexicon.add(codes, readings.map(numbers.of), codes.length, cost);
  for (const word of words) add(word);
  return {
    add,
    /** For each code point the reading of the word that covers it, or null. */
    covered(codes) {
      const found = new Array(codes.length).fill(null);
      for (const { at, syllables } of lexicon.cut(codes)) syllables.forEach((syllable, offset) => (found[at + offset] = numbers.write(syllable)));
      return found;
    },
    read(codes) {
      return this.covered(codes).map((reading, at) => reading ?? usualOf(String.fromCodePoint(codes[at])));
    },
  };
}

const costOf = (probability) => Math.min(COST_MAX, Math.round(-Math.log(probability)));

/**
 * Every word of both sources that says something, shorter ones first, each judged by what the shorter ones already bring.
 * @returns words as { key, codes, readings, cost, origin: 'own' | 'dictionary' | 'blocking', isBlocking }
 */
export function collectWords(dictionary, lexicon, usualOf, numbers) {
  const { dropped } = lexicon;
  const candidates = [
    ...[...lexicon.words].map(([key, { characters, readings }]) => ({ key, characters, readings, probability: dictionary.get(key)?.probability, isOwn: true })),
    ...[...dictionary].filter(([key, { characters }]) => characters.length > 1 && !lexicon.words.has(key) && !dropped.has(key)).map(([key, word]) => ({ key, ...word, isOwn: false })),
  ].sort((a, b) => a.characters.length - b.characters.length || Number(b.isOwn) - Number(a.isOwn));

  const reader = createWordReader([], usualOf, numbers);
  const words = [];
  for (const { key, characters, readings, probability, isOwn } of candidates) {
    if (characters.length > LENGTH_MAX) continue;
    const codes = codesOf(key);
    const got = reader.read(codes);
    const wanted = readings.map((reading, at) => reading ?? (dropped.has(key) ? null : dictionary.get(key)?.readings[at]) ?? got[at]);
    const isNew = wanted.some((reading, at) => reading !== got[at]);
    const isBlocking = probability >= BLOCKING_PROBABILITY && characters.some((one) => libraryReadings(one).length > 1);
    if (!isOwn && !isNew && !isBlocking) continue;
    const guess = OWN_COST[Math.min(characters.length, OWN_COST.length - 1)];
    const cost = isOwn ? Math.min(probability ? costOf(probability) : guess, OWN_COST_MAX) : costOf(probability);
    const word = { key, codes, readings: wanted, cost, probability: probability ?? 0, origin: isOwn ? 'own' : isNew ? 'dictionary' : 'blocking', isBlocking };
    reader.add(word);
    words.push(word);
  }
  return words;
}
