// Writes a report from the rows of a run, reading them once and keeping none: report.html, report.json, a file for each page.
// Not for judging pages (rules/) nor for what the files look like (summary, list and page).
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { readRows } from '../store/rows';
import type { PageRow } from '../types';
import { clean } from './clean';
import { LIST_ROWS, listedOf, listFile, listText, type ListedPage } from './list';
import { pageText } from './page';
import { STYLE } from './style';
import { addRow, emptySums, type Sums } from './sums';
import { fileOf, summaryText } from './summary';
import { wordsOf, type Words } from './words';

/** How a report is to be. */
export interface ReportOptions {
  /** `en…` is English, anything else Chinese. */
  readonly lang: string;
  readonly title?: string;
  /** When it was made; now, if not given. */
  readonly date?: Date;
}

/** What a run has come to. */
export type ReportSums = Readonly<Pick<Sums, 'pages' | 'failed' | 'barriers' | 'hindrances'>>;

/**
 * @param folder holds `rows.jsonl` and the pictures; an earlier report in it is written over
 * @returns the sums over all pages
 */
export async function writeReport(folder: string, { lang, title, date = new Date() }: ReportOptions): Promise<ReportSums> {
  const words = wordsOf(lang);
  const name = clean(title ?? '', 120) || words.title;
  rmSync(join(folder, 'pages'), { recursive: true, force: true });
  mkdirSync(join(folder, 'pages'), { recursive: true });
  writeFileSync(join(folder, 'report.css'), STYLE);
  const sums = emptySums();
  const list = createList(folder, words, name);
  const json = createJson(join(folder, 'report.json'), { title: name, lang: words.lang, date: date.toISOString(), claim: words.claim, source: words.source });
  let unreadable = 0;
  let held: { readonly row: PageRow; readonly number: number } | undefined;
  try {
    for await (const { row } of readRows(folder, () => (unreadable += 1))) {
      const number = sums.pages + 1;
      addRow(sums, row, number);
      json.add(row);
      list.add(listedOf(row, number, words));
      // A page's file names the one after it, if there is one: so each waits for the next.
      if (held) writePage(folder, words, held.row, held.number, true);
      held = { row, number };
    }
    if (held) writePage(folder, words, held.row, held.number, false);
    const first = list.end();
    const shown = { words, title: name, date: date.toISOString().slice(0, 10), sums, unreadable, listed: first.listed, next: first.hasNext ? listFile(2) : null };
    writeFileSync(join(folder, 'report.html'), summaryText(shown));
    json.end(summaryOf(sums, unreadable));
  } finally {
    json.close();
  }
  const { pages, failed, barriers, hindrances } = sums;
  return { pages, failed, barriers, hindrances };
}

function writePage(folder: string, words: Words, row: PageRow, number: number, hasNext: boolean): void {
  const steps: (readonly [string, string])[] = [['report.html', words.back]];
  if (number > 1) steps.push([fileOf(number - 1), words.previousPage]);
  if (hasNext) steps.push([fileOf(number + 1), words.nextPage]);
  writeFileSync(join(folder, fileOf(number)), pageText({ words, row }, number, steps));
}

/** Files of the list, each written when the next begins. */
function createList(folder: string, words: Words, title: string) {
  let at = 1;
  let listed: ListedPage[] = [];
  let first: ListedPage[] | undefined;
  const flush = (hasNext: boolean) => {
    if (at === 1) first = listed;
    else writeFileSync(join(folder, listFile(at)), listText(words, title, at, listed, hasNext));
  };
  return {
    add(page: ListedPage): void {
      if (listed.length === LIST_ROWS) {
        flush(true);
        at += 1;
        listed = [];
      }
      listed.push(page);
    },
    end(): { readonly listed: readonly ListedPage[]; readonly hasNext: boolean } {
      flush(false);
      return { listed: first ?? [], hasNext: at > 1 };
    },
  };
}

/** One JSON object, `{ …head, pages: […], summary }`, written piece by piece. */
function createJson(file: string, head: Readonly<Record<string, string>>) {
  const handle = openSync(file, 'w');
  writeSync(handle, `${JSON.stringify(head).slice(0, -1)},"pages":[`);
  let isFirst = true;
  return {
    add(row: PageRow): void {
      writeSync(handle, `${isFirst ? '\n' : ',\n'}${JSON.stringify(row)}`);
      isFirst = false;
    },
    end: (summary: object) => void writeSync(handle, `\n],"summary":${JSON.stringify(summary)}}\n`),
    close: () => closeSync(handle),
  };
}

function summaryOf(sums: Sums, unreadable: number): object {
  const { rules, worst, ...numbers } = sums;
  return { ...numbers, unreadable, worst, rules: [...rules.values()] };
}
