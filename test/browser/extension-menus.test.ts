// The entries in the browser's menus, through the built extension: 朗读所选 and 给所选注音 on what is selected, in pages and frames, and what the
// answers about sites do. Which message each entry sends, and what is asked of the browser, is in test/extension/menus.test.ts.
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { assertNoForeignRequests, BROWSERS, launch, type OpenBrowser } from '../support/browsers';
import { STOP_IN_VIEW } from '../support/caption';
import { openExtensionPage, pressAction, storageLocal } from '../support/extension';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { rootWith, TOOLBARS } from '../support/interface';
import { allow, chooseInMenu, type Choice, show } from '../support/menus';
import { DIST, frames, ownErrors, recordErrors } from '../support/product';
import { startSite, type Site } from '../support/site';

const HOME = 'www.example.gov.cn';
const ELSEWHERE = 'www.example.com.cn';
const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title></head><body><h1>关于农村道路的通知</h1>
<p id="one">各单位应当认真办理。请按时报送<b>有关材料</b>，不得延误。</p><p id="two">本通知自印发之日起施行。</p><iframe id="frame" src="/framed" width="600" height="200"></iframe></body></html>`;
const FRAMED = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>框</title></head><body><p id="one">框里的通知，请大家互相转告。</p></body></html>`;
/** The least that a viewer takes for a page. */
const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';
const isUntouched = `!/mingdu-x/.test(document.documentElement.outerHTML) && document.querySelectorAll('[data-mingdu]').length === 0`;
/** Characters that have a reading, in the order of the page. */
const READ = `[...document.querySelectorAll('ruby[data-mingdu] rt[data-py]:not([data-py=""])')].map((rt) => rt.previousSibling.textContent).join('')`;
const select = (from: number, to: number, end = 'one.firstChild') => `getSelection().setBaseAndExtent(one.firstChild, ${from}, ${end}, ${to})`;

describe.each(BROWSERS)('the menus in %s', (name) => {
  let opened: OpenBrowser;
  let site: Site;
  let page: Page;
  let inside: Page;
  let errors: string[];

  beforeAll(async () => {
    site = await startSite([
      { at: '/', from: () => ({ body: PAGE }) },
      { at: '/framed', from: () => ({ body: FRAMED }) },
      { at: '/notice.pdf', from: () => ({ type: 'application/pdf', body: PDF }) },
    ]);
    // Firefox asks nobody then, and takes every question for answered with yes.
    opened = await launch(name, { extension: join(DIST, `extension-${name}`), prefs: { 'extensions.webextOptionalPermissionPrompts': false } });
    inside = await openExtensionPage(opened, 'popup/popup.html');
  });
  afterAll(async () => {
    await opened?.close();
    await site?.close();
  });
  beforeEach(async () => {
    await inside.bringToFront();
    await inside.evaluate('(globalThis.browser ?? globalThis.chrome).storage.local.clear()');
    page = await opened.newPage();
    errors = recordErrors(page);
  });
  afterEach(async () => {
    expect(ownErrors(errors)).toEqual([]);
    await page.close();
  });

  const kept = async () => (await storageLocal(inside))['mingdu'];
  const keep = async (state: object) => {
    await storageLocal(inside, { mingdu: { version: 1, on: false, toolbar: 'none', settings: {}, ...state } });
    await page.bringToFront();
  };
  const go = (host = HOME) => page.goto(site.on(host, '/'), { waitUntil: 'load' });
  const choose = (id: string, more?: Choice) => chooseInMenu(opened, page, id, inside, more);
  const popup = () => inside.evaluate(`(async () => { const api = globalThis.browser ?? globalThis.chrome; const tabs = await api.tabs.query({}); return Promise.all(tabs.map(({ id }) => api.action.getPopup({ tabId: id }))); })()`) as Promise<string[]>;
  const explains = (kind: string) => expect.poll(async () => (await popup()).filter((one) => one.endsWith(`?unreachable${kind}`)).length, { timeout: 10_000 }).toBe(1);
  const SIZE = `getComputedStyle(one).fontSize`;

  it('给所选注音 reads the selection alone, whatever the setting, and the same again, or 退出, leaves the page as it was', async () => {
    await go();
    await page.evaluate(select(2, 2, 'one.querySelector("b").firstChild'));
    await takePageSnapshot(page);
    await choose('Annotate');
    await page.waitForFunction(`${READ} === '位应当认真办理请按时报送有关'`, { timeout: 15_000 });
    await page.waitForFunction(`${TOOLBARS}.length === 1 && ${TOOLBARS}[0].textContent.includes('想去掉')`);
    expect(await page.evaluate('String(getSelection())')).toBe('位应当认真办理。请按时报送有关');
    expect(await kept()).toMatchObject({ on: true, settings: {} });
    // Another place beside it; then both go.
    await page.evaluate(`getSelection().setBaseAndExtent(two.firstChild, 0, two.firstChild, 3)`);
    await choose('Annotate');
    await page.waitForFunction(`${READ} === '位应当认真办理请按时报送有关本通知'`);
    await choose('Annotate');
    await page.waitForFunction(`${READ} === ''`);
    await page.evaluate(select(2, 2, 'one.querySelector("b").firstChild'));
    await choose('Annotate');
    await page.waitForFunction(`${READ} === '位应当认真办理请按时报送有关'`);
    await pressAction(opened, page);
    await page.waitForFunction(isUntouched);
    expect(await pageDifferences(page)).toEqual([]);
  });

  it('给所选注音 gives way to 拼音 of the whole page, and says so where that is on', async () => {
    await go();
    await page.evaluate(select(0, 2));
    await choose('Annotate');
    await page.waitForFunction(`${READ} === '各单'`, { timeout: 15_000 });
    await keep({ on: true, toolbar: 'open', settings: { pinyin: 'all' } });
    await page.waitForFunction(`${READ}.includes('关于农村道路的通知各单位应当')`);
    await choose('Annotate');
    await page.waitForFunction(`${TOOLBARS}[0]?.textContent.includes('已经标了拼音')`);
    await keep({ on: true, toolbar: 'open' });
    await page.waitForFunction(`${READ} === ''`);
  });

  it('朗读所选 says the selection alone, marked, with 停止 in view', async () => {
    await keep({ settings: { caption: true } });
    await go();
    // There is no voice on this machine: the caption shows what one would say.
    await page.evaluate(`heard = []; stops = []; marks = []; setInterval(() => {
      const root = ${rootWith('.band')};
      const text = [...(root?.querySelectorAll('.row') ?? [])].map((row) => [...row.querySelectorAll('.han')].map((one) => one.dataset.t).join('')).join('').replace(/\\s/g, '');
      if (!text) return;
      if (heard.at(-1) !== text) heard.push(text);
      stops.push(${STOP_IN_VIEW});
      for (const [name, marked] of CSS.highlights) if (name.startsWith('mingdu-speech')) marks.push([...marked].join(''));
    }, 30)`);
    await page.evaluate(select(2, 2, 'one.querySelector("b").firstChild'));
    await choose('Read');
    await page.waitForFunction(`heard.at(-1) === '请按时报送有关' && ${TOOLBARS}[0].textContent.includes('从这里读')`, { timeout: 20_000 });
    // The half sentence at the beginning, the one that ends in the midst, and nothing else.
    expect(await page.evaluate('heard')).toEqual(['位应当认真办理。', '请按时报送有关']);
    expect(await page.evaluate('stops')).toContain(true);
    expect(await page.evaluate(`marks.some((one) => one === '位应当认真办理。')`)).toBe(true);
    expect(await kept()).toMatchObject({ on: true, settings: { caption: true } });
  });

  it('are obeyed in the frame where they were chosen, and 退出 ends it there', async () => {
    await go();
    const framed = page.frames().find((one) => one.url().endsWith('/framed'));
    if (!framed) throw new Error('no frame');
    await framed.evaluate(select(0, 5));
    await choose('Annotate', { frame: '/framed' });
    await framed.waitForFunction(`${READ} === '框里的通知'`, { timeout: 15_000 });
    await page.waitForFunction(`${TOOLBARS}.length === 1`);
    expect(await page.evaluate(READ)).toBe('');
    await pressAction(opened, page);
    await framed.waitForFunction(isUntouched);
  });

  it('打开明读 opens, and never closes', async () => {
    await go();
    await choose('Open');
    await page.waitForFunction(`${TOOLBARS}.length === 1`, { timeout: 15_000 });
    await choose('Open');
    await frames(page, 10);
    expect(await page.evaluate(`${TOOLBARS}.length`)).toBe(1);
  });

  it('在此网站不再使用 ends it on pages of the site, open or to come, and not elsewhere; a press still opens', async () => {
    await keep({ on: true, settings: { textSize: 200 } });
    await go();
    await page.waitForFunction(`${SIZE} === '32px'`, { timeout: 15_000 });
    const same = await opened.newPage();
    await same.goto(site.on(HOME, '/framed'));
    const other = await opened.newPage();
    await other.goto(site.on('other.example.gov.cn', '/framed'));
    await other.waitForFunction(`${SIZE} === '32px'`);
    await same.bringToFront();
    await same.waitForFunction(`${SIZE} === '32px'`);
    await choose('Never');
    await page.waitForFunction(isUntouched);
    await same.bringToFront();
    await same.waitForFunction(isUntouched);
    await other.bringToFront();
    expect(await other.evaluate(SIZE)).toBe('32px');
    expect(await kept()).toMatchObject({ on: true, settings: { textSize: 200 }, sites: { [HOME]: 'off' } });
    await page.bringToFront();
    await go();
    await frames(page, 20);
    expect(await page.evaluate(isUntouched)).toBe(true);
    await pressAction(opened, page);
    await page.waitForFunction(`${SIZE} === '32px' && ${TOOLBARS}.length === 1`, { timeout: 15_000 });
    await same.close();
    await other.close();
  });

  it('leave for a site, given or taken back in the browser, holds from its next page on, and touches no other tab', async () => {
    await keep({ on: true, settings: { textSize: 200 } });
    await go(ELSEWHERE);
    await allow(opened, inside, `*://${ELSEWHERE}/*`, true);
    await page.bringToFront();
    await frames(page, 20);
    expect(await page.evaluate(isUntouched)).toBe(true);
    await registered(true);
    await page.bringToFront();
    await page.reload();
    await page.waitForFunction(`${SIZE} === '32px'`, { timeout: 15_000 });
    await allow(opened, inside, `*://${ELSEWHERE}/*`, false);
    await registered(false);
    await page.bringToFront();
    await page.reload();
    await frames(page, 20);
    expect(await page.evaluate(isUntouched)).toBe(true);
  });
  const registered = (is: boolean) =>
    expect.poll(() => inside.evaluate(`(globalThis.browser ?? globalThis.chrome).scripting.getRegisteredContentScripts({ ids: ['asked-sites'] }).then((found) => found.length)`)).toBe(is ? 1 : 0);

  // Chromium asks its question of a person alone; there the unit test has to do.
  it.runIf(name === 'firefox')('在此网站始终使用 and 在所有网站使用 come along from the next page on', async () => {
    await go(ELSEWHERE);
    await choose('Always');
    await page.waitForFunction(`${TOOLBARS}.length === 1`, { timeout: 15_000 });
    await registered(true);
    expect(await kept()).toMatchObject({ on: true, sites: { [ELSEWHERE]: 'on' } });
    await page.goto(site.on(ELSEWHERE, '/framed'));
    await page.waitForFunction(`${TOOLBARS}.length === 1`, { timeout: 15_000 });
    await choose('Never');
    await page.waitForFunction(isUntouched);
    await registered(false);
    await choose('Everywhere', { checked: true });
    await registered(true);
    await page.bringToFront();
    await frames(page, 10);
    expect(await page.evaluate(isUntouched)).toBe(true);
    // Never wins.
    await page.goto(site.on(ELSEWHERE, '/'));
    await frames(page, 20);
    expect(await page.evaluate(isUntouched)).toBe(true);
    await choose('Everywhere', { checked: false });
    await registered(false);
  });

  it('a page that cannot be reached is explained: the browser’s own, a PDF', async () => {
    await show(opened, page, name === 'chromium' ? 'chrome://version/' : 'about:license');
    await choose('Open');
    await explains('');
    await show(opened, page, site.on(HOME, '/notice.pdf'));
    await choose('Open');
    await explains('Pdf');
  });

  it('asked nobody for anything', () => {
    assertNoForeignRequests(opened);
  });
});
