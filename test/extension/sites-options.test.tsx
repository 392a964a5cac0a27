// The list of sites in the options: what it shows follows store and browser, and what each button leaves in both.
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type polyfill from 'webextension-polyfill';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sitesWords } from '../../extension/options/sites-words';
import type { FakeBrowser } from '../support/fake-browser';

let browser: typeof polyfill;
let fake: FakeBrowser;
const words: Readonly<Record<string, string>> = sitesWords['zh-CN'];
const say = (key: string): string => {
  const text = words[key];
  if (text === undefined) throw new Error(`no words for ${key}`);
  return text;
};
const settled = async () => {
  // Answers of the browser come in between, and each draws again.
  for (let round = 0; round < 3; round += 1) await act(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));
};
const button = (name: string) => [...document.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);
const press = async (name: string) => {
  const found = button(name);
  if (!found) throw new Error(`no button ${name}`);
  found.click();
  await settled();
};
const write = async (text: string) => {
  const field = document.querySelector('input') as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
};
const listed = (id: string) => [...document.querySelectorAll(`[aria-labelledby=sites-${id}] li span:first-child`)].map((one) => one.textContent);
const told = () => document.querySelector('[role=status]')?.textContent;
const sites = () => (fake.fake.stored.get('mingdu') as { sites?: object } | undefined)?.sites;

async function show(stored?: object, origins: readonly string[] = ['*://*.gov.cn/*']): Promise<void> {
  if (stored) fake.fake.stored.set('mingdu', stored);
  fake.fake.origins.splice(0, fake.fake.origins.length, ...origins);
  const { Sites } = await import('../../extension/options/sites');
  // Within `act`, so that it listens before anything happens.
  await act(() => render(<Sites say={say} />, document.body));
  await settled();
}

beforeEach(async () => {
  vi.resetModules();
  browser = (await import('webextension-polyfill')).default;
  fake = browser as unknown as FakeBrowser;
});
afterEach(() => render(null, document.body));

describe('the list', () => {
  it('shows what is stored and what the browser allows, and follows both', async () => {
    await show({ version: 1, sites: { 'b.cn': 'off', 'a.cn': 'off', 'c.cn': 'on', '<img>': 'off', 'd.cn': 'later' } }, ['*://*.gov.cn/*', '*://c.cn/*', '*://e.cn/*', '*://b.cn/*']);
    expect([listed('always'), listed('never')]).toEqual([['c.cn', 'e.cn'], ['a.cn', 'b.cn']]);
    await browser.storage.local.set({ mingdu: { version: 1, sites: { 'z.cn': 'off' } } });
    await browser.permissions.remove({ origins: ['*://e.cn/*'] });
    await settled();
    expect([listed('always'), listed('never')]).toEqual([['b.cn', 'c.cn'], ['z.cn']]);
  });

  it('says where the browser does not allow what was answered, and asks again', async () => {
    await show({ version: 1, sites: { 'c.cn': 'on' } });
    expect(document.body.textContent).toContain('浏览器没有允许');
    await press('允许“c.cn”');
    expect(fake.fake.origins).toContain('*://c.cn/*');
    expect(document.body.textContent).not.toContain('浏览器没有允许');
  });

  it('gives back the leave of a site that is removed, and keeps all else that is stored', async () => {
    await show({ version: 1, on: true, settings: { textSize: 200 }, sites: { 'a.cn': 'off', 'c.cn': 'on' } }, ['*://*.gov.cn/*', '*://c.cn/*']);
    await press('去掉“c.cn”');
    await press('去掉“a.cn”');
    expect(fake.fake.stored.get('mingdu')).toEqual({ version: 1, on: true, settings: { textSize: 200 }, sites: {} });
    expect(fake.fake.origins).toEqual(['*://*.gov.cn/*']);
    expect([listed('always'), listed('never'), told()]).toEqual([[], [], '去掉了“a.cn”。']);
  });
});

describe('a site that is added', () => {
  it('is the host of what was written', async () => {
    await show();
    await write(' https://WWW.Example.com/a?b ');
    await press('始终使用');
    expect([sites(), listed('always'), told()]).toEqual([{ 'www.example.com': 'on' }, ['www.example.com'], '好了，在“www.example.com”始终使用，从下一次打开起。']);
    expect(fake.fake.origins).toContain('*://www.example.com/*');
    await write('www.example.com');
    await press('不再使用');
    expect([sites(), listed('always'), listed('never')]).toEqual([{ 'www.example.com': 'off' }, [], ['www.example.com']]);
    expect(fake.fake.origins).not.toContain('*://www.example.com/*');
  });

  it('that is no address is told so, and stays to be mended', async () => {
    await show();
    await write('不是网址');
    await press('始终使用');
    expect([sites(), told(), document.querySelector('input')?.value, document.querySelector('input')?.getAttribute('aria-invalid')]).toEqual([undefined, '“不是网址”不是网址。请照 www.example.com 这样写。', '不是网址', 'true']);
  });

  it('that the browser refuses is not kept', async () => {
    await show();
    vi.spyOn(browser.permissions, 'request').mockResolvedValue(false);
    await write('a.cn');
    await press('始终使用');
    expect([sites(), told()]).toEqual([undefined, say('sites.refused')]);
  });

  it('that cannot be stored is told so', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await show();
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('full'));
    await write('a.cn');
    await press('不再使用');
    expect(told()).toBe(say('sites.failed'));
  });
});

describe('leave', () => {
  it('for all sites is a switch that says what holds', async () => {
    await show();
    expect(button('在所有网站使用')?.getAttribute('aria-pressed')).toBe('false');
    await press('在所有网站使用');
    expect([button('在所有网站使用')?.getAttribute('aria-pressed'), fake.fake.origins.includes('*://*/*')]).toEqual(['true', true]);
    await press('在所有网站使用');
    expect([button('在所有网站使用')?.getAttribute('aria-pressed'), fake.fake.origins.includes('*://*/*')]).toEqual(['false', false]);
  });

  it('for the home sites is asked for where the browser gave none', async () => {
    await show(undefined, []);
    expect(document.body.textContent).toContain('浏览器还没有允许');
    await press('允许“gov.cn”');
    expect(fake.fake.origins).toEqual(['*://*.gov.cn/*']);
    expect(button('允许“gov.cn”')).toBeUndefined();
  });
});

it('both languages have the same words', () => {
  expect(Object.keys(sitesWords.en)).toEqual(Object.keys(sitesWords['zh-CN']));
});
