// What the options page changes: the same store, settings, presets and steps as in a page, without a page. Not for what is drawn (page.tsx).
import { createChoices } from '../../shared/choices';
import type { Kept, KeptKey } from '../../shared/feature';
import { FEATURES } from '../../shared/features/index';
import { createFence } from '../../shared/fence';
import type { SettingsStorage } from '../../shared/host';
import { createLive, type Live } from '../../shared/live';
import type { Rules } from '../../shared/settings/check';
import { recordOf } from '../../shared/settings/presets';
import { createStore, type Store } from '../../shared/settings/store';
import type { ActedModel } from '../../shared/toolbar/actions';
import type { ToolbarModel } from '../../shared/toolbar/model';

/** There is no body text here; this is what browsers begin with. */
const BODY_PX = 16;

export interface DeskParts {
  readonly view: Window;
  readonly rules: Rules;
  readonly storage: SettingsStorage;
  readonly signal: AbortSignal;
  report(error: unknown): void;
  /** The store refused a change, which holds for this page alone. */
  onRefused(): void;
  /** What the panels of an aid offer: `speech/voices`, `find/keys`. */
  command(id: string, name: string): Promise<void>;
}

/** What the controls of the toolbar ask for, and the store. */
export interface Desk extends ActedModel, Pick<ToolbarModel, 'presets' | 'able'> {
  readonly store: Store;
  /** Says whether a setting has an effect on this machine. */
  setAble(setting: string, isAble: boolean): void;
  /** One of what is kept beside the settings. */
  kept(key: KeptKey): Kept;
  /** Whether what is chosen is applied when a page opens. */
  turn(on: boolean): Promise<void>;
  /** Reads the store; call before anything is shown. */
  begin(): Promise<void>;
}

/** Makes it; nothing is read or written yet. */
export function createDesk({ view, rules, storage, signal, report, onRefused, command }: DeskParts): Desk {
  const store = createStore(storage, rules, signal, createFence(report));
  const settings = createLive(store.state.value.settings);
  const able = createLive<ReadonlySet<string>>(new Set());
  const presets = createLive<ToolbarModel['presets']['value']>([]);
  const notice: Live<null> = createLive(null);

  async function write(change: Parameters<Store['write']>[0]): Promise<boolean> {
    const isKept = await store.write(change);
    if (!isKept) onRefused();
    return isKept;
  }

  const choices = createChoices({
    rules,
    settings,
    view,
    bodyPx: () => BODY_PX,
    kept: () => store.state.value.kept.presets,
    async write(patch, asked, kept) {
      // At once: a second press goes on from here, not from what the store had when the first was on its way.
      settings.set({ ...settings.value, ...patch });
      await write({ ...(asked && { on: true }), settings: patch, kept: { presets: (stored) => kept && { ...recordOf(stored), ...recordOf(kept) } } });
    },
  });

  store.state.watch((now) => {
    if (Object.keys(rules).some((key) => now.settings[key] !== settings.value[key])) settings.set(now.settings);
    presets.set([{ id: 'elder', isOn: choices.isPresetOn('elder') }]);
  }, signal);

  return {
    store,
    descriptors: FEATURES,
    settings,
    choices,
    presets,
    able,
    notice,
    undoable: choices.undoable,
    set: choices.change,
    undo: choices.undo,
    reset: choices.reset,
    command,
    // No aid runs here that could have failed.
    retry: () => undefined,
    setAble(setting, isAble) {
      if (able.value.has(setting) === isAble) return;
      const others = [...able.value].filter((one) => one !== setting);
      able.set(new Set(isAble ? [...others, setting] : others));
    },
    kept(key) {
      const value = createLive<unknown>(undefined);
      store.state.watch((now) => value.set(now.kept[key]), signal);
      return { value, update: (change) => write({ kept: { [key]: change } }) };
    },
    async turn(on) {
      await write({ on });
    },
    async begin() {
      await store.load();
      choices.begin(true);
    },
  };
}
