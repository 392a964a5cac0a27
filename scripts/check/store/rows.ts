// The rows of a run on the disk: one JSON line a page, appended as soon as it is done, so that nothing of a page is kept in memory
// and whatever happens the pages before are there. Not for judging them.
import { closeSync, createReadStream, existsSync, fstatSync, ftruncateSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { rowOf } from '../report/row';
import type { PageRow } from '../types';

/** Name of the file in the report's folder. */
export const ROWS_FILE = 'rows.jsonl';

const PIECE = 64 * 1024;
const NEWLINE = 10;

/** Cuts off a last row that was not written to its end. */
export const mendRows = (folder: string): void => mendLines(join(folder, ROWS_FILE));

/** The same for any file of lines. */
export function mendLines(file: string): void {
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r+');
  try {
    const piece = Buffer.alloc(PIECE);
    let end = fstatSync(handle).size;
    while (end > 0) {
      const begin = Math.max(0, end - PIECE);
      const length = readSync(handle, piece, 0, end - begin, begin);
      const at = piece.subarray(0, length).lastIndexOf(NEWLINE);
      if (at >= 0) return ftruncateSync(handle, begin + at + 1);
      end = begin;
    }
    ftruncateSync(handle, 0);
  } finally {
    closeSync(handle);
  }
}

/** A row as it was read. */
export interface StoredRow {
  readonly row: PageRow;
  /** As the list of pages has it; the row's own is made fit to be shown, and may be shorter. */
  readonly address: string;
  /** As it stands in the file. */
  readonly line: string;
}

/**
 * The rows of a folder one by one, oldest first; a page that is there twice (of a run that was cut short) comes once.
 * @param onUnreadable told of each line that is no row
 */
export async function* readRows(folder: string, onUnreadable: () => void = () => undefined): AsyncGenerator<StoredRow> {
  const file = join(folder, ROWS_FILE);
  if (!existsSync(file)) return;
  const seen = new Set<string>();
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const value = parsed(line);
    const row = rowOf(value);
    if (row === undefined) onUnreadable();
    else {
      const { address } = value as { readonly address: string };
      if (seen.has(address)) continue;
      seen.add(address);
      yield { row, address, line };
    }
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Writes one more row, whole or not at all as far as the disk allows. */
export function appendRow(folder: string, row: PageRow): void {
  const handle = openSync(join(folder, ROWS_FILE), 'a');
  try {
    writeSync(handle, `${JSON.stringify(row)}\n`);
  } finally {
    closeSync(handle);
  }
}

/** Takes out the rows of pages that could not be checked, so that they are looked at once more. */
export async function dropFailed(folder: string): Promise<void> {
  const file = join(folder, ROWS_FILE);
  if (!existsSync(file)) return;
  const handle = openSync(`${file}.new`, 'w');
  try {
    for await (const { row, line } of readRows(folder)) if (row.state === 'checked') writeSync(handle, `${line}\n`);
  } finally {
    closeSync(handle);
  }
  renameSync(`${file}.new`, file);
}
