// Finds the line of text at the top of the window, as a place in the page's own text. Not for keeping it there (reading-place.ts).
import { isOurs, TEXT_TAG, up } from '../dom/marker';
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

/** Fine enough for a line of 12 px text, and for a word beside a picture. */
const PROBE_ROW_PX = 9;
const PROBE_COLUMN_PX = 40;
/** Texts looked at in one element; more than a window can show. */
const MOST_TEXTS = 400;
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
    for (let at: Element | null = element; at; at = up(at)) {
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

  function deepest(x: number, y: number): Element | null {
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot && !isOurs(hit)) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit && !UNREAD.test(hit.localName) ? hit : null;
  }

  /** First lines of the texts in an element; of a tall one, which may be the whole page, only of its own texts. */
  function linesIn(element: Element, top: number, seen: Set<Node>): Anchor[] {
    if (isOurs(element) && !element.closest(TEXT_TAG)) return [];
    const found: Anchor[] = [];
    const take = (node: Node) => {
      const source = (node as Text).data.trim() ? page.sourceOf(node, 0) : null;
      if (!source || seen.has(source.text)) return;
      seen.add(source.text);
      const anchor = firstBelow(source.text, top);
      if (anchor) found.push(anchor);
    };
    if (element.getBoundingClientRect().height > view.innerHeight) {
      for (const child of element.childNodes) if (child.nodeType === 3) take(child);
      return found;
    }
    const texts = document.createTreeWalker(element, 4 /* SHOW_TEXT */);
    for (let n = 0, node = texts.nextNode(); node && n < MOST_TEXTS; n += 1, node = texts.nextNode()) take(node);
    return found;
  }

  return {
    now({ text, offset }) {
      const rect = rectOf(text, offset);
      return rect && { text, offset, top: rect.top, height: rect.height };
    },
    find(top) {
      const seen = new Set<Node>();
      let best: Anchor | null = null;
      const width = view.innerWidth;
      // Row by row until the rows are below the best line found: no line above it can have been missed by then.
      for (let y = top + 1; y < view.innerHeight && !(best && y > best.top + best.height); y += PROBE_ROW_PX) {
        for (let x = PROBE_COLUMN_PX / 2, next = 0; x < width; x = next) {
          const hit = deepest(x, y);
          next = x + PROBE_COLUMN_PX;
          if (!hit) continue;
          // All that is in it is looked at in one go; each probe is dear on a page of many boxes.
          const box = hit.getBoundingClientRect();
          if (box.height <= view.innerHeight) next = Math.max(next, box.right + 1);
          if (seen.has(hit)) continue;
          seen.add(hit);
          for (const anchor of linesIn(hit, top, seen)) if ((!best || anchor.top < best.top) && isSeen(anchor)) best = anchor;
        }
      }
      return best;
    },
  };
}
