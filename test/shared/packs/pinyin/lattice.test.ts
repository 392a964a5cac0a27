// The cheapest way through words that overlap.
import { expect, it } from 'vitest';
import { createLexicon } from '../../../../shared/packs/pinyin/lattice';

const codes = (text: string) => Array.from(text, (one) => one.codePointAt(0) ?? 0);

function lexiconOf(words: Readonly<Record<string, number>>) {
  const lexicon = createLexicon(10, 100, 100);
  Object.entries(words).forEach(([word, cost], at) => lexicon.add(codes(word), codes(word).map((_, index) => 100 * (at + 1) + index), codes(word).length, cost));
  return (text: string) => lexicon.cut(codes(text)).map(({ at, syllables }) => [at, ...Array.from(syllables)]);
}

it('prefers what is frequent where words overlap', () => {
  const cut = lexiconOf({ 部门: 5, 门将: 12 });
  expect(cut('部门将')).toEqual([[0, 100, 101]]);
  expect(cut('守门将')).toEqual([[1, 200, 201]]);
});

it('prefers the longer word that begins first where costs are equal', () => {
  expect(lexiconOf({ 甲乙: 8, 乙丙: 8 })('甲乙丙')).toEqual([[0, 100, 101]]);
  expect(lexiconOf({ 甲乙: 8, 甲乙丙: 18 })('甲乙丙')).toEqual([[0, 200, 201, 202]]);
});

it('leaves a word that costs more than its characters alone', () => {
  expect(lexiconOf({ 甲乙: 21 })('甲乙')).toEqual([]);
});

it('takes the later of two words of the same characters, and holds characters beyond the first plane', () => {
  const lexicon = createLexicon(10, 10, 10);
  lexicon.add(codes('𠮷甲'), [1, 2], 2, 5);
  lexicon.add(codes('𠮷甲'), [3, 4], 2, 5);
  expect(lexicon.cut(codes('乙𠮷甲')).map(({ at, syllables }) => [at, ...Array.from(syllables)])).toEqual([[1, 3, 4]]);
});

it('finds all it holds when there are many', () => {
  const lexicon = createLexicon(10, 25_000, 40_000);
  for (let one = 0; one < 20_000; one += 1) lexicon.add([0x4e00 + (one % 5000), 0x6000 + Math.floor(one / 5000)], [one % 60_000, 7], 2, 5);
  for (let one = 0; one < 20_000; one += 371) {
    const [found] = lexicon.cut([0x4e00 + (one % 5000), 0x6000 + Math.floor(one / 5000)]);
    expect(found && Array.from(found.syllables)).toEqual([one, 7]);
  }
});

it('takes up a word after the characters that it shares with the one before', () => {
  const lexicon = createLexicon(10, 10, 20);
  lexicon.add(codes('甲乙丙'), [1, 2, 3], 3, 5);
  lexicon.add(codes('甲乙丁戊'), [1, 2, 4, 5], 4, 5, 2);
  lexicon.add(codes('己庚'), [6, 7], 2, 5);
  const cut = (text: string) => lexicon.cut(codes(text)).map(({ syllables }) => Array.from(syllables));
  expect(cut('甲乙丙甲乙丁戊')).toEqual([[1, 2, 3], [1, 2, 4, 5]]);
  expect(cut('丁戊己庚')).toEqual([[6, 7]]);
});

it('has room for as much as it was told to expect', () => {
  const lexicon = createLexicon(10, 4, 4);
  lexicon.add(codes('甲乙'), [1, 2], 2, 5);
  lexicon.add(codes('丙\u{10000}'), [3, 4], 2, 7);
  expect(lexicon.cut(codes('甲乙丙\u{10000}')).map(({ syllables }) => Array.from(syllables))).toEqual([[1, 2], [3, 4]]);
});

it('has room for the costs of all that it was told to expect', () => {
  const lexicon = createLexicon(10, 4, 4);
  lexicon.add(codes('甲乙'), [1, 2], 2, 5);
  lexicon.add(codes('丙丁'), [3, 4], 2, 21);
  expect(lexicon.cut(codes('甲乙丙丁')).map(({ syllables }) => Array.from(syllables))).toEqual([[1, 2]]);
});

it('finds a word that begins with the first character beyond the first plane', () => {
  const lexicon = createLexicon(10, 4, 4);
  lexicon.add(codes('\u{10000}甲'), [1, 2], 2, 5);
  expect(lexicon.cut(codes('\u{10000}甲')).map(({ syllables }) => Array.from(syllables))).toEqual([[1, 2]]);
});
