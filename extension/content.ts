// Resides in every page that we may serve: looks whether the reader left the assist on, and fetches the rest only then.
// Not for anything the page could notice: no element, no listener but for the page's own return.
import browser from 'webextension-polyfill';
import { take } from '../shared/packs/registry';
import { isAlive, isAbandoned, LOOK_EVENT } from './alive';
import { reveal, uncover } from './cover';
import { headed, parsed, readable } from './headed';
import { loadScript } from './host';
import type { Leftovers } from './leftovers';
import { type Act, IN_PDF, parseMessage } from './messages';
import { hostOf, isDeclined, isOffOn, isWantedOn } from './site';
import { KEY } from './storage';

/** What `mingdu-main.js` provides to this script. */
export interface Main {
  /** Applies what is stored, and follows it. */
  begin(): Promise<void>;
  /** The reader asked. `isDeclined`: on a page that wants no automatic start. */
  press(act: Act, isDeclined: boolean): Promise<void>;
  /** Ends what this page shows, and nothing elsewhere; a later `begin` begins anew. */
  leave(): void;
}

/** A frame smaller than this, either way, holds nothing that is read. */
const LEAST_FRAME_PX = 24;
const RESIDENT = Symbol.for('mingdu.resident');

function reside(): void {
  const world = globalThis as { [RESIDENT]?: () => boolean };
  if (world[RESIDENT]?.()) return;
  world[RESIDENT] = isAlive;
  document.dispatchEvent(new CustomEvent(LOOK_EVENT));
  /** Whoever served this page before is gone and could not undo its work: that is done first of all. */
  const cleaned = isAbandoned(document)
    ? take<Leftovers>('pack-leftovers', () => loadScript('mingdu-pack-leftovers')).then(({ clear }) => clear(document))
    : null;
  cleaned?.catch(give);

  let fetching: Promise<Main> | null = null;
  const main = () =>
    (fetching ??= take<Main>('mingdu-main', () => loadScript('mingdu-main')).catch((error: unknown) => {
      fetching = null;
      throw error;
    }));
  let isBegun = false;
  const begin = async () => {
    if (isBegun) return;
    isBegun = true;
    try {
      await cleaned;
      await (await main()).begin();
    } catch (error) {
      show();
      throw error;
    }
  };

  const leave = async () => {
    show();
    if (!isBegun) return;
    isBegun = false;
    (await main()).leave();
  };
  const isPdf = document.contentType === 'application/pdf';

  const follow = async (stored: unknown) => {
    if (isBegun) return;
    if (isPdf || !isWantedOn(stored, hostOf(window))) return show();
    await headed();
    if (isDeclined(document)) return show();
    // Fetched while the rest of the page comes; a failure is told by whoever needs it.
    if (isSeen()) main().catch(() => undefined);
    await readable();
    if (!isSeen()) show();
    await seen();
    if (isDeclined(document)) show();
    else await begin();
  };

  browser.runtime.onMessage.addListener((value: unknown) => {
    const message = parseMessage(value);
    if (message?.type !== 'press') return undefined;
    const pressed = async () => {
      if (isPdf) return IN_PDF;
      if (message.act === 'leave') return leave();
      await parsed();
      await cleaned;
      const wasBegun = isBegun;
      // Where nothing was shown a press means open, though the store may say that it is open elsewhere.
      const act = message.act === 'toggle' && !wasBegun ? 'open' : message.act;
      // Not one after the other: what was left on may wait for a quiet page, but not once the reader has pressed.
      await Promise.all([begin(), main().then((one) => one.press(act, !wasBegun && isDeclined(document)))]);
      return true;
    };
    return pressed();
  });
  browser.storage.onChanged.addListener((changes, area) => {
    const changed = changes[KEY];
    if (area !== 'local' || !changed) return;
    const wasOff = isOffOn(changed.oldValue, hostOf(window));
    const isOff = isOffOn(changed.newValue, hostOf(window));
    if (isOff && !wasOff) leave().catch(give);
    // Welcome here again: from the next page on, for nobody pressed in this one.
    else if (isOff === wasOff) follow(changed.newValue).catch(give);
  });
  const look = () => {
    // One that was left behind has nobody to ask.
    if (!isAlive()) return;
    browser.storage.local
      .get(KEY)
      .then((found) => follow(found[KEY]))
      .catch(give);
  };
  look();
  // Back to a page that lay in the browser's memory, where it was told of nothing.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) look();
  });
}

function isSeen(): boolean {
  return window.top === window.self || (window.innerWidth >= LEAST_FRAME_PX && window.innerHeight >= LEAST_FRAME_PX);
}

/** Resolves when there is anything to see: pages carry hidden frames for counting, which need no aid. */
function seen(): Promise<void> {
  if (isSeen()) return Promise.resolve();
  return new Promise((resolve) => {
    const ended = new AbortController();
    const onResize = () => {
      if (!isSeen()) return;
      ended.abort();
      resolve();
    };
    window.addEventListener('resize', onResize, { signal: ended.signal });
  });
}

/** The page as it is. */
function show(): void {
  uncover();
  reveal();
}

/** An error is ours to tell, unless the extension has gone, which is no error. */
function give(error: unknown): void {
  show();
  if (isAlive()) console.error('Mingdu 明读:', error);
}

reside();
