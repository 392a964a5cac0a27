// The sentence and the word under the pointer. What was measured is kept while the pointer stays in one block, so that a move costs one
// reading of a box and some arithmetic. By the boxes of the text itself: true for annotated text and in shadow roots.
import { TEXT_TAG } from '../dom/marker';
import { blocksIn, containerOf, isInSilence, renderedParent } from './blocks';
import type { Page } from './page';
import { boxesOf } from './pointed';
import type { Sentence, Span } from './sentences';
import { sentencesOf } from './sentences';
import { isCurrent, rangesOf, type Block } from './text-map';

export interface Under {
  readonly sentence: Sentence;
  /** The word nearest to the point, in the sentence's text. */
  readonly word: Span | null;
  /** All its words. */
  readonly words: readonly Span[];
}

interface Measured {
  readonly block: Block;
  readonly box: DOMRectReadOnly;
  /** Measured when the pointer first comes near. */
  sentences: { readonly sentence: Sentence; readonly boxes: readonly DOMRectReadOnly[]; words: readonly Word[] | null }[] | null;
}
interface Word {
  readonly span: Span;
  /** More than one where it runs over the end of a line. */
  readonly boxes: readonly DOMRectReadOnly[];
}

/** How far beside a line a point may be: the gap to the next one, the reading above it. */
const NEAR_PX = 14;

function distance(box: DOMRectReadOnly, x: number, y: number): number {
  return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
}

function nearest<T>(all: readonly T[], away: (one: T) => number, most: number): T | null {
  let found: T | null = null;
  let least = most;
  for (const one of all) {
    const here = away(one);
    if (here <= least && (here < least || !found)) [found, least] = [one, here];
  }
  return found;
}

let segmenter: Intl.Segmenter | null = null;

/** The words of a text; without a segmenter each Han character is one. */
export function wordsIn(text: string): Span[] {
  if (typeof Intl.Segmenter !== 'function') return [...text.matchAll(/\p{Script=Han}|[\p{L}\p{N}]+/gu)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  // Not by isWordLike: in Firefox 153 the last word before a mark is said to be none.
  return [...segmenter.segment(text)].filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment)).map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

export function createUnder(page: Page): (target: Element, x: number, y: number) => Under | null {
  let target: Element | null = null;
  let container: Element | null = null;
  let frame: readonly number[] = [];
  let blocks: readonly Measured[] = [];

  /** Where the container lies and how far it is scrolled: what moves with it keeps its measures. */
  function frameOf(element: Element): number[] {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left - element.scrollLeft, top - element.scrollTop, width, height];
  }

  function measure(element: Element): void {
    frame = frameOf(element);
    blocks = [...blocksIn(page, element, { shallow: true })].map((block) => {
      const boxes = rangesOf(page, block, 0, block.text.length).map((range) => range.getBoundingClientRect());
      const left = Math.min(...boxes.map((box) => box.left));
      const top = Math.min(...boxes.map((box) => box.top));
      const box = new DOMRectReadOnly(left, top, Math.max(...boxes.map(({ right }) => right)) - left, Math.max(...boxes.map(({ bottom }) => bottom)) - top);
      return { block, box, sentences: null };
    });
  }

  function enter(next: Element): void {
    target = next;
    // An annotation of ours stands for the page's text beside it.
    const wrapper = next.closest(TEXT_TAG);
    const start = wrapper ? renderedParent(wrapper) : next;
    const found = start && !isInSilence(start) ? containerOf(start) : null;
    if (found === container) return;
    container = found;
    blocks = [];
    frame = [];
  }

  function find(x: number, y: number): Under | null {
    if (!container) return null;
    const now = frameOf(container);
    if (now[2] !== frame[2] || now[3] !== frame[3]) measure(container);
    const [dx, dy] = [(frame[0] ?? 0) - (now[0] ?? 0), (frame[1] ?? 0) - (now[1] ?? 0)];
    const [left, top] = [x + dx, y + dy];
    const near = nearest(blocks, ({ box }) => distance(box, left, top), NEAR_PX);
    if (!near) return null;
    near.sentences ??= sentencesOf(near.block).map((sentence) => ({ sentence, boxes: boxesOf(page, sentence).map((box) => shifted(box, dx, dy)), words: null }));
    const found = nearest(near.sentences, ({ boxes }) => Math.min(...boxes.map((box) => distance(box, left, top))), NEAR_PX);
    if (!found) return null;
    found.words ??= wordsOf(found.sentence).map(({ span, boxes }) => ({ span, boxes: boxes.map((box) => shifted(box, dx, dy)) }));
    const word = nearest(found.words, ({ boxes }) => Math.min(...boxes.map((box) => distance(box, left, top))), NEAR_PX);
    return { sentence: found.sentence, words: found.words.map(({ span }) => span), word: word?.span ?? null };
  }

  /** Boxes measured later are kept as if measured with the first ones. */
  function shifted(box: DOMRectReadOnly, dx: number, dy: number): DOMRectReadOnly {
    return dx === 0 && dy === 0 ? box : new DOMRectReadOnly(box.x + dx, box.y + dy, box.width, box.height);
  }

  function wordsOf(sentence: Sentence): Word[] {
    return wordsIn(sentence.text).map((span) => {
      const ranges = rangesOf(page, sentence.block, sentence.start + span.start, sentence.start + span.end);
      return { span, boxes: ranges.flatMap((range) => [...range.getClientRects()]) };
    });
  }

  return (next, x, y) => {
    if (next !== target) enter(next);
    const found = find(x, y);
    if (!found || isCurrent(page, found.sentence.block)) return found;
    // The page wrote something else there.
    frame = [];
    return find(x, y);
  };
}
