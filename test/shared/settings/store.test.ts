import { describe, expect, it } from 'vitest';
import type { SettingsStorage } from '../../../shared/host';
import type { Rules } from '../../../shared/settings/check';
import { createStore, parseState } from '../../../shared/settings/store';

const RULES: Rules = { size: [100, 100, 300], line: ['off', 'line'], still: false };

function memory(stored: unknown): SettingsStorage & { stored: unknown; elsewhere(value: unknown): void } {
  let run: (value: unknown) => void = () => {};
  return {
    stored,
    async read() {
      return this.stored;
    },
    async update(change) {
      this.stored = change(this.stored);
      return true;
    },
    onChange: (next) => void (run = next),
    elsewhere(value) {
      this.stored = value;
      run(value);
    },
  };
}

const open = (stored: unknown) => {
  const storage = memory(stored);
  return { storage, store: createStore(storage, RULES, new AbortController().signal, (run) => run) };
};

describe('the store', () => {
  it.each([[null], ['{'], [3], [{ on: 'yes', toolbar: 'up', settings: [] }]])('reads %j as off, without a toolbar, all defaults', (stored) => {
    expect(parseState(RULES, stored)).toEqual({ on: false, toolbar: 'none', settings: { size: 100, line: 'off', still: false }, chosen: {}, kept: {} });
  });

  it('stores only what differs from the default', async () => {
    const { storage, store } = open(null);
    await store.write({ on: true, settings: { size: 150, line: 'off' } });
    expect(storage.stored).toEqual({ version: 1, on: true, toolbar: 'none', settings: { size: 150 } });
    await store.write({ settings: { size: 100 } });
    expect(storage.stored).toEqual({ version: 1, on: true, toolbar: 'none', settings: {} });
  });

  it('keeps what it does not know: later keys, later settings', async () => {
    const { storage, store } = open({ version: 9, on: true, sites: { a: 'off' }, settings: { later: 1, size: 200 } });
    await store.load();
    await store.write({ settings: { line: 'line' } });
    expect(storage.stored).toMatchObject({ sites: { a: 'off' }, settings: { later: 1, size: 200, line: 'line' } });
  });

  it('merges with what another tab wrote meanwhile', async () => {
    const { storage, store } = open(null);
    await store.load();
    storage.stored = { version: 1, on: true, toolbar: 'open', settings: { line: 'line' } };
    await store.write({ settings: { size: 125 } });
    expect(storage.stored).toMatchObject({ toolbar: 'open', settings: { line: 'line', size: 125 } });
    expect(store.state.value.settings).toEqual({ line: 'line', size: 125, still: false });
  });

  it('follows another tab', async () => {
    const { storage, store } = open(null);
    await store.load();
    storage.elsewhere({ on: true, settings: { size: 300 } });
    expect(store.state.value).toMatchObject({ on: true, settings: { size: 300, line: 'off' } });
  });

  it('writes corrected readings over what is stored of them then, and nothing else', async () => {
    const { storage, store } = open({ version: 1, on: true, settings: { line: 'line' }, readings: { 率: 'lǜ' }, later: 1 });
    await store.load();
    expect(store.state.value.kept.readings).toEqual({ 率: 'lǜ' });
    storage.stored = { ...(storage.stored as object), readings: { 先: 'xiān' } };
    await store.write({ kept: { readings: (now) => ({ ...(now as object), 率: 'shuài' }), places: () => undefined } });
    expect(storage.stored).not.toHaveProperty('places');
    expect(storage.stored).toMatchObject({ on: true, settings: { line: 'line' }, readings: { 先: 'xiān', 率: 'shuài' }, later: 1 });
    await store.write({ on: false });
    expect(store.state.value.kept.readings).toEqual({ 先: 'xiān', 率: 'shuài' });
  });

  it('shows the defaults before anything was read, then what is stored', async () => {
    const { store } = open({ on: true, toolbar: 'folded', settings: { size: 200 } });
    expect(store.state.value).toMatchObject({ on: false, toolbar: 'none', settings: { size: 100 }, chosen: {} });
    await store.load();
    expect(store.state.value).toMatchObject({ on: true, toolbar: 'folded', settings: { size: 200 }, chosen: { size: 200 } });
  });

  it('takes a setting back to its default, however that is said', async () => {
    const { storage, store } = open({ on: true, settings: { size: 200, line: 'line', still: true, later: 1 } });
    await store.write({ settings: { size: null, line: 'off', still: false, later: null } });
    expect(storage.stored).toMatchObject({ settings: {} });
    expect((storage.stored as { settings: object }).settings).toEqual({});
    await store.write({ settings: { still: true } });
    expect((storage.stored as { settings: object }).settings).toEqual({ still: true });
  });

  it.each([[[1, 2]], ['text'], [null]])('begins anew where the stored settings are %j', async (settings) => {
    const { storage, store } = open({ on: true, settings });
    await store.write({ settings: { size: 150 } });
    expect(storage.stored).toMatchObject({ on: true, settings: { size: 150 } });
    expect((storage.stored as { settings: object }).settings).toEqual({ size: 150 });
  });

  it('opens, folds and closes the toolbar, each without the other changes', async () => {
    const { storage, store } = open(null);
    for (const toolbar of ['open', 'folded', 'none'] as const) {
      await store.write({ toolbar });
      expect(storage.stored).toMatchObject({ on: false, toolbar });
      expect(store.state.value.toolbar).toBe(toolbar);
    }
  });

  it('says whether the write will outlast the page, and shows it at once either way', async () => {
    const { storage, store } = open(null);
    expect(await store.write({ on: true })).toBe(true);
    storage.update = async (change) => {
      change(null);
      return false;
    };
    expect(await store.write({ settings: { size: 150 } })).toBe(false);
    expect(store.state.value.settings['size']).toBe(150);
  });

  it('keeps what is stored beside the settings under the names of the README', () => {
    const kept = { readings: 1, places: 2, consent: 3, keys: 4, presets: 5, seen: 6 };
    expect(parseState(RULES, { ...kept, other: 7 }).kept).toEqual(kept);
  });
});
