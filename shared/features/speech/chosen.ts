// The place that the reader chose last without saying so: a sentence clicked in the page, or where the reading cursor stands. Heard passively
// while the aid runs; a press on something that acts by itself chooses nothing. Not for selections (reading.ts).
import { isElement, isOurs, TEXT_TAG } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import { eachDocument } from '../../page/documents';
import { boxesOf, sentenceAt } from '../../page/pointed';
import type { Sentence } from '../../page/sentences';
import type { Place } from '../../position';
import type { speechDescriptor } from './descriptor';
import { unionOf } from '../../page/lines';
import { cursorSentence } from './cursor-place';
import { ACTS } from './roles';

/** After so long a click was for something else. */
const CLICK_HOLDS_MS = 120_000;

/** @returns tells the sentence that was chosen last and may still be meant; null when there is none */
export function followChosen(context: FeatureContext<typeof speechDescriptor.settings>, now: () => number): () => Sentence | null {
  const { page, position, signal } = context;
  let clicked: { readonly sentence: Sentence; readonly at: number } | null = null;
  let cursor: { readonly place: Place; readonly at: number } | null = null;

  eachDocument(page, signal, (root) => {
    context.listen(root, 'click', (event) => onClick(root, event as MouseEvent), { capture: true });
  });
  position.current.watch((place) => {
    if (place?.source === 'cursor') cursor = { place, at: now() };
    else if (place?.source !== 'speech') cursor = null;
  }, signal);

  function onClick(root: Document, event: MouseEvent): void {
    const target = event.composedPath()[0];
    // A click that a key or a script made has no place.
    if (!isElement(target) || event.detail === 0 || (isOurs(target) && !target.closest(TEXT_TAG))) return;
    const sentence = target.closest(ACTS) ? null : sentenceAt(page, root, event.clientX, event.clientY);
    clicked = sentence && { sentence, at: now() };
  }

  /** What has been scrolled out of sight is not meant any more. */
  function isInSight(sentence: Sentence): boolean {
    const [first] = sentence.block.segments;
    const view = first?.text.ownerDocument.defaultView;
    const box = first?.text.isConnected ? unionOf(boxesOf(page, sentence)) : null;
    return Boolean(view && box && box.bottom > 0 && box.top < view.innerHeight);
  }

  return () => {
    const isFresh = clicked !== null && now() - clicked.at < CLICK_HOLDS_MS && clicked.at >= (cursor?.at ?? 0);
    if (isFresh && clicked && isInSight(clicked.sentence)) return clicked.sentence;
    return cursor && cursorSentence(page, cursor.place);
  };
}
