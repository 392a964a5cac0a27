// Which sentence the reading cursor stands on, by what it says of its place. Not for when that counts (chosen.ts, pointing.ts).
import { blocksIn } from '../../page/blocks';
import { boxInTop } from '../../page/frame-point';
import { unionOf } from '../../page/lines';
import type { Page } from '../../page/page';
import { boxesOf, sentenceAt } from '../../page/pointed';
import { sentencesOf, type Sentence } from '../../page/sentences';
import type { Place } from '../../position';

/** A box of the cursor is that of a sentence when their edges lie no further apart. */
const SAME_BOX_PX = 6;

/** By its box among the sentences of what it stands on; the first one where the cursor is larger than a sentence. */
export function cursorSentence(page: Page, { target, rect }: Place): Sentence | null {
  const box = rect();
  if (!target?.isConnected) return box && sentenceAt(page, page.document, box.left + 1, box.top + box.height / 2);
  const sentences = [...blocksIn(page, target)].flatMap(sentencesOf);
  if (!box) return sentences[0] ?? null;
  const miss = (sentence: Sentence): number => {
    const own = unionOf(boxesOf(page, sentence).flatMap((one) => boxInTop(one, target.ownerDocument, page.document) ?? []));
    return own ? Math.max(...[own.left - box.left, own.top - box.top, own.right - box.right, own.bottom - box.bottom].map(Math.abs)) : Infinity;
  };
  return sentences.find((sentence) => miss(sentence) <= SAME_BOX_PX) ?? sentences[0] ?? null;
}
