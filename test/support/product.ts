// The built product as a browser test meets it: where it is served, the pages of the demo, one value of each aid, calls of its interface.
// No expectations in here, and nothing of the extension (extension.ts).
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { findBuilt } from '../../scripts/build/hashed.mjs';
import { encodeGbk } from '../../scripts/gbk.mjs';
import type { Mount } from './site';

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** What the build wrote; `MINGDU_DIST` names another folder while somebody else is building. */
export const DIST = resolve(REPOSITORY, process.env['MINGDU_DIST'] ?? 'dist');

/** What a script of the widget is called, hash included, by its plain name: `mingdu-main`. */
export function builtName(plain: string): string {
  return findBuilt(join(DIST, 'widget'), `${plain}.js`);
}

export type Patch = Readonly<Record<string, string | number | boolean>>;

/** A value of each aid's main setting that does the most to a page. A new aid adds a line. */
export const STRONGEST: Patch = {
  textSize: 200,
  spacing: 'wider',
  contrast: 'yellow-on-black',
  readingLine: 'mask',
  pinyin: 'all',
  speech: 'point',
  caption: true,
  pointer: 'larger',
  focus: 'strong',
  still: true,
  lens: true,
  image: true,
  shortcuts: 'mingdu',
  cursor: 'on',
};

/** The schemes of the contract. */
export const SCHEMES = ['black-on-white', 'white-on-black', 'yellow-on-black', 'yellow-on-blue', 'black-on-yellow', 'black-on-cream'] as const;

/** Serves the widget's folder under `/mingdu/`, as a site owner would. */
export function widgetMount(headers?: Mount['headers']): Mount {
  return { at: '/mingdu/', from: join(DIST, 'widget'), ...(headers ? { headers } : {}) };
}

/** The pages of the demo portal; the tag is in them. */
export const DEMO_PAGES = ['index.html', 'list.html', 'article.html', 'form.html', 'legacy.html', 'spa.html'] as const;

/** Serves the demo portal at `/`, its old page in GBK bytes. */
export function demoMounts(headers?: Mount['headers']): Mount[] {
  const demo = join(REPOSITORY, 'demo');
  const more = headers ? { headers } : {};
  return [
    { at: '/', from: demo, ...more },
    // No charset: the page's own <meta> decides, as on the real servers of its time.
    { at: '/legacy.html', from: () => ({ type: 'text/html', body: encodeGbk(readFileSync(join(demo, 'legacy.source.html'), 'utf8')) }), ...more },
  ];
}

/** Calls the page's `Mingdu` and waits: `ask(page, 'get()')`. */
export async function ask<Answer = unknown>(page: Page, call: string): Promise<Answer> {
  return (await page.evaluate(`Mingdu.${call}`)) as Answer;
}

/** `Mingdu.set(patch)`, then until nothing is pending in view. */
export async function set(page: Page, patch: Patch): Promise<void> {
  await page.evaluate(`Mingdu.set(${JSON.stringify(patch)}).then(() => Mingdu.settled())`);
}

/** For `measure`: waits at each scroll position until nothing is pending there. */
export const settling = (page: Page) => ({ settle: async () => void (await page.evaluate('Mingdu.settled()')) });

/** 退出, and nothing is remembered: the next `set` begins from the defaults. */
export async function closeAndForget(page: Page): Promise<void> {
  await page.evaluate(`Mingdu.close().then(() => localStorage.removeItem('mingdu'))`);
}

/** Opens an address and waits until its tag has run. The page's own late files are not waited for. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction(`typeof Mingdu === 'object'`);
}

/** The value of each aid that this build has. */
export async function strongestOf(page: Page): Promise<Patch> {
  const known = Object.keys(await ask<object>(page, 'get()'));
  return Object.fromEntries(Object.entries(STRONGEST).filter(([key]) => known.includes(key)));
}

/** Errors of a page from now on, each with its stack; those told to the console begin with `console:`. */
export function recordErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()} ${message.location().url ?? ''}`);
  });
  return errors;
}

/** Those of the errors that are the product's: its name, or a file of it, is in them. */
export function ownErrors(errors: readonly string[]): string[] {
  return errors.filter((error) => /mingdu/i.test(error));
}

/** Waits for `count` rendering opportunities. */
export async function frames(page: Page, count = 2): Promise<void> {
  await page.evaluate(`new Promise((resolve) => { let left = ${count}; const next = () => (left-- > 0 ? requestAnimationFrame(next) : resolve(0)); next(); })`);
}
