// The pack as its users see it: one entry per UTF-16 unit, textbook tones, rare characters. Single rules are in pinyin/*.test.ts.
import { expect, it } from 'vitest';
import { createPinyinPack } from '../../../shared/packs/pinyin';

const pack = createPinyinPack();
const read = async (text: string) => (await pack.read([text]))[0] ?? [];

it('reads each Han character and nothing else', async () => {
  expect(await read('在ABC，2024年')).toEqual(['zài', '', '', '', '', '', '', '', '', 'nián']);
});

it('gives an entry for each unit, also of characters beyond the first plane and of none it knows', async () => {
  expect(await read('𣲗水好')).toEqual(['wéi', '', 'shuǐ', 'hǎo']);
  // Not in our tables: a variant of 吉, the last ideograph of the third plane, and a radical.
  expect(await read('𠮷\u{323AF}⺁好')).toEqual(['', '', '', '', '', 'hǎo']);
});

it('keeps textbook tones of 一 and 不 and of two third tones', async () => {
  expect((await read('一个不对你好')).join(' ')).toBe('yī gè bù duì nǐ hǎo');
});

it('reads the circle for 〇 among numerals, not as a bullet', async () => {
  expect((await read('二○二六年')).join(' ')).toBe('èr líng èr liù nián');
  expect((await read('○办事指南'))[0]).toBe('');
});

it('reads a word through marks of no width', async () => {
  expect((await read('银\uFEFF行')).filter(Boolean).join(' ')).toBe('yín háng');
  expect((await read('重\u200d庆')).filter(Boolean).join(' ')).toBe('chóng qìng');
});

it('tells 儿 that colours a syllable from 儿 that is one', async () => {
  expect((await read('哪儿有点儿事')).join(' ')).toBe('nǎ r yǒu diǎn r shì');
  expect((await read('女儿和儿童')).join(' ')).toBe('nǚ ér hé ér tóng');
});

it('reads by context', async () => {
  const [bank, walk] = await pack.read(['银行', '行走']);
  expect([bank?.[1], walk?.[0]]).toEqual(['háng', 'xíng']);
});

it('writes NFC', async () => {
  for (const reading of await read('绿色女性率先长江')) expect(reading).toBe(reading.normalize('NFC'));
});

it('knows which characters are outside the first level', () => {
  expect([...'农村政府的一龙'].filter(pack.isRare)).toEqual([]);
  expect([...'饕餮龘彧'].filter((character) => !pack.isRare(character))).toEqual([]);
  expect(pack.isRare('a') || pack.isRare('，') || pack.isRare('○')).toBe(false);
});
