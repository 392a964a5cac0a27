// Finds the visible texts of a page and measures them as they are drawn. Runs in the page, changes nothing.
// Not for judging what is measured (layout.ts, contrast.ts).

/** A rectangle in page coordinates (CSS pixels from the top left of the document). */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One of the page's own text nodes. */
export interface MeasuredText {
  /** The same number for the same Text node for as long as the page lives. */
  readonly id: number;
  /** What it says, white space collapsed, at most 60 characters. */
  readonly text: string;
  /** Drawn font size in CSS pixels: computed size × CSS zoom × scale of transforms. */
  readonly size: number;
  readonly boxes: readonly Box[];
  /** Inside a fixed or sticky box, which lies over other text by nature. */
  readonly floating: boolean;
}

/** A text with the nodes it is made of, for use inside the page. */
export interface TextOnPage extends MeasuredText {
  readonly node: Text;
  /** What draws it: the node itself, or the annotated copy that stands behind the emptied node. */
  readonly carrier: Text | Element;
  readonly element: Element;
}

/** Elements whose text is never drawn as text of the page. */
const NOT_TEXT = new Set(['script', 'style', 'noscript', 'template', 'title', 'textarea', 'select', 'option', 'object', 'iframe', 'rt', 'rp']);

const ids = new WeakMap<Text, number>();
let lastId = 0;

/** The number of a Text node, given at first sight. */
export function idOf(node: Text): number {
  const known = ids.get(node);
  if (known !== undefined) return known;
  lastId += 1;
  ids.set(node, lastId);
  return lastId;
}

/**
 * All visible texts in document order, in open shadow roots of the page too, never those of the product's own interface.
 * A text that pinyin has emptied is found by its node and measured by the annotation that follows it.
 */
export function textsOnPage(document: Document): TextOnPage[] {
  const found: TextOnPage[] = [];
  const window = document.defaultView;
  if (window === null || document.body === null) return found;
  const visit = (parent: Node) => {
    for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const text = measure(child as Text, window);
        if (text !== undefined) found.push(text);
      } else if (child.nodeType === 1) {
        const element = child as Element;
        if (NOT_TEXT.has(element.localName) || element.namespaceURI !== 'http://www.w3.org/1999/xhtml') continue;
        // The annotation is measured with the emptied node before it; a host of ours holds interface.
        if (element.hasAttribute('data-mingdu')) continue;
        if (isAnnotation(element)) continue;
        if (element.shadowRoot !== null) visit(element.shadowRoot);
        visit(element);
      }
    }
  };
  visit(document.body);
  return found;
}

function isAnnotation(element: Element): boolean {
  return element.querySelector(':scope > ruby[data-mingdu]') !== null;
}

function carrierOf(node: Text): Text | Element | undefined {
  if (node.data.trim() !== '') return node;
  const next = node.nextSibling;
  if (node.data !== '' || next === null || next.nodeType !== 1) return undefined;
  const element = next as Element;
  return element.matches('ruby[data-mingdu]') || isAnnotation(element) ? element : undefined;
}

function measure(node: Text, window: Window): TextOnPage | undefined {
  const carrier = carrierOf(node);
  const parent = node.parentNode;
  const element = parent === null ? null : parent.nodeType === 1 ? (parent as Element) : ((parent as ShadowRoot).host ?? null);
  if (carrier === undefined || element === null) return undefined;
  const parts = carrier === node ? [node] : baseTexts(carrier as Element);
  const drawnBy = parts[0]?.parentElement ?? element;
  const style = window.getComputedStyle(drawnBy);
  if (style.visibility !== 'visible' || parseFloat(style.fontSize) < 1) return undefined;
  const boxes: Box[] = [];
  for (const part of parts) {
    const range = node.ownerDocument.createRange();
    range.selectNodeContents(part);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue;
      boxes.push({
        left: rect.left + window.scrollX,
        top: rect.top + window.scrollY,
        right: rect.right + window.scrollX,
        bottom: rect.bottom + window.scrollY,
      });
    }
  }
  if (boxes.length === 0) return undefined;
  const around = surroundings(element, window);
  if (around.opacity < 0.05 || around.scale === 0) return undefined;
  const text = (carrier.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60);
  return {
    id: idOf(node),
    text,
    size: parseFloat(style.fontSize) * around.scale,
    boxes,
    floating: around.floating,
    node,
    carrier,
    element,
  };
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

/** What the elements around do to how it is drawn. */
function surroundings(element: Element, window: Window): { opacity: number; scale: number; floating: boolean } {
  let opacity = 1;
  let scale = (element as Element & { currentCSSZoom?: number }).currentCSSZoom ?? 1;
  let floating = false;
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    const style = window.getComputedStyle(at);
    opacity *= parseFloat(style.opacity);
    if (style.position === 'fixed' || style.position === 'sticky') floating = true;
    if (style.transform !== 'none' && style.transform !== '') {
      const matrix = new DOMMatrixReadOnly(style.transform);
      scale *= Math.hypot(matrix.c, matrix.d);
    }
  }
  return { opacity, scale, floating };
}

/** The parent in the flat tree, out of a shadow root to its host. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot !== null) return element.assignedSlot;
  if (element.parentElement !== null) return element.parentElement;
  const parent = element.parentNode;
  return parent !== null && parent.nodeType === 11 ? ((parent as ShadowRoot).host ?? null) : null;
}

/** The part of a measured text that can be handed out of the page. */
export function plain({ id, text, size, boxes, floating }: TextOnPage): MeasuredText {
  return { id, text, size, boxes, floating };
}
