// The context model: sums of weights, and what it sees around a character.
import { describe, expect, it } from 'vitest';
import { featuresOf } from '../../../../shared/packs/pinyin/context';
import { createContextModel } from '../../../../shared/packs/pinyin/model';

const codes = (text: string) => Array.from(text, (one) => one.codePointAt(0) ?? 0);
const code = (character: string) => codes(character)[0] ?? 0;

function seen(text: string, at: number, isWhole: boolean): string[] {
  const found: string[] = [];
  featuresOf(codes(text), at, isWhole, (kind, first, second) => found.push(`${kind} ${String.fromCharCode(first)}${second ? String.fromCharCode(second) : ''}`));
  return found;
}

describe('what stands around', () => {
  it('is two neighbours on each side, alone and together', () => {
    expect(seen('甲乙丙丁戊', 2, true)).toEqual(['0 乙', '1 丁', '2 甲乙', '3 丁戊', '4 乙丁', '5 甲', '6 戊']);
  });

  it('is an end where the clause ends, and nothing where a word ends', () => {
    expect(seen('丙', 0, true)).toEqual(['0 。', '1 。', '2 。。', '3 。。', '4 。。']);
    expect(seen('丙', 0, false)).toEqual([]);
  });

  it('is what a word has of it, and nothing beyond', () => {
    expect(seen('乙丙', 1, false)).toEqual(['0 乙']);
    expect(seen('丙丁', 0, false)).toEqual(['1 丁']);
    expect(seen('甲乙丙丁', 2, false)).toEqual(['0 乙', '1 丁', '2 甲乙', '4 乙丁', '5 甲']);
  });

  it('is a character itself wherever it stands among the characters, by its last sixteen bits', () => {
    expect(['㐀', '鿿', '〇', '\u{20bb7}', '\u{31350}'].map((one) => seen(`${one}丙`, 1, false)[0])).toEqual(['0 㐀', '0 鿿', '0 〇', '0 \u0bb7', '0 \u1350']);
    expect(['㏿', 'ꀀ', 'か'].map((one) => seen(`${one}丙`, 1, false)[0])).toEqual(['0 。', '0 。', '0 。']);
  });

  it('tells digits, letters, brackets and dots apart, and nothing else', () => {
    expect(['5', '５', 'x', '（', '》', '·', '%', '￥'].map((one) => seen(`${one}丙`, 1, false)[0])).toEqual(['0 0', '0 0', '0 a', '0 (', '0 )', '0 ·', '0 。', '0 。']);
  });
});

describe('the choice', () => {
  const model = createContextModel(4, 20);
  model.character(code('行'), [10, 20, 30], [0, -4, -30]);
  model.feature(0, code('银'), 0, [0, 9, 0]);
  model.feature(2, code('自'), code('银'), [8, 0, 0]);
  model.character(code('长'), [40, 50], [0, 3]);
  model.feature(0, code('银'), 0, [6, 0]);

  it('adds up what speaks for each reading', () => {
    expect(model.choose(codes('步行'), 1)).toEqual({ syllable: 10, lead: 4 });
    expect(model.choose(codes('银行'), 1)).toEqual({ syllable: 20, lead: 5 });
    expect(model.choose(codes('自银行'), 2)).toEqual({ syllable: 10, lead: 3 });
  });

  it('keeps characters apart', () => {
    expect(model.choose(codes('银长'), 1)).toEqual({ syllable: 40, lead: 3 });
    expect(model.choose(codes('金长'), 1)).toEqual({ syllable: 50, lead: 3 });
  });

  it('is none for a character that it does not know', () => {
    expect(model.choose(codes('银河'), 1)).toBeNull();
  });
});
