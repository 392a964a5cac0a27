// The site's list of words: data blocks `<script type="text/plain" data-mingdu-py>`, one word a line, followed as the page changes them.
// A data block is never executed, so it passes every content policy. Not for readings on an element (page/given.ts).
import type { Fence } from '../fence';
import type { Live, LiveCell } from '../live';
import { createLive } from '../live';
import { READINGS } from '../page/han';
import type { Page } from '../page/page';
import type { Words } from './words';
import { syllablesOf } from './words';

const BLOCK = `script[type="text/plain" i][${READINGS}]`;
/** No name of a place or an office is longer; what is longer is text that was put there by mistake. */
const WORD_MAX = 32;
/** Bad lines that are told in all; a page that writes its list anew again and again would fill the console, and our memory. */
export const TOLD_MAX = 50;

/** @returns the words of a list, and the lines that say nothing one could use */
export function parseWordList(text: string): { readonly words: Words; readonly bad: readonly string[] } {
  const words = new Map<string, readonly string[]>();
  const bad: string[] = [];
  for (const raw of text.split(/[\r\n]+/)) {
    const line = raw.replace(/[#＃].*$/, '').replace(/\ufeff/g, '').trim();
    if (line === '') continue;
    const [, word = '', written = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    const syllables = syllablesOf(word, written, WORD_MAX);
    if (syllables) words.set(word, syllables);
    else bad.push(line);
  }
  return { words, bad };
}

/**
 * @param warn is told once of each bad line, of so many at most
 * @returns the words of all blocks, a later line winning over an earlier one
 */
export function createSiteWords(page: Pick<Page, 'roots' | 'onChange'>, warn: (message: string) => void, fence: Fence, signal: AbortSignal): Live<Words> {
  const words: LiveCell<Words> = createLive<Words>(new Map());
  const told = new Set<string>();
  let known = '';

  function look(): void {
    const text = page.roots.value.flatMap((root) => [...root.querySelectorAll(BLOCK)]).map((block) => block.textContent ?? '').join('\n');
    if (text === known) return;
    known = text;
    const { words: found, bad } = parseWordList(text);
    const fresh = [...new Set(bad)].filter((line) => !told.has(line)).slice(0, TOLD_MAX - told.size);
    fresh.forEach((line) => told.add(line));
    if (fresh.length > 0) warn(`Mingdu: ignored in ${BLOCK}: ${fresh.map((line) => `"${line}"`).join('; ')} (expected: 婺源 wù yuán)`);
    words.set(found);
  }

  const isBlock = (node: Node | null) => node?.nodeType === 1 && (node as Element).matches(BLOCK);
  const holdsBlock = (node: Node) => isBlock(node) || isBlock(node.parentNode) || (node.nodeType === 1 && (node as Element).querySelector(BLOCK) !== null);
  page.roots.watch(fence(look), signal);
  page.onChange(
    fence((change) => {
      // What went leaves no trace of where it was, and a block that lost its attribute is none: with blocks known, look.
      const mayHaveGone = known !== '' && (change.removed.length > 0 || change.restyled.some(({ localName }) => localName === 'script'));
      if (mayHaveGone || [...change.added, ...change.texts, ...change.restyled].some(holdsBlock)) look();
    }),
    signal,
  );
  return words;
}
