// Boxes that keep their shape. In them readings take no room: they are drawn above their characters, long ones narrower, and every
// line, width and height is as the page made it. Not for how that is drawn (style-kept.ts), for finding such boxes (shape.ts) nor for what is cut in them (leave.ts).
import type { Edits } from '../../dom/edits';
import { MARK_PREFIX, MARKER, up } from '../../dom/marker';
import { styleOf } from './shape';
import { ROOM } from './style';
import { KEPT, LONG } from './style-kept';

/**
 * The rule. Controls and navigation keep their shape, and so do small boxes placed by hand (captions, badges, drop-downs, fixed bars)
 * and blocks whose text runs over as it is.
 * Any other box does once readings broke it: what it holds is cut off, runs out of it, or no longer fits in one row. In a box that
 * keeps its shape, text whose readings would touch what is above or be cut off is left without (leave.ts).
 */
export interface Keeper {
  /** What is to keep its shape from the start, of the boxes around these elements; reads only. */
  around(targets: Iterable<Element>): Element[];
  isKept(element: Element): boolean;
  keep(boxes: readonly Element[]): void;
  /** Tells the sheet how long the readings below an element are, so that each is drawn no wider than its character. */
  fit(element: Element): void;
}

const CONTROLS = 'button,summary,nav,[role=button],[role=tab],[role=menuitem],[role=option],[role=navigation],[role=menubar],[role=menu],[role=tablist],[role=toolbar]';
/** Higher ones placed by hand hold text to read rather than a caption. */
const PLACED_MAX_PX = 120;
const OVERFULL_PX = 8;
const LEVELS = 8;

export function createKeeper(edits: Edits): Keeper {
  const kept = `[${MARK_PREFIX}${KEPT}]`;
  const roomy = `[${MARK_PREFIX}${ROOM}]`;
  const isKept = (element: Element) => element.closest(kept) !== null;

  function placedAround(target: Element): Element | null {
    let level = 0;
    for (let at: Element | null = target; at && level < LEVELS; at = up(at), level += 1) {
      const { position } = styleOf(at);
      if (position !== 'absolute' && position !== 'fixed' && position !== 'sticky') continue;
      return at.getBoundingClientRect().height <= PLACED_MAX_PX ? at : null;
    }
    return null;
  }

  /** Of one height, which its own text has outgrown already: where its lines break is all that is left to go wrong. */
  function isOverfull(target: Element): boolean {
    return target.clientHeight > 0 && target.scrollHeight > target.clientHeight + OVERFULL_PX && !/auto|scroll/.test(styleOf(target).overflowY);
  }

  function fit(element: Element): void {
    for (const reading of element.querySelectorAll(`ruby[${MARKER}]>rt[data-py]:not([data-letters])`)) {
      const letters = (reading.getAttribute('data-py') ?? '').normalize('NFD').replace(/\p{M}/gu, '').length;
      if (letters >= LONG) reading.setAttribute('data-letters', String(letters));
    }
  }

  return {
    isKept,
    around(targets) {
      const found = new Set<Element>();
      for (const target of targets) {
        if (isKept(target)) continue;
        const box = target.closest(CONTROLS) ?? placedAround(target) ?? (isOverfull(target) ? target : null);
        if (box) found.add(box);
      }
      return [...found];
    },
    fit,
    keep(boxes) {
      for (const box of boxes) {
        fit(box);
        edits.mark(box, KEPT, '');
        for (const element of [box, ...box.querySelectorAll(roomy)]) edits.mark(element, ROOM, null);
      }
    },
  };
}
