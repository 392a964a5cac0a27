// Makes the tables of the reader from the digits that scripts/pinyin/pack.mjs wrote. Not for what is done with them (reader.ts).
import { createCharacters, type Characters } from './characters';
import { CLASSES, KINDS } from './context';
import { createDigitReader } from './digits';
import { createLexicon, type Lexicon } from './lattice';
import { createContextModel, type ContextModel } from './model';
import { TONES_EACH, written } from './syllables';

/** What the build writes (table.ts): strings of digits, see scripts/pinyin/pack.mjs for their order. */
export interface PackedTables {
  /** Syllables without tone, blanks between, the commonest first. */
  readonly syllables: string;
  readonly gaps: string;
  readonly low: string;
  readonly high: string;
  readonly frequencies: string;
  readonly others: string;
  readonly shapes: string;
  readonly firstLow: string;
  readonly firstHigh: string;
  readonly restLow: string;
  readonly restHigh: string;
  readonly choices: string;
  readonly costs: string;
  readonly model: string;
  readonly modelFirst: string;
  readonly modelSecond: string;
  readonly modelWeights: string;
  readonly sizes: TableSizes;
}

/** How large the tables become, so that they need not grow. */
export interface TableSizes {
  readonly characters: number;
  /** Readings beyond the usual ones. */
  readonly others: number;
  /** Characters of all words, less what beginnings share; and with it. */
  readonly nodes: number;
  readonly wordCharacters: number;
  readonly features: number;
  readonly weights: number;
  /** What a character costs that no word covers. */
  readonly aloneCost: number;
}

export interface Tables {
  readonly characters: Characters;
  readonly lexicon: Lexicon;
  readonly model: ContextModel;
  /** A syllable as it is written. */
  syllable(number: number): string;
}

/** Beyond what one digit of a gap or a step says; also the base of numbers of several digits. */
export const FAR = 90;
/** The digit of a weight that is nought. */
export const WEIGHT_ZERO = 45;
/** More characters than a word has, so that a digit says how many it shares with the word before it and how many are its own. */
export const NEW_MAX = 10;

/** Numbers of two digits, low and high digits apart. */
function pairReader(low: string, high: string): () => number {
  const lows = createDigitReader(low);
  const highs = createDigitReader(high);
  return () => lows.next() + highs.next() * FAR;
}

function readCharacters(packed: PackedTables): Characters {
  const { characters: count, others } = packed.sizes;
  const gaps = createDigitReader(packed.gaps);
  const low = createDigitReader(packed.low);
  const high = createDigitReader(packed.high);
  const codes = new Int32Array(count);
  const usual = new Uint16Array(count);
  let code = 0;
  for (let place = 0; place < count; place += 1) {
    let step = gaps.next();
    if (step === FAR) step = gaps.next() + gaps.next() * FAR + gaps.next() * FAR * FAR;
    code += step + 1;
    codes[place] = code;
    const base = low.next();
    const rest = high.next();
    usual[place] = (base + Math.floor(rest / TONES_EACH) * FAR) * TONES_EACH + (rest % TONES_EACH);
  }
  return createCharacters(codes, usual, others);
}

/** Places in the order of the numbers by which words and features name characters: commonest class first, by code point within a class. */
function rankPlaces(count: number, frequencies: string): Uint16Array {
  const reader = createDigitReader(frequencies);
  const classes = Uint8Array.from({ length: count }, () => reader.next());
  const starts = new Int32Array(FAR + 1);
  for (const one of classes) starts[one + 1] = (starts[one + 1] ?? 0) + 1;
  for (let one = 1; one <= FAR; one += 1) starts[one] = (starts[one] ?? 0) + (starts[one - 1] ?? 0);
  const ranks = new Uint16Array(count);
  classes.forEach((one, place) => {
    const at = starts[one] ?? 0;
    ranks[at] = place;
    starts[one] = at + 1;
  });
  return ranks;
}

/** All tables. Some milliseconds of work: call it when pinyin is first wanted. */
export function unpack(packed: PackedTables): Tables {
  const plain = packed.syllables.split(' ');
  const characters = readCharacters(packed);
  const ranks = rankPlaces(characters.count, packed.frequencies);

  const others = createDigitReader(packed.others);
  for (let rank = -1; !others.isDone; ) {
    rank += others.next() + others.next() * FAR + 1;
    const syllables: number[] = [];
    for (let count = others.next(); count > 0; count -= 1) syllables.push((others.next() + others.next() * FAR) * TONES_EACH + others.next());
    characters.addOthers(ranks[rank] ?? 0, syllables);
  }

  const { nodes, wordCharacters, features, weights, aloneCost } = packed.sizes;
  const lexicon = createLexicon(aloneCost, nodes, wordCharacters);
  readWords(packed, ranks, characters, lexicon);
  const model = createContextModel(features, weights);
  readModel(packed, ranks, characters, model);
  const known: (string | undefined)[] = [];
  const syllable = (number: number) => (known[number] ??= written(plain[Math.floor(number / TONES_EACH)] ?? '', number % TONES_EACH));
  return { characters, lexicon, model, syllable };
}

function readWords(packed: PackedTables, ranks: Uint16Array, characters: Characters, lexicon: Lexicon): void {
  const shapes = createDigitReader(packed.shapes);
  const first = pairReader(packed.firstLow, packed.firstHigh);
  const rest = pairReader(packed.restLow, packed.restHigh);
  const choices = createDigitReader(packed.choices);
  const costs = createDigitReader(packed.costs);
  // One set of arrays for all words: they share their beginnings, and nothing is left for the collector.
  const numbers = new Int32Array(NEW_MAX);
  const places = new Int32Array(NEW_MAX);
  const codes = new Int32Array(NEW_MAX);
  const syllables = new Int32Array(NEW_MAX);
  let length = 0;
  while (!shapes.isDone) {
    const shape = shapes.next();
    const shared = Math.floor(shape / NEW_MAX);
    // The first new character comes after the one that it takes the place of.
    const after = shared < length ? (numbers[shared] ?? 0) + 1 : 0;
    length = shared + (shape % NEW_MAX);
    for (let at = shared; at < length; at += 1) {
      const number = at === shared ? after + first() : rest();
      numbers[at] = number;
      places[at] = ranks[number] ?? 0;
      codes[at] = characters.codes[places[at] ?? 0] ?? 0;
    }
    for (let at = 0; at < length; at += 1) {
      const place = places[at] ?? 0;
      syllables[at] = characters.reading(place, characters.readingsAt(place) > 1 ? choices.next() : 0);
    }
    lexicon.add(codes, syllables, length, costs.next(), shared);
  }
}

function readModel(packed: PackedTables, ranks: Uint16Array, characters: Characters, model: ContextModel): void {
  const heads = createDigitReader(packed.model);
  const first = createDigitReader(packed.modelFirst);
  const second = createDigitReader(packed.modelSecond);
  const digits = createDigitReader(packed.modelWeights);
  const neighbour = (number: number) => (number < CLASSES.length ? (CLASSES[number] ?? 0) : (characters.codes[ranks[number - CLASSES.length] ?? 0] ?? 0) & 0xffff);
  const weights = new Int8Array(FAR);
  /** The first reading's weight is nought, the others stand beside it. */
  const readWeights = (count: number) => {
    for (let at = 1; at < count; at += 1) weights[at] = digits.next() - WEIGHT_ZERO;
  };
  while (!heads.isDone) {
    const place = ranks[heads.next() + heads.next() * FAR] ?? 0;
    const syllables: number[] = [];
    for (let more = heads.next(); more > 0; more -= 1) syllables.push(characters.reading(place, heads.next()));
    const count = syllables.length;
    readWeights(count);
    model.character(characters.codes[place] ?? 0, syllables, weights);
    KINDS.forEach(({ hasSecond }, kind) => {
      let at = 0;
      for (let more = heads.next() + heads.next() * FAR; more > 0; more -= 1) {
        let step = first.next();
        if (step === FAR) step = first.next() + first.next() * FAR;
        at += step;
        const other = hasSecond ? neighbour(second.next() + second.next() * FAR) : 0;
        readWeights(count);
        model.feature(kind, neighbour(at), other, weights);
      }
    });
  }
}
