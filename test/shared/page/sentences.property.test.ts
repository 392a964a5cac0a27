// Sentences of any text: in order, nothing of it lost, nothing parted that has to stay whole, and the work grows with the text alone.
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PIECE_MAX_HAN, splitSentences } from '../../../shared/page/sentences';
import { wholesOf } from '../../../shared/wholes';
import { oddPart, oddText } from '../../support/odd-values';
import { runs } from '../../support/properties';

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
const isLowHalf = (text: string, at: number) => /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));

afterEach(() => void vi.restoreAllMocks());

describe('sentences of any text', () => {
  it('hold every letter and digit in order, and nothing but what is between them is left out', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        let last = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          // What lies between two is white space, marks and what nobody says.
          expect(letters(text.slice(last, start))).toBe('');
          expect(letters(text.slice(start, end))).not.toBe('');
          expect(/^\s|\s$/.test(text.slice(start, end))).toBe(false);
          expect(text.slice(start, end)).not.toContain('\n\n');
          expect([isLowHalf(text, start), isLowHalf(text, end)]).toEqual([false, false]);
          last = end;
        }
        expect(letters(text.slice(last))).toBe('');
      }),
      runs(500),
    );
  });

  it('are never longer than a voice can say, and end inside no character that is made of several', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const spans = splitSentences(text);
        for (const { start, end } of spans) expect(text.slice(start, end).match(/\p{Script=Han}/gu)?.length ?? 0).toBeLessThanOrEqual(PIECE_MAX_HAN);
        spans.forEach(({ end }, at) => {
          const next = spans[at + 1];
          if (next && next.start === end) expect(/[\p{M}\u200d]/u.test(text.charAt(end)) && !/[\s\p{P}]/u.test(text.charAt(end - 1)), JSON.stringify(`${text.slice(0, end)}|${text.slice(end)}`)).toBe(false);
        });
      }),
      runs(500),
    );
  });

  it('of a sentence are the same, cut again', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        for (const { start, end } of splitSentences(text)) {
          const again = splitSentences(text.slice(start, end));
          // In what was cut in the middle of a quotation the marks mean something else.
          if (!/[“”「」『』]/.test(text)) expect(again.at(0)?.start).toBe(0);
          expect(again.at(-1)?.end).toBe(end - start);
        }
        expect(splitSentences(text)).toEqual(splitSentences(text));
      }),
      runs(200),
    );
  });

  it('take work that grows with the text, whatever is in it over and over', () => {
    // Counted by what is looked at: units of text, and what is given to be cut into words.
    let steps = 0;
    const { charCodeAt, indexOf } = String.prototype;
    vi.spyOn(String.prototype, 'charCodeAt').mockImplementation(function (this: string, at: number) {
      steps += 1;
      return charCodeAt.call(this, at);
    });
    vi.spyOn(String.prototype, 'indexOf').mockImplementation(function (this: string, sought: string, from?: number) {
      const found = indexOf.call(this, sought, from);
      steps += (found < 0 ? this.length : found) - (from ?? 0);
      return found;
    });
    const { segment } = Intl.Segmenter.prototype;
    vi.spyOn(Intl.Segmenter.prototype, 'segment').mockImplementation(function (this: Intl.Segmenter, text: string) {
      steps += text.length;
      return segment.call(this, text);
    });
    const stepsFor = (text: string) => {
      steps = 0;
      splitSentences(text);
      return steps;
    };
    fc.assert(
      fc.property(fc.array(oddPart, { minLength: 1, maxLength: 3 }), (parts) => {
        const unit = parts.join('');
        fc.pre(unit !== '');
        const times = Math.ceil(400 / unit.length);
        const [one, four] = [stepsFor(unit.repeat(times)), stepsFor(unit.repeat(4 * times))];
        expect(four, JSON.stringify(unit)).toBeLessThan(8 * Math.max(one, 400));
      }),
      runs(60),
    );
  });
});

describe('what stays whole', () => {
  it('is told for every place of any text, and never for its ends', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const isInside = wholesOf(text);
        expect([isInside(0), isInside(text.length), isInside(text.length + 1), isInside(-1)]).toEqual([false, false, false, false]);
      }),
      runs(300),
    );
  });
});
