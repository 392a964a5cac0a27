// Draws the ring in a layer of ours. Its shape is written only when it changes; it is moved by transform alone.
// Not for knowing where it belongs (target.ts).
import { type Box, outlineOf } from './shape';

const SVG = 'http://www.w3.org/2000/svg';
/** Air between what has the focus and the ring. */
const AIR_PX = 2;
/** Each of the two colours is this wide. */
const BAND_PX = 3;
/** How far the ring reaches out of its box. */
export const REACH_PX = AIR_PX + 2 * BAND_PX;

/** Yellow inside, black outside: whatever the ground, one of the two has at least 3.8:1 against it. */
export const RING_CSS = `
.ring { position: fixed; left: 0; top: 0; width: 1px; height: 1px; overflow: visible; pointer-events: none; will-change: transform; }
.ring[data-off] { display: none; }
.ring path { fill: none; stroke: #000; stroke-width: ${2 * BAND_PX}px; stroke-linejoin: round; }
.ring path + path { stroke: #ffd43b; stroke-width: ${BAND_PX}px; }
@media (forced-colors: active) {
  .ring { forced-color-adjust: none; }
  .ring path { stroke: Highlight; }
  .ring path + path { stroke: Canvas; }
}
@media print { .ring { display: none; } }
`;

export interface Ring {
  /** @param lines boxes in the window's coordinates, from top to bottom; none hides the ring */
  show(lines: readonly Box[]): void;
}

/** @param root the layer's shadow root */
export function createRing(root: ShadowRoot): Ring {
  const document = root.ownerDocument;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'ring');
  svg.setAttribute('aria-hidden', 'true');
  svg.toggleAttribute('data-off', true);
  const outer = document.createElementNS(SVG, 'path');
  const inner = document.createElementNS(SVG, 'path');
  svg.append(outer, inner);
  root.append(svg);
  let shape = '';

  return {
    show(lines) {
      const [first] = lines;
      svg.toggleAttribute('data-off', !first);
      if (!first) return;
      const next = outlineOf(lines, AIR_PX + BAND_PX, first);
      if (next !== shape) {
        shape = next;
        outer.setAttribute('d', shape);
        inner.setAttribute('d', outlineOf(lines, AIR_PX + BAND_PX / 2, first));
      }
      svg.style.transform = `translate3d(${Math.round(first.left * 2) / 2}px, ${Math.round(first.top * 2) / 2}px, 0)`;
    },
  };
}
