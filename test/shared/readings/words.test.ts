// Lists of words: the site's, the reader's, bad lines and entries, and which reading wins.
import { describe, expect, it } from 'vitest';
import { parseOwn, withOwn, WORDS_MAX } from '../../../shared/readings/own';
import { parseWordList } from '../../../shared/readings/site';
import { createFinder, mergeWords, ranked, type Words } from '../../../shared/readings/words';

const words = (entries: Readonly<Record<string, string>>): Words => new Map(Object.entries(entries).map(([word, said]) => [word, said.split(' ')]));
const plain = (list: Words) => Object.fromEntries([...list].map(([word, said]) => [word, said.join(' ')]));

describe('the site\'s list', () => {
  it('has a word a line, with marks or numbers, and comments', () => {
    const { words: found, bad } = parseWordList('\ufeff# 地名\r\n婺源 wù yuán\n重庆\tchong2 qing4  # 市\n\n绿 lv4\n婺源 wu4 yuan3\n');
    expect(plain(found)).toEqual({ 婺源: 'wù yuǎn', 重庆: 'chóng qìng', 绿: 'lǜ' });
    expect(bad).toEqual([]);
  });

  it('names what is no word, has other characters than syllables, or no syllable, and keeps the rest', () => {
    const { words: found, bad } = parseWordList('婺源 wù\nabc a b c\n婺源\n长 zhxang3\n率先 shuài xiān');
    expect(plain(found)).toEqual({ 率先: 'shuài xiān' });
    expect(bad).toEqual(['婺源 wù', 'abc a b c', '婺源', '长 zhxang3']);
  });
});

describe('the reader\'s corrections', () => {
  it('are read entry by entry, whatever is stored', () => {
    expect(plain(parseOwn({ 率先: 'shuài xiān', 率: 'lv4', 长: 'zhang', 坏: 'x', 先: 3, abc: 'a b c', 一二三四五六七八九: 'yī èr sān sì wǔ liù qī bā jiǔ' }))).toEqual({ 率先: 'shuài xiān', 率: 'lǜ', 长: 'zhang' });
    for (const foreign of [null, undefined, 7, 'x', ['率']]) expect(parseOwn(foreign).size).toBe(0);
  });

  it('are merged one by one; what means nothing to us stays', () => {
    const stored = { 率: 'lǜ', later: { kept: true }, 先: 'xiān' };
    expect(withOwn(stored, '率先', ['shuài', 'xiān'])).toEqual({ ...stored, 率先: 'shuài xiān' });
    expect(Object.keys(withOwn(stored, '率', ['shuài']))).toEqual(['later', '先', '率']);
    expect(withOwn(stored, '率', null)).toEqual({ later: { kept: true }, 先: 'xiān' });
    expect(withOwn('broken', '率', ['lǜ'])).toEqual({ 率: 'lǜ' });
  });

  it(`are at most ${WORDS_MAX}, the oldest go`, () => {
    const many = Object.fromEntries(Array.from({ length: WORDS_MAX }, (_, at) => [String.fromCodePoint(0x4e00 + at), 'yī']));
    const next = withOwn({ ...many, later: 1 }, '率', ['lǜ']);
    expect(Object.keys(next)).toHaveLength(WORDS_MAX + 1);
    expect([Object.hasOwn(next, '\u4e00'), next['\u4e01'], next['later'], next['率']]).toEqual([false, 'yī', 1, 'lǜ']);
  });
});

describe('words in a text', () => {
  it('are found from the left, the longest first', () => {
    const find = createFinder(words({ 率: 'lǜ', 率先: 'shuài xiān', 先生: 'xiān shēng', 𠮷野: 'jí yě' }));
    expect(find('率先生效率，𠮷野').map(({ start, word }) => [start, word])).toEqual([[0, '率先'], [4, '率'], [6, '𠮷野']]);
    expect(createFinder(new Map())('率')).toEqual([]);
  });

  it('the reader\'s reading counts inside the site\'s words too', () => {
    expect(plain(mergeWords(words({ 率先: 'shuài xiān', 婺源: 'wù yuán' }), words({ 率: 'lǜ', 婺源: 'wū yuán' })))).toEqual({ 率先: 'lǜ xiān', 婺源: 'wū yuán', 率: 'lǜ' });
  });

  const placed = (entries: Readonly<Record<string, string>>, text: string) => createFinder(words(entries))(text);

  it('the reader wins over the element, the element over the site, the site over the engine', () => {
    const all = { words: placed({ 先领: 'xiǎn līng' }, '率先领导'), given: ['lù', '', 'lìng', ''], own: placed({ 率: 'shuài' }, '率先领导'), changesTones: false };
    expect(ranked(['lǜ', 'xiān', 'lǐng', 'dǎo'], all)).toEqual(['shuài', 'xiǎn', 'lìng', 'dǎo']);
    // An element's own is a syllable, by marks or by numbers, or it is nothing.
    expect(ranked(['lǜ', 'xiān', '', ''], { ...all, given: ['lu4', 'nonsense', '', ''], words: [], own: [] })).toEqual(['lù', 'xiān', '', '']);
    expect(ranked(['lǜ', '', '', ''], { ...all, given: undefined, words: [], own: [] })).toEqual(['lǜ', '', '', '']);
  });

  it('spoken tones keep what the neighbours made of a word', () => {
    const own = placed({ 领导: 'lǐng dǎo' }, '领导');
    expect(ranked(['líng', 'dǎo'], { words: [], own, changesTones: true })).toEqual(['líng', 'dǎo']);
    expect(ranked(['líng', 'dǎo'], { words: [], own, changesTones: false })).toEqual(['lǐng', 'dǎo']);
    expect(ranked(['lìng', 'dào'], { words: [], own: placed({ 领导: 'yī èr' }, '领导'), changesTones: true })).toEqual(['yī', 'èr']);
  });
});
