// Registers what a page begins with while contrast, size or spacing is remembered: what stands in for them at once, for a script that asks the
// store gets its answer when the page has long been white; and the aids themselves, which nobody need fetch then. Not for what these do (cover.ts).
import { FIRST, RULES } from 'mingdu:rules';
import browser, { type Scripting } from 'webextension-polyfill';
import { parseSettings } from '../shared/settings/check';
import { firstAids } from './first-aids';
import { sitesOff, wantedSettings } from './site';
import { HOME } from './sites';
import { KEY } from './storage';

const PAINT_ID = 'first-paint';
const AIDS_ID = 'first-aids';
const SCRIPT_IDS = [PAINT_ID, AIDS_ID];
/** What a match pattern can name. */
const HOST_NAME = /^[\w-]+(\.[\w-]+)*$/;

let queue: Promise<unknown> = Promise.resolve();

/** Brings the registration in line with the store and with where we are allowed, if it is not. One after another: each unregisters first. */
export function syncFirstScripts(): Promise<void> {
  const done = queue.then(register);
  queue = done.catch(() => undefined);
  return done;
}

async function register(): Promise<void> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  const { paint, aids } = firstFiles(wantedSettings(stored));
  const { origins = [] } = await browser.permissions.getAll();
  const common = {
    matches: [...new Set([HOME, ...origins])],
    excludeMatches: sitesOff(stored).filter((host) => HOST_NAME.test(host)).map((host) => `*://${host}/*`),
    runAt: 'document_start' as const,
    persistAcrossSessions: true,
  };
  const wanted = [
    { ...common, id: PAINT_ID, js: paint, allFrames: true },
    // Frames fetch the aids when they have anything to read: pages carry many that have not.
    { ...common, id: AIDS_ID, js: aids, allFrames: false },
  ].filter(({ js }) => js.length > 0);
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: SCRIPT_IDS });
  const told = registered.map(tell);
  if (wanted.length === told.length && wanted.every((one) => told.includes(tell(one)))) return;
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) });
  if (wanted.length > 0) await browser.scripting.registerContentScripts(wanted);
}

/** What a registration says; browsers may give files with their address, and lists in another order. */
function tell({ id, js = [], matches = [], excludeMatches = [], allFrames = false }: Scripting.RegisteredContentScript): string {
  return JSON.stringify([id, js.map((file) => file.replace(/^.*\//, '')), [...matches].sort(), [...excludeMatches].sort(), allFrames]);
}

/** @param wanted the reader's settings, unchecked */
function firstFiles(wanted: unknown): { paint: string[]; aids: string[] } {
  const settings = parseSettings(RULES, wanted);
  const ids = firstAids(settings);
  const scheme = String(settings['contrast']);
  return {
    paint: [...(FIRST[scheme] ? [`mingdu-first-${scheme}.js`] : []), ...(ids.some((id) => id !== 'contrast') ? ['mingdu-first-hold.js'] : [])],
    aids: ids.length > 0 ? ['mingdu-main.js', 'mingdu-pack-aids.js', ...ids.map((id) => `mingdu-aid-${id}.js`)] : [],
  };
}
