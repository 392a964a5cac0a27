// What reading aloud handles: a sentence of the page, or a control with its role word. Not for finding either.
import type { Page } from '../../page/page';
import type { Sentence } from '../../page/sentences';
import { rangesOf } from '../../page/text-map';
import { toSpoken, type Wording } from '../../speech/normalise';
import { withLead, withTail, type Spoken } from '../../speech/spoken';
import { cellLead } from './tables';

export interface Item {
  /** As the page shows it; what `speaking.text` says. */
  readonly text: string;
  /** What the voice is given, and where that stands in `text`: in the wording that was last asked for, a system voice's before. */
  spoken(): Spoken;
  /** Puts it into the wording that a voice wants; `spoken` is this from now on. */
  spokenAs(wording: Wording): Spoken;
  /** Null for a control. */
  readonly sentence: Sentence | null;
  /** Its box where it has no text of its own: a picture, a field. */
  readonly element: Element | null;
  /** Where its text is now; empty when the page took it away. */
  ranges(): Range[];
}

/** Put into words when first asked for: a track makes many items and says few. */
function item(parts: Omit<Item, 'spoken'>): Item {
  let last: { readonly full: Wording['full']; readonly words: Wording['words']; readonly spoken: Spoken } | null = null;
  const spokenAs = ({ full, words }: Wording): Spoken => {
    if (!last || last.full !== full || last.words !== words) last = { full, words, spoken: parts.spokenAs({ full, words }) };
    return last.spoken;
  };
  return {
    ...parts,
    spokenAs,
    // No getter: V8 keeps the first closure of one in the shape of such objects, and with it the article that was closed.
    spoken: () => last?.spoken ?? spokenAs({}),
  };
}

/**
 * @param role a word said after the text, e.g. 链接; '' for plain text
 * @param lead words said before it: by default those that a cell of a table of data needs
 */
export function sentenceItem(page: Page, sentence: Sentence, role = '', lead = cellLead(page, sentence)): Item {
  const { block, start, end, text } = sentence;
  return item({
    text,
    spokenAs: (wording) => {
      const before = lead === '' ? '' : toSpoken(lead, wording).text;
      return withTail(withLead(before === '' ? '' : `${before}，`, toSpoken(text, wording)), role === '' ? '' : `，${toSpoken(role, wording).text}`);
    },
    sentence,
    element: null,
    ranges: () => rangesOf(page, block, start, end),
  });
}

/** A control, read as its name and its role; never as what was typed into it. */
export function elementItem(element: Element, name: string, role: string): Item {
  const text = name === '' ? role : name;
  return item({
    text,
    spokenAs: (wording) => withTail(toSpoken(text, wording), name === '' || role === '' ? '' : `，${role}`),
    sentence: null,
    element,
    ranges: () => [],
  });
}

/** Whether two items are the same place of the page. */
export function isSameItem(one: Item | null, other: Item | null): boolean {
  if (!one || !other || one.text !== other.text || one.element !== other.element) return false;
  const place = ({ sentence }: Item) => sentence?.block.segments[0]?.text;
  return place(one) === place(other) && one.sentence?.start === other.sentence?.start;
}
