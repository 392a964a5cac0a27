// The entries in the browser's menus: what each does in which tab and frame, and what the answers about sites leave in store and browser.
import type polyfill from 'webextension-polyfill';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FakeBrowser } from '../support/fake-browser';

let browser: typeof polyfill;
let fake: FakeBrowser;
const tab = { id: 1, url: 'http://www.example.com.cn/list?page=2', active: true, windowId: 1 };
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
/** What the tab's frames were told: by frame, undefined for all. */
let told: { readonly act: unknown; readonly frameId: number | undefined }[];

beforeEach(async () => {
  vi.resetModules();
  browser = (await import('webextension-polyfill')).default;
  fake = browser as unknown as FakeBrowser;
  told = [];
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async (_tab: number, message: unknown, options?: { frameId?: number }) => {
    told.push({ act: (message as { act: unknown }).act, frameId: options?.frameId });
    return true;
  });
  // It has come before: no page that was open is entered.
  await browser.storage.session.set({ came: true });
  await import('../../extension/background');
});

const choose = async (menuItemId: string, more: object = {}, where: typeof tab | undefined = tab) => {
  fake.contextMenus.onClicked.dispatch({ menuItemId, ...more }, where);
  await settled();
};
const sites = () => (fake.fake.stored.get('mingdu') as { sites?: object } | undefined)?.sites;

describe('the entries', () => {
  it('are made when the extension comes and when the browser starts, once each', async () => {
    fake.runtime.onInstalled.dispatch({ reason: 'install' });
    fake.runtime.onStartup.dispatch();
    await settled();
    expect([...fake.fake.menus.values()].map(({ title, contexts }) => [title, ...contexts].join(' '))).toEqual([
      'menuRead selection', 'menuAnnotate selection', 'menuOpen page frame', 'menuAlways action', 'menuNever action', 'menuEverywhere action', 'menuOptions action',
    ]);
    expect(fake.fake.menus.get('Everywhere')).toMatchObject({ type: 'checkbox', checked: false });
  });

  it('act in the frame that was pressed in', async () => {
    await choose('Read', { frameId: 7 });
    await choose('Annotate', { frameId: 0 });
    await choose('Open', { frameId: 7 });
    expect(told).toEqual([{ act: 'read', frameId: 7 }, { act: 'annotate', frameId: 0 }, { act: 'open', frameId: 0 }]);
  });

  it('enter a page where our script is not yet', async () => {
    vi.mocked(browser.tabs.sendMessage).mockImplementation(async (_tab: number, message: unknown) => {
      if (fake.fake.calls.length === 0) throw new Error('Receiving end does not exist.');
      told.push({ act: (message as { act: unknown }).act, frameId: 0 });
      return true;
    });
    await choose('Read', { frameId: 0 });
    expect(fake.fake.calls).toMatchObject([{ method: 'executeScript', details: { target: { tabId: 1, allFrames: true } } }]);
    expect(told).toEqual([{ act: 'read', frameId: 0 }]);
  });

  it('open the options', async () => {
    const open = vi.spyOn(browser.runtime, 'openOptionsPage');
    await choose('Options', {}, undefined);
    expect(open).toHaveBeenCalledTimes(1);
  });
});

describe('a page that cannot be reached', () => {
  const KINDS = [
    ['http://www.example.gov.cn/a.pdf?x=1', 'Missing host permission for the tab', 'Pdf'],
    ['file:///home/a.html', 'Cannot access contents of url', 'File'],
    ['https://addons.mozilla.org/zh-CN/firefox/', 'Missing host permission for the tab', 'Store'],
    ['', 'The extensions gallery cannot be scripted.', 'Store'],
    ['chrome://version/', 'Cannot access a chrome:// URL', ''],
    ['http://www.example.gov.cn/pdf.html', 'The frame was removed.', ''],
  ] as const;
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  });

  it.each(KINDS)('%s: %s → %s', async (url, error, kind) => {
    vi.mocked(browser.tabs.sendMessage).mockRejectedValue(new Error('Receiving end does not exist.'));
    vi.spyOn(browser.scripting, 'executeScript').mockRejectedValue(new Error(error));
    await choose('Read', { frameId: 0 }, { ...tab, url });
    expect(fake.fake.actionOf.get(1)).toMatchObject({ popup: `popup/popup.html?unreachable${kind}`, title: `unreachable${kind}` });
  });

  it('a PDF that lets our script in is told by it', async () => {
    vi.mocked(browser.tabs.sendMessage).mockResolvedValue('pdf');
    await choose('Open');
    expect(fake.fake.actionOf.get(1)).toMatchObject({ popup: 'popup/popup.html?unreachablePdf' });
    expect(fake.fake.calls).toEqual([]);
  });

  it('a frame in a page that can be reached has a sentence of its own', async () => {
    vi.mocked(browser.tabs.sendMessage).mockImplementation(async (_tab: number, _message: unknown, options?: { frameId?: number }) => {
      if (options?.frameId === 7) throw new Error('Receiving end does not exist.');
      return true;
    });
    await choose('Read', { frameId: 7 });
    expect(fake.fake.actionOf.get(1)).toMatchObject({ popup: 'popup/popup.html?unreachableFrame' });
  });

  it('has no site to answer for', async () => {
    await choose('Always', {}, { ...tab, url: 'chrome://version/' });
    expect([sites(), fake.fake.origins]).toEqual([undefined, ['*://*.gov.cn/*']]);
    expect(fake.fake.actionOf.get(1)).toMatchObject({ popup: 'popup/popup.html?unreachable' });
  });
});

describe('在此网站始终使用', () => {
  it('asks within the press, is kept, brings the script to later pages, and opens in this tab alone', async () => {
    const request = vi.spyOn(browser.permissions, 'request');
    fake.contextMenus.onClicked.dispatch({ menuItemId: 'Always' }, tab);
    expect(request).toHaveBeenCalledWith({ origins: ['*://www.example.com.cn/*'] });
    await settled();
    expect(sites()).toEqual({ 'www.example.com.cn': 'on' });
    expect(fake.fake.registered.get('asked-sites')).toMatchObject({ matches: ['*://www.example.com.cn/*'] });
    expect(told).toEqual([{ act: 'open', frameId: 0 }]);
  });

  it('on a home site is leave for the home sites', async () => {
    const request = vi.spyOn(browser.permissions, 'request');
    await choose('Always', {}, { ...tab, url: 'https://www.example.gov.cn:8080/' });
    expect(request).toHaveBeenCalledWith({ origins: ['*://*.gov.cn/*'] });
    expect(sites()).toEqual({ 'www.example.gov.cn': 'on' });
  });

  it('changes nothing where the reader says no to the browser', async () => {
    vi.spyOn(browser.permissions, 'request').mockResolvedValue(false);
    await choose('Always');
    expect([sites(), told]).toEqual([undefined, []]);
  });
});

describe('在此网站不再使用', () => {
  it('is kept over what else is stored, ends this tab, and gives the leave back', async () => {
    await browser.storage.local.set({ mingdu: { version: 1, on: true, toolbar: 'open', settings: { textSize: 200 }, sites: { 'a.cn': 'off', 'b.cn': 'later' } } });
    await choose('Always');
    told.length = 0;
    await choose('Never');
    expect(fake.fake.stored.get('mingdu')).toEqual({ version: 1, on: true, toolbar: 'open', settings: { textSize: 200 }, sites: { 'a.cn': 'off', 'b.cn': 'later', 'www.example.com.cn': 'off' } });
    expect(told).toEqual([{ act: 'leave', frameId: undefined }]);
    expect(fake.fake.origins).toEqual(['*://*.gov.cn/*']);
    expect(fake.fake.registered.has('asked-sites')).toBe(false);
  });

  it('keeps the leave for all home sites', async () => {
    await choose('Never', {}, { ...tab, url: 'http://www.example.gov.cn/' });
    expect([sites(), fake.fake.origins]).toEqual([{ 'www.example.gov.cn': 'off' }, ['*://*.gov.cn/*']]);
  });

  it('ends the tab also where the store refuses', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('full'));
    await choose('Never');
    expect(told).toEqual([{ act: 'leave', frameId: undefined }]);
  });
});

describe('在所有网站使用', () => {
  const mark = () => fake.fake.menus.get('Everywhere')?.checked;
  beforeEach(async () => {
    fake.runtime.onInstalled.dispatch({ reason: 'install' });
    await settled();
  });

  it('asks and takes back, opens nowhere, and its mark says what holds', async () => {
    await choose('Everywhere', { checked: true });
    expect([mark(), fake.fake.origins.includes('*://*/*')]).toEqual([true, true]);
    expect(fake.fake.registered.get('asked-sites')).toMatchObject({ matches: ['*://*/*'] });
    await choose('Everywhere', { checked: false });
    expect([mark(), fake.fake.origins.includes('*://*/*')]).toEqual([false, false]);
    expect(told).toEqual([]);
  });

  it('has no mark where the reader then says no, or takes it back elsewhere', async () => {
    vi.spyOn(browser.permissions, 'request').mockResolvedValue(false);
    await choose('Everywhere', { checked: true });
    expect(mark()).toBe(false);
    vi.mocked(browser.permissions.request).mockRestore();
    await choose('Everywhere', { checked: true });
    expect(mark()).toBe(true);
    await browser.permissions.remove({ origins: ['*://*/*'] });
    await settled();
    expect(mark()).toBe(false);
  });
});

describe('leave that is taken back in the browser itself', () => {
  it('ends "always", the script, and the tab that was gone along with; other sites stay', async () => {
    fake.fake.tabs.splice(0, 1, { ...tab, url: 'http://www.example.com.cn/' }, { ...tab, id: 2, url: 'http://other.example.org/' });
    await browser.storage.session.set({ askedTabs: [1, 2] });
    await choose('Always');
    await choose('Always', {}, { ...tab, url: 'http://other.example.org/' });
    await browser.permissions.remove({ origins: ['*://www.example.com.cn/*'] });
    await settled();
    expect(sites()).toEqual({ 'other.example.org': 'on' });
    expect(fake.fake.registered.get('asked-sites')).toMatchObject({ matches: ['*://other.example.org/*'] });
    expect(await browser.storage.session.get('askedTabs')).toEqual({ askedTabs: [2] });
  });
});
