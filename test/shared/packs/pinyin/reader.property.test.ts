// Readings of any text: one for a Han character and for nothing else, the same each time, and those of a clause whatever stands around it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPinyinPack } from '../../../../shared/packs/pinyin';
import { clausesOf } from '../../../../shared/packs/pinyin/clauses';
import { HAN } from '../../../../shared/page/han';
import { oddText } from '../../../support/odd-values';
import { runs } from '../../../support/properties';

const pack = createPinyinPack();
const tones = fc.constantFrom<'dictionary' | 'spoken'>('dictionary', 'spoken');
const readings = async (text: string, options?: Parameters<typeof pack.read>[1]) => (await pack.read([text], options))[0] ?? [];
const words = fc
  .array(fc.constantFrom<readonly [string, readonly string[]]>(['民政', ['mǐn', 'zhèng']], ['行', ['háng']], ['的', ['dì']], ['𠮷田', ['jí', '']], ['通知', ['', 'zhì']], ['二〇', ['èr', 'líng']]), { maxLength: 3 })
  .map((pairs) => new Map(pairs));

describe('readings of any text', () => {
  it('are as many as its units, and stand at Han characters alone, in lower case with tone marks', async () => {
    await fc.assert(
      fc.asyncProperty(oddText, tones, words, async (text, which, own) => {
        const found = await readings(text, { tones: which, words: own });
        expect(found).toHaveLength(text.length);
        found.forEach((syllable, unit) => {
          if (syllable === '') return;
          const character = String.fromCodePoint(text.codePointAt(unit) ?? 0);
          expect(character, `${JSON.stringify(text)} at ${unit}: ${syllable}`).toMatch(HAN);
          expect(syllable).toMatch(/^[\p{Ll}\p{M}]+$/u);
          expect(syllable).toBe(syllable.normalize('NFC'));
        });
      }),
      runs(300),
    );
  });

  it('are the same each time, alone or among others, and no common character has none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(oddText, { maxLength: 4 }), tones, async (texts, which) => {
        const together = await pack.read(texts, { tones: which });
        expect(await pack.read(texts, { tones: which })).toEqual(together);
        for (const [at, text] of Object.entries(texts)) {
          expect(await readings(text, { tones: which })).toEqual(together[Number(at)]);
          [...(together[Number(at)] ?? [])].forEach((syllable, unit) => {
            if (/[\u4e00-\u9fa5]/.test(text.charAt(unit))) expect(syllable, text.charAt(unit)).not.toBe('');
          });
        }
      }),
      runs(100),
    );
  });

  it('of what stands between pauses are the same with anything beyond them', async () => {
    await fc.assert(
      fc.asyncProperty(oddText, fc.constantFrom(...'，。；：！？、,;:!?…—\u200b'), oddText, tones, words, async (before, pause, after, which, own) => {
        const options = { tones: which, words: own };
        const beyond = clausesOf(after).map(({ from, text }) => ({ from: from + before.length + 1, text }));
        expect(clausesOf(before + pause + after)).toEqual([...clausesOf(before), ...beyond]);
        const whole = await readings(before + pause + after, options);
        expect(whole).toEqual([...(await readings(before, options)), '', ...(await readings(after, options))]);
      }),
      runs(300),
    );
  });

  it('are explained as they are read', async () => {
    await fc.assert(
      fc.asyncProperty(oddText, tones, async (text, which) => {
        const found = await readings(text, { tones: which });
        const explained = await pack.explain(text, { tones: which });
        expect(explained.map(({ unit, reading }) => [unit, reading])).toEqual(found.flatMap((syllable, unit) => (syllable === '' ? [] : [[unit, syllable]])));
        for (const { unit, character, word, wordUnit, others, reading, isDoubtful } of explained) {
          expect(text.startsWith(character, unit) || /[○◯]/.test(text.charAt(unit))).toBe(true);
          expect(word).toContain(character);
          expect(wordUnit).toBeLessThanOrEqual(unit);
          expect(others).not.toContain(reading);
          if (isDoubtful) expect(others.length).toBeGreaterThan(0);
        }
      }),
      runs(150),
    );
  });

  it('rare is a Han character or nothing, whatever is asked', () => {
    fc.assert(
      fc.property(fc.oneof(oddText, fc.string({ unit: 'binary', maxLength: 2 })), (text) => {
        for (const character of text) if (pack.isRare(character)) expect(character).toMatch(/\p{Script=Han}/u);
      }),
      runs(200),
    );
  });
});
