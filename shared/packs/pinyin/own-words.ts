// Readings that the site or the reader gave: they win over all of ours wherever the text occurs. Not for where they are kept.
import type { Reading } from './reader';

/**
 * @param words text to syllables, '' where a syllable is left as it is; of words that overlap, the longer one wins, then the earlier
 * @param readings of the clause; changed in place
 */
export function applyOwnWords(clause: string, readings: Reading[], words: ReadonlyMap<string, readonly string[]>): void {
  const taken = new Set<number>();
  const byLength = [...words.keys()].sort((a, b) => b.length - a.length);
  for (const word of byLength) {
    const syllables = words.get(word) ?? [];
    for (let unit = word ? clause.indexOf(word) : -1; unit >= 0; unit = clause.indexOf(word, unit + 1)) {
      const from = readings.findIndex((one) => one.unit === unit);
      const to = from + Array.from(word).length;
      const covered = readings.slice(from, to);
      if (from < 0 || covered.some((_, at) => taken.has(from + at))) continue;
      covered.forEach((one, at) => {
        taken.add(from + at);
        const syllable = syllables[at];
        if (syllable) Object.assign(one, { syllable: syllable.normalize('NFC').toLowerCase(), from, to, isSure: true });
      });
    }
  }
}
