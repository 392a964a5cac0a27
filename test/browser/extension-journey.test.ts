// One reader's way with the extension, from the day it was installed: nothing asked for, one press, 150 %, yellow on black and pinyin by the
// toolbar's own buttons, the next page, the next tab, the next day; then 退出, and it stays away. Each step's own rules are in extension.test.ts.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { byKeyboard, byPointer } from '../support/bar';
import { bareDemoMounts } from '../support/bare-demo';
import { assertNoForeignRequests, BROWSERS, launch, type OpenBrowser } from '../support/browsers';
import { inFirefoxItself, openExtensionPage, pressAction, storageLocal } from '../support/extension';
import { TOOLBARS } from '../support/interface';
import { ownLeft } from '../support/journey';
import { DIST, frames, ownErrors, recordErrors } from '../support/product';
import { startSite, type Site } from '../support/site';

const HOME = 'www.example.gov.cn';
const NEXT_HOME = 'other.example.gov.cn';
/** A text of each page that the reader comes to. */
const TEXTS = { '/index.html': 'main a[href="article.html"]', '/article.html': '.article .body p', '/form.html': 'main p' } as const;
type Path = keyof typeof TEXTS;
const CHOSEN = { textSize: 150, contrast: 'yellow-on-black', pinyin: 'all' };

const sizeOf = (path: Path) => `parseFloat(getComputedStyle(document.querySelector(${JSON.stringify(TEXTS[path])})).fontSize)`;
const isPlain = `${TOOLBARS}.length === 0 && ${ownLeft}.length === 0 && document.adoptedStyleSheets.length === 0`;

describe.each(BROWSERS)('a reader with the extension in %s', (name) => {
  const folder = join(DIST, `extension-${name}`);
  const own = existsSync(join(folder, 'popup/popup.html')) ? 'popup/popup.html' : 'options/options.html';
  /** Keys alone in one browser, a pointer in the other; who leaves does it the other way. */
  const [press, leave] = name === 'chromium' ? [byKeyboard, byPointer] : [byPointer, byKeyboard];
  const sizes = new Map<Path, number>();
  /** Of each page, filled as it lives. */
  const errors: string[][] = [];
  let home: string;
  let site: Site;
  let opened: OpenBrowser;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'mingdu-reader-'));
    site = await startSite(bareDemoMounts());
    await begin();
  });
  afterEach(() => expect(ownErrors(errors.flat())).toEqual([]));
  afterAll(async () => {
    await opened?.close();
    await site?.close();
    await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  async function begin(): Promise<void> {
    opened = await launch(name, { extension: folder, home });
  }
  async function nextDay(): Promise<void> {
    assertNoForeignRequests(opened);
    await opened.close();
    await begin();
  }
  async function visit(path: Path, host = HOME): Promise<Page> {
    const page = await opened.newPage();
    errors.push(recordErrors(page));
    await page.goto(site.on(host, path), { waitUntil: 'load' });
    return page;
  }
  /** The page as the reader chose it, without a press. */
  async function expectChosen(page: Page, path: Path): Promise<void> {
    const size = (sizes.get(path) ?? NaN) * 1.5;
    await page.waitForFunction(`location.pathname === '${path}' && ${TOOLBARS}.length === 1 && Math.abs(${sizeOf(path)} - ${size}) < 0.1`).catch(async (error: unknown) => {
      const now = await page.evaluate(`[location.pathname, ${TOOLBARS}.length, document.activeElement?.outerHTML.slice(0, 80), document.adoptedStyleSheets.length].join(' | ')`);
      throw new Error(`not ${path} at ${size} px but: ${String(now)}`, { cause: error });
    });
    await page.waitForFunction(`getComputedStyle(document.body).backgroundColor === 'rgb(0, 0, 0)' && getComputedStyle(document.body).color === 'rgb(255, 255, 0)'`);
    await page.waitForFunction(`document.querySelector('main ruby[data-mingdu] rt[data-py]') !== null`);
  }
  async function expectPlain(page: Page, path: Path): Promise<void> {
    await page.waitForFunction(isPlain);
    // Long enough for a script that is not wanted to come.
    await frames(page, 20);
    expect(await page.evaluate(isPlain)).toBe(true);
    expect(await page.evaluate(sizeOf(path))).toBe(sizes.get(path));
  }
  /** What the extension keeps; its page is open for that moment only. */
  async function kept(): Promise<unknown> {
    const inside = await openExtensionPage(opened, own);
    const found = (await storageLocal(inside))['mingdu'];
    await inside.close();
    return found;
  }

  it('is asked for nothing on the first day: no tab, no question, no request, nothing kept, no page changed', async () => {
    const tabs = (await opened.browser.pages()).length;
    for (const path of ['/index.html', '/article.html', '/form.html'] as const) {
      const page = await visit(path);
      await page.waitForFunction(`document.readyState === 'complete'`);
      sizes.set(path, (await page.evaluate(sizeOf(path))) as number);
      await expectPlain(page, path);
      await page.close();
    }
    expect((await opened.browser.pages()).length).toBe(tabs);
    expect(site.requests.filter((url) => /mingdu/.test(url))).toEqual([]);
    assertNoForeignRequests(opened);

    const inside = await openExtensionPage(opened, own);
    const known = (await inside.evaluate(`(async () => {
      const { runtime, permissions, scripting, action, storage } = globalThis.browser ?? globalThis.chrome;
      const { permissions: asked, host_permissions: hosts } = runtime.getManifest();
      const has = await permissions.getAll();
      return { more: [...has.permissions.filter((one) => !asked.includes(one)), ...has.origins.filter((one) => !hosts.includes(one))], scripts: await scripting.getRegisteredContentScripts(),
        badge: await action.getBadgeText({}), local: await storage.local.get(null), session: await storage.session.get(null) };
    })()`)) as object;
    // In the session's memory: that this coming of the extension has been dealt with.
    expect(known).toEqual({ more: [], scripts: [], badge: '', local: {}, session: { came: true } });
    await inside.close();
    if (name === 'firefox') {
      expect(await inFirefoxItself(opened, `const window = Services.wm.getMostRecentWindow('navigator:browser'); return [window.PopupNotifications.isPanelOpen, window.gNotificationBox.allNotifications.length].join();`)).toBe('false,0');
    }
  });

  it('chooses once, and finds it so on the next page, in the next tab and on the next day; leaves, and is left alone', async () => {
    const page = await visit('/index.html');
    await pressAction(opened, page);
    await page.waitForFunction(`${TOOLBARS}.length === 1`);
    await press(page, 'textSize-larger');
    await press(page, 'textSize-larger');
    await press(page, 'contrast');
    await press(page, 'pinyin');
    await expectChosen(page, '/index.html');

    const link = TEXTS['/index.html'];
    if (press === byPointer) await page.click(link);
    else {
      await page.focus(link);
      await page.waitForFunction(`document.activeElement === document.querySelector(${JSON.stringify(link)})`);
      await page.keyboard.press('Enter');
    }
    await expectChosen(page, '/article.html');
    const other = await visit('/form.html', NEXT_HOME);
    await expectChosen(other, '/form.html');
    expect(await kept()).toMatchObject({ version: 1, on: true, toolbar: 'open', settings: CHOSEN });

    await nextDay();
    const again = await visit('/article.html');
    await expectChosen(again, '/article.html');
    const beside = await visit('/index.html');
    await expectChosen(beside, '/index.html');
    await again.bringToFront();
    await leave(again, 'close');
    await expectPlain(again, '/article.html');
    await beside.bringToFront();
    await expectPlain(beside, '/index.html');
    await beside.goto(site.on(HOME, '/form.html'), { waitUntil: 'load' });
    await expectPlain(beside, '/form.html');
    expect(await kept()).toMatchObject({ on: false, settings: CHOSEN });

    await nextDay();
    const plain = await visit('/article.html');
    await expectPlain(plain, '/article.html');
    await pressAction(opened, plain);
    await expectChosen(plain, '/article.html');
    assertNoForeignRequests(opened);
  });
});
