// For what a correction of a character can hold: the word it stands in, if the page has that word in one piece, and the character everywhere.
// Not for what is then kept (corrections.ts).
import { MARKER } from '../../../dom/marker';
import { isWord, OWN_WORD_MAX } from '../../../page/han';
import type { Page } from '../../../page/page';
import type { Sentence } from '../../../page/sentences';
import type { ExplainedReading } from '../../../readings/port';
import { blockOf, isInline, isSkipped } from '../han';
import { createWordStarts } from '../words';

/** A word of the sentence that a correction can be made of. */
export interface Scope {
  readonly word: string;
  /** Where each of its characters stands in the sentence, and how a dictionary has it there. */
  readonly syllables: readonly (readonly [unit: number, syllable: string])[];
}

/** What corrections of one page can hold for. */
export interface Scopes {
  /** The scopes of a character of a sentence, narrowest first; the character itself is the last. */
  of(sentence: Sentence, explained: readonly ExplainedReading[], one: ExplainedReading): Scope[];
  /** The word that decided, '' where the character was read by itself or the page has no such word in one piece. */
  wordOf(sentence: Sentence, one: ExplainedReading): string;
}

/** Whether pinyin reads two texts of the page, the second after the first, without an edge between them. */
function isJoined(page: Pick<Page, 'textOf'>, one: Text, next: Text): boolean {
  const root = blockOf(one);
  if (!root || root !== blockOf(next)) return false;
  // What we put beside a text is no part of the page.
  const acceptNode = (node: Node) => (node.nodeType === 1 && (node as Element).hasAttribute(MARKER) ? 2 /* REJECT */ : 1);
  const walker = one.ownerDocument.createTreeWalker(root, 5 /* SHOW_ELEMENT | SHOW_TEXT */, { acceptNode });
  walker.currentNode = one;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node === next) return true;
    if (node.nodeType === 3) {
      if (page.textOf(node as Text) !== '') return false;
      continue;
    }
    const element = node as Element;
    const display = element.ownerDocument.defaultView?.getComputedStyle(element).display ?? 'block';
    if (element.localName === 'br' || element.shadowRoot || isSkipped(element) || !isInline(display)) return false;
  }
  return false;
}

/** One for a page. */
export function createScopes(page: Pick<Page, 'textOf'>): Scopes {
  const wordStarts = createWordStarts();

  /** The word that a character stands in: the one that decided, else the one that the text is cut into. */
  function wordAround({ text }: Sentence, { unit, character, word, wordUnit }: ExplainedReading): readonly [word: string, start: number] {
    if (word.length > character.length) return [word, wordUnit];
    const starts = [...wordStarts(text), text.length].sort((a, b) => a - b);
    const start = starts.findLast((at) => at <= unit) ?? unit;
    return [text.slice(start, starts.find((at) => at > unit)), start];
  }

  /** Whether the characters of a stretch of a sentence follow each other on the page as pinyin sees it. */
  function isOnePiece({ block, start }: Sentence, from: number, to: number): boolean {
    const texts = block.segments.filter((segment) => segment.start < start + to && segment.start + segment.length > start + from).map(({ text }) => text);
    return texts.every((text, at) => at === 0 || text === texts[at - 1] || isJoined(page, texts[at - 1] as Text, text));
  }

  return {
    of(sentence, explained, one) {
      const alone: Scope = { word: one.character, syllables: [[one.unit, one.dictionary]] };
      const [word, start] = wordAround(sentence, one);
      if (word === one.character || !isWord(word, OWN_WORD_MAX)) return [alone];
      const byUnit = new Map(explained.map(({ unit, dictionary }) => [unit, dictionary]));
      const syllables: (readonly [number, string])[] = [];
      let unit = start;
      for (const character of word) {
        syllables.push([unit, byUnit.get(unit) ?? '']);
        unit += character.length;
      }
      // A character that is not read, or not here, has no syllable to keep.
      const isWhole = syllables.every(([, syllable]) => syllable !== '') && isOnePiece(sentence, start, unit);
      return isWhole ? [{ word, syllables }, alone] : [alone];
    },
    wordOf: (sentence, { word, wordUnit, character }) => (word !== character && isOnePiece(sentence, wordUnit, wordUnit + word.length) ? word : ''),
  };
}
