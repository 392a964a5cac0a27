// A table from pairs of whole numbers to whole numbers, in three flat arrays: tens of thousands of entries in under a megabyte, filled in
// a few milliseconds. Not for anything that is taken out again.

/** From (a, b) to a number above nought. */
export interface Pairs {
  /** The number for a pair; 0 where there is none. */
  get(a: number, b: number): number;
  set(a: number, b: number, value: number): void;
}

const LEAST_SLOTS = 1024;
/** Odd and large, so that neighbours land far apart. */
const SPREAD_A = 0x9e3779b1;
const SPREAD_B = 0x85ebca6b;

/** @param expected how many pairs there will be, at least; more are held too */
export function createPairs(expected: number): Pairs {
  let slots = LEAST_SLOTS;
  while (slots < expected * 2) slots *= 2;
  let first = new Int32Array(slots);
  let second = new Int32Array(slots);
  let values = new Int32Array(slots);
  let count = 0;

  function slotOf(a: number, b: number): number {
    const mixed = Math.imul(a, SPREAD_A) ^ Math.imul(b, SPREAD_B);
    let slot = (mixed ^ (mixed >>> 15)) & (slots - 1);
    while (values[slot] !== 0 && (first[slot] !== a || second[slot] !== b)) slot = (slot + 1) & (slots - 1);
    return slot;
  }

  function grow(): void {
    const before = [first, second, values] as const;
    slots *= 2;
    first = new Int32Array(slots);
    second = new Int32Array(slots);
    values = new Int32Array(slots);
    before[2].forEach((value, at) => {
      if (value === 0) return;
      const slot = slotOf(before[0][at] ?? 0, before[1][at] ?? 0);
      first[slot] = before[0][at] ?? 0;
      second[slot] = before[1][at] ?? 0;
      values[slot] = value;
    });
  }

  return {
    get: (a, b) => values[slotOf(a | 0, b | 0)] ?? 0,
    set(a, b, value) {
      const slot = slotOf(a | 0, b | 0);
      if (values[slot] === 0) count += 1;
      first[slot] = a;
      second[slot] = b;
      values[slot] = value;
      if (count * 2 > slots) grow();
    },
  };
}
