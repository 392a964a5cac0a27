// What the page was like before text grew: what reached out of boxes, lay over something or floated, so that only new losses are mended.
import type { Reach } from './boxes';
import { boxesAround, cuts, reachOf } from './boxes';
import { styleOf } from './style-of';
import { hiddenPart, wholeFrames } from './frames';
import { isPlacedBy, overlapsOf, SURE_PART } from './overlap';
import { isTablePart } from './room-rules';
import { beyondWindow } from './wide';

export interface Before {
  readonly reaches: WeakMap<Element, Reach>;
  /** Boxes that the page has put where they are by hand: only these lie over text once all boxes have room. */
  readonly placed: Set<Element>;
  /** Fixed and sticky boxes, with their heights in px. */
  readonly floating: Map<Element, number>;
  /** Whether a document needed sideways scrolling; undefined for one that came later. */
  sideways(document: Document): boolean | undefined;
  /** Whether a document's window does not scroll, and everything was in view. */
  locked(document: Document): boolean;
  /** Whether a text ended beyond the window in a document that needed sideways scrolling. */
  wasBeyond(text: Element): boolean;
  overlapped(one: Element, other: Element): boolean;
  /** Frames whose whole content was in view. */
  readonly wholeFrames: ReadonlySet<Element>;
  widthOf(box: Element): number;
  /** Looks at boxes that came later: how they stand, not how they held their content. */
  meet(boxes: Iterable<Element>): void;
}

export function isSideways(document: Document): boolean {
  const root = document.documentElement;
  return Math.max(root.scrollWidth, document.body?.scrollWidth ?? 0) > root.clientWidth + 2;
}

/** Pictures may come to lie over text, or text over them. */
export function imagesOf(documents: readonly Document[]): Element[] {
  return documents.flatMap((document) => [...document.images]);
}

/**
 * Reads everything now. All reads.
 * @param carriers all elements with text, and whether each is but a part of a line, with no box that could be too small
 */
export function lookBefore(carriers: ReadonlyMap<Element, boolean>, documents: readonly Document[]): Before {
  const reaches = new WeakMap<Element, Reach>();
  const placed = new Set<Element>();
  const floating = new Map<Element, number>();
  const covered = new WeakMap<Element, WeakSet<Element>>();
  const sideways = new Map<Document, boolean>();
  const beyond = new WeakSet<Element>();
  const locked = new WeakSet<Document>();

  function meetOne(box: Element): void {
    // Rows and cells stay in their table.
    if (isTablePart(box)) return;
    const style = styleOf(box);
    const { position } = style;
    if (isPlacedBy(style, position)) placed.add(box);
    if ((position === 'fixed' || position === 'sticky') && !floating.has(box)) floating.set(box, box.getBoundingClientRect().height);
  }

  for (const box of boxesAround(carriers.keys())) {
    const reach = carriers.get(box) ? null : reachOf(box, carriers);
    // What has no box now is met when it gets one.
    if (!reach) continue;
    reaches.set(box, reach);
    meetOne(box);
  }
  for (const [one, other] of overlapsOf([...carriers.keys(), ...imagesOf(documents)], placed, SURE_PART)) covered.set(one, (covered.get(one) ?? new WeakSet()).add(other));
  for (const document of documents) {
    if (hiddenPart(document) === 0 && [document.documentElement, document.body].some((element) => element && cuts(styleOf(element), 'y'))) locked.add(document);
    sideways.set(document, isSideways(document));
    if (sideways.get(document)) for (const text of beyondWindow(document, carriers.keys())) beyond.add(text);
  }

  return {
    reaches,
    placed,
    floating,
    wholeFrames: wholeFrames(documents),
    sideways: (document) => sideways.get(document),
    locked: (document) => locked.has(document),
    wasBeyond: (text) => beyond.has(text),
    overlapped: (one, other) => Boolean(covered.get(one)?.has(other) || covered.get(other)?.has(one)),
    widthOf: (box) => reaches.get(box)?.width ?? 0,
    meet(boxes) {
      for (const box of boxes) meetOne(box);
    },
  };
}
