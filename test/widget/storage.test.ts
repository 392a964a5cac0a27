import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLocalStorage } from '../../widget/storage';
import { localAccess, readStored } from '../../widget/stored';

const STATE = { version: 1, on: true, toolbar: 'open', settings: { textSize: 150 } } as const;

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

describe("the widget's storage", () => {
  it('reads what it wrote', async () => {
    const storage = createLocalStorage(window, localAccess(window));
    await storage.update(() => STATE);
    expect(JSON.parse(localStorage.getItem('mingdu') ?? '')).toEqual(STATE);
    expect(await storage.read()).toEqual(STATE);
  });

  it('takes broken JSON for nothing, and writes over it', async () => {
    localStorage.setItem('mingdu', '{"on":');
    const storage = createLocalStorage(window, localAccess(window));
    expect(await storage.read()).toEqual({});
    await storage.update((stored) => ({ ...STATE, was: stored }));
    expect(await storage.read()).toEqual({ ...STATE, was: {} });
  });

  it('keeps the state for this page where the store refuses to write', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const storage = createLocalStorage(window, localAccess(window));
    await storage.update(() => STATE);
    expect(await storage.read()).toEqual(STATE);
  });

  it('works where the store is blocked altogether', async () => {
    const blocked = { get localStorage(): Storage { throw new DOMException('blocked', 'SecurityError'); } } as unknown as Window;
    expect(readStored(blocked)).toBeUndefined();
    const storage = createLocalStorage(blocked, localAccess(blocked));
    await storage.update(() => STATE);
    expect(await storage.read()).toEqual(STATE);
  });

  it('tells of another tab, of our key alone, until it ends', () => {
    const seen: unknown[] = [];
    const end = new AbortController();
    createLocalStorage(window, localAccess(window)).onChange((stored) => seen.push(stored), end.signal);
    localStorage.setItem('mingdu', '{"on":true}');
    window.dispatchEvent(new StorageEvent('storage', { key: 'other' }));
    window.dispatchEvent(new StorageEvent('storage', { key: 'mingdu' }));
    window.dispatchEvent(new StorageEvent('storage', { key: null }));
    end.abort();
    window.dispatchEvent(new StorageEvent('storage', { key: 'mingdu' }));
    expect(seen).toEqual([{ on: true }, { on: true }]);
  });
});
