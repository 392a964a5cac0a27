// Draws the large pointer in a layer of ours, moved by transform alone. Not for choosing shape or place (shapes.ts, start.ts).
import { type Drawing, DRAWING_UNITS, DRAWINGS, type Shape, SIZE_PX, transformFor } from './shapes';

const SVG = 'http://www.w3.org/2000/svg';

/** Black with a white edge: one of the two has at least 4.5:1 against any ground. */
export const POINTER_CSS = `
.pointer {
  position: fixed; left: 0; top: 0; overflow: visible; pointer-events: none; will-change: transform;
  forced-color-adjust: none; transition: none; animation: none;
}
.pointer[data-off], .pointer [data-off] { display: none; }
.pointer path { fill: #000; stroke: #fff; stroke-width: 2.4; stroke-linejoin: round; paint-order: stroke; fill-rule: evenodd; }
@media print { .pointer { display: none; } }
`;

export type PointerSize = keyof typeof SIZE_PX;

export interface Drawn {
  show(shape: Shape, size: PointerSize, point: { readonly x: number; readonly y: number }): void;
  hide(): void;
}

/**
 * @param root the layer's shadow root; the drawing is hidden until shown
 */
export function createDrawn(root: ShadowRoot): Drawn {
  const document = root.ownerDocument;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'pointer');
  svg.setAttribute('viewBox', `0 0 ${DRAWING_UNITS} ${DRAWING_UNITS}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.toggleAttribute('data-off', true);
  const paths = Object.entries<Drawing>(DRAWINGS).map(([shape, { path, turn }]) => {
    const element = document.createElementNS(SVG, 'path');
    element.setAttribute('d', path);
    if (turn) element.setAttribute('transform', `rotate(${turn} ${DRAWING_UNITS / 2} ${DRAWING_UNITS / 2})`);
    svg.append(element);
    return [shape as Shape, element] as const;
  });
  root.append(svg);
  let shownShape: Shape | null = null;
  let shownSize = 0;

  return {
    show(shape, size, point) {
      const pixels = SIZE_PX[size];
      if (pixels !== shownSize) {
        svg.setAttribute('width', String(pixels));
        svg.setAttribute('height', String(pixels));
        shownSize = pixels;
      }
      if (shape !== shownShape) {
        for (const [name, element] of paths) element.toggleAttribute('data-off', name !== shape);
        shownShape = shape;
      }
      svg.style.transform = transformFor(shape, pixels, point);
      svg.toggleAttribute('data-off', false);
    },
    hide() {
      svg.toggleAttribute('data-off', true);
    },
  };
}
