// storage.local failing at each of its calls in turn, and telling of a thousand changes at once. What it does when all is well: storage.test.ts.
import browser from 'webextension-polyfill';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createExtensionStorage } from '../../extension/storage';
import type { StoredState } from '../../shared/settings/store';
import { type FakeBrowser, resetFakeBrowser } from '../support/fake-browser';

let fake: FakeBrowser;
beforeEach(() => {
  fake = resetFakeBrowser();
});
afterEach(() => vi.restoreAllMocks());

const BEFORE = { version: 1, on: true, toolbar: 'open', settings: { spacing: 'wide' }, readings: { 道路: 'dào lù' } };
const adding = (key: string, value: unknown) => (stored: unknown) => {
  const record = (stored ?? { version: 1, on: true, toolbar: 'open', settings: {} }) as StoredState;
  return { ...record, settings: { ...record.settings, [key]: value } } as StoredState;
};
const CHOSEN = { textSize: 150, contrast: 'black-on-cream', rate: 1.5 };
/** Three changes are at most three reads and three writes. */
const CALLS = [1, 2, 3, 4, 5, 6];

describe('storage.local', () => {
  it.each(CALLS)('fails at its %ith call, and nothing is lost', async (failing) => {
    fake.fake.stored.set('mingdu', BEFORE);
    let calls = 0;
    const { local } = browser.storage;
    for (const name of ['get', 'set'] as const) {
      const real = local[name].bind(local) as (value: never) => Promise<unknown>;
      vi.spyOn(local, name).mockImplementation(async (value: unknown) => {
        calls += 1;
        if (calls === failing) throw new Error('IO error');
        return (await real(value as never)) as never;
      });
    }
    const onBlocked = vi.fn();
    const storage = createExtensionStorage(window, onBlocked);
    for (const [key, value] of Object.entries(CHOSEN)) await storage.update(adding(key, value));
    expect(onBlocked).toHaveBeenCalledTimes(1);
    expect(calls).toBeGreaterThanOrEqual(failing);
    expect(await storage.read()).toMatchObject({ settings: CHOSEN });
    // One more choice, and all is saved.
    expect(await storage.update(adding('volume', 50))).toBe(true);
    expect(fake.fake.stored.get('mingdu')).toEqual({ ...BEFORE, settings: { spacing: 'wide', ...CHOSEN, volume: 50 } });
  });

  it('hears a storm of 1,000 changes, and ends with the last', () => {
    const heard: unknown[] = [];
    const end = new AbortController();
    createExtensionStorage(window, () => undefined).onChange((stored) => heard.push(stored), end.signal);
    const of = (textSize: number) => ({ mingdu: { newValue: { ...BEFORE, settings: { textSize } } } });
    for (let at = 0; at < 1_000; at += 1) fake.storage.onChanged.dispatch(of(100 + at), 'local');
    expect(heard.length).toBe(1_000);
    expect(heard.at(-1)).toEqual(of(1_099).mingdu.newValue);
    end.abort();
    fake.storage.onChanged.dispatch(of(300), 'local');
    expect(heard.length).toBe(1_000);
  });
});
