// Measures a page in a real browser: texts, faults of layout, contrast by pixels, exact restoration. The door to instrument/.
// No test runner in here; what a figure must be is for the tests to say.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Frame, Page } from 'puppeteer-core';
import { contrastOf, type LineContrast } from './instrument/contrast';
import type { Fault } from './instrument/layout';
import type { LineInView } from './instrument/lines';
import type { Probe } from './instrument/page-side';
import { decodePng } from './instrument/png';
import type { MeasuredText } from './instrument/texts';
import type { SnapshotOptions } from './snapshot';

export type { Fault, LineContrast, MeasuredText };

let bundled: Promise<string> | undefined;

/** The page-side code as one classic script; made once. */
export function pageSideCode(): Promise<string> {
  bundled ??= build({
    entryPoints: [fileURLToPath(new URL('./instrument/page-side.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    target: ['chrome109', 'firefox115'],
    write: false,
  }).then((result) => result.outputFiles[0]?.text ?? '');
  return bundled;
}

async function ask<Answer>(page: Page | Frame, call: string): Promise<Answer> {
  if (!(await page.evaluate('typeof mingduProbe === "object"'))) await page.evaluate(await pageSideCode());
  return (await page.evaluate(`mingduProbe.${call}`)) as Answer;
}

/** Visible texts, document order; ids stay the same until the page is loaded anew. */
export const measureTexts = (page: Page | Frame) => ask<MeasuredText[]>(page, 'texts()');

/** Texts that are clipped, overlap, need sideways scrolling, and numbers torn over two lines. */
export const measureLayout = (page: Page | Frame) => ask<Fault[]>(page, 'faults()');

/** Document and window size, and scroll position, in CSS pixels. */
export const measurePage = (page: Page | Frame) => ask<ReturnType<Probe['size']>>(page, 'size()');

/** Scrolls at once and waits for two frames. */
export const scrollPage = (page: Page | Frame, x: number, y: number) => ask<void>(page, `scrollTo(${x}, ${y})`);

/** Takes a complete snapshot, kept in the page under a name. Resolves to the number of nodes. */
export const takePageSnapshot = (page: Page | Frame, name = 'before') => ask<number>(page, `take(${JSON.stringify(name)})`);

/** What differs from the snapshot, one sentence each; empty when the page is as it was. */
export const pageDifferences = (page: Page | Frame, options: SnapshotOptions = {}, name = 'before') =>
  ask<string[]>(page, `differences(${JSON.stringify(name)}, ${JSON.stringify(options)})`);

/** Ends timers that the page set so far. Call it before the product is opened. */
export const stopPageTimers = (page: Page | Frame) => ask<void>(page, 'stopTimers()');

/** How one text grew. */
export interface SizeRatio {
  readonly id: number;
  readonly text: string;
  /** Size now ÷ size before; 0 when it is no longer visible. */
  readonly ratio: number;
}

/** Compares two measurements of one page by the identity of text nodes; texts that came later are not in the list. */
export function sizeRatios(before: readonly MeasuredText[], after: readonly MeasuredText[]): SizeRatio[] {
  const sizes = new Map(after.map(({ id, size }) => [id, size]));
  return before.map(({ id, text, size }) => ({ id, text, ratio: (sizes.get(id) ?? 0) / size }));
}

/** The part of a list (0 to 1) for which something holds; NaN for an empty list, which passes no bar. */
export function partOf<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? NaN : items.filter(holds).length / items.length;
}

/**
 * Lines with a letter or a digit. A bar fills its box and so counts as its own ground; a middle dot has too few pixels of one colour.
 */
export function lettered(lines: readonly LineContrast[]): LineContrast[] {
  return lines.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** Faults that were not there before, by kind and the texts they are about. */
export function newFaults(before: readonly Fault[], after: readonly Fault[]): Fault[] {
  const key = ({ kind, ids }: Fault) => `${kind} ${ids.join()}`;
  const known = new Set(before.map(key));
  return after.filter((fault) => !known.has(key(fault)));
}

/**
 * Contrast of each visible line, window by window from the top; each line counts once.
 * Needs a device pixel ratio of 1. The page is scrolled and put back.
 * @param screens how many windows' heights to look at; 5 if not given.
 */
export async function measureContrast(page: Page, screens = 5): Promise<LineContrast[]> {
  const { windowHeight, height, x, y } = await measurePage(page);
  const measured = new Map<string, LineContrast>();
  for (let screen = 0; screen < screens; screen += 1) {
    const top = screen * windowHeight;
    if (screen > 0 && top >= height) break;
    await scrollPage(page, x, top);
    const lines = await ask<LineInView[]>(page, 'lines()');
    const at = (await measurePage(page)).y;
    const shot = decodePng(await page.screenshot({ type: 'png' }));
    for (const line of contrastOf(lines, shot)) {
      measured.set(`${line.id} ${Math.round(line.box.top + at)} ${Math.round(line.box.left)}`, line);
    }
  }
  await scrollPage(page, x, y);
  return [...measured.values()];
}
