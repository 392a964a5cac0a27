// What the reader has selected, in terms of the page's own text, so that it holds whether annotated or not. Reads the selection; not for
// what is done with it, nor for keeping it through writes (dom/reader-selection.ts).
import type { Page, Root } from './page';

/** A place in one text node of the page, as an offset in `page.textOf(text)`. */
export interface TextPlace {
  readonly text: Text;
  readonly offset: number;
}

/** From one place to another, in the order of one tree. */
export interface Stretch {
  readonly start: TextPlace;
  readonly end: TextPlace;
}

/** The selection of the page, or of the frame or shadow tree that has one; null where nothing to be read is selected. */
export function selectionOf(page: Pick<Page, 'roots'>, view: Window): Selection | null {
  // Chromium alone answers for what is selected inside a shadow tree, and only on the root itself.
  const ofRoot = (root: Root) => (root as Partial<Document>).getSelection?.() ?? [];
  const selections = [view.getSelection() ?? [], page.roots.value.flatMap(ofRoot)].flat();
  return selections.find((one) => !one.isCollapsed && one.rangeCount > 0 && one.toString().trim() !== '') ?? null;
}

/** What is selected now; null where that is no text of the page, e.g. what somebody typed. */
export function selectedStretch(page: Pick<Page, 'roots' | 'sourceOf' | 'textOf'>, view: Window): Stretch | null {
  const selection = selectionOf(page, view);
  return selection && stretchOf(page, selection.getRangeAt(0));
}

/** A range in terms of the page's own text; its ends may stand between elements, or inside what we inserted. */
export function stretchOf(page: Pick<Page, 'sourceOf' | 'textOf'>, range: Range): Stretch | null {
  const start = placeFrom(page, range.startContainer, range.startOffset, 'nextNode');
  const end = placeFrom(page, range.endContainer, range.endOffset, 'previousNode');
  if (!start || !end) return null;
  return start.text === end.text ? (start.offset < end.offset ? { start, end } : null) : isBefore(start.text, end.text) ? { start, end } : null;
}

/** The first place of the page's text at or after a DOM point, or the last at or before it. */
function placeFrom(page: Pick<Page, 'sourceOf' | 'textOf'>, container: Node, offset: number, step: 'nextNode' | 'previousNode'): TextPlace | null {
  if (container.nodeType === 3) {
    const own = page.sourceOf(container, offset);
    if (own) return own;
  }
  const root = container.getRootNode();
  const walker = (container.ownerDocument ?? (container as Document)).createTreeWalker(root, 5 /* SHOW_ELEMENT | SHOW_TEXT */);
  const child = container.childNodes[offset];
  // The point lies before this node; after the container's last one it lies before whatever follows the container.
  walker.currentNode = child ?? container;
  const after = child ?? nextOutside(walker);
  let node: Node | null = after;
  if (step === 'previousNode') {
    if (after) {
      walker.currentNode = after;
      node = walker.previousNode();
    } else node = lastIn(root);
  }
  if (node) walker.currentNode = node;
  for (; node; node = walker[step]()) {
    const source = node.nodeType === 3 ? page.sourceOf(node, step === 'nextNode' ? 0 : (node as Text).length) : null;
    if (source) return source;
  }
  return null;
}

/** What follows a node and all that it holds. */
function nextOutside(walker: TreeWalker): Node | null {
  for (;;) {
    const next = walker.nextSibling();
    if (next) return next;
    if (!walker.parentNode()) return null;
  }
}

function lastIn(root: Node): Node {
  let node = root;
  while (node.lastChild) node = node.lastChild;
  return node;
}

const isBefore = (one: Node, other: Node): boolean => (one.compareDocumentPosition(other) & 5) === 4; /* FOLLOWING, not DISCONNECTED */

/** Which part of a text lies in a stretch, as offsets in `page.textOf(text)`; null for none. */
export function spanIn(page: Pick<Page, 'textOf'>, { start, end }: Stretch, text: Text): { readonly from: number; readonly to: number } | null {
  const isInside = (text === start.text || isBefore(start.text, text)) && (text === end.text || isBefore(text, end.text));
  if (!isInside) return null;
  const from = text === start.text ? start.offset : 0;
  const to = text === end.text ? end.offset : page.textOf(text).length;
  return from < to ? { from, to } : null;
}
