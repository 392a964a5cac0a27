// Finds texts that cannot be read because of where they are: clipped, overlapping, off to the side, numbers torn apart.
// Runs in the page, changes nothing. Bars: clipping ¼ line or 2 px, overlap 35 % of a line.
import { parentOf, textsOnPage, type Box, type TextOnPage } from './texts';

/** One finding, with the ids of the texts it is about (see `MeasuredText.id`). */
export interface Fault {
  readonly kind: 'clipped' | 'overlapping' | 'sideways' | 'broken number';
  readonly ids: readonly number[];
  readonly text: string;
  readonly detail: string;
}

const CLIP_LINE_PART = 0.25;
const CLIP_SIDE_PX = 2;
const OVERLAP_LINE_PART = 0.35;
const OVERLAP_SIDE_PX = 3;
const SIDEWAYS_PX = 2;

/** All findings of the page as it stands. */
export function layoutFaults(document: Document): Fault[] {
  const window = document.defaultView;
  if (window === null) return [];
  const texts = textsOnPage(document);
  const faults: Fault[] = [];
  const seen: { text: TextOnPage; box: Box }[] = [];
  for (const text of texts) {
    const clips = clippersOf(text.element, window);
    let clipped: string | undefined;
    let sideways: string | undefined;
    for (const box of text.boxes) {
      const visible = visiblePart(box, [...clips.hidden, ...clips.windows]);
      clipped ??= clippedBy(box, clips.hidden) ?? offPage(box);
      sideways ??= beyond(box, clips.scrolling, window, document);
      if (visible !== undefined) seen.push({ text, box: visible });
    }
    if (clipped !== undefined) faults.push({ kind: 'clipped', ids: [text.id], text: text.text, detail: clipped });
    if (sideways !== undefined && !inDataTable(text.element)) {
      faults.push({ kind: 'sideways', ids: [text.id], text: text.text, detail: sideways });
    }
    const torn = tornNumber(text);
    if (torn !== undefined) faults.push({ kind: 'broken number', ids: [text.id], text: text.text, detail: torn });
  }
  return [...faults, ...overlaps(seen)];
}

interface Clipper {
  readonly name: string;
  readonly box: Box;
  readonly x: boolean;
  readonly y: boolean;
}

/** The boxes that cut this element's content off (hidden, clip) or make it scroll, by the rules of containing blocks. */
export function clippersOf(element: Element, window: Window): { hidden: Clipper[]; scrolling: Clipper[]; windows: Clipper[] } {
  const hidden: Clipper[] = [];
  const windows: Clipper[] = [];
  const scrolling: Clipper[] = [];
  let escapes: 'no' | 'static' | 'all' = 'no';
  const root = element.ownerDocument.documentElement;
  for (let at: Element | null = element; at !== null && at !== root; at = parentOf(at)) {
    const style = window.getComputedStyle(at);
    const contains = style.transform !== 'none' || style.filter !== 'none' || style.contain.includes('paint');
    if (contains || (escapes === 'static' && style.position !== 'static')) escapes = 'no';
    const ofViewport = at === element.ownerDocument.body && window.getComputedStyle(root).overflow === 'visible';
    if (escapes === 'no' && style.display !== 'inline' && style.display !== 'contents' && !ofViewport) {
      const rect = at.getBoundingClientRect();
      const left = rect.left + window.scrollX + at.clientLeft;
      const top = rect.top + window.scrollY + at.clientTop;
      const box = { left, top, right: left + at.clientWidth, bottom: top + at.clientHeight };
      const cuts = (value: string) => value === 'hidden' || value === 'clip';
      const scrolls = (value: string) => value === 'auto' || value === 'scroll';
      const name = at.localName + (at.id === '' ? '' : `#${at.id}`);
      if (cuts(style.overflowX) || cuts(style.overflowY)) {
        hidden.push({ name, box, x: cuts(style.overflowX), y: cuts(style.overflowY) });
      }
      if (scrolls(style.overflowX)) scrolling.push({ name, box, x: true, y: false });
      // What a box scrolls to is within reach: ancestors further out cut its window, not its content.
      if (scrolls(style.overflowX) || scrolls(style.overflowY)) {
        windows.push({ name, box, x: true, y: true });
        break;
      }
    }
    if (style.position === 'fixed') escapes = 'all';
    else if (style.position === 'absolute' && escapes === 'no') escapes = 'static';
  }
  return { hidden, scrolling, windows };
}

function clippedBy(box: Box, clips: readonly Clipper[]): string | undefined {
  const line = box.bottom - box.top;
  for (const { name, box: clip, x, y } of clips) {
    const down = y ? Math.max(clip.top - box.top, box.bottom - clip.bottom) : 0;
    const side = x ? Math.max(clip.left - box.left, box.right - clip.right) : 0;
    if (down > line * CLIP_LINE_PART) return `${Math.round(down)} px of ${Math.round(line)} px above or below ${name}`;
    if (side > CLIP_SIDE_PX) return `${Math.round(side)} px beside ${name}`;
  }
  return undefined;
}

/** Left of or above the page: no scrolling reaches it. */
function offPage(box: Box): string | undefined {
  if (box.left < -CLIP_SIDE_PX) return `${Math.round(-box.left)} px left of the page`;
  if (box.top < -(box.bottom - box.top) * CLIP_LINE_PART) return `${Math.round(-box.top)} px above the page`;
  return undefined;
}

/** What is left of a box inside all clippers; undefined when nothing is. */
export function visiblePart(box: Box, clips: readonly Clipper[]): Box | undefined {
  let { left, top, right, bottom } = box;
  for (const { box: clip, x, y } of clips) {
    if (x) [left, right] = [Math.max(left, clip.left), Math.min(right, clip.right)];
    if (y) [top, bottom] = [Math.max(top, clip.top), Math.min(bottom, clip.bottom)];
  }
  return right - left < 1 || bottom - top < 1 ? undefined : { left, top, right, bottom };
}

function beyond(box: Box, scrolling: readonly Clipper[], window: Window, document: Document): string | undefined {
  for (const { name, box: clip } of scrolling) {
    if (box.right > clip.right + SIDEWAYS_PX) return `${Math.round(box.right - clip.right)} px to the right in ${name}`;
  }
  const width = Math.min(window.innerWidth, document.documentElement.clientWidth || window.innerWidth);
  return scrolling.length === 0 && box.right > width + SIDEWAYS_PX ? `ends at ${Math.round(box.right)} px of ${width}` : undefined;
}

/** A table of data may be wider than the window: it has th or caption, or at least 3 × 3 cells of at most 20 characters. */
export function inDataTable(element: Element): boolean {
  const table = element.closest('table');
  if (table === null) return false;
  if ([...table.querySelectorAll('th, caption')].some((cell) => cell.closest('table') === table)) return true;
  const rows = [...(table as HTMLTableElement).rows];
  const short = rows.filter((row) => [...row.cells].filter((cell) => (cell.textContent ?? '').trim().length <= 20).length >= 3);
  return short.length >= 3;
}

/** A number (with its separators) drawn on two lines, in a table where the parts read as two numbers. */
function tornNumber(text: TextOnPage): string | undefined {
  if (text.carrier !== text.node || text.element.closest('td, th') === null) return undefined;
  for (const match of text.node.data.matchAll(/\d[\d,.]*\d/g)) {
    const range = text.node.ownerDocument.createRange();
    range.setStart(text.node, match.index);
    range.setEnd(text.node, match.index + match[0].length);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
    const first = rects[0];
    if (first !== undefined && rects.some((rect) => rect.top - first.top > first.height / 2)) return match[0].slice(0, 30);
  }
  return undefined;
}

/** Pairs of texts drawn over each other; fixed and sticky boxes are left out, they cover what scrolls beneath them by nature. */
function overlaps(seen: readonly { text: TextOnPage; box: Box }[]): Fault[] {
  const faults = new Map<string, Fault>();
  const rest = seen.filter(({ text }) => !text.floating).sort((a, b) => a.box.top - b.box.top);
  const open: { text: TextOnPage; box: Box }[] = [];
  for (const one of rest) {
    for (let index = open.length - 1; index >= 0; index -= 1) {
      const other = open[index];
      if (other === undefined) continue;
      if (other.box.bottom <= one.box.top) {
        open.splice(index, 1);
        continue;
      }
      if (other.text.id === one.text.id) continue;
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
