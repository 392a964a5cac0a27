// @vitest-environment node
// What scripts/pinyin/pack.mjs writes, unpack.ts reads: small tables that need every kind of number, there and back.
import { describe, expect, it } from 'vitest';
import { packTables, type PackableFeature } from '../../../scripts/pinyin/pack.mjs';
import { unpack } from '../../../shared/packs/pinyin/unpack';

const code = (character: string) => character.codePointAt(0) ?? 0;
const codes = (text: string) => Array.from(text, code);
/** 200 syllables, so that their numbers need two digits. */
const PLAIN = Array.from({ length: 200 }, (_, at) => `s${at}`);

/** Many characters, so that the numbers of neighbours need two digits and steps between them more than one. */
const MANY = Array.from({ length: 4000 }, (_, at) => 0x5000 + at);
const readings = new Map<number, number[]>([
  ...MANY.map((one, at): [number, number[]] => [one, [(at * 7) % 1000]]),
  [code('一'), [3]],
  [code('行'), [999, 5, 500]],
  [code('长'), [460, 11]],
  [code('〇'), [42]],
  [code('𠮷'), [4, 994]],
]);
const words = [
  { codes: codes('银行'), syllables: [readings.get(code('银'))?.[0] ?? 777, 5], cost: 12 },
  { codes: codes('行一行'), syllables: [500, 3, 999], cost: 0 },
  { codes: codes('行一'), syllables: [5, 3], cost: 37 },
  { codes: codes('𠮷长〇'), syllables: [994, 11, 42], cost: 56 },
];
readings.set(code('银'), [words[0]?.syllables[0] ?? 777]);

const features: PackableFeature[] = [
  { kind: 0, first: code('一'), second: 0, weights: [1, 3.5, 1] },
  { kind: 1, first: 0x3002, second: 0, weights: [0, -2, 4] },
  { kind: 2, first: 0x5003, second: 0x5f00, weights: [0, 0, 8] },
  { kind: 4, first: 0x5f00, second: 0x5001, weights: [0, 2, 0] },
  { kind: 6, first: code('𠮷') & 0xffff, second: 0, weights: [0, 100, -100] },
  // Nobody reads this neighbour, so no text can have it as a character that is read: it is left out.
  { kind: 0, first: 0x9ffe, second: 0, weights: [0, 9, 0] },
];
const packed = packTables({ plain: PLAIN, readings, words, models: new Map([[code('行'), { syllables: [999, 5, 500], bias: [0.5, 0, -0.5], features }]]), aloneCost: 19 });
const tables = unpack(packed);

describe('tables that were packed and unpacked', () => {
  it('are printable ASCII between single quotes', () => {
    for (const value of Object.values(packed)) if (typeof value === 'string') expect(value).toMatch(/^[ !-&(-[\]-~]*$/);
  });

  it('have every character with its readings, the usual one first', () => {
    const { characters } = tables;
    expect(characters.count).toBe(readings.size);
    for (const [one, own] of readings) {
      const place = characters.placeOf(one);
      expect([one, Array.from({ length: characters.readingsAt(place) }, (_, which) => characters.reading(place, which))]).toEqual([one, own]);
    }
  });

  it('write syllables with their tones', () => {
    expect([tables.syllable(0), tables.syllable(995), tables.syllable(460)]).toEqual(['s0', 's199', 's92']);
  });

  it('have every word with its syllables, also those that share a beginning', () => {
    for (const { codes: own, syllables } of words) {
      const [found] = tables.lexicon.cut(own);
      expect([found?.at, Array.from(found?.syllables ?? [])]).toEqual([0, syllables]);
    }
  });

  it('weigh what stands around, in quarters and held to what a digit says', () => {
    const choose = (text: readonly number[], at: number) => tables.model.choose(text, at);
    const [x, y] = [0x5001, 0x5f00];
    // Biases beside the first: 0, -2, -4 quarters.
    expect(choose([x, code('行'), x], 1)).toEqual({ syllable: 999, lead: 2 });
    // 一 before it: 10 quarters for the second reading.
    expect(choose([code('一'), code('行'), x], 1)).toEqual({ syllable: 5, lead: 8 });
    // At the end: 16 quarters for the third, 8 against the second.
    expect(choose([x, code('行')], 1)).toEqual({ syllable: 500, lead: 12 });
    expect(choose([0x5003, y, code('行'), 0x5002], 2)).toEqual({ syllable: 500, lead: 28 });
    expect(choose([y, code('行'), x], 1)).toEqual({ syllable: 5, lead: 6 });
    expect(choose([x, code('行'), x, code('𠮷')], 1)).toEqual({ syllable: 5, lead: 43 });
    expect(choose([0x9ffe, code('行'), x], 1)).toEqual({ syllable: 999, lead: 2 });
    expect(choose([x, code('长'), x], 1)).toBeNull();
  });

  it('tell how large they are', () => {
    expect(packed.sizes).toMatchObject({ characters: readings.size, others: 4, features: 5, weights: 18, wordCharacters: 10, aloneCost: 19 });
  });
});
