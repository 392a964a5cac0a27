// Keeps the line that the reader is at where it is on the screen while we change the page's layout, and brings the page back to
// the very scroll position it had if the reader never scrolled. Not for following speech or cursor.
import type { Page } from './page';
import type { Anchor } from './top-line';
import { createTopLine } from './top-line';

export interface ReadingPlace {
  /** Notes the line at the top of the window; call before a change of layout. Noted at first when the place is made. */
  hold(): void;
  /** Puts the noted line back where it was on the screen. */
  release(): void;
  /** Runs a scroll of ours, which is not the reader's: the line is noted where it comes to stand. */
  move(run: () => void): void;
  /** Notes the place for the end; call before everything is undone, and the returned function after. */
  end(): () => void;
}

/** Below this the eye sees no move. */
const STILL_PX = 2;
/** Firefox moves a page by up to 22 px when what it was scrolled by has just gone; a reader's scroll from the very top is longer. */
const NUDGE_PX = 32;

/**
 * @param topOf where the page becomes visible: the lower edge of our bar, in CSS px from the window's top
 */
export function createReadingPlace(page: Page, topOf: () => number, signal: AbortSignal): ReadingPlace {
  const { document } = page;
  const view = document.defaultView as Window & typeof globalThis;
  const startX = view.scrollX;
  const startY = view.scrollY;
  let scrolledByReader = false;
  let lastY = startY;
  const line = createTopLine(page);
  // At the very top no line is to be kept, and nothing but the reader can scroll away from there: looking for one would cost for nothing.
  const find = () => (view.scrollY === 0 ? null : line.find(topOf()));
  let anchor = find();
  let held = anchor;
  let wasAtTop = startY === 0;

  document.addEventListener(
    'scroll',
    () => {
      const moved = view.scrollY - lastY;
      // Not noted as the last: slow steps add up.
      if (!anchor && Math.abs(moved) <= NUDGE_PX) return;
      lastY = view.scrollY;
      if (scrolledByReader || Math.abs(moved) <= STILL_PX) return;
      const now = anchor && line.now(anchor);
      // A scroll that moved the text is the reader's; one that kept it in place is the browser's own anchoring.
      if (!now || !anchor || Math.abs(now.top - anchor.top) > STILL_PX) scrolledByReader = true;
    },
    { passive: true, signal },
  );

  function scrollBy(pixels: number): void {
    if (Math.abs(pixels) <= 0.5) return;
    // 'instant' also where the site asks for smooth scrolling.
    view.scrollBy({ top: pixels, behavior: 'instant' });
  }

  function putBack(one: Anchor | null): void {
    const now = one && line.now(one);
    // A line that was partly out of the window is so by the same part of its new height.
    if (one && now) scrollBy(now.top - (one.top < 0 ? (one.top * now.height) / one.height : one.top));
  }

  return {
    hold() {
      wasAtTop = view.scrollY === 0;
      held = anchor = find();
    },
    release() {
      // At the very top the page's head stays in view, rather than one line in place.
      if (!wasAtTop) putBack(held);
      lastY = view.scrollY;
      held = anchor = find();
    },
    move(run) {
      run();
      lastY = view.scrollY;
      held = anchor = find();
    },
    end() {
      const last = scrolledByReader ? find() : null;
      const [x, y] = [view.scrollX, view.scrollY];
      return () => {
        if (!scrolledByReader) view.scrollTo({ left: startX, top: startY, behavior: 'instant' });
        else if (last) putBack(last);
        else view.scrollTo({ left: x, top: y, behavior: 'instant' });
      };
    },
  };
}
