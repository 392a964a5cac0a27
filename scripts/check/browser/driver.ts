// The browser of the check: started, asked for a clean tab, started anew now and then and whenever it no longer answers.
// Not for what is done in a tab (look/).
import puppeteer, { type Browser, type BrowserContext } from 'puppeteer-core';

export interface DriverOptions {
  readonly executable: string;
  readonly width: number;
  readonly height: number;
  /** No host but this machine can be reached. */
  readonly isOffline: boolean;
  readonly isPhone: boolean;
}

export interface Driver {
  /** A context that shares nothing with any other: no cookies, no storage, no downloads. */
  open(): Promise<BrowserContext>;
  /** Closes a context; a browser that does not manage to is ended, and the next tab gets another. */
  dispose(context: BrowserContext): Promise<void>;
  readonly processId: number | undefined;
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

/** @returns whether the work was done in time */
async function inTime(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = work.then(
    () => true,
    // What is gone already is closed.
    () => true,
  );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}

export function createDriver(options: DriverOptions): Driver {
  let browser: Browser | null = null;
  let used = 0;

  const start = () =>
    puppeteer.launch({
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
    if (!(await inTime(ended.close(), CLOSE_MS))) ended.process()?.kill('SIGKILL');
  }

  return {
    get processId() {
      return browser?.process()?.pid;
    },
    async open() {
      if (browser !== null && (!browser.connected || used >= PAGES_A_BROWSER)) await end();
      if (browser === null) {
        browser = await start();
        used = 0;
      }
      used += 1;
      return browser.createBrowserContext({ downloadBehavior: { policy: 'deny' } });
    },
    async dispose(context) {
      if (!(await inTime(context.close(), CLOSE_MS))) {
        browser?.process()?.kill('SIGKILL');
        browser = null;
      }
    },
    close: end,
  };
}
