// What a run was asked for, kept beside its rows: a second run goes on with the same, and mixes no rows of another.
// Not for the rows themselves (rows.ts).
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CheckOptions } from '../command/arguments';
import { usageError } from '../command/usage';
import { ROWS_FILE } from './rows';

const RUN_FILE = 'run.json';
/** All that a run writes; nothing else in the folder is ever touched. */
const OURS = [ROWS_FILE, `${ROWS_FILE}.new`, 'pages.txt', 'report.html', 'report.json', 'report.css', 'pages', 'pictures'];

type Asked = Readonly<Record<string, string>>;

/** What makes two runs the same, by the names of their options. */
function askedOf(options: CheckOptions, target: string, version: string): Asked {
  return {
    target,
    '--aids': options.aids.map(({ name }) => name).join(',') || 'none',
    '--crawl': String(options.crawl),
    '--phone': String(options.isPhone),
    '--no-pictures': String(!options.hasPictures),
    '--files': options.files,
    '--offline': String(options.isOffline),
    version,
  };
}

function readAsked(file: string): Asked | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Asked) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A folder that is there already, and with something of somebody in it; or what is no folder. */
const isFull = (folder: string) => existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).some((name) => !name.startsWith('.')));

function makeFolder(folder: string): void {
  try {
    // In two steps: where the last one is refused for good (/proc), Node tries a recursive one for ever.
    mkdirSync(dirname(folder), { recursive: true });
    if (!existsSync(folder)) mkdirSync(folder);
  } catch (error) {
    throw usageError('noFolder', `${folder} (${error instanceof Error && 'code' in error ? String(error.code) : String(error)})`);
  }
}

/**
 * Makes the folder ready: anew, or to go on in. A folder with anything else in it is left alone, `again` or not: the report writes over
 * files whose names others may have chosen as well.
 * @param target what the pages come from, the same for the same pages
 * @throws UsageError where the folder is not ours, or its rows are of another run
 */
export function openRun(options: CheckOptions, target: string, version: string): void {
  const { out } = options;
  const file = join(out, RUN_FILE);
  const before = existsSync(file) ? readAsked(file) : undefined;
  if (before === undefined && isFull(out)) throw usageError('notOurs', out);
  const asked = askedOf(options, target, version);
  if (before !== undefined && !options.again) {
    const other = Object.keys(asked).filter((name) => asked[name] !== before[name]);
    if (other.length > 0) throw usageError('otherOptions', other.map((name) => `${name}: ${before[name] ?? '–'} → ${asked[name] ?? ''}`).join('; '));
    return;
  }
  if (options.again) for (const name of OURS) rmSync(join(out, name), { recursive: true, force: true });
  makeFolder(out);
  // Never half of it: without it the folder is nobody's.
  writeFileSync(`${file}.new`, `${JSON.stringify(asked, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}
