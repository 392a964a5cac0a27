// @vitest-environment node
// Examples of the lexicon are words of our own: none repeats a labelled sentence, and none is a row that readers are measured on.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { borrowedFrom } from '../../../scripts/pinyin/borrowed.mjs';
import { readLexicon } from '../../../scripts/pinyin/lexicon.mjs';
import { cppRows, governmentRows, missing } from '../../../scripts/pinyin/rows.mjs';

const { examples } = readLexicon(join(process.cwd(), 'shared/packs/pinyin/lexicon'));

describe('an example', () => {
  const told = (text: string) => borrowedFrom([{ text }], ['去年，甲村在乙镇丙街丁路办了一场集市。']);

  it('that shares eight Han characters in a row is told, whatever stands between them', () => {
    expect(told('甲村在乙镇丙街丁')).toEqual(['甲村在乙镇丙街丁: 甲村在乙镇丙街丁']);
    expect(told('听说甲村 在“乙镇”丙街，丁路')).toEqual(['听说甲村 在“乙镇”丙街，丁路: 甲村在乙镇丙街丁']);
    expect(told('去年甲村在乙镇丙')).toHaveLength(1);
  });

  it('that shares seven, or eight in two places, is not', () => {
    expect(told('甲村在乙镇丙街')).toEqual([]);
    expect(told('甲村在乙镇，丁路办了一场')).toEqual([]);
  });
});

describe('the examples of the repository', () => {
  const sentences = cppRows();

  it.skipIf(sentences === null)(sentences === null ? missing('CPP dev') : 'share no passage with a labelled sentence', () => {
    expect(borrowedFrom(examples, (sentences ?? []).map(({ text }) => text))).toEqual([]);
  });

  it('are no rows that readers are measured on', () => {
    const texts = new Set(examples.map(({ text }) => text));
    expect(texts.size).toBeGreaterThan(4000);
    expect(governmentRows().filter(({ text }) => texts.has(text))).toEqual([]);
  });
});
