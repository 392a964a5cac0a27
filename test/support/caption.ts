// Reads and works the caption and the player in a browser's page, and finds whether a 停止 can be pressed. No expectations in here.
import type { Page } from 'puppeteer-core';
import { rootWith } from './interface';

const BAND = rootWith('.band');

export interface Shown {
  readonly form: string;
  readonly edge: 'top' | 'bottom';
  readonly rows: readonly string[];
  /** The text of the marked word. */
  readonly now: string;
  /** Readings of the shown characters, '' for none. */
  readonly readings: readonly string[];
  readonly buttons: readonly string[];
  /** Of the characters and of the smallest reading, in CSS px. */
  readonly fontPx: number;
  readonly box: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** Rows that run out of their box. */
  readonly tooLong: readonly string[];
}

/** What the band shows; null while there is none. */
export const captionOf = (page: Page) =>
  page.evaluate(`(() => {
    const root = ${BAND};
    if (!root) return null;
    const band = root.querySelector('.band');
    const text = root.querySelector('.text');
    const rows = [...root.querySelectorAll('.row')];
    const lettersOf = (part, kind) => [...part.querySelectorAll(kind)].map((one) => one.dataset.t);
    const { top, bottom, left, right } = band.getBoundingClientRect();
    return {
      form: band.className.split(' ')[1], edge: band.classList.contains('top') ? 'top' : 'bottom',
      rows: rows.map((row) => lettersOf(row, '.han').join('')),
      now: lettersOf(root, '.now .han').join(''),
      readings: lettersOf(root, '.cell .reading'),
      buttons: [...root.querySelectorAll('button')].map((one) => one.textContent),
      fontPx: text ? parseFloat(getComputedStyle(text).fontSize) : 0,
      box: { top, bottom, left, right },
      tooLong: rows.filter((row) => row.scrollWidth > row.clientWidth + 1).map((row) => lettersOf(row, '.han').join('')),
    };
  })()`) as Promise<Shown | null>;

/** Presses a button of the band, as a click of its own. */
export const pressInCaption = (page: Page, word: string) =>
  page.evaluate(`[...${BAND}.querySelectorAll('button')].find((one) => one.textContent === ${JSON.stringify(word)}).click()`);

/** An expression: whether some button 停止 of ours lies in the window, at least 44 px in both directions, under nothing else. */
export const STOP_IN_VIEW = `(() => {
  const deep = (x, y) => { let at = document.elementFromPoint(x, y); while (at?.shadowRoot) { const inner = at.shadowRoot.elementFromPoint(x, y); if (!inner || inner === at) break; at = inner; } return at; };
  const all = [];
  const visit = (top) => { for (const one of top.querySelectorAll('*')) { if (one.localName === 'button') all.push(one); if (one.shadowRoot) visit(one.shadowRoot); } };
  for (const host of document.querySelectorAll('[data-mingdu]')) if (host.shadowRoot) visit(host.shadowRoot);
  const bottom = window.visualViewport ? visualViewport.offsetTop + visualViewport.height : innerHeight;
  return all.some((button) => {
    if (!button.textContent.includes('停止')) return false;
    const box = button.getBoundingClientRect();
    if (box.width < 43.5 || box.height < 43.5 || box.left < -0.5 || box.top < -0.5 || box.right > innerWidth + 0.5 || box.bottom > bottom + 0.5) return false;
    return [[0.5, 0.5], [0.15, 0.2], [0.85, 0.8]].every(([x, y]) => button.contains(deep(box.left + box.width * x, box.top + box.height * y)));
  });
})()`;
