// What aids run on: their contexts, the reader's position, the reading place, the ledger's tools. Comes with the first aid (mingdu-pack-aids.js),
// so that a toolbar with no aid on stays small. Not for deciding which aids run (assist.ts).
import { createHighlights } from './dom/highlights';
import { createInlineStyles } from './dom/inline-styles';
import { withoutTransitions } from './dom/transitions';
import { createUserStyles } from './dom/user-styles';
import type { Messages, UserStyles } from './host';
import { zhAid } from './i18n/zh-aid';
import type { ReadingPlace } from './page/reading-place';
import { createReadingPlace } from './page/reading-place';
import type { Position } from './position';
import { createPosition } from './position';
import type { Drawing, ShowPanel } from './panels/mount';
import { createPanels } from './panels/mount';
import type { Live } from './live';
import type { Run, RunParts } from './run-feature';
import { runFeature } from './run-feature';
import type { Session } from './session';

/** The kit of one session. */
export interface AidKit {
  readonly place: ReadingPlace;
  /** Starts an aid, fetching its script first. */
  run(parts: Omit<RunParts, 'page' | 'ledger' | 'position' | 'showPanel'>): Run;
}

/** What a kit needs of the runtime. */
export interface AidKitParts {
  /** How much of the window's top our bar covers, in CSS px. */
  topOf(): number;
  /** Absent where nothing is drawn: then panels never come. */
  readonly drawing?: Drawing | undefined;
  readonly settings: Live<unknown>;
  loadScript(file: string): Promise<void>;
  /** The host's USER-origin channel. */
  readonly styles: UserStyles | null;
}

/** What `mingdu-pack-aids.js` registers. */
export interface AidKitScript {
  /** The Chinese words that only a running aid brings up. */
  readonly words: Partial<Messages>;
  createKit(session: Session, parts: AidKitParts): AidKit;
}

export const aidKitScript: AidKitScript = {
  words: zhAid,
  createKit({ page, ledger, stage, fence, mute, signal }, { topOf, drawing, settings, loadScript, styles }) {
    const inline = createInlineStyles();
    const work = (promise: Promise<void>) => page.schedule.pending(promise);
    ledger.equip({ inline: styles ? createUserStyles({ document: page.document, styles, inline, mute, work }) : inline, highlights: createHighlights(page.document), withoutTransitions });
    const position: Position = createPosition(page, fence);
    const showPanel: ShowPanel = drawing ? createPanels({ document: page.document, stage, drawing, settings, fence, loadScript }) : async () => undefined;
    return {
      place: createReadingPlace(page, topOf, signal),
      run: (parts) => runFeature({ ...parts, page, ledger, position, showPanel }),
    };
  },
};
