// Tells which boxes lose their shape when readings come, found by measuring before a write and after it. Reads only; what is done
// about such a box is in keep.ts.
import { childrenOf, up } from '../../dom/marker';

export interface Shapes {
  /** Notes how everything around these elements is; call before a write, with the layout clean. */
  note(targets: Iterable<Element>): void;
  /** Of what was noted: the innermost boxes that no longer hold or show what they did. */
  broken(): Element[];
}

/** What of a box does not follow from its content. */
interface Facts {
  readonly cutsX: boolean;
  readonly cutsY: boolean;
  readonly scrollsX: boolean;
  readonly scrollsY: boolean;
  /** Stands in a row with others: floated, inline-block, or in a flexible or grid box. */
  readonly isItem: boolean;
  /** Grows with what is in it, or has no size of its own. */
  readonly isFree: boolean;
}

interface Noted {
  readonly facts: Facts;
  readonly down: number;
  readonly side: number;
  readonly height: number;
  /** Rows that its children stand in; 0 where none of them is an item. */
  readonly rows: number;
  /** Whether it is a label: one line in an item. */
  readonly isLine: boolean;
}

/** Where a block of text ends. */
interface End {
  /** The nearest box around it that cuts off what runs over. */
  readonly cutter: Element | null;
  /** How far it runs over the lower edge of that box. */
  readonly over: number;
  readonly right: number;
  /** How many of its lines lie under what is placed by hand in it: the date of a list's entry. */
  readonly under: number;
}

/** Rounding, and glyphs that hang out a little. */
const SLACK_DOWN_PX = 1;
const SLACK_SIDE_PX = 1;
/** Children looked at for rows; navigation has fewer. */
const MOST_CHILDREN = 60;
/** Parts of one entry, such as its title and its date. */
const MOST_PARTS = 6;
/** A label's item is its own box or one a little further out. */
const ITEM_LEVELS = 3;
const NORMAL_LINE = 1.3;
const MORE_THAN_ONE = 1.65;
const CUTS = /hidden|clip/;
const SCROLLS = /auto|scroll/;
/** Rows and groups are as their cells are; cells and tables grow with what is in them. */
const FREE = /^(inline|contents|none|ruby.*|table.*|inline-table)$/;

export function createShapes(): Shapes {
  let noted = new Map<Element, Noted>();
  let ends = new Map<Element, End>();
  /** Of one note only: pages change. */
  let known = new Map<Element, Facts>();

  function factsOf(element: Element): Facts {
    const old = known.get(element);
    if (old) return old;
    const style = styleOf(element);
    const parent = up(element);
    const facts = {
      cutsX: CUTS.test(style.overflowX),
      cutsY: CUTS.test(style.overflowY),
      scrollsX: SCROLLS.test(style.overflowX),
      scrollsY: SCROLLS.test(style.overflowY),
      isItem: style.float !== 'none' || /^inline-(block|flex|grid)$/.test(style.display) || (parent !== null && /flex|grid/.test(styleOf(parent).display)),
      isFree: FREE.test(style.display),
    };
    known.set(element, facts);
    return facts;
  }

  function measure(element: Element, facts: Facts, hasItems: boolean, isLine: boolean): Noted {
    return {
      facts,
      down: Math.max(0, element.scrollHeight - element.clientHeight),
      side: Math.max(0, element.scrollWidth - element.clientWidth),
      height: element.clientHeight,
      rows: hasItems ? rowsOf(element) : 0,
      isLine,
    };
  }

  function isBroken(element: Element, was: Noted): boolean {
    const { facts, rows } = was;
    if (!element.isConnected) return false;
    if (rows > 0 && rowsOf(element) > rows) return true;
    if (was.isLine && linesOf(element) >= MORE_THAN_ONE) return true;
    if (facts.isFree) return false;
    const now = measure(element, facts, false, false);
    // Where nothing is cut off: a box of one height, rather than one that is only as high as what does not float in it.
    const isFixed = facts.cutsY || (!facts.scrollsY && now.height === was.height && was.down < was.height / 2);
    const isLonger = isFixed && now.down > was.down + SLACK_DOWN_PX;
    const isWider = facts.cutsX ? now.side > was.side + SLACK_SIDE_PX : !facts.scrollsX && was.side <= SLACK_SIDE_PX && now.side > SLACK_SIDE_PX;
    return isLonger || isWider;
  }

  function endOf(target: Element, cutter: Element | null): End {
    const { bottom, right } = target.getBoundingClientRect();
    return { cutter, over: cutter ? Math.max(0, bottom - cutter.getBoundingClientRect().bottom) : 0, right, under: linesUnder(target) };
  }

  /** What a block now runs out of and did not: the box that cuts it off, or, at the window's edge, the block itself. */
  function brokenAt(target: Element, was: End): Element | null {
    const now = endOf(target, was.cutter);
    if (now.over > was.over + SLACK_DOWN_PX) return was.cutter;
    if (now.under > was.under) return target;
    const edge = target.ownerDocument.documentElement.clientWidth + SLACK_SIDE_PX;
    return was.right <= edge && now.right > edge ? target : null;
  }

  return {
    note(targets) {
      noted = new Map();
      ends = new Map();
      known = new Map();
      const rowed = new Set<Element>();
      const chain = new Map<Element, boolean>();
      for (const target of targets) {
        let level = 0;
        let hasItem = false;
        let cutter: Element | null = null;
        for (let at: Element | null = target; at && at !== at.ownerDocument.body && at !== at.ownerDocument.documentElement; at = up(at)) {
          if (chain.has(at) && level >= ITEM_LEVELS && cutter) break;
          const facts = factsOf(at);
          if (facts.cutsY) cutter ??= at;
          const above = up(at);
          if (facts.isItem && above) rowed.add(above);
          hasItem ||= facts.isItem && level < ITEM_LEVELS;
          if (!chain.has(at)) chain.set(at, false);
          level += 1;
        }
        ends.set(target, endOf(target, cutter));
        if (hasItem && !factsOf(target).isFree && linesOf(target) < MORE_THAN_ONE) chain.set(target, true);
      }
      for (const [element, isLine] of chain) {
        const facts = factsOf(element);
        if (!facts.isFree || rowed.has(element)) noted.set(element, measure(element, facts, rowed.has(element), isLine));
      }
    },
    broken() {
      const found = [...noted].filter(([element, was]) => isBroken(element, was)).map(([element]) => element);
      for (const [target, was] of ends) {
        const box = target.isConnected ? brokenAt(target, was) : null;
        if (box) found.push(box);
      }
      return found.filter((element) => !found.some((other) => other !== element && element.contains(other)));
    },
  };
}

/** The style of an element as its window computes it. */
export function styleOf(element: Element): CSSStyleDeclaration {
  const { ownerDocument: document } = element;
  // A document that its frame has left shows nothing.
  return document.defaultView?.getComputedStyle(element) ?? document.createElement('i').style;
}

/** How many of its own lines a block is high, about. */
function linesOf(element: Element): number {
  const { lineHeight, fontSize, paddingTop, paddingBottom } = styleOf(element);
  const linePx = Number.parseFloat(lineHeight) || Number.parseFloat(fontSize) * NORMAL_LINE;
  return (element.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom)) / linePx;
}

function linesUnder(element: Element): number {
  if (element.childElementCount < 2 || element.childElementCount > MOST_PARTS) return 0;
  const parts = childrenOf(element);
  const placed = parts.filter((part) => styleOf(part).position === 'absolute').map((part) => part.getBoundingClientRect());
  if (placed.length === 0) return 0;
  const lines = parts.flatMap((part) => (styleOf(part).position === 'static' ? [...part.getClientRects()] : []));
  return lines.filter((line) => placed.some((box) => line.right > box.left && line.left < box.right && line.bottom > box.top && line.top < box.bottom)).length;
}

/** How often a child begins below the one before it. */
function rowsOf(element: Element): number {
  let rows = 0;
  let bottom = Number.NEGATIVE_INFINITY;
  let count = 0;
  for (let child = element.firstElementChild; child && count < MOST_CHILDREN; child = child.nextElementSibling, count += 1) {
    const rect = child.getBoundingClientRect();
    if (rect.width === 0 || rect.height === 0) continue;
    if (rect.top >= bottom - 1) rows += 1;
    bottom = rect.bottom;
  }
  return rows;
}
