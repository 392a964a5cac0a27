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
/** What the reader chose. */
export interface Look {
  readonly form: Form;
  /** How many lines of text the ruler covers and the mask leaves. */
  readonly lines: number;
  /** Thickness of a line of ours in CSS pixels. */
  readonly width: number;
}
/** What there is to read at the place. */
export interface Reading {
  /** From one line of text to the next, in CSS pixels. */
  readonly pitch: number;
  /** Top and foot of the line of text that is pointed at; null where there is none. */
  readonly text: { readonly top: number; readonly bottom: number } | null;
}

/** Middle of the horizontal and of the vertical line, and the window that ruler and mask leave, in CSS pixels. */
export interface Layout {
  readonly lineY: number;
  readonly lineX: number;
  readonly top: number;
  readonly bottom: number;
}

/** Text lines outside these heights (a hidden label, a banner's letters) would make the window useless. */
const LEAST_LINE_PX = 20;
const MOST_LINE_PX = 120;
/** Air around what is focused or spoken, so that the window's edge touches no letter. */
const AIR_PX = 6;
/** What is taller than this part of the viewport is not read at one glance: its first line stands for it. */
const TALLEST_PART = 0.4;
/** `line-height: normal` of the fonts that Chinese is set in. */
const NORMAL = 1.5;

/**
 * From one line of text to the next.
 * @param lineHeight the computed `line-height`, `normal` or in px
 * @param fontSize the computed `font-size` in px
 * @returns CSS pixels
 */
export function lineHeightOf(lineHeight: string, fontSize: string): number {
  const font = Number.parseFloat(fontSize) || 16;
  const line = Number.parseFloat(lineHeight) || font * NORMAL;
  return Math.min(MOST_LINE_PX, Math.max(LEAST_LINE_PX, line));
}

/**
 * @param look what is drawn
 * @param place the box of what is read; a pointer's has no size
 * @param reading what stands there
 * @param viewport the viewport's size
 */
export function layoutOf(look: Look, place: Box, reading: Reading, viewport: Size): Layout {
  const { form, lines, width } = look;
  const isPoint = place.width === 0 && place.height === 0;
  const { pitch, text } = reading;
  let box = place;
  if (isPoint && text) box = { ...place, y: text.top, height: text.bottom - text.top };
  else if (place.height > viewport.height * TALLEST_PART) box = { ...place, height: pitch };
  const under = isPoint && !text ? place.y + pitch / 2 : box.y + box.height;
  const height = Math.max(pitch * (lines - 1) + Math.max(pitch, isPoint ? box.height : 0), isPoint ? 0 : box.height + 2 * AIR_PX);
  const middle = middleOf(look, box.y + box.height / 2, height, viewport);
  return {
    // The line runs under the words instead of through them, a quarter of it on what hangs below; the cross meets the pointer, as
    // readers know it. Under a control at the window's foot it stays in the window.
    lineY: form === 'cross' && isPoint ? place.y : isSeen(box, viewport) ? Math.min(under + width / 4, viewport.height - width / 2) : under + width / 4,
    lineX: place.x,
    top: middle - height / 2,
    bottom: middle + height / 2,
  };
}

function isSeen({ y, height }: Box, viewport: Size): boolean {
  return y < viewport.height && y + height > 0;
}

/** A mask whose window has left the screen would leave nothing to read: it waits at the edge. */
function middleOf({ form }: Look, middle: number, height: number, viewport: Size): number {
  if (form !== 'mask' || (middle >= 0 && middle <= viewport.height)) return middle;
  return middle < 0 ? height / 2 : viewport.height - height / 2;
}
