// What is said of any text: always an answer, its map to what is shown total and in order, steady when said again; and the pieces of it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../shared/page/sentences';
import { pageLanguage } from '../../../shared/page/language';
import { toSpoken } from '../../../shared/speech/normalise';
import { weightsBefore } from '../../../shared/speech/pace';
import { piecesOf } from '../../../shared/speech/pieces';
import { rewrite } from '../../../shared/speech/spoken';
import { FULL } from '../../../shared/speech/text/full';
import { wordsOf } from '../../../shared/speech/words';
import { oddText } from '../../support/odd-values';
import { runs } from '../../support/properties';

const isLowHalf = (text: string, at: number) => /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));
const VOICES = [['of a system', []], ['that knows characters alone', FULL]] as const;

function checkMap(shown: string, text: string, toShown: (unit: number) => number): void {
  let last = 0;
  for (let unit = -1; unit <= text.length + 1; unit += 1) {
    const place = toShown(unit);
    if (!Number.isInteger(place) || place < last || place > shown.length) expect.fail(`${JSON.stringify(shown)}: ${unit} → ${place} after ${last}`);
    // A part that was cut out of the middle of a pair begins inside it.
    const isInside = isLowHalf(text, unit) || (unit <= 0 && /^[\udc00-\udfff]/.test(text));
    if (isLowHalf(shown, place) && !isInside) expect.fail(`${JSON.stringify(shown)}: ${unit} lies inside a pair`);
    last = place;
  }
  expect([toShown(text.length), toShown(text.length + 9)]).toEqual([shown.length, shown.length]);
}

describe.each(VOICES)('what a voice %s is given', (_, full) => {
  it('stands somewhere in what is shown, in order, and is nothing only where there is nothing to say', () => {
    fc.assert(
      fc.property(oddText, fc.dictionary(fc.oneof(fc.constantFrom('12345', '民政', '的', 'APP', '', '(', '$&', '𠮷'), fc.string({ maxLength: 3 })), fc.oneof(fc.constantFrom('$1', '一二三四五', '', '12345热线'), fc.string({ maxLength: 4 })), { maxKeys: 3 }), (shown, own) => {
        const { text, toShown } = toSpoken(shown, { full, words: new Map(Object.entries(own)) });
        checkMap(shown, text, toShown);
        if (text !== '') expect(text).toMatch(/[\p{L}\p{N}]/u);
        expect(text).toBe(text.trim());
        if (Object.keys(own).length === 0 && /[\u4e00-\u9fff]/.test(shown)) expect(text).not.toBe('');
      }),
      runs(300),
    );
  });

  it('is the same each time, and grows no more when it is said again', () => {
    fc.assert(
      fc.property(oddText, (shown) => {
        const say = (one: string) => toSpoken(one, { full }).text;
        const first = say(shown);
        expect(say(shown)).toBe(first);
        // What a voice is given is seldom given again, and a long chain (1:50:1:50 …) may change by a link each time; but it never grows without end.
        let now = first;
        for (let round = 0; round < 6; round += 1) now = say(now);
        expect(say(now).length, JSON.stringify(shown)).toBeLessThanOrEqual(now.length);
      }),
      runs(200),
    );
  });
});

describe('pieces of what is said', () => {
  it('follow one another without a gap, each begins later, and none but what stays whole takes too long', () => {
    fc.assert(
      fc.property(oddText, fc.integer({ min: 100, max: 900 }), fc.integer({ min: 1_000, max: 14_000 }), (text, msPerUnit, most) => {
        const before = weightsBefore(text);
        expect(before).toHaveLength(text.length + 1);
        const starts = piecesOf(text, (before.at(-1) ?? 0) * msPerUnit, most);
        expect(starts[0]).toBe(0);
        starts.forEach((start, at) => {
          if (at > 0) expect(start).toBeGreaterThan(starts[at - 1] ?? 0);
          expect(start === 0 || start < text.length).toBe(true);
          expect(isLowHalf(text, start)).toBe(false);
        });
        expect(starts.map((start, at) => text.slice(start, starts[at + 1])).join('')).toBe(text);
      }),
      runs(300),
    );
  });

  it('are made of words in order, of which none is said twice', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        let last = 0;
        for (const { start, end } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      runs(200),
    );
  });
});

describe('a rewriting', () => {
  const RULES = [[/\d+/g, '数'], [/(.)\1/gsu, '$1'], [/字/g, '一二三'], [/[，。]/g, ''], [/^/g, '首'], [/(?=民)/g, ' '], [/$/g, '尾'], [/𠮷/gu, '吉'], [/\S{0,2}[\u{10000}-\u{10ffff}]\S{0,2}/gu, '甲乙丙丁戊己'], [/[\s\S]/, '任']] as const;
  it('of any kind keeps its map total and in order', () => {
    fc.assert(
      fc.property(oddText, fc.array(fc.constantFrom(...RULES), { maxLength: 5 }), fc.nat({ max: 5 }), fc.nat({ max: 40 }), (shown, rules, from, length) => {
        const made = rewrite(shown);
        for (const [find, say] of rules) made.replace(find, say);
        made.slice(from, from + length);
        const { text, toShown } = made.done();
        checkMap(shown, text, toShown);
      }),
      runs(300),
    );
  });
});

describe('the language of the interface', () => {
  it('is one of three for any page, English only where nothing Chinese is written and the page says so', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom('', 'en', 'EN-us', 'zh-TW', 'zh-Hant-HK', 'zh', 'fr', 'enx'), fc.string({ maxLength: 8 })), oddText, oddText, (lang, title, body) => {
        const page = document.implementation.createHTMLDocument(title);
        page.documentElement.lang = lang;
        page.body.textContent = body;
        const found = pageLanguage(page);
        expect(['zh-CN', 'zh-TW', 'en']).toContain(found);
        if (found === 'en') expect(/^en/i.test(lang) && !/[\u4e00-\u9fff]/.test(page.title + body.slice(0, 4000))).toBe(true);
        if (found === 'zh-TW') expect(lang).toMatch(/^zh-/i);
        expect(splitSentences(page.body.textContent ?? '')).toBeInstanceOf(Array);
      }),
      runs(100),
    );
  });
});
