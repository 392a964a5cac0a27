// Decides how boxes give way whose text has outgrown their width, or the window's. Reads and decides; relax.ts writes.
import type { Reach } from './boxes';
import { styleOf } from './style-of';
import { flatParent } from './carriers';
import { isDataTable } from './data-table';
import { isTablePart } from './room-rules';
import type { Remedy } from './remedy-book';

const SLACK_PX = 2;

/** Whether content now reaches further beyond a box's side than before. */
export function isTooWide(element: Element, before: Reach | undefined): boolean {
  const wide = element.clientWidth;
  return wide > 0 && element.scrollWidth - wide > Math.max(0, before?.side ?? 0) + SLACK_PX;
}

/** For one box that is too wide for nothing further inside it. */
export function wideRemedies(element: Element, stage: number, widthWas: (box: Element) => number): Remedy[] {
  const style = styleOf(element);
  if (style.display === 'inline' || element.clientWidth < 4) return [];
  const edge = element.getBoundingClientRect().left + element.clientLeft + element.clientWidth + 1;
  const remedies: Remedy[] = [];
  const inTable = element.closest('table');
  const all = [element, ...element.querySelectorAll('*')];
  for (const inner of all) {
    if (inner !== element && inner.getBoundingClientRect().right <= edge) continue;
    if (inner.localName === 'table' && isDataTable(inner as HTMLTableElement)) {
      if (stage > 0 && style.display === 'block') remedies.push({ element, mark: 'scroll', value: '' });
      continue;
    }
    remedies.push(...yielding(inner, inner === element ? style : styleOf(inner), inner === element ? null : widthWas(inner)));
  }
  if (stage > 0 && !(inTable && isDataTable(inTable))) remedies.push(...breaking(element));
  return remedies;
}

/** Long words and addresses may break anywhere, but never the figures of a table, which would read as others. */
function breaking(element: Element): Remedy[] {
  const tables = [...element.querySelectorAll('table')].filter(isDataTable);
  return [{ element, mark: 'break', value: '' }, ...tables.map((table) => ({ element: table, mark: 'whole', value: '' }))];
}

/**
 * What lets one box be as narrow as what holds it.
 * @param width what it was before text grew, and need not fall below (its parent may have no width at all); null to leave it
 */
function yielding(element: Element, style: CSSStyleDeclaration, width: number | null): Remedy[] {
  const remedies: Remedy[] = [];
  const space = style.whiteSpace;
  if (space === 'nowrap') remedies.push({ element, mark: 'wrap', value: '' });
  else if (space === 'pre') remedies.push({ element, mark: 'wrap-pre', value: '' });
  if (/flex/.test(style.display) && style.flexWrap === 'nowrap' && style.flexDirection.startsWith('row')) {
    remedies.push({ element, mark: 'rows', value: '' });
  }
  // Columns of a fixed height go on to the side.
  if (style.columnCount !== 'auto' || style.columnWidth !== 'auto') remedies.push({ element, mark: 'tall', value: String(Math.floor(parseFloat(style.height) || 0)) });
  if (width !== null && style.display !== 'inline' && !style.display.startsWith('table')) {
    remedies.push({ element, mark: 'narrow', value: String(width) });
    const parent = flatParent(element);
    if (parent && /flex|grid/.test(styleOf(parent).display)) remedies.push({ element, mark: 'shrink', value: '' });
  }
  return remedies;
}

/**
 * Texts that end beyond the window's right edge, where nothing scrolls or cuts in between.
 * @param carriers elements with text
 */
export function beyondWindow(document: Document, carriers: Iterable<Element>): Element[] {
  const edge = document.documentElement.clientWidth + SLACK_PX;
  return [...carriers].filter((carrier) => {
    if (carrier.ownerDocument !== document) return false;
    const rect = carrier.getBoundingClientRect();
    return rect.width > 0 && rect.right > edge && rect.left < edge * 3 && isFree(carrier);
  });
}

function isFree(element: Element): boolean {
  const table = element.closest('table');
  if (table && isDataTable(table)) return false;
  for (let at = flatParent(element); at && at !== at.ownerDocument.body; at = flatParent(at)) {
    if (styleOf(at).overflowX !== 'visible') return false;
  }
  return true;
}

/** Lets everything around a text that ends beyond the window give way, more with each stage. */
export function windowRemedies(carrier: Element, stage: number, widthWas: (box: Element) => number): Remedy[] {
  const edge = carrier.ownerDocument.documentElement.clientWidth + SLACK_PX;
  const remedies: Remedy[] = [];
  for (let at: Element | null = carrier; at && at !== at.ownerDocument.documentElement; at = flatParent(at)) {
    if (at.getBoundingClientRect().right <= edge) continue;
    const style = styleOf(at);
    remedies.push(...yielding(at, style, widthWas(at)));
    // What hangs at the window's edge moves in, as far as its text reaches out.
    if (stage > 0 && /absolute|fixed/.test(style.position)) {
      const out = Math.ceil(carrier.getBoundingClientRect().right - edge + SLACK_PX);
      if (out > 0 && at.getBoundingClientRect().left > out) remedies.push({ element: at, mark: 'inward', value: String(out - (parseFloat(style.translate) || 0)) });
    }
    if (stage > 0 && style.display !== 'inline' && !isTablePart(at)) remedies.push({ element: at, mark: 'loose', value: '' });
    if (stage > 0 && isTablePart(at)) remedies.push({ element: at, mark: stage > 1 ? 'stack' : 'loose', value: '' });
    if (stage > 1) remedies.push(...breaking(at));
    // Cells go under one another all at once, or none: a table half of blocks makes columns of one character.
    if (stage > 1 && at.localName === 'table') {
      for (const part of at.querySelectorAll('tbody, tr, td')) {
        if (part.closest('table') === at) remedies.push({ element: part, mark: 'stack', value: '' });
      }
    }
  }
  return remedies;
}
