// Cuts text into what is read at once: the context from which a character gets its reading. Pure.
// Not for speech: there a sentence is what is said in one breath (sentences.ts).
import type { Span } from './sentences';

const CONTEXT_MAX = 200;
/** From here on a comma is as good an end as a stop. */
const CONTEXT_LONG = 140;
const ENDS = /[。！？；!?;\n\r]/;
const PAUSES = /[，、：,:\s]/;

/** Cuts at ends of sentences, long ones at pauses, at the utmost between any two characters. */
function lengthOfFirst(text: string): number {
  const limit = Math.min(text.length, CONTEXT_MAX);
  for (let at = 0; at < limit; at += 1) {
    const character = text.charAt(at);
    if (ENDS.test(character) || (at >= CONTEXT_LONG && PAUSES.test(character))) return at + 1;
  }
  if (text.length <= CONTEXT_MAX) return text.length;
  const isHighHalf = /[\ud800-\udbff]/.test(text.charAt(CONTEXT_MAX - 1));
  return isHighHalf ? CONTEXT_MAX - 1 : CONTEXT_MAX;
}

/** @returns spans of at most some 200 characters, in order, that together hold the whole text */
export function contextsOf(text: string): Span[] {
  const spans: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const end = start + lengthOfFirst(text.slice(start, start + CONTEXT_MAX + 1));
    spans.push({ start, end });
    start = end;
  }
  return spans;
}
