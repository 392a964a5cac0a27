// Brings the sources together and makes tables of them: which words are needed, which readings a character has, the trained model. Used by
// make.mjs, which writes the tables, and measure.mjs, which says how well they read.
import { applyRules, createReader, unpack } from './engine.mjs';
import { HAN } from './lexicon.mjs';
import { chooseBy, collectOccurrences, trainAll } from './occurrences.mjs';
import { packTables } from './pack.mjs';
import { createSyllableNumbers, dictionaryWords, examplesOf, libraryReadings } from './sources.mjs';
import { ALONE_COST, collectWords, createWordReader } from './words.mjs';

/** In natural logarithms of the odds: twenty to one where the model gives an unusual reading, three to one where it keeps the usual one. */
const CLEAR_LEAD = 3;
const USUAL_LEAD = 1;
/** A reading that the labelled sentences give a character without exception, this often at least, is its usual one. */
const UNANIMOUS = 4;
/** 〇, extension A, the unified ideographs, the planes beyond. */
const BLOCKS = [[0x3007, 0x3007], [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0x20000, 0x323af]];

/**
 * Reads all other sources.
 * @param sentences labelled ones
 * @param lexicon what people wrote
 * @returns `tables(isTrained)` and `partial({ hasDictionary, hasLexicon, models })`
 */
export function gatherKnowledge(sentences, lexicon) {
  const dictionary = dictionaryWords();
  const examples = examplesOf(lexicon);
  const numbers = createSyllableNumbers();
  for (const syllable of syllablesByFrequency()) numbers.of(syllable);
  const unanimous = unanimousReadings(sentences);
  const usualOf = (character) => lexicon.usual.get(character) ?? unanimous.get(character) ?? libraryReadings(character)[0] ?? '';
  const words = collectWords(dictionary, lexicon, usualOf, numbers);
  const libraryOf = (character) => libraryReadings(character)[0] ?? '';
  const reader = createWordReader(words, usualOf, numbers);
  const occurrences = collectOccurrences({ sentences, examples, lexicon, dictionary, reader, usualOf });

  /**
   * The tables, packed, and the reader that they make.
   * @param isTrained which occurrences train the model
   */
  function tables(isTrained = () => true) {
    const models = trainAll(occurrences, isTrained);
    const needed = neededWords(words, models, usualOf, numbers);
    const packed = packTables({
      plain: numbers.plain,
      readings: allReadings(needed, models, lexicon, usualOf, numbers),
      words: needed.map(({ codes, readings, cost }) => ({ codes, syllables: readings.map(numbers.of), cost })),
      models: packableModels(models, numbers),
      aloneCost: ALONE_COST,
    });
    return { needed, packed, models, reader: () => createReader(unpack(packed)) };
  }

  /**
   * For a comparison: reads with the first layers only, and without rules.
   * @param models null for none
   * @returns a function from code points and a place among them to a reading
   */
  function partial({ hasDictionary, hasLexicon, models }) {
    const own = hasLexicon ? words : hasDictionary ? collectWords(dictionary, { words: new Map(), dropped: new Set() }, libraryOf, numbers) : [];
    const covering = createWordReader(own, usualOf, numbers);
    const usual = hasLexicon ? usualOf : libraryOf;
    return (codes, at) => {
      const character = String.fromCodePoint(codes[at]);
      return covering.covered(codes)[at] ?? (models ? chooseBy(models, character, codes, at, true)?.reading : undefined) ?? usual(character);
    };
  }

  return { tables, partial };
}

function syllablesByFrequency() {
  const counts = new Map();
  for (let code = 0x4e00; code <= 0x9fff; code += 1) {
    const [usual] = libraryReadings(String.fromCodePoint(code));
    if (usual) counts.set(usual, (counts.get(usual) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([syllable]) => syllable);
}

function unanimousReadings(sentences) {
  const seen = new Map();
  for (const { character, reading } of sentences) seen.set(character, [...(seen.get(character) ?? []), reading]);
  return new Map([...seen].filter(([, all]) => all.length >= UNANIMOUS && all.every((one) => one === all[0])).map(([character, [reading]]) => [character, reading]));
}

/** Words that shorter words and the model do not read rightly by themselves, shorter ones first; and those that stop false cuts. */
function neededWords(words, models, usualOf, numbers) {
  const shorter = createWordReader([], usualOf, numbers);
  const isUnclear = ({ codes, readings }, covered) =>
    codes.some((code, at) => {
      if (covered[at] !== null) return covered[at] !== readings[at];
      const character = String.fromCodePoint(code);
      const usual = usualOf(character);
      // As part of a text and alone; by a lead that other neighbours do not easily undo.
      return [true, false].some((isWhole) => {
        const choice = chooseBy(models, character, codes, at, isWhole);
        return (choice?.reading ?? usual) !== readings[at] || (choice !== null && choice.lead < (readings[at] === usual ? USUAL_LEAD : CLEAR_LEAD));
      });
    });
  /** Rules look at whole clauses, and a word alone is one: 任天堂 is no name of a person. */
  const isMisruled = ({ key, codes, readings }, covered) => {
    let unit = 0;
    const read = codes.map((code, at) => {
      const one = { code, unit, syllable: readings[at], from: at, to: covered[at] === null ? at + 1 : at + 2, isSure: true };
      unit += code > 0xffff ? 2 : 1;
      return one;
    });
    applyRules(key, read);
    return read.some(({ syllable }, at) => syllable !== readings[at]);
  };
  const isMisread = (word) => {
    const covered = shorter.covered(word.codes);
    return isUnclear(word, covered) || isMisruled(word, covered);
  };
  return words.filter((word) => {
    const isNeeded = word.isBlocking || isMisread(word);
    if (isNeeded) shorter.add(word);
    return isNeeded;
  });
}

/** For each character its readings as numbers: the usual one first, then those of words and model, then what else the lexicon has. */
function allReadings(needed, models, lexicon, usualOf, numbers) {
  const readings = new Map();
  const know = (code, reading) => {
    const own = readings.get(code) ?? [];
    const number = numbers.of(reading);
    if (!own.includes(number)) readings.set(code, [...own, number]);
  };
  for (const [from, to] of BLOCKS) {
    for (let code = from; code <= to; code += 1) {
      const character = String.fromCodePoint(code);
      const usual = HAN.test(character) ? usualOf(character) : '';
      if (usual) know(code, usual);
    }
  }
  for (const { codes, readings: own } of needed) codes.forEach((code, at) => know(code, own[at]));
  for (const [character, model] of models) for (const reading of model.readings) know(character.codePointAt(0), reading);
  for (const { characters, readings: own } of lexicon.words.values()) own.forEach((reading, at) => reading && know(characters[at].codePointAt(0), reading));
  return readings;
}

function packableModels(models, numbers) {
  const packable = new Map();
  for (const [character, { readings, bias, features }] of models) {
    if (readings.length < 2) continue;
    packable.set(character.codePointAt(0), {
      syllables: readings.map(numbers.of),
      bias,
      features: [...features].map(([key, weights]) => {
        const [kind, first, second] = key.split(' ').map(Number);
        return { kind, first, second, weights };
      }),
    });
  }
  return packable;
}
