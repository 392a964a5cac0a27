// Whole numbers as printable ASCII: which digits there are, and that each is read as it was written.
import { expect, it } from 'vitest';
import { BASE, createDigitReader, DIGITS } from '../../../../shared/packs/pinyin/digits';

it('digits are printable, each once, and none has to be escaped in a literal', () => {
  expect(DIGITS).toHaveLength(BASE);
  expect(new Set(DIGITS).size).toBe(BASE);
  expect(DIGITS).toMatch(/^[!-~]+$/);
  // They stand between single quotes.
  expect(DIGITS).not.toMatch(/['`\\]/);
});

it('each digit has its place as its value', () => {
  const reader = createDigitReader(DIGITS);
  expect(Array.from({ length: BASE }, () => reader.next())).toEqual(Array.from({ length: BASE }, (_, value) => value));
  expect(reader.isDone).toBe(true);
});

it('after the end there are noughts', () => {
  const reader = createDigitReader(DIGITS.slice(-1));
  expect(reader.isDone).toBe(false);
  expect([reader.next(), reader.isDone, reader.next(), reader.next()]).toEqual([BASE - 1, true, 0, 0]);
  expect(createDigitReader('').isDone).toBe(true);
});
