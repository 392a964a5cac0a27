// Which tables hold data, and which only lay a page out. Not for how they give way (wide.ts) nor how they are read aloud.

/** A cell of a data table says little: figures, dates, short names. */
const SHORT_CELL_CHARACTERS = 20;
const DATA_ROWS = 3;
const DATA_COLUMNS = 3;

/** Tables of data may be wider than the window: with th or caption, or at least 3 × 3 short cells. */
export function isDataTable(table: HTMLTableElement): boolean {
  const rows = [...table.rows];
  if (table.caption || rows.some((row) => [...row.cells].some((cell) => cell.localName === 'th'))) return true;
  const short = (cell: Element) => (cell.textContent ?? '').trim().length <= SHORT_CELL_CHARACTERS;
  return rows.filter((row) => [...row.cells].filter(short).length >= DATA_COLUMNS).length >= DATA_ROWS;
}
