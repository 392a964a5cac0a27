// The background: presses reach the page, scripts reach the frame that asked, and a page that lets nobody in is explained.
import type polyfill from 'webextension-polyfill';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FakeBrowser, FakeSender } from '../support/fake-browser';

/** The browser of the background that was just started, once to work with and once to look into. */
let browser: typeof polyfill;
let fake: FakeBrowser;
const tab = { id: 1, url: 'http://www.example.gov.cn/', active: true, windowId: 1 };
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(async () => {
  vi.resetModules();
  browser = (await import('webextension-polyfill')).default;
  fake = browser as unknown as FakeBrowser;
  // Woken from sleep, as most times; one that comes for the first time is a test of its own.
  await browser.storage.session.set({ came: true });
  await import('../../extension/background');
});

/** Stands for the page's content script: answers presses from now on. */
function reside(): unknown[] {
  const heard: unknown[] = [];
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async (_tab: number, message: unknown) => {
    heard.push(message);
    return true;
  });
  return heard;
}

it('hears everything from its first turn on: for what is heard later no browser wakes it', async () => {
  vi.resetModules();
  const anew = (await import('webextension-polyfill')).default;
  const atOnce: string[] = [];
  const late: string[] = [];
  let isFirstTurn = true;
  for (const [area, all] of Object.entries(anew)) {
    for (const [event, one] of Object.entries(all as object) as [string, { addListener?: () => void } | null][]) {
      if (typeof one?.addListener !== 'function') continue;
      vi.spyOn(one as { addListener(): void }, 'addListener').mockImplementation(() => {
        // Runs as soon as the script has come to its end.
        queueMicrotask(() => (isFirstTurn = false));
        (isFirstTurn ? atOnce : late).push(`${area}.${event}`);
      });
    }
  }
  await import('../../extension/background');
  await settled();
  expect(late).toEqual([]);
  expect(atOnce).toEqual(expect.arrayContaining(['action.onClicked', 'commands.onCommand', 'contextMenus.onClicked', 'permissions.onRemoved', 'runtime.onMessage', 'storage.onChanged', 'tabs.onUpdated']));
});

describe('a press', () => {
  it('goes to the top frame of a page where we reside', async () => {
    const heard = reside();
    fake.action.onClicked.dispatch(tab);
    await settled();
    expect(heard).toEqual([{ type: 'press', act: 'toggle' }]);
    expect(fake.fake.calls).toEqual([]);
  });

  it('enters a page that has no script of ours, and then opens, never closes', async () => {
    const heard: unknown[] = [];
    vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async (_tab: number, message: unknown) => {
      if (fake.fake.calls.length === 0) throw new Error('Receiving end does not exist.');
      heard.push(message);
      return true;
    });
    fake.action.onClicked.dispatch(tab);
    await settled();
    expect(fake.fake.calls).toMatchObject([{ method: 'executeScript', details: { target: { tabId: 1, allFrames: true }, files: ['content.js'] } }]);
    expect(heard).toEqual([{ type: 'press', act: 'open' }]);
  });

  it('asks for the home sites within the press, and only there', () => {
    reside();
    const request = vi.spyOn(browser.permissions, 'request').mockResolvedValue(true);
    fake.action.onClicked.dispatch({ ...tab, url: 'http://www.example.com.cn/?gov.cn/' });
    expect(request).not.toHaveBeenCalled();
    fake.action.onClicked.dispatch(tab);
    expect(request).toHaveBeenCalledWith({ origins: ['*://*.gov.cn/*'] });
  });

  it('is explained in a popup where the browser lets nobody in, until the tab goes on', async () => {
    vi.spyOn(browser.tabs, 'sendMessage').mockRejectedValue(new Error('Receiving end does not exist.'));
    vi.spyOn(browser.scripting, 'executeScript').mockRejectedValue(new Error('Cannot access a chrome:// URL'));
    vi.spyOn(browser.action, 'openPopup').mockRejectedValue(new Error('needs a press'));
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    fake.action.onClicked.dispatch(tab);
    await settled();
    expect(fake.fake.actionOf.get(1)).toMatchObject({ popup: 'popup/popup.html?unreachable', text: '!' });
    fake.tabs.onUpdated.dispatch(1, { status: 'loading' }, tab);
    await settled();
    expect(fake.fake.actionOf.get(1)).toMatchObject({ popup: '' });
  });

  it('is tried again where Chromium tells of it before its leave is in force', async () => {
    const refused = 2;
    let tries = 0;
    const heard: unknown[] = [];
    vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async (_tab: number, message: unknown) => {
      if (tries <= refused) throw new Error('Receiving end does not exist.');
      heard.push(message);
      return true;
    });
    vi.spyOn(browser.scripting, 'executeScript').mockImplementation(async () => {
      tries += 1;
      if (tries <= refused) throw new Error('Cannot access contents of the page. Extension manifest must request permission to access the respective host.');
      return [];
    });
    fake.action.onClicked.dispatch(tab);
    await vi.waitFor(() => expect(heard).toEqual([{ type: 'press', act: 'open' }]));
    expect(fake.fake.actionOf.get(1)).toBeUndefined();
  });

  it('by the key leads to the toolbar', async () => {
    const heard = reside();
    fake.commands.onCommand.dispatch('focus-toolbar', tab);
    await settled();
    expect(heard).toEqual([{ type: 'press', act: 'focus' }]);
  });
});

describe('a load', () => {
  const sender: FakeSender = { id: 'mingdu@example', tab, frameId: 7 };

  it('runs the script in the frame that asked, at once', async () => {
    expect(await fake.fake.deliver({ type: 'load', file: 'mingdu-main' }, sender)).toEqual({ ok: true });
    expect(fake.fake.calls).toEqual([
      { method: 'executeScript', details: { target: { tabId: 1, frameIds: [7] }, files: ['mingdu-main.js'], injectImmediately: true } },
    ]);
  });

  it('is refused to others and for other files', async () => {
    expect(await fake.fake.deliver({ type: 'load', file: 'background' }, sender)).toBeUndefined();
    expect(await fake.fake.deliver({ type: 'load', file: 'mingdu-main' }, { ...sender, id: 'somebody@else' })).toBeUndefined();
    expect(fake.fake.calls).toEqual([]);
  });

  it('answers with the reason when it fails', async () => {
    vi.spyOn(browser.scripting, 'executeScript').mockRejectedValue(new Error('Could not load file'));
    expect(await fake.fake.deliver({ type: 'load', file: 'mingdu-aid-x' }, sender)).toEqual({ ok: false, reason: 'Could not load file' });
  });
});

describe('other sites', () => {
  it('get the content script once the reader allowed them', async () => {
    fake.fake.origins.push('*://*/*');
    fake.permissions.onAdded.dispatch({ origins: ['*://*/*'] });
    await settled();
    expect([...fake.fake.registered.values()]).toMatchObject([{ matches: ['*://*/*'], excludeMatches: ['*://*.gov.cn/*'], js: ['content.js'] }]);
    fake.fake.origins.pop();
    fake.permissions.onRemoved.dispatch({ origins: ['*://*/*'] });
    await settled();
    expect(fake.fake.registered.size).toBe(0);
  });

  it('are followed in a tab after a press, as long as the browser allows', async () => {
    vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async () => {
      if (fake.fake.calls.length === 0) throw new Error('Receiving end does not exist.');
      return true;
    });
    fake.action.onClicked.dispatch(tab);
    await settled();
    fake.tabs.onUpdated.dispatch(1, { status: 'loading' }, tab);
    await settled();
    expect(fake.fake.calls).toHaveLength(2);
    const execute = vi.spyOn(browser.scripting, 'executeScript').mockRejectedValue(new Error('no leave'));
    fake.tabs.onUpdated.dispatch(1, { status: 'loading' }, tab);
    await settled();
    fake.tabs.onUpdated.dispatch(1, { status: 'loading' }, tab);
    await settled();
    expect(execute).toHaveBeenCalledTimes(1);
  });
});

describe('pages that were open before the extension came', () => {
  const entered = () => fake.fake.calls.map(({ details }) => (details['target'] as { tabId: number }).tabId);
  async function come(): Promise<void> {
    vi.resetModules();
    browser = (await import('webextension-polyfill')).default;
    fake = browser as unknown as FakeBrowser;
    fake.fake.tabs.push({ id: 2, url: 'https://www.example.com.cn/', active: false, windowId: 1 }, { id: 3, url: 'https://gov.cn/', active: false, windowId: 1 });
    await import('../../extension/background');
    await settled();
  }

  it('get the content script where it is allowed, once', async () => {
    await come();
    expect(entered()).toEqual([1, 3]);
    expect(fake.fake.calls[0]).toMatchObject({ details: { target: { allFrames: true }, files: ['content.js'] } });
    const { enterOpenTabs } = await import('../../extension/open-tabs');
    await enterOpenTabs(async () => expect.unreachable());
  });

  it('are all served though one of them cannot be', async () => {
    const told = vi.spyOn(console, 'info').mockImplementation(() => undefined);
    vi.resetModules();
    browser = (await import('webextension-polyfill')).default;
    const { enterOpenTabs } = await import('../../extension/open-tabs');
    (browser as unknown as FakeBrowser).fake.tabs.push({ id: 2, url: 'https://gov.cn/', active: false, windowId: 1 });
    const served: number[] = [];
    await enterOpenTabs(async (id) => {
      if (id === 1) throw new Error('showing error page');
      served.push(id);
    });
    expect(served).toEqual([2]);
    expect(told).toHaveBeenCalledTimes(1);
  });
});
