// @vitest-environment node
// Syllables as the engine of the voice pack takes them, and the way back from its positions. What it makes of them is in sounds.test.ts.
import { describe, expect, it } from 'vitest';
import { inputFor, numbered } from '../../voice-pack/input';

describe('a syllable', () => {
  it.each([
    ['zhōng', 'zhong1'], ['huá', 'hua2'], ['mǎ', 'ma3'], ['lǜ', 'lv4'], ['lüè', 'lve4'], ['de', 'de5'], ['nü', 'nv5'], ['Běi', 'bei3'],
    ['r', 'er5'], ['xióng', "[[S;j'ong35]]"], ['qióng', "[[tS;hj'ong35]]"], ['jiǒng', "[[tS;j'ong214]]"], ['ér', 'er2'], ['ê', 'ei5'], ['ề', 'ei4'], ['ńg', 'ng2'], ['ǹ', 'n4'], ['ā', 'a1'],
  ])('%s is written %s', (reading, written) => expect(numbered(reading)).toBe(written));

  it.each(['m̀', 'hng', 'hm', '', '中', 'zh-1'])('%s is left to the character', (reading) => expect(numbered(reading)).toBeNull());
});

describe('what the engine is given', () => {
  it('is the text itself without readings, escaped', () => {
    expect(inputFor('甲<乙&丙>[[丁]]', null).text).toBe('甲&lt;乙&amp;丙&gt;  丁  ');
  });

  it('is a syllable of its own for the characters that its rules spell out in English', () => {
    expect(inputFor('英雄', null)).toEqual({ text: "英 [[S;j'ong35]] ", units: [0, ...Array.from({ length: 15 }, () => 1), 2] });
    expect(inputFor('雄', ['']).text).toBe(" [[S;j'ong35]] ");
  });

  it('has the syllable in the place of its character, and every code point leads back', () => {
    const { text, units } = inputFor('重庆，𠮷A', ['chóng', 'qìng', '', 'jí', '', '']);
    expect(text).toBe(' chong2  qing4 ， ji2 A');
    const back = (part: string) => units[[...text.slice(0, text.indexOf(part))].length];
    expect([back('chong2'), back('qing4'), back('，'), back('ji2'), back('A')]).toEqual([0, 1, 2, 3, 5]);
    expect(units.at(-1)).toBe(6);
    expect(units).toHaveLength([...text].length + 1);
  });

  it('counts an astral character once and holds no lone half', () => {
    const { text, units } = inputFor('😀\ud83d好', null);
    expect(text).toBe('😀 好');
    expect(units).toEqual([0, 2, 3, 4]);
  });
});
