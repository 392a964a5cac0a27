// The drawings of the large pointer and which one belongs to what is pointed at. Pure but for reading the element; not for moving it.

export type Shape = keyof typeof DRAWINGS;

/** A drawing 32 × 32 units: the outline's path and the point in it that points. */
export interface Drawing {
  readonly path: string;
  readonly hot: readonly [number, number];
  /** Degrees about the middle. */
  readonly turn?: number;
}

/** Units of a drawing's side. */
export const DRAWING_UNITS = 32;

const ARROW = 'M2 2v25l6-5.6L12 31l4.6-2-4-9.3h8.6z';
const BOTH_WAYS: Drawing = { path: 'M1 16l9-8v5.5h12V8l9 8-9 8v-5.5H10V24z', hot: [16, 16] };
const GLASS = 'M13 1.5a11.5 11.5 0 1 0 6 21.3l7 7 3.8-3.8-7-7A11.5 11.5 0 0 0 13 1.5zm0 4a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM8.6 11.5';

export const DRAWINGS = {
  arrow: { path: ARROW, hot: [1.4, 1] },
  hand: {
    path: 'M11 3.4a2.4 2.4 0 0 1 4.8 0V12a2.3 2.3 0 0 1 4.4.7 2.3 2.3 0 0 1 4.3.9 2.2 2.2 0 0 1 4 1.3V21c0 6-3.4 9.6-9 9.6-4.7 0-7-1.8-9.2-5.2L4.8 17.7c-1.5-2.6 1.7-4.7 3.6-2.6L11 18z',
    hot: [13.4, 1],
  },
  beam: {
    path: 'M10 1.5h4.5L16 3l1.5-1.5H22v3.5h-3.2l-1.1 1.2v19.6l1.1 1.2H22v3.5h-4.5L16 29l-1.5 1.5H10V27h3.2l1.1-1.2V6.2L13.2 5H10z',
    hot: [16, 16],
  },
  wait: { path: 'M7 1.5h18V6h-1.8c0 5-2 7.5-5 10 3 2.5 5 5 5 10H25v4.5H7V26h1.8c0-5 2-7.5 5-10-3-2.5-5-5-5-10H7zM12.5 6.5h7c0 3-1.5 5-3.5 6.5-2-1.5-3.5-3.5-3.5-6.5z', hot: [16, 16] },
  no: { path: 'M16 2.5a13.5 13.5 0 1 0 0 27 13.5 13.5 0 0 0 0-27zM11.2 8.4A9 9 0 0 1 23.6 20.8zM8.4 11.2A9 9 0 0 0 20.8 23.6z', hot: [16, 16] },
  cross: { path: 'M14 1.5h4V14h12.5v4H18v12.5h-4V18H1.5v-4H14z', hot: [16, 16] },
  move: { path: 'M16 1l6 7h-4v6h6v-4l7 6-7 6v-4h-6v6h4l-6 7-6-7h4v-6H8v4l-7-6 7-6v4h6V8h-4z', hot: [16, 16] },
  ew: BOTH_WAYS,
  ns: { ...BOTH_WAYS, turn: 90 },
  nwse: { ...BOTH_WAYS, turn: 45 },
  nesw: { ...BOTH_WAYS, turn: 135 },
  closer: { path: `${GLASS}h2.9V8.6h3v2.9h2.9v3h-2.9v2.9h-3v-2.9H8.6z`, hot: [13, 13] },
  farther: { path: `${GLASS}h8.8v3H8.6z`, hot: [13, 13] },
  help: { path: `${ARROW}M20.5 9.5a5 5 0 1 1 7 4.5c-1.1.5-1.5 1-1.5 2v.8h-3.4v-1.2c0-2.3.9-3.6 2.7-4.4a1.6 1.6 0 1 0-1.6-1.7zM22.6 18.5H26v3.4h-3.4z`, hot: [1.4, 1] },
} as const satisfies Record<string, Drawing>;

/** Height of the drawing in CSS pixels. */
export const SIZE_PX = { large: 48, larger: 80 } as const;

/** What the page's own `cursor` asks for, where that is no arrow, hand or beam by itself. */
const BY_NAME: Readonly<Record<string, Shape>> = {
  pointer: 'hand', text: 'beam', 'vertical-text': 'beam', wait: 'wait', progress: 'wait', 'not-allowed': 'no', 'no-drop': 'no', crosshair: 'cross', cell: 'cross',
  move: 'move', 'all-scroll': 'move', grab: 'move', grabbing: 'move', 'zoom-in': 'closer', 'zoom-out': 'farther', help: 'help',
  'ew-resize': 'ew', 'e-resize': 'ew', 'w-resize': 'ew', 'col-resize': 'ew', 'ns-resize': 'ns', 'n-resize': 'ns', 's-resize': 'ns', 'row-resize': 'ns',
  'nwse-resize': 'nwse', 'nw-resize': 'nwse', 'se-resize': 'nwse', 'nesw-resize': 'nesw', 'ne-resize': 'nesw', 'sw-resize': 'nesw',
};

const PRESSABLE =
  'a[href], area[href], button, summary, select, label, option, [role="button"], [role="link"], [role="tab"], [role="menuitem"], [role="option"], ' +
  '[role="switch"], [role="checkbox"], [role="radio"], [onclick], input:is([type="button"], [type="submit"], [type="reset"], [type="image"], ' +
  '[type="checkbox"], [type="radio"], [type="file"], [type="color"], [type="range"])';
const DEAD = ':disabled, [aria-disabled="true"]';
const WRITABLE = 'input, textarea, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]';

/**
 * The shape that belongs to what is pointed at. A button is a hand, too, though a browser shows an arrow: it says that one may press.
 * @param target what is pointed at
 * @param cursor the page's own computed `cursor` for it; pictures of the page's are passed over for the word at their end
 * @param isSelectable whether its text can be selected (computed `user-select` is not `none`)
 */
export function shapeOver(target: Element, cursor: string, isSelectable: boolean): Shape {
  const named = BY_NAME[cursor.slice(cursor.lastIndexOf(',') + 1).trim()];
  const pressable = target.closest(PRESSABLE);
  const isDead = pressable?.matches(DEAD) === true;
  if (named && !(named === 'hand' && isDead)) return named;
  if (pressable) return isDead ? 'arrow' : 'hand';
  if (target.closest(WRITABLE)) return 'beam';
  return isSelectable && cursor !== 'default' && hasText(target) ? 'beam' : 'arrow';
}

/** Whether an element has text of its own, not only in what it holds. */
export function hasText(target: Element): boolean {
  for (let node = target.firstChild; node; node = node.nextSibling) if (node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '') return true;
  return target.localName === 'mingdu-text';
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
