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
   * @param cost what it costs to find it in a text: minus the logarithm of how often it occurs
   * @param shared how many characters it has in common with the word before it, at most; saves looking for them again
   */
  add(codes: ArrayLike<number>, syllables: ArrayLike<number>, length: number, cost: number, shared?: number): void;
  /** The words of the cheapest cut of a clause, in order; what lies between them stands alone. */
  cut(codes: readonly number[]): FoundWord[];
}

const ROOT = 1;
const BASIC_PLANE = 0x10000;
const LENGTH_MAX = 32;

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
  /** The nodes of first characters: most characters of a text begin no word, and this tells it soonest. */
  const firsts = new Int32Array(BASIC_PLANE);
  /** The nodes of the word added last, after each of its characters. */
  const path = new Int32Array(LENGTH_MAX);
  let used = 1;
  let lastNode = ROOT;

  function child(node: number, code: number): number {
    return node === ROOT && code < BASIC_PLANE ? (firsts[code] ?? 0) : nodes.get(node, code);
  }

  function grow(node: number, code: number): number {
    lastNode += 1;
    if (node === ROOT && code < BASIC_PLANE) firsts[code] = lastNode;
    else nodes.set(node, code, lastNode);
    return lastNode;
  }

  return {
    add(codes, syllables, length, cost, shared = 0) {
      let node = shared > 0 ? (path[shared - 1] ?? ROOT) : ROOT;
      for (let at = shared; at < length; at += 1) {
        const code = codes[at] ?? 0;
        node = child(node, code) || grow(node, code);
        path[at] = node;
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
          node = child(node, codes[end] ?? 0);
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
