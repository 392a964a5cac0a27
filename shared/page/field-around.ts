// The words around a field: before it in its line, in the cell before it or over it, after it. For pages that name their fields by place alone,
// as tables of twenty years ago do. Pure; not for what the words mean (field.ts).
import { MARKER, TEXT_TAG, up } from '../dom/marker';

/** What is filled in or chosen. */
export const FIELDS =
  'input:not([type="hidden" i], [type="submit" i], [type="button" i], [type="reset" i], [type="image" i]), select, textarea, [contenteditable=""], [contenteditable="true"], ' +
  '[contenteditable="plaintext-only"], [role="textbox"], [role="searchbox"], [role="combobox"], [role="spinbutton"], [role="checkbox"], [role="radio"], [role="switch"]';
/** Whose words are their own, or none. */
const NOT_TEXT = 'input, select, textarea, button, script, style, noscript, template, datalist, svg, iframe, [contenteditable=""], [contenteditable="true"], [role="textbox"], [role="combobox"]';
/** A name by place is no longer than this; longer text is a sentence about something else. */
const NAME_LENGTH = 30;
/** So many boxes around a field may stand between it and its name. */
const LEVELS = 5;
/** Nothing beyond them belongs to a field. */
const WHOLES = 'form, fieldset, body, main, article, section, table, ul, ol, dialog, [role="dialog"]';
const LINES = /^(p|div|td|th|dt|dd|li|tr|table|ul|ol|dl|h[1-6]|form|fieldset|section|center|label)$/;

export const squeezed = (text: string | null | undefined): string => (text ?? '').replace(/[\s\u00a0\u3000]+/g, ' ').trim();

/** Whether a page shows an element, as far as the browser tells. */
export function isSeen(element: Element): boolean {
  if (typeof element.checkVisibility === 'function') return element.checkVisibility({ visibilityProperty: true });
  const view = element.ownerDocument.defaultView;
  for (let at: Element | null = element; at && view; at = up(at)) if (view.getComputedStyle(at).display === 'none') return false;
  return view?.getComputedStyle(element).visibility !== 'hidden';
}

/** What a node says without the fields, buttons and scripts in it, and without what is ours; annotated text is the page's own. */
export function wordsOf(node: Node, mayBeHidden = false): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  if (node.nodeType !== 1 && node.nodeType !== 11) return '';
  const element = node as Element;
  if (node.nodeType === 1) {
    if (element.matches(NOT_TEXT) || (element.hasAttribute(MARKER) && element.localName !== TEXT_TAG && element.localName !== 'ruby')) return '';
    if (!mayBeHidden && (element.hasAttribute('hidden') || !isSeen(element))) return '';
    if (element.localName === 'br') return ' ';
  }
  return [...node.childNodes].map((child) => wordsOf(child, mayBeHidden)).join('');
}

const holdsField = (element: Element) => element.matches(FIELDS) || element.querySelector(FIELDS) !== null;
const isButton = (element: Element) => element.matches('button, a[href], [role="button"], input');
const isStar = (text: string) => /^[*＊\s]*$/.test(text);

/** Text that can be a name: it has letters, and what comes after its last full stop is short. */
function asName(text: string): string {
  const last = squeezed(text.split(/[。；;！!？\n]/).findLast((part) => /\p{L}/u.test(part)));
  return [...last].length <= NAME_LENGTH ? squeezed(`${isStar(text.slice(0, 1)) ? text.slice(0, 1) : ''}${last}`) : '';
}

/** What stands in one line with a node on one side of it, up to the next field, button or line. */
function beside(node: Node, side: 'previousSibling' | 'nextSibling'): { readonly text: string; readonly isBlocked: boolean } {
  let text = '';
  for (let at = node[side]; at; at = at[side]) {
    if (at.nodeType === 1) {
      const element = at as Element;
      if (holdsField(element) || isButton(element)) return { text, isBlocked: true };
      const isLine = LINES.test(element.localName) || element.localName === 'br' || element.localName === 'hr';
      if (isLine && /\p{L}/u.test(text)) return { text, isBlocked: true };
      // After a field the next line is no more about it.
      if (isLine && side === 'nextSibling') return { text, isBlocked: true };
    }
    const words = wordsOf(at);
    text = side === 'previousSibling' ? words + text : text + words;
  }
  return { text, isBlocked: false };
}

/** The text before a field: in its line, else in the box before the one that holds it. */
export function textBefore(field: Element): string {
  for (let at: Element = field, level = 0; level < LEVELS; level += 1) {
    const { text, isBlocked } = beside(at, 'previousSibling');
    const name = asName(text);
    if (/\p{L}/u.test(name)) return name;
    const parent: Element | null = up(at);
    if (isBlocked || !parent || parent.matches(WHOLES) || parent.matches('td, th')) return '';
    at = parent;
  }
  return '';
}

/** The text after a field, up to the next one. */
export function textAfter(field: Element): string {
  let text = '';
  for (let at: Element = field, level = 0; level < 3; level += 1) {
    const { text: more, isBlocked } = beside(at, 'nextSibling');
    text += more;
    const parent: Element | null = up(at);
    if (isBlocked || !parent || LINES.test(parent.localName) || parent.matches(WHOLES)) break;
    at = parent;
  }
  return squeezed(text);
}

/** In which columns of its row a cell stands. */
function columnOf(cell: HTMLTableCellElement): number {
  let column = 0;
  for (let at = cell.previousElementSibling as HTMLTableCellElement | null; at; at = at.previousElementSibling as HTMLTableCellElement | null) column += at.colSpan || 1;
  return column;
}

/** The cell that names the one a field stands in: the one before it, else that at the head of its column. */
export function cellNaming(field: Element): string {
  const cell = field.closest('td, th') as HTMLTableCellElement | null;
  if (!cell) return '';
  for (let at = cell.previousElementSibling; at; at = at.previousElementSibling) {
    if (holdsField(at)) break;
    const name = asName(wordsOf(at));
    if (/\p{L}/u.test(name)) return name;
  }
  const row = cell.parentElement as HTMLTableRowElement | null;
  const column = columnOf(cell);
  for (let at = row?.previousElementSibling as HTMLTableRowElement | null | undefined; at; at = at.previousElementSibling as HTMLTableRowElement | null) {
    const over = [...at.cells].find((one) => columnOf(one) === column);
    if (!over || at.cells.length !== row?.cells.length) return '';
    if (!holdsField(over)) return asName(wordsOf(over));
  }
  const head = row?.closest('table')?.tHead?.rows[0];
  const over = head && [...head.cells].find((one) => columnOf(one) === column);
  return over && head !== row ? asName(wordsOf(over)) : '';
}

/** The outermost box around a field that holds no other: where its hint and its error stand. */
export function boxOf(field: Element, isSame: (other: Element) => boolean): Element {
  let box = field;
  for (let level = 0; level < LEVELS; level += 1) {
    const parent = box.parentElement;
    if (!parent || parent.matches('form, fieldset, body, main, table, tbody, tr') || [...parent.querySelectorAll(FIELDS)].some((other) => other !== field && !isSame(other))) break;
    box = parent;
  }
  return box;
}
