// Where the cells of a table lie once merged cells are spread out. Reads; not for which of them are headers.

export interface Place {
  readonly cell: HTMLTableCellElement;
  /** Of its upper left corner, from 0. */
  readonly row: number;
  readonly column: number;
}

export interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** The first row of more than one cell: above it are titles. */
  readonly firstFull: number;
  readonly hasHeaderCells: boolean;
  /** Null for a cell of another table, or one that came later. */
  placeOf(cell: Element): Place | null;
  /** What covers a square; null where the table has a hole. */
  at(row: number, column: number): Place | null;
  /** What a row holds, from the left, cells that reach into it from above included. */
  cellsOf(row: number): readonly Place[];
}

/** More is a mistake of the page's author, and would cost memory. */
const SPAN_MAX = 1_000;

/** Lays out a table as it is now, its merged cells included. */
export function createGrid(table: HTMLTableElement): Grid {
  const squares: (Place | undefined)[][] = [];
  const places = new Map<Element, Place>();
  const rows = [...table.rows];
  let columns = 0;
  rows.forEach((line, row) => {
    const squaresHere = (squares[row] ??= []);
    let column = 0;
    for (const cell of line.cells) {
      while (squaresHere[column]) column += 1;
      const place: Place = { cell, row, column };
      places.set(cell, place);
      // rowspan="0" reaches to the end.
      const height = Math.min(cell.getAttribute('rowspan') === '0' ? SPAN_MAX : Math.max(1, cell.rowSpan), rows.length - row, SPAN_MAX);
      const width = Math.min(Math.max(1, cell.colSpan), SPAN_MAX);
      for (let down = 0; down < height; down += 1) {
        for (let right = 0; right < width; right += 1) (squares[row + down] ??= [])[column + right] ??= place;
      }
      column += width;
      columns = Math.max(columns, column);
    }
  });
  const firstFull = rows.findIndex((line) => line.cells.length > 1);
  return {
    rows: rows.length,
    columns,
    firstFull: Math.max(0, firstFull),
    hasHeaderCells: rows.some((line) => [...line.cells].some((cell) => cell.localName === 'th')),
    placeOf: (cell) => places.get(cell) ?? null,
    at: (row, column) => squares[row]?.[column] ?? null,
    cellsOf: (row) => [...new Set((squares[row] ?? []).filter((place): place is Place => place !== undefined))],
  };
}
