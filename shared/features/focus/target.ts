// Where on the screen the focus is: the boxes of what has it, cut to what can be seen of them.
// Reads the page only; not for deciding whether a ring is shown (start.ts).
import { up } from '../../dom/marker';
import { around, type Box, common, linesOf } from './shape';

/** Smaller is a box that was made not to be seen (a hidden check box under a drawn one, a skip link). */
const LEAST_PX = 3;
/** What stands for something unseen must be something that one takes in at a glance. */
const LARGEST_PART_OF_WINDOW = 0.5;
/** Parts of a link that are looked at: pictures and boxes in it lie outside the link's own boxes. */
const MOST_PARTS = 60;

const toBox = ({ left, top, right, bottom }: DOMRectReadOnly): Box => ({ left, top, right, bottom });
const isSeen = ({ left, top, right, bottom }: Box) => right - left >= LEAST_PX && bottom - top >= LEAST_PX;
const viewOf = (element: Element) => element.ownerDocument.defaultView;

/** The parent as it is laid out: a slot's host, a shadow tree's host. */
function above(element: Element): Element | null {
  const slot = element.assignedSlot;
  if (slot) return slot;
  const parent = up(element);
  if (parent) return parent;
  const root = element.getRootNode();
  return root.nodeType === 11 ? ((root as ShadowRoot).host ?? null) : null;
}

/** A part of an image map lies where its numbers say on the picture, which browsers do not scale. */
function boxesOfArea(area: HTMLAreaElement): Box[] {
  const map = area.closest('map');
  const root = area.getRootNode() as Document | ShadowRoot;
  const names = [map?.name, map?.id].filter(Boolean).map((name) => `#${name}`);
  const picture = [...root.querySelectorAll('img[usemap],object[usemap],input[usemap]')].find((one) => names.includes(one.getAttribute('usemap') ?? ''));
  if (!picture) return [];
  const whole = picture.getBoundingClientRect();
  const numbers = area.coords.split(/[\s,;]+/).map(Number).filter(Number.isFinite);
  const [x = 0, y = 0, r = 0] = numbers;
  const across = numbers.filter((_, index) => index % 2 === 0);
  const down = numbers.filter((_, index) => index % 2 === 1);
  const isRound = /^circ/i.test(area.shape);
  if (numbers.length < 3 || /^default/i.test(area.shape)) return [toBox(whole)];
  const at = isRound
    ? { left: x - r, top: y - r, right: x + r, bottom: y + r }
    : { left: Math.min(...across), top: Math.min(...down), right: Math.max(...across), bottom: Math.max(...down) };
  const style = viewOf(picture)?.getComputedStyle(picture);
  const left = whole.left + picture.clientLeft + (Number.parseFloat(style?.paddingLeft ?? '') || 0);
  const top = whole.top + picture.clientTop + (Number.parseFloat(style?.paddingTop ?? '') || 0);
  return [{ left: left + at.left, top: top + at.top, right: left + at.right, bottom: top + at.bottom }];
}

function boxesOf(element: Element): Box[] {
  if (element.localName === 'area') return boxesOfArea(element as HTMLAreaElement);
  const own = [...element.getClientRects()].map(toBox);
  const display = viewOf(element)?.getComputedStyle(element).display ?? '';
  if (display !== 'inline' && display !== 'contents') return own.filter(isSeen);
  const parts = [...element.getElementsByTagName('*')].slice(0, MOST_PARTS);
  const inside = parts.filter((part) => viewOf(part)?.getComputedStyle(part).display !== 'inline' || /^(img|svg|canvas|video)$/.test(part.localName));
  let boxes = [...own, ...inside.flatMap((part) => [...part.getClientRects()].map(toBox))].filter(isSeen);
  if (boxes.length === 0) {
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(element);
    boxes = [...range.getClientRects()].map(toBox).filter(isSeen);
  }
  return boxes;
}

/** What cuts an element off on the screen, and whether the reader can scroll it into view there. */
interface Cutter {
  readonly element: Element;
  readonly scrolls: boolean;
}

function cuttersOf(element: Element): Cutter[] {
  const view = viewOf(element);
  const cutters: Cutter[] = [];
  if (!view) return cutters;
  let { position } = view.getComputedStyle(element);
  for (let at = above(element); at && at !== element.ownerDocument.documentElement && position !== 'fixed'; at = above(at)) {
    const style = view.getComputedStyle(at);
    // What is placed absolutely is cut by nothing between it and what it is placed in.
    const isPassed = position === 'absolute' && style.position === 'static' && style.transform === 'none';
    if (isPassed) continue;
    position = style.position;
    const overflow = `${style.overflowX} ${style.overflowY}`;
    // The body's overflow is the window's.
    if (overflow !== 'visible visible' && style.display !== 'contents' && at.localName !== 'body') cutters.push({ element: at, scrolls: /auto|scroll/.test(overflow) });
  }
  return cutters;
}

/** Where the document of a frame lies in the outermost one, and what can be seen of it there. */
function frameOf(document: Document, top: Document): { readonly x: number; readonly y: number; readonly window: Box } | null {
  const view = document.defaultView;
  if (!view) return null;
  const window = { left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight };
  if (document === top) return { x: 0, y: 0, window };
  const frame = view.frameElement;
  const outer = frame ? frameOf(frame.ownerDocument, top) : null;
  if (!frame || !outer) return null;
  const box = frame.getBoundingClientRect();
  const x = outer.x + box.left + frame.clientLeft;
  const y = outer.y + box.top + frame.clientTop;
  const here = common(outer.window, { left: x, top: y, right: x + frame.clientWidth, bottom: y + frame.clientHeight });
  return here && { x, y, window: here };
}

/** Puts each box where it is seen: on its frame's place, within what cuts it off. Null: it can be scrolled to, so nothing stands for it. */
function seenOf(element: Element, boxes: readonly Box[], place: { readonly x: number; readonly y: number; readonly window: Box }, reach: number): Box[] | null {
  const { x, y, window } = place;
  let seen = boxes;
  for (const cutter of cuttersOf(element)) {
    const { left, top } = cutter.element.getBoundingClientRect();
    const inner = {
      left: left + cutter.element.clientLeft,
      top: top + cutter.element.clientTop,
      right: left + cutter.element.clientLeft + cutter.element.clientWidth,
      bottom: top + cutter.element.clientTop + cutter.element.clientHeight,
    };
    seen = seen.flatMap((box) => common(box, inner) ?? []);
    if (seen.length === 0 && cutter.scrolls) return null;
  }
  const moved = seen.map((box) => ({ left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y }));
  const whole = around(moved);
  const isBelowOrAbove = whole && (whole.bottom <= window.top || whole.top >= window.bottom);
  if (isBelowOrAbove) return null;
  // At the window's edge the ring goes inwards: outside nobody would see it.
  const inner = { left: window.left + reach, top: window.top + reach, right: window.right - reach, bottom: window.bottom - reach };
  return moved.flatMap((box) => common(box, inner) ?? []).filter(isSeen);
}

/**
 * The lines around which the ring goes, in `top`'s window; empty when the focus is out of view.
 * Where the element itself cannot be seen (a check box under a drawn one, a menu that is folded in), its label stands for it, else the
 * nearest element around it that can.
 * @param reach how far the ring will stand out, in CSS px
 */
export function linesOfFocus(element: Element, top: Document, reach: number): Box[] {
  const place = frameOf(element.ownerDocument, top);
  if (!place) return [];
  const label = (element as Partial<HTMLInputElement>).labels?.[0] ?? null;
  const largest = place.window.right * place.window.bottom * LARGEST_PART_OF_WINDOW;
  for (let at: Element | null = element, isSelf = true; at && at.localName !== 'body'; at = isSelf && label ? label : above(at), isSelf = false) {
    const seen = seenOf(at, boxesOf(at), place, reach);
    if (seen === null) return [];
    const whole = around(seen);
    if (!whole) continue;
    if (!isSelf && (whole.right - whole.left) * (whole.bottom - whole.top) > largest) return [];
    return linesOf(seen);
  }
  return [];
}
