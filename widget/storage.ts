// The reader's choices in the site's localStorage. Blocked, full or broken storage is never a failure: then this page remembers alone.
import type { SettingsStorage } from '../shared/host';
import type { StoredState } from '../shared/settings/store';
import { STORAGE_KEY, type Access } from './stored';

/** A storage that is known without waiting, and can be made to speak. */
export interface OwnStorage extends SettingsStorage {
  /** What is stored as far as is known now, unchecked. */
  known(): object | undefined;
  /** Tells who follows what is stored, as if another tab had written. */
  tell(): void;
}

/**
 * @param window the page's window
 * @param access its localStorage: handed over, because the loader has it already
 */
export function createLocalStorage(window: Window, { known, keep }: Access): OwnStorage {
  /** Kept when the store refuses; undefined while it has not. */
  let memory: StoredState | undefined;
  /** What the store held when it was last known; undefined before it could be read, and until then nothing is written over it. */
  let held: object | undefined;
  let told: (stored: unknown) => void = () => undefined;
  const read = () => memory ?? (held = known() ?? held);
  return {
    known: read,
    read: async () => read(),
    tell: () => told(read()),
    async update(change) {
      const state = change(read());
      memory = state;
      try {
        if (!held) return false;
        keep(state);
        held = state;
        memory = undefined;
        return true;
      } catch (error) {
        // SecurityError (blocked) and QuotaExceededError (full) alike: what the reader chose holds for this page.
        if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
        return false;
      }
    },
    onChange(run, signal) {
      told = run;
      const follow = () => {
        memory = undefined;
        run(read());
      };
      // A page that comes back from the browser's memory was told of nothing meanwhile.
      window.addEventListener('pageshow', (event) => event.persisted && follow(), { signal });
      window.addEventListener('storage', ({ key }) => (key === STORAGE_KEY || key === null) && follow(), { signal });
    },
  };
}
