// The built extension as a reader has it: its button, the next page, another tab, sites that decline, and a site that has the widget as well.
// What its parts do alone is in test/extension/.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { assertNoForeignRequests, BROWSERS, launch, type OpenBrowser } from '../support/browsers';
import { openExtensionPage, pressAction, storageLocal } from '../support/extension';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { TOOLBARS } from '../support/interface';
import { demoMounts, DIST, frames, ownErrors, recordErrors, STRONGEST, visit, widgetMount } from '../support/product';
import { startSite, type Site } from '../support/site';
import { strictMount } from '../support/strict-policy';

const HOME = 'www.example.gov.cn';
const ELSEWHERE = 'www.example.com.cn';
const plain = (head = '') => ({
  body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title>${head}</head><body><h1>通知</h1><p id="text">关于农村道路的通知，请大家互相转告。</p><a id="next" href="/plain/next">下一页</a></body></html>`,
});
const STUBBORN = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title><style>@layer page { #layer { color: #999 !important; font-size: 14px !important } }</style></head>
<body><p id="text">关于农村道路的通知。</p><p id="inline" style="font-size: 12px !important; color: #777 !important; background: #eee !important">请大家互相转告。</p>
<p id="layer">层里的话。</p><div style="font-size:13px!important ;"><b id="deep">再说一遍。</b></div><div id="more"></div></body></html>`;
const SIZE = `getComputedStyle(text).fontSize`;
const isUntouched = `!/mingdu-x/.test(document.documentElement.outerHTML) && document.querySelectorAll('[data-mingdu]').length === 0`;

describe.each(BROWSERS)('the extension in %s', (name) => {
  let opened: OpenBrowser;
  let site: Site;
  let page: Page;
  /** A page of the extension itself, the one place its storage can be reached from. */
  let inside: Page;
  let errors: string[];

  beforeAll(async () => {
    site = await startSite([
      ...demoMounts(),
      widgetMount(),
      strictMount(),
      { at: '/plain/', from: () => plain() },
      { at: '/stubborn/', from: () => ({ body: STUBBORN }) },
      { at: '/listed/', from: () => plain('<script type="text/plain" data-mingdu-py>道路 dǎo lǔ</script>') },
      { at: '/declined/', from: () => plain('<meta name="mingdu" content="off">') },
    ]);
    const folder = join(DIST, `extension-${name}`);
    opened = await launch(name, { extension: folder });
    inside = await openExtensionPage(opened, existsSync(join(folder, 'popup/popup.html')) ? 'popup/popup.html' : 'options/options.html');
  });
  afterAll(async () => {
    await opened?.close();
    await site?.close();
  });
  beforeEach(async () => {
    await keep(null);
    page = await opened.newPage();
    errors = recordErrors(page);
  });
  afterEach(async () => {
    expect(ownErrors(errors)).toEqual([]);
    await page.close();
  });

  async function keep(state: object | null): Promise<void> {
    await inside.bringToFront();
    if (state === null) await inside.evaluate('(globalThis.browser ?? globalThis.chrome).storage.local.clear()');
    else await storageLocal(inside, { mingdu: state });
  }
  const kept = async () => (await storageLocal(inside))['mingdu'];
  const on = (settings: object, more: object = {}) => keep({ version: 1, on: true, toolbar: 'none', settings, ...more });
  const go = (path: string, host = HOME) => page.goto(site.on(host, path), { waitUntil: 'load' });
  const opens = () => page.waitForFunction(`${TOOLBARS}.length === 1`, { timeout: 15_000 });

  it('does nothing at the first visit of a government site', async () => {
    await go('/plain/');
    await frames(page, 10);
    expect(await page.evaluate(isUntouched)).toBe(true);
    expect(await page.evaluate('document.adoptedStyleSheets.length')).toBe(0);
    expect(await kept()).toBeUndefined();
  });

  it('a press of the button opens the toolbar, another closes and restores', async () => {
    await go('/plain/');
    await takePageSnapshot(page);
    await pressAction(opened, page);
    await opens();
    expect(await kept()).toMatchObject({ version: 1, on: true, toolbar: 'open' });
    await pressAction(opened, page);
    await page.waitForFunction(isUntouched);
    expect(await pageDifferences(page)).toEqual([]);
    expect(await kept()).toMatchObject({ on: false });
  });

  it('all aids work, and end exactly when the reader leaves in another tab', async () => {
    await go('/article.html');
    await frames(page, 5);
    await takePageSnapshot(page);
    await on(STRONGEST);
    await page.bringToFront();
    await page.waitForFunction(`document.querySelectorAll('ruby[data-mingdu]').length > 20 && getComputedStyle(document.body).backgroundColor === 'rgb(0, 0, 0)'`, { timeout: 20_000 });
    expect(await page.evaluate(`parseFloat(getComputedStyle(document.querySelector('.article .body p')).fontSize)`)).toBeGreaterThan(30);
    await keep({ version: 1, on: false, toolbar: 'none', settings: STRONGEST });
    await page.bringToFront();
    await page.waitForFunction(`!/mingdu-x/.test(document.documentElement.outerHTML)`);
    expect(await pageDifferences(page)).toEqual([]);
  });

  it('the article alone comes with all aids in it, and ends exactly', async () => {
    const inside = `document.querySelector('[data-mingdu="article"]')?.shadowRoot`;
    await go('/article.html');
    await frames(page, 5);
    await takePageSnapshot(page);
    await on({ ...STRONGEST, view: 'article' });
    await page.bringToFront();
    await page.waitForFunction(`${inside}?.querySelectorAll('ruby').length > 10 && getComputedStyle(${inside}.querySelector('.body p')).color === 'rgb(255, 255, 0)'`, { timeout: 20_000 });
    expect(await page.evaluate(`parseFloat(getComputedStyle(${inside}.querySelector('.body p')).fontSize)`)).toBeGreaterThan(40);
    await keep({ version: 1, on: false, toolbar: 'none', settings: STRONGEST });
    await page.bringToFront();
    await page.waitForFunction(`!/mingdu-x|data-mingdu="article"/.test(document.documentElement.outerHTML)`);
    expect(await pageDifferences(page)).toEqual([]);
  });

  it('readings that the reader corrected count, also from another tab, and so does the site\'s list of words', async () => {
    const read = (readings: string) => page.waitForFunction(`[...text.querySelectorAll('rt')].slice(2, 7).map((rt) => rt.dataset.py).join(' ') === '${readings}'`, { timeout: 15_000 });
    await on({ pinyin: 'all' }, { readings: { 农村: 'nōng cūn', 坏: 'x' } });
    await page.bringToFront();
    await go('/listed/');
    await read('nōng cūn dǎo lǔ de');
    await on({ pinyin: 'all' }, { readings: { 道: 'dāo' } });
    await page.bringToFront();
    await read('nóng cūn dāo lǔ de');
  });

  it('what the reader chose follows to the next page and to another tab', async () => {
    await go('/plain/');
    await on({ textSize: 200 }, { toolbar: 'open' });
    await page.bringToFront();
    await page.waitForFunction(`${SIZE} === '32px'`);
    await page.click('#next');
    await page.waitForFunction(`location.pathname === '/plain/next' && ${SIZE} === '32px' && ${TOOLBARS}.length === 1`);
    const other = await opened.newPage();
    await other.goto(site.on('other.example.gov.cn', '/plain/'), { waitUntil: 'load' });
    await other.waitForFunction(`${SIZE} === '32px'`);
    await pressAction(opened, other);
    await other.waitForFunction(`${SIZE} === '16px'`);
    await page.bringToFront();
    await page.waitForFunction(`${SIZE} === '16px' && ${isUntouched}`);
    await other.close();
  });

  it('keeps off a site that the reader switched off, and off a page that declines', async () => {
    await on({ textSize: 200 }, { sites: { [HOME]: 'off' } });
    await page.bringToFront();
    await go('/plain/');
    await frames(page, 20);
    expect(await page.evaluate(isUntouched)).toBe(true);
    await on({ textSize: 200 });
    await page.bringToFront();
    await go('/declined/');
    await frames(page, 20);
    expect(await page.evaluate(isUntouched)).toBe(true);
    await pressAction(opened, page);
    await opens();
    await page.waitForFunction(`${SIZE} === '32px'`);
  });

  it('works under the strict policy', async () => {
    await on(STRONGEST, { toolbar: 'open' });
    await page.bringToFront();
    await go('/csp/');
    await opens();
    await page.waitForFunction(`document.querySelectorAll('ruby[data-mingdu]').length > 20 && getComputedStyle(document.body).backgroundColor === 'rgb(0, 0, 0)'`, { timeout: 20_000 });
    expect(await page.evaluate('[violations, pageErrors]')).toEqual([[], []]);
  });

  it('wins over what the page holds inline or in a layer, and leaves every style attribute as it is', async () => {
    const styles = `[...document.querySelectorAll('[style]:not([data-mingdu])')].map((one) => one.outerHTML.replace(/ data-mingdu-x-[\\w-]+="[^"]*"/g, ''))`;
    await go('/stubborn/');
    const before = await page.evaluate(styles);
    await takePageSnapshot(page);
    await on({ textSize: 200, contrast: 'yellow-on-black' });
    await page.bringToFront();
    const look = `['text', 'inline', 'layer', 'deep'].map((id) => { const { fontSize, color, backgroundColor } = getComputedStyle(document.getElementById(id)); return [id, fontSize, color, backgroundColor].join(); })`;
    const [BLACK, CLEAR, YELLOW] = ['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)', 'rgb(255, 255, 0)'];
    await expect
      .poll(() => page.evaluate(look), { timeout: 15_000 })
      .toEqual([`text,32px,${YELLOW},${CLEAR}`, `inline,24px,${YELLOW},${BLACK}`, `layer,28px,${YELLOW},${CLEAR}`, `deep,26px,${YELLOW},${CLEAR}`]);
    expect(await page.evaluate(styles)).toEqual(before);
    await page.evaluate(`more.innerHTML = '<p id="late" style="font-size:10px!important;color:#ccc!important">后来的话</p>'`);
    await page.waitForFunction(`getComputedStyle(late).fontSize === '20px' && getComputedStyle(late).color === '${YELLOW}'`);
    expect(await page.evaluate(`late.getAttribute('style')`)).toBe('font-size:10px!important;color:#ccc!important');
    await page.evaluate(`more.textContent = ''`);
    await on({ textSize: 300, contrast: 'black-on-white' });
    await page.bringToFront();
    await page.waitForFunction(`getComputedStyle(inline).fontSize === '36px' && getComputedStyle(layer).color === '${BLACK}'`);
    const mark = await page.evaluate(`inline.getAttribute('data-mingdu-x-user')`);
    expect(mark).toMatch(/./);
    await keep({ version: 1, on: false, toolbar: 'none', settings: {} });
    await page.bringToFront();
    await page.waitForFunction(isUntouched);
    expect(await pageDifferences(page)).toEqual([]);
    // No rule of ours is left in the browser either: its mark, set by hand, says nothing.
    await page.evaluate(`inline.setAttribute('data-mingdu-x-user', ${JSON.stringify(mark)}); inline.style.removeProperty('color')`);
    await page.waitForFunction(`getComputedStyle(inline).fontSize === '12px' && getComputedStyle(inline).color === 'rgb(0, 0, 0)'`, { timeout: 3_000 });
  });

  it('comes to other sites only when asked', async () => {
    await on({ textSize: 200 });
    await page.bringToFront();
    await go('/plain/', ELSEWHERE);
    await frames(page, 20);
    expect(await page.evaluate(isUntouched)).toBe(true);
    await pressAction(opened, page);
    await opens();
    await page.waitForFunction(`${SIZE} === '32px'`);
  });

  describe('on a page that has the widget', () => {
    it('the site’s own link opens one toolbar, the extension’s', async () => {
      await on({});
      await page.bringToFront();
      await visit(page, site.on(HOME, '/article.html'));
      await page.waitForFunction(`/extension/.test(document.documentElement.getAttribute('data-mingdu-x-owner') ?? '')`);
      await page.click('[data-mingdu-open]');
      await opens();
      expect(await page.evaluate(`document.documentElement.getAttribute('data-mingdu-x-owner')`)).toMatch(/^extension /);
      expect(await kept()).toMatchObject({ on: true, toolbar: 'open' });
    });

    it('the extension takes over from the widget, and the page never has two toolbars', async () => {
      await visit(page, site.on(HOME, '/article.html'));
      await page.evaluate(`most = 0; new MutationObserver(() => { most = Math.max(most, ${TOOLBARS}.length); }).observe(document.documentElement, { childList: true, subtree: true })`);
      await page.click('[data-mingdu-open]');
      await opens();
      expect(await page.evaluate(`document.documentElement.getAttribute('data-mingdu-x-owner')`)).toMatch(/^widget /);
      await pressAction(opened, page);
      await page.waitForFunction(`/^extension/.test(document.documentElement.getAttribute('data-mingdu-x-owner') ?? '') && ${TOOLBARS}.length === 1`);
      expect(await page.evaluate('most')).toBe(1);
      await page.evaluate(`localStorage.removeItem('mingdu')`);
    });

    it('window.Mingdu stays and hands on settings', async () => {
      await on({});
      await page.bringToFront();
      await visit(page, site.on(HOME, '/article.html'));
      await page.waitForFunction(`/extension/.test(document.documentElement.getAttribute('data-mingdu-x-owner') ?? '')`);
      await page.evaluate(`Mingdu.set({ contrast: 'white-on-black' })`);
      await page.waitForFunction(`getComputedStyle(document.body).backgroundColor === 'rgb(0, 0, 0)'`);
      expect(await page.evaluate(`Mingdu.set({ contrast: 'pink' }).then(() => 'taken', (error) => error.constructor.name)`)).toBe('TypeError');
      expect(await kept()).toMatchObject({ settings: { contrast: 'white-on-black' } });
    });
  });

  it('asked nobody for anything', () => {
    assertNoForeignRequests(opened);
  });
});
