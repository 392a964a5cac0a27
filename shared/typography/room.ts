// Makes room for text that has grown: finds boxes that newly cut, cover or push out their text, and lets them give way.
// Works in rounds of reads first, then writes. What gives way how is decided in tall.ts, wide.ts, controls.ts.
import { MARK_PREFIX } from '../dom/marker';
import type { Reach } from './boxes';
import { boxesAround, reachesOf, styleOf } from './boxes';
import { controlRemedies } from './controls';
import { grounds } from './grounds';
import { isPlaced, overlapRemedies, overlapsOf } from './overlap';
import { roomRule } from './room-rules';
import type { Remedy } from './tall';
import { flowRemedies, heightOfFloats, tallRemedies } from './tall';
import type { TypographyContext } from './typography';
import { beyondWindow, isTooWide, wideRemedies, windowRemedies } from './wide';

export interface Room {
  /** These elements carry text. */
  note(carriers: Iterable<Element>): void;
  forget(element: Element): void;
  /** Reads how all boxes hold their content now; counts only before the first `make`. */
  remember(): void;
  /** Makes room everywhere. */
  make(factor: number): Promise<void>;
  /** Something changed there: makes room around it before the next frame. */
  disturb(nodes: readonly Node[]): void;
}

/** Each round costs a layout; what has not come right by then stays. */
const ROUNDS = 6;
const PART_ROUNDS = 4;
/** Marks whose value follows from how large text is now; a change of size begins them anew. */
const MEASURED = new Set(['high', 'hold']);

/** @param prefix begins the names of the marks: each aid has its own */
export function createRoom(context: TypographyContext, prefix: string): Room {
  const { page, edits } = context;
  const carriers = new Set<Element>();
  const reaches = new WeakMap<Element, Reach>();
  const sidewaysWas = new WeakMap<Document, boolean>();
  const widthOf = (box: Element): number => reaches.get(box)?.width ?? 0;
  /** Boxes that the page has put where they are by hand: only these lie over text once all boxes have room. */
  const placed = new Set<Element>();
  /** Texts that lay over each other before anything grew. */
  const overlapped = new WeakMap<Element, WeakSet<Element>>();
  const known = new Set<string>();
  const disturbed = new Set<Element>();
  let factor = 1;
  let made = false;

  function write(remedies: readonly Remedy[]): number {
    let count = 0;
    edits.batch(() => {
      for (const { element, mark, value } of remedies) {
        const name = `${prefix}-${mark}`;
        const now = edits.marked(element, name);
        // A minimum once set stays: read again, it would grow with every round. What is measured afresh may rise.
        if (value === null) {
          if (now !== null) edits.mark(element, name, null);
          count += now === null ? 0 : 1;
          continue;
        }
        if (now !== null && (!MEASURED.has(mark) || Number(now) >= Number(value))) continue;
        const key = `${mark}=${value}`;
        if (!known.has(key)) edits.rule('room', roomRule(prefix, mark, value));
        known.add(key);
        edits.mark(element, name, value);
        count += 1;
      }
    });
    return count;
  }

  function documents(): Document[] {
    return page.roots.value.filter((root): root is Document => 'documentElement' in root && root.defaultView !== null);
  }

  function isSideways(document: Document): boolean {
    const root = document.documentElement;
    return Math.max(root.scrollWidth, document.body?.scrollWidth ?? 0) > root.clientWidth + 2;
  }

  /** Boxes give way first, then what is placed by hand; that may ask for room again. */
  function relax(boxes: ReadonlySet<Element>, texts: readonly Element[]): void {
    write(texts.flatMap(controlRemedies));
    const stages = new Map<Element, number>();
    for (let round = 0; round < PART_ROUNDS; round += 1) {
      yieldAll(boxes, texts);
      settle(boxes);
      if (part(texts, stages) === 0) break;
    }
    write(grounds(texts, reaches));
  }

  /** Rounds of reading and writing over some boxes, until nothing is left to do. */
  function yieldAll(boxes: ReadonlySet<Element>, texts: readonly Element[]): void {
    const tallStages = new Map<Element, number>();
    const wideStages = new Map<Element, number>();
    const next = (stages: Map<Element, number>, element: Element): number => {
      const stage = stages.get(element) ?? 0;
      stages.set(element, stage + 1);
      return stage;
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      const remedies: Remedy[] = [];
      const wide = new Set<Element>();
      for (const box of boxes) if (isTooWide(box, reaches.get(box))) wide.add(box);
      const outer = new Set<Element>();
      for (const box of wide) for (let at = box.parentElement; at && !outer.has(at); at = at.parentElement) outer.add(at);
      for (const box of wide) if (!outer.has(box)) remedies.push(...wideRemedies(box, next(wideStages, box), widthOf));
      for (const document of documents()) {
        if (sidewaysWas.get(document) !== false || !isSideways(document)) continue;
        for (const text of beyondWindow(document, texts)) remedies.push(...windowRemedies(text, round, widthOf));
      }
      for (const box of boxes) {
        if (edits.marked(box, `${prefix}-flow`) !== null) remedies.push(...flowRemedies(box, widthOf(box)));
        const some = tallRemedies(box, reaches.get(box), factor, tallStages.get(box) ?? 0);
        if (some.length > 0) next(tallStages, box);
        remedies.push(...some);
      }
      if (write(remedies) === 0) break;
    }
  }

  /** Takes apart texts that lie over each other now and did not before. */
  function part(texts: readonly Element[], stages: Map<Element, number>): number {
    const remedies: Remedy[] = [];
    for (const pair of overlapsOf(texts, placed)) {
      if (overlapped.get(pair[0])?.has(pair[1]) || overlapped.get(pair[1])?.has(pair[0])) continue;
      const stage = stages.get(pair[1]) ?? 0;
      stages.set(pair[1], stage + 1);
      remedies.push(...overlapRemedies(pair, stage));
    }
    return write(remedies);
  }

  /** What was held high while things around it were still moving comes down to what it needs. */
  function settle(boxes: ReadonlySet<Element>): void {
    const name = `${prefix}-hold`;
    for (let round = 0; round < 3; round += 1) {
      const held = [...boxes].filter((box) => edits.marked(box, name) !== null);
      const needs = held.map((box): Remedy => ({ element: box, mark: 'hold', value: String(heightOfFloats(box, styleOf(box), true, true)) }));
      const high = needs.filter(({ element, value }) => Number(value) < Number(edits.marked(element, name)));
      if (high.length === 0) return;
      write(high.map((remedy) => ({ ...remedy, value: null })));
      write(high);
    }
  }

  function forgetMeasures(): void {
    edits.batch(() => {
      for (const mark of MEASURED) {
        const name = `${prefix}-${mark}`;
        for (const root of page.roots.value) {
          for (const element of root.querySelectorAll(`[${MARK_PREFIX}${name}]`)) edits.mark(element, name, null);
        }
      }
    });
  }

  function tend(): void {
    const tops = [...disturbed].filter((element) => element.isConnected);
    disturbed.clear();
    if (tops.length === 0) return;
    const texts = [...carriers].filter((carrier) => tops.some((top) => top.contains(carrier) || carrier.contains(top)));
    const boxes = boxesAround(texts);
    for (const box of boxes) if (isPlaced(box)) placed.add(box);
    relax(boxes, texts);
  }

  return {
    note(more) {
      for (const carrier of more) carriers.add(carrier);
    },
    forget(element) {
      carriers.delete(element);
    },
    remember() {
      if (made) return;
      const boxes = boxesAround(carriers);
      reachesOf(boxes, [...carriers], reaches);
      for (const box of boxes) if (isPlaced(box)) placed.add(box);
      for (const [one, other] of overlapsOf(carriers, placed)) overlapped.set(one, (overlapped.get(one) ?? new WeakSet()).add(other));
      for (const document of documents()) sidewaysWas.set(document, isSideways(document));
    },
    async make(next) {
      factor = next;
      made = true;
      for (const set of [carriers, placed]) for (const element of set) if (!element.isConnected) set.delete(element);
      forgetMeasures();
      relax(boxesAround(carriers), [...carriers]);
    },
    disturb(nodes) {
      for (const node of nodes) {
        const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
        if (element) disturbed.add(element);
      }
      if (disturbed.size > 0) context.frame(tend);
    },
  };
}
