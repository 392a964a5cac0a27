// Tells whether readings that take no room, as they are drawn now, are seen whole: not cut off, on no line and no control above. Reads only,
// with the layout clean. Not for what is done about those that are not (keep.ts).
import { TEXT_TAG, up } from '../../dom/marker';
import { styleOf } from './shape';

interface Reading {
  readonly element: Element;
  /** The size of the characters below. */
  readonly em: number;
  readonly top: number;
  readonly bottom: number;
  /** Of the character below. */
  readonly middle: number;
  /** So much lower it may be drawn, in the size of the characters. */
  readonly lower: number;
  readonly centre: number;
}

/**
 * Where a reading is drawn, in the size of the characters below and from the lower edge of its box: measured on the screen, in both
 * browsers and many fonts. A tone mark over ü is the highest; ascenders are as high as any other tone mark.
 */
const HIGH = 0.71;
const USUAL = 0.64;
const MIDDLE = 0.35;
const TALL = /[ǖǘǚǜ]/;
/** So much lower a reading may be drawn: the tail of a g then touches the highest characters. */
export const LOWER = 0.09;
/** In Firefox, where the box has hardly a height and readings are drawn higher: twice as far, if the font leaves so much below them. */
export const LOWER_FIREFOX = 0.18;
const FIREFOX_GAP = 0.3;
const MIN_LOWER = 0.001;
/** Half a device pixel of an accent's own grey edge. */
const SLACK_PX = 0.5;
/** From line to line, in the size of the characters: less lets readings touch the line above. */
const PITCH = 1.38;
/** Less is no line but a bigger character. */
const NEW_LINE = 0.8;
/** So far readings may reach into what stands above and shows no edge: a line has so much air below its characters. */
const AIR = 0.36;
/** Over the edge of its own control. */
const OWN_EDGE_PX = 1;
/** A character reaches so far up from its middle. */
const HALF = 0.46;
const ELLIPSIS = 1;
const LEVELS = 8;
const NEIGHBOURS = 8;
const CONTROL = 'button,input,select,textarea,img,hr';

/**
 * Judges the readings of one block, given in their order.
 * @param hidden gets the readings of characters that the box does not show: of a line below its edge, of what an ellipsis stands for
 * @returns by how much they would have to be drawn lower to be whole, as a part of what they can be; above 1 they have no place
 */
export function lackOf(target: Element, readings: readonly Element[], hidden: Set<Element>): number {
  let shown = readings.map(readingOf).filter(({ bottom, centre }) => bottom || centre);
  const [first] = shown;
  if (!first) return 0;
  if (/^(vertical|sideways)/.test(styleOf(target).writingMode)) return Infinity;
  let lack = 0;
  // What the page itself cuts is at the window's edge.
  for (let at: Element | null = parentOf(first.element); at && at.localName !== 'body'; at = up(at)) {
    const { overflowX, overflowY, display, textOverflow, webkitLineClamp } = styleOf(at);
    if (overflowY === 'visible' || display === 'inline') continue;
    const box = at.getBoundingClientRect();
    const top = box.top + at.clientTop - at.scrollTop;
    const bottom = box.bottom - at.clientTop;
    const inside = shown.filter(({ middle }) => middle <= bottom && middle >= top);
    // What is scrolled or slid out of sight may come into it whole.
    if (inside.length === 0 || shown.some(({ middle, em }) => middle - HALF * em < top - 1)) continue;
    for (const one of inside) lack = Math.max(lack, (top - one.top - SLACK_PX) / one.em);
    if (/auto|scroll/.test(overflowY)) continue;
    const below = shown.filter(({ middle }) => middle > bottom);
    for (const one of below) if (one.top < bottom) hidden.add(one.element);
    const isShort = textOverflow !== 'clip' && overflowX !== 'visible' && at.scrollWidth > at.clientWidth;
    const last = isShort ? -Infinity : below.length > 0 && /\d/.test(webkitLineClamp) ? Math.max(...inside.map(({ middle }) => middle)) - 1 : Infinity;
    for (const { element, centre, middle, em } of inside) if (centre > box.right - (middle > last ? ELLIPSIS * em : 0)) hidden.add(element);
    shown = inside;
  }
  // Lines of columns begin at the top again.
  let line = shown[0] ?? first;
  for (const one of shown) {
    const step = (one.bottom - line.bottom) / one.em;
    if (step > NEW_LINE && step < PITCH) return Infinity;
    if (Math.abs(step) > NEW_LINE) line = one;
  }
  lack = Math.max(lack, (overNeighbours(target, shown) - SLACK_PX) / first.em);
  return lack > 0 ? lack / Math.max(MIN_LOWER, Math.min(...shown.map(({ lower }) => lower))) : 0;
}

function parentOf(reading: Element): Element {
  return reading.closest(TEXT_TAG)?.parentElement ?? reading;
}

function readingOf(element: Element): Reading {
  const em = Number.parseFloat(styleOf(parentOf(element)).fontSize);
  const { bottom, left, right, height } = element.getBoundingClientRect();
  const high = TALL.test(element.getAttribute('data-py') ?? '') ? HIGH : USUAL;
  let middle = bottom + MIDDLE * em;
  let lower = LOWER;
  if (height < em / 4 && element.previousSibling) {
    const range = element.ownerDocument.createRange();
    range.selectNode(element.previousSibling);
    const character = range.getBoundingClientRect();
    middle = (character.top + character.bottom) / 2;
    lower = Math.min(LOWER_FIREFOX, (middle - bottom) / em - FIREFOX_GAP);
  }
  return { element, em, top: bottom - high * em, bottom, middle, lower, centre: (left + right) / 2 };
}

/** How far the highest readings are drawn over what stands above them: the edge of their own box, or a neighbour. */
function overNeighbours(target: Element, readings: readonly Reading[]): number {
  const top = Math.min(...readings.map((one) => one.top));
  const line = readings.filter((one) => one.top < top + one.em / 2);
  let over = 0;
  for (let at: Element | null = target, level = 0; at && at.localName !== 'body' && level < LEVELS; at = up(at), level += 1) {
    const edge = at.getBoundingClientRect().top;
    if (top >= edge) break;
    if (hasEdge(at)) over = Math.max(over, edge - OWN_EDGE_PX - top);
    let seen = 0;
    for (let other = at.previousElementSibling; other && seen < NEIGHBOURS; other = other.previousElementSibling, seen += 1) {
      const box = other.getBoundingClientRect();
      const below = box.top < top && line.find(({ centre, em }) => box.left < centre + em / 2 && box.right > centre - em / 2);
      if (below) over = Math.max(over, box.bottom - top - (endsInEdge(other, top) ? 0 : AIR * below.em));
    }
  }
  return over;
}

function endsInEdge(element: Element, top: number): boolean {
  const last = element.lastElementChild;
  return element.getBoundingClientRect().bottom > top && (hasEdge(element) || (last !== null && endsInEdge(last, top)));
}

function hasEdge(element: Element): boolean {
  const { borderBottomWidth, backgroundImage, backgroundColor } = styleOf(element);
  return element.matches(CONTROL) || borderBottomWidth !== '0px' || backgroundImage !== 'none' || !/^transparent|, 0\)$/.test(backgroundColor);
}
