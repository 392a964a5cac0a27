// Lists the lines of text that a person sees in the window right now, for the pixel check of contrast. Runs in the page.
// Not for pixels themselves: those come from a screenshot (contrast.ts).
import { clippersOf, visiblePart } from './layout';
import { parentOf, textsOnPage, type Box, type TextOnPage } from './texts';

/** One line of text in view; `box` in window coordinates (CSS pixels). */
export interface LineInView {
  readonly id: number;
  readonly text: string;
  readonly size: number;
  readonly box: Box;
}

const WHOLE_PART = 0.75;

/** Lines that lie wholly in the window, are not cut off by a box around them, and are not covered at their middle by something that is not see-through. */
export function linesInView(document: Document): LineInView[] {
  const window = document.defaultView;
  if (window === null) return [];
  const lines: LineInView[] = [];
  for (const text of textsOnPage(document)) {
    const { hidden, windows } = clippersOf(text.element, window);
    for (const whole of text.boxes) {
      const page = visiblePart(whole, [...hidden, ...windows]);
      // A slice of a line that its box cuts off is no line that anybody reads.
      if (page === undefined || page.bottom - page.top < (whole.bottom - whole.top) * WHOLE_PART) continue;
      const box = {
        left: page.left - window.scrollX,
        top: page.top - window.scrollY,
        right: page.right - window.scrollX,
        bottom: page.bottom - window.scrollY,
      };
      const inside = box.left >= 0 && box.top >= 0 && box.right <= window.innerWidth && box.bottom <= window.innerHeight;
      if (!inside || !isUncovered(text, box, window)) continue;
      lines.push({ id: text.id, text: text.text, size: text.size, box });
    }
  }
  return lines;
}

/** Looks at three points of the line; what lies above the text's element there must be see-through. */
function isUncovered(text: TextOnPage, box: Box, window: Window): boolean {
  const y = (box.top + box.bottom) / 2;
  return [0.1, 0.5, 0.9].every((part) => {
    const x = box.left + (box.right - box.left) * part;
    const root = text.element.getRootNode() as Document | ShadowRoot;
    for (const hit of root.elementsFromPoint(x, y)) {
      if (hit === text.element || text.element.contains(hit) || isAround(hit, text.element)) return true;
      if (isOpaque(hit, window)) return false;
    }
    return false;
  });
}

function isAround(outer: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at !== null; at = parentOf(at)) if (at === outer) return true;
  return false;
}

function isOpaque(element: Element, window: Window): boolean {
  if (['img', 'canvas', 'video', 'iframe', 'object', 'embed', 'svg'].includes(element.localName)) return true;
  if (element.hasAttribute('data-mingdu')) return true;
  const style = window.getComputedStyle(element);
  if (style.backgroundImage !== 'none') return true;
  const alpha = /rgba\([^)]*,\s*([\d.]+)\)/.exec(style.backgroundColor)?.[1];
  return style.backgroundColor !== 'transparent' && (alpha === undefined || parseFloat(alpha) > 0);
}
