// Contrast of text as it is drawn: counts pixels of a screenshot, so gradients, pictures and filters are judged as seen.
// The commonest colour of a line is its ground; the best contrast that ≥ 1 % (and ≥ 3) of its pixels reach is its text's.
import type { LineInView } from './lines';
import type { Picture } from './png';

/** One line with its measured contrast, 1 to 21 (WCAG 2.2). */
export interface LineContrast {
  readonly id: number;
  readonly text: string;
  /** Font size as drawn, CSS pixels. */
  readonly size: number;
  readonly ratio: number;
  /** `#rrggbb` */
  readonly ground: string;
  readonly ink: string;
  /** Where it was in the window, CSS pixels. */
  readonly box: LineInView['box'];
  /** In a region that the page's author asks to be left alone. */
  readonly kept: boolean;
}

const MIN_PART = 0.01;
const MIN_PIXELS = 3;
/** A text's rectangle is taller than its glyphs and may reach over the edge of its ground. */
const INSET_PART = 0.1;

/** Measures each line in a screenshot of the window (one picture pixel for one CSS pixel). */
export function contrastOf(lines: readonly LineInView[], picture: Picture): LineContrast[] {
  const measured: LineContrast[] = [];
  for (const { id, text, size, box, kept } of lines) {
    const counts = coloursIn(picture, box);
    let total = 0;
    let ground = 0;
    for (const [colour, count] of counts) {
      total += count;
      if (count > (counts.get(ground) ?? 0)) ground = colour;
    }
    if (total === 0) continue;
    const { ink, ratio } = inkOf(counts, ground, Math.max(MIN_PIXELS, total * MIN_PART));
    measured.push({ id, text, size, ratio: Math.round(ratio * 100) / 100, ground: hex(ground), ink: hex(ink), box, kept });
  }
  return measured;
}

/** The strongest contrast that enough pixels have or surpass: thin strokes are drawn in many shades, few of each. */
function inkOf(counts: ReadonlyMap<number, number>, ground: number, least: number): { ink: number; ratio: number } {
  const shades = [...counts].map(([colour, count]) => ({ colour, count, ratio: contrastRatio(ground, colour) })).sort((a, b) => b.ratio - a.ratio);
  let pixels = 0;
  for (const { colour, count, ratio } of shades) {
    pixels += count;
    if (pixels >= least) return { ink: colour, ratio };
  }
  return { ink: ground, ratio: 1 };
}

function coloursIn(picture: Picture, box: LineInView['box']): Map<number, number> {
  const counts = new Map<number, number>();
  const inset = (box.bottom - box.top) * INSET_PART;
  const right = Math.min(picture.width, Math.floor(box.right));
  const bottom = Math.min(picture.height, Math.floor(box.bottom - inset));
  for (let y = Math.max(0, Math.ceil(box.top + inset)); y < bottom; y += 1) {
    for (let x = Math.max(0, Math.ceil(box.left)); x < right; x += 1) {
      const at = (y * picture.width + x) * 4;
      const { pixels } = picture;
      const colour = ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  return counts;
}

/** WCAG 2.2 contrast ratio of two colours given as 0xrrggbb. */
export function contrastRatio(one: number, other: number): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: number): number {
  const part = (shift: number) => {
    const value = ((colour >> shift) & 255) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0);
}

function hex(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`;
}
