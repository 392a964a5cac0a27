// Brings a place into the part of the window that no bar covers, by scrolling: the boxes around it, the windows of frames, the window itself.
// Not for deciding when (features/speech/follow.ts, features/cursor).
import { isOurs } from '../dom/marker';
import { renderedParent } from './blocks';
import { boxInTop } from './frame-point';

/** Where the first line comes to stand, as a part of the free height. */
const COMES_TO_PART = 0.25;
/** A bar of the page at the window's top is at least so wide and at most so high, as a part of the window. */
const BAR_WIDTH_PART = 0.5;
const BAR_HEIGHT_PART = 0.4;

export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** The part of the window that no bar covers: ours tell their height by `scroll-padding`, the page's own stand fixed or sticky at its top. */
export function freeBand(view: Window): Band {
  const { document } = view;
  const { scrollPaddingTop, scrollPaddingBottom } = view.getComputedStyle(document.documentElement);
  const bottom = view.innerHeight - (Number.parseFloat(scrollPaddingBottom) || 0);
  let top = Number.parseFloat(scrollPaddingTop) || 0;
  for (const part of [0.25, 0.5, 0.75]) {
    const bar = barAt(view, view.innerWidth * part, top + 1);
    if (bar) top = Math.max(top, Math.min(bar, bottom - 1));
  }
  return { top, bottom };
}

/** The lower edge of a bar that covers a point; 0 where the page itself is seen. */
function barAt(view: Window, x: number, y: number): number {
  let at: Element | null = typeof view.document.elementFromPoint === 'function' ? view.document.elementFromPoint(x, y) : null;
  for (; at; at = renderedParent(at)) {
    if (!/fixed|sticky/.test(view.getComputedStyle(at).position)) continue;
    const box = at.getBoundingClientRect();
    // Ours has told its height already, and one that is part of the flow still covers nothing.
    const isBar = box.width >= view.innerWidth * BAR_WIDTH_PART && box.height <= view.innerHeight * BAR_HEIGHT_PART && box.top <= y + 1 && !isOurs(at);
    return isBar ? box.bottom : 0;
  }
  return 0;
}

/** Scrolls boxes around a node that have scrolled it out of their own view. @returns how far the box moved up and left */
function scrollInner(node: Node, rect: DOMRectReadOnly, inner: Document, top: Document): number {
  const own = inner.defaultView;
  let moved = 0;
  for (let at = renderedParent(node); own && at && at !== inner.body && at !== inner.documentElement; at = renderedParent(at)) {
    if (at.scrollHeight <= at.clientHeight + 1 || !/auto|scroll|overlay/.test(own.getComputedStyle(at).overflowY)) continue;
    const box = boxInTop(at.getBoundingClientRect(), inner, top);
    if (!box) continue;
    const y = rect.top - moved;
    if (y >= box.top && y + Math.min(rect.height, box.height) <= box.bottom + 1) continue;
    moved += scrolledBy(at, y - box.top - Math.max(0, Math.min(box.height * COMES_TO_PART, box.height - rect.height)));
  }
  return moved;
}

function scrolledBy(element: Element, by: number): number {
  const before = element.scrollTop;
  element.scrollTop += by;
  return element.scrollTop - before;
}

/** In frames the frame's own window moves first, then what is around the frame. @returns how far the box moved up */
function scrollFrames(node: Node, rect: DOMRectReadOnly, document: Document): number {
  let moved = 0;
  let inner = node.ownerDocument ?? document;
  let at = node;
  for (;;) {
    const here = new DOMRectReadOnly(rect.left, rect.top - moved, rect.width, rect.height);
    moved += scrollInner(at, here, inner, document);
    const frame = inner === document ? null : inner.defaultView?.frameElement;
    if (!frame) return moved;
    const scroller = inner.scrollingElement;
    const box = boxInTop(new DOMRectReadOnly(0, 0, inner.documentElement.clientWidth, inner.defaultView?.innerHeight ?? 0), inner, document);
    const top = rect.top - moved;
    if (scroller && box && (top < box.top || top + Math.min(rect.height, box.height) > box.bottom + 1)) {
      moved += scrolledBy(scroller, top - box.top - Math.max(0, Math.min(box.height * COMES_TO_PART, box.height - rect.height)));
    }
    inner = frame.ownerDocument;
    at = frame;
  }
}

/**
 * Scrolls only as far as needed.
 * @param node in which it stands
 * @param rect its box in CSS pixels of the outermost page's viewport
 * @returns whether the window itself scrolls
 */
export function intoView(view: Window, node: Node, rect: DOMRectReadOnly, behavior: ScrollBehavior): boolean {
  const band = freeBand(view);
  const height = band.bottom - band.top;
  const top = rect.top - scrollFrames(node, rect, view.document);
  const isIn = top >= band.top - 1 && top + Math.min(rect.height, height) <= band.bottom + 1;
  const across = rect.right < 0 || rect.left > view.innerWidth ? rect.left - view.innerWidth * COMES_TO_PART : 0;
  if (isIn && across === 0) return false;
  // What is tall begins at the top of the free band.
  const comesTo = band.top + Math.max(0, Math.min(height * COMES_TO_PART, height - rect.height));
  view.scrollBy({ top: isIn ? 0 : top - comesTo, left: across, behavior });
  return true;
}
