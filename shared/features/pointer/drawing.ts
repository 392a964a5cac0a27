// Draws the large pointer in a layer of ours, moved by transform alone. Not for choosing shape or place (shapes.ts, start.ts).
import { type Drawing, DRAWING_UNITS, DRAWINGS, type Shape, SIZE_PX, transformFor } from './shapes';

const SVG = 'http://www.w3.org/2000/svg';

/** Black with a white edge: one of the two has at least 4.5:1 against any ground. */
export const POINTER_CSS = `
.pointer { position: fixed; left: 0; top: 0; pointer-events: none; will-change: transform; forced-color-adjust: none; transition: none; animation: none; }
svg { display: block; overflow: visible; fill: #000; stroke: #fff; stroke-width: 2.4; stroke-linejoin: round; paint-order: stroke; fill-rule: evenodd; }
@media print { .pointer { display: none; } }
`;
/** Out of the window: what is hidden otherwise must be painted anew, and the page looked at for it. */
const AWAY = 'translate3d(-999px, -999px, 0)';

export type PointerSize = keyof typeof SIZE_PX;

export interface Drawn {
  show(shape: Shape, size: PointerSize, point: { readonly x: number; readonly y: number }): void;
  hide(): void;
}

interface Box {
  readonly box: HTMLElement;
  readonly svg: SVGElement;
  size: number;
}

/**
 * Each shape is a box of its own, made when it is first wanted, so that another shape is another transform and nothing is painted.
 * @param root the layer's shadow root; nothing is drawn until shown
 */
export function createDrawn(root: ShadowRoot): Drawn {
  const boxes = new Map<Shape, Box>();
  let shown: Box | null = null;

  function boxOf(shape: Shape): Box {
    const made = boxes.get(shape);
    if (made) return made;
    const document = root.ownerDocument;
    const box = document.createElement('div');
    box.className = 'pointer';
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', `0 0 ${DRAWING_UNITS} ${DRAWING_UNITS}`);
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(SVG, 'path');
    const { path: outline, turn }: Drawing = DRAWINGS[shape];
    path.setAttribute('d', outline);
    if (turn) path.setAttribute('transform', `rotate(${turn} ${DRAWING_UNITS / 2} ${DRAWING_UNITS / 2})`);
    svg.append(path);
    box.append(svg);
    root.append(box);
    const entry = { box, svg, size: 0 };
    boxes.set(shape, entry);
    return entry;
  }

  function hide(): void {
    if (shown) shown.box.style.transform = AWAY;
    shown = null;
  }

  return {
    hide,
    show(shape, size, point) {
      const next = boxOf(shape);
      const pixels = SIZE_PX[size];
      if (pixels !== next.size) {
        next.svg.setAttribute('width', String(pixels));
        next.svg.setAttribute('height', String(pixels));
        next.size = pixels;
      }
      if (next !== shown) hide();
      shown = next;
      next.box.style.transform = transformFor(shape, pixels, point);
    },
  };
}
