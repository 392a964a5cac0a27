// The browser of the check: started, asked for a clean tab, started anew now and then and whenever it no longer answers.
// Not for what is done in a tab (look/).
import puppeteer, { type Browser, type BrowserContext, type LaunchOptions } from 'puppeteer-core';
import { within } from '../in-time';

export interface DriverOptions {
  readonly executable: string;
  readonly width: number;
  readonly height: number;
  /** Nothing but this machine can be reached. */
  readonly isOffline: boolean;
  readonly isPhone: boolean;
}

export interface Driver {
  /** A context that shares nothing with any other: no cookies, no storage, no downloads. */
  open(): Promise<BrowserContext>;
  /** Closes a context; a browser that does not manage to is ended, and the next tab gets another. */
  dispose(context: BrowserContext): Promise<void>;
  readonly processId: number | undefined;
  /** For good, whatever it is at: one that is starting is ended as soon as it has started, and nothing more is opened. */
  close(): Promise<void>;
}

/** Whatever a browser gathers over many pages goes with it. */
const PAGES_A_BROWSER = 40;
const CLOSE_MS = 5_000;
const START_MS = 60_000;
const ANSWER_MS = 120_000;

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,OptimizationGuideModelDownloading,AutofillServerCommunication',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-pings',
];
/** The browser refuses its own sandbox to the superuser of a container. */
const needsNoSandbox = () => process.platform === 'linux' && process.getuid?.() === 0;

/** @returns whether it was closed in time */
function isClosed(closing: Promise<unknown>): Promise<boolean> {
  const closed = () => true;
  // What is gone already is closed.
  return within(CLOSE_MS, closing.then(closed, closed), () => false);
}

/** @param launch stands in for the browser in tests */
export function createDriver(options: DriverOptions, launch: (how: LaunchOptions) => Promise<Browser> = (how) => puppeteer.launch(how)): Driver {
  let browser: Browser | null = null;
  let used = 0;
  let isOver = false;
  let closing: Promise<void> | null = null;

  const start = () =>
    launch({
      executablePath: options.executable,
      headless: true,
      pipe: true,
      // Ctrl+C is ours: it tells how to go on.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: START_MS,
      protocolTimeout: ANSWER_MS,
      args: [
        ...ARGUMENTS,
        ...(needsNoSandbox() ? ['--no-sandbox'] : []),
        ...(options.isOffline ? ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'] : []),
      ],
      // A device pixel ratio of 1: the instrument compares pixels with boxes.
      defaultViewport: { width: options.width, height: options.height, deviceScaleFactor: 1, hasTouch: options.isPhone },
    });

  async function end(): Promise<void> {
    const ended = browser;
    browser = null;
    if (ended === null) return;
    if (!(await isClosed(ended.close()))) ended.process()?.kill('SIGKILL');
  }

  return {
    get processId() {
      return browser?.process()?.pid;
    },
    async open() {
      if (isOver) throw new Error('closed');
      if (browser !== null && (!browser.connected || used >= PAGES_A_BROWSER)) await end();
      if (browser === null) {
        browser = await start();
        used = 0;
      }
      if (isOver) {
        await end();
        throw new Error('closed');
      }
      used += 1;
      return browser.createBrowserContext({ downloadBehavior: { policy: 'deny' } });
    },
    async dispose(context) {
      if (!(await isClosed(context.close()))) {
        browser?.process()?.kill('SIGKILL');
        browser = null;
      }
    },
    close() {
      isOver = true;
      // Asked twice, both wait for the same.
      return (closing ??= end());
    },
  };
}
