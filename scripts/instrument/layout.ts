// Finds texts that cannot be read because of where they are: clipped, overlapping, off to the side, numbers torn apart.
// Runs in the page, changes nothing. Bars: clipping ¼ line or 2 px, overlap 35 % of a line. What lies under other things: covered.ts.
import { clippersOf, fateOf, visiblePart, type Clipper, type ClipperBook } from './clippers';
import { parentOf, textsOnPage, type Box, type TextOnPage } from './texts';

/** One finding, with the ids of the texts it is about (see `MeasuredText.id`). */
export interface Fault {
  readonly kind: 'clipped' | 'overlapping' | 'covered' | 'sideways' | 'broken number';
  readonly ids: readonly number[];
  readonly text: string;
  readonly detail: string;
}

/** A text's fate as the page stands. */
export interface Layout {
  readonly faults: Fault[];
  /** Ids of texts of which at least half a line can be seen, perhaps after scrolling. */
  readonly shown: Set<number>;
}

const EDGE_LINE_PART = 0.25;
const EDGE_SIDE_PX = 2;
const SHOWN_LINE_PART = 0.5;
const SHOWN_SIDE_PX = 4;
const OVERLAP_LINE_PART = 0.35;
const OVERLAP_SIDE_PX = 3;
const SIDEWAYS_PX = 2;

interface Line {
  readonly text: TextOnPage;
  readonly box: Box;
}

/** All findings of the page as it stands. */
export function layoutFaults(document: Document): Fault[] {
  return layoutOf(document, textsOnPage(document)).faults;
}

/** @param texts of this document, just measured */
export function layoutOf(document: Document, texts: readonly TextOnPage[]): Layout {
  const faults: Fault[] = [];
  const shown = new Set<number>();
  const lines: Line[] = [];
  const book: ClipperBook = new Map();
  const width = windowWidth(document);
  for (const text of texts) {
    // What moves by itself is now here, now there.
    if (text.element.closest('marquee') !== null) {
      shown.add(text.id);
      continue;
    }
    const chain = clippersOf(text.element, book);
    let clipped = text.cut;
    let sideways: string | undefined;
    for (const box of text.boxes) {
      const fate = fateOf(box, chain);
      const lost = fate.clipped ?? offPage(box);
      clipped ??= lost;
      sideways ??= fate.sideways ?? (!fate.inScroller && box.right > width + SIDEWAYS_PX ? `ends at ${Math.round(box.right)} px of ${width}` : undefined);
      if (lost === undefined || isHalfShown(box, chain)) shown.add(text.id);
      const seen = visiblePart(box, chain);
      if (seen !== undefined) lines.push({ text, box: seen });
    }
    const fault = (kind: Fault['kind'], detail: string) => faults.push({ kind, ids: [text.id], text: text.text, detail });
    if (clipped !== undefined) fault('clipped', clipped);
    if (sideways !== undefined && !inDataTable(text.element)) fault('sideways', sideways);
    const torn = tornNumber(text);
    if (torn !== undefined) fault('broken number', torn);
  }
  return { faults: [...faults, ...overlaps(lines)], shown };
}

function windowWidth(document: Document): number {
  const window = document.defaultView as Window;
  const root = document.compatMode === 'BackCompat' ? document.body : document.documentElement;
  return Math.min(window.innerWidth, root?.clientWidth || window.innerWidth);
}

function isHalfShown(box: Box, chain: readonly Clipper[]): boolean {
  const seen = visiblePart(box, chain);
  if (seen === undefined || seen.right < 0 || seen.bottom < 0) return false;
  const side = seen.right - Math.max(0, seen.left);
  return seen.bottom - Math.max(0, seen.top) >= (box.bottom - box.top) * SHOWN_LINE_PART && side >= Math.min(SHOWN_SIDE_PX, box.right - box.left);
}

/** Left of or above the page: no scrolling reaches it. */
function offPage(box: Box): string | undefined {
  if (box.left < -EDGE_SIDE_PX) return `${Math.round(-box.left)} px left of the page`;
  if (box.top < -(box.bottom - box.top) * EDGE_LINE_PART) return `${Math.round(-box.top)} px above the page`;
  return undefined;
}

/** A table of data may be wider than the window: it has th or caption, or at least 3 × 3 cells of at most 20 characters. */
export function inDataTable(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    if (at.localName === 'table' && isDataTable(at as HTMLTableElement)) return true;
  }
  return false;
}

function isDataTable(table: HTMLTableElement): boolean {
  if (table.caption !== null) return true;
  const rows = [...table.rows].map((row) => [...row.cells]);
  if (rows.some((cells) => cells.some((cell) => cell.localName === 'th'))) return true;
  const short = rows.filter((cells) => cells.filter((cell) => (cell.textContent ?? '').trim().length <= 20).length >= 3);
  return short.length >= 3;
}

/** A number (with its separators) drawn on two lines, in a table where the parts read as two numbers. */
function tornNumber(text: TextOnPage): string | undefined {
  if (text.carrier !== text.node || text.node.nodeType !== 3 || text.boxes.length < 2 || text.element.closest('td, th') === null) return undefined;
  const node = text.node as Text;
  for (const match of node.data.matchAll(/\d[\d,.]*\d/g)) {
    const range = node.ownerDocument.createRange();
    range.setStart(node, match.index);
    range.setEnd(node, match.index + match[0].length);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
    const first = rects[0];
    if (first !== undefined && rects.some((rect) => rect.top - first.top > first.height / 2)) return match[0].slice(0, 30);
  }
  return undefined;
}

/** Pairs of texts drawn over each other. A fixed or sticky box lies over what scrolls beneath it by nature: only texts of one such box are compared. */
function overlaps(seen: readonly Line[]): Fault[] {
  const faults = new Map<string, Fault>();
  const rest = [...seen].sort((a, b) => a.box.top - b.box.top);
  const open: Line[] = [];
  for (const one of rest) {
    for (let index = open.length - 1; index >= 0; index -= 1) {
      const other = open[index];
      if (other === undefined) continue;
      if (other.box.bottom <= one.box.top) {
        open.splice(index, 1);
        continue;
      }
      if (other.text.id === one.text.id || other.text.floats !== one.text.floats) continue;
      const down = Math.min(one.box.bottom, other.box.bottom) - one.box.top;
      const side = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const line = Math.min(one.box.bottom - one.box.top, other.box.bottom - other.box.top);
      if (down <= line * OVERLAP_LINE_PART || side <= OVERLAP_SIDE_PX) continue;
      const ids = [one.text.id, other.text.id].sort((a, b) => a - b);
      const detail = `over “${other.text.text.slice(0, 20)}”, ${Math.round(down)} × ${Math.round(side)} px`;
      faults.set(ids.join(), { kind: 'overlapping', ids, text: one.text.text, detail });
    }
    open.push(one);
  }
  return [...faults.values()];
}
