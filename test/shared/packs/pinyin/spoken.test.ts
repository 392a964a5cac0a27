// Tones as they are spoken, as an option.
import { describe, expect, it } from 'vitest';
import { createPinyinPack } from '../../../../shared/packs/pinyin';
import type { Reading } from '../../../../shared/packs/pinyin/reading';
import { applySpoken } from '../../../../shared/packs/pinyin/spoken';
import { written, toneOf, withTone } from '../../../../shared/packs/pinyin/syllables';

const pack = createPinyinPack();
const spoken = async (text: string) => ((await pack.read([text], { tones: 'spoken' }))[0] ?? []).filter(Boolean).join(' ');

describe('as spoken', () => {
  it.each([
    ['一个', 'yí gè'],
    ['一定', 'yí dìng'],
    ['一般', 'yì bān'],
    ['一起', 'yì qǐ'],
    ['统一', 'tǒng yī'],
    ['第一名', 'dì yī míng'],
    ['十一月', 'shí yī yuè'],
    ['一百元', 'yì bǎi yuán'],
    ['一九四九年', 'yī jiǔ sì jiǔ nián'],
    ['不对', 'bú duì'],
    ['不能', 'bù néng'],
    ['你好', 'ní hǎo'],
    ['水果', 'shuí guǒ'],
  ])('%s is %s', async (text, expected) => {
    expect(await spoken(text)).toBe(expected);
  });

  it('is not the default', async () => {
    expect((await pack.read(['一个不对，你好']))[0]?.filter(Boolean).join(' ')).toBe('yī gè bù duì nǐ hǎo');
  });
});

/** Words with | between them and their dictionary readings, as they are then spoken. */
function changed(words: string, dictionary: string): string {
  const syllables = dictionary.split(' ');
  const readings: Reading[] = [];
  for (const word of words.split('|')) {
    const from = readings.length;
    for (const character of word) readings.push({ code: character.codePointAt(0) ?? 0, unit: readings.length, syllable: syllables[readings.length] ?? '', from, to: from + [...word].length, isSure: true });
  }
  applySpoken(readings);
  return readings.map(({ syllable }) => syllable).join(' ');
}

describe('tones that change', () => {
  it.each([
    ['厂长|管理', 'chǎng zhǎng guǎn lǐ', 'cháng zhǎng guán lǐ'],
    ['展览|馆', 'zhǎn lǎn guǎn', 'zhán lán guǎn'],
    ['我|很|好', 'wǒ hěn hǎo', 'wó hén hǎo'],
    ['我|也|很|好', 'wǒ yě hěn hǎo', 'wó yé hén hǎo'],
    ['今早|我', 'jīn zǎo wǒ', 'jīn záo wǒ'],
    ['你好|他|很|好', 'nǐ hǎo tā hěn hǎo', 'ní hǎo tā hén hǎo'],
    ['一个', 'yī ge', 'yí ge'],
    ['三千|一百', 'sān qiān yī bǎi', 'sān qiān yì bǎi'],
  ])('%s: %s is %s', (words, dictionary, expected) => expect(changed(words, dictionary)).toBe(expected));

  it.each([
    ['对不住', 'duì bu zhù'],
    ['步骤', 'bù zhòu'],
    ['衣架', 'yī jià'],
    ['看一看', 'kàn yi kàn'],
    ['第一百|名', 'dì yī bǎi míng'],
    ['三百|一十', 'sān bǎi yī shí'],
  ])('%s stays %s', (words, dictionary) => expect(changed(words, dictionary)).toBe(dictionary));
});

describe('syllables', () => {
  it.each([
    ['lü', 4, 'lǜ'],
    ['gui', 1, 'guī'],
    ['jiu', 3, 'jiǔ'],
    ['ao', 2, 'áo'],
    ['xue', 2, 'xué'],
    ['n', 2, 'ń'],
    ['m', 2, 'ḿ'],
    ['de', 0, 'de'],
  ])('%s in tone %i is %s', (plain, tone, expected) => {
    expect(written(plain, tone)).toBe(expected);
    expect(written(plain, tone)).toBe(expected.normalize('NFC'));
    expect(toneOf(expected)).toBe(tone);
    expect(withTone(expected, 0)).toBe(plain);
  });
});
