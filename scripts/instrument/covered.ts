// Finds texts that something opaque lies over, wherever the page is scrolled: bars that have grown, boxes placed by hand, pictures.
// Runs in the page. It scrolls, window and inner boxes alike, and puts every scroll position back.
import { visiblePart, clippersOf, nameOf, type ClipperBook } from './clippers';
import { onPage, placeOf } from './frames';
import type { Fault } from './layout';
import { outerOf, parentOf, type Box, type TextOnPage } from './texts';

/** Of a line's points so many may lie under something. */
const COVERED_PART = 0.2;
/** Points along a line: one in so many px, but not more than MOST_POINTS. */
const STEP_PX = 24;
const MOST_POINTS = 12;
/** A background less opaque than this lets text through. */
const OPAQUE_ALPHA = 0.5;
/** Texts inside boxes that scroll are brought into view one by one; so many at most. */
const MOST_INNER = 400;
const INSET_PX = 1;
/** Where the rounds of scrolling begin, as parts of a step. */
const OFFSETS = [0, 0.5, 0.25, 0.75];

/** What was found out about one text so far, line by line: a long one is never in the window as a whole. */
interface Verdict {
  readonly text: TextOnPage;
  readonly free: Set<number>;
  readonly under: Map<number, string>;
}

/**
 * Texts with a line that is covered at every scroll position at which it was looked at.
 * @param texts just measured, at the present scroll position
 */
export function coveredTexts(document: Document, texts: readonly TextOnPage[]): Fault[] {
  const window = document.defaultView;
  if (window === null) return [];
  const [x, y] = [window.scrollX, window.scrollY];
  const opaque = new Map<Element, boolean>();
  const verdicts: Verdict[] = texts.map((text) => ({ text, free: new Set(), under: new Map() }));
  const isOpen = ({ text, free }: Verdict) => free.size < Math.max(1, text.boxes.length);
  const height = Math.max(document.documentElement.scrollHeight, document.body?.scrollHeight ?? 0);
  const step = Math.max(100, window.innerHeight / 2);
  for (const part of OFFSETS) {
    // What one bar covers here and another there may lie bare between.
    const open = part === 0 ? verdicts : verdicts.filter((verdict) => coverOf(verdict) !== undefined);
    if (open.length === 0) break;
    for (let top = part * step; top === 0 || top < height - step; top += step) {
      window.scrollTo({ left: 0, top, behavior: 'instant' });
      const book: ClipperBook = new Map();
      for (const verdict of open.filter(isOpen)) {
        // Boxes were measured at one position; they are only a hint of where to look.
        const near = verdict.text.floating || verdict.text.boxes.some((box) => box.bottom > top - 50 && box.top < top + window.innerHeight + 50);
        if (near) lookAt(verdict, window, opaque, book);
      }
    }
  }
  const inner = verdicts.filter((verdict) => isOpen(verdict) && hasScroller(verdict.text.element));
  for (const verdict of inner.slice(0, MOST_INNER)) withinView(verdict.text.element, () => lookAt(verdict, window, opaque, new Map()));
  window.scrollTo({ left: x, top: y, behavior: 'instant' });
  return verdicts.flatMap((verdict) => {
    const { text } = verdict;
    const by = coverOf(verdict);
    return by === undefined ? [] : [{ kind: 'covered' as const, ids: [text.id], text: text.text, detail: by }];
  });
}

/** What lies over the first line that was never bare. */
function coverOf({ free, under }: Verdict): string | undefined {
  return [...under].find(([line]) => !free.has(line))?.[1];
}

/** Looks at those lines of a text that are in the window now. */
function lookAt({ text, free, under }: Verdict, window: Window, opaque: Map<Element, boolean>, book: ClipperBook): void {
  const place = placeOf(text.element.ownerDocument);
  const chain = clippersOf(text.element, book);
  const lines = linesOf(text, place);
  // By number: old libraries put another entries() in the list's place.
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) continue;
    const box = free.has(index) ? undefined : visiblePart(line, chain);
    if (box === undefined) continue;
    const [top, bottom] = [box.top - window.scrollY, box.bottom - window.scrollY];
    const [left, right] = [Math.max(0, box.left - window.scrollX), Math.min(window.innerWidth, box.right - window.scrollX)];
    if (top < 0 || bottom > window.innerHeight || right - left < 2) continue;
    const count = Math.max(3, Math.min(MOST_POINTS, Math.round((right - left) / STEP_PX)));
    let hidden = 0;
    let by = '';
    for (let at = 0; at < count; at += 1) {
      const x = left + INSET_PX + ((right - left - 2 * INSET_PX) * (at + 0.5)) / count;
      for (const part of [0.35, 0.65]) {
        const cover = coverAt(text, x + window.scrollX - place.x, top + (bottom - top) * part + window.scrollY - place.y, opaque);
        if (cover === undefined) continue;
        hidden += 1;
        by = cover;
      }
    }
    if (hidden > count * 2 * COVERED_PART) under.set(index, `${Math.round((hidden / count / 2) * 100)} % of a line under ${by}`);
    else free.add(index);
  }
}

function linesOf(text: TextOnPage, place: { x: number; y: number }): Box[] {
  // A control's text does not move within it; an annotation's rectangles are near enough for a hint and are measured anew each walk.
  if (text.node.nodeType !== 3 || text.carrier !== text.node) {
    const rect = (text.carrier as Element).getBoundingClientRect();
    return [onPage(rect, place)];
  }
  const range = text.element.ownerDocument.createRange();
  range.selectNodeContents(text.node);
  return [...range.getClientRects()].filter(({ width, height }) => width >= 1 && height >= 1).map((rect) => onPage(rect, place));
}

/** The opaque element over a text at a point of its own window; undefined when the text lies bare. */
function coverAt(text: TextOnPage, x: number, y: number, opaque: Map<Element, boolean>): string | undefined {
  const root = text.element.getRootNode() as Document | ShadowRoot;
  const first = root.elementFromPoint(x, y);
  if (first === null || isOwn(first, text.element)) return undefined;
  for (const hit of root.elementsFromPoint(x, y)) {
    if (isOwn(hit, text.element)) return undefined;
    if (isOpaque(hit, opaque)) return nameOf(hit);
  }
  return undefined;
}

/** The text's element itself, what it is in, or what is in it. */
function isOwn(hit: Element, element: Element): boolean {
  if (hit === element || element.contains(hit)) return true;
  for (let at: Element | null = element; at !== null; at = parentOf(at)) if (at === hit) return true;
  return false;
}

/** Whether nothing shines through. The product's own interface is not judged here: it is meant to lie over the page. */
export function isOpaque(element: Element, book: Map<Element, boolean> = new Map()): boolean {
  const known = book.get(element);
  if (known !== undefined) return known;
  const answer = !isOurs(element) && !isFaint(element) && isFilled(element);
  book.set(element, answer);
  return answer;
}

function isOurs(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) if (at.hasAttribute('data-mingdu')) return true;
  return false;
}

function isFaint(element: Element): boolean {
  let opacity = 1;
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    opacity *= parseFloat((at.ownerDocument.defaultView as Window).getComputedStyle(at).opacity);
  }
  return opacity < OPAQUE_ALPHA;
}

function isFilled(element: Element): boolean {
  if (element.localName === 'img') {
    // A missing picture draws nothing, and a picture of one or two pixels holds a place.
    const { naturalWidth, naturalHeight } = element as HTMLImageElement;
    return naturalWidth > 2 || naturalHeight > 2;
  }
  if (['canvas', 'video', 'iframe', 'object', 'embed'].includes(element.localName) || element.namespaceURI === 'http://www.w3.org/2000/svg') return true;
  const style = (element.ownerDocument.defaultView as Window).getComputedStyle(element);
  if (style.backgroundImage !== 'none') return true;
  const { backgroundColor: colour } = style;
  if (colour === 'transparent') return false;
  const alpha = /(?:,|\/)\s*([\d.]+)\)$/.exec(colour.startsWith('rgb(') ? '' : colour)?.[1];
  return alpha === undefined || parseFloat(alpha) >= OPAQUE_ALPHA;
}

function hasScroller(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = outerOf(at)) if (at.scrollHeight > at.clientHeight + 1 && at.clientHeight > 0 && isScroller(at)) return true;
  return false;
}

function isScroller(element: Element): boolean {
  if (element === element.ownerDocument.documentElement) return element.ownerDocument.defaultView?.frameElement !== null;
  return /auto|scroll/.test((element.ownerDocument.defaultView as Window).getComputedStyle(element).overflowY);
}

/** Scrolls an element into the middle of all that scrolls around it, runs, and scrolls everything back. */
function withinView(element: Element, run: () => void): void {
  const scrolled: [Element, number, number][] = [];
  for (let at = outerOf(element); at !== null; at = outerOf(at)) scrolled.push([at, at.scrollLeft, at.scrollTop]);
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  run();
  for (const [at, left, top] of scrolled) at.scrollTo({ left, top, behavior: 'instant' });
}
