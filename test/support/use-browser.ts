// One browser, one site and one page for a `describe`: started before its tests, ended after them whatever happened.
// Not for extensions' second tabs and windows: those a test opens by itself, through `opened`.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { launch, type BrowserName, type OpenBrowser, type OpenOptions } from './browsers';
import { startSite, type Mount, type Site } from './site';

/** Filled in by the time that tests run. */
export interface Bench {
  opened: OpenBrowser;
  site: Site;
  page: Page;
}

/** Call it inside `describe`; do not take the fields apart before a test runs. */
export function useBrowser(name: BrowserName, mounts: readonly Mount[], options: OpenOptions = {}): Bench {
  const bench = {} as Bench;
  beforeAll(async () => {
    bench.site = await startSite(mounts);
    bench.opened = await launch(name, options);
    bench.page = await bench.opened.newPage();
  });
  afterAll(async () => {
    // Any of them is missing when starting failed.
    await (bench as Partial<Bench>).opened?.close();
    await (bench as Partial<Bench>).site?.close();
  });
  return bench;
}
