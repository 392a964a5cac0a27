// Words with their readings, where they stand in a text, and which win: the reader's over the site's. Pure.
import { isWord } from '../page/han';
import { parseSyllable, toneless } from './syllables';

/** Words of Han characters, each with one syllable for each character: NFC, lower case, tone marks. */
export type Words = ReadonlyMap<string, readonly string[]>;

/** A word where it stands in a text. */
export interface WordPlace {
  /** In UTF-16 units. */
  readonly start: number;
  readonly word: string;
  readonly syllables: readonly string[];
}

/**
 * Reads a word with its syllables.
 * @param most characters of a word
 * @returns the syllables; null when it is no word of Han characters, or they do not fit
 */
export function syllablesOf(word: string, written: string, most: number): readonly string[] | null {
  if (!isWord(word, most)) return null;
  const { length } = [...word];
  const syllables = written.trim().split(/\s+/).map((one) => parseSyllable(one)?.syllable ?? '');
  return syllables.length === length && syllables.every(Boolean) ? syllables : null;
}

/** A function that finds words in a text: from the left, the longest first, none over another. */
export function createFinder(words: Words): (text: string) => WordPlace[] {
  const byFirst = new Map<string, string[]>();
  for (const word of words.keys()) {
    const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), word].sort((a, b) => b.length - a.length));
  }
  return (text) => {
    const places: WordPlace[] = [];
    if (byFirst.size === 0) return places;
    for (let start = 0; start < text.length; ) {
      const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
      const word = byFirst.get(character)?.find((one) => text.startsWith(one, start));
      if (word) places.push({ start, word, syllables: words.get(word) ?? [] });
      start += (word ?? character).length;
    }
    return places;
  };
}

/** Runs for each character of a word where it stands. */
export function eachCharacter({ start, word, syllables }: WordPlace, run: (unit: number, syllable: string) => void): void {
  let unit = start;
  [...word].forEach((character, at) => {
    run(unit, syllables[at] ?? '');
    unit += character.length;
  });
}

/** Both lists in one, for the engine: where a word of the site holds one of the reader's, the reader's reading counts in it. */
export function mergeWords(site: Words, own: Words): Words {
  const merged = new Map(site);
  const find = createFinder(own);
  for (const [word, syllables] of site) {
    const places = find(word);
    if (places.length === 0) continue;
    const mine = new Map<number, string>();
    places.forEach((place) => eachCharacter(place, (unit, syllable) => mine.set(unit, syllable)));
    const mixed: string[] = [];
    eachCharacter({ start: 0, word, syllables }, (unit, syllable) => mixed.push(mine.get(unit) ?? syllable));
    merged.set(word, mixed);
  }
  own.forEach((syllables, word) => merged.set(word, syllables));
  return merged;
}

/** What is known of a text besides what the engine read. */
export interface Ranks {
  /** Where words of either list stand. */
  readonly words: readonly WordPlace[];
  /** The elements' own readings, one entry per UTF-16 unit, '' where none. */
  readonly given?: readonly string[] | undefined;
  /** Where the reader's words stand. */
  readonly own: readonly WordPlace[];
  /** Whether tones are as spoken, so that a word's syllables may have another tone beside their neighbours. */
  readonly changesTones: boolean;
}

/**
 * The readings in their order of rank: the reader's, the element's, the site's, the engine's. The engine knows the words too, for their
 * neighbours' sake; here is decided what it may see otherwise, where words overlap.
 * @param read by the engine, one entry per UTF-16 unit
 */
export function ranked(read: readonly string[], { words, given, own, changesTones }: Ranks): string[] {
  const result = [...read];
  const put = (place: WordPlace) => eachCharacter(place, (unit, wanted) => {
    const now = read[unit] ?? '';
    result[unit] = changesTones && now && toneless(now) === toneless(wanted) ? now : wanted;
  });
  words.forEach(put);
  // What an author wrote counts if it is a syllable at all.
  given?.forEach((reading, unit) => {
    const syllable = reading ? parseSyllable(reading)?.syllable : '';
    if (syllable) result[unit] = syllable;
  });
  own.forEach(put);
  return result;
}
