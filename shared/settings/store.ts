// What the reader chose, kept in the host's storage and followed from tab to tab. Not for what a setting is (schema.ts).
import type { KeptKey } from '../feature';
import type { Fence } from '../fence';
import type { Live, LiveCell } from '../live';
import { createLive } from '../live';
import type { Patch, Settings } from './schema';
import type { Rules } from './check';
import { chosenOf, parseSettings } from './check';
import type { SettingsStorage } from '../host';

/** The public form of what is stored; see "Storage" in the README. Keys that we do not know survive. */
export interface StoredState {
  readonly version: 1;
  readonly on: boolean;
  readonly toolbar: 'open' | 'folded' | 'none';
  /** Only what the reader changed. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly [later: string]: unknown;
}

/** What is known of the store at a moment, checked. */
export interface State {
  readonly on: boolean;
  readonly toolbar: StoredState['toolbar'];
  readonly settings: Settings;
  readonly chosen: Patch;
  /** What is kept beside the settings, as stored: whoever uses it checks it. */
  readonly kept: Readonly<Record<KeptKey, unknown>>;
}

export interface Store {
  readonly state: Live<State>;
  /** Reads what is stored; call before anything else counts. */
  load(): Promise<void>;
  /** Changes some keys; null for a setting takes it back to the default. Written key by key over what is stored then. False: for this page only. */
  write(change: {
    on?: boolean;
    toolbar?: StoredState['toolbar'];
    settings?: Readonly<Record<string, Patch[string] | null>>;
    /** Makes what is kept beside the settings out of what is stored of it then; undefined leaves it. */
    kept?: Partial<Record<KeptKey, (stored: unknown) => unknown>>;
  }): Promise<boolean>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads any stored value, key by key; what is missing, foreign or broken counts as the default. */
export function parseState(rules: Rules, stored: unknown): State {
  const record = isRecord(stored) ? stored : {};
  return {
    on: record['on'] === true,
    toolbar: record['toolbar'] === 'open' || record['toolbar'] === 'folded' ? record['toolbar'] : 'none',
    settings: parseSettings(rules, record['settings']),
    chosen: chosenOf(rules, record['settings']),
    kept: { readings: record['readings'], places: record['places'], consent: record['consent'], keys: record['keys'], presets: record['presets'], seen: record['seen'] },
  };
}

/**
 * @param signal ends the following of other tabs
 */
export function createStore(storage: SettingsStorage, rules: Rules, signal: AbortSignal, fence: Fence): Store {
  const state: LiveCell<State> = createLive(parseState(rules, null));
  storage.onChange(fence((stored: unknown) => state.set(parseState(rules, stored))), signal);

  return {
    state,
    async load() {
      state.set(parseState(rules, await storage.read()));
    },
    async write(change) {
      const merge = (stored: unknown): StoredState => {
        const record = isRecord(stored) ? stored : {};
        const settings: Record<string, unknown> = isRecord(record['settings']) ? { ...record['settings'] } : {};
        for (const [key, value] of Object.entries(change.settings ?? {})) {
          const rule = rules[key];
          if (value === null || value === (rule ? rule[0] : false)) delete settings[key];
          else settings[key] = value;
        }
        const now = parseState(rules, record);
        const kept: Record<string, unknown> = {};
        for (const [key, make] of Object.entries(change.kept ?? {})) {
          const made = make(record[key]);
          if (made !== undefined) kept[key] = made;
        }
        return { ...record, ...kept, version: 1, on: change.on ?? now.on, toolbar: change.toolbar ?? now.toolbar, settings };
      };
      return storage.update((stored) => {
        const merged = merge(stored);
        state.set(parseState(rules, merged));
        return merged;
      });
    },
  };
}
