// The widget's store, the page's own and the site's, whatever is in it and whichever calls fail: what was chosen holds on this page, always.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { StoredState } from '../../shared/settings/store';
import { createOutsideStorage } from '../../widget/outside-store';
import { createLocalStorage } from '../../widget/storage';
import { localAccess, readStored } from '../../widget/stored';
import { oddJson } from '../support/odd-values';
import { runs } from '../support/properties';

type Known = Readonly<Record<string, unknown>>;
const recordOf = (value: unknown): Known => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Known) : {});
const settingsOf = (value: unknown): Known => recordOf(recordOf(value)['settings']);
const choosing = (key: string, value: unknown) => (stored: unknown): StoredState => ({ ...recordOf(stored), version: 1, on: true, toolbar: 'open', settings: { ...settingsOf(stored), [key]: value } });

const KEYS = ['a', 'b', 'c'];
const json = oddJson(['settings', 'on', 'places', ...KEYS]).map((value) => JSON.stringify(value));
const content = fc.oneof({ weight: 3, arbitrary: json }, fc.string({ maxLength: 12 }), json.map((text) => text.slice(1)), fc.constant(null));
const choice = fc.record({ key: fc.constantFrom(...KEYS), value: fc.integer({ min: 1, max: 99 }), getFails: fc.boolean(), setFails: fc.boolean(), waits: fc.boolean() });

/** A page's window whose localStorage fails as told, and shows no error but the browser's. */
function windowWith(text: string | null) {
  let held = text;
  const fails = { get: false, set: false };
  const localStorage = {
    getItem: () => {
      if (fails.get) throw new DOMException('blocked', 'SecurityError');
      return held;
    },
    setItem: (_: string, next: string) => {
      if (fails.set) throw new DOMException('full', 'QuotaExceededError');
      held = next;
    },
  };
  const view = { localStorage, addEventListener: () => undefined, setTimeout: window.setTimeout.bind(window), clearTimeout: window.clearTimeout.bind(window), document } as unknown as Window & typeof globalThis;
  return { view, fails, held: () => held };
}

describe('the page’s own store', () => {
  it('holds all that was chosen on this page, and keeps it once it can', async () => {
    await fc.assert(
      fc.asyncProperty(content, fc.array(choice, { maxLength: 10 }), async (first, choices) => {
        const { view, fails, held } = windowWith(first);
        const storage = createLocalStorage(view, localAccess(view));
        const chosen: Record<string, unknown> = {};
        for (const { key, value, setFails } of choices) {
          fails.set = setFails;
          const before = held();
          const isKept = await storage.update(choosing(key, value));
          chosen[key] = value;
          expect(isKept).toBe(!setFails);
          if (!isKept) expect(held()).toBe(before);
          expect(settingsOf(await storage.read())).toMatchObject(chosen);
          expect(storage.known()).toEqual(await storage.read());
        }
        fails.set = false;
        const was = settingsOf(choices.length === 0 ? readStored(view) : await storage.read());
        expect(await storage.update(choosing('last', 1))).toBe(true);
        expect(settingsOf(readStored(view))).toEqual({ ...was, ...chosen, last: 1 });
      }),
      runs(400),
    );
  });

  it('is nothing where it is blocked, and never an error', async () => {
    await fc.assert(
      fc.asyncProperty(content, fc.array(choice, { maxLength: 6 }), async (first, choices) => {
        const { view, fails } = windowWith(first);
        const storage = createLocalStorage(view, localAccess(view));
        for (const { key, value, getFails, setFails } of choices) {
          Object.assign(fails, { get: getFails, set: setFails });
          await storage.read();
          await storage.update(choosing(key, value));
          if (setFails || !getFails) expect(settingsOf(await storage.read())[key]).toBe(value);
        }
      }),
      runs(200),
    );
  });
});

describe('a site’s store', () => {
  const answer = fc.oneof(content, fc.constantFrom<unknown>(undefined, 7, {}, [], true, '[]', '"x"'));

  it('of any answers, failing by chance, loses nothing of this page and warns once at most', async () => {
    await fc.assert(
      fc.asyncProperty(answer, fc.array(choice, { maxLength: 8 }), async (first, choices) => {
        const { view } = windowWith(null);
        const own = createLocalStorage(view, localAccess(view));
        const warn = vi.fn();
        const fails = { get: false, set: false };
        let held: unknown = first;
        const site = {
          read: () => {
            if (fails.get) throw new Error('read');
            return held as string;
          },
          write: async (text: string) => {
            if (fails.set) throw Object.freeze({ toString: () => 'write' }) as unknown;
            held = text;
          },
        };
        const storage = createOutsideStorage(view, site, own, warn);
        const chosen: Record<string, unknown> = {};
        for (const { key, value, getFails, setFails, waits } of choices) {
          Object.assign(fails, { get: getFails, set: setFails });
          const done = storage.update(choosing(key, value));
          chosen[key] = value;
          if (!waits) await done;
        }
        await storage.update(choosing('last', 1));
        // What waits for the site is written one microtask after the other.
        await new Promise((resolve) => setTimeout(resolve, 0));
        expect(settingsOf(await storage.read())).toMatchObject({ ...chosen, last: 1 });
        expect(settingsOf(storage.known())).toMatchObject({ ...chosen, last: 1 });
        expect(warn.mock.calls.length).toBeLessThanOrEqual(1);
        const kept = warn.mock.calls.length > 0 ? readStored(view) : JSON.parse(held as string);
        expect(settingsOf(kept)).toMatchObject({ ...chosen, last: 1 });
      }),
      runs(200),
    );
  });
});
