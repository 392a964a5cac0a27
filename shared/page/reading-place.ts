// Keeps the line that the reader is at where it is on the screen while we change the page's layout, and brings the page back to
// the very scroll position it had if the reader never scrolled. Not for following speech or cursor.
import type { Page } from './page';

/** A character of the page's own text, and where on the screen it stood. */
interface Anchor {
  readonly text: Text;
  readonly offset: number;
  readonly top: number;
}

export interface ReadingPlace {
  /** Notes the line at the top of the window; call before a change of layout. The returned function puts it back. */
  hold(): () => void;
  /** Notes the place for the end; call before everything is undone, and the returned function after. */
  end(): () => void;
}

/** Below this the eye sees no move. */
const STILL_PX = 2;
const PROBE_STEP_PX = 14;
const PROBE_COLUMNS = [0.3, 0.5, 0.2, 0.7, 0.1];
/** How far down a line may be and still count as the one at the top. */
const PROBE_DEPTH = 0.8;

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
  let anchor = find();

  document.addEventListener(
    'scroll',
    () => {
      const moved = view.scrollY - lastY;
      lastY = view.scrollY;
      if (scrolledByReader || Math.abs(moved) <= STILL_PX) return;
      const top = anchor && topOfAnchor(anchor);
      // A scroll that moved the text is the reader's; one that kept it in place is the browser's own anchoring.
      if (top === null || !anchor || Math.abs(top - anchor.top) > STILL_PX) scrolledByReader = true;
    },
    { passive: true, signal },
  );

  function find(): Anchor | null {
    const top = topOf();
    const height = view.innerHeight;
    for (let y = top + 4; y < top + (height - top) * PROBE_DEPTH; y += PROBE_STEP_PX) {
      for (const part of PROBE_COLUMNS) {
        const found = textAt(view.innerWidth * part, y);
        if (!found) continue;
        const source = page.sourceOf(found.node, found.offset);
        const rect = source && rectOf(source.text, source.offset);
        // A caret probe takes the nearest line, which may lie far from the point.
        if (source && rect && Math.abs(rect.top + rect.height / 2 - y) < rect.height + PROBE_STEP_PX) {
          return { ...source, top: rect.top };
        }
      }
    }
    return null;
  }

  function textAt(x: number, y: number): { node: Node; offset: number } | null {
    if (document.caretPositionFromPoint) {
      const caret = document.caretPositionFromPoint(x, y);
      return caret && caret.offsetNode.nodeType === 3 ? { node: caret.offsetNode, offset: caret.offset } : null;
    }
    const range = document.caretRangeFromPoint(x, y);
    return range && range.startContainer.nodeType === 3 ? { node: range.startContainer, offset: range.startOffset } : null;
  }

  function rectOf(text: Text, offset: number): DOMRect | null {
    if (!text.isConnected) return null;
    const length = page.textOf(text).length;
    if (length === 0) return null;
    const point = page.pointAt(text, Math.min(offset, length - 1));
    if (point.node.length === 0) return null;
    const range = document.createRange();
    const start = Math.min(point.offset, point.node.length - 1);
    range.setStart(point.node, start);
    range.setEnd(point.node, start + 1);
    const rect = range.getClientRects()[0];
    return rect ?? null;
  }

  function topOfAnchor(one: Anchor): number | null {
    return rectOf(one.text, one.offset)?.top ?? null;
  }

  function scrollBy(pixels: number): void {
    if (Math.abs(pixels) <= 0.5) return;
    // 'instant' also where the site asks for smooth scrolling.
    view.scrollBy({ top: pixels, behavior: 'instant' });
  }

  function putBack(one: Anchor | null): void {
    const top = one && topOfAnchor(one);
    if (one && top !== null) scrollBy(top - one.top);
  }

  return {
    hold() {
      const atTop = view.scrollY === 0;
      anchor = find();
      const held = anchor;
      return () => {
        // At the very top the page's head stays in view, rather than one line in place.
        if (!atTop) putBack(held);
        lastY = view.scrollY;
        anchor = find();
      };
    },
    end() {
      const held = scrolledByReader ? find() : null;
      const [x, y] = [view.scrollX, view.scrollY];
      return () => {
        if (!scrolledByReader) view.scrollTo({ left: startX, top: startY, behavior: 'instant' });
        else if (held) putBack(held);
        else view.scrollTo({ left: x, top: y, behavior: 'instant' });
      };
    },
  };
}
