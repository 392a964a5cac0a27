// Tells which examples of the lexicon repeat a passage of the labelled sentences: they teach the same lesson in other words, for a sentence
// that is labelled is somebody's text, and counts once already. Not for what an example says of readings (lexicon.mjs).
import { HAN } from './lexicon.mjs';

/** So many Han characters in a row are no chance; what stands between them does not count. */
export const RUN = 8;

function runsOf(text) {
  const characters = [...text].filter((one) => HAN.test(one));
  return Array.from({ length: Math.max(0, characters.length - RUN + 1) }, (_, at) => characters.slice(at, at + RUN).join(''));
}

/**
 * @param examples as lexicon.mjs gives them
 * @param texts of others
 * @returns each example that shares a run with one of them, as `text: run`
 */
export function borrowedFrom(examples, texts) {
  const known = new Set(texts.flatMap(runsOf));
  return examples.flatMap(({ text }) => {
    const run = runsOf(text).find((one) => known.has(one));
    return run === undefined ? [] : [`${text}: ${run}`];
  });
}
