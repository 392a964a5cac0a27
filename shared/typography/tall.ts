// Decides how a box whose text has outgrown its height gives way. Never by `overflow: visible`: that breaks float containers.
// Reads and decides; relax.ts writes.
import type { Reach } from './boxes';
import { CLOSED_PX, cuts, styleOf } from './boxes';
import type { Remedy } from './remedy-book';

/** Rows and cells take their height as a minimum already; inline boxes have none. */
const ROOMY = /^(inline|contents|none|table|inline-table|table-row|table-row-group|table-header-group|table-footer-group)$/;
const SCROLLS = /auto|scroll/;
/** How deep floats are looked for: the usual list in a wrapper in a column. */
const FLOAT_DEPTH = 4;

/**
 * @param before how the content reached before it grew
 * @param factor by how much text grew: an overhang of glyphs grows with it and is no loss
 * @param stage how often this box has been treated in vain in this round
 */
export function tallRemedies(element: Element, before: Reach | undefined, factor: number, stage: number): Remedy[] {
  const high = element.clientHeight;
  const down = element.scrollHeight - high;
  if (down <= 2 || (high === 0 && element.clientWidth === 0)) return [];
  const was = Math.max(0, before?.down ?? 0);
  const style = styleOf(element);
  if (ROOMY.test(style.display) || SCROLLS.test(style.overflowY)) return [];
  const cutting = cuts(style, 'y');
  if (cutting && high < CLOSED_PX) return [];
  if (cutting && was > 2 && !isShortened(style)) return growRemedies(element, style, before);
  if (down <= was * factor + 2) return [];
  if (stage === 0) {
    return [{ element, mark: 'tall', value: heightOf(style) }];
  }
  if (!cutting && stage <= 3) {
    // What is placed by hand counts as well where it was inside before; where it was not, it is a menu or hangs out on purpose.
    const floats = heightOfFloats(element, style, false, was <= 2 && style.position !== 'static');
    if (floats > 0 && stage === 1 && style.display === 'block' && element.localName !== 'body') return [{ element, mark: 'flow', value: '' }];
    if (floats > 0) return [{ element, mark: 'hold', value: String(floats) }];
  }
  // A box of a flexible row or column can be held small by what holds it.
  const parent = element.parentElement;
  if (stage <= 2 && cutting && parent && /flex|grid/.test(styleOf(parent).display)) {
    return [{ element: parent, mark: 'tall', value: heightOf(styleOf(parent)) }, { element, mark: 'firm', value: '' }];
  }
  return [];
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
  for (const text of before?.seen ?? []) {
    if (element.contains(text)) lowest = Math.max(lowest, text.getBoundingClientRect().bottom - top);
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
  if (element.scrollHeight === 0 || (element as HTMLElement).offsetWidth >= width - 1) return [];
  return [{ element, mark: 'flow', value: null }];
}

/**
 * How high a box has to be to hold the floats in it, as a value of `min-height`; 0 when there are none.
 * @param all whether those count too that it holds already
 * @param placed whether absolutely positioned boxes count
 */
export function heightOfFloats(element: Element, style: CSSStyleDeclaration, all: boolean, placed: boolean): number {
  const rect = element.getBoundingClientRect();
  let lowest = 0;
  const search = (parent: Element, depth: number): void => {
    for (const child of parent.children) {
      const { bottom, width } = child.getBoundingClientRect();
      if (width === 0 && bottom <= rect.bottom + 1) continue;
      const inner = styleOf(child);
      const absolute = inner.position === 'absolute';
      if ((absolute && !placed) || inner.position === 'fixed' || inner.visibility !== 'visible' || inner.opacity === '0') continue;
      if ((absolute || inner.float !== 'none') && (all || bottom > rect.bottom + 1)) lowest = Math.max(lowest, bottom + Math.max(0, parseFloat(inner.marginBottom) || 0));
      else if (depth > 0) search(child, depth - 1);
    }
  };
  search(element, FLOAT_DEPTH);
  if (lowest === 0) return 0;
  const px = (value: string): number => parseFloat(value) || 0;
  const frame = style.boxSizing === 'border-box' ? -px(style.paddingBottom) - px(style.borderBottomWidth) : px(style.paddingTop) + px(style.borderTopWidth);
  return Math.ceil(lowest - rect.top - frame);
}
