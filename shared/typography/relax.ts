// The rounds in which boxes give way to text that has grown: reads first, then writes, until nothing is left to do.
// What gives way how is decided in tall.ts, wide.ts, controls.ts, overlap.ts, floating.ts, grounds.ts.
import { up } from '../dom/marker';
import type { Before } from './before';
import { imagesOf, isSideways } from './before';
import { cuts } from './boxes';
import { styleOf } from './style-of';
import { controlRemedies } from './controls';
import { floatingRemedies } from './floating';
import { heightOfFloats } from './floats';
import { frameRemedies, hiddenPart } from './frames';
import { grounds } from './grounds';
import { labelRemedies, numberRemedies, pillarRemedies } from './labels';
import { overlapRemedies, overlapsOf } from './overlap';
import type { Remedy, RemedyBook } from './remedy-book';
import { flowRemedies, tallRemedies } from './tall';
import { beyondWindow, isTooWide, wideRemedies, windowRemedies } from './wide';

/** Each round costs a layout; what has not come right by then stays. */
const ROUNDS = 6;
const PART_ROUNDS = 4;
/** How often what is too wide is asked to give way, each time more. */
const WIDE_STAGES = 2;
const SETTLE_ROUNDS = 3;

export interface Task {
  readonly boxes: ReadonlySet<Element>;
  /** Elements with text, in document order. */
  readonly texts: readonly Element[];
  readonly documents: readonly Document[];
  readonly before: Before;
  readonly book: RemedyBook;
  /** By how much text has grown. */
  readonly factor: number;
  /** Whether these are not all texts of the page. */
  readonly isPart: boolean;
}

/** What is higher than this, in windows, cannot be judged by a part of its content. */
const PART_WINDOWS = 4;

/** Whether a box is so large that room is made for its content part by part. */
export function holdsManyParts(box: Element): boolean {
  return box.clientHeight > PART_WINDOWS * (box.ownerDocument.defaultView?.innerHeight ?? 0);
}

/** Counts how often something was treated in vain. */
function createStages(): (element: Element) => number {
  const stages = new Map<Element, number>();
  return (element) => {
    const stage = stages.get(element) ?? 0;
    stages.set(element, stage + 1);
    return stage;
  };
}

/** Boxes give way first, then what is placed by hand; that may ask for room again. */
export function relax(task: Task): void {
  const { texts, documents, before, book } = task;
  const stageOf = createStages();
  // Controls and labels first, in the same look at the page as the boxes around them: each further look lays it out anew.
  let first: readonly Remedy[] = [...texts.flatMap(controlRemedies), ...labelRemedies(texts, before.reaches), ...pillarRemedies(texts, before.reaches), ...numberRemedies(texts)];
  for (let round = 0; round < PART_ROUNDS; round += 1) {
    giveWay(task, first);
    first = [];
    settle(task);
    if (part(task, stageOf) + book.write([...frameRemedies(documents, before.wholeFrames, (root, mark) => book.marked(root, mark) !== null), ...windowsUnlocked(documents, before)]) === 0) break;
  }
  book.write([...floatingRemedies(before.floating, texts), ...grounds(texts, before.reaches)]);
}

/** A window that does not scroll, and held everything before, is given its scrolling back rather than hide what has grown out of it. */
function windowsUnlocked(documents: readonly Document[], before: Before): Remedy[] {
  return documents
    .filter((document) => before.locked(document) && hiddenPart(document) > 0)
    .flatMap(({ documentElement, body }) => [documentElement, body])
    .filter((element) => cuts(styleOf(element), 'y'))
    .map((element) => ({ element, mark: 'unlock', value: '' }));
}

/** @param first what is decided already */
function giveWay({ boxes, texts, documents, before, book, factor, isPart }: Task, first: readonly Remedy[]): void {
  const tallStages = new Map<Element, number>();
  const wideStage = createStages();
  for (let round = 0; round < ROUNDS; round += 1) {
    const remedies: Remedy[] = round === 0 ? [...first] : [];
    const wide = [...boxes].filter((box) => isTooWide(box, before.reaches.get(box)) && !(isPart && holdsManyParts(box)));
    // What is too wide inside makes all around it too wide: the innermost first.
    const outer = new Set<Element>();
    for (const box of wide) for (let at = up(box); at && !outer.has(at); at = up(at)) outer.add(at);
    let isTooWideYet = wide.length > 0;
    for (const box of wide) if (!outer.has(box)) remedies.push(...wideRemedies(box, wideStage(box), before.widthOf));
    for (const document of documents) {
      if (before.sideways(document) === undefined || !isSideways(document)) continue;
      for (const text of beyondWindow(document, texts)) {
        if (before.wasBeyond(text)) continue;
        isTooWideYet = true;
        remedies.push(...windowRemedies(text, round, before.widthOf));
      }
    }
    for (const box of boxes) {
      if (book.marked(box, 'flow') !== null) remedies.push(...flowRemedies(box, before.widthOf(box)));
      const stage = tallStages.get(box) ?? 0;
      const some = tallRemedies(box, before.reaches.get(box), factor, stage);
      if (some.length > 0) tallStages.set(box, stage + 1);
      remedies.push(...some);
    }
    // What is too wide may have nothing that gives way at the first asking, and more at the next.
    if (book.write(remedies) === 0 && !(isTooWideYet && round < WIDE_STAGES)) return;
  }
}

/** Takes apart texts that lie over each other now and did not before. */
function part({ texts, documents, before, book }: Task, stageOf: (element: Element) => number): number {
  const remedies: Remedy[] = [];
  for (const pair of overlapsOf([...texts, ...imagesOf(documents)], before.placed)) {
    if (!before.overlapped(...pair)) remedies.push(...overlapRemedies(pair, stageOf(pair[1])));
  }
  return book.write(remedies);
}

/** What was held high while things around it were still moving comes down to what it needs. */
function settle({ boxes, book }: Task): void {
  for (let round = 0; round < SETTLE_ROUNDS; round += 1) {
    const high: Remedy[] = [];
    for (const element of boxes) {
      const now = book.marked(element, 'hold');
      if (now === null) continue;
      const need = heightOfFloats(element, styleOf(element), true, true);
      if (need < Number(now)) high.push({ element, mark: 'hold', value: String(need) });
    }
    if (high.length === 0) return;
    book.write(high.map((remedy) => ({ ...remedy, value: null })));
    book.write(high);
  }
}
