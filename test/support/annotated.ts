// Which Han text in the window carries no reading: the check of "all Han text in view". Runs in the page, changes nothing.
import type { Page } from 'puppeteer-core';

/** The check itself, in the page; `characters` is a class of a regular expression. It uses nothing around it, so that its text can be sent. */
export function findUnannotated(characters = '\\p{Script=Han}'): string[] {
  const han = new RegExp(characters, 'u');
  const missing: string[] = [];
  const range = document.createRange();
  // Fields are drawn from their value; an author's own ruby and what is marked so are left alone, and so is what has no place for readings.
  const left = 'script, style, noscript, title, textarea, select, option, input, ruby:not([data-mingdu]), [data-mingdu-skip], [data-mingdu-x-pinyin-left], code, [contenteditable], svg, [data-mingdu]:not(ruby, mingdu-text)';
  const visit = (root: Node): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Element) {
        if (node.shadowRoot !== null && !node.hasAttribute('data-mingdu')) visit(node.shadowRoot);
        continue;
      }
      const text = node as Text;
      const parent = text.parentElement;
      if (parent === null || !han.test(text.data) || parent.closest(left) !== null) continue;
      if (getComputedStyle(parent).visibility !== 'visible') continue;
      for (let at = 0; at < text.length; at += 1) {
        const character = String.fromCodePoint(text.data.codePointAt(at) ?? 0);
        if (!han.test(character)) continue;
        range.setStart(text, at);
        range.setEnd(text, at + character.length);
        const { top, bottom, left: x, right, width, height } = range.getBoundingClientRect();
        const inView = width > 0 && height > 0 && bottom > 0 && top < innerHeight && right > 0 && x < innerWidth;
        if (!inView) continue;
        const rt = text.nextSibling;
        const isRead = parent.matches('ruby[data-mingdu]') && text.data === character && rt instanceof Element && rt.localName === 'rt' && rt.getAttribute('data-py');
        if (!isRead) {
          missing.push(`${text.data.trim().slice(0, 20)} in ${parent.localName}`);
          break;
        }
      }
    }
  };
  visit(document.body);
  return missing;
}

/** Texts in the window with a Han character that has no reading, and where they stand; empty when all have one. */
export const unannotated = (page: Page): Promise<string[]> => page.evaluate(findUnannotated, '\\p{Script=Han}');
