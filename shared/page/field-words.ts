// What a field asks for in one line: 姓名，必填 · 还没有填 · 填真实姓名. In the reader's language; never what is written in it. Not for finding it (field.ts).
import type { FieldFacts } from './field';

interface FieldWords {
  readonly required: string;
  readonly missing: string;
  readonly unchosen: string;
  readonly comma: string;
}

const ZH: FieldWords = { required: '必填', missing: '还没有填', unchosen: '还没有选', comma: '，' };
const EN: FieldWords = { required: 'required', missing: 'Nothing is entered yet', unchosen: 'Nothing is chosen yet', comma: ', ' };

/** The word for a field that must be filled. */
export const requiredWord = (language: string): string => (language.startsWith('en') ? EN : ZH).required;

/**
 * The same without a name, a hint or an error where there is none; '' where nothing is to be said.
 * @param turn puts our own words into the reader's script; the page's stay as they are
 */
export function inWords({ label, group, isRequired, hint, error, isMissing, kind }: FieldFacts, language: string, turn: <T>(words: T) => T = (own) => own): string {
  const words = language.startsWith('en') ? EN : turn(ZH);
  const missing = isMissing ? (/^(one|check|choice|file|date)$/.test(kind) ? words.unchosen : words.missing) : '';
  const name = [group, label, isRequired ? words.required : ''].filter((part) => part !== '').join(words.comma);
  // What is wrong before what helps: on a phone there may be room for no more.
  return [name, error || missing, hint].filter((part) => part !== '').join(' · ');
}
