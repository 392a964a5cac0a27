// The readings (pinyin) over marked text get its colours, too: no highlight reaches them. Not for the highlights themselves.
import type { Edits } from '../dom/edits';

/** The reading after each character that a range holds. */
function* readingsIn(range: Range): Generator<Element, void, undefined> {
  const { commonAncestorContainer: top, endContainer: end } = range;
  const walker = (top.ownerDocument ?? (top as Document)).createTreeWalker(top.nodeType === 3 ? (top.parentNode ?? top) : top, 4 /* SHOW_TEXT */);
  walker.currentNode = range.startContainer;
  for (let at: Node | null = range.startContainer; at; at = at === end ? null : walker.nextNode()) {
    const next = at.nextSibling;
    if (next?.nodeType === 1 && (next as Element).localName === 'rt' && (next as Element).hasAttribute('data-py')) yield next as Element;
  }
}

/**
 * @param mark the name of the mark on them
 * @returns marks the readings of these ranges in place of those before
 */
export function createMarkedReadings(edits: Edits, mark: string): (ranges: readonly Range[]) => void {
  let marked: readonly Element[] = [];
  return (ranges) => {
    const next = ranges.flatMap((range) => [...readingsIn(range)]);
    if (next.length === 0 && marked.length === 0) return;
    const before = marked;
    marked = next;
    edits.batch(() => {
      for (const one of before) if (!next.includes(one)) edits.mark(one, mark, null);
      for (const one of next) if (!before.includes(one)) edits.mark(one, mark, '');
    });
  };
}
