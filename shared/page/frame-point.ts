// Where a pointer event of a same-origin frame is in the outermost page, and whether the pointer went where we hear nothing.
// Not for text or elements in frames. A frame's own transform is not followed: its box is taken as it lies on the screen.
import { isElement } from '../dom/marker';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * @param event a pointer event of `top` or of a same-origin frame in it
 * @param top the outermost document that we serve
 * @returns CSS pixels of `top`'s viewport; null when the event's document is not (or no longer) in `top`
 */
export function pointInTop(event: PointerEvent, top: Document): Point | null {
  let { clientX: x, clientY: y } = event;
  let at: Document | null = event.view?.document ?? top;
  while (at && at !== top) {
    const frame: Element | null = at.defaultView?.frameElement ?? null;
    if (!frame) return null;
    const box = frame.getBoundingClientRect();
    x += box.left + frame.clientLeft;
    y += box.top + frame.clientTop;
    at = frame.ownerDocument;
  }
  return at ? { x, y } : null;
}

/** Elements whose inside sends its pointer events elsewhere. */
const ELSEWHERE = 'iframe, frame, object, embed';

/**
 * Whether this event tells that the pointer is no more where we hear it: out of the window, or over a frame.
 * @param event a `pointerover` or `pointerout`
 */
export function pointerLeaves(event: PointerEvent): boolean {
  if (event.type === 'pointerout') return event.relatedTarget === null;
  return isElement(event.target) && event.target.matches(ELSEWHERE);
}

