// How high a box has to be to hold what floats or is placed in it, which by itself gives it no height. Reads only.
import { childrenOf } from '../dom/marker';
import { styleOf } from './style-of';

/** How deep floats are looked for: the usual list in a wrapper in a column. */
const FLOAT_DEPTH = 4;

/**
 * How high a box has to be to hold the floats in it, as a value of `min-height`; 0 when there are none.
 * @param all whether those count too that it holds already
 * @param placed whether absolutely positioned boxes count
 */
export function heightOfFloats(element: Element, style: CSSStyleDeclaration, all: boolean, placed: boolean): number {
  const rect = element.getBoundingClientRect();
  let lowest = 0;
  const search = (parent: Element, depth: number): void => {
    // Cells hold what floats in them by themselves.
    if (parent.localName === 'table') return;
    for (const child of childrenOf(parent)) {
      const { bottom, width } = child.getBoundingClientRect();
      if (width === 0 && bottom <= rect.bottom + 1) continue;
      const inner = styleOf(child);
      const absolute = inner.position === 'absolute';
      if ((absolute && !placed) || inner.position === 'fixed' || inner.visibility !== 'visible' || inner.opacity === '0') continue;
      if ((absolute || inner.float !== 'none') && (all || bottom > rect.bottom + 1)) lowest = Math.max(lowest, bottom + Math.max(0, parseFloat(inner.marginBottom) || 0));
      else if (depth > 0) search(child, depth - 1);
    }
  };
  search(element, FLOAT_DEPTH);
  if (lowest === 0) return 0;
  const px = (value: string): number => parseFloat(value) || 0;
  const frame = style.boxSizing === 'border-box' ? -px(style.paddingBottom) - px(style.borderBottomWidth) : px(style.paddingTop) + px(style.borderTopWidth);
  return Math.ceil(lowest - rect.top - frame);
}
