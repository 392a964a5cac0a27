// What stands around a character, as the context model sees it. The trainer (scripts/pinyin) and the reader use this very file.
// Not for what follows from it (model.ts).

/** Kinds of context, by the number under which features name them; a feature is a kind and one neighbour, or two. */
export const KINDS = [
  { name: 'before', hasSecond: false },
  { name: 'after', hasSecond: false },
  { name: 'two before', hasSecond: true },
  { name: 'two after', hasSecond: true },
  { name: 'around', hasSecond: true },
  { name: 'second before', hasSecond: false },
  { name: 'second after', hasSecond: false },
] as const;
export type Kind = number;

/** What stands for a pause, an end, and all that is neither Han nor told apart. */
const EDGE = 0x3002;
const DIGIT = 0x30;
const LETTER = 0x61;
const OPENING = 0x28;
const CLOSING = 0x29;
const DOT = 0xb7;
const NONE = 0;

/** The neighbours that are no characters; a feature names them as it names characters. */
export const CLASSES = [EDGE, DIGIT, LETTER, OPENING, CLOSING, DOT] as const;

const isHan = (code: number): boolean => (code >= 0x3400 && code <= 0x9fff) || code === 0x3007 || code >= 0x20000;

const OF_CLASS: readonly (readonly [RegExp, number])[] = [
  [/[0-9０-９]/, DIGIT],
  [/[A-Za-zＡ-Ｚａ-ｚÀ-ɏ]/, LETTER],
  [/[《“"「『‘（([【〔<〈]/, OPENING],
  [/[》”」』’）)\]】〕>〉]/, CLOSING],
  [/[·•‧・]/, DOT],
];
const classes = new Map<number, number>();

function classOf(code: number): number {
  if (isHan(code)) return code & 0xffff;
  let found = classes.get(code);
  if (found === undefined) {
    const character = String.fromCodePoint(code);
    found = OF_CLASS.find(([pattern]) => pattern.test(character))?.[1] ?? EDGE;
    classes.set(code, found);
  }
  return found;
}

/**
 * Calls `take` with each feature of the context of one character.
 * @param codes the code points of a clause, or of a word
 * @param at which of them
 * @param isWhole whether nothing but a pause stands before and after; false for a word, whose neighbours are not known
 * @param take kind, first neighbour, second neighbour or 0: numbers under 65,536
 */
export function featuresOf(codes: readonly number[], at: number, isWhole: boolean, take: (kind: Kind, first: number, second: number) => void): void {
  const neighbour = (place: number): number => {
    const code = codes[place];
    if (code !== undefined) return classOf(code);
    return isWhole ? EDGE : NONE;
  };
  const before = neighbour(at - 1);
  const after = neighbour(at + 1);
  const secondBefore = neighbour(at - 2);
  const secondAfter = neighbour(at + 2);
  if (before) take(0, before, 0);
  if (after) take(1, after, 0);
  if (before && secondBefore) take(2, secondBefore, before);
  if (after && secondAfter) take(3, after, secondAfter);
  if (before && after) take(4, before, after);
  if (secondBefore && secondBefore !== EDGE) take(5, secondBefore, 0);
  if (secondAfter && secondAfter !== EDGE) take(6, secondAfter, 0);
}
