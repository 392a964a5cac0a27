// What enlargement writes down of each element and which rules follow from it. Pure; not for finding or measuring elements.
import type { TypeOf } from '../../typography/measure';
import { lineHeight, ownLine, SIZE, typeRules } from '../../typography/rules';
import type { TypePlan } from '../../typography/typography';
import { lengthOf, SIZE_MARK, writeDown } from '../../typography/written';

/** Lines closer than this touch when a text wraps that stood in one line before; in em. */
const CLOSEST = 1.2;
/** Still closer ones are there to hide something. */
const HIDING = 0.6;

/** The line height to grow from: the page's own, but not one that only held because the text was short. */
function lineOf({ line, size }: TypeOf): number | null {
  return line !== null && line >= size * HIDING && line < size * CLOSEST ? size * CLOSEST : line;
}

const grown = (px: number): string => `calc(${lengthOf(px)}px*${SIZE})`;

/** The mark `size`: the page's own size, line height and indent. */
export const sizePlan: TypePlan = {
  mark: SIZE_MARK,
  wanted: 'indent',
  // Computed on an outer element, an indent of 2em comes down in px and would shrink to one character. Negative ones hide or hang.
  valueOf: (type) => writeDown({ size: type.size, line: lineOf(type), ...(type.indent > 0 ? { indent: type.indent } : {}) }),
  rulesOf: (value, { size, line, indent }) =>
    typeRules(
      SIZE_MARK,
      value,
      {
        'font-size': grown(size),
        // `normal` follows the size by itself.
        ...(line === null ? {} : { 'line-height': lineHeight({ size, line }) }),
        ...(indent > 0 ? { 'text-indent': grown(indent) } : {}),
      },
      { 'font-size': `${lengthOf(size)}px`, ...(line === null ? {} : { 'line-height': ownLine(line) }) },
    ),
  overridesOf: ({ size, line }) => ({ 'font-size': grown(size), ...(line === null ? {} : { 'line-height': lineHeight({ size, line }) }) }),
};
