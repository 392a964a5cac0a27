// Draws the reading line's parts in a layer of ours, moved by transform alone. Not for deciding where they lie (geometry.ts).
import type { Form, Layout } from './geometry';

/** Thickness of a line in CSS pixels: a dark core between two light edges. */
const LINE_PX = 8;
/** The fill of the ruler is one box of this height, scaled. */
const FILL_PX = 100;

/**
 * Deep blue between white edges: whatever the ground, one of the two has at least 3.3:1 against it (the worst is a ground halfway
 * between them). The ruler's fill is thin enough that yellow on blue keeps its 7:1.
 */
export const READING_LINE_CSS = `
.layer { display: contents; }
.layer[hidden], .part[hidden] { display: none; }
.part { position: fixed; left: 0; top: 0; pointer-events: none; will-change: transform; forced-color-adjust: none; transition: none; }
.edge { width: 100vw; height: ${LINE_PX}px; background: linear-gradient(#fff 2px, #0a3a73 2px, #0a3a73 6px, #fff 6px); }
.upright { width: ${LINE_PX}px; height: 100vh; background: linear-gradient(90deg, #fff 2px, #0a3a73 2px, #0a3a73 6px, #fff 6px); }
.fill { width: 100vw; height: ${FILL_PX}px; transform-origin: 0 0; background: rgb(255 212 59 / 0.2); }
.shade { width: 100vw; height: 100vh; background: rgb(0 0 0 / 0.8); }
@media print { .part { display: none; } }
`;

type PartName = 'fill' | 'above' | 'below' | 'first' | 'second' | 'upright';
const CLASSES: Record<PartName, string> = { fill: 'fill', above: 'shade', below: 'shade', first: 'edge', second: 'edge', upright: 'upright' };
const PARTS_OF: Record<Form, readonly PartName[]> = {
  line: ['first'],
  cross: ['first', 'upright'],
  ruler: ['fill', 'first', 'second'],
  mask: ['above', 'below', 'first', 'second'],
};

/** The parts on the screen. */
export interface Parts {
  /** Puts the parts of a form where they belong. */
  show(form: Form, layout: Layout, viewportHeight: number): void;
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

  const move = (part: HTMLElement, transform: string) => {
    part.style.transform = transform;
  };
  const across = (part: HTMLElement, y: number) => move(part, `translate3d(0, ${Math.round(y - LINE_PX / 2)}px, 0)`);

  return {
    show(form, { lineX, lineY, top, bottom }, viewportHeight) {
      if (form !== shown) {
        for (const [name, part] of Object.entries(parts)) part.hidden = !PARTS_OF[form].includes(name as PartName);
        shown = form;
      }
      if (form === 'line' || form === 'cross') across(parts.first, lineY);
      if (form === 'cross') move(parts.upright, `translate3d(${Math.round(lineX - LINE_PX / 2)}px, 0, 0)`);
      if (form === 'ruler' || form === 'mask') {
        across(parts.first, top);
        across(parts.second, bottom);
      }
      if (form === 'ruler') move(parts.fill, `translate3d(0, ${Math.round(top)}px, 0) scaleY(${(bottom - top) / FILL_PX})`);
      if (form === 'mask') {
        move(parts.above, `translate3d(0, ${Math.round(top - viewportHeight)}px, 0)`);
        move(parts.below, `translate3d(0, ${Math.round(bottom)}px, 0)`);
      }
      layer.hidden = false;
    },
    hide() {
      layer.hidden = true;
    },
  };
}
