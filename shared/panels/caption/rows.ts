// Cuts a sentence into rows that fit, at commas where it can, and chooses the rows to show. Pure, by estimated widths; whether it fitted in
// truth the stand looks (stand.ts).
import type { CaptionText, Stretch } from '../../panel';

/** A character with its reading, or a run of letters or digits. */
export interface Cell extends Stretch {
  readonly text: string;
  readonly reading: string;
  /** In widths of a Han character. */
  readonly width: number;
}

export type Row = readonly Cell[];

/** Of a letter or digit. */
const NARROW = 0.58;
/** Of a letter of a reading, which is written smaller, and the gap beside it. */
const READING = 0.25;
const GAP = 0.12;
/** A row that ends at a comma is at least this part full. */
const LEAST_FULL = 0.45;
/** Rows are evened out in steps of so many characters. */
const STEP = 0.5;

const MARKS = /[，、；：。！？…,;!?]["”’）)》」』】]*$/;
const CLOSING = /^[，、；：。！？…,.;:!?"”’）)》〉」』】〕％%]/;
const OPENING = /[“‘（(《〈「『【〔]$/;
/** What stays in one piece: a word of letters, a number with its marks. */
const PIECE = /[\p{Script=Latin}\p{N}](?:[\p{Script=Latin}\p{N}]|[.,:/-](?=\p{N}))*[%‰℃]?|\s+|./gsu;

/** A run of letters that would fill a row is cut. */
const LONGEST_RUN = 12;

/** The text as cells, one for each character or Latin word, with its reading. */
export function cellsOf({ text, readings }: Pick<CaptionText, 'text' | 'readings'>): Cell[] {
  const cells: Cell[] = [];
  for (const { 0: whole, index } of text.matchAll(PIECE)) {
    for (let at = 0; at < whole.length; at += LONGEST_RUN) {
      const start = index + at;
      const part = whole.slice(at, at + LONGEST_RUN);
      const reading = readings[start] ?? '';
      const own = /^\s/.test(part) ? 0.3 : (part.codePointAt(0) ?? 0) < 0x2e80 ? part.length * NARROW : 1;
      const above = reading === '' ? 0 : [...reading.normalize('NFC')].length * READING + GAP;
      cells.push({ text: part, reading, start, end: start + part.length, width: Math.max(own, above) });
    }
  }
  return cells;
}

/** Whether a row may end after a cell. */
function canEnd(cells: readonly Cell[], at: number, words: readonly Stretch[]): boolean {
  const [cell, next] = [cells[at], cells[at + 1]];
  if (!cell || !next) return true;
  return !CLOSING.test(next.text) && !OPENING.test(cell.text) && !words.some(({ start, end }) => start < cell.end && cell.end < end);
}

function fill(cells: readonly Cell[], words: readonly Stretch[], columns: number): Row[] {
  const rows: Row[] = [];
  for (let from = 0; from < cells.length; ) {
    let width = 0;
    let mark = -1;
    let last = -1;
    let at = from;
    for (; at < cells.length; at += 1) {
      const cell = cells[at];
      if (!cell || (width + cell.width > columns && at > from)) break;
      width += cell.width;
      if (!canEnd(cells, at, words)) continue;
      last = at;
      if (MARKS.test(cell.text) && width >= columns * LEAST_FULL) mark = at;
    }
    const end = at >= cells.length ? cells.length : (mark >= 0 ? mark : last >= 0 ? last : at - 1) + 1;
    rows.push(cells.slice(from, end));
    from = end;
  }
  return rows;
}

/** @param columns how many Han characters fit into a row */
export function rowsOf(cells: readonly Cell[], words: readonly Stretch[], columns: number): Row[] {
  let best = fill(cells, words, columns);
  // As many rows, but none of one character alone.
  for (let narrower = columns - STEP; narrower >= columns * LEAST_FULL; narrower -= STEP) {
    const rows = fill(cells, words, narrower);
    if (rows.length > best.length) break;
    best = rows;
  }
  return best;
}

/**
 * The rows that are shown: those `most` together that hold the word; the first while no word is known.
 * @returns the rows, and whether more follow
 */
export function pageOf(rows: readonly Row[], most: number, word: Stretch | null): { readonly rows: readonly Row[]; readonly isCut: boolean } {
  const at = word ? rows.findIndex((row) => (row.at(-1)?.end ?? 0) > word.start) : 0;
  const first = Math.floor(Math.max(0, at < 0 ? rows.length - 1 : at) / most) * most;
  return { rows: rows.slice(first, first + most), isCut: first + most < rows.length };
}
