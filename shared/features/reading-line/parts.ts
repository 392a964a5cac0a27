// Draws the reading line's parts in a layer of ours, moved by transform alone. Not for deciding where they lie (geometry.ts).
import type { Form, Layout } from './geometry';

/** The dark core of a line, and its light edges. */
export const TONES = { core: [0, 20, 50], edge: [255, 255, 255] } as const;
/** How dark the mask is, of a line that is not thinned. */
export const SHADE = 0.8;
/** The ruler's fill: thin enough that yellow on blue keeps its 7:1. */
export const FILL = { colour: [255, 212, 59], opacity: 0.2 } as const;
/** The fill of the ruler is one box of this height, scaled. */
const FILL_PX = 100;
/** A light edge's part of a line's thickness; the core between them is as thick as both. */
const EDGE_PART = 1 / 4;

/**
 * Two tones instead of a look at the ground, which may be a photograph: on whatever ground, core or edges have at least 4.2:1 against it,
 * at an opacity of 75 percent still 3.1:1 (WCAG 1.4.11 asks for 3); at 70 percent it would be 2.9 on some blues.
 */
export const READING_LINE_CSS = `
.layer { display: contents; }
.layer[hidden], .part[hidden] { display: none; }
.part { position: fixed; left: 0; top: 0; box-sizing: border-box; pointer-events: none; will-change: transform; forced-color-adjust: none; transition: none; }
.edge, .upright { background: rgb(${TONES.core.join(' ')}); border: 0 solid rgb(${TONES.edge.join(' ')}); opacity: var(--opacity); }
.edge { width: 100vw; height: var(--width); border-width: var(--edge) 0; }
.upright { width: var(--width); height: 100vh; border-width: 0 var(--edge); }
.fill { width: 100vw; height: ${FILL_PX}px; transform-origin: 0 0; background: rgb(${FILL.colour.join(' ')} / ${FILL.opacity}); }
.shade { width: 100vw; height: 200vh; background: #000; opacity: calc(var(--opacity) * ${SHADE}); }
.above { top: -200vh; }
.mirror { position: fixed; left: 0; top: 0; visibility: hidden; white-space: pre-wrap; overflow-wrap: break-word; }
@media print { .part { display: none; } }
`;

type PartName = 'fill' | 'above' | 'below' | 'first' | 'second' | 'upright';
const CLASSES: Record<PartName, string> = { fill: 'fill', above: 'shade above', below: 'shade', first: 'edge', second: 'edge', upright: 'upright' };
const PARTS_OF: Record<Form, readonly PartName[]> = {
  line: ['first'],
  cross: ['first', 'upright'],
  ruler: ['fill', 'first', 'second'],
  mask: ['above', 'below', 'first', 'second'],
};

/** The parts on the screen. */
export interface Parts {
  /**
   * How the lines look from now on.
   * @param width CSS pixels
   * @param opacity percent
   * @param ratio device pixels in a CSS pixel: edges fall on whole ones
   */
  dress(width: number, opacity: number, ratio: number): void;
  /** Puts the parts of a form where they belong. */
  show(form: Form, layout: Layout): void;
  hide(): void;
}

/**
 * @param root the layer's shadow root
 */
export function createParts(root: ShadowRoot): Parts {
  const document = root.ownerDocument;
  const layer = document.createElement('div');
  layer.className = 'layer';
  layer.hidden = true;
  const parts = Object.fromEntries(
    Object.entries(CLASSES).map(([name, className]) => {
      const part = document.createElement('div');
      part.className = `part ${className}`;
      part.hidden = true;
      layer.append(part);
      return [name, part];
    }),
  ) as unknown as Record<PartName, HTMLElement>;
  root.append(layer);
  let shown: Form | null = null;
  let ratio = 1;
  let thickness = 0;

  const whole = (pixels: number) => Math.round(pixels * ratio) / ratio;
  const move = (part: HTMLElement, transform: string) => {
    part.style.transform = transform;
  };
  const across = (part: HTMLElement, y: number) => move(part, `translate3d(0, ${whole(y)}px, 0)`);

  return {
    dress(width, opacity, now) {
      ratio = now;
      const edge = Math.max(1 / ratio, whole(width * EDGE_PART));
      thickness = Math.max(edge * 3, whole(width));
      layer.style.setProperty('--width', `${thickness}px`);
      layer.style.setProperty('--edge', `${edge}px`);
      layer.style.setProperty('--opacity', String(opacity / 100));
    },
    show(form, { lineX, lineY, top, bottom }) {
      if (form !== shown) {
        for (const [name, part] of Object.entries(parts)) part.hidden = !PARTS_OF[form].includes(name as PartName);
        shown = form;
      }
      if (form === 'line' || form === 'cross') across(parts.first, lineY - thickness / 2);
      if (form === 'cross') move(parts.upright, `translate3d(${whole(lineX - thickness / 2)}px, 0, 0)`);
      if (form === 'ruler' || form === 'mask') {
        // Outside the window, so that no letter in it is covered.
        across(parts.first, top - thickness);
        across(parts.second, bottom);
      }
      if (form === 'ruler') move(parts.fill, `translate3d(0, ${whole(top)}px, 0) scaleY(${(whole(bottom) - whole(top)) / FILL_PX})`);
      if (form === 'mask') {
        across(parts.above, top);
        across(parts.below, bottom);
      }
      layer.hidden = false;
    },
    hide() {
      layer.hidden = true;
    },
  };
}
