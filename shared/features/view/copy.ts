// Makes a copy of an article's body: its text, headings, lists, tables, links and pictures, in elements of our own, without the page's
// markup, styles or scripts. Reads the page and changes nothing in it. Not for what stands around the body (draw.ts).
import { isBlockDisplay, isSilent } from '../../page/blocks';
import type { Page } from '../../page/page';
import { createFlow, type Flow, type Manner } from './flow';
import { pictureKind } from './pictures';

/** What a copy asks for beyond text. */
export interface CopyParts {
  readonly page: Pick<Page, 'textOf' | 'document'>;
  /** The texts of the body; others in the same boxes stay out. */
  readonly keeps: ReadonlySet<Text>;
  /** The name of a table's box for those who do not see it. */
  readonly tableName: string;
  /** Draws a picture of the page; null where there is none to be drawn. */
  picture(element: Element): Element | null;
  /** Leads to what only the page itself can show. */
  elsewhere(element: Element, kind: 'film' | 'frame' | 'form' | 'drawing'): Element;
  /** A press of a link that is no address goes to the page's own. */
  press(original: HTMLElement): Element;
}

/** Elements that keep their name within a paragraph. */
const PHRASES = new Set('strong b em i u sub sup small code mark q del ins'.split(' '));
const HEADING = /^h([1-6])$/;
const BOLD = 600;
/** A cell with more is a part of the page, not of a table. */
const CELL_MAX_LENGTH = 1_500;

const styleOf = (element: Element) => element.ownerDocument.defaultView?.getComputedStyle(element);
const childrenOf = (node: Element): Iterable<Node> => {
  if (node.shadowRoot) return node.shadowRoot.childNodes;
  const assigned = node.localName === 'slot' ? (node as HTMLSlotElement).assignedNodes() : [];
  return assigned.length > 0 ? assigned : node.childNodes;
};

/**
 * @param top the element that holds the body
 * @param into an element of ours; the copy is appended to it
 */
export function copyBody(parts: CopyParts, top: Element, into: Element): void {
  const { page, keeps } = parts;
  const document = into.ownerDocument;
  const last = [...keeps].at(-1);
  /** The page's own highest heading in the body stands right below the title. */
  const highest = Math.min(...[...top.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(holdsKept).map((one) => Number(one.localName[1])));

  function holdsKept(element: Element): boolean {
    const texts = document.createTreeWalker(element, 4 /* SHOW_TEXT */);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) if (keeps.has(node as Text)) return true;
    return element.shadowRoot !== null || element.querySelector('slot') !== null;
  }

  /** Pictures after the last word are the page's own: a code to scan, a share button. */
  const isInBody = (element: Element) => !last || (last.compareDocumentPosition(element) & 4) === 0 || last.parentElement?.closest('p,div,td,section') === element.closest('p,div,td,section');

  function walk(node: Element, flow: Flow, isWhole: boolean): void {
    for (const child of childrenOf(node)) {
      if (child.nodeType === 3) {
        const text = child as Text;
        if (keeps.has(text) || (isWhole && page.textOf(text).trim())) flow.text(page.textOf(text));
        else if (/^\s+$/.test(text.data) && flow.isWithin) flow.text(' ');
      } else if (child.nodeType === 1) enter(child as Element, flow, isWhole);
    }
  }

  function enter(element: Element, flow: Flow, isWhole: boolean): void {
    const name = element.localName;
    if (name === 'br') return flow.break();
    const special = specialKind(element);
    if (special) {
      const made = isInBody(element) ? (special === 'picture' ? parts.picture(element) : parts.elsewhere(element, special)) : null;
      if (made) flow.box(made);
      return;
    }
    const style = styleOf(element);
    if (isSilent(element) || style?.display === 'none' || style?.visibility === 'hidden') return;
    if (!holdsKept(element) && !isWhole && !element.querySelector('img,canvas,svg,video,audio,iframe,select,textarea,input')) return;
    if (name === 'a') return link(element as HTMLAnchorElement, flow, isWhole);
    if (name === 'table' && isData(element as HTMLTableElement)) return table(element as HTMLTableElement, flow);
    if (/^(ul|ol|dl)$/.test(name) && holdsKept(element)) return list(element, flow, isWhole);
    if (flow.isWithin || !isBlockDisplay(style?.display ?? 'block')) return phrase(element, style, flow, isWhole);
    flow.close();
    const level = HEADING.exec(name);
    const align = style?.textAlign.replace('-webkit-', '') ?? '';
    const manner: Manner = {
      heading: level ? (Number(level[1]) <= highest ? 2 : 3) : null,
      align: align === 'center' || align === 'right' ? align : '',
    };
    const before = flow.set(manner);
    if (name === 'blockquote' || name === 'pre') nested(name, element, flow, isWhole);
    else walk(element, flow, isWhole);
    flow.close();
    flow.set(before);
  }

  function phrase(element: Element, style: CSSStyleDeclaration | undefined, flow: Flow, isWhole: boolean): void {
    const isBold = Number(style?.fontWeight) >= BOLD && Number(styleOf(element.parentElement ?? element)?.fontWeight) < BOLD;
    const name = PHRASES.has(element.localName) ? element.localName : isBold ? 'strong' : '';
    if (!name || !(holdsKept(element) || isWhole) || holdsBlocks(element)) return walk(element, flow, isWhole);
    flow.within(document.createElement(name), () => walk(element, flow, isWhole));
  }

  function link(original: HTMLAnchorElement, flow: Flow, isWhole: boolean): void {
    if (!holdsKept(original) && !isWhole) return walk(original, flow, isWhole);
    const isAddress = /^(https?|mailto|tel|ftp|file|blob|data):/.test(original.protocol ?? '') && !(original.getAttribute('href') ?? '#').startsWith('#');
    if (!isAddress) return flow.within(original.hasAttribute('href') || original.hasAttribute('onclick') ? parts.press(original) : document.createElement('span'), () => walk(original, flow, isWhole));
    const made = document.createElement('a');
    made.href = original.href;
    if (original.target) made.target = original.target;
    if (original.hasAttribute('download')) made.download = original.download;
    made.rel = 'noopener';
    flow.within(made, () => walk(original, flow, isWhole));
  }

  /** A box whose insides are paragraphs of their own. */
  function nested(name: string, original: Element, flow: Flow, isWhole: boolean, findsHeadings = false): HTMLElement {
    const made = document.createElement(name);
    const inner = createFlow(document, made, findsHeadings);
    walk(original, inner, isWhole);
    inner.close();
    const [only, more] = made.children;
    if (only?.localName === 'p' && !more) only.replaceWith(...only.childNodes);
    if (made.hasChildNodes() && name !== 'td' && name !== 'th' && name !== 'li' && name !== 'dt' && name !== 'dd') flow.box(made);
    return made;
  }

  function list(original: Element, flow: Flow, isWhole: boolean): void {
    flow.close();
    const made = document.createElement(original.localName);
    if (original.localName === 'ol' && original.hasAttribute('start')) made.setAttribute('start', original.getAttribute('start') ?? '1');
    // Old pages put paragraphs right into a list that is none.
    if (![...original.children].every((item) => /^(li|dt|dd|script|style|template)$/.test(item.localName))) return walk(original, flow, isWhole);
    for (const item of original.children) {
      if (!/^(li|dt|dd)$/.test(item.localName) || styleOf(item)?.display === 'none' || !(holdsKept(item) || isWhole)) continue;
      const line = nested(item.localName, item, flow, isWhole);
      if (line.hasChildNodes()) made.append(line);
    }
    if (made.hasChildNodes()) flow.box(made);
  }

  function table(original: HTMLTableElement, flow: Flow): void {
    if (!holdsKept(original)) return;
    flow.close();
    const made = document.createElement('table');
    if (original.caption) made.append(nested('caption', original.caption, { ...flow, box: () => undefined }, true));
    for (const row of original.rows) {
      if (styleOf(row)?.display === 'none') continue;
      const line = document.createElement('tr');
      for (const cell of row.cells) {
        const copy = nested(cell.localName, cell, flow, true) as HTMLTableCellElement;
        if (cell.colSpan > 1) copy.colSpan = cell.colSpan;
        if (cell.rowSpan > 1) copy.rowSpan = cell.rowSpan;
        if (cell.scope) copy.scope = cell.scope;
        line.append(copy);
      }
      made.append(line);
    }
    const box = document.createElement('div');
    box.className = 'table';
    box.tabIndex = 0;
    box.setAttribute('role', 'region');
    box.setAttribute('aria-label', original.caption?.textContent?.trim() || parts.tableName);
    box.append(made);
    flow.box(box);
  }

  const flow = createFlow(document, into, true);
  walk(top, flow, false);
  flow.close();
}

function holdsBlocks(element: Element): boolean {
  return [...element.querySelectorAll('*')].some((inner) => isBlockDisplay(styleOf(inner)?.display ?? 'inline') && inner.localName !== 'br');
}

function specialKind(element: Element): 'picture' | 'film' | 'frame' | 'form' | 'drawing' | null {
  const name = element.localName;
  if (/^(img|canvas|svg)$/.test(name)) return pictureKind(element);
  const isSeen = () => {
    const { width, height } = element.getBoundingClientRect();
    return width * height > 2_500 && styleOf(element)?.visibility !== 'hidden';
  };
  if (/^(video|audio)$/.test(name)) return isSeen() ? 'film' : null;
  if (/^(iframe|embed|object)$/.test(name)) return isSeen() ? 'frame' : null;
  return /^(select|textarea|input)$/.test(name) && isSeen() ? 'form' : null;
}

/** Rows and columns of facts, rather than a page laid out in cells. */
function isData(table: HTMLTableElement): boolean {
  const rows = [...table.rows];
  const columns = Math.max(0, ...rows.map((row) => row.cells.length));
  if (columns < 2 || rows.length < 2 || table.getAttribute('role') === 'presentation' || table.querySelector('table')) return false;
  return rows.every((row) => [...row.cells].every((cell) => (cell.textContent ?? '').trim().length <= CELL_MAX_LENGTH));
}
