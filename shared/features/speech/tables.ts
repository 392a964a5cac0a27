// Cells of tables of data, read with their headers: 农村低保标准，3600元. A row is led by its own header, which is a cell and read as such;
// tables that lay a page out have none. Not for finding cells, nor for the word on entering a table.
import { blocksIn } from '../../page/blocks';
import type { Page } from '../../page/page';
import type { Sentence } from '../../page/sentences';
import { isDataTable } from '../../typography/data-table';
import { createGrid, type Grid, type Place } from '../../page/table-grid';

/** A header that is longer is a sentence: it is read once, where it stands. */
const HEADER_MAX_CHARACTERS = 30;
/** Of more columns under a merged cell only the first and the last are named. */
const SPANNED_MAX = 3;
/** Figures, dates and sums are no names; a year may be one of a column. */
const NUMERIC = /^[\s\d.,，%‰+\-—－~～/()（）:：年月日℃元万亿]*$/;
const YEAR = /^\d{4}\s*年?度?$/;
const ORDINAL = /^(序号|编号|No\.?|排名|行号|#)$/i;

type TextOf = (cell: Element) => string;

/**
 * What is to be said before a sentence that begins a cell.
 * @param isAlone the cell is read by itself (it was pointed at), so that its row has to be named too
 * @returns headers joined by ，; '' for all other text
 */
export function cellLead(page: Page, sentence: Sentence, isAlone = false): string {
  const { block, start } = sentence;
  const cell = block.element.closest('td, th') as HTMLTableCellElement | null;
  const table = cell?.closest('table');
  if (!cell || !table || /[\p{L}\p{N}]/u.test(block.text.slice(0, start)) || !isDataTable(table)) return '';
  const first = blocksIn(page, cell).next().value;
  if (!first || first.segments[0]?.text !== block.segments[0]?.text || first.segments[0]?.from !== block.segments[0]?.from) return '';
  const grid = gridOf(table, cell);
  const place = grid.placeOf(cell);
  if (!place) return '';
  const textOf: TextOf = (one) => [...blocksIn(page, one)].map(({ text }) => text.trim()).join(' ').replace(/\s+/g, ' ');
  const headers = [...headersOf(grid, place, textOf, isAlone).map(textOf), spannedNames(grid, place, textOf)];
  const said = new Set(headers.filter((text) => text !== '' && [...text].length <= HEADER_MAX_CHARACTERS));
  said.delete(textOf(cell));
  return [...said].join('，');
}

/** Grids as they were last seen; a table that grew, or got another cell, is looked at anew. */
const known = new WeakMap<HTMLTableElement, Grid>();

function gridOf(table: HTMLTableElement, cell: HTMLTableCellElement): Grid {
  const before = known.get(table);
  if (before && before.rows === table.rows.length && before.placeOf(cell)) return before;
  const grid = createGrid(table);
  known.set(table, grid);
  return grid;
}

function headersOf(grid: Grid, { cell, row, column }: Place, textOf: TextOf, isAlone: boolean): HTMLTableCellElement[] {
  const named = (cell.getAttribute('headers') ?? '').split(/\s+/).filter(Boolean);
  if (named.length > 0) {
    const root = cell.getRootNode() as Document | ShadowRoot;
    const cells = named.flatMap((id) => root.getElementById(id)?.closest<HTMLTableCellElement>('td, th') ?? []);
    // The row's own header has been read just before, unless nothing of the row was.
    return cells.filter((one) => isAlone || grid.placeOf(one)?.row !== row);
  }
  const above = columnHeaders(grid, row, column, cell.colSpan, textOf);
  const ofRow = rowHeaders(grid, row, column, textOf);
  const isFirstOfRow = grid.cellsOf(row).every((one) => one.row !== row || one.column >= column);
  // A header that spans several rows was read with the first of them, so that the rows below have to be named.
  const fromAbove = isFirstOfRow ? ofRow.filter((one) => (grid.placeOf(one)?.row ?? row) < row) : [];
  if (isHeader(grid, row, textOf)) return above;
  return [...(isAlone || (above.length === 0 && isRest(grid, { cell, row, column }, ofRow)) ? ofRow : fromAbove), ...above];
}

/** Whether a merged cell is all that its row says of its header: 合计 | 84.5, the figure over two columns. Then the row names it, no column does. */
function isRest(grid: Grid, { cell, row, column }: Place, ofRow: readonly HTMLTableCellElement[]): boolean {
  return cell.colSpan > 1 && column + cell.colSpan >= grid.columns && grid.cellsOf(row).every((one) => one.cell === cell || ofRow.includes(one.cell));
}

/** 上午、下午: what a merged cell lies under where no single name lies over all of it; '' where one does, or where the row names it. */
function spannedNames(grid: Grid, place: Place, textOf: TextOf): string {
  const { cell, row, column } = place;
  if (cell.colSpan === 1 || cell.hasAttribute('headers') || isHeader(grid, row, textOf) || isRest(grid, place, rowHeaders(grid, row, column, textOf))) return '';
  if (column === 0 || columnHeaders(grid, row, column, cell.colSpan, textOf).length > 0) return '';
  const columns = Array.from({ length: Math.min(cell.colSpan, grid.columns - column) }, (_, at) => columnHeaders(grid, row, column + at, 1, textOf).at(-1));
  const names = [...new Set(columns.flatMap((one) => (one ? textOf(one) : [])))].filter(Boolean);
  return names.length > SPANNED_MAX ? `${names[0] ?? ''}至${names.at(-1) ?? ''}` : names.join('、');
}

/** Whether a row holds the names of columns: in thead, all th, or the first row of a table without th, short words above figures. */
function isHeader(grid: Grid, row: number, textOf: TextOf): boolean {
  const cells = grid.cellsOf(row);
  if (cells.length === 0) return false;
  if (cells.every(({ cell }) => cell.localName === 'th' && cell.scope !== 'row') || cells[0]?.cell.closest('thead')) return true;
  if (grid.hasHeaderCells || row > grid.firstFull || row < grid.firstFull || cells.length < 2) return false;
  const texts = cells.map(({ cell }) => textOf(cell));
  return texts.filter(Boolean).length >= cells.length - 1 && texts.every((text) => text === '' || ((!NUMERIC.test(text) || YEAR.test(text)) && [...text].length <= HEADER_MAX_CHARACTERS));
}

/** The names above a cell, outermost first: of the nearest rows of names. A row that is one cell is a title, not a name. */
function columnHeaders(grid: Grid, row: number, column: number, span: number, textOf: TextOf): HTMLTableCellElement[] {
  const found: HTMLTableCellElement[] = [];
  for (let at = row - 1; at >= 0; at -= 1) {
    const isNames = isHeader(grid, at, textOf);
    if (!isNames && found.length > 0) break;
    const place = grid.at(at, column);
    if (!isNames || !place || place.cell.colSpan >= grid.columns || place.cell.colSpan < span) {
      // A single th above figures is a name, too, unless it names its row.
      if (place?.cell.localName === 'th' && place.cell.scope === 'col' && !found.includes(place.cell)) found.unshift(place.cell);
      continue;
    }
    if (!found.includes(place.cell)) found.unshift(place.cell);
  }
  return found;
}

/** The names to the left of a cell: the th of the row, else its first words. */
function rowHeaders(grid: Grid, row: number, column: number, textOf: TextOf): HTMLTableCellElement[] {
  const left = grid.cellsOf(row).filter((one) => one.column < column);
  const headers = left.filter(({ cell }) => cell.localName === 'th' && cell.scope !== 'col').map(({ cell }) => cell);
  if (headers.length > 0) return headers;
  const first = left.find(({ cell, column: at }) => {
    const name = grid.at(grid.firstFull, at);
    return !NUMERIC.test(textOf(cell)) && !(name && ORDINAL.test(textOf(name.cell)));
  });
  return first ? [first.cell] : [];
}
