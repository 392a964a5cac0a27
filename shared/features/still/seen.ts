// How much of an element can be seen where it is: its place within what cuts it off, and its opacity. Reads only.
import { up } from '../../dom/marker';
const CLIPS = /hidden|clip|auto|scroll/;
/** How much the distance from the beginning counts against a place where as much is seen. */
const START_WEIGHT = 0.1;
/** How far up something is looked for that cuts it off. */
const MOST_STEPS = 6;
/** So many times as wide as its box is a strip. */
const LONG = 1.5;

/** The nearest element around it that cuts it off; null: only the page itself. */
export function clipOf(element: Element): Element | null {
  const view = element.ownerDocument.defaultView;
  let steps = 0;
  for (let at = up(element); view && at && at.localName !== 'body' && steps < MOST_STEPS; at = up(at), steps += 1) {
    const { overflowX, overflowY } = view.getComputedStyle(at);
    if (CLIPS.test(overflowX) || CLIPS.test(overflowY)) return at;
  }
  return null;
}

/** A long strip is seen wherever it is: how far it has run tells its first part. */
export function headOf(element: Element, clip: Element | null): Element {
  const width = clip?.getBoundingClientRect().width ?? Number.POSITIVE_INFINITY;
  let head = element;
  while (head.getBoundingClientRect().width > width * LONG && head.firstElementChild) head = head.firstElementChild;
  return head;
}

/**
 * From 0, nothing can be seen, to 1, all of it or as much as its box holds, read from the beginning.
 * @param clip what cuts it off, see `clipOf`
 */
export function partSeen(element: Element, clip: Element | null): number {
  const view = element.ownerDocument.defaultView;
  if (!view) return 0;
  const style = view.getComputedStyle(element);
  const box = element.getBoundingClientRect();
  if (style.visibility !== 'visible' || style.display === 'none' || box.width < 1 || box.height < 1) return 0;
  const page = { left: 0, right: view.document.documentElement.clientWidth, top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };
  const inside = clip?.getBoundingClientRect() ?? page;
  const width = Math.min(box.right, inside.right) - Math.max(box.left, inside.left);
  const height = Math.min(box.bottom, inside.bottom) - Math.max(box.top, inside.top);
  if (width <= 0 || height <= 0) return 0;
  const most = Math.min(box.width, inside.right - inside.left) * Math.min(box.height, inside.bottom - inside.top);
  const late = clip ? Math.min(1, (Math.abs(box.left - inside.left) / (inside.right - inside.left) + Math.abs(box.top - inside.top) / (inside.bottom - inside.top)) / 2) : 0;
  return ((width * height) / most) * Number(style.opacity) * (1 - START_WEIGHT * late);
}
