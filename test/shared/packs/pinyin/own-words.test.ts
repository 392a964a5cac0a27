// Readings of the site and of the reader win over all others.
import { expect, it } from 'vitest';
import { createPinyinPack } from '../../../../shared/packs/pinyin';

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
