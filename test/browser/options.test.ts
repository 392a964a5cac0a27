// The options page of the built extension: a change is stored and followed, settings go into a file and come back, bad files and a bad store do
// no harm, and all of it works by keyboard. What its parts do alone is in test/extension/options/.
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings, axePageFindings } from '../support/axe';
import { BROWSERS, launch, type OpenBrowser } from '../support/browsers';
import { openExtensionPage, storageLocal } from '../support/extension';
import { DIST, ownErrors, recordErrors } from '../support/product';
import { startSite, type Site } from '../support/site';

const PLAIN = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title></head><body><h1>通知</h1><p id="text">关于农村道路的通知，请大家互相转告。</p></body></html>';
const SIZE = 'parseFloat(getComputedStyle(text).fontSize)';
/** Where our panels are drawn. */
const INNER = `document.querySelector('[data-mingdu]')?.shadowRoot.querySelector('.interface')?.shadowRoot`;
const FULL = {
  version: 1,
  on: true,
  toolbar: 'none',
  settings: { language: 'zh-CN', textSize: 150, contrast: 'yellow-on-black', pinyin: 'all', shortcuts: 'mingdu' },
  keys: { larger: 'Alt+Digit9' },
  presets: { mine: { textSize: 150 } },
  readings: { 率先: 'shuài xiān' },
  sites: { 'other.example.gov.cn': 'off' },
};

describe.each(BROWSERS)('the options page in %s', (name) => {
  let opened: OpenBrowser;
  let site: Site;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    site = await startSite([{ at: '/plain/', from: () => ({ body: PLAIN }) }]);
    opened = await launch(name, { extension: join(DIST, `extension-${name}`) });
    page = await openExtensionPage(opened, 'options/options.html');
    errors = recordErrors(page);
  });
  afterAll(async () => {
    await opened?.close();
    await site?.close();
  });
  beforeEach(async () => {
    await page.bringToFront();
    // First, for the test before may have broken the store's port.
    await anew();
    await keep({ version: 1, on: false, toolbar: 'none', settings: { language: 'zh-CN' } });
    await shows('明读的设置');
  });
  afterEach(() => {
    expect(ownErrors(errors.splice(0))).toEqual([]);
    expect(opened.foreign()).toEqual([]);
  });

  /** Loads the page again; in Firefox the driver waits for that in vain. */
  async function anew(): Promise<void> {
    await page.evaluate('globalThis.isOld = true; setTimeout(() => location.reload(), 0)');
    await page.waitForFunction(`!globalThis.isOld && document.querySelector('h1') !== null`, { timeout: 15_000 });
  }
  const keep = (state: object) => storageLocal(page, { mingdu: state });
  const kept = async () => (await storageLocal(page))['mingdu'] as Record<string, unknown>;
  const keptSettings = async () => (await kept())['settings'];
  const shows = (text: string) => page.waitForFunction(`document.body.innerText.includes(${JSON.stringify(text)})`, { timeout: 15_000 });
  const press = async (word: string, among = 'main') => {
    await page.evaluate(`[...document.querySelectorAll('${among} button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent) === ${JSON.stringify(word)}).click()`);
  };
  const focused = () => page.evaluate('document.activeElement?.textContent ?? ""') as Promise<string>;
  const stored = (check: string) =>
    page.waitForFunction(`(globalThis.browser ?? globalThis.chrome).storage.local.get('mingdu').then(({ mingdu }) => ${check})`, { timeout: 15_000 });
  const bring = (text: string) =>
    page.evaluate(`(() => { const input = document.getElementById('file-input'); const given = new DataTransfer();
      given.items.add(new File([${JSON.stringify(text)}], 'x.json')); input.files = given.files; input.dispatchEvent(new Event('change', { bubbles: true })); })()`);
  /** Hears what is saved: a browser under test has no place that it would ask for. */
  const catchSaved = () =>
    page.evaluate(`(() => { const make = URL.createObjectURL; URL.createObjectURL = (blob) => { globalThis.caught = { blob }; return make.call(URL, blob); };
      document.addEventListener('click', (event) => { if (event.target.download) { globalThis.caught.name = event.target.download; event.preventDefault(); } }, { capture: true }); })()`);
  const caught = () => page.evaluate('(async () => ({ name: globalThis.caught.name, text: await globalThis.caught.blob.text() }))()') as Promise<{ name: string; text: string }>;

  it('a change is stored, an open page follows, and 撤销 takes it back', async () => {
    const other = await opened.newPage();
    await other.goto(site.on('www.example.gov.cn', '/plain/'), { waitUntil: 'load' });
    const before = (await other.evaluate(SIZE)) as number;
    await page.bringToFront();
    await press('放大');
    await press('放大');
    await shows('大字：150%');
    await stored(`mingdu.settings.textSize === 150 && mingdu.on === true`);
    await other.bringToFront();
    await other.waitForFunction(`${SIZE} > ${before * 1.4}`, { timeout: 20_000 });
    await page.bringToFront();
    await press('撤销', 'footer');
    await shows('已撤销');
    await stored(`mingdu.settings.textSize === undefined`);
    await other.bringToFront();
    await other.waitForFunction(`${SIZE} === ${before}`, { timeout: 20_000 });
    await other.close();
  });

  it('follows what another tab changes, a preset goes on and back, and the whole is turned off', async () => {
    await keep({ version: 1, on: true, toolbar: 'none', settings: { language: 'zh-CN', contrast: 'white-on-black' } });
    await page.waitForFunction(`document.querySelector('[data-setting=contrast] [aria-checked=true]').textContent.includes('黑底白字')`);
    await press('看不清楚');
    await stored(`mingdu.settings.contrast === 'yellow-on-black' && mingdu.settings.textSize === 200`);
    await press('看不清楚');
    await stored(`mingdu.settings.contrast === 'white-on-black' && mingdu.settings.textSize === undefined`);
    await page.click('.on [role=switch]');
    await stored(`mingdu.on === false && mingdu.settings.contrast === 'white-on-black'`);
    await shows('现在关着');
  });

  it('goes into a file, is cleared, and comes back the same', async () => {
    await keep({ ...FULL, consent: { remote: ['google'] } });
    await page.waitForFunction(`document.querySelector('#now-textSize').textContent === '150%'`);
    await catchSaved();
    await press('存成文件');
    await shows('存好了');
    const { name: file, text } = await caught();
    expect(file).toMatch(/^mingdu-settings-\d{4}-\d\d-\d\d\.json$/);
    await press('全部改回原样');
    await stored(`Object.keys(mingdu.settings).length === 0 && !mingdu.readings && !mingdu.keys && !mingdu.consent && mingdu.on === false`);
    // Cleared with the rest, the language is the browser's.
    await keep({ version: 1, on: false, toolbar: 'none', settings: { language: 'zh-CN' } });
    await shows('明读的设置');
    await bring(text);
    await shows('大字：没改过 → 150%');
    await shows('改过的读音：0 个 → 1 个');
    expect(await keptSettings()).toEqual({ language: 'zh-CN' });
    await press('换成文件里的');
    await stored(`mingdu.settings.textSize === 150`);
    expect(await kept()).toEqual(FULL);
    await page.waitForFunction(`document.activeElement.textContent === '撤销导入'`);
    await press('撤销导入');
    await shows('已经换回导入以前的');
    expect(await kept()).toEqual({ version: 1, on: false, toolbar: 'none', settings: { language: 'zh-CN' } });
  });

  it('a clearing is taken back with all there was', async () => {
    const all = { ...FULL, consent: { remote: ['google'] }, places: [{ page: 'x' }], later: { of: 'a newer version' } };
    await keep(all);
    await page.waitForFunction(`document.querySelector('#now-textSize').textContent === '150%'`);
    await press('全部改回原样');
    await stored(`Object.keys(mingdu.settings).length === 0 && mingdu.later.of === 'a newer version'`);
    await page.evaluate(`document.activeElement.click()`);
    await stored(`mingdu.settings.textSize === 150`);
    expect(await kept()).toEqual(all);
  });

  it.each([
    ['{"mingdu":"settings","sta', '这个文件读不懂'],
    ['{"checksum":"1","roots":{}}', '这不是明读存的设置文件'],
    ['{"mingdu":"settings","state":{"version":9,"settings":{"textSize":300}}}', '这个文件是更新的明读存的'],
    [' '.repeat(1_000_001), '这个文件太大'],
  ])('a bad file changes nothing and is answered in a sentence: %#', async (text, sentence) => {
    await keep(FULL);
    await page.waitForFunction(`document.querySelector('#now-textSize').textContent === '150%'`);
    await bring(text);
    await page.waitForFunction(`document.querySelector('.foot [role=status]').textContent.startsWith('${sentence}')`);
    expect(await page.$('.question')).toBeNull();
    expect(await kept()).toEqual(FULL);
  });

  it('works on a store of a newer version, whose keys survive, and says when nothing can be stored', async () => {
    await keep({ version: 7, on: true, toolbar: 'none', settings: { language: 'zh-CN', hologram: 'on' }, later: [1] });
    await press('放大');
    await stored(`mingdu.settings.textSize === 125 && mingdu.settings.hologram === 'on' && mingdu.later[0] === 1`);
    await page.evaluate(`(globalThis.browser ?? globalThis.chrome).storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'))`);
    await press('放大');
    await page.waitForFunction(`document.querySelector('.foot [role=status]').textContent.startsWith('没有存上')`);
    await press('全部改回原样');
    await shows('还是原来的');
    expect(await keptSettings()).toEqual({ language: 'zh-CN', hologram: 'on', textSize: 125 });
    // The refusals were reported to the console, where the browser tells of that.
    errors.length = 0;
  });

  it('stands on a store that is broken', async () => {
    await storageLocal(page, { mingdu: 'not ours' });
    await anew();
    await page.click('[data-setting=textSize] button:last-of-type');
    await stored(`mingdu.settings.textSize === 125`);
  });

  it('the picker of voices opens, or what it says where there is none, and Escape leads back', async () => {
    const way = `[...document.querySelectorAll('main button')].find((one) => /^(换嗓音|怎么添加)$/.test(one.textContent))`;
    await page.evaluate(`${way}.focus()`);
    await page.keyboard.press('Enter');
    await page.waitForFunction(`${INNER}?.querySelector('h2')?.textContent === '嗓音（谁来读）' && ${INNER}.activeElement !== null`, { timeout: 15_000 });
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForFunction(`document.querySelector('[data-mingdu]') === null && /^(换嗓音|怎么添加)$/.test(document.activeElement.textContent)`);
  });

  it('a key is bound in the panel of shortcuts, and Escape leads back', async () => {
    await press('明读的');
    await page.waitForFunction(`[...document.querySelectorAll('main button')].some((one) => one.textContent === '看快捷键、改快捷键')`);
    await page.evaluate(`(() => { const button = [...document.querySelectorAll('main button')].find((one) => one.textContent === '看快捷键、改快捷键'); button.focus(); button.click(); })()`);
    await page.waitForFunction(`${INNER}?.activeElement?.getAttribute('aria-label') === '改“放大”的键'`, { timeout: 15_000 });
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.down('Alt');
    await page.keyboard.press('Digit9');
    await page.keyboard.up('Alt');
    // The browser has it; the reader takes it all the same.
    await page.waitForFunction(`${INNER}.querySelector('.question')?.textContent.includes('浏览器要用')`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await stored(`mingdu.keys.larger === 'Alt+Digit9'`);
    await page.keyboard.press('Escape');
    await page.waitForFunction(`document.activeElement.textContent === '看快捷键、改快捷键'`);
  });

  it('works by keyboard alone, from the list of contents to a setting and back', async () => {
    await page.focus('nav a[href="#see"]');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('缩小');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await stored(`mingdu.settings.textSize === 125`);
    await page.keyboard.press('Tab');
    expect(await focused()).toContain('原样');
    expect(await page.evaluate(`document.querySelectorAll('[tabindex]:not([tabindex="0"],[tabindex="-1"])').length`)).toBe(0);
  });

  it('has one heading at the top, landmarks, and nothing that axe finds, and fits a window of 320 px', async () => {
    expect(await page.evaluate(`[document.querySelectorAll('h1').length, document.querySelectorAll('main').length, document.querySelectorAll('nav a').length === document.querySelectorAll('main h2').length]`)).toEqual([1, 1, true]);
    await bring(JSON.stringify({ mingdu: 'settings', state: FULL }));
    await page.waitForSelector('.question');
    expect(await axePageFindings(page)).toEqual([]);
    if (name === 'chromium') {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      expect(await axePageFindings(page)).toEqual([]);
      await page.emulateMediaFeatures([]);
    }
    for (const size of [{ width: 320, height: 256 }, { width: 360, height: 640 }, { width: 1280, height: 800 }]) {
      await page.setViewport(size);
      expect([size.width, await page.evaluate('document.documentElement.scrollWidth <= innerWidth')]).toEqual([size.width, true]);
      const small = `[...document.querySelectorAll('button, nav a')].filter((one) => { const { width, height } = one.getBoundingClientRect(); return height > 0 && (height < 43.9 || width < 24); }).map((one) => one.outerHTML.slice(0, 80))`;
      expect(await page.evaluate(small)).toEqual([]);
    }
  });

  it('speaks the language that is chosen, at once', async () => {
    await press('English');
    await page.waitForFunction(`document.documentElement.lang === 'en' && document.title === 'Mingdu’s settings'`);
    await press('繁體中文');
    await page.waitForFunction(`document.documentElement.lang === 'zh-TW' && document.querySelector('h1').textContent === '明讀的設定'`);
    await press('簡體中文');
    await shows('明读的设置');
  });
});
