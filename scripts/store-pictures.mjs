// The stores' pictures: the extension at work on the demo portal, in a real Chromium, and the tiles with its name. `npm run screenshots -- store`
// after a build. The logo is drawn by icons.mjs; which store wants what: extension/store/answers.md.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './ensure.mjs';
import { HOST, openWithExtension, remember, waitForToolbar } from './open-extension.mjs';
import { createPortalServer } from './serve.mjs';

const OUT = join(PROJECT, 'extension/store/pictures');
const WINDOW = { width: 1280, height: 800 };
/** Until what fades, wraps or is drawn by slices stands still. */
const STILL_MS = 1_500;

/** What the reader has chosen in each picture, and points at; the name says what is to be seen. */
const SCENES = [
  { name: '1-large-text', settings: { textSize: 150 }, at: 'h1' },
  { name: '2-contrast', settings: { textSize: 150, contrast: 'yellow-on-black' }, at: '.table-scroll' },
  { name: '3-pinyin', settings: { textSize: 150, pinyin: 'all', spacing: 'wide' }, at: '.body h2' },
  { name: '4-caption', settings: { textSize: 125, caption: true }, at: '.body p:nth-of-type(2)', point: '.body p:nth-of-type(2)' },
  { name: '5-article', settings: { textSize: 150, view: 'article' } },
];

/** The tiles: name and promise, beside the logo; nothing small, for they are shown at half their size. */
const TILES = [
  { name: 'tile-440x280', width: 440, height: 280, logo: 96, title: 68, words: 27 },
  { name: 'marquee-1400x560', width: 1400, height: 560, logo: 240, title: 160, words: 58 },
];

/** @returns {string} the markup of a tile, with the logo in it */
function tile({ width, height, logo, title, words }) {
  const picture = readFileSync(join(OUT, 'logo-300.png')).toString('base64');
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; width: ${width}px; height: ${height}px; display: flex; flex-direction: column; justify-content: center; align-items: center; gap: ${words * 0.8}px;
      background: #eef3fa; color: #14213d; font-family: 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; }
    div { display: flex; align-items: center; gap: ${logo * 0.25}px; } b { font-size: ${title}px; line-height: 1.1; } p { margin: 0; font-size: ${words}px; font-weight: 600; }
  </style><div><img src="data:image/png;base64,${picture}" width="${logo}" height="${logo}" alt=""><b>明读</b></div><p>读政务网页的帮手</p>`;
}

async function save(page, name) {
  const path = join(OUT, `${name}.png`);
  await page.screenshot({ path });
  console.log(`extension/store/pictures/${name}.png ${Math.round(statSync(path).size / 1024)} kB`);
}

async function takeScene(opened, address, { name, settings, at, point }) {
  await remember(opened, { version: 1, on: true, toolbar: 'open', seen: true, settings });
  const page = await opened.browser.newPage();
  await page.goto(address);
  await waitForToolbar(page);
  if (at) await page.evaluate((selector) => document.querySelector(selector)?.scrollIntoView({ block: 'center' }), at);
  if (point) await page.hover(point);
  else await page.mouse.move(WINDOW.width / 2, WINDOW.height / 2);
  await new Promise((resolve) => setTimeout(resolve, STILL_MS));
  await save(page, name);
  await page.close();
}

/** Makes all of them anew. */
export async function takeStorePictures() {
  mkdirSync(OUT, { recursive: true });
  const portal = await createPortalServer({ port: 0 });
  // No voice of this machine: the pictures are the same everywhere.
  const opened = await openWithExtension('chromium', { headless: true, viewport: WINDOW, env: { SPEECHD_CMD: '/bin/false' } });
  try {
    for (const scene of SCENES) await takeScene(opened, `http://${HOST}:${portal.port}/article.html`, scene);
    for (const one of TILES) {
      const page = await opened.browser.newPage();
      await page.setViewport({ width: one.width, height: one.height });
      await page.setContent(tile(one));
      await save(page, one.name);
      await page.close();
    }
  } finally {
    await opened.close();
    await portal.close();
  }
}
