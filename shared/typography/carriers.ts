// Finds the elements that carry text: where a size or a line height must be written down. Reads only; not for measuring (measure.ts).
import { isEdited, isEditor } from '../dom/editor';
import { MARKER, SKIP, up } from '../dom/marker';

/** Elements whose content is never drawn as text of the page; a drawing has sizes of its own. */
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'title', 'head', 'iframe', 'frame', 'object', 'canvas', 'video', 'audio', 'meta', 'link', 'svg']);
/** Controls draw text of their own, whether or not they hold a text node. */
const CONTROLS = new Set(['input', 'textarea', 'select', 'option', 'optgroup', 'button']);
const SVG = 'http://www.w3.org/2000/svg';
const SAYS_SOMETHING = /\S/;

/**
 * The elements under `top` (and itself) that hold text of their own, that draw it (controls), or that ask to be left alone:
 * those too need their size written down, or they would inherit what grows around them. Open shadow roots are roots of their own,
 * and of an editor it is itself alone.
 * @param textOf a text node's data as the page wrote it (the node may be emptied for pinyin)
 */
export function carriersIn(top: Node, textOf: (text: Text) => string): Element[] {
  const found: Element[] = [];
  const isText = (text: Text): boolean => SAYS_SOMETHING.test(text.data === '' ? textOf(text) : text.data);
  const holdsText = (parent: Node): boolean => {
    for (let child = parent.firstChild; child; child = child.nextSibling) if (child.nodeType === 3 && isText(child as Text)) return true;
    return false;
  };
  const enter = (element: Element): void => {
    if (SILENT.has(element.localName) || element.hasAttribute(MARKER)) return;
    // What is in an editor is saved with all that it bears: it grows by what it inherits.
    if (isEditor(element)) return void found.push(element);
    const first = element.firstElementChild;
    // What holds no element holds text or nothing: not to look at each text saves half the cost of a page. Blank ones do no harm.
    const isCarrier = first ? holdsText(element) : element.hasChildNodes();
    if (isCarrier || CONTROLS.has(element.localName) || element.hasAttribute(SKIP)) found.push(element);
    for (let child = first; child; child = child.nextElementSibling) enter(child);
  };
  if (isEdited(top as Element)) return found;
  if (top.nodeType === 1) {
    if ((top as Element).namespaceURI !== SVG) enter(top as Element);
    return found;
  }
  const owner = top.nodeType === 3 ? (top.parentElement ?? hostOf(top.parentNode)) : hostOf(top);
  if (top.nodeType === 3) {
    if (owner && owner.namespaceURI !== SVG && !SILENT.has(owner.localName) && !owner.hasAttribute(MARKER) && isText(top as Text)) found.push(owner);
    return found;
  }
  if (owner && holdsText(top)) found.push(owner);
  for (let child = top.firstChild; child; child = child.nextSibling) if (child.nodeType === 1) enter(child as Element);
  return found;
}

function hostOf(root: Node | null): Element | null {
  return (root as Partial<ShadowRoot> | null)?.host ?? null;
}

/** The parent in the flat tree: what an element inherits from. */
export function flatParent(element: Element): Element | null {
  const parent = up(element);
  // Asking every element for its slot is dear; only children of a shadow host can have one.
  if (parent) return parent.shadowRoot && element.assignedSlot ? element.assignedSlot : parent;
  return (up(element, 'parentNode') as Partial<ShadowRoot> | null)?.host ?? null;
}
