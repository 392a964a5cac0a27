// One annotated text: the page's emptied node, our wrapper after it, and where each character now is.
// Not for when to annotate or how the page's own changes are followed (annotations.ts).
import { MARKER, TEXT_TAG } from './marker';

/** A text node of the page that is shown by a wrapper of ours. */
export interface AnnotatedText {
  readonly text: Text;
  readonly wrapper: Element;
  /** Empty, first in the wrapper: `normalize()` takes it away together with `text`, a framework never does. */
  readonly sentinel: Text;
  /** What the page wrote. */
  readonly data: string;
  /** Where characters are; null when the wrapper was filled anew since. */
  index: TextIndex | null;
}

interface TextIndex {
  readonly nodes: readonly Text[];
  readonly starts: ReadonlyMap<Node, number>;
}

/** A place between two characters. */
export interface TextPoint {
  readonly node: Text;
  readonly offset: number;
}

/** Elements whose text is not shown as text, or whose content a wrapper would break. */
const REFUSED = new Set(['script', 'style', 'textarea', 'option', 'optgroup', 'select', 'title', 'noscript', 'iframe', 'noembed', 'noframes',
  'template', 'rt', 'rp', 'rtc', 'rb']);
const REFUSED_REGION = `[${MARKER}],ruby,svg,math,[contenteditable]:not([contenteditable="false"])`;

/** Whether a wrapper may stand right after this text node. */
export function canBeAnnotated(text: Text): boolean {
  return text.data !== '' && text.nodeType === 3 && canHoldWrapper(text.parentNode);
}

/** Whether a wrapper may stand in this node. */
export function canHoldWrapper(parent: Node | null): boolean {
  if (!parent) return false;
  if (parent.nodeType === 11) return 'host' in parent;
  if (parent.nodeType !== 1) return false;
  const element = parent as Element;
  return !REFUSED.has(element.localName) && !element.closest(REFUSED_REGION);
}

/** Makes the wrapper, not yet in the page, holding the whole data as one node. */
export function wrap(text: Text): AnnotatedText {
  const document = text.ownerDocument;
  const wrapper = document.createElement(TEXT_TAG);
  wrapper.setAttribute(MARKER, '');
  const sentinel = document.createTextNode('');
  wrapper.append(sentinel, document.createTextNode(text.data));
  return { text, wrapper, sentinel, data: text.data, index: null };
}

/** The text nodes inside an element, in order. */
function textsIn(element: Element): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, 4 /* SHOW_TEXT */);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  return texts;
}

function indexOf(annotated: AnnotatedText): TextIndex {
  if (annotated.index) return annotated.index;
  const starts = new Map<Node, number>();
  const nodes: Text[] = [];
  let length = 0;
  for (const node of textsIn(annotated.wrapper)) {
    starts.set(node, length);
    if (node.data !== '') nodes.push(node);
    length += node.data.length;
  }
  return (annotated.index = { nodes, starts });
}

/** Where an offset of the page's data is in the wrapper: at the beginning of what follows it, or at the very end. */
export function pointIn(annotated: AnnotatedText, offset: number): TextPoint {
  const { nodes, starts } = indexOf(annotated);
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts.get(nodes[middle] as Text) ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const node = nodes[low] ?? annotated.sentinel;
  return { node, offset: Math.max(0, Math.min(offset - (starts.get(node) ?? 0), node.data.length)) };
}

/** The other way: the offset in the page's data of a point inside the wrapper. */
export function offsetIn(annotated: AnnotatedText, node: Node, offset: number): number {
  const { nodes, starts } = indexOf(annotated);
  const start = starts.get(node);
  if (start !== undefined) return start + offset;
  const child = node.childNodes[offset];
  // Characters before the point: those of the first text node that does not come before it.
  for (const one of nodes) {
    const isBefore = child
      ? one !== child && !child.contains(one) && (one.compareDocumentPosition(child) & 4) !== 0
      : (one.compareDocumentPosition(node) & 12) !== 0 || node.contains(one);
    if (!isBefore) return starts.get(one) ?? 0;
  }
  return annotated.data.length;
}

/**
 * What a wrapper shows, without anything of ours: its text, cut only by elements that the page put into it.
 * @returns nodes that are in no tree, in order
 */
export function plainNodes(wrapper: Element): Node[] {
  const result: Node[] = [];
  const document = wrapper.ownerDocument;
  const add = (text: string) => {
    const last = result[result.length - 1];
    if (last?.nodeType === 3) (last as Text).data += text;
    else if (text) result.push(document.createTextNode(text));
  };
  const visit = (parent: Node) => {
    for (const child of [...parent.childNodes]) {
      if (child.nodeType === 3) add((child as Text).data);
      else if (child.nodeType === 1 && isRubyPart(child as Element)) visit(child);
      else result.push(child);
    }
  };
  visit(wrapper);
  return result;
}

function isRubyPart(element: Element): boolean {
  return element.hasAttribute(MARKER) || (element.localName === 'rt' && element.hasAttribute('data-py'));
}
