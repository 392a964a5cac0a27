// Browsers that reach nothing but loopback, and a tab in one with what measuring needs. A browser that hangs is ended and started anew.
// Not for what is measured.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../ensure-browsers.mjs';
import { preparePage } from './in-page.mjs';

const OPTIONS = {
  chromium: {
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  },
  // Everything but loopback goes to a proxy that is not there.
  firefox: {
    browser: 'firefox',
    extraPrefsFirefox: { 'network.proxy.type': 1, 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': 9, 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': 9 },
  },
};
/** What one call to the browser may take beyond what the step itself is allowed. */
const PROTOCOL_MS = 180_000;

/** A step took longer than it is given. */
export class Overdue extends Error {}

/** The answer, or `Overdue` after so many milliseconds. */
export async function within(milliseconds, answer) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Overdue(`more than ${Math.round(milliseconds / 1000)} s`)), milliseconds)));
  try {
    // What comes too late is nobody's any more.
    answer.catch(() => undefined);
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** @returns a browser that is started when it is first needed; undefined where it is not installed */
export function browserOf(name) {
  const executablePath = findBrowser(name);
  if (executablePath === undefined) return undefined;
  let running;
  const start = async () => {
    const profile = await mkdtemp(join(tmpdir(), `mingdu-peers-${name}-`));
    const browser = await puppeteer.launch({ ...OPTIONS[name], executablePath, headless: true, userDataDir: profile, protocolTimeout: PROTOCOL_MS });
    return { browser, profile };
  };
  const end = async () => {
    if (running === undefined) return;
    const { browser, profile } = await running;
    running = undefined;
    // A page that answers to nothing keeps a browser from closing.
    await within(5000, browser.close()).catch(() => browser.process()?.kill('SIGKILL'));
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  return {
    name,
    version: async () => (await (running ??= start())).browser.version(),
    close: end,
    /** Runs with a tab of a window of its own; after a failure the next one gets a fresh browser. */
    async tab(run) {
      const { browser } = await (running ??= start());
      try {
        const context = await browser.createBrowserContext();
        const tab = await context.newPage();
        await tab.setViewport({ width: 1280, height: 800 });
        await tab.evaluateOnNewDocument(preparePage);
        const answer = await run(tab);
        await within(20_000, context.close());
        return answer;
      } catch (error) {
        await end();
        throw error;
      }
    },
  };
}

/** A function that tells the main thread's own milliseconds so far, without what the machine does besides; undefined where a browser does not tell. */
export async function clockOf(name, tab) {
  if (name !== 'chromium') return async () => undefined;
  const client = await tab.createCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const clock = async () => ((await client.send('Performance.getMetrics')).metrics.find((one) => one.name === 'TaskDuration')?.value ?? 0) * 1000;
  return Object.assign(clock, { client });
}
