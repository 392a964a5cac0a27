// The readings that the reader corrected, as they are kept: `readings` of what is stored. Not for where they count (words.ts).
import { OWN_WORD_MAX } from '../page/han';
import type { Words } from './words';
import { syllablesOf } from './words';

/** What is kept; the oldest go. */
export const WORDS_MAX = 500;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads what is stored, oldest first.
 * @param stored anything; what is broken is ignored, word by word
 */
export function parseOwn(stored: unknown): Words {
  const words = new Map<string, readonly string[]>();
  for (const [word, written] of Object.entries(isRecord(stored) ? stored : {})) {
    const syllables = typeof written === 'string' ? syllablesOf(word, written, OWN_WORD_MAX) : null;
    if (syllables) words.set(word, syllables);
  }
  return new Map([...words].slice(-WORDS_MAX));
}

/**
 * What is to be stored in place of what is there.
 * @param syllables null takes the word out
 * @returns the same entries but for this word, which is now the newest; entries that mean nothing to us stay, those over the limit go
 */
export function withOwn(stored: unknown, word: string, syllables: readonly string[] | null): Readonly<Record<string, unknown>> {
  const next: Record<string, unknown> = isRecord(stored) ? { ...stored } : {};
  delete next[word];
  if (syllables) next[word] = syllables.join(' ');
  const kept = parseOwn(next);
  for (const [key, written] of Object.entries(next)) {
    if (!kept.has(key) && typeof written === 'string' && syllablesOf(key, written, OWN_WORD_MAX)) delete next[key];
  }
  return next;
}
