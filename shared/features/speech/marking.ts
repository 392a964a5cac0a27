// How the sentence and the word are marked that are read aloud: highlights that are seen on their ground. The page may be in any scheme of ours
// or of its own: the ground itself decides, not a setting. Not for finding the ground (page/ground.ts).
import { MARK_PREFIX, MARKER } from '../../dom/marker';

export type Marking = 'yellow' | 'blue';

/** The mark on the readings (pinyin) over the sentence. */
export const SAID = 'said';
/** Relative luminance of the yellow. */
const YELLOW = 0.6866;
/** On a ground nearer to the yellow than this, a yellow marking would not be seen. White has 1.41, cream 1.38, yellow 1.31. */
const LEAST_CONTRAST = 1.35;

interface Colours {
  readonly ground: string;
  readonly text: string;
}

// A reading is no text of the page, so that no highlight reaches it; a light one over a dark page would stand half on the marking.
const READING = `ruby[${MARKER}]>rt[${MARK_PREFIX}${SAID}][${MARK_PREFIX}${SAID}]`;

const rule = (sentence: Colours, word: Colours) => `
::highlight(mingdu-speech) { background-color: ${sentence.ground}; color: ${sentence.text}; text-decoration: underline 3px #0b4a8f; }
::highlight(mingdu-speech-word) { background-color: ${word.ground}; color: ${word.text}; }
${READING} { background-color: ${sentence.ground} !important; }
${READING}::before { color: ${sentence.text} !important; -webkit-text-fill-color: ${sentence.text} !important; }
@media (forced-colors: active) {
  ::highlight(mingdu-speech) { background-color: Highlight; color: HighlightText; }
  ::highlight(mingdu-speech-word) { background-color: HighlightText; color: Highlight; text-decoration: underline 3px; }
  ${READING} { forced-color-adjust: none !important; background-color: Highlight !important; }
  ${READING}::before { color: HighlightText !important; -webkit-text-fill-color: HighlightText !important; }
}`;

const YELLOW_PAIR: Colours = { ground: '#ffd43b', text: '#000000' };
const BLUE_PAIR: Colours = { ground: '#0b4a8f', text: '#ffffff' };
const WHITE_PAIR: Colours = { ground: '#ffffff', text: '#0b4a8f' };

/** The sheet of each marking; all pairs have at least 8:1, and a word's ground at least 6:1 against its sentence's. */
export const MARKINGS: Record<Marking, string> = {
  yellow: rule(YELLOW_PAIR, BLUE_PAIR),
  blue: rule(BLUE_PAIR, WHITE_PAIR),
};

/**
 * Yellow under black text where it is seen, else blue under white text.
 * @param ground relative luminance of what the text stands on
 */
export function markingFor(ground: number): Marking {
  return (Math.max(ground, YELLOW) + 0.05) / (Math.min(ground, YELLOW) + 0.05) < LEAST_CONTRAST ? 'blue' : 'yellow';
}
