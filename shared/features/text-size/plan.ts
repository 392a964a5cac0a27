// What enlargement writes down of each element and which rules follow from it. Pure; not for finding or measuring elements.
import { MARK_PREFIX } from '../../dom/marker';
import type { TypeOf } from '../../typography/measure';
import { BARE } from '../../typography/measure';
import { important, lengthOf, lineHeight, marked, SIZE } from '../../typography/rules';
import type { TypePlan } from '../../typography/typography';

const LINE = 'size-line';
const INDENT = 'size-indent';

/** Lines closer than this touch when a text wraps that stood in one line before; in em. */
const CLOSEST = 1.2;
/** Still closer ones are there to hide something. */
const HIDING = 0.6;

/** The line height to grow from: the page's own, but not one that only held because the text was short. */
function lineOf({ line, size }: TypeOf): number | null {
  return line !== null && line >= size * HIDING && line < size * CLOSEST ? size * CLOSEST : line;
}

/** Marks: `size`, `size-line`, `size-indent`, each the page's own length in px. */
export const sizePlan: TypePlan = {
  prefix: 'size',
  marksOf(_element, type) {
    const line = lineOf(type);
    return {
      size: lengthOf(type.size),
      // `normal` follows the size by itself.
      ...(line === null ? {} : { [LINE]: lengthOf(line) }),
      // Computed on an outer element, an indent of 2em comes down in px and would shrink to one character. Negative ones hide or hang.
      ...(type.indent > 0 ? { [INDENT]: lengthOf(type.indent) } : {}),
    };
  },
  ruleOf(name, value) {
    const bare = `[${MARK_PREFIX}${name}="${value}"][${MARK_PREFIX}${BARE}]`;
    if (name === LINE) return important(marked(name, value), { 'line-height': lineHeight(value) }) + important(bare, { 'line-height': `${value}px` });
    if (name === INDENT) return important(marked(name, value), { 'text-indent': `calc(${value}px*${SIZE})` });
    return important(marked(name, value), { 'font-size': `calc(${value}px*${SIZE})` }) + important(bare, { 'font-size': `${value}px` });
  },
  overridesOf(type) {
    const line = lineOf(type);
    return {
      'font-size': `calc(${lengthOf(type.size)}px*${SIZE})`,
      ...(line === null ? {} : { 'line-height': lineHeight(lengthOf(line)) }),
    };
  },
};
