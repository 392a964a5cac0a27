// Finds pictures that carry light text and no longer reach under all of it, because the box has outgrown them: white on white else.
// Reads and decides; relax.ts writes. Not for colours (contrast).
import type { Reach } from './boxes';
import { styleOf } from './style-of';
import { flatParent } from './carriers';
import type { Remedy } from './remedy-book';

/** Text lighter than this (mean of its channels, 0 to 255) cannot be read on plain paper. */
const LIGHT = 170;
/** A box that grew less than this is still covered. */
const GROWN = 1.15;
/** How far up a text's own ground is looked for. */
const DEPTH = 6;

function isLight(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return (red + green + blue) / 3 > LIGHT;
}

const isClear = (color: string): boolean => color === 'transparent' || /,\s*0\)$/.test(color);
/** A picture shifted inside its box is one of many on a sheet: stretching it would show the others. */
const isShifted = (style: CSSStyleDeclaration): boolean => /-\d/.test(style.backgroundPosition);

/** Whether all that is written in a box is light, so that it is the box's picture which carries it; else the picture is a sign beside it. */
function carriesAll(box: Element): boolean {
  return [box, ...box.querySelectorAll('*')].every((element) => !hasText(element) || element.getClientRects().length === 0 || isLight(styleOf(element).color));
}

function hasText(element: Element): boolean {
  for (let child = element.firstChild; child; child = child.nextSibling) if (child.nodeType === 3 && /\S/.test((child as Text).data)) return true;
  return false;
}

/** Remedies for the grounds of all light texts. */
export function grounds(texts: readonly Element[], before: WeakMap<Element, Reach>): Remedy[] {
  const found = new Set<Element>();
  for (const text of texts) {
    if (text.getClientRects().length === 0 || !isLight(styleOf(text).color)) continue;
    for (let at: Element | null = text, depth = 0; at && depth < DEPTH; at = flatParent(at), depth += 1) {
      const style = styleOf(at);
      if (!isClear(style.backgroundColor)) break;
      if (!style.backgroundImage.startsWith('url(')) continue;
      const was = before.get(at);
      const { clientWidth: wide, clientHeight: high } = at;
      const grown = was !== undefined && (high > was.height * GROWN || wide > was.width * GROWN);
      if (grown && style.backgroundSize === 'auto' && !isShifted(style) && carriesAll(at)) found.add(at);
      break;
    }
  }
  return [...found].map((element) => ({ element, mark: 'stretch', value: '' }));
}
