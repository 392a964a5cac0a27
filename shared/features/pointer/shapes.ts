// The drawings of the large pointer and which one belongs to what is pointed at. Pure but for reading the element; not for moving it.

export type Shape = 'arrow' | 'hand' | 'beam';

/** A drawing 32 × 32 units: the outline's path and the point in it that points. */
export interface Drawing {
  readonly path: string;
  readonly hot: readonly [number, number];
}

/** Units of a drawing's side. */
export const DRAWING_UNITS = 32;

export const DRAWINGS: Readonly<Record<Shape, Drawing>> = {
  arrow: { path: 'M2 2v25l6-5.6L12 31l4.6-2-4-9.3h8.6z', hot: [1.4, 1] },
  hand: {
    path: 'M11 3.4a2.4 2.4 0 0 1 4.8 0V12a2.3 2.3 0 0 1 4.4.7 2.3 2.3 0 0 1 4.3.9 2.2 2.2 0 0 1 4 1.3V21c0 6-3.4 9.6-9 9.6-4.7 0-7-1.8-9.2-5.2L4.8 17.7c-1.5-2.6 1.7-4.7 3.6-2.6L11 18z',
    hot: [13.4, 1],
  },
  beam: {
    path: 'M10 1.5h4.5L16 3l1.5-1.5H22v3.5h-3.2l-1.1 1.2v19.6l1.1 1.2H22v3.5h-4.5L16 29l-1.5 1.5H10V27h3.2l1.1-1.2V6.2L13.2 5H10z',
    hot: [16, 16],
  },
};

/** Height of the drawing in CSS pixels. */
export const SIZE_PX = { large: 48, larger: 80 } as const;

const PRESSABLE =
  'a[href], area[href], button, summary, select, label, option, [role="button"], [role="link"], [role="tab"], [role="menuitem"], [role="option"], ' +
  '[role="switch"], [role="checkbox"], [role="radio"], [onclick], input:is([type="button"], [type="submit"], [type="reset"], [type="image"], ' +
  '[type="checkbox"], [type="radio"], [type="file"], [type="color"], [type="range"])';
const DEAD = ':disabled, [aria-disabled="true"]';
const WRITABLE = 'input, textarea, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]';

/**
 * The shape that a browser would most likely show over an element. The page's own `cursor` cannot be asked: our sheet hides it.
 * @param target what is pointed at
 * @param isSelectable whether its text can be selected (computed `user-select` is not `none`)
 */
export function shapeOver(target: Element, isSelectable: boolean): Shape {
  const pressable = target.closest(PRESSABLE);
  if (pressable) return pressable.matches(DEAD) ? 'arrow' : 'hand';
  if (hasHand(target)) return 'hand';
  if (target.closest(WRITABLE)) return 'beam';
  return isSelectable && hasText(target) ? 'beam' : 'arrow';
}

/** Sites that make a box pressable by script mostly say so in its style; the nearest one of those with an inline one counts. */
function hasHand(target: Element): boolean {
  return (target.closest('[style*="cursor"]') as HTMLElement | null)?.style.cursor === 'pointer';
}

function hasText(target: Element): boolean {
  return [...target.childNodes].some((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '') || target.localName === 'mingdu-text';
}

/**
 * Where the drawing's corner lies so that its hot spot is on a point.
 * @param shape the drawing
 * @param size its side in CSS pixels
 * @param point where it points, CSS pixels of the viewport
 * @returns a CSS transform
 */
export function transformFor(shape: Shape, size: number, point: { readonly x: number; readonly y: number }): string {
  const [hotX, hotY] = DRAWINGS[shape].hot;
  const unit = size / DRAWING_UNITS;
  return `translate3d(${rounded(point.x - hotX * unit)}px, ${rounded(point.y - hotY * unit)}px, 0)`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
