// Syllables as people write them: with a mark or a number, checked against those that exist.
import { describe, expect, it } from 'vitest';
import { parseSyllable, toneless, tonesOf } from '../../../shared/readings/syllables';

describe('a syllable', () => {
  it.each([
    ['shuai4', 'shuài'], ['shuài', 'shuài'], ['SHUÀI', 'shuài'], ['wu4', 'wù'], ['yuan2', 'yuán'], ['lv4', 'lǜ'], ['lü4', 'lǜ'], ['lu:4', 'lǜ'], ['lǜ', 'lǜ'],
    ['nve4', 'nüè'], ['jv2', 'jú'], ['jü2', 'jú'], ['xiong1', 'xiōng'], ['liu2', 'liú'], ['gui3', 'guǐ'], ['dou1', 'dōu'], ['hao3', 'hǎo'], ['de5', 'de'], ['de0', 'de'], ['de', 'de'],
    ['er2', 'ér'], ['r', 'r'], ['ng2', 'ńg'], ['m2', 'ḿ'], [' zhong1 ', 'zhōng'], ['chua\u0300n', 'chuàn'],
    ['ｓｈｕａｉ４', 'shuài'], ['ｓhuai4', 'shuài'], ['shuai４', 'shuài'], ['lu：4', 'lǜ'], ['ＬＵ：４', 'lǜ'], ['\u3000de０', 'de'], ['lue4', 'lüè'], ['nuè', 'nüè'], ['lue', 'lüe'],
  ])('%s is %s', (written, syllable) => expect(parseSyllable(written)?.syllable).toBe(syllable.normalize('NFC')));

  it.each(['', 'xyz', 'shuai6', 'shuài4', 'shuàì', 'bong1', 'fi1', 'r4', '率', 'wù yuán', 'zhx', 'ue2', 'q', 'due4', 'luen4', 'shuai６'])('%s is none', (written) => expect(parseSyllable(written)).toBeNull());

  it('says whether a tone was written', () => {
    expect(['shuai', 'shuai5', 'shuai4', 'shuài'].map((one) => parseSyllable(one)?.hasTone)).toEqual([false, true, true, true]);
  });

  it('has its four tones and none', () => {
    expect(tonesOf('shuai')).toEqual(['shuāi', 'shuái', 'shuǎi', 'shuài', 'shuai']);
    expect(tonesOf('lǜ')).toEqual(['lǖ', 'lǘ', 'lǚ', 'lǜ', 'lü']);
    expect(toneless('lǜ')).toBe('lü');
  });
});
