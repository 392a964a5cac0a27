// The lines of text that are in the window and can be measured in a screenshot of it. Runs in the page, changes nothing.
import { clippersOf, visiblePart, type ClipperBook } from './clippers';
import { isOpaque } from './covered';
import { placeOf } from './frames';
import { parentOf, textsOnPage, type Box, type TextOnPage } from './texts';

/** One line of text in view; `box` in window coordinates (CSS pixels). */
export interface LineInView {
  readonly id: number;
  readonly text: string;
  readonly size: number;
  readonly box: Box;
  /** In a region that the page's author asks to be left alone. */
  readonly kept: boolean;
}

const WHOLE_PART = 0.75;

/** Lines that lie wholly in the window, are not cut off by a box around them, and are not covered at their middle by something that is not see-through. */
export function linesInView(document: Document): LineInView[] {
  const window = document.defaultView;
  if (window === null) return [];
  const lines: LineInView[] = [];
  const book: ClipperBook = new Map();
  const opaque = new Map<Element, boolean>();
  for (const text of textsOnPage(document)) {
    const chain = clippersOf(text.element, book);
    for (const whole of text.boxes) {
      const page = visiblePart(whole, chain);
      // A slice of a line that its box cuts off is no line that anybody reads.
      if (page === undefined || page.bottom - page.top < (whole.bottom - whole.top) * WHOLE_PART) continue;
      const box = {
        left: page.left - window.scrollX,
        top: page.top - window.scrollY,
        right: page.right - window.scrollX,
        bottom: page.bottom - window.scrollY,
      };
      const inside = box.left >= 0 && box.top >= 0 && box.right <= window.innerWidth && box.bottom <= window.innerHeight;
      if (!inside || !isUncovered(text, box, window, opaque)) continue;
      lines.push({ id: text.id, text: text.text, size: text.size, box, kept: text.kept });
    }
  }
  return lines;
}

/** Looks at three points of the line; what lies above the text's element there must be see-through. */
function isUncovered(text: TextOnPage, box: Box, window: Window, opaque: Map<Element, boolean>): boolean {
  const place = placeOf(text.element.ownerDocument);
  const y = (box.top + box.bottom) / 2 + window.scrollY - place.y;
  return [0.1, 0.5, 0.9].every((part) => {
    const x = box.left + (box.right - box.left) * part + window.scrollX - place.x;
    const root = text.element.getRootNode() as Document | ShadowRoot;
    for (const hit of root.elementsFromPoint(x, y)) {
      if (hit === text.element || text.element.contains(hit) || isAround(hit, text.element)) return true;
      if (hit.hasAttribute('data-mingdu') || hasGround(hit) || isOpaque(hit, opaque)) return false;
    }
    return false;
  });
}

function isAround(outer: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at !== null; at = parentOf(at)) if (at === outer) return true;
  return false;
}

/** A veil, however thin, changes colours: such a line is not judged by its pixels. */
function hasGround(element: Element): boolean {
  const style = (element.ownerDocument.defaultView as Window).getComputedStyle(element);
  const alpha = /(?:,|\/)\s*([\d.]+)\)$/.exec(style.backgroundColor.startsWith('rgb(') ? '' : style.backgroundColor)?.[1];
  return style.backgroundColor !== 'transparent' && (alpha === undefined || parseFloat(alpha) > 0);
}
