// Keeps the reader's selection on the same characters while text is taken apart and put together around it.
// Not for making selections.

/** Where an end of the selection is, in terms that outlive the writing. */
type Anchor = { readonly kind: 'text'; readonly offset: number } | { readonly kind: 'after' } | null;

/** How the keeper finds characters again. */
export interface Places {
  /** The offset in `text` that a DOM point stands for; null when it is not in this text. */
  offsetOf(text: Text, node: Node, offset: number): number | null;
  /** Where that offset is now. */
  pointAt(text: Text, offset: number): { readonly node: Node; readonly offset: number };
  /** What stands last for this text now: the wrapper, or the text itself. */
  lastOf(text: Text): Node;
}

function selectionOf(node: Node): Selection | null {
  const root = node.getRootNode();
  // Chromium alone answers for what is selected inside a shadow tree, and only on the root itself.
  if ('host' in root && 'getSelection' in root) return (root as unknown as Document).getSelection();
  return node.ownerDocument?.defaultView ? node.ownerDocument.getSelection() : null;
}

function indexOf(node: Node): number {
  let index = 0;
  for (let at = node.previousSibling; at; at = at.previousSibling) index += 1;
  return index;
}

/** Keeps the reader's selection while many texts change. */
export interface SelectionKeeper {
  /** Runs writes around one text node; the reader's selection, its direction too, covers the same characters after it. */
  keep(text: Text, places: Places, run: () => void): void;
  /** Runs many `keep`s that read the selection once: reading it makes Chromium lay the page out, once for every text otherwise. */
  together(run: () => void): void;
}

export function createSelectionKeeper(): SelectionKeeper {
  /** Where the ends of each selection are, while nobody but us can move them. */
  let known: Map<Selection, readonly Node[]> | null = null;
  return {
    keep(text, places, run) {
      const selection = selectionOf(text);
      if (!selection) return run();
      const ends = known?.get(selection) ?? endsOf(selection);
      known?.set(selection, ends);
      if (!ends.some((node) => node === text.parentNode || places.offsetOf(text, node, 0) !== null)) return run();
      known?.delete(selection);
      keepEnds(selection, text, places, run);
    },
    together(run) {
      if (known) return run();
      known = new Map();
      try {
        run();
      } finally {
        known = null;
      }
    },
  };
}

function endsOf(selection: Selection): readonly Node[] {
  return selection.rangeCount === 1 ? [selection.anchorNode, selection.focusNode].filter((node) => node !== null) : [];
}

function keepEnds(selection: Selection, text: Text, places: Places, run: () => void): void {
  const remember = (node: Node | null, offset: number): Anchor => {
    if (!node) return null;
    const inText = places.offsetOf(text, node, offset);
    if (inText !== null) return { kind: 'text', offset: inText };
    if (node !== text.parentNode || offset === 0) return null;
    const before = node.childNodes[offset - 1];
    return before === text || before === places.lastOf(text) ? { kind: 'after' } : null;
  };
  const anchor = remember(selection.anchorNode, selection.anchorOffset);
  const focus = remember(selection.focusNode, selection.focusOffset);
  run();
  if ((!anchor && !focus) || !text.parentNode) return;

  const now = (place: Anchor, node: Node | null, offset: number): readonly [Node | null, number] => {
    if (!place) return [node, offset];
    if (place.kind === 'after') {
      const last = places.lastOf(text);
      return [last.parentNode, indexOf(last) + 1];
    }
    const point = places.pointAt(text, place.offset);
    return [point.node, point.offset];
  };
  // Read again: the ends outside this text were moved along by the browser itself.
  const [anchorNode, anchorOffset] = now(anchor, selection.anchorNode, selection.anchorOffset);
  const [focusNode, focusOffset] = now(focus, selection.focusNode, selection.focusOffset);
  if (anchorNode && focusNode) selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
}
