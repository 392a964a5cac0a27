// The ledger of all we changed in a document: makes the Edits of each owner and undoes one owner's layer.
// Not for single kinds of edits: sheets.ts, marks.ts, inline-styles.ts, annotations.ts, shadow-host.ts.
import type { Fence } from '../fence';
import type { Live } from '../live';
import type { Root } from '../page/page';
import type { AnnotationBook, CreateAnnotations, OwnerAnnotations } from './annotations';
import type { Edits } from './edits';
import { stopped } from './edits';
import type { Highlights } from './highlights';
import type { InlineStyles } from './inline-styles';
import { createMarks } from './marks';
import type { Stage } from './shadow-host';
import { createSheets } from './sheets';
import type { WithoutTransitions } from './transitions';

/** What aids need of the ledger beyond what the toolbar does; their code comes with the first aid. */
export interface LedgerTools {
  readonly inline: InlineStyles;
  readonly highlights: Highlights;
  readonly withoutTransitions: WithoutTransitions;
}

export interface Ledger {
  /** Gives the ledger its tools; before, overriding a style or painting a highlight is an error of ours. */
  equip(tools: LedgerTools): void;
  /** The edits of one owner; undone, all of them, when the signal aborts. */
  owner(signal: AbortSignal): Edits;
  /** Puts back what the page took out: sheets, our host. */
  mend(): void;
  /** Remembers nodes that the page took out and may put back after the end: they bear marks of ours. */
  leave(tops: readonly Node[]): void;
}

/** What the ledger stands on. */
export interface LedgerParts {
  readonly roots: Live<readonly Root[]>;
  readonly stage: Stage;
  /** The document's one book of annotations, made at the first call. */
  book(create: CreateAnnotations): AnnotationBook;
  readonly signal: AbortSignal;
  mute(run: () => void): void;
  readonly fence: Fence;
}

/** One ledger for a document; owners may end in any order. */
export function createLedger(parts: LedgerParts): Ledger {
  const { roots, stage, mute, signal } = parts;
  const sheets = createSheets(roots, mute, signal);
  let equipped: LedgerTools | null = null;
  const holding = sheets.owner();
  const atOnce = (run: () => void): void => (equipped ? equipped.withoutTransitions(roots.value, (css) => holding.set('once', css, 'all'), run) : run());
  const departed = new Set<(tops: readonly Node[]) => void>();

  // A shadow root goes with its host, and a frame's document with its frame.
  let served: readonly Root[] = [];
  roots.watch((next) => {
    const left = served.filter((root) => !next.includes(root)).map((root) => ('documentElement' in root ? root.documentElement : root));
    served = next;
    if (left.length > 0) leave(left);
  }, signal);

  function leave(tops: readonly Node[]): void {
    for (const run of departed) run(tops);
  }

  function tools(): LedgerTools {
    if (!equipped) throw new Error('Mingdu: no tools yet');
    return equipped;
  }

  return {
    equip(given) {
      equipped = given;
      // In place before it is wanted: one that comes while others change has Chromium lay the whole page out anew.
      holding.set('once', ' ', 'all');
    },
    mend() {
      sheets.mend();
      stage.mend();
    },
    leave,
    owner(until) {
      const self = {};
      const mySheets = sheets.owner();
      const marks = createMarks(() => roots.value);
      departed.add(marks.leave);
      let annotations: OwnerAnnotations | null = null;
      const overlays = new Map<string, ReturnType<Stage['overlay']>>();
      const names = new Set<string>();
      const undos: (() => void)[] = [];

      /** After the stop every edit throws, so an `await` followed by an edit needs no "am I still on?". */
      function alive(): void {
        if (until.aborted) throw stopped();
      }
      function edit<T>(run: () => T): T {
        alive();
        let result: T | undefined;
        mute(() => {
          result = run();
        });
        return result as T;
      }

      until.addEventListener(
        'abort',
        () => {
          departed.delete(marks.leave);
          mute(() => {
            const steps = [
              () => names.forEach((name) => tools().highlights.set(name, [])),
              () => overlays.forEach((overlay) => overlay.remove()),
              // Text before sheets: it must come back while they still hold it, or the page would be laid out twice.
              () => annotations?.undo(),
              mySheets.undo,
              () => equipped?.inline.undo(self),
              marks.undo,
              ...undos,
            ];
            // One that fails on a strange page keeps none of the others from giving back their part.
            let isUndone = false;
            const undo = () => {
              isUndone = true;
              for (const step of steps) parts.fence(step)();
            };
            parts.fence(() => atOnce(undo))();
            if (!isUndone) undo();
          });
        },
        { once: true },
      );

      return {
        sheet: (name, css, media) => edit(() => mySheets.set(name, css, media)),
        rule: (name, rule) => edit(() => mySheets.append(name, rule)),
        mark: (element, name, value) => edit(() => marks.set(element, name, value)),
        marked: (element, name) => marks.get(element, name),
        style: (element, property, value) => edit(() => tools().inline.set(self, element, property, value)),
        coming: () => equipped?.inline.coming() ?? null,
        overlay(name, css, above) {
          alive();
          let overlay = overlays.get(name);
          if (!overlay) overlays.set(name, (overlay = stage.overlay(css, above)));
          return overlay.root;
        },
        annotations(create) {
          alive();
          const mine = (annotations ??= parts.book(create).owner());
          return {
            set: (text, fill) => edit(() => mine.set(text, fill)),
            clear: (text) => edit(() => mine.clear(text)),
            has: mine.has,
            onLost: mine.onLost,
          };
        },
        highlight(name, ranges, priority) {
          alive();
          names.add(name);
          return tools().highlights.set(name, ranges, priority);
        },
        atOnce: (run) => edit(() => atOnce(run)),
        onUndo(run) {
          alive();
          undos.push(run);
        },
        batch: (run) => edit(() => (annotations ? annotations.together(run) : run())),
      };
    },
  };
}
