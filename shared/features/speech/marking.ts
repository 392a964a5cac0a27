// How a sentence is marked that is read aloud: a highlight under it that is seen on its ground. The page may be in any scheme of ours or of its
// own: the ground itself decides, not a setting. Not for finding the ground (page/ground.ts).

export type Marking = 'yellow' | 'blue';

/** Relative luminance of the yellow. */
const YELLOW = 0.6866;
/** On a ground nearer to the yellow than this, a yellow marking would not be seen. White has 1.41, cream 1.38, yellow 1.31. */
const LEAST_CONTRAST = 1.35;

const rule = (ground: string, text: string) => `
::highlight(mingdu-speech) { background-color: ${ground}; color: ${text}; text-decoration: underline 3px #0b4a8f; }
@media (forced-colors: active) { ::highlight(mingdu-speech) { background-color: Highlight; color: HighlightText; } }`;

/** The sheet of each marking; both pairs have at least 8:1. */
export const MARKINGS: Record<Marking, string> = {
  yellow: rule('#ffd43b', '#000000'),
  blue: rule('#0b4a8f', '#ffffff'),
};

/**
 * Yellow under black text where it is seen, else blue under white text.
 * @param ground relative luminance of what the text stands on
 */
export function markingFor(ground: number): Marking {
  return (Math.max(ground, YELLOW) + 0.05) / (Math.min(ground, YELLOW) + 0.05) < LEAST_CONTRAST ? 'blue' : 'yellow';
}
