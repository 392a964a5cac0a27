// Sites other than the home ones: those the reader let us into for good, and tabs where the reader pressed the action.
// Not for what a page wants (site.ts).
import browser from 'webextension-polyfill';
import { covers, hostAt } from './origins';

const SCRIPT_ID = 'asked-sites';
const TABS_KEY = 'askedTabs';
/** Covered by the manifest's own content script. */
export const HOME = '*://*.gov.cn/*';

let queue: Promise<unknown> = Promise.resolve();

/**
 * Brings the content script of other sites in line with what the reader allowed, here or in the browser's own settings. One after another:
 * each unregisters first.
 */
export function syncAskedSites(): Promise<void> {
  const done = queue.then(register);
  queue = done.catch(() => undefined);
  return done;
}

async function register(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const matches = origins.filter((origin) => origin !== HOME);
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: SCRIPT_ID, matches, excludeMatches: [HOME], js: ['content.js'], runAt: 'document_start', allFrames: true, persistAcrossSessions: true },
  ]);
}

async function askedTabs(): Promise<readonly number[]> {
  const found = (await browser.storage.session.get(TABS_KEY))[TABS_KEY];
  return Array.isArray(found) ? found.filter((one): one is number => typeof one === 'number') : [];
}

async function keep(tabs: readonly number[]): Promise<void> {
  await browser.storage.session.set({ [TABS_KEY]: tabs });
}

/** The reader pressed the action in this tab: while the browser lets us, we go along to the next page. */
export async function rememberTab(tabId: number): Promise<void> {
  await keep([...new Set([...(await askedTabs()), tabId])]);
}

export async function forgetTab(tabId: number): Promise<void> {
  const tabs = await askedTabs();
  if (tabs.includes(tabId)) await keep(tabs.filter((one) => one !== tabId));
}

/** Leave for these was taken back: tabs that stand on such a page are not gone along with by what the press gave. */
export async function forgetTabsOn(origins: readonly string[]): Promise<void> {
  for (const tabId of await askedTabs()) {
    // Without its address it is none of those that we may enter.
    const host = hostAt((await browser.tabs.get(tabId).catch(() => null))?.url);
    if (host !== null && origins.some((origin) => covers(origin, host))) await forgetTab(tabId);
  }
}

/**
 * @param enter puts our content script into the tab's page; rejects once the leave given by the press has ended
 */
export async function followAskedTab(tabId: number, enter: () => Promise<void>): Promise<void> {
  if (!(await askedTabs()).includes(tabId)) return;
  try {
    await enter();
  } catch {
    // Another site: the leave of the press ended with the old one, and the reader will press again.
    await forgetTab(tabId);
  }
}
