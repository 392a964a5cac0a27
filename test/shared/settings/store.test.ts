import { describe, expect, it } from 'vitest';
import type { SettingsStorage } from '../../../shared/host';
import type { Rules } from '../../../shared/settings/check';
import { createStore, parseState } from '../../../shared/settings/store';

const RULES: Rules = { size: [100, 100, 300], line: ['off', 'line'] };

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
    expect(parseState(RULES, stored)).toEqual({ on: false, toolbar: 'none', settings: { size: 100, line: 'off' }, chosen: {}, kept: {} });
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
    expect(store.state.value.settings).toEqual({ line: 'line', size: 125 });
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
});
