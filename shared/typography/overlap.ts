// Finds texts that growth has pushed over one another, and what to take out of its fixed place. Reads and decides; relax.ts writes.
// Boxes that are merely too small are settled before (tall.ts, wide.ts): what is left here was placed by hand.
import { textIn } from '../dom/text-in';
import { TEXT_TAG, up } from '../dom/marker';
import { cuts } from './boxes';
import { styleOf } from './style-of';
import { flatParent } from './carriers';
import { controlText, labelEm } from './controls';
import { heightOfFloats } from './floats';
import type { Remedy } from './remedy-book';

/** In CSS px of the window. */
interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Line extends Edges {
  readonly carrier: Element;
  /** The fixed or sticky box that it lies in: such a box floats over all others by nature. */
  readonly layer: Element | null;
  /** The whole of a control or picture, which hides what lies below it. */
  readonly isBox: boolean;
}

/** What hides the text below it. */
const BOXES = /^(input|select|img)$/;
const CONTROL = /^(input|select|button|textarea|option)$/;

/** Less is what glyphs and tight lines do by themselves: a part of the lower line. */
const LINE_PART = 0.33;
/** What counts as having lain over each other from the start: surely so, not just about. */
export const SURE_PART = 0.37;
const SIDE_PX = 3;

/** Two carriers whose lines lie over each other. */
export type Pair = readonly [Element, Element];

/** Whether a box of this style stands where the page's author put it, rather than after what comes before. */
export function isPlacedBy(style: CSSStyleDeclaration, position = style.position): boolean {
  if (position === 'absolute') return true;
  return (position === 'relative' && /[1-9]/.test(style.top + style.left)) || style.marginTop.startsWith('-') || style.marginLeft.startsWith('-');
}

/**
 * All pairs of carriers whose visible lines overlap.
 * @param placed boxes put where they are by hand; text that none of them comes near is not looked at
 * @param part of a line from which two texts count
 */
export function overlapsOf(carriers: Iterable<Element>, placed: ReadonlySet<Element>, part = LINE_PART): Pair[] {
  const lines = linesOf(nearPlaced(carriers, placed)).sort((a, b) => a.top - b.top);
  const pairs: Pair[] = [];
  const known = new Map<Element, Set<Element>>();
  let open: Line[] = [];
  for (const line of lines) {
    open = open.filter((other) => other.bottom > line.top);
    for (const other of open) {
      if (other.carrier === line.carrier || other.layer !== line.layer || ((other.isBox || line.isBox) && !hides(other, line))) continue;
      const down = Math.min(line.bottom, other.bottom) - line.top;
      const side = Math.min(line.right, other.right) - Math.max(line.left, other.left);
      if (side <= SIDE_PX || down <= Math.min(line.bottom - line.top, other.bottom - other.top) * part) continue;
      const seen = known.get(line.carrier) ?? new Set();
      known.set(line.carrier, seen);
      if (seen.has(other.carrier)) continue;
      seen.add(other.carrier);
      pairs.push([other.carrier, line.carrier]);
    }
    open.push(line);
  }
  return pairs;
}

/** A box hides texts, neither others nor what is part of it. */
function hides(one: Line, other: Line): boolean {
  if (one.isBox && other.isBox) return false;
  const [box, text] = one.isBox ? [one.carrier, other.carrier] : [other.carrier, one.carrier];
  return !CONTROL.test(text.localName) && !text.contains(box) && !box.contains(text);
}

/** With more boxes than this, comparing each text with each costs more than looking at all. */
const PLACED_MANY = 200;

function nearPlaced(carriers: Iterable<Element>, placed: ReadonlySet<Element>): Iterable<Element> {
  const rects = [...placed].map((box) => box.getBoundingClientRect()).filter((rect) => rect.width > 0);
  if (rects.length > PLACED_MANY) return carriers;
  if (rects.length === 0) return [];
  return [...carriers].filter((carrier) => {
    const own = carrier.getBoundingClientRect();
    if (own.width === 0) return false;
    // What spills out of its placed box, as floats do, reaches further than the box: a margin for it.
    return rects.some((rect) => own.top < rect.bottom + SPILL_PX && own.bottom > rect.top - SPILL_PX && own.left < rect.right + SPILL_PX && own.right > rect.left - SPILL_PX);
  });
}
const SPILL_PX = 60;

function linesOf(carriers: Iterable<Element>): Line[] {
  const windows = new Map<Element, Opening | null>();
  const lines: Line[] = [];
  for (const carrier of carriers) {
    let frame: Opening | null | undefined;
    const add = (rect: Edges, isBox: boolean): void => {
      if (rect.right - rect.left < 1 || rect.bottom - rect.top < 1) return;
      if (frame === undefined) frame = windowOf(carrier, windows);
      if (!frame) return;
      const left = Math.max(rect.left, frame.left);
      const top = Math.max(rect.top, frame.top);
      const right = Math.min(rect.right, frame.right);
      const bottom = Math.min(rect.bottom, frame.bottom);
      if (right - left >= 1 && bottom - top >= 1) lines.push({ carrier, left, top, right, bottom, isBox, layer: frame.layer });
    };
    if (BOXES.test(carrier.localName)) {
      const rect = carrier.getBoundingClientRect();
      add(rect, true);
      if (carrier.localName !== 'img') add(textRect(carrier, rect), false);
      continue;
    }
    const range = carrier.ownerDocument.createRange();
    for (const node of carrier.childNodes) {
      if (node.nodeType === 3) range.selectNodeContents(node);
      else if (node.nodeType === 1 && (node as Element).localName === TEXT_TAG) range.selectNode(node);
      else continue;
      for (const rect of range.getClientRects()) add(rect, false);
      if (frame === null) break;
    }
  }
  return lines;
}

/** Where the text of a control stands in it: at its beginning, in its middle. */
function textRect(control: Element, rect: DOMRect): Edges {
  const style = styleOf(control);
  const size = parseFloat(style.fontSize) || 0;
  const left = rect.left + (parseFloat(style.paddingLeft) || 0);
  const middle = (rect.top + rect.bottom) / 2;
  return { left, top: middle - size * 0.6, right: Math.min(rect.right, left + labelEm(controlText(control)) * size), bottom: middle + size * 0.6 };
}

/** Through what an element is seen, and in which layer. */
interface Opening extends Edges {
  readonly layer: Element | null;
}

const EVERYWHERE: Edges = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/** @returns null for what is not painted */
function windowOf(element: Element, known: Map<Element, Opening | null>): Opening | null {
  const before = known.get(element);
  if (before !== undefined) return before;
  const parent = flatParent(element);
  const outer: Opening | null = parent && parent !== element.ownerDocument.documentElement ? windowOf(parent, known) : { ...EVERYWHERE, layer: null };
  const style = styleOf(element);
  let result: Opening | null = outer;
  if (style.visibility !== 'visible' || Number(style.opacity) < 0.05) result = null;
  else if (outer && /fixed|sticky/.test(style.position)) result = { ...EVERYWHERE, layer: element };
  if (result && element !== element.ownerDocument.body && (style.overflowX !== 'visible' || style.overflowY !== 'visible')) {
    const rect = element.getBoundingClientRect();
    result = {
      layer: result.layer,
      left: Math.max(result.left, rect.left),
      top: Math.max(result.top, rect.top),
      right: Math.min(result.right, rect.right),
      bottom: Math.min(result.bottom, rect.bottom),
    };
  }
  known.set(element, result);
  return result;
}

/** What is placed by hand is taken into the flow only while it is small; a whole column would push the page apart. */
const SMALL_CHARACTERS = 120;

/**
 * @param stage how often this pair has been treated in vain
 */
export function overlapRemedies([one, other]: Pair, stage: number): Remedy[] {
  // An arrow or a cross is there to be pressed, and works where it is.
  if (isSign(one) || isSign(other)) return [];
  const shared = sharedAncestor(one, other);
  const placed = [...movable(other, shared), ...movable(one, shared)].sort((a, b) => length(a.element) - length(b.element));
  const chosen = placed[Math.min(stage, placed.length - 1)];
  return chosen ? [chosen] : [];
}

/** Whether all that an element says is a sign. */
const isSign = (element: Element): boolean => /^[^\p{L}\p{N}]+$/u.test(textIn(element).trim());

const length = (element: Element): number => textIn(element).replace(/\s+/g, '').length;

/** The remedies for a text's boxes below what both texts share, from the text outwards. */
function movable(carrier: Element, shared: Element | null): Remedy[] {
  const found: Remedy[] = [];
  for (let at: Element | null = carrier; at && at !== shared; at = flatParent(at)) {
    const style = styleOf(at);
    // A pane that scrolls by itself is a window of its own: taken out of its place it would be out of reach.
    if (/auto|scroll/.test(style.overflowY) && length(at) > 0) break;
    const small = length(at) <= SMALL_CHARACTERS;
    if (style.position === 'absolute') found.push(small || endsParent(at) ? { element: at, mark: 'static', value: leftOf(at, style) } : heldByParent(at));
    if (style.position === 'relative' && /[1-9]/.test(style.top + style.left)) found.push({ element: at, mark: 'unmoved', value: '' });
    if (parseFloat(style.marginTop) < 0) found.push({ element: at, mark: 'margin-top', value: '' });
    if (parseFloat(style.marginLeft) < 0 && small) found.push({ element: at, mark: 'margin-left', value: '' });
    if (cuts(style, 'y') && style.display === 'inline-block') found.push({ element: at, mark: 'tall', value: '0' });
  }
  return found;
}

/** How far from the left a placed box stands, in px, where it would have room there in the flow too; else ''. */
function leftOf(element: Element, style: CSSStyleDeclaration): string {
  const left = Math.floor(parseFloat(style.left) || 0);
  const room = (up(element)?.clientWidth ?? 0) - left;
  return left > 0 && element.clientWidth <= room ? String(left) : '';
}

/** A foot laid over the end of its parent, for which the page had left room. */
function endsParent(element: Element): boolean {
  const parent = up(element);
  let last = parent?.lastElementChild ?? null;
  while (last && last !== element && last.getClientRects().length === 0) last = last.previousElementSibling;
  return parent !== null && last === element && element.getBoundingClientRect().bottom > parent.getBoundingClientRect().bottom - 4;
}

/** A column placed by hand stays; what it stands in grows with it. */
function heldByParent(element: Element): Remedy {
  let parent = up(element) ?? element;
  for (let outer = up(parent); outer && /^(inline|contents)/.test(styleOf(parent).display); outer = up(parent)) parent = outer;
  return { element: parent, mark: 'hold', value: String(heightOfFloats(parent, styleOf(parent), true, true)) };
}

function sharedAncestor(one: Element, other: Element): Element | null {
  const above = new Set<Element>();
  for (let at: Element | null = one; at; at = flatParent(at)) above.add(at);
  for (let at: Element | null = other; at; at = flatParent(at)) if (above.has(at)) return at;
  return null;
}
