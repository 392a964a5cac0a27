// Which text stands at the top of the window, and how far it has moved since: the check that a reader's place is kept.
import type { Page } from 'puppeteer-core';

/** In the page: the first characters of what stands in the topmost lines, one for each column, kept as text nodes and offsets. */
function findTop(): string {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found: { node: Text; offset: number; top: number; height: number }[] = [];
  const floats = (element: Element): boolean => {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return true;
    }
    return false;
  };
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement;
    if (parent === null || node.data.trim() === '' || parent.closest('[data-mingdu], script, style, select, textarea, marquee')) continue;
    range.selectNodeContents(node);
    const whole = range.getBoundingClientRect();
    if (whole.width < 1 || whole.bottom < 0 || whole.top > innerHeight || floats(parent)) continue;
    for (let offset = 0; offset < node.length; offset += 1) {
      if (/\s/.test(node.data.charAt(offset))) continue;
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const { top, bottom, left, right, height } = range.getBoundingClientRect();
      if (height < 1 || bottom < height / 3 || right < 0 || left > innerWidth) continue;
      const hit = document.elementFromPoint((left + right) / 2, Math.max(1, top + height / 2));
      if (hit !== null && (hit.contains(parent) || parent.contains(hit))) found.push({ node, offset, top, height });
      break;
    }
  }
  found.sort((a, b) => a.top - b.top);
  const first = found[0];
  // Columns stand side by side, and their first lines seldom at one height: any of them is "the line at the top".
  const tops = first === undefined ? [] : found.filter(({ top }) => top <= first.top + first.height * 2);
  (globalThis as { mingduTops?: unknown }).mingduTops = tops;
  return tops.map(({ node, offset }) => node.data.slice(offset, offset + 20)).join(' / ');
}

/** In the page: by how many lines the nearest of the remembered characters lies off the window's first line. */
function movedBy(): number {
  const tops = (globalThis as { mingduTops?: { node: Text; offset: number; top: number }[] }).mingduTops ?? [];
  // At the end of a page that has become shorter it cannot get any higher.
  const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
  const lines = tops.map(({ node, offset, top: before }) => {
    const range = document.createRange();
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    const { top, height } = range.getBoundingClientRect();
    return isAtEnd && top >= 0 && top < innerHeight ? 0 : Math.abs(top - before) / height;
  });
  return lines.length === 0 ? 0 : Math.min(...lines);
}

/** Remembers what stands at the top of the window. Resolves to a piece of that text, '' where there is none. */
export const topText = (page: Page): Promise<string> => page.evaluate(findTop);

/** How far it is from there now, in lines of it; 0 when it is where it was, or the page ends. */
export const topTextMoved = (page: Page): Promise<number> => page.evaluate(movedBy);
