// How large the page's body text is, as its author set it. Not for sizes of single elements.
import { MARK_PREFIX } from '../dom/marker';

const SAMPLE = 4000;
const DEFAULT_PX = 16;
/** Shorter runs are labels and menus, of which a page may have more than of text; they count where there is nothing else. */
const LEAST_RUN = 15;
const LABEL_WEIGHT = 1e-6;
/** The part of the running text that may be smaller: notes, captions. */
const SMALL_PART = 0.2;

/** @returns the size, in CSS px, than which little of the page's running text is smaller; 16 on a page without text */
export function bodySize(document: Document): number {
  const sizes: [size: number, weight: number][] = [];
  let small = 0;
  const walker = document.createTreeWalker(document.body ?? document, 4 /* SHOW_TEXT */);
  for (let n = 0, node = walker.nextNode(); node && n < SAMPLE; n += 1, node = walker.nextNode()) {
    const parent = node.parentElement;
    const length = (node as Text).data.trim().length;
    // Neither script nor style is drawn anywhere.
    if (!parent?.getClientRects().length) continue;
    // Where enlargement is on, or coming, it has written the author's own size down.
    const said = parent.getAttribute(`${MARK_PREFIX}size`)?.slice(1) ?? document.defaultView?.getComputedStyle(parent).fontSize;
    const size = Number.parseFloat(said ?? '');
    const weight = length * (length < LEAST_RUN || parent.closest('a,footer') ? LABEL_WEIGHT : 1);
    sizes.push([size, weight]);
    small += weight * SMALL_PART;
  }
  return sizes.sort(([a], [b]) => a - b).find(([, weight]) => (small -= weight) < 0)?.[0] || DEFAULT_PX;
}
