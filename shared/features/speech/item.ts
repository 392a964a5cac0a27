// What reading aloud handles: a sentence of the page, or a control with its role word. Not for finding either.
import type { Page } from '../../page/page';
import type { Sentence } from '../../page/sentences';
import { rangesOf } from '../../page/text-map';
import { spokenOf } from '../../speech/normalise';
import type { Spoken } from '../../speech/spoken';

export interface Item {
  /** As the page shows it; what `speaking.text` says. */
  readonly text: string;
  /** What the voice is given. */
  readonly spoken: Spoken;
  /** Null for a control. */
  readonly sentence: Sentence | null;
  /** Its box where it has no text of its own: a picture, a field. */
  readonly element: Element | null;
  /** Where its text is now; empty when the page took it away. */
  ranges(): Range[];
}

/** @param role a word said after the text, e.g. 链接; '' for plain text */
export function sentenceItem(page: Page, sentence: Sentence, role = ''): Item {
  const { block, start, end, text } = sentence;
  const said = spokenOf(text);
  const spoken = said.text === '' || role === '' ? said : { ...said, text: `${said.text}，${role}` };
  return { text, spoken, sentence, element: null, ranges: () => rangesOf(page, block, start, end) };
}

/** A control, read as its name and its role. */
export function elementItem(element: Element, name: string, role: string): Item {
  const parts = [name, role].filter((part) => part !== '');
  return { text: name === '' ? role : name, spoken: spokenOf(parts.join('，')), sentence: null, element, ranges: () => [] };
}

/** Whether two items are the same place of the page. */
export function isSameItem(one: Item | null, other: Item | null): boolean {
  if (!one || !other || one.text !== other.text || one.element !== other.element) return false;
  const place = ({ sentence }: Item) => sentence?.block.segments[0]?.text;
  return place(one) === place(other) && one.sentence?.start === other.sentence?.start;
}
