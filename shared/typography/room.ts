// Decides when and around what room is made for text that has grown: around what is in view at once, elsewhere a part at a time;
// later only where something changed or came into sight. How boxes give way is in relax.ts, which part is next in parts.ts.
import type { Before } from './before';
import { lookBefore } from './before';
import { boxesAround } from './boxes';
import { flatParent } from './carriers';
import { BOUND, boundRoots, GROWN_EVENT, tellGrown } from './frames';
import { createParts } from './parts';
import { holdsManyParts, relax } from './relax';
import { createRemedyBook, MEASURED } from './remedy-book';
import type { TypographyContext } from './typography';

export interface Room {
  /** These elements carry text. @param isInline whether it is but a part of a line */
  note(carrier: Element, isInline: boolean): void;
  /** Reads how the page is before anything grows; only the first time, or after `forget`. */
  remember(): void;
  /** Gives all boxes back, as before the first `make`. */
  forget(): void;
  /** Makes room: around what is in view now, elsewhere soon. */
  make(factor: number): void;
  /** Something changed there: makes room around it in the next frame. */
  disturb(nodes: Iterable<Node>): void;
  /** The page has written to these elements' style, maybe to move or close them: what we had done to them ends. */
  release(elements: Iterable<Element>): void;
}

/** An animated box is written to at every frame; it is looked at no oftener than this. */
const CALM_MS = 250;
/** The same for a page that is still coming. */
const COMING_MS = 400;

/** @param prefix begins the names of the marks: each aid has its own */
export function createRoom(context: TypographyContext, prefix: string): Room {
  const { page, edits, signal } = context;
  const book = createRemedyBook(edits, () => page.roots.value, prefix);
  /** All elements with text, and whether each is but a part of a line. */
  const carriers = new Map<Element, boolean>();
  const disturbed = new Set<Element>();
  const released = new Set<Element>();
  const waitsForSight = new Set<Element>();
  const parts = createParts(context, { documents, tend: run, close });
  let before: Before | null = null;
  let factor = 1;
  let waiting = false;
  let calming = false;
  let cancelTending = (): void => undefined;

  const sight = context.observeIntersection(
    (entries) => {
      const seen = entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target);
      for (const element of seen) stopWaiting(element);
      disturb(seen);
    },
    { rootMargin: '100%' },
  );

  // The event does not rise from the frame's element, but passes here on its way down.
  context.listen(page.document, GROWN_EVENT, ({ target }) => target instanceof Element && disturb([target]), { capture: true });

  function stopWaiting(element: Element): void {
    waitsForSight.delete(element);
    sight.unobserve(element);
  }

  function documents(): Document[] {
    return page.roots.value.filter((root): root is Document => 'documentElement' in root && root.defaultView !== null);
  }

  function run(texts: readonly Element[], isPart: boolean): void {
    if (!before) return;
    const boxes = boxesAround(texts);
    relax({ boxes, texts, documents: documents(), before, book, factor, isPart });
    tellGrown(documents());
    waitForHidden(texts);
  }

  function close(texts: readonly Element[]): void {
    if (!before) return;
    const boxes = new Set([...boxesAround(texts)].filter(holdsManyParts));
    if (boxes.size > 0) relax({ boxes, texts: [], documents: documents(), before, book, factor, isPart: false });
  }

  /** What is not shown now (menus, tabs) has no boxes to judge: it gets its room when it is first seen. */
  function waitForHidden(texts: readonly Element[]): void {
    for (const text of texts) {
      if (text.getClientRects().length > 0) continue;
      let hidden = text;
      for (let at = flatParent(text); at && at.getClientRects().length === 0; at = flatParent(at)) hidden = at;
      if (waitsForSight.has(hidden) || !hidden.isConnected) continue;
      waitsForSight.add(hidden);
      sight.observe(hidden);
    }
  }

  function tend(): void {
    const tops = [...disturbed].filter((element) => element.isConnected);
    disturbed.clear();
    if (tops.length === 0 || !before) return;
    const texts = [...carriers.keys()].filter((carrier) => tops.some((top) => top.contains(carrier) || carrier.contains(top)));
    before.meet(boxesAround(texts));
    run(texts, false);
  }

  function disturb(nodes: Iterable<Node>): void {
    for (const node of nodes) {
      const element = node.nodeType === 1 ? (node as Element) : (node.parentElement ?? (node as Partial<ShadowRoot>).host);
      if (element) disturbed.add(element);
    }
    if (disturbed.size === 0 || waiting) return;
    waiting = true;
    // A page that is still coming changes with every frame, and all is begun anew when it is there.
    if (page.document.readyState === 'loading') cancelTending = context.later(tendSoon, COMING_MS);
    else tendSoon();
  }

  function tendSoon(): void {
    const step = (): number => {
      waiting = false;
      tend();
      return 0;
    };
    context.pending(page.schedule.slice(step, 1, signal));
  }

  function prune(): void {
    for (const carrier of carriers.keys()) if (!carrier.isConnected) carriers.delete(carrier);
    for (const element of waitsForSight) if (!element.isConnected) stopWaiting(element);
  }

  return {
    note(carrier, isInline) {
      carriers.set(carrier, isInline);
    },
    remember() {
      if (before) return;
      before = lookBefore(carriers, documents());
      for (const root of boundRoots(documents(), before.wholeFrames)) edits.mark(root, `${prefix}-${BOUND}`, '');
    },
    forget() {
      before = null;
      book.clear();
      for (const { documentElement } of documents()) edits.mark(documentElement, `${prefix}-${BOUND}`, null);
    },
    make(next) {
      factor = next;
      prune();
      // All texts are seen to now, those that wait too.
      cancelTending();
      waiting = false;
      disturbed.clear();
      book.clear(MEASURED);
      parts.begin([...carriers.keys()]);
    },
    disturb,
    release(elements) {
      for (const element of elements) {
        book.clearOf(element);
        released.add(element);
      }
      if (calming || released.size === 0) return;
      calming = true;
      context.later(() => {
        calming = false;
        disturb(released);
        released.clear();
      }, CALM_MS);
    },
  };
}
