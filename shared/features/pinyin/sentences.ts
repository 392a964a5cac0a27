// The Han text of a block as sentences to be read, each piece tied to the page's text node it came from.
// Not for speech: there a sentence is what is said in one breath (page/sentences.ts); here it is context for readings.
import type { Page } from '../../page/page';
import { HAN, isInline, isSkipped, READINGS } from './han';

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

const SENTENCE_MAX = 200;
/** From here on a comma is as good an end as a stop. */
const SENTENCE_LONG = 140;
const ENDS = /[。！？；!?;\n\r]/;
const PAUSES = /[，、：,:\s]/;

/** Cuts at ends of sentences, long ones at pauses, at the utmost between any two characters. */
function lengthOfFirst(text: string): number {
  const limit = Math.min(text.length, SENTENCE_MAX);
  for (let at = 0; at < limit; at += 1) {
    const character = text.charAt(at);
    if (ENDS.test(character) || (at >= SENTENCE_LONG && PAUSES.test(character))) return at + 1;
  }
  if (text.length <= SENTENCE_MAX) return text.length;
  const isHighHalf = /[\ud800-\udbff]/.test(text.charAt(SENTENCE_MAX - 1));
  return isHighHalf ? SENTENCE_MAX - 1 : SENTENCE_MAX;
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
  for (let from = 0; from < whole.length; ) {
    const to = from + lengthOfFirst(whole.slice(from, from + SENTENCE_MAX + 1));
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
    from = to;
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
  const authors = createAuthors(page);
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
        if (element.localName === 'br' || isSkipped(element) || element.shadowRoot || !isInline(view?.getComputedStyle(element).display ?? 'block')) flush();
        else visit(element);
      }
    }
  };
  visit(block);
  flush();
  return sentences;
}

/** Readings by authors: syllables for the Han characters of the element that carries them, in order. */
function createAuthors(page: Pick<Page, 'textOf'>): (piece: Piece) => readonly string[] | null {
  const used = new Map<Element, number>();
  return ({ text, data }) => {
    const author = text.parentElement?.closest(`[${READINGS}]`);
    if (!author) return null;
    const syllables = (author.getAttribute(READINGS) ?? '').trim().split(/\s+/);
    let next = used.get(author) ?? hanBefore(page, author, text);
    const readings: string[] = new Array<string>(data.length).fill('');
    let unit = 0;
    for (const character of data) {
      if (HAN.test(character)) {
        readings[unit] = (syllables[next] ?? '').normalize('NFC').toLowerCase();
        next += 1;
      }
      unit += character.length;
    }
    used.set(author, next);
    return readings;
  };
}

function hanBefore(page: Pick<Page, 'textOf'>, author: Element, text: Text): number {
  const walker = author.ownerDocument.createTreeWalker(author, 4 /* SHOW_TEXT */);
  let count = 0;
  for (let node = walker.nextNode(); node && node !== text; node = walker.nextNode()) {
    if (node.parentElement?.closest('[data-mingdu]')) continue;
    for (const character of page.textOf(node as Text)) if (HAN.test(character)) count += 1;
  }
  return count;
}
