// Measures a page in a real browser and tells what it has lost: texts, faults of layout, contrast by pixels, pictures and icons,
// exact restoration. The door to this folder. No test runner in here; what a figure must be is for the tests to say.
//
//   const before = await measure(page, { pixels: true });
//   … change the page …
//   const findings = findingsOf(before, await measure(page, { pixels: true }), { factor: 2, contrast: 7 });
import { code } from 'mingdu:in-page/probe';
import type { Frame, Page } from 'puppeteer-core';
import type { Finding, Measurement } from './compare';
import { contrastOf, type LineContrast } from './contrast';
import type { Fault } from './layout';
import type { LineInView } from './lines';
import type { Probe } from './page-side';
import { decodePng } from './png';
import { signPixels, type SignPixels } from './sign-pixels';
import type { SignInView } from './signs';
import type { MeasuredText } from './texts';
import type { SnapshotOptions } from './snapshot';

export { FINDING_KINDS, findingsOf, lettered, newFaults, sentencesOf, sizeRatios, type Aim, type SizeRatio } from './compare';
export type { Fault, Finding, LineContrast, MeasuredText, Measurement, SignPixels };

/** The page-side code as one classic script. */
export const pageSideCode = (): string => code;

async function ask<Answer>(page: Page | Frame, call: string): Promise<Answer> {
  if (!(await page.evaluate('typeof mingduProbe === "object"'))) await page.evaluate(code);
  return (await page.evaluate(`mingduProbe.${call}`)) as Answer;
}

/** Visible texts, document order; ids stay the same until the page is loaded anew. */
export const measureTexts = (page: Page | Frame) => ask<MeasuredText[]>(page, 'texts()');

/** Texts that are clipped, overlap, need sideways scrolling, and numbers torn over two lines. Covered ones are in `measure` alone. */
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

/** Selectors of what findings are about, in their order; '' for what is no longer in the page. */
export const placesOf = (page: Page | Frame, findings: readonly Pick<Finding, 'ids'>[]) =>
  ask<string[]>(page, `where(${JSON.stringify(findings.map(({ ids }) => ids[0] ?? 0))})`);

export interface MeasureOptions {
  /** Whether to take screenshots for contrast and signs as well; needs a device pixel ratio of 1. */
  readonly pixels?: boolean;
  /** How many windows' heights of pixels to look at, from the top; all (but no more than 25) if not given. */
  readonly screens?: number;
  /** Waits until the page has come to rest where it has been scrolled to. */
  settle?(): Promise<void>;
}

const MOST_SCREENS = 25;
const MOST_LOOKS = 3;
const LOOK_AGAIN_MS = 150;
/** A contrast under which there is nothing to be seen. */
const BLANK = 1.3;
/** Two looks share so much, or a line at the edge would be in neither as a whole. */
const SHARED_PX = 100;

/** Measures all there is to measure. The page is scrolled from end to end and put back. */
export async function measure(page: Page, options: MeasureOptions = {}): Promise<Measurement> {
  const { settle } = options;
  // What has come to rest has done so in the window and one window's height around it.
  if (settle !== undefined) await walk(page, MOST_SCREENS, settle, 2);
  const survey = await ask<ReturnType<Probe['survey']>>(page, 'survey()');
  const pixels = options.pixels === true ? await measurePixels(page, options) : { lines: [], signs: [], gone: [] };
  return { ...survey, ...pixels };
}

/** Scrolls window by window from the top and runs at each stop; the page is put back. */
async function walk(page: Page, screens: number, run: (y: number) => Promise<void>, stride = 1): Promise<void> {
  const { windowHeight, x, y } = await measurePage(page);
  for (let screen = 0; screen < screens; screen += 1) {
    const top = screen * stride * Math.max(100, windowHeight - SHARED_PX);
    // The page may grow while it is walked.
    if (screen > 0 && top >= (await measurePage(page)).height) break;
    await scrollPage(page, 0, top);
    await run((await measurePage(page)).y);
  }
  await scrollPage(page, x, y);
}

/** Contrast of each visible line and the look of each sign, window by window from the top; each counts once. */
export async function measurePixels(page: Page, options: Omit<MeasureOptions, 'pixels'> = {}): Promise<Pick<Measurement, 'lines' | 'signs' | 'gone'>> {
  const lines = new Map<string, LineContrast>();
  const signs = new Map<string, SignPixels>();
  await walk(page, options.screens ?? MOST_SCREENS, async (y) => {
    await options.settle?.();
    for (let look = 0; look < MOST_LOOKS; look += 1) {
      const found = await shoot(page);
      for (const line of found.lines) {
        const key = `${line.id} ${Math.round(line.box.top + y)} ${Math.round(line.box.left)}`;
        if (line.ratio > (lines.get(key)?.ratio ?? 0)) lines.set(key, line);
      }
      for (const sign of found.signs) {
        const known = signs.get(sign.key);
        // Pictures are decoded late: of like looks the one that shows most counts.
        const better = known === undefined || (sign.whole === known.whole ? sign.inside > known.inside : sign.whole);
        if (better) signs.set(sign.key, sign);
      }
      // A screenshot can be older than the page it is of, on a busy machine: what seems to be invisible is looked at once more.
      if (found.lines.every(({ ratio, text }) => ratio > BLANK || !/[\p{L}\p{N}]/u.test(text)) && found.signs.every(({ inside, around }) => Math.max(inside, around) > BLANK)) break;
      if (look + 1 < MOST_LOOKS) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  });
  return { lines: [...lines.values()], signs: [...signs.values()], gone: await ask<string[]>(page, 'signsGone()') };
}

async function shoot(page: Page): Promise<{ lines: LineContrast[]; signs: SignPixels[] }> {
  const lines = await ask<LineInView[]>(page, 'lines()');
  const signs = await ask<SignInView[]>(page, 'signs()');
  const shot = decodePng(await page.screenshot({ type: 'png' }));
  return { lines: contrastOf(lines, shot), signs: signPixels(signs, shot) };
}

/**
 * Contrast of each visible line alone.
 * @param screens how many windows' heights to look at; 5 if not given.
 */
export async function measureContrast(page: Page, screens = 5): Promise<LineContrast[]> {
  return [...(await measurePixels(page, { screens })).lines];
}

/** The part of a list (0 to 1) for which something holds; NaN for an empty list, which passes no bar. */
export function partOf<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? NaN : items.filter(holds).length / items.length;
}
