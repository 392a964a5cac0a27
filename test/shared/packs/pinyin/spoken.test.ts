// Tones as they are spoken, as an option.
import { describe, expect, it } from 'vitest';
import { createPinyinPack } from '../../../../shared/packs/pinyin';
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
