// Every saved page and the demo through the built extension: all aids on, really on, closed, and all is as it was; no error of ours in the page
// nor in the background. The widget's part of the same promise is in restore.test.ts and real-pages.test.ts.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findUnannotated } from '../support/annotated';
import { bareDemoMounts } from '../support/bare-demo';
import { BROWSERS, launch, type OpenBrowser } from '../support/browsers';
import { openExtensionPage, storageLocal } from '../support/extension';
import { listenToBackground, type BackgroundErrors } from '../support/extension-errors';
import { measureTexts, pageDifferences, sizeRatios, stopPageTimers, takePageSnapshot, type MeasuredText } from '../../scripts/instrument/instrument';
import { rootWith, TOOLBARS } from '../support/interface';
import { mountOf, realPages } from '../support/pages';
import { DEMO_PAGES, DIST, ownErrors, recordErrors, STRONGEST } from '../support/product';
import { coloursInView } from '../support/colours-in-view';
import { startSite, type Mount, type Site } from '../support/site';
import { SCHEMES } from '../../shared/features/contrast/schemes';

interface Case {
  readonly id: string;
  readonly path: string;
  readonly mounts: readonly Mount[];
}

const HOST = 'www.example.gov.cn';
const OTHER_HOST = 'other.example.gov.cn';
/** Frames of the page's own, of its own markup, in each other, and of another site. */
const FRAMES = (port: string) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>框</title><body><h1>便民服务中心</h1><p>下面是各窗口的办公时间。</p>
<iframe src="/article.html" width="900" height="300"></iframe><iframe srcdoc="<p>请提前预约，以免耽误您的事情。</p>" width="400" height="150"></iframe>
<iframe src="http://${OTHER_HOST}:${port}/form.html" width="900" height="300"></iframe>`;
const CASES: readonly Case[] = [
  ...DEMO_PAGES.map((path) => ({ id: `demo/${path}`, path: `/${path}`, mounts: bareDemoMounts() })),
  { id: 'frames', path: '/frames/', mounts: [...bareDemoMounts(), { at: '/frames/', from: (_, query) => ({ body: FRAMES(query.get('port') ?? '') }) }] },
  ...realPages().map((one) => ({ id: one.id, path: `/${one.entry}`, mounts: [mountOf(one)] })),
];
const TIMEOUT_MS = 30_000;
/** The least growth that counts as twice as large; see instrument/compare.ts. */
const LEAST_RATIO = 1.9;
const SCHEME = SCHEMES['yellow-on-black'];
/** Whether each frame of the page's own site shows all that is in it. */
const WHOLE = `[...document.querySelectorAll('iframe')].map(({ contentDocument }) => { const root = contentDocument?.documentElement; return Boolean(root) && root.scrollHeight <= root.clientHeight + 2; })`;
const LEFT = `document.querySelectorAll('[data-mingdu]').length + (document.documentElement.outerHTML.match(/ data-mingdu-x-/g) ?? []).length`;

describe.each(BROWSERS)('all pages with the extension in %s', (name) => {
  let opened: OpenBrowser;
  let site: Site;
  let page: Page;
  let inside: Page;
  let errors: string[];
  let background: BackgroundErrors;

  beforeAll(async () => {
    site = await startSite();
    const folder = join(DIST, `extension-${name}`);
    opened = await launch(name, { extension: folder });
    inside = await openExtensionPage(opened, existsSync(join(folder, 'popup/popup.html')) ? 'popup/popup.html' : 'options/options.html');
    background = await listenToBackground(opened, inside);
    page = await opened.newPage();
    errors = recordErrors(page);
  });
  afterAll(async () => {
    await opened?.close();
    await site?.close();
  });

  const keep = (on: boolean) => storageLocal(inside, { mingdu: { version: 1, on, toolbar: on ? 'open' : 'none', settings: STRONGEST } });

  /** What is not as all aids would have it, in what the window shows. */
  async function notOn(before: readonly MeasuredText[], whole: readonly boolean[]): Promise<string[]> {
    const texts = await measureTexts(page);
    const shown = (await page.evaluate(WHOLE)) as boolean[];
    const small = sizeRatios(before, texts).filter(({ ratio }) => ratio < LEAST_RATIO);
    return [
      ...((await page.evaluate(`${TOOLBARS}.length`)) === 1 ? [] : ['no toolbar']),
      ...(await unread()).map((text) => `without reading: ${text}`),
      ...(await bandsInFrames()).map((url) => `bars of ours in the frame ${url}`),
      ...whole.flatMap((was, at) => (was && !shown[at] ? [`frame ${at} hides a part of its text`] : [])),
      ...small.map(({ text, ratio }) => `${ratio.toFixed(2)} times as large: ${text}`),
      ...(await coloursInView(page)).filter(({ colour }) => !Object.values(SCHEME).some((one) => one === colour)).map(({ text, colour }) => `${colour}: ${text}`),
    ];
  }

  /** Frames in which we have drawn buttons or notes unasked: those of the page itself are enough. */
  async function bandsInFrames(): Promise<string[]> {
    const found = await Promise.all(page.frames().slice(1).map(async (frame) => ((await frame.evaluate(`${rootWith('button, .place:not([hidden])')} !== undefined`)) ? [frame.url()] : [])));
    return found.flat();
  }
  /** Texts in view without a reading, frame by frame: what is out of sight waits. */
  async function unread(): Promise<string[]> {
    const found = await page.evaluate(findUnannotated);
    for (const frame of page.frames().slice(1)) {
      const element = await frame.frameElement();
      if (!(await element?.isVisible())) continue;
      await element?.evaluate((one) => one.scrollIntoView({ behavior: 'instant' }));
      found.push(...(await frame.evaluate(findUnannotated)));
    }
    await page.evaluate(`scrollTo({ top: 0, behavior: 'instant' })`);
    return found;
  }
  /** The page and all its frames, those of other sites too. */
  const differences = async () => (await Promise.all(page.frames().map((frame) => pageDifferences(frame)))).flat();

  it.each(CASES)('$id', async ({ path, mounts }) => {
    errors.length = 0;
    await keep(false);
    site.mount(mounts);
    await page.goto(site.on(HOST, `${path}?port=${site.port}`), { waitUntil: 'load' });
    for (const frame of page.frames()) {
      await stopPageTimers(frame);
      await takePageSnapshot(frame);
    }
    const windowHeight = (await page.evaluate('innerHeight')) as number;
    // Boxes that float before the page are put away by 停住会动的.
    const before = (await measureTexts(page)).filter(({ boxes, floating }) => !floating && boxes.some(({ top, bottom }) => bottom > 0 && top < windowHeight));
    expect(before.length).toBeGreaterThan(0);
    const whole = (await page.evaluate(WHOLE)) as boolean[];
    await keep(true);
    await expect.poll(() => notOn(before, whole), { timeout: TIMEOUT_MS }).toEqual([]);
    await page.evaluate(`scrollTo({ top: document.documentElement.scrollHeight * 0.5, behavior: 'instant' })`);
    await expect.poll(() => page.evaluate(findUnannotated), { timeout: TIMEOUT_MS }).toEqual([]);
    await page.evaluate(`scrollTo({ top: 0, behavior: 'instant' })`);
    await keep(false);
    await page.waitForFunction(`${LEFT} === 0`, { timeout: TIMEOUT_MS });
    await expect.poll(differences, { timeout: TIMEOUT_MS }).toEqual([]);
    expect(ownErrors(errors), 'errors in the page').toEqual([]);
    expect(await background(), 'errors in the background').toEqual([]);
  });

  it('one reading line: a pointer that comes into a frame has it there, and the page around it has none', async () => {
    const lines = `${rootWith('.layer:not([hidden]) > .part:not([hidden])')} !== undefined`;
    await storageLocal(inside, { mingdu: { version: 1, on: true, toolbar: 'open', settings: { readingLine: 'mask' } } });
    site.mount(CASES.find(({ id }) => id === 'frames')?.mounts ?? []);
    await page.mouse.move(1270, 790);
    await page.goto(site.on(HOST, `/frames/?port=${site.port}`), { waitUntil: 'load' });
    const [, article] = page.frames();
    if (!article) throw new Error('no frame');
    await page.waitForFunction(lines);
    const middle = (await page.evaluate(`(() => { const { left, top } = document.querySelector('iframe').getBoundingClientRect(); return { x: left + 300, y: top + 150 }; })()`)) as { x: number; y: number };
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.move(middle.x + 5, middle.y + 5);
    await article.waitForFunction(lines);
    await page.waitForFunction(`!(${lines})`);
    await page.mouse.move(1100, 780);
    await page.mouse.move(1105, 785);
    await page.waitForFunction(lines);
    await article.waitForFunction(`!(${lines})`);
  });

  it('would have heard of an error in the background', async () => {
    // Chromium's worker has no window: what it says itself is asked of it by its target.
    const worker = name === 'chromium' ? await (await opened.browser.waitForTarget((one) => one.type() === 'service_worker')).worker() : null;
    const fail = (view: string) => `${view}.console.error('Mingdu 明读:', 'said'); void ${view}.setTimeout(() => { throw new Error('Mingdu thrown'); }, 0);`;
    if (worker) await worker.evaluate(fail('self'));
    else await inside.evaluate(fail('browser.extension.getBackgroundPage()'));
    await expect.poll(async () => (await background()).join()).toMatch(/said[^]*thrown|thrown[^]*said/);
  });
});
