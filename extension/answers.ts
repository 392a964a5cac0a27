// What the reader answered about sites, always or never: kept in the store beside the settings, and in the browser as leave. Not for what a page
// makes of it (site.ts), nor for the scripts that follow from it (sites.ts).
import browser from 'webextension-polyfill';
import { covers, HOST, siteOf } from './origins';
import { HOME } from './sites';
import { KEY } from './storage';

export type Answer = 'on' | 'off';
export type Answers = Readonly<Record<string, Answer>>;

/** The leave that a site needs: the home sites have one together. */
export function originOf(host: string): string {
  return /(^|\.)gov\.cn$/.test(host) ? HOME : `*://${host}/*`;
}

/** The sites that the browser lets us into one by one. */
export async function allowedHosts(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.flatMap((origin) => siteOf(origin) ?? []);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The answers in a stored value, unchecked before. */
export function answersIn(stored: unknown): Answers {
  const sites = isRecord(stored) ? stored['sites'] : null;
  const known = Object.entries(isRecord(sites) ? sites : {}).filter((entry): entry is [string, Answer] => HOST.test(entry[0]) && (entry[1] === 'on' || entry[1] === 'off'));
  return Object.fromEntries(known);
}

export async function readAnswers(): Promise<Answers> {
  return answersIn((await browser.storage.local.get(KEY))[KEY]);
}

let queue: Promise<unknown> = Promise.resolve();

/**
 * Keeps answers; null forgets one. What else is stored stays, sites of a later version's kind, too.
 * @returns the answers before
 */
export function answer(changes: Readonly<Record<string, Answer | null>>): Promise<Answers> {
  const done = queue.then(async () => {
    const stored = (await browser.storage.local.get(KEY))[KEY];
    const record = isRecord(stored) ? stored : { version: 1, on: false, toolbar: 'none', settings: {} };
    const sites = { ...(isRecord(record['sites']) ? record['sites'] : {}), ...changes };
    for (const host in changes) if (changes[host] === null) delete sites[host];
    await browser.storage.local.set({ [KEY]: { ...record, sites } });
    return answersIn(stored);
  });
  queue = done.catch(() => undefined);
  return done;
}

/** Takes back the browser's leave for one site, where it has one of its own. */
export async function giveUp(host: string): Promise<void> {
  if ((await allowedHosts()).includes(host)) await browser.permissions.remove({ origins: [`*://${host}/*`] });
}

/** Forgets an "always" for which the browser has no leave any more: it was taken back in the browser's own settings. */
export async function tidyAnswers(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const lost = Object.entries(await readAnswers()).filter(([host, is]) => is === 'on' && !origins.some((origin) => covers(origin, host)));
  if (lost.length > 0) await answer(Object.fromEntries(lost.map(([host]) => [host, null])));
}
