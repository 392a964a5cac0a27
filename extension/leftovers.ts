// What a copy of ours left in the page that was torn away in the middle: Firefox ends the scripts of an extension that is reloaded or switched
// off at once, and gives them no time to undo. The next copy takes its traces out before it begins. Not for a copy that lives: it undoes itself.
import { plainNodes } from '../shared/dom/annotated-text';
import { registryOf } from '../shared/dom/highlights';
import { MARK_PREFIX, MARKER, PAGE_LIKE, TEXT_TAG } from '../shared/dom/marker';
import { provide } from '../shared/packs/registry';

/** What this script provides to the resident one. */
export interface Leftovers {
  clear(document: Document): void;
}

/** The cascade layer that every sheet of ours in a page's own roots is in. */
const LAYER = 'mingdu-x';
/** Names of highlights, which cannot be listed from here: those of reading aloud, the cursor and the corrections. */
const HIGHLIGHTS = ['speech', 'speech-word', 'cursor', 'cursor-block', 'readings'];

/** All open roots of the page, the document first; not those of our interface, which goes as a whole. */
function rootsOf(document: Document): (Document | ShadowRoot)[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot && !isStage(element)) roots.push(element.shadowRoot);
  }
  return roots;
}

/** Puts the page's text back into its own node, which stands emptied before our wrapper. */
function unwrap(wrapper: Element): void {
  const text = wrapper.previousSibling;
  const [first, ...others] = plainNodes(wrapper);
  if (text?.nodeType === 3 && (text as Text).data === '' && first?.nodeType === 3) {
    (text as Text).data = (first as Text).data;
    wrapper.replaceWith(...others);
  } else wrapper.replaceWith(...(first ? [first] : []), ...others);
}

/** Whether an element holds our interface or a page of ours; the widget's launcher holds a button alone, and stays. */
function isStage(element: Element): boolean {
  return element.hasAttribute(MARKER) && (element.getAttribute(MARKER) === PAGE_LIKE || element.localName === 'style' || element.shadowRoot?.querySelector('.interface,.layer') != null);
}

function isOurSheet(sheet: CSSStyleSheet): boolean {
  return [...sheet.cssRules].some((rule) => (rule as CSSLayerBlockRule).name === LAYER);
}

function clearRoot(root: Document | ShadowRoot): void {
  for (const wrapper of root.querySelectorAll(`${TEXT_TAG}[${MARKER}]`)) unwrap(wrapper);
  for (const ruby of root.querySelectorAll(`ruby[${MARKER}]`)) ruby.replaceWith(...plainNodes(ruby));
  for (const element of root.querySelectorAll(`[${MARKER}]`)) if (isStage(element)) element.remove();
  for (const element of root.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) if (name.startsWith(MARK_PREFIX)) element.removeAttribute(name);
  }
  const sheets = [...root.adoptedStyleSheets];
  const theirs = sheets.filter((sheet) => !isOurSheet(sheet));
  if (theirs.length < sheets.length) root.adoptedStyleSheets = theirs;
}

function clear(document: Document): void {
  for (const root of rootsOf(document)) clearRoot(root);
  const view = document.defaultView as (Window & typeof globalThis) | null;
  const registry = view && registryOf(view);
  for (const name of HIGHLIGHTS) registry?.delete(`mingdu-${name}`);
}

provide('pack-leftovers', { clear } satisfies Leftovers);
