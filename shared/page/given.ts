// The readings that authors gave to an element's text by `data-mingdu-py`. Not for the list of words of a page (readings/site.ts).
import { HAN, READINGS } from './han';
import type { Page } from './page';

/** What tells of one text node its given readings: one entry per UTF-16 unit, '' where none; null without an author. */
export type GivenOf = (text: Text, data: string) => readonly string[] | null;

/** Syllables for the Han characters of the element that carries them, in order. Ask for each text once, in the order of the page. */
export function createGiven(page: Pick<Page, 'textOf'>): GivenOf {
  const used = new Map<Element, number>();
  return (text, data) => {
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
