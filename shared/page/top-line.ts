// Finds the line of text at the top of the window, as a place in the page's own text. Not for keeping it there (reading-place.ts).
import { MARKER, TEXT_TAG } from '../dom/marker';
import type { Page } from './page';

/** A character of the page's own text, and where on the screen it stood. */
export interface Anchor {
  readonly text: Text;
  readonly offset: number;
  /** CSS px from the window's top; a little negative for a line that is partly out. */
  readonly top: number;
  readonly height: number;
}

export interface TopLine {
  /** @param top where the page becomes visible, in CSS px from the window's top; null where no text is in view */
  find(top: number): Anchor | null;
  /** Where an anchor is now; null when it is gone or not drawn. */
  now(anchor: Anchor): Anchor | null;
}

/** Boxes this far out of the window are not looked into; children may hang out of their parents a little. */
const MARGIN_PX = 60;
const UNREAD = /^(script|style|noscript|template|textarea|select|option|svg|canvas|video)$/;
/** A line counts as seen while at least this part of its height is. */
const SEEN_PART = 1 / 3;

/** Reads the layout; call when it is clean. */
export function createTopLine(page: Page): TopLine {
  const { document } = page;
  const view = document.defaultView as Window & typeof globalThis;

  function rectOf(text: Text, offset: number): DOMRect | null {
    const length = page.textOf(text).length;
    if (!text.isConnected || length === 0) return null;
    const { node, offset: at } = page.pointAt(text, Math.min(offset, length - 1));
    if (node.length === 0) return null;
    const range = document.createRange();
    range.setStart(node, Math.min(at, node.length - 1));
    range.setEnd(node, Math.min(at, node.length - 1) + 1);
    return range.getClientRects()[0] ?? null;
  }

  /** The first character of a text that stands at or below `top`: lines follow one another, so halving finds it. */
  function firstBelow(text: Text, top: number): Anchor | null {
    const data = page.textOf(text);
    let low = 0;
    let high = data.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const rect = rectOf(text, middle);
      if (!rect || isAbove(rect, top)) low = middle + 1;
      else high = middle;
    }
    while (low < data.length - 1 && !data[low]?.trim()) low += 1;
    const rect = data[low]?.trim() ? rectOf(text, low) : null;
    const isInView = rect && rect.width > 0 && !isAbove(rect, top) && rect.top < view.innerHeight;
    return isInView ? { text, offset: low, top: rect.top, height: rect.height } : null;
  }

  function isAbove(rect: DOMRect, top: number): boolean {
    return rect.bottom - top < rect.height * SEEN_PART;
  }

  function isFixed(element: Element): boolean {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { position } = view.getComputedStyle(at);
      if (position === 'fixed' || position === 'sticky') return true;
    }
    return false;
  }

  /** Whether the reader sees the character: not hidden, not covered, not cut off, and moving with the page. */
  function isSeen({ text, offset }: Anchor): boolean {
    const rect = rectOf(text, offset);
    const parent = text.parentElement;
    if (!rect || !parent) return false;
    const hit = document.elementFromPoint(rect.left + rect.width / 2, Math.max(1, rect.top + rect.height / 2));
    return Boolean(hit && (parent.contains(hit) || hit.contains(parent)) && !isFixed(parent));
  }

  function enters(element: Element, top: number): boolean {
    if (UNREAD.test(element.localName)) return false;
    if (element.localName !== TEXT_TAG && element.localName !== 'ruby' && element.hasAttribute(MARKER)) return false;
    const rect = element.getBoundingClientRect();
    // A box without height may hold floats or placed boxes that are in view.
    return rect.height === 0 || (rect.bottom > top - MARGIN_PX && rect.top < view.innerHeight + MARGIN_PX);
  }

  return {
    now({ text, offset }) {
      const rect = rectOf(text, offset);
      return rect && { text, offset, top: rect.top, height: rect.height };
    },
    find(top) {
      const found: Anchor[] = [];
      const seen = new Set<Text>();
      const walker = document.createTreeWalker(document.body ?? document.documentElement, 5 /* SHOW_ELEMENT | SHOW_TEXT */, (node) => {
        if (node.nodeType !== 1) return 1; // FILTER_ACCEPT
        return enters(node as Element, top) ? 1 : 2; // FILTER_REJECT leaves the whole element out
      });
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.nodeType !== 3 || !(node as Text).data.trim()) continue;
        const source = page.sourceOf(node, 0);
        if (!source || seen.has(source.text)) continue;
        seen.add(source.text);
        const anchor = firstBelow(source.text, top);
        if (anchor) found.push(anchor);
      }
      // Sorting is stable: of texts side by side, the first in the page.
      return found.sort((a, b) => a.top - b.top).find(isSeen) ?? null;
    },
  };
}
