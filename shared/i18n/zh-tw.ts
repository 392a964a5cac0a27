// Turns our Chinese words into those that are read in Taiwan and Hong Kong. The pairs come from the build (scripts/build/zh-tw.mjs), which
// finds them for every word there is. Not for words of the page.

/** Gives words, or tables of words, as a reader of another script would have them. */
export type Turn = <T>(words: T) => T;

/** @param pairs what is written otherwise, and how: phrases and single characters; the longest that fits wins */
export function createTurn(pairs: Readonly<Record<string, string>>): Turn {
  const known = new RegExp(Object.keys(pairs).sort((a, b) => b.length - a.length).join('|'), 'g');
  const turn = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(known, (found) => pairs[found] ?? found);
    if (Array.isArray(value)) return value.map(turn);
    return typeof value === 'object' && value ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, turn(one)])) : value;
  };
  return turn as Turn;
}
