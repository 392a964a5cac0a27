// @vitest-environment node
// The tables that people write: how a line is understood, and that all that stand in the repository are, and are read so by the pack.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseExample, parseTable, readLexicon } from '../../../scripts/pinyin/lexicon.mjs';
import { createPinyinPack } from '../../../shared/packs/pinyin';

describe('a line', () => {
  const wordsOf = (line: string) => parseTable(line).words.map(({ characters, readings }) => [characters.join(''), readings]);

  it('gives words in which a character is read so', () => {
    expect(wordsOf('率 shuài 率领 草率')).toEqual([['率领', ['shuài', null]], ['草率', [null, 'shuài']]]);
  });

  it('gives a word with all its syllables, or some', () => {
    expect(wordsOf('婺源 wù yuán')).toEqual([['婺源', ['wù', 'yuán']]]);
    expect(wordsOf('婺源县 wù - -')).toEqual([['婺源县', ['wù', null, null]]]);
  });

  it('gives the usual reading, dropped words, examples, or nothing', () => {
    const table = parseTable('率 = lǜ # the rate\n- 爪儿 马扎\n> 他率[shuài]队\n\n# only a comment');
    expect([...table.usual]).toEqual([['率', 'lǜ']]);
    expect(table.dropped).toEqual(['爪儿', '马扎']);
    expect(table.examples).toEqual([{ text: '他率队', marks: [{ at: 1, character: '率', reading: 'shuài' }] }]);
    expect([table.words, table.bad]).toEqual([[], []]);
  });

  it('writes textbook tones and NFC whatever was typed', () => {
    expect(wordsOf('一个 yí gè')).toEqual([['一个', ['yī', 'gè']]]);
    expect(wordsOf('银 yi\u0301n 银行')).toEqual([['银行', ['yín', null]]]);
  });

  it.each(['率领', '率 领导', '率领 shuai4 lǐng', '率领 shaùi lǐng', '率领 shàui lǐng', '率领 shauì lǐng', '略 luè 侵略', '率 = shaui', '> 他率[shaui]队', '率 shuài 带领', '> 没有标记', '> [shuài]率'])('%s is not understood, and told', (line) => {
    const table = parseTable(`好 hǎo 好人\n${line}`);
    expect(table.bad).toHaveLength(1);
    expect(table.bad[0]).toContain(line.startsWith('率 shuài') ? '带领' : 'line 2');
    expect(table.words).toHaveLength(1);
  });

  it('takes syllables without a vowel, and any case', () => {
    expect(wordsOf('嗯哪 ńg na')).toEqual([['嗯哪', ['ńg', 'na']]]);
    expect(wordsOf('哪儿 nǎ r')).toEqual([['哪儿', ['nǎ', 'r']]]);
    expect(wordsOf('欸乃 Ǎi nǎi')).toEqual([['欸乃', ['ǎi', 'nǎi']]]);
    expect(wordsOf('绿春 lǜ chūn')).toEqual([['绿春', ['lǜ', 'chūn']]]);
  });

  it('counts characters of an example by code point', () => {
    expect(parseExample('𠮷行[háng]业')?.marks).toEqual([{ at: 1, character: '行', reading: 'háng' }]);
  });
});

describe('the lexicon of the repository', () => {
  const lexicon = readLexicon(join(process.cwd(), 'shared/packs/pinyin/lexicon'));

  it('is understood whole, and reads no word in two ways', () => {
    expect(lexicon.bad).toEqual([]);
    expect(lexicon.conflicts).toEqual([]);
    expect(lexicon.words.size).toBeGreaterThan(70_000);
  });

  it('is read as it stands: table.ts was made from it', async () => {
    const keys = [...lexicon.words.keys()];
    const read = await createPinyinPack().read(keys);
    const wrong = keys.filter((key, at) => {
      let unit = 0;
      return lexicon.words.get(key)?.characters.some((character, index) => {
        const wanted = lexicon.words.get(key)?.readings[index];
        const got = read[at]?.[unit];
        unit += character.length;
        return wanted !== null && got !== wanted;
      });
    });
    expect(wrong).toEqual([]);
  });
});
