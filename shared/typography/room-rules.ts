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
  whole: { 'overflow-wrap': 'normal', 'word-break': 'normal' },
  content: { 'min-width': 'min-content', 'max-width': 'none' },
  shrink: { 'min-width': '0' },
  loose: { width: 'auto', 'max-width': '100%', 'min-width': '0' },
  rows: { 'flex-wrap': 'wrap' },
  scroll: { 'overflow-x': 'auto' },
  stack: { display: 'block', width: 'auto', height: 'auto', 'box-sizing': 'border-box', 'max-width': '100%' },
  stretch: { 'background-size': '100% 100%' },
  unlock: { 'overflow-y': 'auto' },
  number: { 'white-space': 'nowrap', 'overflow-wrap': 'normal', 'word-break': 'normal' },
  unmoved: { top: 'auto', left: 'auto', right: 'auto', bottom: 'auto' },
  'margin-top': { 'margin-top': '0' },
  'margin-left': { 'margin-left': '0' },
  absolute: { position: 'absolute' },
};

/** Remedies whose value is a length in px. */
const LENGTHS: Readonly<Record<string, (value: string) => Readonly<Record<string, string>>>> = {
  tall: (value) => ({ height: 'auto', 'max-height': 'none', 'min-height': `${value}px`, '-webkit-line-clamp': 'none', 'aspect-ratio': 'auto' }),
  high: (value) => ({ height: `${value}px`, 'max-height': 'none', 'min-height': '0' }),
  frame: (value) => ({ height: `${value}px`, 'max-height': 'none' }),
  hold: (value) => ({ 'min-height': `${value}px` }),
  narrow: (value) => ({ 'max-width': `max(100%,${value}px)` }),
  wide: (value) => ({ width: 'auto', 'min-width': `min(${value}px,100%)`, 'max-width': '100%' }),
  spread: (value) => ({ 'flex-basis': `${value}px`, 'min-width': `min(${value}px,100%)` }),
  field: (value) => ({ width: `${value}px`, 'min-width': `min(${value}px,100%)`, 'max-width': '100%' }),
  label: (value) => ({ width: 'auto', 'min-width': `${value}px`, 'white-space': 'nowrap' }),
  unpad: (value) => {
    const [padding, width] = value.split('/');
    return { 'padding-left': `${padding}px`, 'padding-right': `${padding}px`, width: `${width}px`, 'box-sizing': 'content-box' };
  },
  inward: (value) => ({ translate: `-${value}px 0` }),
  static: (value) => ({ position: 'static', ...(value === '' ? {} : { 'margin-left': `${value}px` }) }),
  'push-end': (value) => ({ 'padding-bottom': `${value}px` }),
  push: (value) => ({ 'padding-top': `${value}px` }),
  fit: (value) => ({ 'max-height': `calc(100vh - ${value}px)`, 'overflow-y': 'auto' }),
};

/** They have the last word over others that set the same: `hold` over `tall`, those that wrap over `label`. */
const STRONGER = new Set(['hold', 'wrap', 'wrap-pre', 'break', 'stack']);

/** All marks of this file. */
export const REMEDY_MARKS: readonly string[] = [...Object.keys(FIXED), ...Object.keys(LENGTHS)];

/** @returns the rule for a mark of an aid */
export function roomRule(prefix: string, mark: string, value: string): string {
  const selector = `[${MARK_PREFIX}${prefix}-${mark}="${value}"]`;
  const declarations = FIXED[mark] ?? LENGTHS[mark]?.(value);
  if (!declarations) throw new Error(`Mingdu: no rule for the mark '${mark}': add it to room-rules.ts`);
  return important(STRONGER.has(mark) ? selector + selector : selector, declarations);
}

/** Whether an element is part of a table, for laying tables out as blocks. */
export function isTablePart(element: Element): boolean {
  return TABLE_PARTS.includes(element.localName);
}
