// The rows of a run on the disk: one JSON line a page, appended as soon as it is done, so that nothing of a page is kept in memory
// and whatever happens the pages before are there. Not for judging them.
import { closeSync, createReadStream, existsSync, fstatSync, ftruncateSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PageRow } from '../types';

/** Name of the file in the report's folder. */
export const ROWS_FILE = 'rows.jsonl';

const PIECE = 64 * 1024;
const NEWLINE = 10;

/** Cuts off a last line that was not written to its end. */
export function mendRows(folder: string): void {
  const file = join(folder, ROWS_FILE);
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

/** The rows of a folder one by one, oldest first; lines that are no row are passed by. */
export async function* readRows(folder: string): AsyncGenerator<PageRow> {
  const file = join(folder, ROWS_FILE);
  if (!existsSync(file)) return;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    const row = rowOf(line);
    if (row !== undefined) yield row;
  }
}

function rowOf(line: string): PageRow | undefined {
  try {
    const row: unknown = JSON.parse(line);
    return typeof row === 'object' && row !== null && 'address' in row && 'state' in row && 'problems' in row ? (row as PageRow) : undefined;
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
    for await (const row of readRows(folder)) if (row.state === 'checked') writeSync(handle, `${JSON.stringify(row)}\n`);
  } finally {
    closeSync(handle);
  }
  renameSync(`${file}.new`, file);
}
