// The reader's choices in the site's localStorage. Blocked, full or broken storage is never a failure: then this page remembers alone.
import type { SettingsStorage } from '../shared/host';
import type { StoredState } from '../shared/settings/store';
import { readStored, STORAGE_KEY, writeStored } from './stored';

/** @param window the page's window */
export function createLocalStorage(window: Window): SettingsStorage {
  /** Kept when the store refuses; undefined while it has not. */
  let memory: unknown;
  const read = () => (memory === undefined ? readStored(window) : memory);
  return {
    read: async () => read(),
    async update(change) {
      const state: StoredState = change(read());
      try {
        writeStored(window, state);
        memory = undefined;
        return true;
      } catch (error) {
        // SecurityError (blocked) and QuotaExceededError (full) alike: what the reader chose holds for this page.
        memory = state;
        if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
        return false;
      }
    },
    onChange(run, signal) {
      // A page that comes back from the browser's memory was told of nothing meanwhile.
      window.addEventListener('pageshow', (event) => event.persisted && run(readStored(window)), { signal });
      window.addEventListener(
        'storage',
        (event) => {
          if (event.key === STORAGE_KEY || event.key === null) run(readStored(window));
        },
        { signal },
      );
    },
  };
}
