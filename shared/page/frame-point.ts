// Where a point of a same-origin frame is in the outermost page. Not for text or elements in frames.
// A frame that is scaled is followed; one that is turned is taken as its box lies on the screen.

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From coordinates of a frame's viewport to those of the outermost one. */
export interface FrameMap extends Point {
  /** How many CSS pixels of the outermost page one of the frame is. */
  readonly scale: number;
}

/**
 * @param inner the document of the frame, or `top` itself
 * @param top the outermost document that we serve
 * @returns null when `inner` is not (or no longer) in `top`
 */
export function frameMap(inner: Document, top: Document): FrameMap | null {
  let map = { x: 0, y: 0, scale: 1 };
  for (let at: Document | null = inner; at !== top; ) {
    const frame = (at?.defaultView?.frameElement ?? null) as HTMLElement | null;
    if (!frame) return null;
    const box = frame.getBoundingClientRect();
    const scale = box.width / frame.offsetWidth || 1;
    map = { x: box.left + (frame.clientLeft + map.x) * scale, y: box.top + (frame.clientTop + map.y) * scale, scale: map.scale * scale };
    at = frame.ownerDocument;
  }
  return map;
}

/** A box of a frame's viewport in the outermost page's; null when the frame is gone. */
export function boxInTop(box: DOMRectReadOnly, inner: Document, top: Document): DOMRectReadOnly | null {
  if (inner === top) return box;
  const map = frameMap(inner, top);
  return map && new DOMRectReadOnly(map.x + box.x * map.scale, map.y + box.y * map.scale, box.width * map.scale, box.height * map.scale);
}
