// Finds what is read as a unit: text between block edges, in the order of the rendered tree, open shadow roots included.
// Says also what is not text to be read. Pure; not for cutting sentences (sentences.ts).
import { isPageLike, MARKER } from '../dom/marker';
import type { Page } from './page';
import { buildBlock, type Block, type Piece } from './text-map';

export type { Block, Segment } from './text-map';

/** Never read: no text of the page, or text that belongs to a control (what somebody typed is not ours to say). */
const SILENT_TAGS = new Set(
  'script style noscript template head title textarea select option optgroup datalist input progress meter iframe frame frameset object embed applet audio video canvas svg math map rt rp rtc'.split(' '),
);

export interface BlockOptions {
  /** Leaves out an element and all that it holds, besides what is never read. */
  readonly leavesOut?: (element: Element) => boolean;
  /** Only text of the given element itself and its inline content, not of inner blocks. */
  readonly shallow?: boolean;
}

/** A run of lines that is longer ends at a line break: pages exist whose whole text is one element with breaks in it. */
const LONG_RUN_LENGTH = 2_000;

type TextReader = Pick<Page, 'textOf'>;

const styleOf = (element: Element) => element.ownerDocument.defaultView?.getComputedStyle(element);

/** Whether an element holds nothing to be read, whatever it looks like. */
export function isSilent(element: Element): boolean {
  return (
    SILENT_TAGS.has(element.localName) ||
    (element.hasAttribute(MARKER) && !isPageLike(element)) ||
    element.getAttribute('aria-hidden') === 'true' ||
    // What somebody writes into an editor is a form value like any other.
    /^(true|plaintext-only|)$/i.test(element.getAttribute('contenteditable') ?? 'no') ||
    // Closed details: no computed value of the content tells it in every browser.
    (element.parentElement?.localName === 'details' && !element.parentElement.hasAttribute('open') && element.localName !== 'summary')
  );
}

/** Whether a computed `display` makes an edge that text does not run across. */
export function isBlockDisplay(display: string): boolean {
  return !(display.startsWith('inline') || display === 'contents' || display === 'none' || display === '' || display.includes('ruby'));
}

/** The children as rendered: the shadow tree instead of the light one, what is slotted instead of the slot. */
function childrenOf(node: Node): Iterable<Node> {
  if (node.nodeType !== 1) return node.childNodes;
  const element = node as Element;
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  if (element.localName === 'slot') {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  return element.childNodes;
}

/** The element above a node as rendered; null at the top of a document. */
export function renderedParent(node: Node): Element | null {
  const slot = 'assignedSlot' in node ? (node as Text).assignedSlot : null;
  if (slot) return slot;
  const parent = node.parentNode;
  if (!parent) return null;
  if (parent.nodeType === 1) return parent as Element;
  return 'host' in parent ? (parent as ShadowRoot).host : null;
}

/**
 * The blocks of a part of the page, in reading order, made as they are asked for.
 * @param top an element, a shadow root or a document
 */
export function* blocksIn(page: TextReader, top: Element | ShadowRoot | Document, options: BlockOptions = {}): Generator<Block, void, undefined> {
  let pieces: Piece[] = [];
  let length = 0;

  function* flush(container: Element): Generator<Block, void, undefined> {
    if (pieces.length === 0) return;
    const block = buildBlock(container, pieces);
    pieces = [];
    length = 0;
    if (block) yield block;
  }

  function* visit(node: Node, container: Element, style: CSSStyleDeclaration | undefined): Generator<Block, void, undefined> {
    const isShown = style?.visibility !== 'hidden' && style?.visibility !== 'collapse';
    const keepsBreaks = style?.whiteSpace.startsWith('pre') ?? false;
    for (const child of childrenOf(node)) {
      if (child.nodeType === 3) {
        if (!isShown) continue;
        const data = page.textOf(child as Text);
        if (data === '') continue;
        pieces.push({ text: child as Text, data, keepsBreaks });
        length += data.length;
      } else if (child.nodeType === 1) {
        yield* enter(child as Element, container);
      }
    }
  }

  function* enter(element: Element, container: Element): Generator<Block, void, undefined> {
    if (element.localName === 'br') {
      pieces.push('break');
      if (length > LONG_RUN_LENGTH) yield* flush(container);
      return;
    }
    if (isSilent(element) || options.leavesOut?.(element)) return;
    const style = styleOf(element);
    const display = style?.display ?? 'block';
    if (display === 'none') return;
    if (!isBlockDisplay(display)) {
      yield* visit(element, container, style);
      return;
    }
    yield* flush(container);
    if (options.shallow) return;
    yield* visit(element, element, style);
    yield* flush(element);
  }

  const first = top.nodeType === 1 ? (top as Element) : 'host' in top ? top.host : (top as Document).documentElement;
  if (!first) return;
  yield* visit(top, first, styleOf(first));
  yield* flush(first);
}

/** The element laid out as a block that a node's text stands in. */
export function containerOf(node: Node): Element | null {
  for (let at = node.nodeType === 1 ? (node as Element) : renderedParent(node); at; at = renderedParent(at)) {
    const display = styleOf(at)?.display ?? 'block';
    if (isBlockDisplay(display)) return at;
  }
  return null;
}

/** Whether some element around a node is silent or not rendered. */
export function isInSilence(node: Node): boolean {
  for (let at = node.nodeType === 1 ? (node as Element) : renderedParent(node); at; at = renderedParent(at)) if (isSilent(at)) return true;
  return false;
}

/** The block that holds a text node of the page; null when that text is not read. */
export function blockOf(page: TextReader, text: Text): Block | null {
  if (isInSilence(text)) return null;
  const container = containerOf(text);
  if (!container) return null;
  for (const block of blocksIn(page, container, { shallow: true })) {
    if (block.segments.some((segment) => segment.text === text)) return block;
  }
  return null;
}
