// How large the page's body text is: the size that most characters have. Not for sizes of single elements.
const SAMPLE = 4000;
const DEFAULT_PX = 16;

/**
 * @param scale by how much our enlargement multiplies sizes now
 * @returns the commonest size of text as its author set it, in CSS px; 16 on a page without text
 */
export function bodySize(document: Document, scale: number): number {
  const view = document.defaultView;
  if (!view || !document.body) return DEFAULT_PX;
  const weight = new Map<number, number>();
  const walker = document.createTreeWalker(document.body, 4 /* SHOW_TEXT */);
  for (let n = 0, node = walker.nextNode(); node && n < SAMPLE; n += 1, node = walker.nextNode()) {
    const parent = node.parentElement;
    const length = (node as Text).data.trim().length;
    if (!parent || length === 0 || /^(script|style|noscript|option|textarea)$/.test(parent.localName) || !parent.getClientRects().length) continue;
    // Long runs are body text; short ones are menus, of which a page may have more.
    const size = Number.parseFloat(view.getComputedStyle(parent).fontSize) / scale;
    weight.set(size, (weight.get(size) ?? 0) + length * Math.min(length, 60));
  }
  const best = [...weight].sort((a, b) => b[1] - a[1])[0];
  return best?.[0] || DEFAULT_PX;
}
