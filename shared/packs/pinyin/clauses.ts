// Where reading begins anew: text is read clause by clause, so that a reading depends on its clause alone and never on the pieces in
// which the text arrived. Not the sentences of the page (features/pinyin/sentences.ts), each of which holds whole clauses.

/** What no word and no context reaches across: every mark at which somebody may cut text, and blanks. */
const PAUSE = /[\s，。；：！？、,;:!?…—\u200b]/;

/** A stretch of text without a pause in it. */
export interface Clause {
  /** Offset in the text, in UTF-16 units. */
  readonly from: number;
  readonly text: string;
}

/** The clauses of a text, in order; pauses belong to none. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !PAUSE.test(text.charAt(at))) continue;
    if (at > from) clauses.push({ from, text: text.slice(from, at) });
    from = at + 1;
  }
  return clauses;
}
