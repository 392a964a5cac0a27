// Text that is made to cost: each step that page text goes through comes to its end, whatever one sign stands there thousands of times. Nothing is
// timed; what grows with more than the square of the length does not come to its end within a test.
import { describe, expect, it } from 'vitest';
import { createPinyinPack } from '../shared/packs/pinyin';
import { splitSentences } from '../shared/page/sentences';
import { parseWordList } from '../shared/readings/site';
import { toSpoken } from '../shared/speech/normalise';
import { FULL } from '../shared/speech/text/full';

const SIGNS = ['1', '12,', '1.', '2024-', '（', '“', '《', '一', '第', '的', ' ', '\u3000', '。', '…', '—', '〔', 'a', 'a@', 'http://a.', '/', ':', '%', '¥', '\ud800', '\u202e', '，', '1年', '十', 'm²', '()', '“”', '1/', '&lt;', '{', '\\', '-', '.', '——', '*', '_', '0', 'A1', 'a-', 'www.', '1．', '12:30', '1万', '①', '😀', '\n', '\u200b'];
const long = (sign: string, length: number) => sign.repeat(Math.ceil(length / sign.length)) + '!';

describe('a text of one sign', () => {
  it.each(SIGNS)('is cut into sentences, and nothing of it is lost: %j', (sign) => {
    const text = long(sign, 2_000);
    const spans = splitSentences(text);
    const said = spans.map(({ start, end }) => text.slice(start, end)).join('');
    const letters = (of: string) => of.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    expect(letters(said)).toBe(letters(text));
  });

  it.each(SIGNS)('is put into words for a voice: %j', (sign) => {
    for (const full of [[], FULL]) expect(typeof toSpoken(long(sign, 2_000), { full }).text).toBe('string');
  });

  it.each(SIGNS)('is no list of words that stops a page: %j', (sign) => {
    expect(parseWordList(long(sign, 2_000)).words.size).toBeLessThan(2_000);
  });

  it.each(['一', '第', '的', '了', '行', '1', '，'])('is read in pinyin, a syllable at most a character: %j', async (sign) => {
    const [syllables] = (await createPinyinPack().read([long(sign, 500)])) as unknown as (readonly string[])[];
    expect(syllables?.length).toBeLessThanOrEqual(501);
  });
});
