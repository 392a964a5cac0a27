// Chooses a reading by what stands around a character, where no word and no rule does: for each such character a log-linear model,
// trained by scripts/pinyin/train.mjs. Not for where the weights are kept (unpack.ts).
import { featuresOf, type Kind } from './context';
import { createPairs } from './pairs';

export interface ContextModel {
  /** Adds a character, its readings in the order of its weights, and what each weighs without any context. */
  character(code: number, syllables: readonly number[], bias: ArrayLike<number>): void;
  /** Adds a feature of the character added last: weights for its readings. */
  feature(kind: Kind, first: number, second: number, weights: ArrayLike<number>): void;
  /** The likeliest reading; null for a character that the model does not know. */
  choose(codes: readonly number[], at: number): Choice | null;
}

export interface Choice {
  readonly syllable: number;
  /** By how much it leads before the next one, in steps of the weights. */
  readonly lead: number;
}

interface CharacterModel {
  readonly syllables: readonly number[];
  /** Where the biases begin among the weights. */
  readonly place: number;
  readonly index: number;
}

/** Character, kind and first neighbour as one number: 12, 3 and 16 bits. */
const keyOf = (index: number, kind: Kind, first: number): number => (((index << 3) | kind) << 16) | first;

/**
 * @param expected how many features there will be
 * @param weightCount how many weights characters and features have together
 */
export function createContextModel(expected: number, weightCount: number): ContextModel {
  const characters = new Map<number, CharacterModel>();
  /** From key and second neighbour to where the weights begin. */
  const places = createPairs(expected);
  const pool = new Int8Array(weightCount + 1);
  let used = 1;
  let last: CharacterModel | null = null;

  function put(weights: ArrayLike<number>, count: number): number {
    const place = used;
    for (let at = 0; at < count; at += 1) pool[used++] = weights[at] ?? 0;
    return place;
  }

  return {
    character(code, syllables, bias) {
      last = { syllables, place: put(bias, syllables.length), index: characters.size };
      characters.set(code, last);
    },
    feature(kind, first, second, weights) {
      if (last) places.set(keyOf(last.index, kind, first), second, put(weights, last.syllables.length));
    },
    choose(codes, at) {
      const model = characters.get(codes[at] ?? 0);
      if (!model) return null;
      const { syllables, index } = model;
      const sums = syllables.map((_, one) => pool[model.place + one] ?? 0);
      featuresOf(codes, at, true, (kind, first, second) => {
        const place = places.get(keyOf(index, kind, first), second);
        if (place > 0) for (let one = 0; one < sums.length; one += 1) sums[one] = (sums[one] ?? 0) + (pool[place + one] ?? 0);
      });
      let best = 0;
      let next = -1;
      for (let one = 1; one < sums.length; one += 1) {
        if ((sums[one] ?? 0) > (sums[best] ?? 0)) {
          next = best;
          best = one;
        } else if (next < 0 || (sums[one] ?? 0) > (sums[next] ?? 0)) next = one;
      }
      return { syllable: syllables[best] ?? 0, lead: next < 0 ? Infinity : (sums[best] ?? 0) - (sums[next] ?? 0) };
    },
  };
}
