// Makes room for text that has grown: finds boxes that newly cut, cover or push out their text, and lets them give way.
// Works in rounds of reads first, then writes. What gives way how is decided in tall.ts, wide.ts, controls.ts.
import type { Reach } from './boxes';
import { boxesAround, reachesOf } from './boxes';
import { controlRemedies } from './controls';
import { roomRule } from './room-rules';
import type { Remedy } from './tall';
import { tallRemedies } from './tall';
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

/** @param prefix begins the names of the marks: each aid has its own */
export function createRoom(context: TypographyContext, prefix: string): Room {
  const { page, edits } = context;
  const carriers = new Set<Element>();
  const reaches = new WeakMap<Element, Reach>();
  const widthWas = new WeakMap<Document, boolean>();
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
        // A minimum once set stays: read again, it would grow with every round.
        if (now !== null && mark !== 'high') continue;
        if (now === value) continue;
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

  /** Rounds of reading and writing over some boxes, until nothing is left to do. */
  function relax(boxes: ReadonlySet<Element>, texts: readonly Element[]): void {
    const tallStages = new Map<Element, number>();
    const wideStages = new Map<Element, number>();
    const next = (stages: Map<Element, number>, element: Element): number => {
      const stage = stages.get(element) ?? 0;
      stages.set(element, stage + 1);
      return stage;
    };
    write(texts.flatMap(controlRemedies));
    for (let round = 0; round < ROUNDS; round += 1) {
      const remedies: Remedy[] = [];
      const wide = new Set<Element>();
      for (const box of boxes) if (isTooWide(box, reaches.get(box))) wide.add(box);
      const outer = new Set<Element>();
      for (const box of wide) for (let at = box.parentElement; at && !outer.has(at); at = at.parentElement) outer.add(at);
      for (const box of wide) if (!outer.has(box)) remedies.push(...wideRemedies(box, next(wideStages, box)));
      for (const document of documents()) {
        if (widthWas.get(document) !== false || !isSideways(document)) continue;
        for (const text of beyondWindow(document, texts)) remedies.push(...windowRemedies(text, round));
      }
      // Width first: what wraps decides how high a box has to be.
      if (round < ROUNDS - 3 && write(remedies) > 0) continue;
      for (const box of boxes) {
        const some = tallRemedies(box, reaches.get(box), factor, tallStages.get(box) ?? 0);
        if (some.length > 0) next(tallStages, box);
        remedies.push(...some);
      }
      if (write(remedies) === 0 && round > 1) break;
    }
  }

  function tend(): void {
    const tops = [...disturbed].filter((element) => element.isConnected);
    disturbed.clear();
    if (tops.length === 0) return;
    const texts = [...carriers].filter((carrier) => tops.some((top) => top.contains(carrier) || carrier.contains(top)));
    relax(boxesAround(texts), texts);
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
      reachesOf(boxesAround(carriers), [...carriers], reaches);
      for (const document of documents()) widthWas.set(document, isSideways(document));
    },
    async make(next) {
      factor = next;
      made = true;
      for (const carrier of carriers) if (!carrier.isConnected) carriers.delete(carrier);
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
