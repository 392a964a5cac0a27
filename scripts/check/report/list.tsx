// The list of pages, in files of so many rows each: nobody waits for a table of twenty thousand rows, and nothing keeps it in memory.
import type { PageRow } from '../types';
import { documentText, Head, Said } from './parts';
import { addressOf, countOf, titleOf } from './sums';
import { fileOf } from './summary';
import { filled, type Words } from './words';

/** A row of the list. */
export interface ListedPage {
  readonly number: number;
  readonly title: string;
  readonly address: string;
  /** Why it could not be checked; `null` if it was. */
  readonly failed: string | null;
  readonly barriers: number;
  readonly hindrances: number;
  readonly advice: number;
}

/** Rows in one file. */
export const LIST_ROWS = 100;

/** Name of a file of the list, from the report's folder; the first rows are in report.html. @param at from 1 */
export const listFile = (at: number): string => (at === 1 ? 'report.html' : `pages/list-${String(at).padStart(3, '0')}.html`);

/** What of a row is listed. */
export const listedOf = (row: PageRow, number: number, words: Words): ListedPage => ({
  number,
  title: titleOf(row),
  address: addressOf(row),
  failed: row.state === 'failed' ? row.failed || words.noReason : null,
  barriers: countOf(row, 'barrier'),
  hindrances: countOf(row, 'hindrance'),
  advice: countOf(row, 'advice'),
});

/** @param root from the file to the report's folder */
export function PageTable({ words, listed, root }: { readonly words: Words; readonly listed: readonly ListedPage[]; readonly root: string }) {
  if (listed.length === 0) return <p>{words.none}</p>;
  const head = [words.number, words.page, words.state, words.barrier, words.hindrance, words.advice];
  return (
    <table role="table">
      <Head names={head} />
      <tbody role="rowgroup">
        {listed.map(({ number, title, address, failed, barriers, hindrances, advice }) => (
          <tr role="row">
            <td role="cell" data-label={words.number}>
              {number}
            </td>
            <th role="rowheader" scope="row" class="row">
              <a href={`${root}${fileOf(number)}`}>
                <Said>{title}</Said>
              </a>
              {address === title ? null : (
                <div class="second">
                  <Said>{address}</Said>
                </div>
              )}
            </th>
            <td role="cell" data-label={words.state}>
              {failed === null ? words.checked : <b>{words.failed}</b>}
              {failed === null ? null : (
                <>
                  {words.colon}
                  <Said>{failed}</Said>
                </>
              )}
            </td>
            {([[words.barrier, barriers], [words.hindrance, hindrances], [words.advice, advice]] as const).map(([name, count]) => (
              <td role="cell" class="count" data-label={name}>
                {failed === null ? count : '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One file of the list after the first. */
export function listText(words: Words, title: string, at: number, listed: readonly ListedPage[], hasNext: boolean): string {
  const heading = filled(words.pagesRange, { from: listed[0]?.number ?? 0, to: listed.at(-1)?.number ?? 0 });
  const steps: readonly (readonly [string, string])[] = [['report.html', words.back], [listFile(at - 1), words.previous], ...(hasNext ? [[listFile(at + 1), words.next] as const] : [])];
  const nav = (
    <ul class="steps">
      {steps.map(([file, name]) => (
        <li>
          <a href={`../${file}`}>{name}</a>
        </li>
      ))}
    </ul>
  );
  return documentText({
    words,
    title: `${heading} · ${title}`,
    root: '../',
    children: (
      <main>
        <h1>{heading}</h1>
        {nav}
        <PageTable words={words} listed={listed} root="../" />
        {nav}
      </main>
    ),
  });
}
