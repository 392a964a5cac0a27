// Opens a browser for a person, with the built extension in it and a profile that is gone afterwards; www.example.gov.cn leads to this
// machine. For `npm run extension` and the stores' pictures; the tests have launch() in test/support/browsers.ts.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './ensure-browsers.mjs';
import { PROJECT } from './ensure.mjs';

/** A government site, as far as the extension can tell. */
export const HOST = 'www.example.gov.cn';
const ANSWER_MS = 30_000;

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

function firefoxOptions() {
  return {
    browser: 'firefox',
    extraPrefsFirefox: {
      'browser.shell.checkDefaultBrowser': false,
      'dom.security.https_first': false,
      'network.dns.localDomains': HOST,
      'network.proxy.no_proxies_on': `${HOST}, localhost, 127.0.0.1`,
    },
  };
}

/**
 * @param {'chromium' | 'firefox'} name
 * @param {{ headless?: boolean, viewport?: { width: number, height: number } | null, env?: Record<string, string> }} [options]
 * @returns {Promise<{ browser: import('puppeteer-core').Browser, close: () => Promise<void> }>} `close` removes the profile too, also when the
 *   browser was closed by hand
 */
export async function openWithExtension(name, { headless = false, viewport = null, env = {} } = {}) {
  const folder = join(PROJECT, 'dist', `extension-${name}`);
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`没有 dist/extension-${name}，请先运行 npm run build。 / It is not there: run npm run build first.`);
  const home = mkdtempSync(join(tmpdir(), `mingdu-${name}-`));
  const clean = () => rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  let browser;
  const close = async () => {
    await browser?.close().catch((error) => console.warn(String(error)));
    clean();
  };
  try {
    browser = await puppeteer.launch({
      ...(name === 'chromium' ? chromiumOptions(folder) : firefoxOptions()),
      executablePath: findBrowser(name),
      headless,
      userDataDir: join(home, 'profile'),
      defaultViewport: viewport,
      // Ctrl+C is ours to answer: all ends in order.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      env: { ...process.env, TMPDIR: home, ...env },
      timeout: 60_000,
    });
    if (name === 'firefox') await browser.installExtension(folder);
    else await browser.waitForTarget((target) => target.url().startsWith('chrome-extension://'), { timeout: 30_000 });
    return { browser, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Presses the portal's own 无障碍浏览 and waits for the toolbar. Where the extension is, it outranks the tag that the portal has too, and the
 * tag's main script is never fetched.
 * @param {import('puppeteer-core').Page} page a page of the portal
 * @throws {Error} if the toolbar is the tag's, or none comes
 */
export async function pressOnPortal(page) {
  await (await page.waitForSelector('[data-mingdu-open]', { timeout: ANSWER_MS })).click();
  await page.waitForSelector('>>> [role=toolbar]', { timeout: ANSWER_MS });
  const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname));
  if (fetched.some((path) => path.endsWith('/mingdu-main.js'))) throw new Error('工具栏是网页标签的，不是扩展的。 / The toolbar is the tag’s, not the extension’s.');
}
