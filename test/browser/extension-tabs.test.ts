// The extension in two tabs: one speaks at a time, though the background has ended; and a tab that the browser discards to save memory comes
// back with what was on, the widget's as well. What else befalls background and pages is in extension-robust.test.ts.
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pageDifferences, pageSideCode } from '../../scripts/instrument/instrument';
import { BROWSERS, launch, type OpenBrowser } from '../support/browsers';
import { openExtensionPage, storageLocal } from '../support/extension';
import { stopBackground } from '../support/extension-life';
import { TOOLBARS } from '../support/interface';
import { closeAndForget, DIST, frames, ownErrors, recordErrors, set, widgetMount } from '../support/product';
import { fakeSpeechScript } from '../support/speech-page';
import { startSite, type Site } from '../support/site';

const HOME = 'www.example.gov.cn';
/** A page that takes its own snapshot when it has been parsed: with aids left on, it is never seen without them by anybody else. */
const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>通知</title><script src="/probe.js"></script></head><body><main><a href="#" data-mingdu-open>无障碍浏览</a><h1>关于农村道路养护工作安排的通知</h1>
<p id="text">各乡镇人民政府要按照要求做好农村道路的养护工作，有事请到三号窗口办理。</p><p>联系电话见公告栏，办公时间为上午八点到十二点。</p></main><script>mingduProbe.take('before')</script></body></html>`;
const CHOSEN = { textSize: 150, contrast: 'yellow-on-black', pinyin: 'all' };
/** Slow enough that a sentence still sounds when another tab begins. */
const MS_PER_CHARACTER = 1_000;
const BUTTON = `${TOOLBARS}[0]?.querySelector('.bar [data-item=speech]')`;
const WAIT = { timeout: 15_000 };
/** By the clock: a tab that has just come to the front may draw no frame for a while. */
const LOOK = { ...WAIT, polling: 40 };
const API = '(globalThis.browser ?? globalThis.chrome)';

const isOn = (px: number) => `${TOOLBARS}.length === 1 && document.querySelectorAll('#text ruby[data-mingdu] rt[data-py]').length > 20
  && getComputedStyle(document.querySelector('#text')).fontSize === '${px}px' && getComputedStyle(document.body).backgroundColor === 'rgb(0, 0, 0)'`;

describe.each(BROWSERS)('the extension in %s, in two tabs', (name) => {
  let opened: OpenBrowser;
  let site: Site;
  /** A page of the extension, which reaches its storage, the tabs and the world of its scripts in them. */
  let inside: Page;
  /** Of each page, filled as it lives. */
  let errors: string[][];

  beforeAll(async () => {
    site = await startSite([
      { at: '/probe.js', from: () => ({ type: 'text/javascript', body: pageSideCode() }) },
      widgetMount(),
      // After the page has taken its snapshot.
      { at: '/tagged', from: () => ({ body: PAGE.replace('</head>', '<script defer src="/mingdu/mingdu.js"></script></head>') }) },
      { at: '/', from: () => ({ body: PAGE }) },
    ]);
    opened = await launch(name, { extension: join(DIST, `extension-${name}`) });
    inside = await openExtensionPage(opened, 'popup/popup.html');
  });
  afterAll(async () => {
    await opened?.close();
    await site?.close();
  });
  beforeEach(() => {
    errors = [];
  });
  afterEach(() => expect(ownErrors(errors.flat())).toEqual([]));

  async function open(query: string, path = '/'): Promise<Page> {
    const page = await opened.newPage();
    errors.push(recordErrors(page));
    await page.goto(site.on(HOME, `${path}?${query}`), { waitUntil: 'load' });
    return page;
  }
  const keep = (state: object) => storageLocal(inside, { mingdu: { version: 1, on: true, toolbar: 'open', settings: {}, ...state } });
  /** Runs an expression with `tab`, the tab of a query. */
  const withTab = (query: string, expression: string) => inside.evaluate(`(async () => { const tab = (await ${API}.tabs.query({})).find(({ url }) => url?.endsWith('?${query}')); return await (${expression}); })()`);
  /** In the world of the extension's scripts in a page, which the page itself cannot reach. */
  const inWorld = (query: string, body: string) =>
    withTab(query, `${API}.scripting.executeScript({ target: { tabId: tab.id }, func: () => { ${body} } }).then(([{ result }]) => result)`);

  describe('whose background has ended', () => {
    const heard = async (query: string) => (await inWorld(query, `const { synthesis, calls } = window.fakeSpeech; return { sounds: synthesis.speaking, given: calls.filter((one) => one !== 'cancel').at(-1) };`)) as { sounds: boolean; given: string };
    const sounds = (query: string, is: boolean) => expect.poll(async () => (await heard(query)).sounds, WAIT).toBe(is);
    const press = (page: Page) => page.evaluate(`${BUTTON}.click()`);
    const offersPause = (page: Page, does: boolean) => page.waitForFunction(`${BUTTON}?.textContent.includes('暂停') === ${does}`, WAIT);
    /** With the voice that a page's own world cannot see; reads once, so that later presses have nothing to fetch and send their turn alone. */
    async function openReading(query: string): Promise<Page> {
      const page = await open(query);
      await page.waitForFunction(`Boolean(${BUTTON})`, WAIT);
      await inWorld(query, fakeSpeechScript('win-huihui', MS_PER_CHARACTER));
      await press(page);
      await offersPause(page, true);
      await sounds(query, true);
      return page;
    }

    it('a page that begins to read pauses the one that was reading, and that one goes on in its sentence when it is asked to', async () => {
      await keep({});
      const second = await openReading('second');
      const first = await openReading('first');
      // Told by a background that was awake.
      await offersPause(second, false);
      await sounds('second', false);
      const { given } = await heard('first');

      await second.bringToFront();
      await stopBackground(opened);
      expect(await heard('first')).toEqual({ sounds: true, given });
      await stopBackground(opened);
      await press(second);
      await offersPause(second, true);
      await offersPause(first, false);
      await sounds('first', false);
      await sounds('second', true);

      await first.bringToFront();
      await stopBackground(opened);
      await press(first);
      await offersPause(first, true);
      await offersPause(second, false);
      await sounds('second', false);
      await expect.poll(() => heard('first'), WAIT).toEqual({ sounds: true, given });
      await first.close();
      await second.close();
    });
  });

  describe('one of which the browser discards to save memory', () => {
    const LARGER = { settings: { textSize: 200 } };
    /** Discards the tab behind, has something done in the one in front, and looks at the first again: its page is loaded anew. */
    async function discarded(query: string, page: Page, meanwhile: () => Promise<unknown>): Promise<Page> {
      await page.evaluate('stays = true');
      await withTab(query, `${API}.tabs.discard(tab.id).then(() => 0)`);
      await expect.poll(() => withTab(query, 'tab.discarded'), WAIT).toBe(true);
      await meanwhile();
      expect(await withTab(query, 'tab.discarded')).toBe(true);
      await withTab(query, `${API}.tabs.update(tab.id, { active: true }).then(() => 0)`);
      const target = await opened.browser.waitForTarget((one) => one.url().endsWith(`?${query}`), WAIT);
      const back = await target.page();
      if (!back) throw new Error('no page in the tab that was looked at again');
      errors.push(recordErrors(back));
      return back;
    }
    /** Once, and not in the page that there was. */
    async function comesBack(back: Page): Promise<void> {
      await back.waitForFunction(isOn(32), LOOK);
      await frames(back, 10);
      expect(await back.evaluate(isOn(32))).toBe(true);
      expect(await back.evaluate('typeof stays')).toBe('undefined');
    }
    async function isAsItWas(back: Page): Promise<void> {
      await back.waitForFunction(`!/mingdu-x/.test(document.documentElement.outerHTML) && document.adoptedStyleSheets.length === 0`, LOOK);
      // What covers a page until it is dressed was there when the page was looked at first.
      expect((await pageDifferences(back)).filter((one) => !one.startsWith('adopted style sheets of the document: '))).toEqual([]);
    }

    it('it comes back with what was on, and with what was chosen meanwhile in another', async () => {
      await keep({ settings: CHOSEN });
      const page = await open('gone');
      await page.waitForFunction(isOn(24), LOOK);
      const other = await open('other');
      const back = await discarded('gone', page, async () => {
        await other.evaluate(`document.dispatchEvent(new CustomEvent('mingdu-x-request', { cancelable: true, detail: ${JSON.stringify(JSON.stringify(LARGER))} }))`);
        await other.waitForFunction(isOn(32), LOOK);
      });
      await comesBack(back);
      await keep({ on: false, toolbar: 'none', settings: { ...CHOSEN, ...LARGER.settings } });
      await isAsItWas(back);
      await back.close();
      await other.close();
    });

    it('the widget’s page comes back so as well', async () => {
      await keep({ on: false, toolbar: 'none' });
      const page = await open('tagged', '/tagged');
      await page.evaluate(`Mingdu.open().then(() => Mingdu.set(${JSON.stringify(CHOSEN)})).then(() => Mingdu.settled())`);
      await page.waitForFunction(isOn(24), LOOK);
      const other = await open('tagged-other', '/tagged');
      const back = await discarded('tagged', page, async () => {
        await set(other, LARGER.settings);
        await other.waitForFunction(isOn(32), LOOK);
      });
      await comesBack(back);
      await closeAndForget(back);
      await isAsItWas(back);
      await back.close();
      await other.close();
    });
  });
});
