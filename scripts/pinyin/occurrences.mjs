// What the context model is trained on: labelled sentences, the examples of the lexicon, and the words of lexicon and dictionary, whose
// neighbours are known only as far as the word goes. Not for the training (train.mjs).
import { featureKeys, sumsOf, trainCharacter } from './train.mjs';
import { codesOf } from './sources.mjs';

/** The usual reading counts as if it had been seen so often without any context: more where no sentence tells how readings are spread. */
const PRIOR = 4;
const PRIOR_ALONE = 12;
/** How much an occurrence counts. What a word already settles teaches less. */
const SETTLED = 0.3;
const OWN_WORD = 0.3;
const DICTIONARY_WORD = 0.05;
/** Frequent words count up to three times as much as that, rare ones a tenth: by the logarithm of their probability. */
const frequencyWeight = (probability) => Math.min(3, Math.max(0.1, (Math.log(probability) + 27) / 5));

/**
 * @param sources.sentences labelled ones
 * @param sources.examples those of the lexicon, which is `sources.lexicon`
 * @param sources.dictionary words of the library
 * @param sources.reader tells what words settle
 * @param sources.usualOf usual readings
 * @returns a map from character to its occurrences, for characters that have more than one reading in all this
 */
export function collectOccurrences({ sentences, examples, lexicon, dictionary, reader, usualOf }) {
  const known = new Map();
  const know = (character, reading) => known.set(character, (known.get(character) ?? new Set()).add(reading));
  for (const { character, reading } of [...sentences, ...examples]) know(character, reading);
  for (const { characters, readings } of lexicon.words.values()) readings.forEach((reading, at) => reading && know(characters[at], reading));

  // A character that our words read otherwise only is mostly read as usual all the same.
  for (const [character, readings] of known) readings.add(usualOf(character));

  const occurrences = new Map();
  const add = (character, occurrence) => {
    if (!known.get(character)?.has(occurrence.reading)) return;
    if (!occurrences.has(character)) occurrences.set(character, []);
    occurrences.get(character).push(occurrence);
  };
  const isOpen = ({ codes, at }) => reader.covered(codes)[at] === null;
  for (const one of examples) add(one.character, { features: featureKeys(one.codes, one.at, true), reading: one.reading, weight: isOpen(one) ? 1 : SETTLED });
  for (const [key, { characters, readings, probability }] of dictionary) {
    if (characters.length < 2 || lexicon.dropped.has(key)) continue;
    const codes = codesOf(key);
    characters.forEach((character, at) => {
      if ((known.get(character)?.size ?? 0) < 2) return;
      add(character, { features: featureKeys(codes, at, false), reading: readings[at], weight: DICTIONARY_WORD * frequencyWeight(probability), isWord: true });
    });
  }
  for (const [key, { characters, readings }] of lexicon.words) {
    const codes = codesOf(key);
    readings.forEach((reading, at) => reading && add(characters[at], { features: featureKeys(codes, at, false), reading, weight: OWN_WORD, isWord: true }));
  }
  for (const one of sentences) add(one.character, { features: featureKeys(one.codes, one.at, true), reading: one.reading, weight: isOpen(one) ? 1 : SETTLED, sentence: one });
  for (const [character, own] of occurrences) {
    const usual = usualOf(character);
    own.push({ features: [], reading: usual, weight: own.some(({ isWord }) => !isWord) ? PRIOR : PRIOR_ALONE });
  }
  return occurrences;
}

/** Trains every character. @returns a map from character to what trainCharacter gives */
export function trainAll(occurrences, isUsed = () => true) {
  return new Map([...occurrences].map(([character, own]) => [character, trainCharacter(own.filter(isUsed))]));
}

/** What the model reads, and by how much it leads; null for a character that it does not know. */
export function chooseBy(models, character, codes, at, isWhole) {
  const model = models.get(character);
  if (!model || model.readings.length < 2) return null;
  const sums = sumsOf(model, featureKeys(codes, at, isWhole));
  const best = sums.indexOf(Math.max(...sums));
  return { reading: model.readings[best], lead: sums.length < 2 ? Infinity : sums[best] - Math.max(...sums.filter((_, one) => one !== best)) };
}
