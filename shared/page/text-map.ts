// The text of one block and where each piece of it stands in the page's text nodes. Pure, and true whether annotated or not:
// it knows the page's own nodes only, and asks the page where their text is now. Not for finding blocks (blocks.ts).
import type { Page } from './page';

/** A stretch of block text that stands unchanged in one text node of the page. */
export interface Segment {
  /** The page's own node; its data may be empty while annotated: read it with `page.textOf`. */
  readonly text: Text;
  /** Where the stretch begins in `page.textOf(text)`, in UTF-16 units. */
  readonly from: number;
  /** Where it begins in the block's text. */
  readonly start: number;
  readonly length: number;
}

/** What is read as a unit: the text between two block edges. A position is (block, offset), never a live Range. */
export interface Block {
  /** The nearest element that is laid out as a block. Several blocks may share it: text before, between and after inner blocks. */
  readonly element: Element;
  /** White space collapsed as the page shows it; a line break of the page is `\n`, which stands in no segment. */
  readonly text: string;
  readonly segments: readonly Segment[];
}

/** What a block is built from: text as the page wrote it, or a line break. */
export type Piece = { readonly text: Text; readonly data: string; readonly keepsBreaks: boolean } | 'break';

const RUNS = /[ \t\n\r\f]+|[^ \t\n\r\f]+/g;

/**
 * Joins pieces into a block.
 * @returns null when there is nothing but white space
 */
export function buildBlock(element: Element, pieces: readonly Piece[]): Block | null {
  let text = '';
  const segments: { text: Text; from: number; start: number; length: number }[] = [];
  const append = (node: Text, from: number, shown: string) => {
    const last = segments.at(-1);
    if (last?.text === node && last.from + last.length === from && last.start + last.length === text.length) last.length += shown.length;
    else segments.push({ text: node, from, start: text.length, length: shown.length });
    text += shown;
  };
  for (const piece of pieces) {
    if (piece === 'break') {
      if (text !== '') text += '\n';
      continue;
    }
    for (const run of piece.data.matchAll(RUNS)) {
      const isSpace = run[0].trim() === '' && /^[ \t\n\r\f]/.test(run[0]);
      if (!isSpace) append(piece.text, run.index, run[0]);
      else if (piece.keepsBreaks && run[0].includes('\n')) {
        if (text !== '') append(piece.text, run.index + run[0].indexOf('\n'), '\n');
      } else if (text !== '' && !text.endsWith(' ') && !text.endsWith('\n')) {
        // Only a plain space maps one to one; a tab or line end is shown as a space, of the same length.
        append(piece.text, run.index, ' ');
      }
    }
  }
  return text.trim() === '' ? null : { element, text, segments };
}

/** The segment that holds the character at an offset; -1 for a line break or an offset outside. Binary search. */
function segmentAt(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const segment = segments[middle];
    if (!segment || segment.start > offset) high = middle - 1;
    else if (segment.start + segment.length <= offset) low = middle + 1;
    else return middle;
  }
  return -1;
}

/**
 * Where a point of the page's text stands in a block.
 * @param offset in `page.textOf(text)`; one in collapsed white space counts as the next character of the block
 * @returns the offset in `block.text`, or null when the block does not hold that text
 */
export function offsetIn(block: Block, text: Text, offset: number): number | null {
  let last: number | null = null;
  for (const segment of block.segments) {
    if (segment.text !== text) continue;
    if (offset < segment.from) return segment.start;
    last = segment.start + Math.min(offset - segment.from, segment.length);
    if (offset < segment.from + segment.length) return last;
  }
  return last;
}

/** Whether the page still says what it said when the block was read. */
export function isCurrent(page: Pick<Page, 'textOf'>, block: Block): boolean {
  return block.segments.every(
    ({ text, from, start, length }) =>
      text.isConnected && shownAs(page.textOf(text).slice(from, from + length)) === shownAs(block.text.slice(start, start + length)),
  );
}
const shownAs = (data: string) => data.replace(/[ \t\n\r\f]/g, ' ');

/**
 * The DOM ranges of a stretch of block text, where its characters are at this moment.
 * @returns in reading order, more than one where the stretch crosses shadow roots; empty when the text is gone
 */
export function rangesOf(page: Pick<Page, 'pointAt' | 'textOf'>, block: Block, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  let range: Range | null = null;
  let root: Node | null = null;
  for (let at = firstFrom(block.segments, start); at < block.segments.length; at += 1) {
    const segment = block.segments[at];
    if (!segment || segment.start >= end) break;
    const from = segment.from + Math.max(0, start - segment.start);
    const to = segment.from + Math.min(segment.length, end - segment.start);
    if (to <= from || !segment.text.isConnected || page.textOf(segment.text).length < to) continue;
    const head = page.pointAt(segment.text, from);
    // From the last character, so that an end between two annotated characters does not slip into the next one.
    const tail = page.pointAt(segment.text, to - 1);
    const here = head.node.getRootNode();
    if (!range || here !== root) {
      range = segment.text.ownerDocument.createRange();
      root = here;
      range.setStart(head.node, Math.min(head.offset, head.node.data.length));
      ranges.push(range);
    }
    range.setEnd(tail.node, Math.min(tail.offset + 1, tail.node.data.length));
  }
  return ranges;
}

/** The first of `rangesOf`: enough for text in one tree. */
export function rangeOf(page: Pick<Page, 'pointAt' | 'textOf'>, block: Block, start: number, end: number): Range | null {
  return rangesOf(page, block, start, end)[0] ?? null;
}

function firstFrom(segments: readonly Segment[], offset: number): number {
  const exact = segmentAt(segments, offset);
  if (exact >= 0) return exact;
  const next = segments.findIndex((segment) => segment.start >= offset);
  return next < 0 ? segments.length : next;
}
