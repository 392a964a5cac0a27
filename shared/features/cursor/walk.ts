// Where each key leads from where the cursor stands: the places in question, the best first, so that whoever asks may pass over what cannot be
// seen. Pure, over the page's text; not for showing them.
import type { Sentence } from '../../page/sentences';
import { offsetIn } from '../../page/text-map';
import { createGrid } from '../../page/table-grid';
import type { Act } from './keys';
import type { Link, PageText } from './page-text';

/** What the cursor stands on. */
export interface Stop {
  /** The number of its block; of the block before it where it has no text. */
  readonly at: number;
  /** Its text; null for a link that shows a picture alone. */
  readonly sentence: Sentence | null;
  /** The link or button that it is. */
  readonly control: Element | null;
  /** The column in which the cursor goes up and down a table, kept past merged cells. */
  readonly column?: number;
}

export type Movement = Exclude<Act, 'press' | 'say-place'>;

const CONTROL = 'a[href], button, summary, [role="link"], [role="button"]';

/** A sentence as a place; one that is wholly a link or a button is that. */
export function stopAt(at: number, sentence: Sentence): Stop {
  const inside = sentence.block.segments.filter(({ start, length }) => start < sentence.end && start + length > sentence.start);
  const control = inside[0]?.text.parentElement?.closest(CONTROL) ?? null;
  return { at, sentence, control: control && inside.every(({ text }) => control.contains(text)) ? control : null };
}

/** A link as a place. */
export function linkStop(text: PageText, { element, at, start, end }: Link): Stop {
  const block = text.blocks[at];
  const sentence = block && Number.isFinite(start) ? { block, start, end, text: block.text.slice(start, end) } : null;
  return { at, sentence, control: element };
}

function* count(from: number, to: number, step: 1 | -1): Generator<number, void, undefined> {
  for (let at = from; step > 0 ? at <= to : at >= to; at += step) yield at;
}

/** The first sentences of blocks, or all of them from the last. */
function* sentencesOf(text: PageText, blocks: Iterable<number>, which: 'first' | 'last'): Generator<Stop, void, undefined> {
  for (const at of blocks) {
    const all = text.sentences(at);
    for (const sentence of which === 'first' ? all : [...all].reverse()) yield stopAt(at, sentence);
  }
}

/** One sentence a block: if it is not seen, the next block is asked. */
function* firsts(text: PageText, blocks: Iterable<number>): Generator<Stop, void, undefined> {
  for (const at of blocks) {
    const [first] = text.sentences(at);
    if (first) yield stopAt(at, first);
  }
}

const startOf = ({ sentence }: Stop) => sentence?.start ?? Infinity;

function* bySentence(text: PageText, from: Stop, step: 1 | -1): Generator<Stop, void, undefined> {
  const here = text.sentences(from.at);
  const rest = step > 0 ? here.filter(({ start }) => start > startOf(from)) : here.filter(({ start }) => start < startOf(from)).reverse();
  for (const sentence of rest) yield stopAt(from.at, sentence);
  yield* sentencesOf(text, count(from.at + step, step > 0 ? text.blocks.length - 1 : 0, step), step > 0 ? 'first' : 'last');
}

function* byParagraph(text: PageText, from: Stop, step: 1 | -1): Generator<Stop, void, undefined> {
  const cell = text.cellOf(from.at);
  if (cell) yield* byCell(text, from, cell, step);
  else yield* firsts(text, count(from.at + step, step > 0 ? text.blocks.length - 1 : 0, step));
}

/** Down and up in a column, and out of the table at its ends. A cell of several paragraphs is gone through. */
function* byCell(text: PageText, from: Stop, cell: HTMLTableCellElement, step: 1 | -1): Generator<Stop, void, undefined> {
  if (text.cellOf(from.at + step) === cell) yield* firsts(text, [from.at + step]);
  const table = cell.closest('table');
  const grid = table && createGrid(table);
  const place = grid?.placeOf(cell);
  if (!grid || !place) return;
  const column = from.column ?? place.column;
  let last: Element = cell;
  for (const row of count(place.row + step, step > 0 ? grid.rows - 1 : 0, step)) {
    const next = grid.at(row, column)?.cell;
    if (!next || next === last) continue;
    last = next;
    for (const stop of firsts(text, [text.inCell(next)])) yield { ...stop, column };
  }
  const edge = edgeOf(text, from.at, table, step);
  yield* firsts(text, count(edge, step > 0 ? text.blocks.length - 1 : 0, step));
}

/** The first block beyond a table. */
function edgeOf(text: PageText, from: number, table: Element, step: 1 | -1): number {
  let at = from;
  while (text.blocks[at] && table.contains(text.blocks[at]?.element ?? null)) at += step;
  return at;
}

function* byHeading(text: PageText, from: Stop, step: 1 | -1): Generator<Stop, void, undefined> {
  const own = text.headingOf(from.at);
  for (const at of count(from.at + step, step > 0 ? text.blocks.length - 1 : 0, step)) {
    const heading = text.headingOf(at);
    const isFirst = heading !== null && heading !== own && text.headingOf(at - 1) !== heading;
    if (isFirst) yield* firsts(text, [at]);
  }
}

function* byLink(text: PageText, from: Stop, step: 1 | -1): Generator<Stop, void, undefined> {
  const { links } = text;
  const known = from.control ? links.findIndex(({ element }) => element === from.control) : -1;
  const isAfter = ({ at, start }: Link) => at > from.at || (at === from.at && start >= startOf(from));
  const next = links.findIndex(isAfter);
  const first = known >= 0 ? known + step : step > 0 ? (next < 0 ? links.length : next) : (next < 0 ? links.length : next) - 1;
  for (const index of count(first, step > 0 ? links.length - 1 : 0, step)) {
    const link = links[index];
    if (link) yield linkStop(text, link);
  }
}

function* byTable(text: PageText, from: Stop, step: 1 | -1): Generator<Stop, void, undefined> {
  const tableAt = (at: number) => text.cellOf(at)?.closest('table') ?? null;
  const own = tableAt(from.at);
  for (const at of count(from.at + step, step > 0 ? text.blocks.length - 1 : 0, step)) {
    const table = tableAt(at);
    if (table && table !== own && tableAt(at - 1) !== table) yield* firsts(text, [at]);
  }
}

/**
 * The places that a key may lead to, the best first.
 * @param article the first and the last block of the article; null where there is none
 */
export function placesFor(text: PageText, from: Stop, act: Movement, article: readonly [number, number] | null): Generator<Stop, void, undefined> {
  const last = text.blocks.length - 1;
  const [begin, end] = article ?? [0, last];
  switch (act) {
    case 'next-sentence': return bySentence(text, from, 1);
    case 'previous-sentence': return bySentence(text, from, -1);
    case 'next-paragraph': return byParagraph(text, from, 1);
    case 'previous-paragraph': return byParagraph(text, from, -1);
    case 'next-heading': return byHeading(text, from, 1);
    case 'previous-heading': return byHeading(text, from, -1);
    case 'next-link': return byLink(text, from, 1);
    case 'previous-link': return byLink(text, from, -1);
    case 'next-table': return byTable(text, from, 1);
    case 'previous-table': return byTable(text, from, -1);
    case 'begin': return firsts(text, count(begin, last, 1));
    case 'end': return sentencesOf(text, count(end, 0, -1), 'last');
  }
}

/**
 * Finds a place again in the page's text as it is now; where it is gone, the nearest after it that is left, else the nearest before.
 * @param isSeen of those in its stead
 */
export function placeAgain(before: PageText, stop: Stop, text: PageText, isSeen: (stop: Stop) => boolean): Stop | null {
  const { at, sentence, control } = stop;
  const isPart = sentence === null || !before.sentences(at).includes(sentence);
  const link = isPart && control?.isConnected ? text.links.find(({ element }) => element === control) : undefined;
  if (link) return linkStop(text, link);
  const segment = sentence?.block.segments.find(({ start, length }) => start + length > sentence.start);
  if (sentence && segment) {
    const found = text.indexOf(segment.text, segment.from + Math.max(0, sentence.start - segment.start));
    const block = text.blocks[found];
    if (block) {
      const offset = offsetIn(block, segment.text, segment.from + Math.max(0, sentence.start - segment.start)) ?? 0;
      const all = text.sentences(found);
      const now = all.findLast(({ start }) => start <= offset) ?? all[0];
      if (now) return { ...stopAt(found, now), ...(stop.column === undefined ? {} : { column: stop.column }) };
    }
  }
  const left = (index: number) => before.blocks[index]?.segments.map(({ text: node }) => text.indexOf(node, 0)).find((one) => one >= 0) ?? -1;
  for (const index of [...count(at + 1, before.blocks.length - 1, 1), ...count(at - 1, 0, -1)]) {
    const [first] = firsts(text, [left(index)]);
    if (first && isSeen(first)) return first;
  }
  return null;
}
