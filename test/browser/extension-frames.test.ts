// The extension in every frame of a page, in several tabs, in private windows, and in Firefox without its sites: what one place is told holds
// in all, and each is restored exactly. One page alone is in extension.test.ts, reloads are in extension-robust.test.ts.
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS, launch, type OpenBrowser } from '../support/browsers';
import { openExtensionPage, pressAction, storageLocal } from '../support/extension';
import { agreeInFirefox, allowPrivate, forbidHomeSites, openManagement, openPrivately } from '../support/extension-life';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { TOOLBARS } from '../support/interface';
import { DIST, frames, ownErrors, recordErrors } from '../support/product';
import { startSite, type Site } from '../support/site';

const HOME = 'www.example.gov.cn';
const OTHER = 'other.example.gov.cn';
const ELSEWHERE = 'www.example.com.cn';
const text = '<h1>通知</h1><p id="text" style="font-size:16px">关于农村道路的通知，请大家互相转告。</p>';
const page0 = (body: string) => ({ body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title></head><body>${text}${body}</body></html>` });
const escaped = text.replaceAll('"', '&quot;');
/** Frames of all kinds by their names; each shows the same text. */
const FRAMES = (port: number) => `<iframe name="same" src="/plain/"></iframe><iframe name="cross" src="http://${OTHER}:${port}/plain/"></iframe>
<iframe name="srcdoc" srcdoc="${escaped}"></iframe><iframe name="sandboxed" sandbox="allow-scripts" src="/plain/"></iframe>
<iframe name="hidden" width="1" height="1" style="border:0" src="/plain/"></iframe><iframe name="blank"></iframe>
<script>document.querySelector('[name=blank]').contentDocument.body.innerHTML = ${JSON.stringify(text)};
addLate = () => { const late = document.createElement('iframe'); late.name = 'late'; late.src = '/plain/'; document.body.append(late); };</script>`;
const SHOWN = ['same', 'cross', 'srcdoc', 'sandboxed', 'blank'];
const IS_ON = `getComputedStyle(text).fontSize === '32px' && document.querySelectorAll('ruby[data-mingdu]').length > 0 && getComputedStyle(document.body).backgroundColor === 'rgb(0, 0, 0)'`;
const IS_OFF = `!/mingdu-x/.test(document.documentElement.outerHTML) && document.querySelectorAll('[data-mingdu]').length === 0`;
const ON = { version: 1, on: true, toolbar: 'open', settings: { textSize: 200, contrast: 'yellow-on-black', pinyin: 'all' } };
const OFF = { ...ON, on: false, toolbar: 'none' };

describe.each(BROWSERS)('the extension in %s', (name) => {
  let opened: OpenBrowser;
  let site: Site;
  let inside: Page;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    site = await startSite([
      { at: '/plain/', from: () => page0('') },
      { at: '/frames/', from: () => page0(FRAMES(site.port)) },
    ]);
    opened = await launch(name, { extension: join(DIST, `extension-${name}`) });
    inside = await openExtensionPage(opened, 'popup/popup.html');
  });
  afterAll(async () => {
    await opened?.close();
    await site?.close();
  });
  beforeEach(async () => {
    await keep(OFF);
    page = await opened.newPage();
    errors = recordErrors(page);
  });
  afterEach(async () => {
    expect(ownErrors(errors)).toEqual([]);
    await page.close();
  });

  async function keep(state: object): Promise<unknown> {
    await inside.bringToFront();
    return (await storageLocal(inside, { mingdu: state }))['mingdu'];
  }
  async function frameOf(frame: string): Promise<Frame> {
    const element = await page.waitForSelector(`iframe[name="${frame}"]`);
    const found = await element?.contentFrame();
    if (!found) throw new Error(`no frame ${frame}`);
    return found;
  }
  const until = (where: Frame | Page, condition: string) => where.waitForFunction(condition, { polling: 50, timeout: 20_000 });

  it('serves every frame, draws one toolbar, and restores each exactly', async () => {
    await page.goto(site.on(HOME, '/frames/'), { waitUntil: 'load' });
    await frames(page, 3);
    const shown = await Promise.all(SHOWN.map(frameOf));
    const hidden = await frameOf('hidden');
    for (const one of [page, hidden, ...shown]) await takePageSnapshot(one);
    await keep(ON);
    await page.bringToFront();
    for (const one of [page, ...shown]) await until(one, IS_ON);
    await until(page, `${TOOLBARS}.length === 1`);
    for (const one of shown) expect(await one.evaluate(`${TOOLBARS}.length`)).toBe(0);
    await page.evaluate('addLate()');
    const late = await frameOf('late');
    await until(late, IS_ON);
    expect(await hidden.evaluate(IS_OFF)).toBe(true);
    await pressAction(opened, page);
    for (const one of [page, late, ...shown]) await until(one, IS_OFF);
    await page.evaluate(`document.querySelector('[name=late]').remove()`);
    for (const [at, one] of [page, hidden, ...shown].entries()) expect(await pageDifferences(one), ['page', 'hidden', ...SHOWN][at]).toEqual([]);
  });

  it('on another site reaches by one press all frames that the browser lets it into', async () => {
    await page.goto(site.on(ELSEWHERE, '/frames/'), { waitUntil: 'load' });
    await pressAction(opened, page);
    await until(page, `${TOOLBARS}.length === 1`);
    await keep(ON);
    await page.bringToFront();
    // The frame of a home site is served wherever it stands.
    for (const one of [page, ...(await Promise.all(['same', 'srcdoc', 'cross'].map(frameOf)))]) await until(one, IS_ON);
    await pressAction(opened, page);
    for (const one of [page, ...(await Promise.all(['same', 'srcdoc', 'cross'].map(frameOf)))]) await until(one, IS_OFF);
  });

  it('two tabs agree: the one behind follows when it is seen', async () => {
    await page.goto(site.on(HOME, '/plain/'), { waitUntil: 'load' });
    const other = await opened.newPage();
    await other.goto(site.on(OTHER, '/plain/'), { waitUntil: 'load' });
    await pressAction(opened, other);
    await until(other, `${TOOLBARS}.length === 1`);
    await page.bringToFront();
    await until(page, `${TOOLBARS}.length === 1`);
    await keep(ON);
    for (const one of [page, other]) {
      await one.bringToFront();
      await until(one, IS_ON);
    }
    await pressAction(opened, other);
    await until(other, IS_OFF);
    await page.bringToFront();
    await until(page, IS_OFF);
    await other.close();
  });

  describe.runIf(name === 'firefox')('without its sites, as Firefox lets a reader choose', () => {
    it('waits for a press, asks, and works', async () => {
      await keep(ON);
      await forbidHomeSites(opened);
      await page.bringToFront();
      await page.goto(site.on(HOME, '/plain/'), { waitUntil: 'load' });
      await frames(page, 10);
      expect(await page.evaluate(IS_OFF)).toBe(true);
      await pressAction(opened, page);
      await until(page, `${IS_ON} && ${TOOLBARS}.length === 1`);
      await agreeInFirefox(opened);
      await page.goto(site.on(OTHER, '/plain/'), { waitUntil: 'load' });
      await until(page, `${IS_ON} && ${TOOLBARS}.length === 1`);
    });
  });

  // Last: it is loaded anew for it.
  it('follows in a private window, and keeps nothing of what was seen there', async () => {
    const management = await openManagement(opened);
    await inside.close();
    await allowPrivate(opened, management);
    inside = await openExtensionPage(opened, 'popup/popup.html');
    await keep({ ...ON, places: [] });
    const secret = await openPrivately(opened, inside, site.on(HOME, '/plain/?private'));
    await until(secret, `${IS_ON} && ${TOOLBARS}.length === 1`);
    const before = await storageLocal(inside);
    await secret.evaluate(`document.dispatchEvent(new CustomEvent('mingdu-x-request', { cancelable: true, detail: '{"settings":{"textSize":150}}' }))`);
    await until(secret, `getComputedStyle(text).fontSize === '24px'`);
    await expect.poll(() => storageLocal(inside)).toEqual({ mingdu: { ...(before['mingdu'] as object), settings: { ...ON.settings, textSize: 150 } } });
    await keep(OFF);
    await secret.bringToFront();
    await until(secret, IS_OFF);
    await secret.close();
  });
});
