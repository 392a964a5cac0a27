// What stands between a text and the eye: boxes around it that cut it off, scroll it, or are a frame's window.
// Follows the rules of containing blocks, through shadow roots and frames. Reads only.
import { contentBox, onPage, placeOf } from './frames';
import { outerOf, type Box } from './texts';

/** One box around a text, from the inside out. */
export interface Clipper {
  readonly name: string;
  /** Page coordinates, at the place where it is now. */
  readonly box: Box;
  /** Which ways it cuts its content off for good. */
  readonly cuts: { readonly x: boolean; readonly y: boolean };
  /** How far its content can still be scrolled, CSS pixels; undefined where it does not scroll. */
  readonly scrolls?: { readonly left: number; readonly right: number; readonly up: number; readonly down: number };
}

const CUT = /hidden|clip/;
const SCROLLED = /auto|scroll/;

/** Remembers chains of one walk; texts of one element share theirs. */
export type ClipperBook = Map<Element, readonly Clipper[]>;

/** All boxes around an element's content, the innermost first; the last is the outermost window where that cuts. */
export function clippersOf(element: Element, book: ClipperBook = new Map()): readonly Clipper[] {
  const known = book.get(element);
  if (known !== undefined) return known;
  const chain: Clipper[] = [];
  let escapes: 'no' | 'static' | 'all' = 'no';
  for (let at: Element | null = element; at !== null; at = outerOf(at)) {
    const document = at.ownerDocument;
    const window = document.defaultView;
    if (window === null) break;
    if (at === document.documentElement) {
      const frame = windowClipper(document, window, escapes === 'all');
      if (frame !== undefined) chain.push(frame);
      escapes = 'no';
      continue;
    }
    const style = window.getComputedStyle(at);
    const contains = style.transform !== 'none' || style.filter !== 'none' || /paint|strict|content/.test(style.contain);
    if (contains || (escapes === 'static' && style.position !== 'static')) escapes = 'no';
    if (escapes === 'no' && !/^(inline|contents)$/.test(style.display) && !isViewports(at, window)) {
      const one = clipperOf(at, style);
      if (one !== undefined) chain.push(one);
    }
    if (style.position === 'fixed') escapes = 'all';
    else if (style.position === 'absolute' && escapes === 'no') escapes = 'static';
  }
  book.set(element, chain);
  return chain;
}

/** Body's overflow belongs to the window unless the root has its own. */
function isViewports(element: Element, window: Window): boolean {
  const document = element.ownerDocument;
  return element === document.body && window.getComputedStyle(document.documentElement).overflow === 'visible';
}

export function nameOf(element: Element): string {
  const first = element.classList[0];
  return element.localName + (element.id !== '' ? `#${element.id}` : first !== undefined ? `.${first}` : '');
}

function clipperOf(element: Element, style: CSSStyleDeclaration): Clipper | undefined {
  const name = nameOf(element);
  const place = placeOf(element.ownerDocument);
  const rect = element.getBoundingClientRect();
  const clip = style.position === 'absolute' || style.position === 'fixed' ? /^rect\((.+)\)$/.exec(style.clip)?.[1] : undefined;
  if (clip !== undefined) {
    const [top = 0, right = Infinity, bottom = Infinity, left = 0] = clip.split(/[ ,]+/).map((one) => (one === 'auto' ? NaN : parseFloat(one)));
    const or = (value: number, other: number) => (Number.isNaN(value) ? other : value);
    const box = { left: rect.left + or(left, 0), top: rect.top + or(top, 0), right: rect.left + or(right, rect.width), bottom: rect.top + or(bottom, rect.height) };
    return { name, box: onPage(box, place), cuts: { x: true, y: true } };
  }
  const cuts = { x: CUT.test(style.overflowX), y: CUT.test(style.overflowY) };
  const scrolls = { x: SCROLLED.test(style.overflowX), y: SCROLLED.test(style.overflowY) };
  if (!cuts.x && !cuts.y && !scrolls.x && !scrolls.y) return undefined;
  // A table or a row that says `overflow` cuts nothing.
  if (/^table/.test(style.display) && style.display !== 'table-cell') return undefined;
  const left = rect.left + element.clientLeft;
  const top = rect.top + element.clientTop;
  const box = onPage({ left, top, right: left + element.clientWidth, bottom: top + element.clientHeight }, place);
  return { name, box, cuts, ...(scrolls.x || scrolls.y ? { scrolls: scrollRoom(element, scrolls) } : {}) };
}

function scrollRoom(element: Element, scrolls: { x: boolean; y: boolean }) {
  return {
    left: scrolls.x ? element.scrollLeft : 0,
    right: scrolls.x ? Math.max(0, element.scrollWidth - element.clientWidth - element.scrollLeft) : 0,
    up: scrolls.y ? element.scrollTop : 0,
    down: scrolls.y ? Math.max(0, element.scrollHeight - element.clientHeight - element.scrollTop) : 0,
  };
}

/** A document's window: a frame's always; the outermost only where it cuts (`overflow: hidden`, or for a fixed box, that no scrolling moves). */
function windowClipper(document: Document, window: Window, fixed: boolean): Clipper | undefined {
  const frame = window.frameElement;
  const root = document.documentElement;
  const rootStyle = window.getComputedStyle(root);
  const style = rootStyle.overflow === 'visible' && document.body !== null ? window.getComputedStyle(document.body) : rootStyle;
  const still = frame?.getAttribute('scrolling') === 'no';
  const stops = { x: fixed || still || CUT.test(style.overflowX), y: fixed || still || CUT.test(style.overflowY) };
  if (frame === null && !stops.x && !stops.y) return undefined;
  const top = document.scrollingElement ?? root;
  const place = placeOf(document);
  const box = frame === null ? { left: place.x, top: place.y, right: place.x + root.clientWidth, bottom: place.y + window.innerHeight } : contentBox(frame);
  const scrolls = scrollRoom(top, { x: !stops.x, y: !stops.y });
  const quirk = document.compatMode === 'BackCompat' && frame === null ? { ...box, right: place.x + (document.body?.clientWidth || window.innerWidth) } : box;
  return { name: frame === null ? 'the window' : nameOf(frame), box: quirk, cuts: stops, ...(frame === null ? {} : { scrolls }) };
}

/** How a line fares in all that is around it. */
export interface Fate {
  /** What of it no scrolling shows, in words. */
  readonly clipped?: string;
  /** Where it has to be scrolled sideways, in words. */
  readonly sideways?: string;
  /** Whether something around it scrolls sideways on its own. */
  readonly inScroller: boolean;
}

const CLIP_LINE_PART = 0.25;
const CLIP_SIDE_PX = 2;
const SIDEWAYS_PX = 2;

/** Follows a line outwards: scrolled as far as it goes where something scrolls, cut where something cuts. */
export function fateOf(line: Box, chain: readonly Clipper[]): Fate {
  const high = line.bottom - line.top;
  let box = line;
  let sideways: string | undefined;
  let inScroller = false;
  for (const { name, box: clip, cuts, scrolls } of chain) {
    if (scrolls !== undefined) {
      if (scrolls.left + scrolls.right > 0) inScroller = true;
      if (box.right > clip.right + SIDEWAYS_PX && scrolls.right > 0) sideways ??= `${Math.round(box.right - clip.right)} px to the right in ${name}`;
      box = within(box, clip, scrolls);
    }
    const down = cuts.y || scrolls !== undefined ? Math.max(clip.top - box.top, box.bottom - clip.bottom) : 0;
    const side = cuts.x ? Math.max(clip.left - box.left, box.right - clip.right) : 0;
    if (down > high * CLIP_LINE_PART) return { clipped: `${Math.round(down)} px of ${Math.round(high)} px above or below ${name}`, inScroller };
    if (side > CLIP_SIDE_PX) return { clipped: `${Math.round(side)} px beside ${name}`, inScroller };
  }
  return { inScroller, ...(sideways === undefined ? {} : { sideways }) };
}

/** Scrolled to where most of what is around shows it: up to the top edge, and into the window sideways. */
function within(box: Box, clip: Box, { left, right, up, down }: NonNullable<Clipper['scrolls']>): Box {
  const y = box.top > clip.top ? -Math.min(down, box.top - clip.top) : Math.min(up, clip.top - box.top);
  const x = box.right > clip.right ? -Math.min(right, box.right - clip.right) : box.left < clip.left ? Math.min(left, clip.left - box.left) : 0;
  return { left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y };
}

/** What can be seen of a box now, without scrolling anything inside the page; undefined when nothing can. */
export function visiblePart(box: Box, chain: readonly Clipper[]): Box | undefined {
  let { left, top, right, bottom } = box;
  for (const { box: clip, cuts, scrolls } of chain) {
    if (cuts.x || scrolls !== undefined) [left, right] = [Math.max(left, clip.left), Math.min(right, clip.right)];
    if (cuts.y || scrolls !== undefined) [top, bottom] = [Math.max(top, clip.top), Math.min(bottom, clip.bottom)];
  }
  return right - left < 1 || bottom - top < 1 ? undefined : { left, top, right, bottom };
}
