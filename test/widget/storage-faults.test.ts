// localStorage throwing at each of its calls in turn: what was chosen holds on this page, and nothing comes out as an error.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoredState } from '../../shared/settings/store';
import { createLocalStorage } from '../../widget/storage';
import { localAccess } from '../../widget/stored';

const BEFORE = { version: 1, on: true, toolbar: 'open', settings: { spacing: 'wide' } };
const adding = (key: string, value: unknown) => (stored: unknown) => {
  const record = (Object.keys(stored ?? {}).length > 0 ? stored : { version: 1, on: true, toolbar: 'open', settings: {} }) as StoredState;
  return { ...record, settings: { ...record.settings, [key]: value } } as StoredState;
};
const CHOSEN = { textSize: 150, contrast: 'black-on-cream', rate: 1.5 };

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

describe.each([['SecurityError'], ['QuotaExceededError'], ['NS_ERROR_FILE_CORRUPTED']])('localStorage with %s', (error) => {
  it.each([1, 2, 3, 4, 5, 6])('throws at its %ith call', async (failing) => {
    localStorage.setItem('mingdu', JSON.stringify(BEFORE));
    let calls = 0;
    for (const name of ['getItem', 'setItem'] as const) {
      const real = Storage.prototype[name] as (...words: string[]) => string | null;
      vi.spyOn(Storage.prototype, name).mockImplementation(function (this: Storage, ...words: string[]) {
        calls += 1;
        if (calls === failing) throw new DOMException('no', error);
        return real.apply(this, words) as string;
      });
    }
    const storage = createLocalStorage(window, localAccess(window));
    const kept: boolean[] = [];
    let last = 0;
    for (const [key, value] of Object.entries(CHOSEN)) {
      kept.push(await storage.update(adding(key, value)));
      if (calls < failing) last += 1;
    }
    // What was chosen from the failing call on is there in any case; a choice before it may be gone where the read failed.
    const after = Object.fromEntries(Object.entries(CHOSEN).slice(last));
    expect(await storage.read()).toMatchObject({ settings: after });
    // Nothing was read before: then nothing is written over what may be there.
    expect(kept.filter((one) => !one).length).toBe(failing === 1 ? 3 : failing % 2 === 0 ? 1 : 0);
    if (failing === 1) expect(JSON.parse(localStorage.getItem('mingdu') ?? '')).toEqual(BEFORE);
  });
});

const refused = (name: 'getItem' | 'setItem') =>
  vi.spyOn(Storage.prototype, name).mockImplementationOnce(() => {
    throw new DOMException('no', 'SecurityError');
  });

describe('a read that fails before a write that works', () => {
  it('goes on from what was read before', async () => {
    localStorage.setItem('mingdu', JSON.stringify(BEFORE));
    const storage = createLocalStorage(window, localAccess(window));
    await storage.read();
    expect(await storage.update(adding('rate', 1.5))).toBe(true);
    refused('getItem');
    expect(await storage.update(adding('textSize', 150))).toBe(true);
    expect(JSON.parse(localStorage.getItem('mingdu') ?? '')).toMatchObject({ settings: { spacing: 'wide', rate: 1.5, textSize: 150 } });
  });

  it('writes nothing where nothing was read before, and holds on this page', async () => {
    localStorage.setItem('mingdu', JSON.stringify(BEFORE));
    const storage = createLocalStorage(window, localAccess(window));
    refused('getItem');
    expect(await storage.update(adding('textSize', 150))).toBe(false);
    expect(await storage.update(adding('rate', 1.5))).toBe(false);
    expect(await storage.read()).toMatchObject({ settings: { textSize: 150, rate: 1.5 } });
    expect(JSON.parse(localStorage.getItem('mingdu') ?? '')).toEqual(BEFORE);
  });

  it('is written again once another tab has written', async () => {
    localStorage.setItem('mingdu', JSON.stringify(BEFORE));
    const storage = createLocalStorage(window, localAccess(window));
    const seen: unknown[] = [];
    const end = new AbortController();
    storage.onChange((stored) => seen.push(stored), end.signal);
    refused('getItem');
    expect(await storage.update(adding('textSize', 150))).toBe(false);
    window.dispatchEvent(new StorageEvent('storage', { key: 'mingdu' }));
    expect(seen).toEqual([BEFORE]);
    expect(await storage.update(adding('rate', 1.5))).toBe(true);
    expect(JSON.parse(localStorage.getItem('mingdu') ?? '')).toMatchObject({ settings: { spacing: 'wide', rate: 1.5 } });
    end.abort();
  });
});

it('another tab’s change that cannot be read changes nothing here', async () => {
  localStorage.setItem('mingdu', JSON.stringify(BEFORE));
  const storage = createLocalStorage(window, localAccess(window));
  await storage.read();
  const seen: unknown[] = [];
  const end = new AbortController();
  storage.onChange((stored) => seen.push(stored), end.signal);
  refused('getItem');
  window.dispatchEvent(new StorageEvent('storage', { key: 'mingdu' }));
  expect(seen).toEqual([BEFORE]);
  end.abort();
});

it('hears a storm of 1,000 changes from another tab, ends with the last, and writes nothing back', async () => {
  const storage = createLocalStorage(window, localAccess(window));
  const seen: unknown[] = [];
  const end = new AbortController();
  storage.onChange((stored) => seen.push(stored), end.signal);
  const of = (textSize: number) => ({ ...BEFORE, settings: { textSize } });
  const change = (state: object) => {
    localStorage.setItem('mingdu', JSON.stringify(state));
    window.dispatchEvent(new StorageEvent('storage', { key: 'mingdu' }));
  };
  // Half of them of another key, which is none of ours.
  for (let at = 0; at < 1_000; at += 1) {
    change(of(100 + at));
    window.dispatchEvent(new StorageEvent('storage', { key: 'theirs' }));
  }
  expect(seen.length).toBe(1_000);
  expect(seen.at(-1)).toEqual(of(1_099));
  expect(await storage.read()).toEqual(of(1_099));
  expect(JSON.parse(localStorage.getItem('mingdu') ?? '')).toEqual(of(1_099));
  // A choice made here afterwards goes on from the last of them, and no older one comes back.
  await storage.update(adding('rate', 1.5));
  expect(JSON.parse(localStorage.getItem('mingdu') ?? '')).toEqual({ ...BEFORE, settings: { textSize: 1_099, rate: 1.5 } });
  end.abort();
  change(of(300));
  expect(seen.length).toBe(1_000);
});
