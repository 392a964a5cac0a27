// @vitest-environment node
// What other libraries give back is tied to the right characters, and a syllable has one spelling. Not for how well anybody reads.
import { describe, expect, it } from 'vitest';
import { alignString, alignTokens, maskLetters } from '../../scripts/bench/pinyin-align.mjs';
import { openPeer, PEERS } from '../../scripts/bench/pinyin-peers.mjs';
import { isRight, parseRows, spell } from '../../scripts/pinyin/rows.mjs';

describe('a list of syllables', () => {
  it.each([
    ['one entry a character', '在A1，好', ['zài', 'A', '1', '，', 'hǎo']],
    ['what is not Han in one piece', '在A1，好', ['zài', 'A1，', 'hǎo']],
    ['what is not Han left out', '在A1，好', ['zài', 'hǎo']],
  ])('is tied to its characters with %s', (_, text, tokens) => {
    expect(alignTokens(text, tokens)).toEqual(['zài', '', '', '', 'hǎo']);
  });

  it('takes a letter for a letter and not for the syllable that looks like it', () => {
    expect(alignTokens('a啊a', ['a', 'a', 'a'])).toEqual(['', 'a', '']);
  });

  it('has a place for each unit of characters beyond the first plane, known or not', () => {
    expect(alignTokens('𠮷好', ['𠮷', 'hǎo'])).toEqual(['', '', 'hǎo']);
    expect(alignTokens('𠮷好', ['jí', 'hǎo'])).toEqual(['jí', '', 'hǎo']);
    expect(alignTokens('㐀，好', ['㐀，', 'hǎo'])).toEqual(['', '', 'hǎo']);
    expect(alignTokens('〇好', ['', 'hǎo'])).toEqual(['', 'hǎo']);
  });

  it('is refused when it is of another text', () => {
    expect(() => alignTokens('你好', ['nǐ'])).toThrow('not aligned');
    expect(() => alignTokens('你好', ['nǐ', 'hǎo', 'ma'])).toThrow('not aligned');
    expect(() => alignTokens('东涌镇', ['dōngchōng', 'zhèn'])).toThrow('not aligned');
  });
});

describe('a string of syllables', () => {
  it('is tied to its characters, with blanks or without, copies and unknown characters', () => {
    expect(alignString('在00银行，好 了㐀', 'zài00yín háng，hǎo le㐀')).toEqual(['zài', '', '', 'yín', 'háng', '', 'hǎo', '', 'le', '']);
  });

  it('leaves the colon to the text, and to a syllable that is written with one', () => {
    expect(alignString('如:绿', 'rú:lù:')).toEqual(['rú', '', 'lù:']);
  });

  it('is refused when it is of another text', () => {
    expect(() => alignString('你好', 'nǐ')).toThrow('not aligned');
    expect(() => alignString('你好', 'nǐ hǎo ma')).toThrow('not aligned');
  });

  it('is asked for without letters, unit for unit', () => {
    expect(maskLetters('因子ⅧＴab，1')).toBe('因子0000，1');
  });
});

it('a syllable has one spelling', () => {
  expect(['lǜ', 'lv4', 'lu:4', 'lù:', 'LÜ4', 'lu\u0308\u0300'].map(spell)).toEqual(Array.from({ length: 6 }, () => 'lü4'));
  expect(['le', 'le5', 'le0', 'lɑ', 'ḿ'].map(spell)).toEqual(['le0', 'le0', 'le0', 'la0', 'm2']);
});

it('rows count characters, readings may be several', () => {
  const [row] = parseRows('# a remark\ntext\tchar_index\texpected\talso_accepted\tcategory\n𠮷一定\t1\tyī\tyí\tyibu\n');
  expect(row).toEqual({ text: '𠮷一定', at: 2, character: '一', accepted: ['yi1', 'yi2'], category: 'yibu' });
  // No reading at all is none of them, nor is it what `also_accepted` leaves empty.
  expect(row && [isRight(row, 'yí'), isRight(row, 'yì'), isRight(row, '')]).toEqual([true, false, false]);
  const [single] = parseRows('text\tchar_index\texpected\talso_accepted\tcategory\n好\t0\thǎo\t\tx\n');
  expect(single && [isRight(single, 'hǎo'), isRight(single, '')]).toEqual([true, false]);
});

it.each(PEERS)('$name is asked and understood, whatever stands between', async (peer) => {
  const read = await openPeer(peer, await import(peer.library));
  const text = '2026年A区，天气好。Wi-Fi 好；\n水，㐀𠮷书B！';
  const readings = await read(text);
  expect(readings).toHaveLength(text.length);
  for (const [character, reading] of [['年', 'nián'], ['天', 'tiān'], ['好', 'hǎo'], ['水', 'shuǐ'], ['书', 'shū']] as const) {
    expect(readings[text.indexOf(character)]).toBe(reading);
    expect(readings[text.lastIndexOf(character)]).toBe(reading);
  }
  for (const unit of [...text.matchAll(/[^\p{Script=Han}]/gu)].map(({ index }) => index)) expect(readings[unit]).toBe('');
});
