// No white flash: with a scheme remembered the next page is in its colours from the first frame on, however slowly it comes; and nothing
// of that stays where the assist is not on.
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS, launch, type OpenBrowser } from '../support/browsers';
import { openExtensionPage, storageLocal } from '../support/extension';
import { filmed, whiteness } from '../support/filmed';
import { builtName, DIST, frames, ownErrors, recordErrors, visit, widgetMount } from '../support/product';
import { startSite, TAG, type Mount, type Site } from '../support/site';

const HOME = 'www.example.gov.cn';

/** Writes down, frame by frame, which grounds the window shows. */
const RECORDER = `<script>grounds = new Set(); ran = 0; (function look() {
  const at = [document.documentElement, document.body, ...document.querySelectorAll('.sheet')].filter(Boolean);
  const shown = at.map((one) => getComputedStyle(one).backgroundColor).filter((colour) => !/^rgba.*, 0\\)$/.test(colour));
  if (!ran && document.adoptedStyleSheets.length) { ran = Date.now(); grounds.clear(); }
  grounds.add(shown.length ? shown[shown.length - 1] : 'none');
  requestAnimationFrame(look);
})()</script>`;
const STYLE = `<style>body{margin:0;background:#fff;color:#333}.sheet{background:#fff;transition:all .4s;margin:20px;padding:20px}header{background:linear-gradient(#123,#234);color:#fff;height:80px}
.sheet.now{background-color:#fefefe}a{transition:color 1s}</style>`;
const TEXT = '<p>关于农村道路的通知，请大家互相转告。<a href="#">办事指南</a></p>'.repeat(4);
const pieces = (tag: string, more = '') => [
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>慢</title>${more}${RECORDER}${STYLE}${tag}</head>`,
  `<body><header>市政府</header><div class="sheet" id="first">${TEXT}<table bgcolor="#ffffff" width="100%"><tr><td bgcolor="#ffffff">${TEXT}</td></tr></table></div>`,
  `<div class="sheet now">${TEXT}<input value="搜索"><button>查</button></div>`,
  `<a id="next" href="?next">下一页</a></body></html>`,
];
const slowMount = (at: string, tag: string, more = ''): Mount => ({ at, from: () => ({ body: pieces(tag, more) }) });
/** A frame that had begun when the tag ran. */
const FRAME_MS = 17;
const BLACK = 'rgb(0, 0, 0)';
const isUntouched = `!/mingdu-x/.test(document.documentElement.outerHTML) && document.adoptedStyleSheets.length === 0`;
const shown = (colour: string) => `getComputedStyle(document.querySelector('.sheet.now')).backgroundColor === '${colour}'`;
const isReady = (colour: string) => `document.readyState === 'complete' && document.querySelectorAll('[data-mingdu-x-contrast-ground]').length > 2 && ${shown(colour)}`;

describe.each(BROWSERS)('the first paint in %s', (name) => {
  let opened: OpenBrowser;
  let site: Site;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    site = await startSite([
      widgetMount(),
      slowMount('/async/', TAG),
      slowMount('/defer/', TAG.replace('async', 'defer')),
      slowMount('/plain/', TAG.replace('async ', '')),
      slowMount('/bare/', ''),
      slowMount('/declined/', '', '<meta name="mingdu" content="off">'),
      { at: '/alone/mingdu.js', from: async () => ({ type: 'text/javascript', body: await (await fetch(`${site.origin}/mingdu/mingdu.js`)).text() }) },
      slowMount('/alone/', '<script src="/alone/mingdu.js"></script>'),
      { at: `/alone/${builtName('mingdu-main')}`, from: () => new Promise((resolve) => setTimeout(() => resolve(undefined), 500)) },
    ]);
  });
  afterAll(() => site?.close());

  async function noWhite(path: string, host: string | null, act: (url: string) => Promise<unknown>): Promise<void> {
    const url = host === null ? site.origin + path : site.on(host, path);
    const shots = await filmed(opened, page, async () => {
      await act(url);
      await page.waitForFunction(isReady(BLACK));
      await frames(page, 10);
    });
    const ran = (await page.evaluate('ran')) as number;
    // The extension is there before the page is. A site's tag can do nothing before it runs, nor can what it painted then be unseen.
    const white = shots.filter(({ at, picture }) => (host !== null || at >= ran + FRAME_MS) && whiteness(picture) > 0.01);
    expect(white.map(({ at, picture }) => `${Math.round(at - ran)} ms: ${whiteness(picture).toFixed(3)}`)).toEqual([]);
    expect(shots.filter(({ at }) => at > ran + FRAME_MS).length).toBeGreaterThan(0);
    expect(await page.evaluate('[...grounds]')).toEqual([BLACK]);
    expect(await page.evaluate('document.adoptedStyleSheets.length > 0')).toBe(true);
    // What was painted first goes, the widget's too once it knows that the extension serves the page: without our sheets and marks the page has its own colours.
    await page.waitForFunction(`![...document.adoptedStyleSheets].some((sheet) => /background-color: (#0000|rgba\\(0, 0, 0, 0\\)|transparent) !important/.test(sheet.cssRules[0]?.cssText ?? '') && !/var/.test(sheet.cssRules[0]?.cssText ?? ''))`, { timeout: 9_000 });
  }

  describe('of the widget', () => {
    beforeAll(async () => {
      opened = await launch(name);
      page = await opened.newPage();
    });
    afterAll(() => opened?.close());
    beforeEach(async () => {
      errors = recordErrors(page);
      await visit(page, `${site.origin}/async/`);
      await page.evaluate(`Mingdu.set({ contrast: 'yellow-on-black' }).then(() => Mingdu.settled())`);
    });
    afterEach(async () => {
      await page.evaluate(`localStorage.clear()`);
      expect(ownErrors(errors)).toEqual([]);
    });

    it.each(['async', 'defer', 'plain'])('shows no white, tag %s', (kind) => noWhite(`/${kind}/?next`, null, (url) => page.goto(url)));

    it('paints nothing when nothing is remembered', async () => {
      await page.evaluate(`Mingdu.close()`);
      await page.goto(`${site.origin}/plain/`);
      expect(await page.evaluate('[...grounds]')).toEqual(['none', 'rgb(255, 255, 255)', 'rgb(254, 254, 254)']);
      expect(await page.evaluate(isUntouched)).toBe(true);
    });

    it('takes it away again when the rest cannot be loaded', async () => {
      await page.goto(`${site.origin}/alone/`);
      await page.waitForFunction(isUntouched);
      expect(await page.evaluate('[...grounds]')).toContain(BLACK);
      errors.length = 0;
    });
  });

  describe('of the extension', () => {
    let inside: Page;
    beforeAll(async () => {
      opened = await launch(name, { extension: join(DIST, `extension-${name}`) });
      inside = await openExtensionPage(opened, 'popup/popup.html');
      page = await opened.newPage();
    });
    afterAll(() => opened?.close());
    beforeEach(() => {
      errors = recordErrors(page);
    });
    afterEach(() => expect(ownErrors(errors)).toEqual([]));

    const registered = `(globalThis.browser ?? globalThis.chrome).scripting.getRegisteredContentScripts({ ids: ['first-paint'] }).then((all) => all.map(({ js, excludeMatches }) => [js, excludeMatches ?? []]))`;
    async function keep(state: object, files: readonly unknown[]): Promise<void> {
      await inside.bringToFront();
      await storageLocal(inside, { mingdu: { version: 1, toolbar: 'none', settings: { contrast: 'yellow-on-black' }, ...state } });
      await expect.poll(() => inside.evaluate(registered), { timeout: 5_000 }).toEqual(files);
      await page.bringToFront();
    }
    const FILE = /first-yellow-on-black\.js$/;
    const one = (exclude: readonly string[] = []) => [[[expect.stringMatching(FILE)], exclude]];

    it('shows no white', async () => {
      await keep({ on: true }, one());
      await page.goto(site.on(HOME, '/bare/'));
      await page.waitForFunction(isReady(BLACK));
      await noWhite('/bare/?next', HOME, (url) => page.goto(url));
    });

    it('shows no white on a page that has the widget, both of a mind', async () => {
      await keep({ on: true }, one());
      await page.goto(site.on(HOME, '/async/'));
      await page.waitForFunction(isReady(BLACK));
      await page.evaluate(`localStorage.setItem('mingdu', JSON.stringify({ version: 1, on: true, toolbar: 'none', settings: { contrast: 'yellow-on-black' } }))`);
      await noWhite('/async/?next', HOME, (url) => page.goto(url));
      await page.evaluate(`localStorage.clear()`);
    });

    it('leaves a page that declines, and a site that the reader switched off', async () => {
      await keep({ on: true }, one());
      await page.goto(site.on(HOME, '/declined/'));
      await page.waitForFunction(isUntouched);
      // Gone before anything of the body was painted.
      expect(await page.evaluate('[...grounds].slice(1)')).not.toContain(BLACK);
      await keep({ on: true, sites: { [HOME]: 'off' } }, one([`*://${HOME}/*`]));
      await page.goto(site.on(HOME, '/bare/'));
      await frames(page, 10);
      expect(await page.evaluate('[...grounds]')).toEqual(['none', 'rgb(255, 255, 255)', 'rgb(254, 254, 254)']);
      expect(await page.evaluate(isUntouched)).toBe(true);
    });

    it('ends with 退出', async () => {
      await keep({ on: true }, one());
      await keep({ on: false }, []);
      await page.goto(site.on(HOME, '/bare/'));
      expect(await page.evaluate('[...grounds]')).toEqual(['none', 'rgb(255, 255, 255)', 'rgb(254, 254, 254)']);
      expect(await page.evaluate(isUntouched)).toBe(true);
    });
  });
});
