// The made engine, a site and a new tab for each test of a `describe`; ended after them whatever happened.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { OpenOptions } from '../browsers';
import { startSite, type Mount, type Site } from '../site';
import { launchWithEngine, type TestEngine } from './test-engine';

export interface EngineBench {
  readonly engine: TestEngine;
  readonly site: Site;
  readonly page: Page;
}

/**
 * Call it inside `describe`.
 * @param take told before each test, with its new tab
 */
export function useEngine(take: (bench: EngineBench) => void, { mounts = [], ...options }: OpenOptions & { readonly mounts?: readonly Mount[] } = {}): void {
  let engine: TestEngine | undefined;
  let site: Site | undefined;

  beforeAll(async () => {
    site = await startSite(mounts);
    engine = await launchWithEngine(options);
  });
  beforeEach(async () => {
    if (!engine || !site) throw new Error('the made engine did not start');
    // All but the browser's first tab.
    for (const one of (await engine.opened.browser.pages()).slice(1)) await one.close();
    take({ engine, site, page: await engine.opened.newPage() });
  });
  afterAll(async () => {
    await engine?.opened.close();
    await site?.close();
  });
}
