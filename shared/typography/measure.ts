// Reads how the page itself sets an element's text, also while our rules are in force around it.
// Not for what is made of it (plans in features/) nor for boxes (boxes.ts).
import type { Edits } from '../dom/edits';
import { MARK_PREFIX } from '../dom/marker';
import { flatParent } from './carriers';

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
  /** Whether its own transition would draw our change out over time. */
  readonly moves: boolean;
}

/** Mark of the moment in which an element shows the size that was written down of it, so that what inherits from it can be measured. */
export const BARE = 'bare';
/** Mark of the moment in which none of our rules holds for an element, so that it can be measured anew. */
export const OFF = 'off';
/** Which attributes tell that an element is under our rules, in either aid. */
const OURS = [`${MARK_PREFIX}size`, `${MARK_PREFIX}spacing-line`] as const;

/** Selects every element that is under our rules. */
export const UNDER_OURS = OURS.map((name) => `[${name}]`).join();

const px = (value: string): number => (value.endsWith('px') ? parseFloat(value) : 0);

/**
 * What the other aid wrote down of an element holds, since its rules hide the page's own values.
 * Letter spacing and margins are given against the size that now is: `em` either way.
 */
function typeOf(element: Element, style: CSSStyleDeclaration, anew: boolean): TypeOf {
  const now = parseFloat(style.fontSize) || 0;
  const written = anew ? null : element.getAttribute(OURS[0]);
  const line = anew ? null : written === null ? element.getAttribute(OURS[1]) : (element.getAttribute(`${OURS[0]}-line`) ?? 'normal');
  const own = style.lineHeight.endsWith('px') ? parseFloat(style.lineHeight) : null;
  return {
    size: written === null ? now : Number(written),
    line: line === null ? own : line === 'normal' ? null : Number(line),
    indent: written === null ? px(style.textIndent) : Number(element.getAttribute(`${OURS[0]}-indent`) ?? 0),
    letter: now > 0 ? px(style.letterSpacing) / now : 0,
    below: now > 0 ? px(style.marginBottom) / now : 0,
    moves: style.transitionDuration !== '0s' && /all|font|line|letter|word|indent/.test(style.transitionProperty),
  };
}

/** What stands between inline text and its block: their struts are part of the line. */
const isInline = (display: string): boolean => display === 'inline' || display === 'contents' || display.startsWith('ruby');

/**
 * Measures carriers and, for each, the inline elements around it up to its block container.
 * All reads; the writes in it are the momentary marks on what stands under our rules already.
 * @param anew whether what is written down of the carriers is to be forgotten: the page has restyled them
 */
export function measureTypes(carriers: readonly Element[], edits: Edits, anew = false): Map<Element, TypeOf> {
  const bared = new Set<Element>();
  const off = anew ? carriers.filter((carrier) => carrier.matches(UNDER_OURS)) : [];
  const hidden = new Set(off);
  for (const carrier of carriers) {
    // Enlargement writes all there is to know; spacing's mark alone says nothing of the size.
    if (!anew && carrier.hasAttribute(OURS[0])) continue;
    // What bears spacing's mark has its line height from there.
    for (const name of !anew && carrier.hasAttribute(OURS[1]) ? [OURS[0]] : OURS) {
      const above = ancestorWith(carrier, name, hidden);
      if (above) bared.add(above);
    }
  }
  // An inline override obeys only the variable, and that reaches the whole subtree: dear, so only where there is one.
  for (const element of bared) edits.mark(element, BARE, isOverridden(element) ? 'deep' : '');
  for (const element of off) edits.mark(element, OFF, '');
  const types = new Map<Element, TypeOf>();
  for (const carrier of carriers) {
    for (let at: Element | null = carrier; at && !types.has(at); at = flatParent(at)) {
      const view = at.ownerDocument.defaultView;
      if (!view || at === at.ownerDocument.documentElement || (at !== carrier && bared.has(at))) break;
      const style = view.getComputedStyle(at);
      types.set(at, typeOf(at, style, hidden.has(at)));
      if (!isInline(style.display)) break;
    }
  }
  for (const element of off) edits.mark(element, OFF, null);
  for (const element of bared) edits.mark(element, BARE, null);
  return types;
}

function ancestorWith(element: Element, attribute: string, hidden: ReadonlySet<Element>): Element | null {
  for (let at = flatParent(element); at; at = flatParent(at)) {
    if (at.hasAttribute(attribute) && !hidden.has(at)) return at;
  }
  return null;
}

function isOverridden(element: Element): boolean {
  return 'style' in element && (element as HTMLElement).style.cssText.includes('--mingdu-x-');
}
