// The outline around what has the focus: one rectangle, or the staircase around a link that runs over several lines.
// Pure; not for finding the rectangles (target.ts) nor for drawing (ring.ts).

/** A box in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** More lines than this are one box: nobody sees the steps of so long a link. */
const MOST_LINES = 30;

/** The box around several. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** What two boxes have in common; null when that has no area. */
export function common(one: Box, other: Box): Box | null {
  const box = {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
  return box.right > box.left && box.bottom > box.top ? box : null;
}

/** Whether the lower half of one stands beside the other, so that both are in one line. */
function inOneLine(one: Box, other: Box): boolean {
  const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return shared > Math.min(one.bottom - one.top, other.bottom - other.top) / 2;
}

/**
 * Puts boxes together to lines, from top to bottom.
 * @param boxes the pieces of one element, in any order
 */
export function linesOf(boxes: readonly Box[]): Box[] {
  let lines: Box[] = [];
  for (const box of boxes) {
    let grown = box;
    // A line that grew may now stand beside another.
    for (let mates = lines.filter((line) => inOneLine(line, grown)); mates.length > 0; mates = lines.filter((line) => inOneLine(line, grown))) {
      const inside = mates;
      grown = around([grown, ...inside]) ?? grown;
      lines = lines.filter((line) => !inside.includes(line));
    }
    lines.push(grown);
  }
  const whole = around(lines);
  if (lines.length > MOST_LINES && whole) return [whole];
  return lines.sort((one, other) => one.top - other.top);
}

const round = (value: number) => Math.round(value * 2) / 2;

/**
 * The path around all lines, grown on every side; lines that do not touch then get an outline each.
 * @param lines from top to bottom
 * @param by how far outside, in CSS pixels
 * @param origin what counts as 0, 0
 * @returns SVG path data
 */
export function outlineOf(lines: readonly Box[], by: number, origin: { readonly left: number; readonly top: number }): string {
  const grown = lines.map(({ left, top, right, bottom }) => ({
    left: round(left - origin.left - by),
    top: round(top - origin.top - by),
    right: round(right - origin.left + by),
    bottom: round(bottom - origin.top + by),
  }));
  const runs: Box[][] = [];
  for (const line of grown) {
    const run = runs.at(-1);
    const above = run?.at(-1);
    if (run && above && common(above, { ...line, bottom: line.bottom + 1, top: line.top - 1 })) run.push(line);
    else runs.push([line]);
  }
  return runs.map(pathOf).join('');
}

/** Down the right side, up the left: where two lines meet, the wider one decides where the step is. */
function pathOf(run: readonly Box[]): string {
  const first = run[0];
  if (!first) return '';
  let path = `M${first.left} ${first.top}H${first.right}`;
  run.forEach((line, index) => {
    const next = run[index + 1];
    path += next ? `V${next.right > line.right ? next.top : line.bottom}H${next.right}` : `V${line.bottom}H${line.left}`;
  });
  [...run].reverse().forEach((line, index, upwards) => {
    const next = upwards[index + 1];
    path += next ? `V${next.left < line.left ? next.bottom : line.top}H${next.left}` : 'Z';
  });
  return path;
}
