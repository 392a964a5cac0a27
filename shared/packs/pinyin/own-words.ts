// Readings that the site or the reader gave: they win over all of ours wherever the text occurs. Not for where they are kept, nor for
// which of several lists wins (shared/readings).
import type { Reading } from './reading';

type Words = ReadonlyMap<string, readonly string[]>;

/** For each list its words by their first UTF-16 unit, longer ones first. */
const indexes = new WeakMap<Words, ReadonlyMap<string, readonly string[]>>();

function indexOf(words: Words): ReadonlyMap<string, readonly string[]> {
  const known = indexes.get(words);
  if (known) return known;
  const index = new Map<string, string[]>();
  for (const word of words.keys()) {
    const same = index.get(word.charAt(0));
    if (same) same.push(word);
    else if (word) index.set(word.charAt(0), [word]);
  }
  for (const same of index.values()) same.sort((a, b) => b.length - a.length);
  indexes.set(words, index);
  return index;
}

/**
 * From the left, the longest first, none over another: as shared/readings finds them, who tells what was decided by which.
 * @param words text to syllables, '' where a syllable is left as it is
 * @param readings of the clause; changed in place
 */
export function applyOwnWords(clause: string, readings: readonly Reading[], words: Words): void {
  const index = indexOf(words);
  for (let at = 0; at < readings.length; ) {
    const unit = readings[at]?.unit ?? 0;
    const word = index.get(clause.charAt(unit))?.find((one) => clause.startsWith(one, unit));
    if (!word) {
      at += 1;
      continue;
    }
    const to = at + [...word].length;
    words.get(word)?.forEach((syllable, offset) => {
      const one = readings[at + offset];
      if (syllable && one) Object.assign(one, { syllable: syllable.normalize('NFC').toLowerCase(), from: at, to, isSure: true });
    });
    at = to;
  }
}
