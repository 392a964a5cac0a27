// Knows how the page's boxes held their content before text grew, so that only what is newly lost is mended. Reads only.
import { flatParent } from './carriers';
import { heightOfFloats } from './floats';
import { styleOf } from './style-of';

/** How far content reached beyond a box, in px, before anything grew. */
export interface Reach {
  readonly down: number;
  readonly side: number;
  /** The box's own size, without borders. */
  readonly width: number;
  readonly height: number;
  /** Whether all its floats ended inside it, whatever else hung out. */
  readonly holds: boolean;
  /** For boxes that cut content off on purpose (tickers, collapsed parts): what could be seen all the same. */
  readonly seen: readonly Seen[];
}

/** A text of which something could be seen. */
export interface Seen {
  readonly element: Element;
  /** So many of its lines; null for all. */
  readonly lines: number | null;
}

/** Boxes lower than this hide their content on purpose, or hold none. */
export const CLOSED_PX = 8;

/** Rows are as high and as wide as their cells. */
const ROWS = new Set(['tr', 'tbody', 'thead', 'tfoot']);
/** Cells take their height as a minimum, and give way to what is wide in them. */
const CELLS = new Set(['td', 'th']);

/** All elements from the carriers up to the body, each once: the only boxes that growing text can break. */
export function boxesAround(carriers: Iterable<Element>): Set<Element> {
  const boxes = new Set<Element>();
  const rows = new Set<Element>();
  for (const carrier of carriers) {
    for (let at: Element | null = carrier; at && !boxes.has(at) && !rows.has(at); at = flatParent(at)) {
      if (at.localName === 'html') break;
      (ROWS.has(at.localName) ? rows : boxes).add(at);
    }
  }
  return boxes;
}

const CUTS = /hidden|clip/;
const NONE: readonly Seen[] = [];

export function cuts(style: CSSStyleDeclaration, axis: 'x' | 'y'): boolean {
  return CUTS.test(axis === 'x' ? style.overflowX : style.overflowY);
}

/** In quirks mode the body's sizes are those of the window, which holds what it cannot show by scrolling. */
export function isWindow(box: Element): boolean {
  return box.localName === 'body' && box.ownerDocument.compatMode === 'BackCompat';
}

/**
 * Reads how content now reaches beyond a box.
 * @param carriers all elements with text
 * @returns null for what has no box of its own (inline, hidden): it will count as one that held its content
 */
export function reachOf(box: Element, carriers: ReadonlyMap<Element, unknown>): Reach | null {
  if (CELLS.has(box.localName) || isWindow(box)) return null;
  const width = box.clientWidth;
  const height = width === 0 ? box.clientHeight : -1;
  if (width === 0 && height === 0) return null;
  const high = height < 0 ? box.clientHeight : height;
  const down = box.scrollHeight - high;
  const side = box.scrollWidth - width;
  if (down <= 2) return { down, side, width, height: high, holds: true, seen: NONE };
  const style = styleOf(box);
  const holds = heightOfFloats(box, style, false, false) === 0;
  return { down, side, width, height: high, holds, seen: high >= CLOSED_PX && cuts(style, 'y') ? seenIn(box, carriers) : NONE };
}

/** A line of which less is cut off counts as seen. */
const CUT_PART = 0.55;
/** `normal`, roughly, in em. */
const NORMAL_LINE = 1.3;

/** The height of an element's lines now, in px. */
export function lineOf(element: Element): number {
  const { lineHeight, fontSize } = styleOf(element);
  return lineHeight.endsWith('px') ? parseFloat(lineHeight) : parseFloat(fontSize) * NORMAL_LINE;
}

/** The texts in a box that it does not cut off, or not wholly. */
function seenIn(box: Element, carriers: ReadonlyMap<Element, unknown>): readonly Seen[] {
  const frame = box.getBoundingClientRect();
  const seen: Seen[] = [];
  for (const element of [box, ...box.querySelectorAll('*')]) {
    if (!carriers.has(element)) continue;
    const rect = element.getBoundingClientRect();
    const bottom = element === box ? rect.top + box.scrollHeight : rect.bottom;
    if (rect.height === 0 || rect.top < frame.top - 2 || rect.top >= frame.bottom) continue;
    const line = lineOf(element);
    if (bottom <= frame.bottom + Math.min(rect.height, line) * CUT_PART) seen.push({ element, lines: null });
    else {
      const lines = Math.floor((frame.bottom - rect.top) / line + CUT_PART);
      if (lines > 0) seen.push({ element, lines });
    }
  }
  return seen;
}
