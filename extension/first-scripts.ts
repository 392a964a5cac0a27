// Registers the script that paints the reader's scheme when a page begins, for as long as a scheme is remembered: a content script that asks
// the store gets its answer only when the page has long been white. Not for the painting (cover.ts).
import { FIRST, RULES } from 'mingdu:rules';
import browser from 'webextension-polyfill';
import { parseSettings } from '../shared/settings/check';
import { sitesOff, wantedSettings } from './site';
import { HOME } from './sites';
import { KEY } from './storage';

const SCRIPT_ID = 'first-paint';
/** What a match pattern can name. */
const HOST_NAME = /^[\w-]+(\.[\w-]+)*$/;

let queue: Promise<unknown> = Promise.resolve();

/** Brings the registration in line with the store and with where we are allowed. One after another: each unregisters first. */
export function syncFirstScripts(): Promise<void> {
  const done = queue.then(register);
  queue = done.catch(() => undefined);
  return done;
}

async function register(): Promise<void> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  const scheme = String(parseSettings(RULES, wantedSettings(stored))['contrast']);
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
  if (!FIRST[scheme]) return;
  const { origins = [] } = await browser.permissions.getAll();
  const script = {
    id: SCRIPT_ID,
    matches: [...new Set([HOME, ...origins])],
    excludeMatches: sitesOff(stored).filter((host) => HOST_NAME.test(host)).map((host) => `*://${host}/*`),
    js: [`mingdu-first-${scheme}.js`],
    runAt: 'document_start' as const,
    allFrames: true,
    persistAcrossSessions: true,
  };
  await browser.scripting.registerContentScripts([script]);
}
