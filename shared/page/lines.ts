// Where ranges of text lie on the screen, line by line. Not for the text itself (page/text-map.ts).
import { boxInTop } from './frame-point';

/** Less high than this part of the highest box is a reading over the text, not the text. */
const LEAST_HEIGHT_PART = 0.6;

/** The boxes of ranges in CSS pixels of the outermost page's viewport, empty ones left out. */
export function boxesOfRanges(ranges: readonly Range[], top: Document): DOMRectReadOnly[] {
  return ranges.flatMap((range) => {
    const inner = range.startContainer.ownerDocument;
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    return inner === null || inner === top ? boxes : boxes.flatMap((box) => boxInTop(box, inner, top) ?? []);
  });
}

/** What holds all the boxes; null for none. */
export function unionOf(boxes: readonly DOMRectReadOnly[]): DOMRectReadOnly | null {
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  return new DOMRectReadOnly(left, top, Math.max(...boxes.map((box) => box.right)) - left, Math.max(...boxes.map((box) => box.bottom)) - top);
}

const isOnLine = (line: DOMRectReadOnly, box: DOMRectReadOnly) => {
  const middle = box.top + box.height / 2;
  return middle >= line.top && middle <= line.bottom;
};

/** One box for each line out of the boxes of all the inline elements on it, which would tint one another. */
export function linesOf(boxes: readonly DOMRectReadOnly[]): DOMRectReadOnly[] {
  const highest = Math.max(0, ...boxes.map(({ height }) => height));
  const lines: DOMRectReadOnly[] = [];
  for (const box of boxes) {
    if (box.width === 0 || box.height < highest * LEAST_HEIGHT_PART) continue;
    const last = lines.at(-1);
    if (last && isOnLine(last, box)) lines[lines.length - 1] = unionOf([last, box]) ?? last;
    else lines.push(box);
  }
  return lines;
}

/** The line of `lines` that the first of `boxes` stands on; the first one when it stands on none. */
export function lineOf(lines: readonly DOMRectReadOnly[], boxes: readonly DOMRectReadOnly[]): DOMRectReadOnly | null {
  const highest = Math.max(0, ...boxes.map(({ height }) => height));
  const first = boxes.find(({ height }) => height >= highest * LEAST_HEIGHT_PART);
  return (first && lines.find((line) => isOnLine(line, first))) ?? lines[0] ?? null;
}
