// On a large page room is made part by part: what is in view and a screen around it first, whatever the reader scrolls to next,
// and the rest in small pieces when there is time. Not for how room is made (relax.ts).
import type { TypographyContext } from './typography';

export interface Parts {
  /** Begins anew with all texts of the page, in document order. What is near the window is done when this returns. */
  begin(texts: readonly Element[]): void;
}

export interface PartsTask {
  documents(): readonly Document[];
  /** Makes room around texts. @param isPart whether there are others that wait */
  tend(texts: readonly Element[], isPart: boolean): void;
  /** All parts are done: what holds many of them can be judged now. */
  close(texts: readonly Element[]): void;
}

/** A page of fewer texts is done in one go. */
const SMALL_PAGE_TEXTS = 2500;
/** Texts of one piece: at first, and at the least and most. */
const FIRST_PIECE = 100;
const LEAST_PIECE = 25;
const MOST_PIECE = 1000;
/** Of so many texts in a row, the first and the last tell where they are. */
const STRIDE = 20;
/** What a piece may take, and how long the page has for itself until the next. */
const AIM_MS = 16;
const PAUSE_MS = 40;
/** The reader looks at the change first; nothing that waits is in view. */
const FIRST_PAUSE_MS = 400;
/** A piece that was dear (a huge table is laid out anew for each) leaves the page so many times its own cost. */
const PAUSE_TIMES = 4;

export function createParts(context: TypographyContext, { documents, tend, close }: PartsTask): Parts {
  const { page, signal } = context;
  let texts: readonly Element[] = [];
  /** Which of them have been seen to. */
  let done = new Uint8Array(0);
  let at = 0;
  let piece = FIRST_PIECE;
  let cancel = (): void => undefined;
  let waiting = false;

  /** Takes the waiting texts within a screen of the window, each document's own. */
  function takeNear(): void {
    const screens = new Map(documents().map((document) => [document, document.defaultView?.innerHeight ?? 0]));
    const sideOf = (index: number): number => {
      const text = texts[index];
      if (!text) return 0;
      const screen = screens.get(text.ownerDocument) ?? 0;
      const { top, bottom, width } = text.getBoundingClientRect();
      return width === 0 || bottom < -screen ? -1 : top > screen * 2 ? 1 : 0;
    };
    const near: number[] = [];
    // Neighbours in the document are neighbours in the window: a stretch whose ends are both above it, or both below, is passed over.
    for (let from = 0, side = sideOf(0); from < texts.length; from += STRIDE) {
      const end = Math.min(from + STRIDE, texts.length);
      const nextSide = sideOf(end - 1);
      for (let index = from; index < end && (side === 0 || side !== nextSide); index += 1) if (!done[index] && sideOf(index) === 0) near.push(index);
      side = nextSide;
    }
    take(near);
  }

  function take(indices: readonly number[]): void {
    const alive: Element[] = [];
    for (const index of indices) {
      const text = texts[index];
      done[index] = 1;
      if (text?.isConnected) alive.push(text);
    }
    if (alive.length > 0) tend(alive, true);
  }

  function next(): void {
    const began = performance.now();
    const some: number[] = [];
    for (; at < texts.length && some.length < piece; at += 1) if (!done[at]) some.push(at);
    take(some);
    const cost = performance.now() - began;
    piece = Math.round(Math.min(MOST_PIECE, Math.max(LEAST_PIECE, (piece * AIM_MS) / Math.max(1, cost))));
    if (at < texts.length) cancel = context.later(next, Math.max(PAUSE_MS, cost * PAUSE_TIMES));
    else finish();
  }

  function finish(): void {
    const all = texts.filter((text) => text.isConnected);
    texts = [];
    close(all);
  }

  context.listen(
    page.document,
    'scroll',
    () => {
      if (texts.length === 0 || waiting) return;
      waiting = true;
      const step = (): number => {
        waiting = false;
        takeNear();
        return 0;
      };
      context.pending(page.schedule.slice(step, 1, signal));
    },
    { capture: true },
  );

  return {
    begin(all) {
      cancel();
      texts = [];
      if (all.length <= SMALL_PAGE_TEXTS) return tend(all, false);
      texts = all;
      done = new Uint8Array(all.length);
      at = 0;
      piece = FIRST_PIECE;
      takeNear();
      cancel = context.later(next, FIRST_PAUSE_MS);
    },
  };
}
