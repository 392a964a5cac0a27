// Keeps the reader's line in its place while readings above it come and go, where the browser does not do so by itself: Safari, and pages
// that forbid it. Not for the line at switching on and off (page/reading-place.ts), nor for boxes that scroll within the page.
import type { FeatureContext } from '../../feature';

/** Below this the eye sees no move. */
const STILL_PX = 0.5;

/** A function that runs a change of the layout and scrolls by what it moved the line at the top of the window. */
export function createSteady({ page, topLine: line }: Pick<FeatureContext, 'page' | 'topLine'>): (run: () => void) => void {
  const { document } = page;
  const view = document.defaultView as Window;

  function isAnchored(): boolean {
    const boxes = [document.documentElement, document.body].filter((box) => box !== null);
    return boxes.every((box) => view.getComputedStyle(box).getPropertyValue('overflow-anchor') === 'auto');
  }

  return (run) => {
    // At the very top nothing above can move what is seen.
    const at = view.scrollY === 0 || isAnchored() ? null : line.find(0);
    run();
    const now = at && line.now(at);
    if (at && now && Math.abs(now.top - at.top) > STILL_PX) view.scrollBy({ top: now.top - at.top, behavior: 'instant' });
  };
}
