// The browser's own shortcuts: listed as it tells them, and the way to its page in each browser.
import { beforeEach, describe, expect, it } from 'vitest';
import { createKeyDesk } from '../../../extension/options/keys';
import type { Desk } from '../../../extension/options/desk';
import type { LentPanels } from '../../../extension/options/panels';
import { createLive } from '../../../shared/live';
import { resetFakeBrowser, type FakeBrowser } from '../../support/fake-browser';

let fake: FakeBrowser;
beforeEach(() => {
  fake = resetFakeBrowser();
});

function make() {
  let drawn = 0;
  const desk = { settings: createLive({ shortcuts: 'off' }), kept: () => ({ value: createLive(null), update: async () => true }) } as unknown as Desk;
  const panels = { loadPack: () => Promise.reject(new Error('not asked for')), panel: () => ({ show: () => undefined }) } as unknown as LentPanels;
  return { keys: createKeyDesk({ view: window, desk, panels, redraw: () => void (drawn += 1) }), drawn: () => drawn };
}

describe('the browser’s keys', () => {
  it('are listed as the browser has them', async () => {
    const { keys, drawn } = make();
    expect(keys.commands).toEqual([]);
    await keys.look();
    expect(keys.commands).toEqual([{ name: '_execute_action', description: '', keys: 'Alt+Shift+M' }, { name: 'focus-toolbar', description: '…', keys: '' }]);
    expect(drawn()).toBe(1);
  });
  it('are changed on Chromium’s page, in a tab', async () => {
    expect(await make().keys.openBrowserPage()).toBe(true);
    expect(fake.fake.tabs.at(-1)?.url).toBe('chrome://extensions/shortcuts');
  });
  it('are changed on Firefox’s page where it can be opened; else the reader is told the way', async () => {
    fake.runtime.getURL = () => 'moz-extension://x/';
    expect(await make().keys.openBrowserPage()).toBe(false);
    let opened = 0;
    Object.assign(fake.commands, { openShortcutSettings: async () => void (opened += 1) });
    expect(await make().keys.openBrowserPage()).toBe(true);
    Object.assign(fake.commands, { openShortcutSettings: () => Promise.reject(new Error('no')) });
    expect(await make().keys.openBrowserPage()).toBe(false);
    expect([opened, fake.fake.tabs.length]).toEqual([1, 1]);
  });
});
