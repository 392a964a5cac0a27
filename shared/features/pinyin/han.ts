// Which text is Han text that may be annotated. Not for how it is read.
import { MARKER, SKIP, up } from '../../dom/marker';
import { READINGS } from '../../page/han';

/** Elements whose text is not shown as text, is somebody's input, or is exact by nature. */
const SKIPPED = new Set(
  ('script style noscript template head title textarea input select option optgroup datalist iframe frame frameset object embed applet ' +
    'audio video canvas svg math ruby rt rp rb rtc code kbd samp').split(' '),
);

/** Whether an element, with all it holds, is left as it is. */
export function isSkipped(element: Element): boolean {
  if (SKIPPED.has(element.localName) || element.hasAttribute(MARKER) || element.hasAttribute(SKIP)) return true;
  if (element.getAttribute(READINGS) === 'off') return true;
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

const PICTURE_FONT = /icon|symbol|awesome|glyph/i;

/** Whether an element's text is drawn in a font of pictures: the first name says so, and what is around it has another. */
export function isPicture(element: Element): boolean {
  const first = (one: Element | null) => (one?.ownerDocument.defaultView?.getComputedStyle(one).fontFamily ?? '').split(',')[0] ?? '';
  const family = first(element);
  return PICTURE_FONT.test(family) && family !== first(up(element));
}

/** Whether some element around a node is skipped, or its whole document is being edited. */
export function isInSkipped(node: Node): boolean {
  if (node.ownerDocument?.designMode === 'on') return true;
  for (let at = up(node); at; at = up(at)) if (isSkipped(at)) return true;
  return false;
}

/** Whether text runs on across the edges of an element with this computed `display`. */
export function isInline(display: string): boolean {
  return display === 'inline' || display === 'contents' || display === '' || display.startsWith('ruby');
}

/** The element or shadow root whose inline content a text node belongs to; null for text outside any element. */
export function blockOf(text: Node, known?: Map<Node, Node>): Element | ShadowRoot | null {
  const parent = text.parentNode;
  let at: Node | null = parent;
  const found = parent ? known?.get(parent) : undefined;
  if (found) return found as Element | ShadowRoot;
  while (at && at.nodeType === 1) {
    const view = at.ownerDocument?.defaultView;
    if (!view || !isInline(view.getComputedStyle(at as Element).display)) break;
    const above: Node | null = up(at, 'parentNode');
    if (!above || above.nodeType === 9) break;
    at = above;
  }
  if (!at || (at.nodeType !== 1 && !('host' in at))) return null;
  if (parent) known?.set(parent, at);
  return at as Element | ShadowRoot;
}
