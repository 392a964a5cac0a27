// The stand-in must behave as browsers do where extension code depends on it.
import browser from 'webextension-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { resetFakeBrowser, type FakeBrowser } from './fake-browser';

describe('the fake browser', () => {
  let fake: FakeBrowser;
  beforeEach(() => {
    fake = resetFakeBrowser();
  });

  it('is what webextension-polyfill is in unit tests', () => {
    expect(browser).toBe(fake);
  });

  it('stores copies and tells of changes, old and new value', async () => {
    const seen: unknown[] = [];
    fake.storage.onChanged.addListener((changes, area) => seen.push([area, changes]));
    const value = { on: true };
    await fake.storage.local.set({ mingdu: value });
    value.on = false;
    expect(await fake.storage.local.get('mingdu')).toEqual({ mingdu: { on: true } });
    await fake.storage.local.set({ mingdu: { on: true } });
    await fake.storage.local.remove('mingdu');
    expect(seen).toEqual([
      ['local', { mingdu: { newValue: { on: true } } }],
      ['local', { mingdu: { oldValue: { on: true } } }],
    ]);
    expect(await fake.storage.local.get({ mingdu: 'none' })).toEqual({ mingdu: 'none' });
  });

  it('delivers a message to the listener that answers, and fails when nobody listens', async () => {
    await expect(fake.runtime.sendMessage('hello')).rejects.toThrow(/Receiving end/);
    fake.runtime.onMessage.addListener(() => undefined);
    fake.runtime.onMessage.addListener(async (message) => `${String(message)} back`);
    expect(await fake.runtime.sendMessage('hello')).toBe('hello back');
  });

  it('remembers what scripting was asked', async () => {
    await fake.scripting.insertCSS({ target: { tabId: 1 }, css: 'p{}' });
    expect(fake.fake.calls.map(({ method }) => method)).toEqual(['insertCSS']);
    await fake.scripting.registerContentScripts([{ id: 'a' }]);
    await expect(fake.scripting.registerContentScripts([{ id: 'a' }])).rejects.toThrow(/Duplicate/);
  });
});
