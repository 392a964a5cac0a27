// The outline of the focus ring: lines put together, one path around them.
import { describe, expect, it } from 'vitest';
import { around, common, linesOf, outlineOf } from '../../../../shared/features/focus/shape';

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
const ORIGIN = { left: 0, top: 0 };

describe('lines', () => {
  it('pieces beside each other are one line, those below another', () => {
    expect(linesOf([box(50, 0, 90, 20), box(0, 2, 40, 18), box(0, 24, 30, 44)])).toEqual([box(0, 0, 90, 20), box(0, 24, 30, 44)]);
  });
  it('a picture takes in the strip of text that it stands on', () => {
    expect(linesOf([box(0, 80, 100, 98), box(0, 0, 100, 100)])).toEqual([box(0, 0, 100, 100)]);
  });
  it('a line that grew takes in what now stands beside it', () => {
    expect(linesOf([box(0, 0, 10, 20), box(20, 30, 30, 50), box(40, 5, 50, 45)])).toEqual([box(0, 0, 50, 50)]);
  });
  it('very many lines are one box', () => {
    expect(linesOf(Array.from({ length: 40 }, (_, line) => box(0, line * 20, 100, line * 20 + 18)))).toEqual([box(0, 0, 100, 798)]);
  });
});

describe('the outline', () => {
  it('of one line is a rectangle outside it', () => {
    expect(outlineOf([box(10, 10, 30, 20)], 2, { left: 10, top: 10 })).toBe('M-2 -2H22V12H-2Z');
  });
  it('of two lines has its steps where the wider one ends', () => {
    expect(outlineOf([box(40, 0, 100, 20), box(0, 22, 60, 42)], 2, ORIGIN)).toBe('M38 -2H102V22H62V44H-2V20H38Z');
  });
  it('of lines that do not meet are two', () => {
    expect(outlineOf([box(80, 0, 100, 20), box(0, 22, 20, 42)], 2, ORIGIN).match(/Z/g)).toHaveLength(2);
  });
  it('of nothing is empty', () => {
    expect(outlineOf([], 2, ORIGIN)).toBe('');
    expect(around([])).toBeNull();
    expect(common(box(0, 0, 10, 10), box(10, 0, 20, 10))).toBeNull();
  });
});
