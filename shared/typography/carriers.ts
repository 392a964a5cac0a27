// Finds the elements that carry text: where a size or a line height must be written down. Reads only; not for measuring (measure.ts).
import { MARKER, SKIP } from '../dom/marker';

/** Elements whose content is never drawn as text of the page. */
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'title', 'head', 'iframe', 'frame', 'object', 'canvas', 'video', 'audio', 'meta', 'link']);
/** Controls draw text of their own, whether or not they hold a text node. */
const CONTROLS = new Set(['input', 'textarea', 'select', 'option', 'optgroup', 'button']);
const HTML = 'http://www.w3.org/1999/xhtml';

/** Whether nothing in this element is text of the page: ours, drawings, scripts. */
function isSilent(element: Element): boolean {
  return SILENT.has(element.localName) || (element.namespaceURI !== HTML && element.localName !== 'math') || element.hasAttribute(MARKER);
}

/**
 * The elements under `top` (and itself) that hold text of their own, that draw it (controls), or that ask to be left alone:
 * those too need their size written down, or they would inherit what grows around them. Open shadow roots are roots of their own.
 * @param textOf a text node's data as the page wrote it (the node may be emptied for pinyin)
 */
export function carriersIn(top: Node, textOf: (text: Text) => string): Element[] {
  const found = new Set<Element>();
  const visit = (parent: Node): void => {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const owner = child.parentElement ?? (parent as Partial<ShadowRoot>).host;
        if (owner && textOf(child as Text).trim() !== '') found.add(owner);
      } else if (child.nodeType === 1) {
        enter(child as Element);
      }
    }
  };
  const enter = (element: Element): void => {
    if (isSilent(element)) return;
    if (CONTROLS.has(element.localName) || element.hasAttribute(SKIP)) found.add(element);
    visit(element);
  };
  if (top.nodeType === 3) {
    const owner = top.parentElement ?? (top.parentNode as Partial<ShadowRoot> | null)?.host;
    if (owner && !isSilent(owner) && textOf(top as Text).trim() !== '') found.add(owner);
  } else if (top.nodeType === 1) enter(top as Element);
  else visit(top);
  return [...found];
}

/** The parent in the flat tree: what an element inherits from. */
export function flatParent(element: Element): Element | null {
  const parent = element.parentElement;
  // Asking every element for its slot is dear; only children of a shadow host can have one.
  if (parent) return parent.shadowRoot && element.assignedSlot ? element.assignedSlot : parent;
  return (element.parentNode as Partial<ShadowRoot> | null)?.host ?? null;
}
