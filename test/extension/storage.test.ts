// storage.local as the store sees it: merged, echo-free, and never a failure.
import browser from 'webextension-polyfill';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createExtensionStorage } from '../../extension/storage';
import type { StoredState } from '../../shared/settings/store';
import { type FakeBrowser, resetFakeBrowser } from '../support/fake-browser';

let fake: FakeBrowser;
beforeEach(() => {
  fake = resetFakeBrowser();
});

const state = (settings: Record<string, unknown>): StoredState => ({ version: 1, on: true, toolbar: 'open', settings });
const adding = (key: string, value: unknown) => (stored: unknown) => state({ ...(stored as StoredState | null)?.settings, [key]: value });
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('createExtensionStorage', () => {
  it('loses no choice when two are made at once', async () => {
    const storage = createExtensionStorage(window, () => undefined);
    await Promise.all([storage.update(adding('textSize', 150)), storage.update(adding('contrast', 'black-on-cream'))]);
    expect(fake.fake.stored.get('mingdu')).toEqual(state({ textSize: 150, contrast: 'black-on-cream' }));
  });

  it('tells of another tab, not of itself', async () => {
    const storage = createExtensionStorage(window, () => undefined);
    const other = createExtensionStorage(window, () => undefined);
    const heard = vi.fn();
    const end = new AbortController();
    storage.onChange(heard, end.signal);
    await storage.update(adding('textSize', 150));
    await storage.update(adding('textSize', 200));
    await settled();
    expect(heard).not.toHaveBeenCalled();
    await other.update(adding('textSize', 150));
    await settled();
    expect(heard).toHaveBeenCalledExactlyOnceWith(state({ textSize: 150 }));
    end.abort();
    await other.update(adding('textSize', 300));
    await settled();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('knows its own write when the browser gives the keys back in another order', async () => {
    const storage = createExtensionStorage(window, () => undefined);
    const heard = vi.fn();
    storage.onChange(heard, new AbortController().signal);
    vi.spyOn(browser.storage.local, 'set').mockImplementation(async () => undefined);
    await storage.update(() => state({ b: 1, a: 2 }));
    fake.storage.onChanged.dispatch({ mingdu: { newValue: { toolbar: 'open', settings: { a: 2, b: 1 }, on: true, version: 1 } } }, 'local');
    expect(heard).not.toHaveBeenCalled();
  });

  it('looks again when the page comes back from the browser\'s memory', async () => {
    const storage = createExtensionStorage(window, () => undefined);
    const heard = vi.fn();
    storage.onChange(heard, new AbortController().signal);
    await storage.update(adding('textSize', 150));
    const back = () => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    back();
    await settled();
    expect(heard).not.toHaveBeenCalled();
    fake.fake.stored.set('mingdu', state({ textSize: 200 }));
    back();
    await settled();
    expect(heard).toHaveBeenCalledExactlyOnceWith(state({ textSize: 200 }));
  });

  it('keeps the choice for this page when the store is blocked', async () => {
    const onBlocked = vi.fn();
    const storage = createExtensionStorage(window, onBlocked);
    vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('blocked'));
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('blocked'));
    await storage.update(adding('textSize', 150));
    expect(await storage.read()).toEqual(state({ textSize: 150 }));
    expect(onBlocked).toHaveBeenCalled();
  });
});
