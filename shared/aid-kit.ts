// What aids run on: their contexts, the reader's position, the reading place, the ledger's tools. Comes with the first aid (mingdu-pack-aids.js),
// so that a toolbar with no aid on stays small. Not for deciding which aids run (assist.ts).
import type { Room } from './dom/room';
import { createHighlights } from './dom/highlights';
import { createInlineStyles } from './dom/inline-styles';
import { MARKER } from './dom/marker';
import { withoutTransitions } from './dom/transitions';
import { createUserStyles } from './dom/user-styles';
import type { Kept, KeptKey } from './feature';
import type { Host, Messages, UserStyles } from './host';
import { zhAid } from './i18n/zh-aid';
import { createFrameWork } from './page/frame-work';
import type { Page } from './page/page';
import { createRoots } from './page/roots';
import type { ReadingPlace } from './page/reading-place';
import { createReadingPlace } from './page/reading-place';
import { createTopLine } from './page/top-line';
import type { Position } from './position';
import { createPosition } from './position';
import type { Drawing, ShowPanel } from './panels/mount';
import { createPanels } from './panels/mount';
import type { Live } from './live';
import { createLive } from './live';
import { take } from './packs/registry';
import type { Readings } from './readings/port';
import type { ReadingsScript } from './readings/readings';
import type { Run, RunParts } from './run-feature';
import { runFeature } from './run-feature';
import type { Session } from './session';
import type { Settings } from './settings/schema';
import type { Store } from './settings/store';

/** The kit of one session. */
export interface AidKit {
  readonly place: ReadingPlace;
  /** Starts an aid, fetching its script first. */
  run(parts: Omit<RunParts, 'language' | 'turn' | 'page' | 'ledger' | 'position' | 'showPanel' | 'readings' | 'kept' | 'looks' | 'topLine' | 'focusBar' | 'site'>): Run;
}

/** What a kit needs of the runtime. */
export interface AidKitParts {
  /** How much of the window's top our bar covers, in CSS px. */
  topOf(): number;
  readonly room: Room;
  /** Absent where nothing is drawn: then panels never come. */
  readonly drawing?: Drawing | undefined;
  readonly settings: Live<Settings>;
  readonly store: Store;
  readonly host: Pick<Host, 'begun' | 'site'>;
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
  createKit({ page: bare, ledger, stage, fence, reach, mute, signal }, { topOf, room, drawing, settings, store, host, loadScript, styles }) {
    const page: Page = { ...bare, hints: host.site, schedule: { ...bare.schedule, slice: createFrameWork(bare.document) } };
    reach(createRoots);
    const inline = createInlineStyles(() => page.roots.value);
    // A page that copies a dialog in which the stage stands copies its element too, without what is in it.
    page.onChange(({ added, removed }) => {
      inline.leave(removed);
      for (const { parentNode } of added) parentNode?.querySelectorAll(`div[${MARKER}]`).forEach((copy) => copy.shadowRoot ?? mute(() => copy.remove()));
    }, signal);
    const work = (promise: Promise<void>) => page.schedule.pending(promise);
    ledger.equip({ inline: styles ? createUserStyles({ document: page.document, styles, inline, mute, work }) : inline, highlights: createHighlights(page.document), withoutTransitions });
    const position: Position = createPosition(page, fence);
    const showPanel: ShowPanel = drawing ? createPanels({ document: page.document, stage, room, drawing, settings, fence, loadScript }) : async () => undefined;
    const looks = createLive(0);
    const topLine = createTopLine(page);
    const kept = (key: KeptKey, until: AbortSignal) => keptIn(store, key, until);
    let readings: Promise<Readings> | null = null;
    const getReadings = () => {
      readings ??= take<ReadingsScript>('pack-readings', () => loadScript('mingdu-pack-readings')).then(
        (script) =>
          script.createReadings({
            page, settings, fence, signal,
            stored: kept('readings', signal).value,
            store: kept('readings', signal).update,
            loadPinyin: () => take('pack-pinyin', () => loadScript('mingdu-pack-pinyin')),
            warn: (message) => console.warn(message),
          }),
        (error: unknown) => {
          // Asked for again, it is fetched again.
          readings = null;
          throw error;
        },
      );
      return readings;
    };
    /** The toolbar's one stop for Tab, wherever it stands among what we draw. */
    const focusBar = () => {
      const layers = [...(stage.host?.shadowRoot?.querySelectorAll('.interface') ?? [])];
      const stop = layers.map(({ shadowRoot }) => shadowRoot?.querySelector<HTMLElement>('.bar [data-item][tabindex="0"], [data-item=pill]')).find(Boolean);
      stop?.focus();
      return stop !== undefined;
    };
    return {
      place: createReadingPlace(page, topOf, signal),
      run(parts) {
        const run = runFeature({ ...parts, language: drawing?.language.value ?? 'zh-CN', turn: drawing?.turn ?? ((words) => words), page, ledger, position, showPanel, readings: getReadings, kept, looks, topLine, focusBar, site: host.site });
        void run.started.then(() => host.begun?.(parts.descriptor.id));
        return run;
      },
    };
  },
};

/** One key of the store beside the settings, as it changes. */
function keptIn({ state, write }: Store, key: KeptKey, signal: AbortSignal): Kept {
  const value = createLive<unknown>(undefined);
  state.watch((now) => value.set(now.kept[key]), signal);
  return { value, update: (change) => write({ kept: { [key]: change } }) };
}
