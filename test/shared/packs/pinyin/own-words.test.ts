// Readings of the site and of the reader win over all others.
import { expect, it } from 'vitest';
import { createPinyinPack } from '../../../../shared/packs/pinyin';
import { applyOwnWords } from '../../../../shared/packs/pinyin/own-words';
import type { Reading } from '../../../../shared/packs/pinyin/reading';

const pack = createPinyinPack();
const read = async (text: string, words: Readonly<Record<string, string>>) =>
  ((await pack.read([text], { words: new Map(Object.entries(words).map(([word, syllables]) => [word, syllables.split(' ')])) }))[0] ?? []).filter(Boolean).join(' ');

it('wins over words, rules and context', async () => {
  expect(await read('银行', { 银行: 'yín xíng' })).toBe('yín xíng');
  expect(await read('在重庆', { 重: 'zhòng' })).toBe('zài zhòng qìng');
});

it('takes the earlier of two that overlap, and the longer of those that begin together', async () => {
  expect(await read('重庆', { 重: 'zhòng', 重庆: 'chóng qīng' })).toBe('chóng qīng');
  expect(await read('甲乙丙丁', { 甲乙: 'á á', 乙丙丁: 'ó ó ó' })).toBe('á á bǐng dīng');
});

it('leaves a character to the context where it gives no syllable', async () => {
  expect(await read('银行', { 银行: ' háng' })).toBe('yín háng');
});

it('writes NFC and lower case', async () => {
  expect(await read('银', { 银: 'Yi\u0301n' })).toBe('yín');
});

it('finds nothing for an empty word, and every place of a word', async () => {
  expect(await read('行行行', { '': 'a', 行: 'háng' })).toBe('háng háng háng');
});

it('finds a word of one character beside longer ones that begin with it', async () => {
  expect(await read('重庆重', { 重: 'á', 重庆: 'chóng qīng' })).toBe('chóng qīng á');
});

it('is sure of what it was told', () => {
  const readings: Reading[] = [...'行长'].map((character, at) => ({ code: character.codePointAt(0) ?? 0, unit: at, syllable: 'a', from: at, to: at + 1, isSure: false }));
  applyOwnWords('行长', readings, new Map([['行长', ['háng', 'zhǎng']]]));
  expect(readings.map(({ syllable, from, to, isSure }) => ({ syllable, from, to, isSure }))).toEqual([{ syllable: 'háng', from: 0, to: 2, isSure: true }, { syllable: 'zhǎng', from: 0, to: 2, isSure: true }]);
});
