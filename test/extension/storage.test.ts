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

  it('what a full store refused stays together with what is chosen next, and is saved when there is room again', async () => {
    const storage = createExtensionStorage(window, () => undefined);
    await storage.update(adding('spacing', 'wide'));
    const set = vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    expect(await storage.update(adding('textSize', 150))).toBe(false);
    expect(await storage.update(adding('contrast', 'black-on-cream'))).toBe(false);
    expect(await storage.read()).toEqual(state({ spacing: 'wide', textSize: 150, contrast: 'black-on-cream' }));
    expect(fake.fake.stored.get('mingdu')).toEqual(state({ spacing: 'wide' }));
    set.mockRestore();
    expect(await storage.update(adding('rate', 1.5))).toBe(true);
    expect(fake.fake.stored.get('mingdu')).toEqual(state({ spacing: 'wide', textSize: 150, contrast: 'black-on-cream', rate: 1.5 }));
  });

  it('writes nothing over a store that could not be read, and adds to it when it can', async () => {
    fake.fake.stored.set('mingdu', { ...state({ spacing: 'wide' }), readings: { 道路: 'dào lù' } });
    const storage = createExtensionStorage(window, () => undefined);
    const get = vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('corrupted'));
    const set = vi.spyOn(browser.storage.local, 'set');
    expect(await storage.update(adding('textSize', 150))).toBe(false);
    expect(set).not.toHaveBeenCalled();
    expect(await storage.read()).toEqual(state({ textSize: 150 }));
    get.mockRestore();
    const more = (stored: unknown) => ({ ...(stored as StoredState), ...adding('rate', 1.5)(stored) });
    expect(await storage.update(more)).toBe(true);
    expect(fake.fake.stored.get('mingdu')).toEqual({ ...state({ spacing: 'wide', textSize: 150, rate: 1.5 }), readings: { 道路: 'dào lù' } });
  });

  it('another tab\'s choice ends what could not be saved here', async () => {
    const storage = createExtensionStorage(window, () => undefined);
    const heard = vi.fn();
    storage.onChange(heard, new AbortController().signal);
    vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    await storage.update(adding('textSize', 150));
    await createExtensionStorage(window, () => undefined).update(adding('rate', 2));
    await settled();
    expect(heard).toHaveBeenLastCalledWith(state({ rate: 2 }));
    await storage.update(adding('spacing', 'wide'));
    expect(fake.fake.stored.get('mingdu')).toEqual(state({ rate: 2, spacing: 'wide' }));
  });

  it('in a private window keeps the settings, and no place in what was read', async () => {
    const before = { ...state({}), places: [{ page: 'a' }] };
    fake.fake.stored.set('mingdu', before);
    fake.extension.inIncognitoContext = true;
    const storage = createExtensionStorage(window, () => undefined);
    await storage.update((stored) => ({ ...(stored as StoredState), places: [{ page: 'b' }, { page: 'a' }] }));
    expect(fake.fake.stored.get('mingdu')).toEqual(before);
    await storage.update(adding('textSize', 150));
    expect(fake.fake.stored.get('mingdu')).toMatchObject({ settings: { textSize: 150 } });
    fake.extension.inIncognitoContext = false;
    await storage.update((stored) => ({ ...(stored as StoredState), places: [{ page: 'c' }] }));
    expect(fake.fake.stored.get('mingdu')).toMatchObject({ places: [{ page: 'c' }] });
  });

  it.each(['get', 'set'] as const)('in a private window a store that refused once (%s) is given no place afterwards', async (call) => {
    fake.extension.inIncognitoContext = true;
    const storage = createExtensionStorage(window, () => undefined);
    const visiting = (stored: unknown) => ({ ...state({}), ...(stored as StoredState | null), on: !(stored as StoredState | null)?.on, places: [{ page: 'a' }] });
    vi.spyOn(browser.storage.local, call).mockRejectedValueOnce(new Error('once'));
    expect(await storage.update(visiting)).toBe(false);
    expect(await storage.update(visiting)).toBe(true);
    expect(fake.fake.stored.get('mingdu')).not.toHaveProperty('places');
  });
});
