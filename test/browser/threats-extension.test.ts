// Hostile pages against the extension: the lines of docs/threat-model.md that need one installed. The widget's are in threats.test.ts.
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, launch, type OpenBrowser } from '../support/browsers';
import { openExtensionPage, pressAction, storageLocal } from '../support/extension';
import { BREAK_WORLD, HOSTILE_FORM, hostilePage } from '../support/hostile-page';
import { TOOLBARS } from '../support/interface';
import { DIST, frames, ownErrors, recordErrors } from '../support/product';
import { startSite, type Site } from '../support/site';

const HOST = 'www.example.gov.cn';
const SIZE = `getComputedStyle(document.getElementById('text')).fontSize`;
const NOTHING = { version: 1, on: false, toolbar: 'none', settings: {} };
const ON = { version: 1, on: true, toolbar: 'open', settings: { textSize: 200, pinyin: 'all', contrast: 'white-on-black' } };
const PAGES: Record<string, string> = { plain: '', fields: HOSTILE_FORM, names: '<img name="currentScript" src="/x.js" alt=""><iframe name="Mingdu" srcdoc="x"></iframe><form id="mingdu" name="browser"><input name="runtime"></form><form id="chrome"><input name="runtime"></form>' };
/** What a page could send, as it could send it. */
const FORGED = `(() => {
  const send = (type, detail) => document.dispatchEvent(new CustomEvent(type, { detail, cancelable: true }));
  const requests = [
    { settings: { textSize: 1e9 } }, { settings: { contrast: 'url(x)' } }, { settings: { zoom: 2 } }, { settings: { textSize: 150, consent: { remote: ['microsoft'] } } },
    { settings: 'x' }, { settings: ['textSize'] }, { consent: { remote: ['microsoft'] }, sites: { a: 'on' }, keys: {}, presets: {}, readings: { 一: 'yī' }, on: false, toolbar: 'none', version: 9 },
    { open: 'yes' }, { act: 'leave' }, { type: 'press', act: 'leave' },
  ].map((one) => JSON.stringify(one));
  for (const type of ['mingdu-x-request', 'mingdu-x-claim']) for (const detail of [...requests, '{"settings":{"__proto__":{"textSize":300}}}', '{"__proto__":{"settings":{"textSize":300}}}', '{', null, 5, { settings: { textSize: 300 } }, '['.repeat(100000)]) send(type, detail);
  send('mingdu-x-claim', '{"kind":{"toString":1},"version":{"toString":1}}');
  send('mingdu-x-claim', '{"kind":"widget","version":"99.0.0"}');
  for (const type of ['mingdu-x-look', 'mingdu-x-grown', 'mingdu:change', 'mingdu:open', 'mingdu:error']) { send(type, '{}'); window.dispatchEvent(new CustomEvent(type, { detail: '{}' })); }
  for (const data of [{ type: 'load', file: 'mingdu-main' }, { type: 'press', act: 'leave' }, { type: 'style', css: '*{display:none}', on: true }, 'taken']) window.postMessage(data, '*');
})()`;

describe.each(BROWSERS)('a hostile page and the extension in %s', (name) => {
  let opened: OpenBrowser;
  let site: Site;
  let inside: Page;
  let page: Page;
  let errors: string[] = [];

  beforeAll(async () => {
    site = await startSite([{ at: '/', from: (path) => (path in PAGES ? hostilePage(PAGES[path] ?? '', { tag: '' }) : undefined) }]);
    opened = await launch(name, { extension: join(DIST, `extension-${name}`) });
    inside = await openExtensionPage(opened, 'popup/popup.html');
  });
  afterAll(async () => {
    await opened?.close();
    await site?.close();
  });
  afterEach(async () => {
    expect(ownErrors(errors)).toEqual([]);
    await page.close();
  });

  /** @returns the page's markup as it came */
  async function open(path: string, state: object): Promise<string> {
    await storageLocal(inside, { mingdu: NOTHING });
    page = await opened.newPage();
    errors = recordErrors(page);
    await page.goto(site.on(HOST, `/${path}`), { waitUntil: 'load' });
    const before = (await page.evaluate('new XMLSerializer().serializeToString(document)')) as string;
    await storageLocal(inside, { mingdu: state });
    await page.bringToFront();
    return before;
  }
  const isOn = () => page.waitForFunction(`${TOOLBARS}.length === 1 && ${SIZE} === '32px' && document.querySelectorAll('#text ruby').length > 10`, { timeout: 15_000 });
  async function leave(before: string): Promise<void> {
    await storageLocal(inside, { mingdu: NOTHING });
    await page.bringToFront();
    await page.waitForFunction(`!/mingdu-x/.test(document.documentElement.outerHTML)`, { timeout: 15_000 });
    expect(await page.evaluate('new XMLSerializer().serializeToString(document)')).toBe(before);
  }

  it('forged events and messages change no setting outside the rules, nothing beside the settings, and throw nothing', async () => {
    const before = await open('plain', ON);
    await isOn();
    await page.evaluate(FORGED);
    // A good request comes after them all, and is the only one that counts.
    await page.evaluate(`document.dispatchEvent(new CustomEvent('mingdu-x-request', { cancelable: true, detail: '{"settings":{"spacing":"wide"}}' }))`);
    await page.waitForFunction(`parseFloat(getComputedStyle(document.getElementById('text')).letterSpacing) > 0`, { timeout: 10_000 });
    expect((await storageLocal(inside))['mingdu']).toEqual({ ...ON, seen: expect.anything(), settings: { ...ON.settings, spacing: 'wide' } });
    await leave(before);
    // That a setting was refused is told in the console, as `set` tells it; nothing is thrown into the page.
    expect(ownErrors(errors).filter((one) => !one.startsWith('console: '))).toEqual([]);
    errors.length = 0;
  });

  it('forged events do nothing while the assist is off', async () => {
    const before = await open('plain', NOTHING);
    await page.evaluate(FORGED);
    await page.evaluate(`document.dispatchEvent(new CustomEvent('mingdu-x-request', { cancelable: true, detail: '{"open":true,"settings":{"textSize":300}}' }))`);
    await frames(page, 20);
    expect(await page.evaluate('new XMLSerializer().serializeToString(document)')).toBe(before);
    expect((await storageLocal(inside))['mingdu']).toEqual(NOTHING);
  });

  it('a page can fetch none of our files, and has no way to the extension’s interfaces', async () => {
    await open('plain', NOTHING);
    const files = ['manifest.json', 'content.js', 'mingdu-main.js', 'icons/48.png', 'options/options.html', 'popup/popup.html'].map((file) => opened.extensionOrigin + file);
    const answers = (await page.evaluate(`Promise.all(${JSON.stringify(files)}.flatMap((url) => [
      fetch(url).then(() => 'fetched ' + url, () => ''),
      new Promise((done) => { const one = new Image(); one.onload = () => done('shown ' + url); one.onerror = () => done(''); one.src = url; }),
      new Promise((done) => { const one = document.createElement('script'); one.onload = () => done('run ' + url); one.onerror = () => done(''); one.src = url; document.head.append(one); }),
    ]))`)) as string[];
    expect(answers.filter((one) => one !== '')).toEqual([]);
    expect(await page.evaluate(`[typeof browser, typeof globalThis.chrome?.runtime?.sendMessage, typeof globalThis.chrome?.runtime?.connect, typeof globalThis.chrome?.storage]`)).toEqual(['undefined', 'undefined', 'undefined', 'undefined']);
    errors.length = 0;
  });

  it.each(['fields', 'names'])('names of the page in place of members and globals: the aids work, and end exactly: %s', async (path) => {
    const before = await open(path, ON);
    await isOn();
    await leave(before);
  });

  it('a page’s world in which everything throws, and every object has keys, is not ours: the press opens, all aids work, nothing is taken from it', async () => {
    await open('plain', NOTHING);
    await page.evaluate(BREAK_WORLD).catch(() => undefined);
    await pressAction(opened, page);
    // What the reader has been shown once is noted a moment later.
    const stored = async () => ({ ...((await storageLocal(inside))['mingdu'] as object), seen: 0 });
    await expect.poll(stored, { timeout: 15_000 }).toEqual({ ...NOTHING, on: true, toolbar: 'open', seen: 0 });
    await storageLocal(inside, { mingdu: ON });
    await page.bringToFront();
    // The page's world is broken for this test too: it takes the markup out of it, and looks at that here.
    const shown = async () => {
      const markup = (await page.evaluate('document.documentElement.outerHTML')) as string;
      return [/<html[^>]* data-mingdu-x-/.test(markup), markup.split('<rt').length > 10, markup.includes('data-mingdu=""')];
    };
    await expect.poll(shown, { timeout: 15_000 }).toEqual([true, true, true]);
    await storageLocal(inside, { mingdu: NOTHING });
    await page.bringToFront();
    await expect.poll(async () => (await page.evaluate('document.documentElement.outerHTML')) as string, { timeout: 15_000 }).not.toMatch(/mingdu-x|<rt/);
    errors.length = 0;
  });
});
