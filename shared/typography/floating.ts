// Keeps fixed and sticky boxes usable that have grown: they must not take the window away from what is read.
// Reads and decides; relax.ts writes.
import { styleOf } from './style-of';
import { flatParent } from './carriers';
import type { Remedy } from './remedy-book';

/** A bar that takes more of the window's height than this goes with the page instead. */
const MOST = 0.25;
/** Less growth than this covers nothing that matters. */
const GROWN_PX = 6;
/** A box at least so wide, as a part of the window, is a bar; a narrower one stands beside the text. */
const BAR = 0.6;

/**
 * @param before heights of all such boxes before text grew
 * @param texts elements with text, in document order
 */
export function floatingRemedies(before: ReadonlyMap<Element, number>, texts: readonly Element[]): Remedy[] {
  const remedies: Remedy[] = [];
  const pushes = new Map<Element, number>();
  const pushesEnd = new Map<Element, number>();
  for (const [element, was] of before) {
    const view = element.ownerDocument.defaultView;
    const rect = element.getBoundingClientRect();
    if (!view || rect.width === 0 || rect.height <= was + GROWN_PX) continue;
    const style = styleOf(element);
    const big = rect.height > view.innerHeight * MOST;
    const bar = rect.width >= view.innerWidth * BAR;
    if (style.position === 'sticky') {
      if (big) remedies.push({ element, mark: 'static', value: '' });
    } else if (style.position === 'fixed' && bar && was <= view.innerHeight * MOST) {
      if (big) remedies.push({ element, mark: isFirst(element, texts) || rect.top > GROWN_PX ? 'static' : 'absolute', value: '' });
      // The page has left room for the bar as it was.
      else if (rect.bottom >= view.innerHeight - GROWN_PX && rect.top > GROWN_PX) pushesEnd.set(element.ownerDocument.body, rect.height - was);
      else if (rect.top <= GROWN_PX) pushes.set(element.ownerDocument.body, rect.height - was);
    } else if (style.position === 'fixed' && (rect.bottom > view.innerHeight + 1 || rect.top < -1)) {
      remedies.push({ element, mark: 'fit', value: String(Math.max(0, Math.round(rect.top))) });
    }
  }
  remedies.push(...inwardRemedies(before, texts));
  for (const [element, missing] of pushes) {
    remedies.push({ element, mark: 'push', value: String(Math.round((parseFloat(styleOf(element).paddingTop) || 0) + missing)) });
  }
  for (const [element, missing] of pushesEnd) {
    remedies.push({ element, mark: 'push-end', value: String(Math.round((parseFloat(styleOf(element).paddingBottom) || 0) + missing)) });
  }
  return remedies;
}

/** A box fixed at the window's right edge moves in as far as its text now reaches out: no scrolling brings that into view. */
function inwardRemedies(before: ReadonlyMap<Element, number>, texts: readonly Element[]): Remedy[] {
  const out = new Map<Element, number>();
  for (const text of texts) {
    const view = text.ownerDocument.defaultView;
    const rect = text.getBoundingClientRect();
    if (!view || rect.width === 0 || rect.right <= view.innerWidth) continue;
    for (let at: Element | null = text; at; at = flatParent(at)) {
      if (before.has(at) && styleOf(at).position === 'fixed') out.set(at, Math.max(out.get(at) ?? 0, rect.right - view.innerWidth));
    }
  }
  return [...out]
    .filter(([element, missing]) => element.getBoundingClientRect().left > missing && missing < element.getBoundingClientRect().width)
    .map(([element, missing]) => ({ element, mark: 'inward', value: String(Math.ceil(missing) - (parseFloat(styleOf(element).translate) || 0)) }));
}

/** Whether a page's text begins in this box: then it can stand in the flow where it is in the markup. */
function isFirst(element: Element, texts: readonly Element[]): boolean {
  const first = texts.find((text) => text.ownerDocument === element.ownerDocument && text.getClientRects().length > 0);
  return first !== undefined && element.contains(first);
}
