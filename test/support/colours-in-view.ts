// The colours that the window's texts are written in, by computed style: quick, and blind to what lies behind. Contrast by pixels is instrument.ts.
import type { Page } from 'puppeteer-core';

/** A text and its colour, `#rrggbb`; with its alpha where it has one. */
export interface Coloured {
  readonly text: string;
  readonly colour: string;
}

/** In the page: each colour once, with the first text that has it. Readings have colours of their own. */
function findColours(): Coloured[] {
  const found = new Map<string, string>();
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = (node.nodeValue ?? '').trim();
    if (!parent || text === '' || parent.closest('script, style, noscript, option, rt, [data-mingdu]:not(ruby, mingdu-text)')) continue;
    range.selectNodeContents(node);
    const { top, bottom, left, right, width, height } = range.getBoundingClientRect();
    if (width === 0 || height === 0 || bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) continue;
    const { color, visibility } = getComputedStyle(parent);
    if (visibility === 'visible' && !found.has(color)) found.set(color, text.slice(0, 20));
  }
  const hex = (colour: string) => `#${(colour.match(/[\d.]+/g) ?? []).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
  return [...found].map(([colour, text]) => ({ text, colour: hex(colour) }));
}

/** Each colour of the texts in the window once, with a text that has it. */
export const coloursInView = (page: Page): Promise<Coloured[]> => page.evaluate(findColours);
