// How the sentence and the word are marked that are read aloud. Not for which colours are seen on which ground (marking/marking.ts).
import { PAIRS, sentenceRules, type Marking } from '../../marking/marking';

/** The mark on the readings (pinyin) over the sentence. */
export const SAID = 'said';

const rules = (marking: Marking): string => {
  const { sentence, word } = PAIRS[marking];
  return `${sentenceRules('speech', SAID, sentence)}
::highlight(mingdu-speech-word) { background-color: ${word.ground}; color: ${word.text}; }
@media (forced-colors: active) {
  ::highlight(mingdu-speech-word) { background-color: HighlightText; color: Highlight; text-decoration: underline 3px; }
}`;
};

/** The sheet of each marking. */
export const MARKINGS: Readonly<Record<Marking, string>> = { yellow: rules('yellow'), blue: rules('blue') };
