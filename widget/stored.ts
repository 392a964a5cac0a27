// Reads what the widget stored; small, because the loader carries it too. Writes it too, for whoever answers what it throws.
import { asItIs } from '../shared/as-it-is';

/** The key in localStorage; public. */
export const STORAGE_KEY = 'mingdu';

/** What is stored, unchecked; `{}` when nothing of ours is there, undefined when it could not be read. */
export function readStored(window: Window): object | undefined {
  let known: object | undefined;
  try {
    const text = window.localStorage.getItem(STORAGE_KEY);
    known = {};
    const value: unknown = JSON.parse(text as string);
    return value instanceof Object ? value : known;
  } catch {
    // Blocked (SecurityError) or absent (TypeError): nothing is known. Not JSON (SyntaxError): nothing is there.
    return known;
  }
}

/** What there is to a store: reading what is known now, unchecked (undefined: it cannot be read, and must not be written over), and writing. */
export interface Access {
  known(): object | undefined;
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
