// Everything that exists only while something is on: the page model, its observer, the ledger, the stage. Not for which aids run.
import type { AnnotationBook, CreateAnnotations } from './dom/annotations';
import type { Ledger } from './dom/ledger';
import { createLedger } from './dom/ledger';
import type { TextSource } from './dom/plain-text';
import { plainText } from './dom/plain-text';
import type { Stage } from './dom/shadow-host';
import { createStage } from './dom/shadow-host';
import type { Fence } from './fence';
import { createFence } from './fence';
import { createChanges } from './page/changes';
import { createPage } from './page/create-page';
import { createLive } from './live';
import type { BarePage, Root } from './page/page';
import type { createRoots, Roots } from './page/roots';
import { createSchedule } from './page/schedule';

export interface Session {
  readonly page: BarePage;
  readonly ledger: Ledger;
  readonly stage: Stage;
  /** Keeps errors of callbacks from the page, and ends with the session. */
  readonly fence: Fence;
  readonly signal: AbortSignal;
  /** Runs writes of ours that no observer shall hear of. */
  mute(run: () => void): void;
  /** Looks beyond the document, from now on. */
  reach(create: typeof createRoots): void;
  /** Delivers what the observer still holds, so that nothing is undone on stale knowledge. */
  flush(): void;
  end(): void;
}

/** How soon sheets come back that a page threw out without any other change; the only clock there is, and only while something is on. */
const MEND_MS = 1500;

/**
 * @param report is told of errors that belong to no aid
 */
export function createSession(document: Document, reachesFrames: boolean, report: (error: unknown) => void): Session {
  const controller = new AbortController();
  const { signal } = controller;

  const fence = createFence(report, signal);
  const roots = createLive<readonly Root[]>([document]);
  let others: Roots | null = null;
  const changes = createChanges(document, roots, fence, signal);
  const stage = createStage(document, changes.mute);
  let annotated: AnnotationBook | null = null;
  const book = (create: CreateAnnotations): AnnotationBook => {
    if (!annotated) {
      annotated = create({ mute: changes.mute });
      changes.onRecords(annotated.reconcile);
    }
    return annotated;
  };
  const texts: TextSource = {
    textOf: (text) => (annotated ?? plainText).textOf(text),
    pointAt: (text, offset) => (annotated ?? plainText).pointAt(text, offset),
    sourceOf: (node, offset) => (annotated ?? plainText).sourceOf(node, offset),
  };
  const ledger = createLedger({ roots, stage, book, mute: changes.mute, fence: createFence(report), signal });
  const schedule = createSchedule(document);
  const page = createPage({ document, roots, changes, schedule, texts });

  changes.onChange((change) => {
    if (change.removed.length > 0) ledger.leave(change.removed);
    if (change.added.length + change.removed.length > 0) others?.refresh(change.added);
    ledger.mend();
  }, signal);
  const mend = fence(() => ledger.mend());
  // What no observer tells: a page that assigned adoptedStyleSheets, a modal dialog or a fullscreen element above us.
  const view = document.defaultView as Window & typeof globalThis;
  const timer = view.setInterval(mend, MEND_MS);
  signal.addEventListener('abort', () => view.clearInterval(timer), { once: true });
  document.addEventListener('visibilitychange', mend, { signal });
  document.addEventListener('fullscreenchange', mend, { signal });
  document.addEventListener('toggle', mend, { signal, capture: true });

  return {
    page,
    ledger,
    stage,
    signal,
    fence,
    mute: changes.mute,
    reach: (create) => void (others ??= create(document, roots, reachesFrames, report, signal)),
    flush: changes.flush,
    end: () => controller.abort(),
  };
}
