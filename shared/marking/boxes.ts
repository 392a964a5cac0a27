// Boxes in a layer of ours: a frame around a control, and the marking where the browser has no custom highlights. Never over what they show:
// they are tinted lightly or have edges alone. Not for highlights.
import type { Edits } from '../dom/edits';

export interface Box {
  readonly kind: 'line' | 'word' | 'frame';
  /** In CSS pixels of the outermost page's viewport. */
  readonly rect: DOMRectReadOnly;
}

/** Draws these boxes in place of those before. */
export type DrawBoxes = (boxes: readonly Box[]) => void;

const LAYER_CSS = `
.box { position: fixed; pointer-events: none; box-sizing: border-box; }
.line { background: rgb(255 212 59 / 0.28); border-bottom: 3px solid #0b4a8f; box-shadow: 0 1px #fff; }
.word { margin: -3px; border: 3px solid #0b4a8f; outline: 2px solid #ffd43b; border-radius: 3px; background: rgb(255 212 59 / 0.3); }
.frame { border: 4px solid #0b4a8f; outline: 3px solid #ffd43b; border-radius: 4px; }
@media (forced-colors: active) {
  .box { forced-color-adjust: none; background: transparent; border-color: Highlight; outline-color: Canvas; box-shadow: none; }
}
@media print { .box { display: none; } }`;
/** The edge of a word's box lies outside the word. */
const WORD_EDGE_PX = 3;

/**
 * @param name of the layer, which comes with the first box
 * @returns draws these boxes in place of the ones before; none with an empty list
 */
export function createBoxes(document: Document, edits: Edits, name: string): DrawBoxes {
  let layer: ShadowRoot | null = null;
  return (boxes) => {
    if (boxes.length === 0 && !layer) return;
    layer ??= edits.overlay(name, LAYER_CSS);
    while (layer.childElementCount > boxes.length) layer.lastElementChild?.remove();
    while (layer.childElementCount < boxes.length) layer.append(document.createElement('div'));
    boxes.forEach(({ kind, rect }, at) => {
      const part = layer?.children[at] as HTMLElement;
      const edge = kind === 'word' ? 2 * WORD_EDGE_PX : 0;
      part.className = `box ${kind}`;
      part.style.left = `${rect.left}px`;
      part.style.top = `${rect.top}px`;
      part.style.width = `${rect.width + edge}px`;
      part.style.height = `${rect.height + edge}px`;
    });
  };
}
