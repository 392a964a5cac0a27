// Keeps the reader's place in an article while it is read, forgets it at the end, and offers to go on from it another time. Not for how a place
// is written down and found again (places.ts), nor for reading.
import type { FeatureContext } from '../../feature';
import type { Article } from '../../page/article';
import { sentencesOf, type Sentence } from '../../page/sentences';
import type { speechDescriptor } from './descriptor';
import { findPlace, hashOf, isSameSentence, pageKey, placeAt, readPlaces, withPlace } from './places';
import type { TrackStart } from './track';

/** Nearer to the beginning than this there is nothing to be kept. */
const LEAST_SENTENCES = 2;
/** While it is read the place is written this often: a browser may die. */
const WRITE_MS = 15_000;

/** One sentence of what is read, and where. */
interface Line {
  readonly sentence: Sentence;
  readonly start: TrackStart;
}

export interface PlaceKeeper {
  /** The kept place in what was found on the page just now; null when it is not there any more. */
  find(article: Article): { readonly start: TrackStart; readonly text: string } | null;
  /** What is read from now on; null when it is no article, and no place is kept. */
  follow(article: Article | null): void;
  /** A sentence of it is being said. */
  reach(sentence: Sentence | null): void;
  /** Reading was interrupted: writes the place down. */
  keep(): void;
  /** The end was reached: there is no place to come back to. */
  finish(): void;
}

/** @param wall milliseconds since 1970 */
export function createPlaceKeeper(context: FeatureContext<typeof speechDescriptor.settings>, now: () => number, wall: () => number): PlaceKeeper {
  const { value, update } = context.kept('places');
  const { location } = context.page.document;
  const page = pageKey(location);
  let lines: readonly Line[] | null = null;
  let read: Article | null = null;
  let at = -1;
  let writtenAt = Number.NEGATIVE_INFINITY;
  let written = -1;

  const kept = () => readPlaces(value.value).find((place) => place.page === page) ?? null;
  const linesOf = ({ blocks }: Article): Line[] => blocks.flatMap((block, index) => sentencesOf(block).map((sentence) => ({ sentence, start: { block: index, offset: sentence.start } })));
  // A single page may change its address without a load: then this place is another page's.
  const isHere = () => pageKey(location) === page;

  function write(): void {
    if (!lines || at < LEAST_SENTENCES || at === written || !isHere()) return;
    written = at;
    writtenAt = now();
    const place = placeAt(page, lines.map(({ sentence }) => sentence.text), at, wall());
    context.pending(update((stored) => withPlace(stored, page, place)));
  }

  return {
    find(article) {
      const place = kept();
      if (!place || !isHere()) return null;
      const all = linesOf(article);
      const found = all[findPlace(place, all.map(({ sentence }) => hashOf(sentence.text)))];
      return found ? { start: found.start, text: found.sentence.text } : null;
    },
    follow(article) {
      [read, lines, at, written] = [article, null, -1, -1];
      writtenAt = now();
    },
    reach(sentence) {
      if (!read || !sentence) return;
      lines ??= linesOf(read);
      const from = Math.max(0, at);
      const isIt = ({ sentence: one }: Line) => isSameSentence(one, sentence);
      const next = lines.slice(from, from + 2).findIndex(isIt);
      const found = next >= 0 ? from + next : lines.findIndex(isIt);
      if (found >= 0) at = found;
      if (now() - writtenAt > WRITE_MS) write();
    },
    keep: write,
    finish() {
      if (!read) return;
      [read, lines] = [null, null];
      if (kept()) context.pending(update((stored) => withPlace(stored, page, null)));
    },
  };
}
