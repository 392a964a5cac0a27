// The reader's choices where the site keeps them: its account, a cookie for all its subdomains. What fails is left for the page's own storage, with
// one warning, and on this page nothing of what was chosen is lost. Not for the page's own storage (storage.ts).
import { asItIs } from '../shared/as-it-is';
import type { StoredState } from '../shared/settings/store';
import { isRecord, type SiteStore } from './option-kinds';
import type { OwnStorage } from './storage';

/** A site that takes longer than this is taken for one that will not answer. */
export const ANSWER_MS = 3000;

/**
 * Every press is written in order, the newest of those that wait; nobody waits for the site.
 * @param own the page's own storage, in reserve
 * @param warn is told once why the site's store was left
 */
export function createOutsideStorage(window: Window & typeof globalThis, store: SiteStore, own: OwnStorage, warn: (reason: string) => void): OwnStorage {
  let isBroken = false;
  let state: object | null = null;
  let reading: Promise<void> | null = null;
  /** How often something was written: what was read before counts no more. */
  let writes = 0;
  let next: string | null = null;
  let isWriting = false;

  async function inTime<T>(ask: () => T): Promise<Awaited<T>> {
    let timer = 0;
    const late = new Promise<never>((_, reject) => {
      timer = window.setTimeout(() => reject(new Error(`no answer in ${ANSWER_MS / 1000} s`)), ANSWER_MS);
    });
    try {
      return await Promise.race([(async () => ask())(), late]);
    } finally {
      window.clearTimeout(timer);
    }
  }

  /** From now on the page's own storage is used; what was chosen since goes there. */
  async function leave(what: string, error: unknown): Promise<void> {
    if (isBroken) return;
    isBroken = true;
    warn(`store: ${what} failed (${String(error instanceof Error ? error.message : error).slice(0, 200)}); the reader's choices are kept in localStorage`);
    const kept = state as StoredState;
    if (isRecord(state)) await own.update(() => kept);
  }

  function parsed(answer: unknown): object | null {
    if (answer === null || answer === undefined || answer === '') return null;
    if (typeof answer !== 'string') throw new TypeError('it gave no text');
    const value: unknown = JSON.parse(answer);
    if (value !== null && !isRecord(value)) throw new TypeError('it gave another text than it was given');
    return value;
  }

  async function look(): Promise<void> {
    const before = writes;
    const found = parsed(await inTime(() => store.read()));
    if (before === writes) state = found;
  }

  /** @returns when the site has answered, or will not */
  const lookFirst = (): Promise<void> => (reading ??= look().catch((error: unknown) => leave('read', error)));

  async function write(): Promise<void> {
    if (isWriting) return;
    isWriting = true;
    while (next !== null && !isBroken) {
      const text = next;
      next = null;
      try {
        await inTime(() => store.write(text));
      } catch (error) {
        await leave('write', error);
      }
    }
    isWriting = false;
  }

  let told: (stored: unknown) => void = () => undefined;
  let isFollowed = false;
  const known = () => (isBroken ? own.known() : state ?? {});
  return {
    known,
    tell: () => told(known()),
    async read() {
      const isFirst = reading === null;
      await lookFirst();
      // While nobody follows, another tab may have written; what is known holds where the site does not answer this time.
      if (!isFirst && !isFollowed && !isBroken && !isWriting) await look().catch(() => undefined);
      return isBroken ? own.read() : state;
    },
    async update(change) {
      await lookFirst();
      if (isBroken) return own.update(change);
      const changed = change(state);
      state = changed;
      writes += 1;
      next = JSON.stringify(changed, asItIs);
      void write();
      return true;
    },
    onChange(run, signal) {
      told = run;
      isFollowed = true;
      own.onChange((stored) => isBroken && run(stored), signal);
      // Another tab or another site of the account may have written meanwhile; nobody tells us.
      const again = (): void => {
        if (isBroken || isWriting) return;
        const before = JSON.stringify(state, asItIs);
        // What is known holds where the site does not answer this time.
        look().then(() => JSON.stringify(state, asItIs) !== before && run(state), () => undefined);
      };
      window.addEventListener('pageshow', (event) => event.persisted && again(), { signal });
      window.document.addEventListener('visibilitychange', () => !window.document.hidden && again(), { signal });
    },
  };
}
