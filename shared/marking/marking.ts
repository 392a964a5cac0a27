// How text is marked that is read aloud or that the reading cursor stands on: highlights that are seen on their ground. The page may be in any
// scheme of ours or of its own: the ground itself decides, not a setting. Not for finding the ground (page/ground.ts).
import { MARK_PREFIX, MARKER } from '../dom/marker';

export type Marking = 'yellow' | 'blue';

export interface Colours {
  readonly ground: string;
  readonly text: string;
}

/** What marks a sentence, and a word in it: all have at least 8:1, and a word's ground at least 6:1 against its sentence's. */
export const PAIRS: Readonly<Record<Marking, { readonly sentence: Colours; readonly word: Colours }>> = {
  yellow: { sentence: { ground: '#ffd43b', text: '#000000' }, word: { ground: '#0b4a8f', text: '#ffffff' } },
  blue: { sentence: { ground: '#0b4a8f', text: '#ffffff' }, word: { ground: '#ffffff', text: '#0b4a8f' } },
};

/** Relative luminance of the yellow. */
const YELLOW = 0.6866;
/** On a ground nearer to the yellow than this, a yellow marking would not be seen. White has 1.41, cream 1.38, yellow 1.31. */
const LEAST_CONTRAST = 1.35;

/**
 * Yellow under black text where it is seen, else blue under white text.
 * @param ground relative luminance of what the text stands on
 */
export function markingFor(ground: number): Marking {
  return (Math.max(ground, YELLOW) + 0.05) / (Math.min(ground, YELLOW) + 0.05) < LEAST_CONTRAST ? 'blue' : 'yellow';
}

/**
 * The rules for a marked sentence.
 * @param name of the highlight
 * @param mark on the readings (pinyin) over it. A reading is no text of the page, so that no highlight reaches it; a light one over a dark
 *   page would stand half on the marking
 */
export function sentenceRules(name: string, mark: string, { ground, text }: Colours): string {
  const reading = `ruby[${MARKER}]>rt[${MARK_PREFIX}${mark}][${MARK_PREFIX}${mark}]`;
  return `
::highlight(mingdu-${name}) { background-color: ${ground}; color: ${text}; text-decoration: underline 3px #0b4a8f; }
${reading} { background-color: ${ground} !important; }
${reading}::before { color: ${text} !important; -webkit-text-fill-color: ${text} !important; }
@media (forced-colors: active) {
  ::highlight(mingdu-${name}) { background-color: Highlight; color: HighlightText; }
  ${reading} { forced-color-adjust: none !important; background-color: Highlight !important; }
  ${reading}::before { color: HighlightText !important; -webkit-text-fill-color: HighlightText !important; }
}`;
}
