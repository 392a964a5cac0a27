// Cuts what is said in one go by the time that it takes: network voices fall silent after fourteen seconds, whatever the rate.
// Sentences are cut by length before (page/sentences.ts); this is for slow voices and slow rates. Pure.
import { wholesOf } from '../wholes';
import { weightsBefore } from './pace';
import { wordsOf } from './words';

/** Where a text may be cut, best first; the cut is behind the character. */
const CUTS: readonly RegExp[] = [/[。！？；!?;]/, /[，：,:]/, /[、\s）)》”]/];
/** A cut before this share of the room would leave a stump. */
const LEAST_PART = 0.4;

/**
 * @param expectedMs what the whole text is expected to take
 * @param mostMs what a piece may take
 * @returns offsets in UTF-16 units at which pieces begin, the first 0; pieces follow one another without a gap
 */
export function piecesOf(text: string, expectedMs: number, mostMs: number): number[] {
  const starts = [0];
  if (expectedMs <= mostMs) return starts;
  const before = weightsBefore(text);
  const whole = before.at(-1) ?? 1;
  const room = (whole * mostMs) / expectedMs;
  const isInside = wholesOf(text);
  for (;;) {
    const start = starts.at(-1) ?? 0;
    const from = before[start] ?? 0;
    if (whole - from <= room) return starts;
    // Even pieces: a last one of two characters would sound like a stumble.
    const even = (whole - from) / Math.ceil((whole - from) / room);
    const cut = cutNear(text, before, isInside, start, { least: from + even * LEAST_PART, even: from + even, most: from + room });
    if (cut <= start || cut >= text.length) return starts;
    starts.push(cut);
  }
}

/** The best place to cut whose weight lies in the window, near its middle. */
function cutNear(text: string, before: readonly number[], isInside: (at: number) => boolean, start: number, window: { readonly least: number; readonly even: number; readonly most: number }): number {
  const weight = (at: number) => before[at] ?? 0;
  const fits = (at: number) => weight(at) >= window.least && weight(at) <= window.most;
  const nearest = (places: readonly number[]) =>
    places.filter(fits).sort((a, b) => Math.abs(weight(a) - window.even) - Math.abs(weight(b) - window.even))[0];
  for (const cuts of CUTS) {
    const places: number[] = [];
    for (let at = start; at < text.length && weight(at) <= window.most; at += 1) {
      if (cuts.test(text[at] ?? '') && !isInside(at + 1)) places.push(at + 1);
    }
    const found = nearest(places);
    if (found !== undefined) return found;
  }
  const words = wordsOf(text).flatMap(({ start: at }) => (at > start && !isInside(at) ? [at] : []));
  // A number that takes longer than a piece may stays whole: then before it, else behind it.
  return nearest(words) ?? words.findLast((at) => weight(at) <= window.most) ?? words[0] ?? text.length;
}
