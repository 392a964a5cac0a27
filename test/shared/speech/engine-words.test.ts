// Words, paces and pieces: the pure parts under the engine.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace, weightsBefore } from '../../../shared/speech/pace';
import { piecesOf } from '../../../shared/speech/pieces';
import { followWords, wordsOf } from '../../../shared/speech/words';

const texts = (text: string) => wordsOf(text).map(({ start, end }) => text.slice(start, end));

describe('wordsOf', () => {
  it('cuts words, leaves punctuation out, and lets a single character join the word before', () => {
    expect(texts('民政部办公厅，2024年12.5%增长。')).toEqual(['民政部', '办公厅', '2024', '年', '12.5', '增长']);
  });

  it('joins one character at most, and never across a mark or to a number', () => {
    for (const word of texts('在北京的人民政府和各部门，的确，是的')) expect(word.length).toBeLessThanOrEqual(5);
    expect(texts('你好，的')).toEqual(['你好', '的']);
    expect(texts('𠮷野家在东京')[0]?.startsWith('𠮷')).toBe(true);
  });

  it('covers every character that is read, in order', () => {
    const text = '各县（市、区）人民政府：请于2024年3月15日前，将ABC-1表报送。';
    const covered = wordsOf(text).flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at));
    expect(covered).toEqual([...covered].sort((a, b) => a - b));
    expect(covered.length).toBe(new Set(covered).size);
    for (const [at, character] of [...text].entries()) if (/[\p{L}\p{N}]/u.test(character)) expect(covered).toContain(at);
  });

  it('does without Intl.Segmenter', async () => {
    vi.resetModules();
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
    const { wordsOf: plain } = await import('../../../shared/speech/words');
    const text = '人民政府2024年，www.gov.cn';
    expect(plain(text).map(({ start, end }) => text.slice(start, end))).toEqual(['人民', '政府', '2024年', 'www.gov.cn']);
    vi.unstubAllGlobals();
  });
});

describe('followWords', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const TEXT = '企业应当依法登记并且按时报送材料';

  function follow(expectedMs = 4_000, text = TEXT) {
    const shown: string[] = [];
    const later = (run: () => void, ms: number) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    };
    const follower = followWords({ text, expectedMs, waitMs: 600, now: () => Date.now(), later, onWord: (unit, length) => void shown.push(text.slice(unit, unit + length)) });
    return { follower, shown };
  }

  it('waits 600 ms for the engine, then steps word by word to the end', () => {
    const { shown } = follow();
    vi.advanceTimersByTime(590);
    expect(shown).toEqual([]);
    vi.advanceTimersByTime(20);
    expect(shown).toEqual(['应当']);
    vi.advanceTimersByTime(4_000);
    expect(shown).toEqual(texts(TEXT).slice(1));
  });

  it('gives way at the first word that the engine tells, also backwards, and goes on when it tells no more', () => {
    const { follower, shown } = follow(2_000);
    vi.advanceTimersByTime(1_000);
    const before = shown.length;
    follower.heard(2, 2);
    expect(shown.slice(before)).toEqual(['应当']);
    expect(follower.hasHeard).toBe(true);
    vi.advanceTimersByTime(1_000);
    expect(shown.length).toBe(before + 1);
    vi.advanceTimersByTime(5_000);
    expect(shown.at(-1)).toBe('材料');
  });

  it('believes no offset outside the text, none backwards, none that belongs to another text', () => {
    const { follower, shown } = follow(20_000);
    for (const unit of [-1, TEXT.length, TEXT.length + 9, 1.5, NaN, TEXT.length - 1]) follower.heard(unit, 2);
    expect(shown).toEqual([]);
    expect(follower.hasHeard).toBe(false);
    follower.heard(4, 0);
    follower.heard(0, 2);
    follower.heard(4, 2);
    expect(shown).toEqual(['依法']);
  });

  it('takes the engine\'s length where it makes sense, and its own word where not', () => {
    const { follower, shown } = follow();
    follower.heard(0, 4);
    follower.heard(4, 0);
    follower.heard(6, 300);
    expect(shown).toEqual(['企业应当', '依法', '登记']);
  });

  it('knows whether the end was told of', () => {
    const { follower } = follow(1_000);
    follower.heard(0, 2);
    expect(follower.isNearEnd).toBe(false);
    follower.heard(TEXT.length - 2, 2);
    expect(follower.isNearEnd).toBe(true);
    follower.end();
  });
});

describe('createPace', () => {
  it('begins with an ordinary voice and learns each voice and rate', () => {
    const pace = createPace();
    const text = '各单位应当认真办理相关事项。';
    expect(pace.charactersPerMinute('a', 1)).toBeGreaterThan(200);
    expect(pace.charactersPerMinute('a', 1)).toBeLessThan(240);
    for (let times = 0; times < 6; times += 1) pace.learn('a', text, 1, 14 * 400);
    expect(Math.abs(pace.charactersPerMinute('a', 1) - 150)).toBeLessThan(3);
    expect(pace.charactersPerMinute('b', 1)).toBeGreaterThan(200);
    // A rate that was not heard yet follows from one that was; once heard, it has its own.
    expect(Math.abs(pace.charactersPerMinute('a', 2) - 300)).toBeLessThan(6);
    for (let times = 0; times < 6; times += 1) pace.learn('a', text, 2, 14 * 300);
    expect(Math.abs(pace.charactersPerMinute('a', 2) - 200)).toBeLessThan(6);
    expect(Math.abs(pace.charactersPerMinute('a', 1) - 150)).toBeLessThan(3);
  });

  it('learns nothing from what is too short, and believes nothing absurd', () => {
    const pace = createPace();
    pace.learn('a', '是。', 1, 9_000);
    expect(pace.samples('a')).toBe(0);
    pace.learn('a', '各单位应当认真办理相关事项。', 1, 1);
    expect(pace.charactersPerMinute('a', 1)).toBeLessThan(800);
  });

  it('weighs what is read, not what is drawn', () => {
    expect(weightsBefore('甲，（乙）')).toEqual([0, 1, 2.5, 2.5, 3.5, 3.5]);
    expect(weightsBefore('𠮷a')).toEqual([0, 0, 1, 1.35]);
  });
});

describe('piecesOf', () => {
  const cut = (text: string, expectedMs: number) => {
    const starts = piecesOf(text, expectedMs, 10_000);
    return starts.map((start, at) => text.slice(start, starts[at + 1]));
  };
  const LONG = '为了方便群众办理业务，各窗口应当公开流程、材料和时限；有条件的地方，可以延长办公时间。';

  it('leaves alone what is short enough', () => expect(cut(LONG, 10_000)).toEqual([LONG]));
  it('cuts where a reader would breathe, without a loss', () => {
    const pieces = cut(LONG, 15_000);
    expect(pieces.join('')).toBe(LONG);
    expect(pieces).toEqual(['为了方便群众办理业务，各窗口应当公开流程、材料和时限；', '有条件的地方，可以延长办公时间。']);
  });
  it('cuts between words where there is no mark, never in a number', () => {
    const bare = '中华人民共和国境内的企业应当依法登记并且按时报送材料共计1,234,567.89元人民币整';
    const pieces = cut(bare, 35_000);
    expect(pieces.join('')).toBe(bare);
    expect(pieces.length).toBeGreaterThanOrEqual(4);
    expect(pieces.some((piece) => piece.includes('1,234,567.89'))).toBe(true);
  });
  it('no piece takes longer than it may', () => {
    for (const ms of [10_500, 15_000, 23_000, 61_000]) {
      for (const piece of cut(LONG, ms)) expect(((weightsBefore(piece).at(-1) ?? 0) / (weightsBefore(LONG).at(-1) ?? 1)) * ms).toBeLessThanOrEqual(10_001);
    }
  });
});
