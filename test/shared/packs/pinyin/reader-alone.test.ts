// How the reader puts words, characters and context together, with small tables of made-up syllables. With the real ones: reader.test.ts.
import { describe, expect, it } from 'vitest';
import { createReader } from '../../../../shared/packs/pinyin/reader';
import type { Tables } from '../../../../shared/packs/pinyin/unpack';

/** The readings of each character, the usual one first, in the order of their places. */
const CHARACTERS: readonly (readonly [character: string, readings: readonly number[]])[] = [['甲', [1]], ['乙', [2, 3]], ['丙', [4, 5]], ['戊', [6, 7]], ['庚', [8]], ['辛', [9]]];
/** What the context says of a character: the first with a lead that is enough, the second with one that is not. */
const CONTEXT = new Map([['乙', { syllable: 3, lead: 7 }], ['丙', { syllable: 5, lead: 6 }], ['甲', { syllable: 99, lead: 99 }]]);

const tables = {
  characters: {
    placeOf: (code: number) => CHARACTERS.findIndex(([character]) => character.codePointAt(0) === code),
    readingsAt: (place: number) => CHARACTERS[place]?.[1].length ?? NaN,
    reading(place: number, which: number) {
      const syllable = CHARACTERS[place]?.[1][which];
      if (syllable === undefined) throw new Error(`no reading ${which} at ${place}`);
      return syllable;
    },
  },
  lexicon: {
    cut(codes: readonly number[]) {
      const at = String.fromCodePoint(...codes).indexOf('庚辛');
      return at < 0 ? [] : [{ at, syllables: [18, 19] }];
    },
  },
  model: { choose: (codes: readonly number[], at: number) => CONTEXT.get(String.fromCodePoint(codes[at] ?? 0)) ?? null },
  syllable: (number: number) => `s${number}`,
} as unknown as Tables;

const reader = createReader(tables);
const syllables = (text: string) => reader.read(text).flatMap(({ readings }) => readings.map(({ syllable }) => syllable));
const characters = (text: string) => reader.read(text).flatMap(({ readings }) => readings.map(({ code }) => String.fromCodePoint(code))).join('');

describe('a clause is read', () => {
  it('by its words, then by the context, then by what is usual, and tells what it is sure of', () => {
    const [clause] = reader.read('甲庚辛乙丙戊');
    const row = (character: string, unit: number, syllable: string, from: number, to: number, isSure: boolean) => ({ code: character.codePointAt(0), unit, syllable, from, to, isSure });
    expect(clause?.readings).toEqual([
      row('甲', 0, 's1', 0, 1, true),
      row('庚', 1, 's18', 1, 3, true),
      row('辛', 2, 's19', 1, 3, true),
      row('乙', 3, 's3', 3, 4, true),
      row('丙', 4, 's5', 4, 5, false),
      row('戊', 5, 's6', 5, 6, false),
    ]);
  });

  it('where it begins in the text', () => {
    expect(reader.read('甲，乙').map(({ from, readings }) => [from, readings.length])).toEqual([[0, 1], [2, 1]]);
  });

  it('but for what is no Chinese character, which keeps its place and is sure to have no reading', () => {
    const [clause] = reader.read('甲x乙');
    expect(clause?.readings.map(({ unit, syllable, isSure }) => [unit, syllable, isSure])).toEqual([[0, 's1', true], [1, '', true], [2, 's3', true]]);
  });

  it('without what stands in a word and is none of it', () => {
    const [clause] = reader.read('庚\u200d辛');
    expect(clause?.readings.map(({ unit, syllable }) => [unit, syllable])).toEqual([[0, 's18'], [2, 's19']]);
  });

  it('with 々 as what stands before it', () => {
    expect(syllables('甲々乙')).toEqual(['s1', 's1', 's3']);
    expect(syllables('々乙')).toEqual(['', 's3']);
  });
});

describe('a circle', () => {
  it.each([
    ['二○二四年', '二〇二四年'],
    ['二◯二四年', '二〇二四年'],
    ['二○一○年', '二〇一〇年'],
    ['二○○年', '二〇〇年'],
    ['一九○○年', '一九〇〇年'],
    ['二○○○年', '二〇〇〇年'],
    ['○二甲', '〇二甲'],
  ])('beside numerals is nought: %s is %s', (text, plain) => expect(characters(text)).toBe(plain));

  it.each(['○甲', '二○甲', '甲○年', '甲○十', '○○年', '二三四○甲', '甲○○甲二三'])('elsewhere is a bullet: %s', (text) => expect(characters(text)).toBe(text));
});

it.each([['甲', ['s1']], ['乙', ['s2', 's3']], ['x', []]])('all readings of %s are %j', (character, all) => {
  expect(reader.readingsOf(character.codePointAt(0) ?? 0)).toEqual(all);
});
