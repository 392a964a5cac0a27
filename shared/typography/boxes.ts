// Knows how the page's boxes held their content before text grew, so that only what is newly lost is mended. Reads only.
import { flatParent } from './carriers';
import { heightOfFloats } from './floats';

/** How far content reached beyond a box, in px, before anything grew. */
export interface Reach {
  readonly down: number;
  readonly side: number;
  /** The box's own width. */
  readonly width: number;
  readonly height: number;
  /** Whether all its floats ended inside it, whatever else hung out. */
  readonly holds: boolean;
  /** For boxes that cut content off on purpose (tickers, collapsed parts): the texts that could be seen all the same. */
  readonly seen: readonly Element[];
}

/** Boxes lower than this hide their content on purpose, or hold none. */
export const CLOSED_PX = 8;

/** All elements from the carriers up to the body, each once: the only boxes that growing text can break. */
export function boxesAround(carriers: Iterable<Element>): Set<Element> {
  const boxes = new Set<Element>();
  for (const carrier of carriers) {
    for (let at: Element | null = carrier; at && !boxes.has(at); at = flatParent(at)) {
      if (at === at.ownerDocument.documentElement) break;
      boxes.add(at);
    }
  }
  return boxes;
}

/** Computed style; the document is one with a window. */
export function styleOf(element: Element): CSSStyleDeclaration {
  const view = element.ownerDocument.defaultView;
  if (!view) throw new Error('Mingdu: an element of a document without window was measured');
  return view.getComputedStyle(element);
}

const CUTS = /hidden|clip/;

export function cuts(style: CSSStyleDeclaration, axis: 'x' | 'y'): boolean {
  return CUTS.test(axis === 'x' ? style.overflowX : style.overflowY);
}

/** Reads how content now reaches beyond each box. */
export function reachesOf(boxes: Iterable<Element>, carriers: readonly Element[], into: WeakMap<Element, Reach>): void {
  const cutting: [Element, Omit<Reach, 'seen'>][] = [];
  for (const box of boxes) {
    if (into.has(box)) continue;
    const high = box.clientHeight;
    const wide = box.clientWidth;
    // Nothing to compare with: hidden now. It will count as one that held its content.
    if (high === 0 && wide === 0) continue;
    const down = box.scrollHeight - high;
    const { offsetWidth: width, offsetHeight: height } = box as HTMLElement;
    const reach = { down, side: box.scrollWidth - wide, width, height, holds: down <= 2 || heightOfFloats(box, styleOf(box), false, false) === 0 };
    if (down > 2 && high >= CLOSED_PX && cuts(styleOf(box), 'y')) cutting.push([box, reach]);
    else into.set(box, { ...reach, seen: [] });
  }
  for (const [box, reach] of cutting) {
    const frame = box.getBoundingClientRect();
    const seen = carriers.filter((carrier) => {
      if (!box.contains(carrier)) return false;
      const rect = carrier.getBoundingClientRect();
      return rect.height > 0 && rect.top >= frame.top - 2 && rect.bottom <= frame.bottom + rect.height / 4;
    });
    into.set(box, { ...reach, seen });
  }
}
