// Makes the pictures of the README from the demo portal in a real Chromium: `npm run screenshots` after a build.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './ensure-browsers.mjs';
import { PROJECT } from './ensure.mjs';
import { createPortalServer } from './serve.mjs';

/** One picture: the window, what the reader has done, and where they are. */
const PICTURES = [
  { name: 'toolbar-1280', width: 1280, height: 800, settings: { textSize: 150, pinyin: 'all' } },
  { name: 'toolbar-768', width: 768, height: 900, settings: { textSize: 150, contrast: 'yellow-on-black' } },
  { name: 'toolbar-360', width: 360, height: 640, settings: { textSize: 150, contrast: 'yellow-on-black' } },
  { name: 'panel-1280', width: 1280, height: 800, settings: { textSize: 125, contrast: 'black-on-cream' }, panel: true },
  { name: 'caption-1280', width: 1280, height: 800, settings: { textSize: 125, caption: true }, speaks: true },
  { name: 'caption-360', width: 360, height: 640, settings: { caption: true, contrast: 'yellow-on-black' }, speaks: true },
  { name: 'article-1280', width: 1280, height: 800, settings: { textSize: 125, view: 'article' } },
  { name: 'article-360', width: 360, height: 640, settings: { view: 'article', contrast: 'black-on-cream' } },
];

const OUT = join(PROJECT, 'docs/pictures');

/** Presses the button of that name in the toolbar, which lives in shadow roots. */
async function press(page, name) {
  await (await page.waitForSelector(`>>> [role=toolbar] button::-p-aria(${name})`)).click();
}

/** Lets it read until the second sentence; without a voice the caption goes on by the clock. */
async function readOn(page) {
  await page.mouse.click(2, 400);
  await page.evaluate(() => void window.Mingdu.speech.play());
  await page.waitForFunction(() => window.Mingdu.speech.state === 'speaking', { timeout: 15_000 });
  await page.evaluate(() => window.Mingdu.speech.next());
  await new Promise((resolve) => setTimeout(resolve, 2_500));
}

const profile = await mkdtemp(join(tmpdir(), 'mingdu-pictures-'));
const portal = await createPortalServer({ port: 0 });
const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium'),
  userDataDir: profile,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  await mkdir(OUT, { recursive: true });
  for (const { name, width, height, settings, panel, speaks } of PICTURES) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width, height });
    await page.goto(`${portal.origin}/article.html`);
    await page.waitForFunction(() => 'Mingdu' in window);
    await page.evaluate(async (patch) => {
      await window.Mingdu.open();
      await window.Mingdu.set(patch);
      document.querySelector('h1')?.scrollIntoView({ block: 'center' });
      await window.Mingdu.settled();
    }, settings);
    if (panel) await press(page, '更多');
    if (speaks) await readOn(page);
    await page.evaluate(() => window.Mingdu.settled());
    await page.screenshot({ path: join(OUT, `${name}.png`) });
    console.log(`docs/pictures/${name}.png`);
    await context.close();
  }
} finally {
  await browser.close();
  await portal.close();
  await rm(profile, { recursive: true, force: true });
}
