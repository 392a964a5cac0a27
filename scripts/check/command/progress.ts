// One line a page: how far, how long still, what was found. What sites say of themselves turns no terminal about. On a terminal a line that is overwritten tells what is looked at now.
import { clean } from '../report/clean';
import { countOf } from '../report/sums';
import type { PageRow } from '../types';
import type { wordsOf } from './words';

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const MS_A_MINUTE = 60_000;
/** How much the latest page counts in the time that one takes. */
const WEIGHT = 0.2;
const ERASE = '\r\u001b[K';

const isWide = (character: string) => (character.codePointAt(0) ?? 0) > 0x2e7f;

/** As much of a text as fits into a line of the terminal. */
export function fitted(text: string, columns: number): string {
  let width = 0;
  let fits = '';
  for (const character of text) {
    width += isWide(character) ? 2 : 1;
    if (width >= columns) return fits;
    fits += character;
  }
  return fits;
}

export function createProgress(output: Output, words: ReturnType<typeof wordsOf>) {
  let usual = 0;
  const isLive = output.isTTY === true;
  const line = (text: string) => void output.write(`${isLive ? ERASE : ''}${text}\n`);
  return {
    line,
    begin(at: number, of: number, address: string) {
      if (isLive) output.write(ERASE + fitted(words.looking(at, of, clean(address)), output.columns ?? 80));
    },
    /** @param left pages that are still to be looked at */
    end(at: number, of: number, left: number, row: PageRow) {
      usual = usual === 0 ? row.ms : usual * (1 - WEIGHT) + row.ms * WEIGHT;
      const result = row.state === 'failed' ? words.failed + clean(row.failed) : words.found(countOf(row, 'barrier'), countOf(row, 'hindrance'));
      const rest = left === 0 ? '' : ` · ${words.left(Math.round((usual * left) / MS_A_MINUTE))}`;
      line(`[${at}/${of}] ${clean(row.address)} · ${result} · ${(row.ms / 1000).toFixed(1)} s${rest}`);
    },
  };
}
