// What counts as Han text, and the attribute by which authors say how it is read. Not for how it is read (packs/pinyin, readings/).

/** Any Han character, and the circle that is typed for 〇. */
export const HAN = /[\p{Script=Han}○◯]/u;

/**
 * The attribute by which authors say how an element's text is read: syllables with spaces between, for its Han characters in order;
 * or `off`, for text that shall have no readings. On a data block (`<script type="text/plain">`) it begins a list of words for the page.
 */
export const READINGS = 'data-mingdu-py';
