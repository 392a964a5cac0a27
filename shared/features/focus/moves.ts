// Tells that an element moved or changed its size for whatever reason (a picture above it came, an animation, a fold), without asking in
// every frame: its own box is watched as if it were the window. Not for scrolling, which is heard sooner.
import type { FeatureContext } from '../../feature';

/** A run of moves is watched anew when it has ended. */
const QUIET_MS = 120;
/** A crossing of any of these parts of the box is a move. */
const THRESHOLDS = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97, 1];

export interface Moves {
  /** Watches an element from where it is now; null ends it. */
  watch(element: Element | null): void;
}

export function createMoves(context: Pick<FeatureContext, 'observeIntersection' | 'later' | 'page'>, onMove: () => void): Moves {
  let observer: IntersectionObserver | null = null;
  let cancel: (() => void) | null = null;

  function observe(element: Element): void {
    observer?.disconnect();
    const view = context.page.document.defaultView;
    // Margins count from the outermost window, which a box in a frame cannot be compared with here.
    if (!view || element.ownerDocument !== context.page.document) return;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const margins = [top, view.innerWidth - right, view.innerHeight - bottom, left].map((margin) => `${-Math.floor(margin)}px`);
    let isFirst = true;
    observer = context.observeIntersection(
      ([entry]) => {
        const now = entry?.boundingClientRect;
        // The first report only says how things stand, unless they have changed already.
        const isStill = isFirst && now && now.left === left && now.top === top && now.right === right && now.bottom === bottom;
        isFirst = false;
        if (isStill) return;
        onMove();
        observe(element);
      },
      { rootMargin: margins.join(' '), threshold: THRESHOLDS },
    );
    observer.observe(element);
  }

  return {
    watch(element) {
      cancel?.();
      if (!element) observer?.disconnect();
      else cancel = context.later(() => observe(element), QUIET_MS);
    },
  };
}
