// Finds the visible texts of a page and measures them as they are drawn. Runs in the page, changes nothing.
// Not for judging what is measured (layout.ts, covered.ts, contrast.ts).
import { controlText } from './controls';
import { documentIn, onPage, placeOf, type Place } from './frames';

/** A rectangle in page coordinates (CSS pixels from the top left of the outermost document). */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One of the page's own texts: a text node, or what a form control shows. */
export interface MeasuredText {
  /** The same number for the same node for as long as the page lives. */
  readonly id: number;
  /** What it says, white space collapsed, at most 60 characters. */
  readonly text: string;
  /** Drawn font size in CSS pixels: computed size × CSS zoom × scale of transforms. */
  readonly size: number;
  readonly boxes: readonly Box[];
  /** Inside a fixed or sticky box, which lies over other text by nature. */
  readonly floating: boolean;
  /** In a region that the page's author asks to be left alone (`data-mingdu-skip`). */
  readonly kept: boolean;
}

/** A text with the nodes it is made of, for use inside the page. */
export interface TextOnPage extends MeasuredText {
  /** The text node; a form control is its own. */
  readonly node: Text | Element;
  /** What draws it: the node itself, or the annotated copy that stands behind the emptied node. */
  readonly carrier: Text | Element;
  readonly element: Element;
  /** The outermost fixed or sticky box around it. */
  readonly floats: Element | null;
  /** Of a form control: what of its text does not fit inside. */
  readonly cut?: string;
}

/** Elements whose text is never drawn as text of the page; controls draw theirs by themselves. */
const NOT_TEXT = new Set(['script', 'style', 'noscript', 'template', 'title', 'textarea', 'select', 'option', 'object', 'rt', 'rp']);
const HTML = 'http://www.w3.org/1999/xhtml';

const ids = new WeakMap<Node, number>();
const nodes = new Map<number, WeakRef<Node>>();
let lastId = 0;

/** The number of a node, given at first sight. */
export function idOf(node: Node): number {
  const known = ids.get(node);
  if (known !== undefined) return known;
  lastId += 1;
  ids.set(node, lastId);
  nodes.set(lastId, new WeakRef(node));
  return lastId;
}

/** The node of a number, while it is part of a document. */
export function nodeOf(id: number): Node | undefined {
  const node = nodes.get(id)?.deref();
  return node?.isConnected === true ? node : undefined;
}

/** What elements around a text do to it, remembered for one walk. */
interface Around {
  readonly opacity: number;
  readonly scale: number;
  readonly floats: Element | null;
  readonly kept: boolean;
}

interface Walk {
  readonly around: Map<Element, Around>;
  readonly places: Map<Document, Place>;
}

/**
 * All visible texts in document order, in open shadow roots and same-origin frames too, never those of the product's own interface.
 * A text that pinyin has emptied is found by its node and measured by the annotation that follows it.
 */
export function textsOnPage(document: Document): TextOnPage[] {
  const found: TextOnPage[] = [];
  const walk: Walk = { around: new Map(), places: new Map() };
  const add = (text: TextOnPage | undefined) => void (text === undefined || found.push(text));
  const visit = (parent: Node) => {
    for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) add(measure(child as Text, walk));
      else if (child.nodeType === 1) enter(child as Element);
    }
  };
  const enter = (element: Element) => {
    if (element.namespaceURI !== HTML) return;
    // The annotation is measured with the emptied node before it; a host of ours holds interface.
    if (element.hasAttribute('data-mingdu') || isAnnotation(element)) return;
    add(measureControl(element, walk));
    const inner = documentIn(element);
    if (inner?.body && isDrawn(element)) visit(inner.body);
    if (NOT_TEXT.has(element.localName)) return;
    if (element.shadowRoot !== null) visit(element.shadowRoot);
    visit(element);
  };
  if (document.body !== null && document.defaultView !== null) visit(document.body);
  return found;
}

function isDrawn(frame: Element): boolean {
  const style = frame.ownerDocument.defaultView?.getComputedStyle(frame);
  return style?.visibility === 'visible' && frame.getClientRects().length > 0;
}

function isAnnotation(element: Element): boolean {
  return element.firstElementChild !== null && element.querySelector(':scope > ruby[data-mingdu]') !== null;
}

function carrierOf(node: Text): Text | Element | undefined {
  if (node.data.trim() !== '') return node;
  const next = node.nextSibling;
  if (node.data !== '' || next === null || next.nodeType !== 1) return undefined;
  const element = next as Element;
  return element.matches('ruby[data-mingdu]') || isAnnotation(element) ? element : undefined;
}

function measure(node: Text, walk: Walk): TextOnPage | undefined {
  const carrier = carrierOf(node);
  const parent = node.parentNode;
  const element = parent === null ? null : parent.nodeType === 1 ? (parent as Element) : ((parent as ShadowRoot).host ?? null);
  const window = node.ownerDocument.defaultView;
  if (carrier === undefined || element === null || window === null) return undefined;
  const parts = carrier === node ? [node] : baseTexts(carrier as Element);
  const drawnBy = parts[0]?.parentElement ?? element;
  const style = window.getComputedStyle(drawnBy);
  if (style.visibility !== 'visible' || parseFloat(style.fontSize) < 1) return undefined;
  const place = placeIn(walk, node.ownerDocument);
  const boxes: Box[] = [];
  for (const part of parts) {
    const range = node.ownerDocument.createRange();
    range.selectNodeContents(part);
    for (const rect of range.getClientRects()) if (rect.width >= 1 && rect.height >= 1) boxes.push(onPage(rect, place));
  }
  if (boxes.length === 0) return undefined;
  return finish(walk, { node, carrier, element, boxes, size: parseFloat(style.fontSize), text: carrier.textContent ?? '' });
}

function measureControl(element: Element, walk: Walk): TextOnPage | undefined {
  const control = controlText(element, placeIn(walk, element.ownerDocument));
  if (control === undefined) return undefined;
  const { text, size, box, cut } = control;
  const found = finish(walk, { node: element, carrier: element, element, boxes: [box], size, text });
  return found === undefined || cut === undefined ? found : { ...found, cut };
}

function finish(walk: Walk, it: Pick<TextOnPage, 'node' | 'carrier' | 'element' | 'boxes' | 'size' | 'text'>): TextOnPage | undefined {
  const { opacity, scale, floats, kept } = aroundOf(it.element, walk);
  if (opacity < 0.05 || scale === 0) return undefined;
  const text = it.text.replace(/\s+/g, ' ').trim().slice(0, 60);
  return { ...it, id: idOf(it.node), text, size: it.size * scale, floating: floats !== null, floats, kept };
}

function placeIn(walk: Walk, document: Document): Place {
  const place = walk.places.get(document) ?? placeOf(document);
  walk.places.set(document, place);
  return place;
}

/** The text nodes of an annotation without its readings. */
function baseTexts(carrier: Element): Text[] {
  const found: Text[] = [];
  const visit = (parent: Node) => {
    for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3 && (child as Text).data !== '') found.push(child as Text);
      else if (child.nodeType === 1 && !['rt', 'rp'].includes((child as Element).localName)) visit(child);
    }
  };
  visit(carrier);
  return found;
}

function aroundOf(element: Element, walk: Walk): Around {
  const known = walk.around.get(element);
  if (known !== undefined) return known;
  const parent = outerOf(element);
  const outer = parent === null ? { opacity: 1, scale: 1, floats: null, kept: false } : aroundOf(parent, walk);
  const style = (element.ownerDocument.defaultView as Window).getComputedStyle(element);
  const floating = style.position === 'fixed' || style.position === 'sticky';
  // `zoom` multiplies down the tree.
  let scale = outer.scale * (parseFloat(style.getPropertyValue('zoom')) || 1);
  if (style.transform !== 'none' && style.transform !== '') {
    const matrix = new DOMMatrixReadOnly(style.transform);
    scale *= Math.hypot(matrix.c, matrix.d);
  }
  const around: Around = {
    opacity: outer.opacity * parseFloat(style.opacity),
    scale,
    floats: outer.floats ?? (floating ? element : null),
    kept: outer.kept || element.hasAttribute('data-mingdu-skip'),
  };
  walk.around.set(element, around);
  return around;
}

/** The parent in the flat tree, out of a shadow root to its host. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot !== null) return element.assignedSlot;
  if (element.parentElement !== null) return element.parentElement;
  const parent = element.parentNode;
  return parent !== null && parent.nodeType === 11 ? ((parent as ShadowRoot).host ?? null) : null;
}

/** Like `parentOf`, and out of a document to the frame that draws it. */
export function outerOf(element: Element): Element | null {
  return parentOf(element) ?? (element === element.ownerDocument.documentElement ? (element.ownerDocument.defaultView?.frameElement ?? null) : null);
}

/** The part of a measured text that can be handed out of the page. */
export function plain({ id, text, size, boxes, floating, kept }: TextOnPage): MeasuredText {
  return { id, text, size, boxes, floating, kept };
}
