// The places that something else than a key leads to: a sentence that is read aloud or was clicked, an element that has the focus.
// Pure, over the page's text; not for where keys lead (walk.ts).
import type { Sentence } from '../../page/sentences';
import { follows, type PageText } from './page-text';
import { linkStop, placeAgain, stopAt, type Stop } from './walk';

/** The place of a sentence that was read at another time; null when it is gone. */
export function placeOfSentence(text: PageText, sentence: Sentence): Stop | null {
  const [first] = sentence.block.segments;
  return first && text.indexOf(first.text, 0) >= 0 ? placeAgain(text, { at: 0, sentence, control: null }, text, () => true) : null;
}

/** What an element holds, or what stands before it. */
export function placeOfElement(text: PageText, element: Element): Stop | null {
  const link = text.links.find((one) => one.element === element);
  if (link) return linkStop(text, link);
  const isIn = ({ text: node }: { readonly text: Text }) => element.contains(node);
  const inside = text.blocks.findIndex(({ segments }) => segments.some(isIn));
  const at = inside >= 0 ? inside : text.blocks.findLastIndex(({ segments: [first] }) => first !== undefined && first.text.ownerDocument === element.ownerDocument && follows(first.text, element));
  const offset = inside >= 0 ? (text.blocks[inside]?.segments.find(isIn)?.start ?? 0) : 0;
  const sentence = at >= 0 ? text.sentences(at).find(({ end }) => end > offset) : undefined;
  return sentence ? stopAt(at, sentence) : null;
}
