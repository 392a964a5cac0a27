// What the two aids of text write down of an element, as the value of one mark each: one attribute is half the cost of two.
// Pure. Not for measuring (measure.ts) nor for the rules that read it (features' plans).
import { MARK_PREFIX } from '../dom/marker';

/** Names of the marks; with the aid's own remedies they share the beginning. */
export const SIZE_MARK = 'size';
export const SPACING_MARK = 'spacing';

/** The page's own values of an element's text. */
export interface Written {
  /** px */
  readonly size: number;
  /** px; null for `normal` */
  readonly line: number | null;
  /** px */
  readonly indent: number;
  /** em */
  readonly letter: number;
  /** em */
  readonly below: number;
}

const NOTHING: Written = { size: 0, line: null, indent: 0, letter: 0, below: 0 };
const LETTERS = { s: 'size', l: 'line', i: 'indent', t: 'letter', b: 'below' } as const;

/** The attribute of a mark. */
export function attributeOf(mark: string): string {
  return MARK_PREFIX + mark;
}

/** A length as it stands in a mark and a rule: three decimals, because computed sizes are fractions (13.3333px). */
export function lengthOf(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** The value of a mark, e.g. `s14 l22.4 i28`. What is left out reads as 0, and the line as `normal`. */
export function writeDown(values: Partial<Written>): string {
  let text = '';
  for (const letter of Object.keys(LETTERS)) {
    const value = values[LETTERS[letter as keyof typeof LETTERS]];
    if (value !== undefined && value !== null) text += `${text === '' ? '' : ' '}${letter}${lengthOf(value)}`;
  }
  return text;
}

/** A page has few different values and many elements that bear them. */
const known = new Map<string, Written>();

/** Reads a mark's value; null where there is no mark. */
export function writtenOf(value: string | null): Written | null {
  if (value === null) return null;
  const before = known.get(value);
  if (before) return before;
  const parts = value.split(' ').map((part) => [LETTERS[part[0] as keyof typeof LETTERS], Number(part.slice(1))]);
  const written: Written = { ...NOTHING, ...Object.fromEntries(parts) };
  known.set(value, written);
  return written;
}
