// The Han text of a block as sentences to be read, each piece tied to the page's text node it came from.
// Not for speech: there a sentence is what is said in one breath (page/sentences.ts); here it is context for readings.
import { contextsOf } from '../../page/contexts';
import { createGiven } from '../../page/given';
import { HAN } from '../../page/han';
import type { Page } from '../../page/page';
import { isInline, isInSkipped, isPicture, isSkipped } from './han';

/** A stretch of one text node inside a sentence. */
export interface Part {
  readonly text: Text;
  /** Offsets in `page.textOf(text)`. */
  readonly from: number;
  readonly to: number;
  /** Where the stretch begins in the sentence. */
  readonly at: number;
}

/** What is read at once: at most some 200 characters, with inline elements joined. */
export interface Sentence {
  readonly text: string;
  readonly parts: readonly Part[];
  /** Readings that the author gave by `data-mingdu-py`, one entry per UTF-16 unit, '' where none; absent without any. */
  readonly given?: readonly string[];
  /** Whether it shows the readings it should show now. */
  isDone: boolean;
}

interface Piece {
  readonly text: Text;
  readonly data: string;
}

/** Cuts one run of text nodes that follow each other on the page without an edge between them. */
function cutRun(run: readonly Piece[], given: (piece: Piece) => readonly string[] | null): Sentence[] {
  const whole = run.map((piece) => piece.data).join('');
  const starts: number[] = [];
  let length = 0;
  for (const piece of run) {
    starts.push(length);
    length += piece.data.length;
  }
  const readings = run.map(given);
  const sentences: Sentence[] = [];
  let first = 0;
  for (const { start: from, end: to } of contextsOf(whole)) {
    const text = whole.slice(from, to);
    while ((starts[first] ?? 0) + (run[first]?.data.length ?? 0) <= from) first += 1;
    if (HAN.test(text)) {
      const parts: Part[] = [];
      const own: string[] = [];
      for (let at = first; at < run.length && (starts[at] ?? 0) < to; at += 1) {
        const piece = run[at] as Piece;
        const start = starts[at] ?? 0;
        const part = { text: piece.text, from: Math.max(0, from - start), to: Math.min(piece.data.length, to - start), at: Math.max(0, start - from) };
        if (part.to > part.from) parts.push(part);
        readings[at]?.slice(part.from, part.to).forEach((reading, offset) => (own[part.at + offset] = reading));
      }
      sentences.push({ text, parts, isDone: false, ...(own.length > 0 ? { given: own } : {}) });
    }
  }
  return sentences;
}

/**
 * The sentences of one block: an element or shadow root, and its inline content only.
 * @param page tells what text nodes hold, also while annotated
 */
export function sentencesOf(page: Pick<Page, 'textOf'>, block: Element | ShadowRoot): Sentence[] {
  const view = block.ownerDocument.defaultView;
  const sentences: Sentence[] = [];
  // Its author may want it left by now.
  if (block.firstChild && isInSkipped(block.firstChild)) return sentences;
  const given = createGiven(page);
  const authors = ({ text, data }: Piece) => given(text, data);
  let run: Piece[] = [];
  const flush = () => {
    if (run.length > 0) sentences.push(...cutRun(run, authors));
    run = [];
  };
  const visit = (parent: Node) => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) {
        const data = page.textOf(node as Text);
        if (data !== '') run.push({ text: node as Text, data });
      } else if (node.nodeType === 1) {
        const element = node as Element;
        // Our wrapper stands for the text before it.
        if (element.hasAttribute('data-mingdu')) continue;
        if (element.localName === 'br' || isSkipped(element) || element.shadowRoot || !isInline(view?.getComputedStyle(element).display ?? 'block') || isPicture(element)) flush();
        else visit(element);
      }
    }
  };
  visit(block);
  flush();
  return sentences;
}
