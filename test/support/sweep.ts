// Looks at many pages with aids on and tells page by page what each aid has cost them: the body of `npm run sweep`.
// Not for judging (tests) and not for reading the command line (scripts/sweep.mjs).
import { mkdir } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launch, type BrowserName, type OpenBrowser } from './browsers';
import { findingsOf, measure, pageDifferences, placesOf, stopPageTimers, takePageSnapshot, type Finding } from '../../scripts/instrument/instrument';
import { mountOf, realPages } from './pages';
import { ask, closeAndForget, DEMO_PAGES, demoMounts, set, strongestOf, visit, widgetMount, type Patch } from './product';
import { startSite, TAG, type Mount, type Site } from './site';
import { TOOLBARS } from './interface';

/** A page to look at. */
export interface SweepPage {
  readonly id: string;
  readonly path: string;
  readonly mounts: readonly Mount[];
}

/** What is switched on: settings, or a word for more than settings can say. */
export type Aid = Patch | 'elder' | 'all' | 'none';

export interface SweepOptions {
  readonly aids: readonly Aid[];
  readonly browser: BrowserName;
  readonly width: number;
  readonly height: number;
  /** Whether to take screenshots for contrast and signs. */
  readonly pixels: boolean;
  /** Folder for a picture of each page with each aid. */
  readonly shots?: string;
  /** How many pages at a time, each in a browser of its own. */
  readonly workers: number;
  /** Whether to write all found differences after 退出, too. */
  readonly restore: boolean;
}

/** What one aid did to one page. */
export interface SweepRow {
  readonly page: string;
  readonly aid: string;
  readonly texts: number;
  readonly findings: readonly (Finding & { readonly selector: string })[];
  readonly ms: number;
  /** Why there is nothing to tell. */
  readonly failed?: string;
}

const SETTLE_MS = 200;

/** The saved real pages, the demo's pages, and those of further folders. */
export function sweepPages(folders: readonly string[]): SweepPage[] {
  const inject = { html: TAG, before: '</head>' as const };
  const own = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.html?$/i.test(file) && !file.includes('node_modules'))
      .sort()
      .map((file) => ({ id: relative(folder, join(folder, file)).replace(/\.html?$/i, ''), path: `/${file}`, mounts: [{ at: '/', from: folder, inject }] })),
  );
  if (own.length > 0) return own;
  return [
    ...realPages().map((one) => ({ id: one.id, path: `/${one.entry}`, mounts: [mountOf(one, inject)] })),
    ...DEMO_PAGES.map((path) => ({ id: `demo/${path.replace('.html', '')}`, path: `/${path}`, mounts: demoMounts() })),
  ];
}

/** Name of an aid in tables and files. */
export function aidName(aid: Aid): string {
  return typeof aid === 'string' ? aid : Object.entries(aid).map(([key, value]) => `${key}=${value}`).join(',');
}

/** Runs through all pages; each row is told as soon as it is there. */
export async function sweep(pages: readonly SweepPage[], options: SweepOptions, tell: (row: SweepRow) => void): Promise<void> {
  const queue = [...pages];
  if (options.shots !== undefined) await mkdir(options.shots, { recursive: true });
  const work = async () => {
    const site = await startSite();
    const opened = await launch(options.browser, { viewport: { width: options.width, height: options.height } });
    try {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        for (const aid of options.aids) tell(await look(opened, site, next, aid, options));
      }
    } finally {
      await opened.close();
      await site.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.workers, pages.length) }, work));
}

async function look(opened: OpenBrowser, site: Site, one: SweepPage, aid: Aid, options: SweepOptions): Promise<SweepRow> {
  const began = Date.now();
  const row = { page: one.id, aid: aidName(aid) };
  const page = await opened.newPage();
  try {
    site.mount([...one.mounts, widgetMount()]);
    await visit(page, `${site.origin}${one.path}`);
    await page.evaluate('localStorage.clear()');
    await rest(page);
    const { pixels } = options;
    if (options.restore) await takePageSnapshot(page);
    const before = await measure(page, { pixels });
    const patch = await switchOn(page, aid);
    const settle = async () => void (await ask(page, 'settled()'));
    const after = await measure(page, { pixels, settle });
    if (options.shots !== undefined) await page.screenshot({ path: join(options.shots, `${one.id.replace(/\W+/g, '-')} ${row.aid.replace(/[^\w=-]+/g, ' ')} ${options.width} ${options.browser}.png`), fullPage: options.browser === 'firefox' || after.texts.length < 5000 });
    const factor = Number(patch['textSize'] ?? 100) / 100;
    const findings = findingsOf(before, after, { factor, ...('contrast' in patch && patch['contrast'] !== 'off' ? { contrast: 7 } : {}) });
    const places = await placesOf(page, findings);
    const told = findings.map((finding, index) => ({ ...finding, selector: places[index] ?? '' })).filter(({ kind, selector }) => kind !== 'lost' || selector !== '');
    await closeAndForget(page);
    // The measuring scrolls, which counts as a reader's own scrolling: 退出 keeps their line then.
    const differences = options.restore ? await pageDifferences(page, { ignoreScroll: true }) : [];
    const restoring = differences.map((detail) => ({ kind: 'not restored' as const, ids: [], text: '', detail, selector: '' }));
    return { ...row, texts: before.texts.length, findings: [...told, ...restoring], ms: Date.now() - began };
  } catch (error) {
    return { ...row, texts: 0, findings: [], ms: Date.now() - began, failed: error instanceof Error ? error.message : String(error) };
  } finally {
    await page.close();
  }
}

/** Scrolls a page once so that what loads late is there, lets it come to rest, and stops its clocks. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    for (let y = 0; y < Math.min(document.documentElement.scrollHeight, 20000); y += innerHeight) { scrollTo(0, y); await pause(20); }
    scrollTo(0, 0);
    await pause(${SETTLE_MS});
  })()`);
  await stopPageTimers(page);
}

async function switchOn(page: Page, aid: Aid): Promise<Patch> {
  if (aid === 'none') return {};
  if (aid === 'elder') {
    await ask(page, 'open()');
    await page.evaluate(`[...${TOOLBARS}[0].querySelectorAll('button')].find((button) => button.textContent.includes('长辈')).click()`);
    await page.waitForFunction('Mingdu.get().textSize > 100');
    await ask(page, 'settled()');
    return ask<Patch>(page, 'get()');
  }
  const patch = aid === 'all' ? await strongestOf(page) : aid;
  await set(page, patch);
  return patch;
}
