// The table of pairs beside a Map that does the same: while it grows, where slots collide, where a value changes.
import { describe, expect, it } from 'vitest';
import { createPairs } from '../../../../shared/packs/pinyin/pairs';

/** Whole numbers that look random and are the same in every run. */
function createNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0);
}

describe('a table of pairs', () => {
  it('holds more than was expected', () => {
    const next = createNumbers(7);
    const table = createPairs(0);
    const known = new Map<string, readonly [number, number, number]>();
    for (let value = 1; value <= 20_000; value += 1) {
      const [a, b] = [next(), next() >> 12];
      table.set(a, b, value);
      known.set(`${a} ${b}`, [a, b, value]);
    }
    expect(known.size).toBeGreaterThan(19_900);
    expect([...known.values()].filter(([a, b, value]) => table.get(a, b) !== value)).toEqual([]);
  });

  it('keeps pairs apart that begin alike, end alike or are turned round', () => {
    const table = createPairs(4096);
    // More pairs than half the slots of the smallest table, so that many share one and the next ones.
    for (let a = 0; a < 64; a += 1) for (let b = 0; b < 64; b += 1) table.set(a, b, 1 + a * 64 + b);
    for (let a = 0; a < 64; a += 1) for (let b = 0; b < 64; b += 1) expect(table.get(a, b)).toBe(1 + a * 64 + b);
    expect([table.get(64, 0), table.get(0, 64), table.get(-1, 0)]).toEqual([0, 0, 0]);
  });

  it('has the last of two values, and counts the pair once', () => {
    const table = createPairs(1);
    for (let value = 1; value <= 5000; value += 1) table.set(3, 5, value);
    expect(table.get(3, 5)).toBe(5000);
    expect(table.get(5, 3)).toBe(0);
  });

  it('takes numbers beyond 31 bits as their lower 32', () => {
    const table = createPairs(8);
    const key = (0x7fff << 19) | 5;
    table.set(key, 0x9fff, 11);
    table.set(2 ** 31 + 9, 1, 12);
    expect([table.get(key, 0x9fff), table.get(2 ** 31 + 9, 1), table.get((2 ** 31 + 9) | 0, 1)]).toEqual([11, 12, 12]);
  });
});
