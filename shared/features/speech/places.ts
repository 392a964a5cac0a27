// Where the reader stopped, page by page, as it is kept: no address and no text in clear, only short hashes of them. A place is found again by
// the text, not by its number, after the page changed. Pure; not for when a place is kept or offered (place-keeper.ts).
import type { Sentence } from '../../page/sentences';

/** One page's place. */
export interface KeptPlace {
  /** Hash of the page's address. */
  readonly page: string;
  /** Hash of the sentence. */
  readonly text: string;
  /** Its number in what is read, from 0. */
  readonly at: number;
  /** Hashes of the sentences around it, nearest first: before, after, before, after; '' where there is none. */
  readonly near: readonly string[];
  /** Milliseconds since 1970. */
  readonly time: number;
}

const MOST_PLACES = 50;
const NEIGHBOURS = [-1, 1, -2, 2] as const;
/** A neighbour that is still there counts so many sentences of distance. */
const NEIGHBOUR_WORTH = 1_000;

const FNV_PRIME = 0x01000193;
const FNV_STARTS = [0x811c9dc5, 0x2f0b4c47] as const;

/** 64 bits of a text (FNV-1a from two starts), white space left out, in base 36: not to be turned back, and equal by chance in no article. */
export function hashOf(text: string): string {
  const units = text.replace(/\s+/g, '');
  return FNV_STARTS.map((start) => {
    let hash = start as number;
    for (let at = 0; at < units.length; at += 1) {
      const unit = units.charCodeAt(at);
      hash = Math.imul(hash ^ (unit & 0xff), FNV_PRIME);
      hash = Math.imul(hash ^ (unit >>> 8), FNV_PRIME);
    }
    return (hash >>> 0).toString(36);
  }).join('-');
}

/** What stands for a page in the store; a fragment is no page of its own. */
export const pageKey = ({ origin, pathname, search }: Pick<Location, 'origin' | 'pathname' | 'search'>): string => hashOf(`${origin}${pathname}${search}`);

function isPlace(value: unknown): value is KeptPlace {
  const { page, text, at, near, time } = (value ?? {}) as Partial<Record<keyof KeptPlace, unknown>>;
  return typeof page === 'string' && typeof text === 'string' && Number.isInteger(at) && Array.isArray(near) && near.every((one) => typeof one === 'string') && typeof time === 'number';
}

/** What is stored, checked: broken entries are left out. */
export const readPlaces = (stored: unknown): KeptPlace[] => (Array.isArray(stored) ? stored.filter(isPlace) : []);

/** With one more place, the newest first; null forgets the page's. */
export function withPlace(stored: unknown, page: string, place: KeptPlace | null): KeptPlace[] {
  const others = readPlaces(stored).filter((one) => one.page !== page);
  return [...(place ? [place] : []), ...others].sort((one, other) => other.time - one.time).slice(0, MOST_PLACES);
}

/**
 * @param texts all that is read, in order
 * @param at the number of the sentence
 */
export function placeAt(page: string, texts: readonly string[], at: number, time: number): KeptPlace {
  const hash = (index: number) => (texts[index] === undefined ? '' : hashOf(texts[index]));
  return { page, text: hash(at), at, near: NEIGHBOURS.map((step) => hash(at + step)), time };
}

/**
 * Finds a place again.
 * @param hashes of all that is read now
 * @returns its number; the sentence after the one that stood before it where it was rewritten; -1 when the page is another
 */
export function findPlace(place: KeptPlace, hashes: readonly string[]): number {
  const known = (at: number) => NEIGHBOURS.filter((step, index) => place.near[index] !== '' && hashes[at + step] === place.near[index]).length;
  const best = (candidates: readonly number[]) =>
    candidates.reduce((found, at) => (found < 0 || worth(at) > worth(found) ? at : found), -1);
  const worth = (at: number) => known(at) * NEIGHBOUR_WORTH - Math.abs(at - place.at);
  const same = best(indicesOf(hashes, place.text));
  if (same >= 0) return same;
  const [before = '', after = ''] = place.near;
  const afterBefore = before === '' ? [] : indicesOf(hashes, before).map((at) => at + 1).filter((at) => at < hashes.length);
  return best(afterBefore.length > 0 || after === '' ? afterBefore : indicesOf(hashes, after));
}

const indicesOf = (hashes: readonly string[], hash: string) => hashes.flatMap((one, at) => (one === hash ? [at] : []));

/** Whether two sentences are the same stretch of the same text. */
export function isSameSentence(one: Sentence, other: Sentence): boolean {
  return one.start === other.start && one.block.segments[0]?.text === other.block.segments[0]?.text && one.text === other.text;
}
