// What lies where in the window: the order in which sentences are annotated, and which blocks are far. Reads the layout only.
import type { Page } from '../../page/page';
import type { Block } from './blocks';
import type { Sentence } from './sentences';

/** From here on only those sentences of a block count that are near themselves. */
const BIG_BLOCK_CHARACTERS = 2000;
/** What is hidden has no place; so many neighbours are asked instead. */
const NEIGHBOURS = 8;
const ABOVE_PENALTY = 2;

export interface View {
  readonly height: number;
  /** Where the reader is, from the top of the window. */
  readonly readingY: number;
}

/** Screens between a box and the reading place; boxes in the window first, then those below, then those above. */
export function rankOf({ top, bottom }: { readonly top: number; readonly bottom: number }, { height, readingY }: View): number {
  const isInView = bottom > 0 && top < height;
  if (isInView) return Math.abs(Math.max(top, Math.min(readingY, bottom)) - readingY) / height;
  return top >= height ? 1 + (top - height) / height : ABOVE_PENALTY - bottom / height;
}

/** How many windows away a block is. */
export function distanceOf(block: Block, { height }: View): number {
  const { top, bottom } = block.target.getBoundingClientRect();
  if (bottom < 0) return -bottom / height;
  return top > height ? (top - height) / height : 0;
}

/** The sentences of a near block that are near: all of them, unless the block is bigger than some screens. */
export function nearSentences(page: Page, sentences: readonly Sentence[], view: View): readonly Sentence[] {
  if (sentences.reduce((sum, { text }) => sum + text.length, 0) <= BIG_BLOCK_CHARACTERS) return sentences;
  const first = bisect(sentences, (sentence) => (boxOf(page, sentence)?.bottom ?? null), -view.height);
  const last = bisect(sentences, (sentence) => (boxOf(page, sentence)?.top ?? null), view.height * 2);
  return sentences.slice(Math.max(0, first - 1), last + 1);
}

/** The first index at which the place is beyond a line; places grow with the index, but for what is hidden. */
function bisect(sentences: readonly Sentence[], placeOf: (sentence: Sentence) => number | null, line: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    let place: number | null = null;
    for (let at = middle; at < Math.min(high, middle + NEIGHBOURS) && place === null; at += 1) place = placeOf(sentences[at] as Sentence);
    if (place === null || place >= line) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where the first drawn piece of a sentence is; null where none is. */
function boxOf(page: Page, sentence: Sentence): DOMRect | null {
  return rangeOf(page, sentence, (range) => range.getBoundingClientRect());
}

function rangeOf(page: Pick<Page, 'pointAt'>, sentence: Sentence, measure: (range: Range) => DOMRect | null): DOMRect | null {
  for (const part of sentence.parts) {
    if (!part.text.isConnected) continue;
    const start = page.pointAt(part.text, part.from);
    const end = page.pointAt(part.text, part.to);
    const range = part.text.ownerDocument.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    const box = measure(range);
    if (box && box.height > 0 && box.width > 0) return box;
  }
  return null;
}
