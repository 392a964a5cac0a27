// Reads what the widget stored; small, because the loader carries it too. Writes it too, for whoever answers what it throws.
import { asItIs } from '../shared/as-it-is';

/** The key in localStorage; public. */
export const STORAGE_KEY = 'mingdu';

/** What is stored, unchecked; null when nothing is there, it is no JSON, or the store is blocked. */
export function readStored(window: Window): unknown {
  try {
    return JSON.parse(window.localStorage.getItem(STORAGE_KEY) ?? 'null');
  } catch {
    // Blocked (SecurityError), absent (TypeError) or not JSON (SyntaxError): all mean that nothing is known.
    return null;
  }
}

/** What there is to a store: reading what is known now, unchecked, and writing. */
export interface Access {
  known(): unknown;
  /** @throws whatever the store throws */
  keep(state: object): void;
}

/** The page's own localStorage. @param window the page's window */
export function localAccess(window: Window): Access {
  return { known: () => readStored(window), keep: (state) => writeStored(window, state) };
}

/** @throws DOMException where the store is blocked or full */
function writeStored(window: Window, state: object): void {
  window.localStorage.setItem(STORAGE_KEY, JSON.stringify(state, asItIs));
}
