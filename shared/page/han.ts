// What counts as Han text, and the attribute by which authors say how it is read. Not for how it is read (packs/pinyin, readings/).

/** Any Han character, and the circle that is typed for 〇. */
export const HAN = /[\p{Script=Han}○◯]/u;

/** Characters of the longest word that a reader can correct; longer ones are not offered, and ignored where somebody wrote them. */
export const OWN_WORD_MAX = 8;

const WORD = new RegExp(`^${HAN.source}+$`, 'u');

/** Whether a text is a word that can have readings: Han characters alone, at most so many. */
export function isWord(text: string, most: number): boolean {
  return WORD.test(text) && [...text].length <= most;
}

/**
 * The attribute by which authors say how an element's text is read: syllables with spaces between, for its Han characters in order;
 * or `off`, for text that shall have no readings. On a data block (`<script type="text/plain">`) it begins a list of words for the page.
 */
export const READINGS = 'data-mingdu-py';
