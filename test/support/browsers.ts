// Starts real Chromium and Firefox for tests: fresh profile, no network but this machine, everything removed on close.
// Not for serving pages (site.ts) nor for measuring them (page-side.ts).
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/ensure-browsers.mjs';
import { startBlockingProxy } from './blocking-proxy';

export type BrowserName = 'chromium' | 'firefox';

/** Both browsers, for `describe.each`. `MINGDU_BROWSERS=firefox` narrows it while working on one. */
export const BROWSERS: readonly BrowserName[] = (['chromium', 'firefox'] as const).filter((name) =>
  (process.env['MINGDU_BROWSERS'] ?? 'chromium,firefox').split(',').includes(name),
);

/** Hosts that lead to the test server unless `hosts` says otherwise; match patterns ignore the port. */
export const DEFAULT_HOSTS = ['www.example.gov.cn', 'other.example.gov.cn', 'www.example.com.cn'];

export interface OpenOptions {
  /** Folder of an unpacked extension. */
  readonly extension?: string;
  /** Host names that resolve to 127.0.0.1. */
  readonly hosts?: readonly string[];
  /** More Firefox preferences. */
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
  /** More command line arguments. */
  readonly args?: readonly string[];
  /** More environment variables for the browser's process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments that the driver gives by itself and that this browser is to be without. */
  readonly without?: readonly string[];
  /** A folder that outlives the browser: the profile of a reader who comes back. Whoever made it removes it. */
  readonly home?: string;
  /** CSS pixels; 1280 × 800 if not given. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A running browser of a test. */
export interface OpenBrowser {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** Everything this browser writes; gone after `close()`. */
  readonly folder: string;
  /** `chrome-extension://…/` or `moz-extension://…/`, '' without an extension. */
  readonly extensionOrigin: string;
  newPage(): Promise<Page>;
  /** Every request that did not go to the test server, as the refusing proxy saw it, oldest first. */
  foreign(): readonly string[];
  /** Forgets what was asked for so far (a page's own calls, say, before the product is opened). */
  forgetForeign(): void;
  close(): Promise<void>;
}

const LOOK_MS = 40;

/** The UUID given to the extension in Firefox, so that its pages have a known address. */
const FIREFOX_UUID = '3f1c7b52-0d0e-4c55-9a53-6d696e676475';

const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,OptimizationGuideModelDownloading,NetworkTimeServiceQuerying,AutofillServerCommunication',
];

const FIREFOX_PREFS = {
  'browser.safebrowsing.update.enabled': false,
  'dom.security.https_first': false,
  'extensions.update.enabled': false,
  'extensions.webextensions.restrictedDomains': '',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.http.speculative-parallel-limit': 0,
  'network.prefetch-next': false,
  'network.trr.mode': 5,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
};

/** The browser's program. @throws Error that names the command which installs it. */
export function executableOf(name: BrowserName): string {
  const found = findBrowser(name);
  if (found === undefined) throw new Error(`${name} is not installed: run \`node scripts/ensure-browsers.mjs\``);
  return found;
}

/** No desktop speech, whatever is installed here: a client would start the service by itself, and every test would meet its voices. */
const SILENT_DESKTOP = { SPEECHD_ADDRESS: 'unix_socket:/nonexistent/speechd.sock', SPEECHD_CMD: '/bin/false' };

function chromiumOptions(options: OpenOptions, hosts: readonly string[], proxyPort: number): LaunchOptions {
  const maps = hosts.map((host) => `MAP ${host} 127.0.0.1`).join(', ');
  return {
    browser: 'chrome',
    pipe: true,
    enableExtensions: options.extension === undefined ? false : [options.extension],
    args: [
      ...CHROMIUM_ARGS,
      `--host-resolver-rules=${maps}, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
      `--proxy-server=http://127.0.0.1:${proxyPort}`,
      `--proxy-bypass-list=${hosts.join(';')}`,
      ...(options.args ?? []),
    ],
  };
}

function firefoxOptions(options: OpenOptions, hosts: readonly string[], proxyPort: number): LaunchOptions {
  return {
    browser: 'firefox',
    extraPrefsFirefox: {
      ...FIREFOX_PREFS,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.no_proxies_on': ['localhost', '127.0.0.1', ...hosts].join(', '),
      'network.dns.localDomains': hosts.join(','),
      ...(options.extension === undefined
        ? {}
        : {
            'extensions.webextensions.uuids': JSON.stringify({ [geckoId(options.extension)]: FIREFOX_UUID }),
            // A temporary add-on is gone after a restart; installed again, it finds what an ordinary one would have kept.
            ...(options.home === undefined ? {} : { 'extensions.webextensions.keepStorageOnUninstall': true, 'extensions.webextensions.keepUuidOnUninstall': true }),
          }),
      ...options.prefs,
    },
    args: ['--remote-allow-system-access', ...(options.args ?? [])],
  };
}

function geckoId(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`${folder}/manifest.json has no browser_specific_settings.gecko.id`);
  return id;
}

/**
 * Starts a browser with a new profile, or that of `home`. Nothing outside 127.0.0.1 can be reached; `foreign()` tells what was tried.
 * The caller must `close()` it, also after a failure (`afterAll`).
 */
export async function launch(name: BrowserName, options: OpenOptions = {}): Promise<OpenBrowser> {
  const hosts = options.hosts ?? DEFAULT_HOSTS;
  // Its own HOME: fonts' and toolkits' caches then vanish with the profile.
  const home = options.home ?? (await mkdtemp(join(tmpdir(), `mingdu-${name}-`)));
  const proxy = await startBlockingProxy();
  let browser: Browser | undefined;
  const endAll = async () => {
    // A crashed browser rejects; what it left is removed all the same.
    await browser?.close().catch((error: unknown) => console.warn(`closing ${name}: ${String(error)}`));
    await proxy.close();
    if (options.home === undefined) await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  try {
    const viewport = options.viewport ?? { width: 1280, height: 800 };
    const started = await puppeteer.launch({
      ...(name === 'chromium' ? chromiumOptions : firefoxOptions)(options, hosts, proxy.port),
      executablePath: executableOf(name),
      headless: true,
      userDataDir: join(home, 'profile'),
      env: {
        ...process.env,
        ...SILENT_DESKTOP,
        HOME: home,
        XDG_CONFIG_HOME: join(home, 'config'),
        XDG_CACHE_HOME: join(home, 'cache'),
        TMPDIR: home,
        ...options.env,
      },
      ...(options.without === undefined ? {} : { ignoreDefaultArgs: [...options.without] }),
      defaultViewport: viewport,
      timeout: 60_000,
      protocolTimeout: 120_000,
    });
    browser = started;
    const extensionOrigin = options.extension === undefined ? '' : await extensionOriginOf(name, started, options.extension);
    return {
      name,
      browser: started,
      folder: home,
      extensionOrigin,
      newPage: async () => waitingByTheClock(await started.newPage()),
      foreign: () => proxy.asked.filter((url) => !isBrowsersOwn(url)),
      forgetForeign: proxy.forget,
      close: endAll,
    };
  } catch (error) {
    await endAll();
    throw error;
  }
}

/** By default puppeteer looks once a frame; a tab that came right after another was closed may be given none for a while. */
function waitingByTheClock(page: Page): Page {
  const wait = page.waitForFunction.bind(page);
  const again: Page['waitForFunction'] = (condition, options, ...rest) =>
    wait(condition, { polling: LOOK_MS, ...options }, ...rest).catch(async (error: unknown) => {
      if (!wasCutOff(error)) throw error;
      // By the clock: puppeteer gives the same error at once until it has heard of the new document.
      await sleep(LOOK_MS);
      return again(condition, options, ...rest);
    });
  page.waitForFunction = again;
  return page;
}

/**
 * Whether a look at a page was ended by the page's going. Firefox stops what runs in a document that it moves to another process
 * (from `about:blank` to a page of an extension); its driver finds neither answer nor error then, and stumbles over that with this
 * sentence, which puppeteer takes for a fault.
 */
function wasCutOff(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && cause.message.includes("right-hand side of 'in' should be an object, got null");
}

async function extensionOriginOf(name: BrowserName, browser: Browser, folder: string): Promise<string> {
  if (name === 'firefox') {
    await browser.installExtension(folder);
    return `moz-extension://${FIREFOX_UUID}/`;
  }
  // The service worker shows that the extension is in, and tells its id. (Such an address has a host but no `origin`.)
  const target = await browser.waitForTarget((one) => one.url().startsWith('chrome-extension://'), { timeout: 15_000 });
  return `chrome-extension://${new URL(target.url()).host}/`;
}

/** Calls a browser makes for itself, whatever page is open; none of these hosts is used by the product or by our pages. */
function isBrowsersOwn(url: string): boolean {
  const host = /^(?:\w+:\/\/)?([^:/]+)/.exec(url)?.[1] ?? url;
  return /(^|\.)(mozilla\.(org|com|net)|firefox\.com|gvt1\.com|(clients\d*|accounts|update|content-autofill|safebrowsing|optimizationguide-pa|android\.clients)\.(google|googleapis)\.com)$/.test(host);
}

/**
 * Fails when anything outside the test server was asked for.
 * @param allowed addresses (or their beginnings) that the page itself is known to ask for.
 * @throws Error with the list.
 */
export function assertNoForeignRequests(opened: OpenBrowser, allowed: readonly string[] = []): void {
  const foreign = opened.foreign().filter((url) => !allowed.some((start) => url.startsWith(start)));
  if (foreign.length > 0) throw new Error(`requests that left the machine:\n  ${[...new Set(foreign)].join('\n  ')}`);
}
