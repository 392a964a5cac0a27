// Opens a browser for a person, with the built extension in it and a profile that is gone afterwards; www.example.gov.cn leads to this
// machine. For `npm run extension` and the stores' pictures; the tests have launch() in test/support/browsers.ts.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './ensure-browsers.mjs';
import { PROJECT } from './ensure.mjs';

/** A government site, as far as the extension can tell. */
export const HOST = 'www.example.gov.cn';
const ANSWER_MS = 30_000;
const SETTLES_MS = 2_000;
const LOOK_MS = 50;
/** Chromium makes a socket in a folder of TMPDIR, 46 characters further on, and does not start where its path is over 103 (macOS) or 107 (Linux). */
const LONGEST_TMPDIR = 57;
/** Given to the extension in Firefox, so that the address of its pages is known. */
const FIREFOX_UUID = '5d0b2c1e-7a3f-4c58-9b61-2f8e4a7d9c03';

function chromiumOptions(folder) {
  return {
    browser: 'chrome',
    pipe: true,
    enableExtensions: [folder],
    // Not "controlled by automated software": a person is at it.
    ignoreDefaultArgs: ['--enable-automation'],
    args: [
      `--host-resolver-rules=MAP ${HOST} 127.0.0.1`,
      `--proxy-bypass-list=${HOST};localhost;127.0.0.1`,
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      '--no-default-browser-check',
      // Chromium refuses to start as root otherwise.
      ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    ],
  };
}

function firefoxOptions(folder) {
  const { id } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).browser_specific_settings.gecko;
  return {
    browser: 'firefox',
    // Without it nobody gets into pages of an extension, where its store is.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'browser.shell.checkDefaultBrowser': false,
      'dom.security.https_first': false,
      'extensions.webextensions.uuids': JSON.stringify({ [id]: FIREFOX_UUID }),
      'network.dns.localDomains': HOST,
      'network.proxy.no_proxies_on': `${HOST}, localhost, 127.0.0.1`,
    },
  };
}

/** Where the pages of the extension are, once it is in. */
async function originOf(name, browser, folder) {
  if (name === 'firefox') {
    await browser.installExtension(folder);
    return `moz-extension://${FIREFOX_UUID}/`;
  }
  const worker = await browser.waitForTarget((target) => target.url().startsWith('chrome-extension://'), { timeout: ANSWER_MS });
  return `chrome-extension://${new URL(worker.url()).host}/`;
}

/**
 * @param {'chromium' | 'firefox'} name
 * @param {{ headless?: boolean, viewport?: { width: number, height: number } | null, env?: Record<string, string> }} [options]
 * @returns {Promise<{ browser: import('puppeteer-core').Browser, origin: string, close: () => Promise<void> }>} `close` removes the profile too, also when the
 *   browser was closed by hand
 */
export async function openWithExtension(name, { headless = false, viewport = null, env = {} } = {}) {
  const folder = join(PROJECT, 'dist', `extension-${name}`);
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`没有 dist/extension-${name}，请先运行 npm run build。 / It is not there: run npm run build first.`);
  const home = mkdtempSync(join(tmpdir(), 'mingdu-'));
  const clean = () => rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  let browser;
  const close = async () => {
    await browser?.close().catch((error) => console.warn(String(error)));
    clean();
  };
  try {
    browser = await puppeteer.launch({
      ...(name === 'chromium' ? chromiumOptions(folder) : firefoxOptions(folder)),
      executablePath: findBrowser(name),
      headless,
      userDataDir: join(home, 'profile'),
      defaultViewport: viewport,
      // Ctrl+C is ours to answer: all ends in order.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      env: { ...process.env, ...(home.length <= LONGEST_TMPDIR && { TMPDIR: home }), ...env },
      timeout: 60_000,
    });
    return { browser, origin: await originOf(name, browser, folder), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Leaves a state in the extension's store, as if the reader had chosen so before. Written from a page of the extension: nobody else may.
 * @param {{ browser: import('puppeteer-core').Browser, origin: string }} opened
 * @param {object} state what stands under `mingdu`
 */
export async function remember({ browser, origin }, state) {
  const page = await browser.newPage();
  // In Firefox the promise for such an address may never settle although the page is there.
  const going = page.goto(`${origin}privacy.html`).catch(() => undefined);
  await Promise.race([going, new Promise((resolve) => setTimeout(resolve, SETTLES_MS))]);
  await page.waitForFunction('document.readyState === "complete" && (globalThis.browser ?? globalThis.chrome)?.storage !== undefined', { timeout: ANSWER_MS, polling: LOOK_MS });
  await page.evaluate(`(globalThis.browser ?? globalThis.chrome).storage.local.set({ mingdu: ${JSON.stringify(state)} })`);
  await page.close();
}

/**
 * Waits for the toolbar on a page of the portal, which has the tag of the widget as well.
 * @param {import('puppeteer-core').Page} page
 * @throws {Error} if the toolbar is not the extension's, or none comes
 */
export async function waitForToolbar(page) {
  await page.waitForSelector('>>> [role=toolbar]', { timeout: ANSWER_MS });
  const owner = await page.evaluate(() => document.documentElement.getAttribute('data-mingdu-x-owner') ?? '');
  if (!owner.startsWith('extension ')) throw new Error(`工具栏不是扩展的，是“${owner}”的。 / The toolbar is not the extension’s.`);
}
