// How much later the first text of a page is seen where the extension has size, scheme and pinyin to apply, beside the same page with nothing on.
// In both browsers, each with the built extension. Not for what the aids cost by themselves (aids.mjs).
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../ensure-browsers.mjs';
import { PROJECT } from '../ensure.mjs';
import { median } from './measure.mjs';
import { pageOf } from './pages.mjs';

const HOST = 'www.example.gov.cn';
const PAGES = [['text', 2000], ['article', 10_000], ['cards', 3000]];
const VISITS = 7;
const SETTINGS = { textSize: 150, contrast: 'yellow-on-black', pinyin: 'all' };
/** Firefox gives an extension's pages an address by this; any will do. */
const UUID = '7c1e3f0a-5d43-4f0e-9a53-1f2e3d4c5b6a';
const GECKO_ID = 'mingdu@mingdu';
/** How long the background may take to follow the store. */
const FOLLOWS_MS = 1000;

/** Notes the first frame in which there is text that is shown. */
const RECORDER = `<script>firstText = 0; (function look() {
  const text = document.querySelector('p, td');
  if (text && getComputedStyle(document.body).opacity === '1') firstText = performance.now();
  else requestAnimationFrame(look);
})()</script>`;

const OPTIONS = {
  chromium: () => ({
    pipe: true,
    enableExtensions: [join(PROJECT, 'dist/extension-chromium')],
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', `--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
  }),
  firefox: () => ({
    browser: 'firefox',
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { 'network.dns.localDomains': HOST, 'dom.security.https_first': false, 'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }) },
  }),
};

async function insideOf(name, browser) {
  const tab = await browser.newPage();
  if (name === 'chromium') {
    const target = await browser.waitForTarget((one) => one.url().startsWith('chrome-extension://'));
    await tab.goto(new URL('/popup/popup.html', target.url()).href);
    return tab;
  }
  await browser.installExtension(join(PROJECT, 'dist/extension-firefox'));
  // In Firefox the promise may never settle although the page is there.
  await Promise.race([tab.goto(`moz-extension://${UUID}/popup/popup.html`).catch(() => undefined), new Promise((done) => setTimeout(done, 2000))]);
  return tab;
}

async function benchBrowser(name, origin) {
  const profile = await mkdtemp(join(tmpdir(), `mingdu-first-${name}-`));
  const browser = await puppeteer.launch({ ...OPTIONS[name](), executablePath: findBrowser(name), headless: true, userDataDir: profile });
  try {
    const inside = await insideOf(name, browser);
    const tab = await browser.newPage();
    const firstTexts = async (state, path) => {
      await inside.bringToFront();
      await inside.evaluate(`(globalThis.browser ?? globalThis.chrome).storage.local.set(${JSON.stringify({ mingdu: { version: 1, toolbar: 'none', settings: SETTINGS, ...state } })})`);
      await new Promise((done) => setTimeout(done, FOLLOWS_MS));
      await tab.bringToFront();
      const figures = [];
      for (let visit = 0; visit < VISITS; visit += 1) {
        await tab.goto(`http://${HOST}:${new URL(origin).port}${path}?${visit}`, { waitUntil: 'load' });
        await tab.waitForFunction('firstText > 0', { polling: 50 });
        figures.push(await tab.evaluate('firstText'));
      }
      return median(figures);
    };
    for (const [kind, size] of PAGES) {
      const path = `/first/${kind}-${size}`;
      const bare = await firstTexts({ on: false }, path);
      const served = await firstTexts({ on: true }, path);
      console.log(`  ${name.padEnd(10)} ${`${kind}/${size}`.padEnd(16)} nothing on ${bare.toFixed(0)} ms = 1.00  as chosen ${(served / bare).toFixed(2)}  (${(served - bare).toFixed(0)} ms later)`);
    }
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** Prints a row for each browser and page. */
export async function benchFirstPaint({ serve, origin }) {
  serve('first', (name) => {
    const [kind, size] = name.split('-');
    return { type: 'text/html; charset=utf-8', body: pageOf(kind, Number(size)).replace(/<script src=[^>]*><\/script>/, '').replace('</head>', `${RECORDER}</head>`) };
  });
  console.log(`first text of a page in its size, scheme and ground (${Object.values(SETTINGS).join(', ')}), ms after the press on a link, median of ${VISITS}`);
  for (const name of Object.keys(OPTIONS)) {
    if (findBrowser(name)) await benchBrowser(name, origin);
    else console.log(`  ${name}: not installed`);
  }
}
