// Keeps what is read in view by scrolling, and yields to a reader who scrolls. Only when the sentence leaves the view. Not for painting.
import type { FeatureContext } from '../../feature';
import { renderedParent } from '../../page/blocks';
import type { speechDescriptor } from './descriptor';

export interface Follower {
  /** Brings a box into view, unless the reader has scrolled away from the place. */
  follow(rect: DOMRectReadOnly, node: Node): void;
  /** The reader asked to hear: from here on their own scrolling has no say until the next time. */
  attend(): void;
}

/** Where the first line comes to stand, as a part of the free height. */
const COMES_TO_PART = 0.25;
const SCROLL_KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ']);

interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** The part of the window that no bar covers: bars tell their height by `scroll-padding`. */
export function freeBand(view: Window): Band {
  const { scrollPaddingTop, scrollPaddingBottom } = view.getComputedStyle(view.document.documentElement);
  return { top: Number.parseFloat(scrollPaddingTop) || 0, bottom: view.innerHeight - (Number.parseFloat(scrollPaddingBottom) || 0) };
}

export function createFollower(context: FeatureContext<typeof speechDescriptor.settings>, view: Window): Follower {
  const { document } = context.page;
  let isAway = false;
  const goAway = () => {
    isAway = true;
  };
  const capture = { capture: true };
  context.listen(document, 'wheel', goAway, capture);
  context.listen(document, 'touchmove', goAway, capture);
  context.listen(document, 'keydown', (event) => {
    if (SCROLL_KEYS.has((event as KeyboardEvent).key)) goAway();
  }, capture);
  context.listen(document, 'pointerdown', (event) => {
    // The scroll bar of the window.
    if ((event as PointerEvent).clientX >= document.documentElement.clientWidth) goAway();
  }, capture);

  /** Scrolls boxes around the node that have scrolled it out of their own view. @returns how far the box moved up */
  function scrollInner(node: Node, rect: DOMRectReadOnly): number {
    let moved = 0;
    for (let at = renderedParent(node); at && at !== document.body && at !== document.documentElement; at = renderedParent(at)) {
      if (at.scrollHeight <= at.clientHeight + 1 || !/auto|scroll|overlay/.test(view.getComputedStyle(at).overflowY)) continue;
      const box = at.getBoundingClientRect();
      const top = rect.top - moved;
      if (top >= box.top && top + Math.min(rect.height, box.height) <= box.bottom + 1) continue;
      const before = at.scrollTop;
      at.scrollTop += top - box.top - box.height * COMES_TO_PART;
      moved += at.scrollTop - before;
    }
    return moved;
  }

  return {
    attend() {
      isAway = false;
    },
    follow(rect, node) {
      const band = freeBand(view);
      const height = band.bottom - band.top;
      const isIn = (top: number) => top >= band.top - 1 && top + Math.min(rect.height, height) <= band.bottom + 1;
      if (isAway && !isIn(rect.top)) return;
      isAway = false;
      const top = rect.top - scrollInner(node, rect);
      const across = rect.right < 0 || rect.left > view.innerWidth ? rect.left - view.innerWidth * COMES_TO_PART : 0;
      if (isIn(top) && across === 0) return;
      const isCalm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
      // A tall sentence begins at the top of the free band.
      const comesTo = band.top + Math.max(0, Math.min(height * COMES_TO_PART, height - rect.height));
      view.scrollBy({ top: isIn(top) ? 0 : top - comesTo, left: across, behavior: isCalm ? 'instant' : 'smooth' });
    },
  };
}
