// Which readings a character has, in flat arrays: twenty thousand characters without an object each. Not for which one it has in a text.

export interface Characters {
  /** How many there are. */
  readonly count: number;
  /** The code point of each, in the order of code points. */
  readonly codes: Int32Array;
  /** The place of a code point among them; -1 for what is not read. */
  placeOf(code: number): number;
  /** How many readings the character at a place has. */
  readingsAt(place: number): number;
  /** One of them as a syllable number, the usual one first. */
  reading(place: number, which: number): number;
  /** Readings beyond the usual one; each place once. */
  addOthers(place: number, syllables: readonly number[]): void;
}

const BASIC_PLANE = 0x10000;

/**
 * @param codes code points in their order
 * @param usual the usual reading of each
 * @param others how many readings there are beyond the usual ones
 */
export function createCharacters(codes: Int32Array, usual: Uint16Array, others: number): Characters {
  const basic = new Uint16Array(BASIC_PLANE);
  const astral = new Map<number, number>();
  codes.forEach((code, place) => {
    // One more than the place: nought says that there is none.
    if (code < BASIC_PLANE) basic[code] = place + 1;
    else astral.set(code, place + 1);
  });
  const counts = new Uint8Array(codes.length).fill(1);
  const starts = new Uint16Array(codes.length);
  const pool = new Uint16Array(others);
  let used = 0;

  return {
    count: codes.length,
    codes,
    placeOf: (code) => (code < BASIC_PLANE ? (basic[code] ?? 0) : (astral.get(code) ?? 0)) - 1,
    readingsAt: (place) => counts[place] ?? 0,
    reading: (place, which) => (which === 0 ? usual[place] : pool[(starts[place] ?? 0) + which - 1]) ?? 0,
    addOthers(place, syllables) {
      counts[place] = syllables.length + 1;
      starts[place] = used;
      for (const syllable of syllables) pool[used++] = syllable;
    },
  };
}
