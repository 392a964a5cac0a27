// Where reading begins anew: text is read clause by clause, so that a reading depends on its clause alone and never on the pieces in
// which the text arrived. Not the sentences of the page (features/pinyin/sentences.ts), each of which holds whole clauses.

/** What no word and no context reaches across: every mark at which somebody may cut text. */
const PAUSE = /[，。；：！？、,;:!?…—\u200b]/;
const BLANK = /\s/;
/** What stands inside a word and is none of it: blanks that space it out, soft hyphens, joiners and marks of no width. */
export const IGNORED = /[\s\u00ad\u200c\u200d\u2060\ufeff]/;
const FIRST_IDEOGRAPH = 0x4e00;
const LAST_IDEOGRAPH = 0x9fff;
const HAN = /\p{Script=Han}/u;
/** Titles and forms space out their words (通　知, 姓  名); so many blanks still do. */
const BLANKS_MAX = 6;

/** Whether a code unit or point is one of the common ideographs: most of a text, and the quickest to tell. */
export const isIdeograph = (code: number): boolean => code >= FIRST_IDEOGRAPH && code <= LAST_IDEOGRAPH;

/** A stretch of text without a pause in it; blanks that space out a word are inside. */
export interface Clause {
  /** Offset in the text, in UTF-16 units. */
  readonly from: number;
  readonly text: string;
}

/** The clauses of a text, in order; pauses belong to none. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  const end = (at: number) => {
    if (at > from) clauses.push({ from, text: text.slice(from, at) });
  };
  for (let at = 0; at < text.length; at += 1) {
    if (isIdeograph(text.charCodeAt(at))) continue;
    const isBlank = BLANK.test(text.charAt(at));
    if (!isBlank && !PAUSE.test(text.charAt(at))) continue;
    const next = isBlank ? endOfBlanks(text, at) : at + 1;
    if (!isBlank || !isSpacedOut(text, from, at, next)) {
      end(at);
      from = next;
    }
    at = next - 1;
  }
  end(text.length);
  return clauses;
}

function endOfBlanks(text: string, at: number): number {
  let end = at;
  while (BLANK.test(text.charAt(end))) end += 1;
  return end;
}

/** Whether blanks stand inside a word: between Han characters of which one at least stands alone. */
function isSpacedOut(text: string, from: number, at: number, next: number): boolean {
  if (next - at > BLANKS_MAX || !HAN.test(text.charAt(at - 1)) || !HAN.test(text.charAt(next))) return false;
  if (/[\n\r]/.test(text.slice(at, next))) return false;
  const isAloneBefore = at - 1 === from || BLANK.test(text.charAt(at - 2));
  const isAloneAfter = !HAN.test(text.charAt(next + 1));
  return isAloneBefore || isAloneAfter;
}
