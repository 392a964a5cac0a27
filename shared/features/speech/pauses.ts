// How long it is silent after what was read: by what ends there, a sentence, a list item, a paragraph. Not for the pauses at commas, which
// are the voice's own.
import { textIn } from '../../dom/text-in';
import { isHeading, isLast } from './kinds';
import type { Item } from './item';

const SENTENCE_MS = 250;
const LIST_ITEM_MS = 300;
const PARAGRAPH_MS = 500;

const LIST_ITEM = 'li, dt, dd, td, th, caption';
/** A sentence's end and what may close after it. */
const ENDED = /[。！？!?；;…．.｡][”’"'）)】》〉』」\]］]*[、，,]?\s*$/;

/** @returns milliseconds of silence after an item; 0 where a long sentence was only cut into pieces */
export function pauseAfter({ sentence }: Item): number {
  if (!sentence) return LIST_ITEM_MS;
  const { block, end, text } = sentence;
  if (isLast(sentence)) return isListItem(block.element) && !isHeading(block) ? LIST_ITEM_MS : PARAGRAPH_MS;
  const gap = /^\s*/.exec(block.text.slice(end))?.[0] ?? '';
  // Lines of one block: an empty one between them, or the two wide spaces that begin a paragraph.
  if (gap.includes('\n')) return /\n\s*\n|\u3000/.test(gap) ? PARAGRAPH_MS : LIST_ITEM_MS;
  return ENDED.test(text) ? SENTENCE_MS : 0;
}

/** Also a paragraph that is all that its item holds, or the end of it. */
function isListItem(element: Element): boolean {
  const item = element.closest(LIST_ITEM);
  return item !== null && (item === element || textIn(item).trim().endsWith(textIn(element).trim()));
}
