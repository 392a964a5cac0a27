// Decides how a box whose text has outgrown its height gives way. Never by `overflow: visible`: that breaks float containers.
// Reads and decides; relax.ts writes.
import type { Reach } from './boxes';
import { CLOSED_PX, cuts, isWindow, lineOf } from './boxes';
import { styleOf } from './style-of';
import { heightOfFloats } from './floats';
import type { Remedy } from './remedy-book';

/** Rows and cells take their height as a minimum already; inline boxes have none. */
const ROOMY = /^(inline|contents|none|table|inline-table|table-cell|table-row|table-row-group|table-header-group|table-footer-group)$/;
const SCROLLS = /auto|scroll/;

/**
 * @param before how the content reached before it grew
 * @param factor by how much text grew: an overhang of glyphs grows with it and is no loss
 * @param stage how often this box has been treated in vain in this round
 */
export function tallRemedies(element: Element, before: Reach | undefined, factor: number, stage: number): Remedy[] {
  const high = element.clientHeight;
  const down = element.scrollHeight - high;
  if (down <= 2 || (high === 0 && element.clientWidth === 0) || isWindow(element)) return [];
  const was = Math.max(0, before?.down ?? 0);
  const style = styleOf(element);
  if (ROOMY.test(style.display) || SCROLLS.test(style.overflowY)) return [];
  const cutting = cuts(style, 'y');
  if (cutting && high < CLOSED_PX) return [];
  if (cutting && was > 2 && !isShortened(style)) return growRemedies(element, style, before);
  if (down <= was * factor + 2) return before?.holds && !cutting ? held(element, style) : [];
  if (stage === 0) {
    return [{ element, mark: 'tall', value: heightOf(style) }];
  }
  if (stage <= 3) {
    // What is placed by hand counts as well where it was inside before; where it was not, it is a menu or hangs out on purpose.
    const floats = heightOfFloats(element, style, false, was <= 2 && style.position !== 'static');
    if (floats > 0 && !cutting && stage === 1 && style.display === 'block' && element.localName !== 'body') return [{ element, mark: 'flow', value: '' }];
    if (floats > 0) return [{ element, mark: 'hold', value: String(floats) }];
  }
  // A box of a flexible row or column can be held small by what holds it.
  const parent = element.parentElement;
  if (stage <= 2 && cutting && parent && /flex|grid/.test(styleOf(parent).display)) {
    return [{ element: parent, mark: 'tall', value: heightOf(styleOf(parent)) }, { element, mark: 'firm', value: '' }];
  }
  return [];
}

/** Something else hangs out of the box, a closed menu perhaps; its floats were inside and shall be again. */
function held(element: Element, style: CSSStyleDeclaration): Remedy[] {
  const floats = heightOfFloats(element, style, false, false);
  return floats > 0 ? [{ element, mark: 'hold', value: String(floats) }] : [];
}

/** Cut after so many lines or with an ellipsis: for want of room only, so it may open. */
function isShortened(style: CSSStyleDeclaration): boolean {
  const clamp = style.getPropertyValue('-webkit-line-clamp');
  return style.textOverflow === 'ellipsis' || (clamp !== '' && clamp !== 'none');
}

/** A box that shows a part of its content on purpose goes on doing so, with room for the texts that could be seen. */
function growRemedies(element: Element, style: CSSStyleDeclaration, before: Reach | undefined): Remedy[] {
  const top = element.getBoundingClientRect().top + element.clientTop;
  let lowest = 0;
  for (const { element: text, lines } of before?.seen ?? []) {
    if (!element.contains(text)) continue;
    const rect = text.getBoundingClientRect();
    const all = text === element ? rect.top + element.scrollHeight : rect.bottom;
    lowest = Math.max(lowest, (lines === null ? all : Math.min(all, rect.top + lines * lineOf(text))) - top);
  }
  const missing = Math.ceil(lowest - element.clientHeight);
  // What has moved far away meanwhile (a slide that went on) is no measure.
  if (missing <= 1 || missing > element.clientHeight * 8 + 400) return [];
  return [{ element, mark: 'high', value: String(Math.ceil(parseFloat(style.height) || 0) + missing) }];
}

function heightOf(style: CSSStyleDeclaration): string {
  const height = parseFloat(style.height);
  return String(Number.isFinite(height) ? Math.floor(height) : 0);
}

/**
 * A box that became a formatting context of its own is squeezed into what floats beside it leave: it gets a height instead.
 * @param width what it was before
 */
export function flowRemedies(element: Element, width: number): Remedy[] {
  if (element.scrollHeight === 0 || element.clientWidth >= width - 1) return [];
  return [{ element, mark: 'flow', value: null }];
}
