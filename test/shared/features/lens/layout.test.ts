import { describe, expect, it } from 'vitest';
import { capacityOf, partOf, sideFor } from '../../../../shared/features/lens/layout';

const ROOM = { window: 800, lens: 100, top: 150, bottom: 0, hasKeyboard: false };
const at = (y: number, height = 0) => ({ top: y, bottom: y + height });

describe('the side of the lens', () => {
  it('is low until what is read is there, and high until it is up there', () => {
    expect(sideFor('low', at(300), ROOM)).toBe('low');
    expect(sideFor('low', at(700), ROOM)).toBe('high');
    expect(sideFor('high', at(500), ROOM)).toBe('high');
    expect(sideFor('high', at(200), ROOM)).toBe('low');
  });

  it('stays where it is when either side would cover', () => {
    expect(sideFor('low', at(160, 600), ROOM)).toBe('low');
    expect(sideFor('high', at(160, 600), ROOM)).toBe('high');
  });

  it('is high over a soft keyboard', () => {
    expect(sideFor('low', at(300), { ...ROOM, hasKeyboard: true })).toBe('high');
  });
});

describe('the part of a long text', () => {
  const text = '一二三四五六七八九十'.repeat(4);

  it('is all of it where it fits', () => {
    expect(partOf(text, null, 40)).toEqual({ start: 0, end: 40 });
  });

  it('is its beginning, as long as can be, where nothing is marked', () => {
    expect(partOf(text, null, 24)).toEqual({ start: 0, end: 24 });
  });

  it('is one of equal parts, and the same for all words in it', () => {
    const parts = Array.from(text, (_, start) => partOf(text, { start, end: start + 1 }, 24));
    expect(new Set(parts.map(({ start, end }) => `${start}-${end}`))).toEqual(new Set(['0-20', '20-40']));
    expect(parts.every(({ start, end }, offset) => offset >= start && offset < end)).toBe(true);
  });

  it('cuts no pair in two', () => {
    const astral = '𠮷'.repeat(30);
    for (let offset = 0; offset < astral.length; offset += 2) {
      const { start, end } = partOf(astral, { start: offset, end: offset + 2 }, 10);
      expect([start % 2, end % 2]).toEqual([0, 0]);
      expect(offset >= start && offset < end).toBe(true);
    }
  });

  it('holds more where letters are narrow, less under readings', () => {
    expect(partOf('abcdefghij', null, 6)).toEqual({ start: 0, end: 10 });
    expect(capacityOf(1080, 45, true)).toBeLessThan(capacityOf(1080, 45, false));
  });
});
