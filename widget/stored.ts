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

/** @throws DOMException where the store is blocked or full */
export function writeStored(window: Window, state: object): void {
  window.localStorage.setItem(STORAGE_KEY, JSON.stringify(state, asItIs));
}
