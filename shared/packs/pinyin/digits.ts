// Whole numbers written in printable ASCII: tables travel so on pages of any encoding. Scripts in scripts/pinyin write what this reads.

/** Printable ASCII without the three characters that would have to be escaped in a literal. */
export const DIGITS = [...Array(94).keys()]
  .map((at) => String.fromCharCode(33 + at))
  .filter((digit) => !"'\\`".includes(digit))
  .join('');
export const BASE = DIGITS.length;

const VALUES = new Uint8Array(128);
for (let value = 0; value < BASE; value += 1) VALUES[DIGITS.charCodeAt(value)] = value;

/** Reads a string of digits from its beginning. */
export interface DigitReader {
  /** The next digit's value, 0 to BASE - 1; 0 after the end. */
  next(): number;
  readonly isDone: boolean;
}

export function createDigitReader(digits: string): DigitReader {
  let at = 0;
  return {
    next: () => VALUES[digits.charCodeAt(at++)] ?? 0,
    get isDone() {
      return at >= digits.length;
    },
  };
}
