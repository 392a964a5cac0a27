// The next page of a reader who left size, scheme and pinyin on, filmed from the press on a link: no frame shows its text in another size or
// colour, nothing is hidden for long, and a page where nothing is on pays for nothing. The scheme's ground alone is first-paint.test.ts.
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS, launch, type OpenBrowser } from '../support/browsers';
import { openExtensionPage, scriptsAndListeners, storageLocal } from '../support/extension';
import { stopBackground } from '../support/extension-life';
import { filmed, inkHeights, whiteness } from '../support/filmed';
import { DIST, frames, ownErrors, recordErrors } from '../support/product';
import { startSite, type Mount, type Site } from '../support/site';

const HOME = 'www.example.gov.cn';
const SIZE_PX = 20;
const CHOSEN = { textSize: 150, contrast: 'yellow-on-black', pinyin: 'all' };
/** A glyph as high as its size, and one that has grown; what lies between is a seam. */
const GROWN_PX = SIZE_PX * 1.25;
const INKS = ['rgb(255, 255, 0)', 'rgb(128, 255, 255)'];

/** Writes down, frame by frame, what text is to be seen; and when it was there but not shown. */
const RECORDER = `<script>seen = new Set(); firstText = 0; hiddenMs = 0; (function look(before) {
  const texts = [...document.querySelectorAll('p, a, h1')];
  const shown = document.body && getComputedStyle(document.body).opacity === '1';
  const now = performance.now();
  if (texts.length && !shown && before) hiddenMs += now - before;
  if (texts.length && shown && !firstText) firstText = now;
  if (shown) for (const text of texts) { const { fontSize, color } = getComputedStyle(text); seen.add(fontSize + ' ' + color); }
  requestAnimationFrame(() => look(now));
})(0)</script>`;
const STYLE = `<style>*{transition:all .3s}body{margin:0;background:#fff;color:#333;font:${SIZE_PX}px/1.6 sans-serif}h1,p,a{font-size:${SIZE_PX}px;color:#333}.sheet{background:#fff;margin:20px}</style>`;
const TEXT = '<p>国国国国国国国国国国</p>'.repeat(2);
/** The page measures itself and puts the focus, as pages do before they are complete. */
const ACTIVE = `<input id="field" value="国"><script>width = document.querySelector('p').offsetWidth; field.focus(); focused = document.activeElement.id</script>`;
const pieces = (more = '') => [
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>慢</title>${RECORDER}${STYLE}${more}</head>`,
  `<body><h1>国国国</h1><div class="sheet">${TEXT}${ACTIVE}</div>`,
  `<div class="sheet">${TEXT}</div>`,
  `<div class="sheet">${TEXT}</div><p><a id="next" href="/slow/next">国国</a></p></body></html>`,
];
const mount = (at: string, body: string | readonly string[]): Mount => ({ at, from: () => ({ body }) });
const isUntouched = `!/mingdu-x/.test(document.documentElement.outerHTML) && document.adoptedStyleSheets.length === 0`;
const isComplete = `document.readyState === 'complete' && document.querySelectorAll('ruby').length > 10`;

describe.each(BROWSERS)('the first paint with size and scheme in %s', (name) => {
  let opened: OpenBrowser;
  let site: Site;
  let page: Page;
  let inside: Page;
  let errors: string[];

  beforeAll(async () => {
    site = await startSite([
      mount('/slow/', pieces()),
      mount('/whole/', pieces().join('')),
      mount('/framed/', `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>框</title></head><body><p>国国国国国国</p><iframe src="/whole/" width="800" height="500"></iframe></body></html>`),
      mount('/sheet/', pieces('<link rel="stylesheet" href="/late/one.css"><link rel="stylesheet" href="/late/none.css">').join('').replace(ACTIVE, '')),
      { at: '/late/', from: async (path) => (await new Promise((resolve) => setTimeout(resolve, 500)), path === 'none.css' ? undefined : { type: 'text/css', body: `p{font-size:${path === 'one.css' ? 24 : 28}px}` }) },
      mount('/styled/', [...pieces().slice(0, 3), `<style>h1{font-size:30px}</style>${pieces()[3] ?? ''}`]),
      mount('/declined/', pieces('<meta name="mingdu" content="off">')),
    ]);
    opened = await launch(name, { extension: join(DIST, `extension-${name}`) });
    inside = await openExtensionPage(opened, 'popup/popup.html');
    page = await opened.newPage();
  });
  afterAll(async () => {
    await opened?.close();
    await site?.close();
  });
  beforeEach(() => {
    errors = recordErrors(page);
  });
  afterEach(() => expect(ownErrors(errors)).toEqual([]));

  const registered = `(globalThis.browser ?? globalThis.chrome).scripting.getRegisteredContentScripts().then((all) => all.flatMap(({ js }) => js.map((file) => file.replace(/.*mingdu-|\\.js$/g, ''))).sort())`;
  const FILES = ['aid-contrast', 'aid-text-size', 'first-hold', 'first-yellow-on-black', 'main', 'pack-aids'];
  async function keep(state: object, files: readonly string[]): Promise<void> {
    await inside.bringToFront();
    await storageLocal(inside, { mingdu: { version: 1, on: true, toolbar: 'none', settings: CHOSEN, ...state } });
    await expect.poll(() => inside.evaluate(registered), { timeout: 5_000 }).toEqual(files);
    await page.bringToFront();
  }
  const go = (path: string) => page.goto(site.on(HOME, path), { waitUntil: 'load' });
  const seen = async () => ((await page.evaluate('[...seen]')) as string[]).sort();
  const inkIn = (sizes: readonly number[]) => sizes.flatMap((size) => INKS.map((ink) => `${size}px ${ink}`));

  /** Follows a link and looks at every picture on the way. */
  async function alwaysAsChosen(act: () => Promise<unknown>): Promise<void> {
    const shots = await filmed(opened, page, async () => {
      await act();
      await page.waitForFunction(isComplete);
      await frames(page, 5);
    });
    expect(shots.map(({ picture }) => whiteness(picture)).filter((white) => white > 0.01)).toEqual([]);
    const inks = shots.map(({ picture }) => inkHeights(picture)).filter((heights) => heights.length > 0);
    expect(inks.length).toBeGreaterThan(0);
    expect(inks.filter((heights) => Math.max(...heights) < GROWN_PX)).toEqual([]);
    expect(inkIn([SIZE_PX * 1.5])).toEqual(expect.arrayContaining(await seen()));
  }

  it('shows the next page as chosen in every frame, also a slow one, of which it shows what is there', async () => {
    await keep({}, FILES);
    await go('/slow/');
    await page.waitForFunction(isComplete);
    await alwaysAsChosen(() => Promise.all([page.click('#next'), page.waitForNavigation({ waitUntil: 'load' })]));
    expect(await page.evaluate(`firstText > 0 && firstText < performance.getEntriesByType('navigation')[0].domContentLoadedEventStart`)).toBe(true);
    expect(await page.evaluate('focused')).toBe('field');
    expect(await page.evaluate('document.activeElement.id')).toBe('field');
  });

  it('needs no background for it', async () => {
    await keep({}, FILES);
    await go('/whole/');
    await page.waitForFunction(isComplete);
    await stopBackground(opened);
    await alwaysAsChosen(() => go('/whole/'));
  });

  it('shows frames as chosen too', async () => {
    await keep({}, FILES);
    await go('/framed/');
    await page.waitForFunction('frames[0].seen?.size > 0');
    expect(inkIn([SIZE_PX * 1.5])).toEqual(expect.arrayContaining((await page.evaluate('[...frames[0].seen]')) as string[]));
  });

  it('takes sizes from style sheets that come late, and does not wait for those that never come', async () => {
    await keep({}, FILES);
    await go('/sheet/');
    await page.waitForFunction(isComplete);
    expect(inkIn([SIZE_PX * 1.5, 36])).toEqual(expect.arrayContaining(await seen()));
    expect(await page.evaluate(`getComputedStyle(document.querySelector('p')).fontSize`)).toBe('36px');
    await page.evaluate(`document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/late/two.css' }))`);
    await page.waitForFunction(`getComputedStyle(document.querySelector('p')).fontSize === '42px'`, { timeout: 5_000 });
  });

  it('measures anew what it began on a part of the page', async () => {
    await keep({}, FILES);
    await go('/styled/');
    await page.waitForFunction(`getComputedStyle(document.querySelector('h1')).fontSize === '45px'`, { timeout: 5_000 });
    expect(await page.evaluate(`getComputedStyle(document.querySelector('p')).fontSize`)).toBe(`${SIZE_PX * 1.5}px`);
  });

  it('keeps the ground of a page that has the size alone, and lets the page measure itself', async () => {
    await keep({ on: false }, []);
    await go('/whole/');
    const width = await page.evaluate('width');
    await keep({ settings: { textSize: 150 } }, FILES.filter((file) => !/contrast|yellow/.test(file)));
    await go('/whole/');
    await page.waitForFunction('seen.size > 0');
    expect(await seen()).toEqual([`${SIZE_PX * 1.5}px rgb(51, 51, 51)`]);
    expect(await page.evaluate('width')).toBe(width);
    await keep({ on: false }, []);
    await page.waitForFunction(isUntouched);
  });

  it('leaves no trace on a page that declines', async () => {
    await keep({}, FILES);
    await go('/declined/');
    await page.waitForFunction(isUntouched);
    await frames(page, 5);
    expect(await seen()).toEqual([`${SIZE_PX}px rgb(51, 51, 51)`]);
    expect(await page.evaluate('hiddenMs')).toBe(0);
  });

  it('costs a page where nothing is on the resident script and its one listener', async () => {
    await keep({ on: false }, []);
    const there = await scriptsAndListeners(opened, page, () => go('/whole/'));
    await frames(page, 10);
    expect(await page.evaluate(isUntouched)).toBe(true);
    expect(await page.evaluate(`document.querySelectorAll('[data-mingdu], head > style:not(:first-of-type)').length`)).toBe(0);
    expect(await seen()).toEqual([`${SIZE_PX}px rgb(51, 51, 51)`]);
    // Only Chromium tells.
    if (there) expect(there).toEqual({ scripts: ['content.js'], listeners: ['pageshow'] });
  });
});
