// What a voice is given to say for a piece of the page. The tables are in text/; here is their order. Not for display: the page and the
// caption show the text as it stands.
import { rewrite, type Spoken } from './spoken';
import { CLEAN } from './text/clean';
import { LIGHT } from './text/light';
import type { Row } from './text/row';
import { anyOf } from './text/tables';

export interface Wording {
  /**
   * A site's own words and how they are spoken, e.g. `12345热线` or `APP`. They come before everything, the longest first; what they are
   * spoken as is normalised like any text. What a site configures (issue 8) is to be handed in here.
   */
  readonly words?: ReadonlyMap<string, string> | undefined;
  /** The rows of text/full.ts, for a voice that knows characters alone; absent for voices that read numbers themselves. */
  readonly full?: readonly Row[] | undefined;
}

/**
 * @param shown text as the page shows it
 * @returns what the voice is given, and where it stands in the shown text; its text is '' when there is nothing to say
 */
export function toSpoken(shown: string, { words, full = [] }: Wording = {}): Spoken {
  const text = rewrite(shown);
  const own = [...(words?.keys() ?? [])].filter((word) => word !== '');
  if (own.length > 0) text.replace(new RegExp(anyOf(own), 'g'), ([word = '']) => words?.get(word) ?? word);
  for (const [find, say] of [...CLEAN, ...LIGHT, ...full]) text.replace(find, say);
  const start = /^[\s，、]*/.exec(text.text)?.[0].length ?? 0;
  // A pause at the end that the page does not show comes from a bracket or an arrow.
  const end = (/[，,、—…～~-]\s*$/.test(shown) ? text.text.trimEnd() : text.text.replace(/[\s，]+$/, '')).length;
  text.slice(start, Math.max(start, end));
  if (!/[\p{L}\p{N}]/u.test(text.text)) text.slice(0, 0);
  return text.done();
}

/** As a system voice is given it. */
export const spokenOf = (shown: string): Spoken => toSpoken(shown);
