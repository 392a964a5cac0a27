// Where a document is drawn: same-origin frames lie in the page that holds them, and are measured in its coordinates.
// Reads only.
import type { Box } from './texts';

/** What has to be added to a rectangle of a document's own window to get page coordinates of the outermost document. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The frame element that draws a document; null for the outermost, and for one whose parent may not be read. */
export function frameOf(document: Document): Element | null {
  const window = document.defaultView;
  if (window === null || window.parent === window) return null;
  // A parent of another origin hides the element instead of throwing.
  return window.frameElement;
}

/** The document in a frame, when it may be read. */
export function documentIn(element: Element): Document | null {
  if (element.localName !== 'iframe' && element.localName !== 'frame') return null;
  return (element as HTMLIFrameElement).contentDocument;
}

/** The content box of an element (what a frame's document is drawn in), in page coordinates. */
export function contentBox(element: Element): Box {
  const place = placeOf(element.ownerDocument);
  const rect = element.getBoundingClientRect();
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  const px = (value: string | undefined) => parseFloat(value ?? '0') || 0;
  return {
    left: rect.left + place.x + element.clientLeft + px(style?.paddingLeft),
    top: rect.top + place.y + element.clientTop + px(style?.paddingTop),
    right: rect.right + place.x - px(style?.borderRightWidth) - px(style?.paddingRight),
    bottom: rect.bottom + place.y - px(style?.borderBottomWidth) - px(style?.paddingBottom),
  };
}

/** Computes the place of a document anew; it moves with every scrolling around it. */
export function placeOf(document: Document): Place {
  const frame = frameOf(document);
  const window = document.defaultView;
  if (frame === null) return { x: window?.scrollX ?? 0, y: window?.scrollY ?? 0 };
  const { left, top } = contentBox(frame);
  return { x: left, y: top };
}

/** A rectangle of a document's window in page coordinates. */
export function onPage(rect: DOMRect | Box, place: Place): Box {
  return { left: rect.left + place.x, top: rect.top + place.y, right: rect.right + place.x, bottom: rect.bottom + place.y };
}
