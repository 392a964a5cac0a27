// Which words a clause is cut into: the cheapest way through all words that could stand there. Not for what words there are (unpack.ts).
import { createPairs } from './pairs';

/** A word found in a clause. */
export interface FoundWord {
  /** Index of its first character. */
  readonly at: number;
  /** One syllable number for each of its characters. */
  readonly syllables: ArrayLike<number>;
}

export interface Lexicon {
  /**
   * Adds a word; of two with the same characters the later one counts.
   * @param codes its code points, the first `length` of them
   * @param syllables a number for each
   * @param cost what it costs to find it in a text: minus the logarithm of how often it occurs, in steps of the table
   */
  add(codes: ArrayLike<number>, syllables: ArrayLike<number>, length: number, cost: number): void;
  /** The words of the cheapest cut of a clause, in order; what lies between them stands alone. */
  cut(codes: readonly number[]): FoundWord[];
}

const ROOT = 1;

/**
 * @param aloneCost what a character costs that no word covers, in the steps of the words' costs
 * @param expected how many nodes all words have together: characters, less what beginnings share
 * @param characters how many characters all words have together
 */
export function createLexicon(aloneCost: number, expected: number, characters: number): Lexicon {
  const nodes = createPairs(expected);
  /** For each node where the syllables of the word begin that ends there, and its cost; 0 where none ends. */
  const starts = new Int32Array(expected + 2);
  const costs = new Uint8Array(expected + 2);
  const pool = new Uint16Array(characters + 1);
  let used = 1;
  let lastNode = ROOT;

  return {
    add(codes, syllables, length, cost) {
      let node = ROOT;
      for (let at = 0; at < length; at += 1) {
        const code = codes[at] ?? 0;
        let next = nodes.get(node, code);
        if (next === 0) {
          next = lastNode += 1;
          nodes.set(node, code, next);
        }
        node = next;
      }
      starts[node] = used;
      costs[node] = cost;
      for (let at = 0; at < length; at += 1) pool[used++] = syllables[at] ?? 0;
    },
    cut(codes) {
      const { length } = codes;
      const least = new Float64Array(length + 1);
      const lengths = new Int32Array(length);
      const places = new Int32Array(length);
      // From the end; where costs are equal, the word that begins first and is longest wins.
      for (let at = length - 1; at >= 0; at -= 1) {
        let best = aloneCost + (least[at + 1] ?? 0);
        let node = ROOT;
        for (let end = at; end < length; end += 1) {
          node = nodes.get(node, codes[end] ?? 0);
          if (node === 0) break;
          const place = starts[node] ?? 0;
          if (place === 0) continue;
          const cost = (costs[node] ?? 0) + (least[end + 1] ?? 0);
          if (cost > best) continue;
          best = cost;
          lengths[at] = end + 1 - at;
          places[at] = place;
        }
        least[at] = best;
      }
      const found: FoundWord[] = [];
      for (let at = 0; at < length; at += Math.max(1, lengths[at] ?? 1)) {
        const place = places[at] ?? 0;
        if (place > 0) found.push({ at, syllables: pool.subarray(place, place + (lengths[at] ?? 0)) });
      }
      return found;
    },
  };
}
