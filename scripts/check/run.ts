// One run of `mingdu check`: page after page, a row for each, the report at the end. Nothing of a page is kept between two.
// Not for reading the command line (command/arguments.ts) nor for what is done to a page (look/).
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDriver } from './browser/driver';
import { findChromium } from './browser/find';
import { memoryOf } from './browser/memory';
import type { CheckOptions } from './command/arguments';
import { createProgress, type Output } from './command/progress';
import { UsageError } from './command/usage';
import { filled, wordsOf } from './command/words';
import { lookAtPage, type Bench } from './look/look';
import { PICTURES } from './look/pictures';
import { readWidget } from './look/widget';
import { listPages, type PageList } from './pages/list';
import { clean } from './report/clean';
import { writeReport, type ReportSums } from './report/write';
import { appendRow, dropFailed, mendRows, readRows } from './store/rows';
import { openRun } from './store/run-file';

/** What the command itself brings. */
export interface Surroundings {
  readonly version: string;
  /** Folder of the built widget. */
  readonly widget: string;
  readonly output: Output;
  /** The command as it was called, to be called again. */
  readonly command: string;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}

export const EXIT = { clean: 0, found: 1, unusable: 2, interrupted: 130 } as const;

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 640 };
const MEMORY_EVERY = 20;

/** Ends early when the run is stopped. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

/** What has been looked at before. */
async function before(out: string): Promise<Set<string>> {
  const done = new Set<string>();
  for await (const { address } of readRows(out)) done.add(address);
  return done;
}

async function lookThrough(bench: Bench, list: PageList, done: ReadonlySet<string>, around: Surroundings): Promise<void> {
  const { driver, options } = bench;
  const words = wordsOf(options.lang);
  const progress = createProgress(around.output, words);
  const isOnline = /^https?:/.test(list.addresses[0] ?? '');
  let looked = 0;
  let left = list.addresses.filter((address) => !done.has(address)).length;
  let stop: () => void = () => undefined;
  // The driver may wait half a minute for a tab of a browser that is gone; nobody waits for the driver.
  const stopped = new Promise<undefined>((resolve) => {
    stop = () => {
      void driver.close();
      resolve(undefined);
    };
  });
  around.signal.addEventListener('abort', stop, { once: true });
  for (let at = 0; at < list.addresses.length; at += 1) {
    const address = list.addresses[at] ?? '';
    if (done.has(address)) continue;
    if (looked > 0 && isOnline) await pause(options.delayMs, around.signal);
    if (around.signal.aborted) return;
    progress.begin(at + 1, list.addresses.length, address);
    const seen = await Promise.race([lookAtPage(bench, { address, url: list.urlOf(address) }), stopped]);
    // What was interrupted is no finding.
    if (seen === undefined || around.signal.aborted) return;
    const { row, links } = seen;
    const known = list.addresses.length;
    list.follow(links, address, row.facts?.url);
    appendRow(options.out, row);
    looked += 1;
    left += list.addresses.length - known - 1;
    progress.end(at + 1, list.addresses.length, left, row);
    if (options.isVerbose && looked % MEMORY_EVERY === 0) progress.line(words.memory(Math.round(process.memoryUsage.rss() / 1024 / 1024), memoryOf(driver.processId)));
  }
  around.signal.removeEventListener('abort', stop);
}

function exitOf({ failOn }: CheckOptions, { barriers, hindrances, failed }: ReportSums): number {
  if (failOn === 'never') return EXIT.clean;
  return barriers + failed + (failOn === 'hindrance' ? hindrances : 0) > 0 ? EXIT.found : EXIT.clean;
}

/**
 * @returns the exit status
 * @throws UsageError where it cannot run as it was asked to
 */
export async function check(options: CheckOptions, around: Surroundings): Promise<number> {
  const words = wordsOf(options.lang);
  const agent = `MingduCheck/${around.version}`;
  const tell = (text: string) => void around.output.write(`${text}\n`);
  const executable = findChromium(options.browser);
  if (!existsSync(around.widget)) throw new UsageError('noSuchTarget', around.widget);
  const named = /^[a-z][a-z\d+.-]+:/i.test(options.target) ? options.target : resolve(options.target);
  const list = await listPages(options, agent, (address, error) => tell(words.lost(clean(address), clean(error instanceof Error ? error.message : error))));
  const driver = createDriver({ executable, ...(options.isPhone ? PHONE : DESKTOP), isPhone: options.isPhone, isOffline: options.isOffline });
  try {
    // Only now that there is something to look at: a slip in the target costs no earlier result.
    openRun(options, named, around.version);
    mendRows(options.out);
    if (options.retryFailed) await dropFailed(options.out);
    if (options.hasPictures) mkdirSync(join(options.out, PICTURES), { recursive: true });
    const done = await before(options.out);
    tell(words.begin(list.addresses.length, list.addresses.filter((address) => done.has(address)).length, resolve(options.out)));
    const bench: Bench = { driver, options, widget: readWidget(around.widget), agent, say: (kind, detail) => filled(words.failures[kind], clean(detail)) };
    await lookThrough(bench, list, done, around);
  } finally {
    await driver.close();
    await list.close();
  }
  if (around.signal.aborted) {
    tell(words.stopped(around.command));
    return EXIT.interrupted;
  }
  tell(words.reporting);
  // Over all rows, an earlier run's included.
  const sums = await writeReport(options.out, { lang: options.lang });
  const { pages, failed, barriers } = sums;
  tell(words.done(pages, failed, barriers, resolve(options.out, 'report.html')));
  if (failed > 0) tell(words.again(around.command));
  return exitOf(options, sums);
}
