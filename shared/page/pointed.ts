// Which sentence lies under a point of the window, and which ones an element holds. By the boxes of the text itself, so it is true for
// annotated text and in open shadow roots, where caret-from-point answers differ. Not for following the pointer.
import { TEXT_TAG } from '../dom/marker';
import { blocksIn, containerOf, isInSilence, renderedParent } from './blocks';
import type { Page, Root } from './page';
import { sentencesOf, type Sentence } from './sentences';
import { rangesOf } from './text-map';

type PointReader = Pick<Page, 'textOf' | 'pointAt'>;

/** How far beside a line's box a point may be, in CSS pixels: the gap between two lines belongs to one of them. */
const NEAR_PX = 6;
/** How many elements upwards a text may be laid out whose box does not hold its own overflow. */
const LEVELS_UP = 3;

/** The innermost element under a point, also inside open shadow roots. */
export function elementAt(root: Root, x: number, y: number): Element | null {
  // Old scripts send events that are nowhere.
  let found = Number.isFinite(x) ? root.elementFromPoint(x, y) : null;
  while (found?.shadowRoot) {
    const inner: Element | null = found.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

/** Distance of a point from a box in pixels; 0 inside. */
function distance(box: DOMRectReadOnly, x: number, y: number): number {
  return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
}

/** The visible boxes of a sentence, where its characters are now. */
export function boxesOf(page: PointReader, sentence: Sentence): DOMRect[] {
  return rangesOf(page, sentence.block, sentence.start, sentence.end).flatMap((range) => [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0));
}

/**
 * The sentence under a point.
 * @param root the document whose window the point is in
 * @param x CSS pixels of that window, like `clientX`
 * @returns null over empty space, pictures, controls and what is ours
 */
export function sentenceAt(page: PointReader, root: Document, x: number, y: number): Sentence | null {
  const element = elementAt(root, x, y);
  if (!element) return null;
  // An annotation of ours stands for the page's text beside it; anything else of ours is silent like any silent element.
  const wrapper = element.closest(TEXT_TAG);
  const start = wrapper ? renderedParent(wrapper) : element;
  if (!start || isInSilence(start)) return null;
  let container = containerOf(start);
  for (let level = 0; container && level < LEVELS_UP; level += 1) {
    const found = nearestIn(page, container, x, y);
    if (found) return found;
    // Text that overflows its block, or an inline box painted outside it.
    if (distance(container.getBoundingClientRect(), x, y) === 0) return null;
    const above = renderedParent(container);
    container = above ? containerOf(above) : null;
  }
  return null;
}

function nearestIn(page: PointReader, container: Element, x: number, y: number): Sentence | null {
  let nearest: Sentence | null = null;
  let least = NEAR_PX;
  for (const block of blocksIn(page, container, { shallow: true })) {
    const whole = rangesOf(page, block, 0, block.text.length);
    if (!whole.some((range) => distance(range.getBoundingClientRect(), x, y) <= NEAR_PX)) continue;
    for (const sentence of sentencesOf(block)) {
      for (const box of boxesOf(page, sentence)) {
        const away = distance(box, x, y);
        if (away === 0) return sentence;
        if (away < least) [nearest, least] = [sentence, away];
      }
    }
  }
  return nearest;
}
