// Where the parts of the reading line lie for a place of reading. Pure; not for drawing (parts.ts).

export type Form = 'line' | 'cross' | 'ruler' | 'mask';

/** A box in CSS pixels of the viewport. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Middle of the horizontal and of the vertical line, and the window that ruler and mask leave, in CSS pixels. */
export interface Layout {
  readonly lineY: number;
  readonly lineX: number;
  readonly top: number;
  readonly bottom: number;
}

/** How many lines of text the ruler covers and the mask leaves. */
const WINDOW_LINES = { ruler: 3, mask: 4 };
/** Text lines outside these heights (a hidden label, a banner's letters) would make the window useless. */
const LEAST_LINE_PX = 20;
const MOST_LINE_PX = 96;
/** So that the window does not twitch where paragraphs differ by a pixel or two. */
const LINE_STEP_PX = 8;
/** Air around what is focused or spoken, so that the window's edge touches no letter. */
const AIR_PX = 6;
/** What is taller than this part of the viewport is not read at one glance: its first line stands for it. */
const TALLEST_PART = 0.4;

/**
 * The height of one line of text.
 * @param lineHeight the computed `line-height`, `normal` or in px
 * @param fontSize the computed `font-size` in px
 * @returns CSS pixels, rounded up to a step
 */
export function lineHeightOf(lineHeight: string, fontSize: string): number {
  const font = Number.parseFloat(fontSize) || 16;
  const line = Number.parseFloat(lineHeight) || font * 1.5;
  const kept = Math.min(MOST_LINE_PX, Math.max(LEAST_LINE_PX, line));
  return Math.ceil(kept / LINE_STEP_PX) * LINE_STEP_PX;
}

/**
 * @param form which form is drawn
 * @param place the box of what is read; a pointer's has no size
 * @param line height of one line of text there
 * @param viewport the viewport's size
 */
export function layoutOf(form: Form, place: Box, line: number, viewport: Size): Layout {
  const isPoint = place.width === 0 && place.height === 0;
  const box = place.height > viewport.height * TALLEST_PART ? { ...place, height: line } : place;
  const middle = box.y + box.height / 2;
  const height = Math.max(line * (form === 'mask' ? WINDOW_LINES.mask : WINDOW_LINES.ruler), box.height + 2 * AIR_PX);
  return {
    // The line runs under the words pointed at instead of through them; the cross meets the pointer, as readers know it.
    lineY: isPoint ? box.y + (form === 'line' ? line / 2 : 0) : box.y + box.height,
    lineX: box.x,
    top: middle - height / 2,
    bottom: middle + height / 2,
  };
}
