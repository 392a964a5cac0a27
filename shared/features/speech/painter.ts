// Shows what is being read: a highlight on its text, boxes in a layer of ours where the browser has no highlights, a frame around a
// control. Not for scrolling (follow.ts).
import type { FeatureContext } from '../../feature';
import { groundOf, luminance } from '../../page/ground';
import type { speechDescriptor } from './descriptor';
import type { Item } from './item';
import { markingFor, MARKINGS } from './marking';

export interface Painter {
  /** Shows an item; null shows nothing. */
  show(item: Item | null): void;
  /** The box of what is shown, in CSS pixels of the viewport; null when it is gone. */
  rect(): DOMRectReadOnly | null;
}

/** Annotations come and go without a word to us, so the ranges are looked at this often while something is shown. */
const LOOK_MS = 250;

const LAYER_CSS = `
.box { position: fixed; pointer-events: none; box-sizing: border-box; background: rgb(255 212 59 / 0.28); border-bottom: 3px solid #0b4a8f; box-shadow: 0 1px #fff; }
.frame { background: none; border: 4px solid #0b4a8f; outline: 3px solid #ffd43b; border-radius: 4px; }
@media print { .box { display: none; } }`;

/** Less high than this part of the highest box is a reading over the text, not the text. */
const LEAST_HEIGHT_PART = 0.6;

/** One box for each line out of the boxes of all the inline elements on it, which would tint one another. */
function linesOf(boxes: readonly DOMRectReadOnly[]): DOMRectReadOnly[] {
  const highest = Math.max(0, ...boxes.map(({ height }) => height));
  const lines: DOMRectReadOnly[] = [];
  for (const box of boxes) {
    if (box.width === 0 || box.height < highest * LEAST_HEIGHT_PART) continue;
    const last = lines.at(-1);
    const middle = box.top + box.height / 2;
    if (!last || middle < last.top || middle > last.bottom) {
      lines.push(box);
      continue;
    }
    const [left, top] = [Math.min(last.left, box.left), Math.min(last.top, box.top)];
    lines[lines.length - 1] = new DOMRectReadOnly(left, top, Math.max(last.right, box.right) - left, Math.max(last.bottom, box.bottom) - top);
  }
  return lines;
}

export function createPainter(context: FeatureContext<typeof speechDescriptor.settings>): Painter {
  const { page, edits } = context;
  let shown: Item | null = null;
  let ranges: Range[] = [];
  let layer: ShadowRoot | null = null;
  let cancelLook: (() => void) | null = null;
  let drawsBoxes = false;

  function paint(): void {
    ranges = shown?.ranges() ?? [];
    const first = ranges[0];
    if (first) edits.sheet('highlight', MARKINGS[markingFor(luminance(groundOf(first.startContainer)))]);
    const isPainted = edits.highlight('speech', ranges);
    drawsBoxes = shown !== null && (shown.element !== null || (!isPainted && first !== undefined));
    drawBoxes();
  }

  function drawBoxes(): void {
    if (!drawsBoxes && !layer) return;
    layer ??= edits.overlay('speech', LAYER_CSS);
    const boxes = drawsBoxes ? boxesNow() : [];
    const className = shown?.element ? 'box frame' : 'box';
    while (layer.childElementCount > boxes.length) layer.lastElementChild?.remove();
    while (layer.childElementCount < boxes.length) layer.append(page.document.createElement('div'));
    boxes.forEach((box, at) => {
      const part = layer?.children[at] as HTMLElement;
      part.className = className;
      part.style.left = `${box.left}px`;
      part.style.top = `${box.top}px`;
      part.style.width = `${box.width}px`;
      part.style.height = `${box.height}px`;
    });
  }

  function boxesNow(): DOMRectReadOnly[] {
    if (shown?.element) return shown.element.isConnected ? [shown.element.getBoundingClientRect()] : [];
    return linesOf(ranges.flatMap((range) => [...range.getClientRects()]));
  }

  /** Whether the painted ranges no longer hold the text: it was annotated, or taken out of its annotation, or rewritten. */
  function isStale(): boolean {
    const now = shown?.ranges() ?? [];
    return (
      now.length !== ranges.length ||
      now.some((range, at) => {
        const painted = ranges[at];
        return !painted || painted.startContainer !== range.startContainer || painted.startOffset !== range.startOffset || painted.endContainer !== range.endContainer || painted.endOffset !== range.endOffset;
      })
    );
  }

  function lookAgain(): void {
    cancelLook?.();
    cancelLook = shown
      ? context.later(() => {
          if (isStale()) paint();
          lookAgain();
        }, LOOK_MS)
      : null;
  }

  const view = page.document.defaultView;
  const drawSoon = () => {
    if (drawsBoxes) context.frame(drawBoxes);
  };
  context.listen(page.document, 'scroll', drawSoon, { capture: true });
  if (view) context.listen(view, 'resize', drawSoon);

  return {
    show(item) {
      if (item === shown) return;
      shown = item;
      paint();
      lookAgain();
    },
    rect() {
      if (shown?.element) return shown.element.isConnected ? shown.element.getBoundingClientRect() : null;
      const boxes = (shown?.ranges() ?? []).map((range) => range.getBoundingClientRect()).filter((box) => box.width > 0 && box.height > 0);
      const [first] = boxes;
      if (!first) return null;
      const left = Math.min(...boxes.map((box) => box.left));
      const top = Math.min(...boxes.map((box) => box.top));
      return new DOMRectReadOnly(left, top, Math.max(...boxes.map((box) => box.right)) - left, Math.max(...boxes.map((box) => box.bottom)) - top);
    },
  };
}
