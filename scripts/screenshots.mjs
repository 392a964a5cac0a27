// Makes the pictures of docs/screenshots/ from the demo portal in a real Chromium: `npm run screenshots` after a build.
// `npm run screenshots -- panel guide` makes those alone whose names begin so; `-- store` those for the stores (store-pictures.mjs).
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './ensure-browsers.mjs';
import { PROJECT } from './ensure.mjs';
import { createPortalServer } from './serve.mjs';
import { takeStorePictures } from './store-pictures.mjs';

const OUT = join(PROJECT, 'docs/screenshots');
const DARK = 'yellow-on-black';

/** Windows: a desk, a tablet or a desk at 160 %, a phone. */
const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 768, height: 900 },
  { width: 360, height: 640 },
];

/** What the reader has done in each picture; twice, under a dark scheme too, unless `looks` says otherwise. */
const SCENES = [
  { name: 'toolbar', settings: { textSize: 150 } },
  { name: 'panel', settings: { textSize: 125 }, open: '更多' },
  { name: 'help', settings: {}, open: '帮助', looks: [false] },
  { name: 'guide', settings: {}, isFirst: true },
  { name: 'caption', settings: { textSize: 125, caption: true }, speaks: true },
  { name: 'article', settings: { textSize: 125, view: 'article' } },
];

/** Those that show something once, in one window. */
const ONCE = [
  { name: 'pinyin-1280', width: 1280, height: 800, settings: { textSize: 150, pinyin: 'all' } },
  { name: 'large-toolbar-1280', width: 1280, height: 800, settings: { toolbarSize: 'larger' }, open: '更多' },
  { name: 'large-toolbar-360', width: 360, height: 640, settings: { toolbarSize: 'larger' } },
  { name: 'zh-tw-1280', width: 1280, height: 800, settings: { language: 'zh-TW' }, open: '更多' },
  { name: 'en-768', width: 768, height: 900, settings: { language: 'en' }, open: 'More' },
];

const PICTURES = [
  ...SCENES.flatMap((scene) => WINDOWS.flatMap((window) => (scene.looks ?? [false, true]).map((isDark) => ({
    ...scene, ...window,
    name: `${scene.name}-${window.width}${isDark ? '-dark' : ''}`,
    settings: { ...scene.settings, ...(isDark ? { contrast: DARK } : {}) },
  })))),
  ...ONCE,
];

/** Presses the button of that name in our interface, which lives in shadow roots. */
async function press(page, name) {
  await (await page.waitForSelector(`>>> button[aria-label="${name}"]`)).click();
}

/** Opens the panel at its settings or the help; where the bar has no room for 帮助, by way of 更多. */
async function open(page, name) {
  const isThere = await page.$(`>>> [role=toolbar] button[aria-label="${name}"]`);
  if (!isThere) await press(page, '更多');
  await press(page, name);
  await page.waitForSelector('>>> #panel h3');
}

/** Lets it read until the second sentence; without a voice the caption goes on by the clock. */
async function readOn(page) {
  await page.mouse.click(2, 400);
  await page.evaluate(() => void window.Mingdu.speech.play());
  await page.waitForFunction(() => window.Mingdu.speech.state === 'speaking', { timeout: 15_000 });
  await page.evaluate(() => window.Mingdu.speech.next());
  await new Promise((resolve) => setTimeout(resolve, 2_500));
}

/** @returns the size of the file */
async function take(browser, origin, picture) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: picture.width, height: picture.height });
  await page.goto(`${origin}/article.html`);
  if (!picture.isFirst) await page.evaluate(() => localStorage.setItem('mingdu', JSON.stringify({ version: 1, on: false, toolbar: 'none', settings: {}, seen: true })));
  await page.waitForFunction(() => 'Mingdu' in window);
  await page.evaluate(async (patch) => {
    await window.Mingdu.open();
    await window.Mingdu.set(patch);
    if (!patch.view) document.querySelector('h1')?.scrollIntoView({ block: 'center' });
    await window.Mingdu.settled();
  }, picture.settings);
  if (picture.open) await open(page, picture.open);
  if (picture.speaks) await readOn(page);
  await page.evaluate(() => window.Mingdu.settled());
  await page.mouse.move(picture.width / 2, picture.height / 2);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const path = join(OUT, `${picture.name}.png`);
  await page.screenshot({ path });
  await context.close();
  return (await stat(path)).size;
}

const STORE = 'store';
const wanted = process.argv.slice(2);
const forDocuments = PICTURES.filter(({ name }) => wanted.length === 0 || wanted.some((one) => name.startsWith(one)));
const profile = await mkdtemp(join(tmpdir(), 'mingdu-pictures-'));
const portal = await createPortalServer({ port: 0 });
const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium'),
  userDataDir: profile,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  await mkdir(OUT, { recursive: true });
  for (const picture of forDocuments) {
    const bytes = await take(browser, portal.origin, picture);
    console.log(`docs/screenshots/${picture.name}.png ${Math.round(bytes / 1024)} kB`);
  }
  console.log(`${(await readdir(OUT)).length} pictures`);
  if (wanted.length === 0 || wanted.includes(STORE)) await takeStorePictures();
} finally {
  await browser.close();
  await portal.close();
  await rm(profile, { recursive: true, force: true });
}
