// Whether a picture or an icon can still be seen, by the pixels of two screenshots: what stood out before must stand out after.
import { contrastRatio } from './contrast';
import type { Picture } from './png';
import type { SignInView } from './signs';

/** What the pixels of one sign show. */
export interface SignPixels extends Omit<SignInView, 'box'> {
  /** Best contrast between colours inside its box, 1 to 21. */
  readonly inside: number;
  /** Best contrast between what is inside its box and what is right around it. */
  readonly around: number;
  /** Mean colours of an 8 × 8 grid over it, `[red, green, blue]` each. */
  readonly grid: readonly number[];
  /** Size as drawn, CSS pixels. */
  readonly wide: number;
  readonly high: number;
}

/** What happened to a sign between two looks. */
export interface SignFault {
  readonly kind: 'icon lost' | 'picture changed';
  readonly key: string;
  readonly id: number;
  readonly text: string;
  readonly detail: string;
}

const RING_PX = 3;
/** A sign of this size may be one plain shape. */
const DOT_PX = 12;
const LEAST_PIXELS = 4;
const LEAST_PART = 0.006;
const MOST_COLOURS = 48;
const GRID = 8;
/** Below this a sign could hardly be seen before, and is not judged. */
const VISIBLE = 1.8;
/** WCAG 1.4.11. */
const ENOUGH = 3;
/** A photograph may differ by rounding of its size. */
const CHANGED = 14;

/** Looks at each sign in a screenshot of the window (one picture pixel for one CSS pixel). */
export function signPixels(signs: readonly SignInView[], picture: Picture): SignPixels[] {
  return signs.map(({ box, ...sign }) => {
    const rect = { left: Math.round(box.left), top: Math.round(box.top), right: Math.round(box.right), bottom: Math.round(box.bottom) };
    const inner = strongColours(picture, rect);
    const ring = strongColours(picture, { left: rect.left - RING_PX, top: rect.top - RING_PX, right: rect.right + RING_PX, bottom: rect.bottom + RING_PX }, rect);
    return { ...sign, inside: best(inner, inner), around: best(inner, ring), grid: gridOf(picture, rect), wide: rect.right - rect.left, high: rect.bottom - rect.top };
  });
}

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The colours (in steps of eight) that have more than a few pixels. */
function strongColours(picture: Picture, rect: Rect, without?: Rect): number[] {
  const counts = new Map<number, number>();
  let total = 0;
  for (let y = Math.max(0, rect.top); y < Math.min(picture.height, rect.bottom); y += 1) {
    for (let x = Math.max(0, rect.left); x < Math.min(picture.width, rect.right); x += 1) {
      if (without !== undefined && x >= without.left && x < without.right && y >= without.top && y < without.bottom) continue;
      const at = (y * picture.width + x) * 4;
      const step = (value = 0) => value & 0xf8;
      const colour = (step(picture.pixels[at]) << 16) | (step(picture.pixels[at + 1]) << 8) | step(picture.pixels[at + 2]);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
      total += 1;
    }
  }
  const least = Math.max(LEAST_PIXELS, total * LEAST_PART);
  const strong = [...counts].filter(([, count]) => count >= least).sort((a, b) => b[1] - a[1]);
  // A photograph has few colours that come often: the commonest then stand for it.
  const chosen = strong.length > 0 ? strong : [...counts].sort((a, b) => b[1] - a[1]);
  return chosen.slice(0, MOST_COLOURS).map(([colour]) => colour);
}

function best(some: readonly number[], others: readonly number[]): number {
  let ratio = 1;
  for (const one of some) for (const other of others) ratio = Math.max(ratio, contrastRatio(one, other));
  return Math.round(ratio * 100) / 100;
}

function gridOf(picture: Picture, rect: Rect): number[] {
  const means: number[] = [];
  for (let row = 0; row < GRID; row += 1) {
    for (let column = 0; column < GRID; column += 1) {
      const sums = [0, 0, 0];
      let count = 0;
      const edge = (from: number, to: number, index: number) => Math.round(from + ((to - from) * index) / GRID);
      for (let y = edge(rect.top, rect.bottom, row); y < Math.max(edge(rect.top, rect.bottom, row) + 1, edge(rect.top, rect.bottom, row + 1)); y += 1) {
        for (let x = edge(rect.left, rect.right, column); x < Math.max(edge(rect.left, rect.right, column) + 1, edge(rect.left, rect.right, column + 1)); x += 1) {
          const at = (y * picture.width + x) * 4;
          for (let part = 0; part < 3; part += 1) sums[part] = (sums[part] ?? 0) + (picture.pixels[at + part] ?? 0);
          count += 1;
        }
      }
      means.push(...sums.map((sum) => Math.round(sum / Math.max(1, count))));
    }
  }
  return means;
}

/**
 * Signs that could be seen before and cannot after, and photographs that have other pixels. What is not in both looks is not judged.
 * @param gone keys of those that are not drawn any more
 */
export function signFaults(before: readonly SignPixels[], after: readonly SignPixels[], gone: readonly string[] = []): SignFault[] {
  const now = new Map(after.map((sign) => [sign.key, sign]));
  const missing = new Set(gone);
  const faults: SignFault[] = [];
  for (const was of before) {
    const { key, id, name } = was;
    const lost = (detail: string) => faults.push({ kind: 'icon lost', key, id, text: `${was.kind} ${name}`, detail });
    if (missing.has(key) && was.inside >= VISIBLE) lost('is not drawn any more');
    const is = now.get(key);
    if (is === undefined || missing.has(key)) continue;
    const same = Math.abs(was.wide - is.wide) <= 1 && Math.abs(was.high - is.high) <= 1;
    // A part of it may well be plain; and drawn at another size, other pixels are to be expected.
    if (!same && !(was.whole && is.whole)) continue;
    if (was.kind === 'photo' && was.whole && is.whole && same) {
      if (!was.bare || !is.bare) continue;
      const apart = was.grid.reduce((sum, value, index) => sum + Math.abs(value - (is.grid[index] ?? 0)), 0) / was.grid.length;
      if (apart > CHANGED) faults.push({ kind: 'picture changed', key, id, text: name, detail: `its colours differ by ${Math.round(apart)} of 255 on average` });
      continue;
    }
    // What had structure must keep it: a plate alone, however well it stands out, shows nothing.
    // A dot or a stroke has none: it is seen by what is around it.
    const isDot = Math.max(is.wide, is.high) <= DOT_PX;
    const [old, young] = was.inside >= VISIBLE ? [was.inside, isDot ? Math.max(is.inside, is.around) : is.inside] : [was.around, Math.max(is.around, is.inside)];
    if (old >= VISIBLE && young < Math.min(ENOUGH, old * 0.9)) lost(`stood out ${old}:1 before, ${young}:1 now`);
  }
  return faults;
}
