// Where the lens stands and how much of a long text it shows. Pure; not for drawing (drawing.ts).
import type { Span } from '../../page/sentences';

export type Side = 'low' | 'high';

/** Heights in CSS px of the window. */
export interface Room {
  readonly window: number;
  readonly lens: number;
  /** What a bar of ours takes at each edge. */
  readonly top: number;
  readonly bottom: number;
  /** The foot of the window is under a soft keyboard. */
  readonly hasKeyboard: boolean;
}

/** Between the lens and what it enlarges. */
const AIR_PX = 20;
export const EDGE_PX = 8;
const ROWS = 3;
/** A character with its reading is wider, on the average. */
const READING_WIDENS = 1.35;

/**
 * The side on which the lens covers nothing of what is read. It changes sides only where it would.
 * @param box what is read
 */
export function sideFor(current: Side, box: { readonly top: number; readonly bottom: number }, room: Room): Side {
  if (room.hasKeyboard) return 'high';
  const covers = (side: Side): boolean =>
    side === 'low' ? box.bottom + AIR_PX > room.window - room.bottom - EDGE_PX - room.lens : box.top - AIR_PX < room.top + EDGE_PX + room.lens;
  const other = current === 'low' ? 'high' : 'low';
  return covers(current) && !covers(other) ? other : current;
}

/** How many Han characters fit into the rows. */
export function capacityOf(width: number, fontSize: number, hasReadings: boolean): number {
  return Math.max(6, Math.floor(width / (fontSize * (hasReadings ? READING_WIDENS : 1))) * ROWS);
}

const widthOf = (character: string) => (character.charCodeAt(0) < 0x2e80 ? 0.55 : 1);

/**
 * The part of a text that is shown: all of it, or that one of several equal parts which holds the mark, so that it stays while one reads on; without
 * a mark its beginning.
 * @returns offsets in UTF-16 units, never inside a pair
 */
export function partOf(text: string, mark: Span | null, capacity: number): Span {
  const characters = [...text];
  const whole = characters.reduce((sum, character) => sum + widthOf(character), 0);
  const parts = Math.ceil(whole / capacity);
  if (parts <= 1) return { start: 0, end: text.length };
  const wanted = mark?.start ?? 0;
  // Nothing goes on from part to part there: the first is as long as can be.
  const size = mark ? whole / parts : capacity;
  let start = 0;
  let at = 0;
  let width = 0;
  let part = 1;
  for (const character of characters) {
    if (width >= size * part && part < parts) {
      if (wanted < at) break;
      start = at;
      part += 1;
    }
    width += widthOf(character);
    at += character.length;
  }
  return { start, end: at };
}
