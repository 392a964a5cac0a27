// What each remedy's mark does to a box. Pure; which box gets which mark is decided in tall.ts, wide.ts and floating.ts.
import { MARK_PREFIX } from '../dom/marker';
import { important } from './rules';

const TABLE_PARTS = ['table', 'tbody', 'thead', 'tfoot', 'tr', 'td'];

/** Remedies without a value of their own. `overflow` is never made visible: that would collapse containers of floats. */
const FIXED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  flow: { display: 'flow-root' },
  firm: { 'flex-shrink': '0' },
  wrap: { 'white-space': 'normal', 'text-overflow': 'clip' },
  'wrap-pre': { 'white-space': 'pre-wrap' },
  break: { 'overflow-wrap': 'anywhere', 'white-space': 'normal' },
  shrink: { 'min-width': '0' },
  loose: { width: 'auto', 'max-width': '100%', 'min-width': '0' },
  rows: { 'flex-wrap': 'wrap' },
  scroll: { 'overflow-x': 'auto' },
  stack: { display: 'block', width: 'auto', height: 'auto', 'box-sizing': 'border-box', 'max-width': '100%' },
  stretch: { 'background-size': '100% 100%' },
  static: { position: 'static' },
  unmoved: { top: 'auto', left: 'auto', right: 'auto', bottom: 'auto' },
  'margin-top': { 'margin-top': '0' },
  'margin-left': { 'margin-left': '0' },
  sticky: { position: 'sticky' },
};

/** @returns the rule for a mark of an aid */
export function roomRule(prefix: string, mark: string, value: string): string {
  const selector = `[${MARK_PREFIX}${prefix}-${mark}="${value}"]`;
  const fixed = FIXED[mark];
  if (fixed) return important(selector, fixed);
  if (mark === 'tall') {
    return important(selector, { height: 'auto', 'max-height': 'none', 'min-height': `${value}px`, '-webkit-line-clamp': 'none' });
  }
  if (mark === 'high') return important(selector, { height: `${value}px`, 'max-height': 'none', 'min-height': '0' });
  // Stronger than `tall`, which gives a minimum as well.
  if (mark === 'hold') return important(selector + `[${MARK_PREFIX}${prefix}-hold]`, { 'min-height': `${value}px` });
  if (mark === 'narrow') return important(selector, { 'max-width': `max(100%,${value}px)` });
  if (mark === 'wide') return important(selector, { width: 'auto', 'min-width': `min(${value}px,100%)`, 'max-width': '100%' });
  throw new Error(`Mingdu: no rule for the mark '${mark}': add it to FIXED in room-rules.ts`);
}

/** Whether an element is part of a table, for laying tables out as blocks. */
export function isTablePart(element: Element): boolean {
  return TABLE_PARTS.includes(element.localName);
}
