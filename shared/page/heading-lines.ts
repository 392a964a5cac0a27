// Which lines stand as headings in official writing, by their numbering: 一、 and （一） on a line of their own. Pure; not for headings
// that the page itself marks up.

/** 第一章, 第三部分 and 一、 */
const FIRST = /^(第[一二三四五六七八九十百]{1,4}(章|节|部分|编)|[一二三四五六七八九十]{1,3}、)\s*\S/;
/** （一） */
const SECOND = /^[（(][一二三四五六七八九十]{1,3}[)）]\s*\S/;
/** A heading says what comes; with more characters, or with a sentence's marks in it, a line says it itself. */
const MOST_CHARACTERS = 36;
const SENTENCE = /[。；;！!]|，.*，/;

/**
 * @param line the text of a paragraph, the whole of it
 * @returns 2 or 3, the level below the title that it stands for; null when it is no heading
 */
export function headingLevel(line: string): 2 | 3 | null {
  const text = line.trim();
  if (text.length > MOST_CHARACTERS || SENTENCE.test(text)) return null;
  // Ends as a heading may: not where the sentence goes on, nor on a colon, after which its items follow in the same breath.
  if (/[，、,：:]$/.test(text)) return null;
  if (FIRST.test(text)) return 2;
  return SECOND.test(text) ? 3 : null;
}
