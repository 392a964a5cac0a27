// Reads how the page itself sets an element's text, also while our rules are in force around it.
// Not for what is made of it (plans in features/) nor for boxes (boxes.ts).
import type { Edits } from '../dom/edits';
import { USER_MARK } from '../dom/marker';
import { flatParent } from './carriers';
import { attributeOf, SIZE_MARK, SPACING_MARK, writeDown, type Written, writtenOf } from './written';

/** An element's text as the page set it; lengths in CSS pixels. */
export interface TypeOf {
  readonly size: number;
  /** null for `normal`, which follows the size by itself. */
  readonly line: number | null;
  readonly indent: number;
  /** Letter spacing, in em. */
  readonly letter: number;
  /** Bottom margin, in em. */
  readonly below: number;
  /** Whether it is laid out as part of a line, and so has no box that could be too small. */
  readonly isInline: boolean;
}

/** Mark of the moment in which an element shows the size that was written down of it, so that what inherits from it can be measured. */
export const BARE = 'bare';
/** Mark of the moment in which none of our rules holds for an element, so that it can be measured anew. */
export const OFF = 'off';
/** Which attributes tell that an element is under our rules, in either aid. */
const OURS = [attributeOf(SIZE_MARK), attributeOf(SPACING_MARK)] as const;

/** Selects every element that is under our rules. */
export const UNDER_OURS = OURS.map((name) => `[${name}]`).join();

/** Which of an element's values an aid wants to know: asking for all of them doubles the cost of a page. */
export type Wanted = 'indent' | 'spaces';

/** Elements that are laid out in lines unless the page says otherwise; others are blocks, as good as always. */
const IN_LINES = new Set(['a', 'abbr', 'b', 'big', 'bdi', 'bdo', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd',
  'label', 'mark', 'nobr', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'slot', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var']);
const px = (value: string): number => (value.endsWith('px') ? parseFloat(value) : 0);

/** Reads one element. Pages have few different texts and many of each: the same values give the same object. */
function createReader(wanted: Wanted): (style: CSSStyleDeclaration, isBlock: boolean, written: Written | null, line: number | null | undefined) => TypeOf {
  const known = new Map<string, TypeOf>();
  const spaced = wanted === 'spaces';
  return (style, isBlock, written, line) => {
    const { fontSize, lineHeight } = style;
    const indent = !written && isBlock && !spaced ? style.textIndent : '';
    const letter = spaced ? style.letterSpacing : '';
    const below = spaced && isBlock ? style.marginBottom : '';
    const key = fontSize + lineHeight + indent + letter + below + (isBlock ? 'b' : '') + (line === undefined ? '' : `${line} ${written ? writeDown(written) : ''}`);
    const before = known.get(key);
    if (before) return before;
    const now = parseFloat(fontSize) || 0;
    // Letter spacing and margins are given against the size that now is: `em` either way.
    const em = (value: string): number => (now > 0 ? px(value) / now : 0);
    const type: TypeOf = {
      size: written ? written.size : now,
      line: line !== undefined ? line : lineHeight === 'normal' ? null : px(lineHeight),
      indent: written ? written.indent : px(indent),
      letter: em(letter),
      below: em(below),
      isInline: !isBlock,
    };
    known.set(key, type);
    return type;
  };
}

/** What stands between inline text and its block: their struts are part of the line. */
const isInline = (display: string): boolean => display === 'inline' || display === 'contents' || display.startsWith('ruby');

/**
 * Measures carriers and, for each, the inline elements around it up to its block container.
 * All reads; the writes in it are the momentary marks on what stands under our rules already.
 * @param anew whether what is written down of the carriers is to be forgotten: the page has restyled them
 */
export function measureTypes(carriers: readonly Element[], edits: Edits, wanted: Wanted, anew = false): Map<Element, TypeOf> {
  const off = anew ? carriers.filter((carrier) => carrier.matches(UNDER_OURS)) : [];
  const hidden = new Set(off);
  const isUntouched = areUntouched(carriers);
  const bared = isUntouched ? new Set<Element>() : baredFor(carriers, hidden, anew);
  // An inline override obeys only the variable, and that reaches the whole subtree: dear, so only where there is one.
  for (const element of bared) edits.mark(element, BARE, isOverridden(element) ? 'deep' : '');
  for (const element of off) edits.mark(element, OFF, '');
  const types = new Map<Element, TypeOf>();
  const read = createReader(wanted);
  for (const carrier of carriers) {
    const view = carrier.ownerDocument.defaultView;
    for (let at: Element | null = carrier; view && at && !types.has(at); at = flatParent(at)) {
      if (at.localName === 'html' || (at !== carrier && bared.has(at))) break;
      const style = view.getComputedStyle(at);
      const isBlock = !IN_LINES.has(at.localName) || !isInline(style.display);
      const forgotten = isUntouched || hidden.has(at);
      const written = forgotten ? null : writtenOf(at.getAttribute(OURS[0]));
      const spacing = forgotten || written ? null : writtenOf(at.getAttribute(OURS[1]));
      types.set(at, read(style, isBlock, written, (written ?? spacing)?.line));
      if (isBlock) break;
    }
  }
  for (const element of off) edits.mark(element, OFF, null);
  for (const element of bared) edits.mark(element, BARE, null);
  return types;
}

/** Whether no rule of ours holds anywhere around these elements. */
function areUntouched(carriers: readonly Element[]): boolean {
  const roots = new Set(carriers.map((carrier) => carrier.getRootNode() as Document | ShadowRoot));
  return [...roots].every((root) => root.nodeType === 9 && !root.querySelector(UNDER_OURS));
}

/** What the carriers inherit from while our rules hold: the nearest element above each that bears a mark of each aid. */
function baredFor(carriers: readonly Element[], hidden: ReadonlySet<Element>, anew: boolean): Set<Element> {
  const bared = new Set<Element>();
  for (const carrier of carriers) {
    // Enlargement writes all there is to know; spacing's mark alone says nothing of the size.
    if (!anew && carrier.hasAttribute(OURS[0])) continue;
    // What bears spacing's mark has its line height from there.
    for (const name of !anew && carrier.hasAttribute(OURS[1]) ? [OURS[0]] : OURS) {
      const above = ancestorWith(carrier, name, hidden);
      if (above) bared.add(above);
    }
  }
  return bared;
}

function ancestorWith(element: Element, attribute: string, hidden: ReadonlySet<Element>): Element | null {
  for (let at = flatParent(element); at; at = flatParent(at)) {
    if (at.hasAttribute(attribute) && !hidden.has(at)) return at;
  }
  return null;
}

function isOverridden(element: Element): boolean {
  // No style, or a form's field of that name in its place.
  const { style } = element as Partial<HTMLElement>;
  return element.hasAttribute(USER_MARK) || Boolean(style?.cssText?.includes('--mingdu-x-'));
}
