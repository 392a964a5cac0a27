// Keeps short labels (menus, tabs, buttons made of links) in one line: their boxes go under one another rather than the word in two.
// Reads and decides; relax.ts writes.
import { textIn } from '../dom/text-in';
import type { Reach } from './boxes';
import { CLOSED_PX, cuts } from './boxes';
import { styleOf } from './style-of';
import { flatParent } from './carriers';
import { labelEm } from './controls';
import type { Remedy } from './remedy-book';

/** A longer text is no label. */
const LABEL_CHARACTERS = 8;
/** What a label has around it at least, in em. */
const SPARE_EM = 1;

const textOf = (element: Element): string => textIn(element).replace(/\s+/g, '');

/** @param before how boxes held their content before text grew */
export function labelRemedies(texts: readonly Element[], before: WeakMap<Element, Reach>): Remedy[] {
  const remedies: Remedy[] = [];
  for (const text of texts) {
    const label = textOf(text);
    if (label.length < 2 || label.length > LABEL_CHARACTERS || text.getClientRects().length === 0) continue;
    const chain = boxesOf(text, label);
    const outer = chain.at(-1);
    const inner = chain[0];
    if (!outer || !inner) continue;
    const style = styleOf(text);
    const spacing = (parseFloat(style.letterSpacing) || 0) * label.length;
    const need = labelEm(label) * parseFloat(style.fontSize) + spacing;
    if (need <= contentWidth(inner) + 1 || /nowrap|pre/.test(style.whiteSpace)) continue;
    const parent = flatParent(outer);
    // Some air, or the words of a menu run into one another.
    const room = Math.ceil(need + SPARE_EM * parseFloat(style.fontSize));
    if (!parent || room > parent.clientWidth || isOnBelt(parent, before)) continue;
    for (const element of chain) remedies.push({ element, mark: 'label', value: String(Math.max(room, before.get(element)?.width ?? 0)) });
    const row = styleOf(parent);
    if (/flex/.test(row.display) && row.flexDirection.startsWith('row')) remedies.push({ element: parent, mark: 'rows', value: '' });
  }
  return remedies;
}

/** The boxes that hold nothing but the label, the outermost last: one that stands in a row and can take its own width; else none. */
function boxesOf(text: Element, label: string): Element[] {
  const boxes: Element[] = [];
  let last = -1;
  for (let at: Element | null = text; at && textOf(at) === label; at = flatParent(at)) {
    const { display, float, position } = styleOf(at);
    if (/^(inline|contents)$/.test(display)) continue;
    if (position === 'absolute' || position === 'fixed' || /table/.test(display)) break;
    boxes.push(at);
    const parent = flatParent(at);
    if (float !== 'none' || display.startsWith('inline-') || (parent && /flex/.test(styleOf(parent).display))) last = boxes.length;
  }
  return boxes.slice(0, Math.max(0, last));
}

/** A row of which only a part shows at a time (carousels) never breaks: what widens in it pushes the next out of sight. */
function isOnBelt(element: Element, before: WeakMap<Element, Reach>): boolean {
  for (let at: Element | null = element; at; at = flatParent(at)) {
    if ((before.get(at)?.side ?? 0) > 2 && cuts(styleOf(at), 'x')) return true;
  }
  return false;
}

/** A box that was wider than this, in em of the text as it is now, holds more than one character a line. */
const PILLAR_EM = 2.5;

/**
 * Boxes too narrow for a single character: headings set upright, one character a line, numbers in a square. They give up their padding
 * first, which moves nothing around them, and grow only where that is not enough.
 */
export function pillarRemedies(texts: readonly Element[], before: WeakMap<Element, Reach>): Remedy[] {
  const remedies: Remedy[] = [];
  for (const text of texts) {
    if (text.getClientRects().length === 0 || !/[\u2e80-\uffff]/.test(textIn(text))) continue;
    const size = parseFloat(styleOf(text).fontSize);
    let box: Element | null = text;
    while (box && /^(inline|contents)$/.test(styleOf(box).display)) box = flatParent(box);
    if (!box || box.clientWidth < 1 || contentWidth(box) >= size || /table|none/.test(styleOf(box).display)) continue;
    // One that was wide is narrow for another reason, and will be wide again.
    const was = before.get(box)?.width ?? 0;
    // And one of a pixel or two is there for screen readers alone.
    if (was > size * PILLAR_EM || was < CLOSED_PX) continue;
    if (box.clientWidth >= size) remedies.push({ element: box, mark: 'unpad', value: `${Math.floor((box.clientWidth - size) / 2)}/${Math.ceil(size)}` });
    else {
      for (let at: Element | null = box; at && at.clientWidth > 0 && at.clientWidth < size && at !== at.ownerDocument.body; at = flatParent(at)) {
        remedies.push({ element: at, mark: 'content', value: '' });
      }
    }
  }
  return remedies;
}

/** Numbers of a table stay whole also where the page lets its cells break anywhere: a part of one reads as another. */
export function numberRemedies(texts: readonly Element[]): Remedy[] {
  return texts
    .filter((text) => /^[\d.,:%\/+-]{4,}$/.test(textOf(text)) && text.closest('td,th') !== null && text.getClientRects().length > 0)
    .filter((text) => text.getBoundingClientRect().height > 1.8 * parseFloat(styleOf(text).fontSize))
    .map((element) => ({ element, mark: 'number', value: '' }));
}

function contentWidth(box: Element): number {
  const style = styleOf(box);
  return box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
}
