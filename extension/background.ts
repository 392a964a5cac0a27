// The extension's own process: passes the reader's press to the page and runs our scripts where a page asks. Keeps no state: the
// browser ends and wakes it as it likes, so every listener is added at once. Not for anything that a page can do by itself.
import browser, { type Runtime, type Tabs } from 'webextension-polyfill';
import { tidyAnswers } from './answers';
import { syncFirstScripts } from './first-scripts';
import { enterOpenTabs } from './open-tabs';
import { serveMenus } from './menus';
import { type Act, IN_PDF, type LoadAnswer, type LoadMessage, parseMessage, type PressMessage, type StyleMessage, type TurnMessage } from './messages';
import { forgetTab, forgetTabsOn, followAskedTab, HOME, rememberTab, syncAskedSites } from './sites';
import { serveSpeech } from './speech';
import { KEY } from './storage';
import { explain } from './unreachable';

/** Seen: 30 ms on a busy machine. */
const LEAVE_WAITS_MS = [20, 50, 100, 200];
const NO_LEAVE = /Cannot access contents of the page/;

async function serve(message: LoadMessage | StyleMessage, sender: Runtime.MessageSender): Promise<LoadAnswer> {
  const tabId = sender.tab?.id;
  if (tabId === undefined) return { ok: false, reason: 'not a tab' };
  const target = { tabId, frameIds: [sender.frameId ?? 0] };
  try {
    // Immediately: the default waits until the page is idle, which a slow picture can put off for minutes.
    if (message.type === 'load') await browser.scripting.executeScript({ target, files: [`${message.file}.js`], injectImmediately: true });
    else await browser.scripting[message.on ? 'insertCSS' : 'removeCSS']({ target, css: message.css, origin: 'USER' });
    return { ok: true };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** @returns what the frame answered: true when it did as it was told */
async function tell(tabId: number, act: Act, frameId = 0): Promise<unknown> {
  const message: PressMessage = { type: 'press', act };
  return browser.tabs.sendMessage(tabId, message, { frameId });
}

/** Brings our content script into a page that has none: another site, or one that was open before we were installed. */
async function enter(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['content.js'], injectImmediately: true });
}

/**
 * The same upon a press: Chromium tells of the press a moment before the leave that it gives is in force, so what it refuses is asked for
 * again. Its own pages and its shop are refused in other words.
 */
async function enterByPress(tabId: number): Promise<void> {
  for (const waitMs of LEAVE_WAITS_MS) {
    try {
      return await enter(tabId);
    } catch (error) {
      if (!NO_LEAVE.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  await enter(tabId);
}

/** Who speaks now is told to every page and frame; where nobody listens there is nobody to pause. */
async function passTurn(message: TurnMessage): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : browser.tabs.sendMessage(id, message).catch(() => undefined))));
}

async function press(tab: Tabs.Tab | undefined, act: Act, frameId = 0): Promise<void> {
  if (tab?.id === undefined) return;
  const tabId = tab.id;
  // Nobody answers where nobody is yet; that is what `enter` is for.
  let answer = await tell(tabId, act, frameId).catch(() => false);
  if (answer === true) return;
  try {
    if (answer !== IN_PDF) {
      await enterByPress(tabId);
      await rememberTab(tabId);
      // The script that has just come in may already show what is stored: the press was for that, not against it.
      answer = await tell(tabId, act === 'toggle' ? 'open' : act, frameId);
    }
    if (answer === IN_PDF) await explain(tab, 'a PDF in its viewer', 'Pdf');
  } catch (error) {
    const isReached = frameId !== 0 && (await tell(tabId, 'open').catch(() => false)) === true;
    await explain(tab, error, ...(isReached ? (['Frame'] as const) : []));
  }
}

/** Ends what a tab shows, in all its frames; where nobody listens there is nothing to end. */
async function leave(tabId: number): Promise<void> {
  const message: PressMessage = { type: 'press', act: 'leave' };
  await browser.tabs.sendMessage(tabId, message).catch(() => undefined);
  await forgetTab(tabId);
}

browser.action.onClicked.addListener((tab) => {
  // Firefox may not have granted the home sites at install. It has to be asked for within the press, before anything is awaited;
  // where it is granted already, nothing is shown.
  if (isHome(tab.url)) browser.permissions.request({ origins: [HOME] }).catch(() => false);
  void press(tab, 'toggle');
});

browser.commands.onCommand.addListener((name, tab) => {
  if (name === 'focus-toolbar') void press(tab, 'focus');
});

browser.runtime.onMessage.addListener((value: unknown, sender: Runtime.MessageSender) => {
  const message = parseMessage(value);
  if (!message || message.type === 'press' || sender.id !== browser.runtime.id) return undefined;
  if (message.type === 'turn') return passTurn(message);
  return serve(message, sender);
});

serveSpeech();
const report = (error: unknown) => console.error('Mingdu 明读:', error);
enterOpenTabs(enter).catch(report);
// The one before may have been ended in the middle of it.
syncFirstScripts().catch(report);

// Firefox would replace us at once, and with us tear away the copies in all pages before they can undo anything; to one who listens and
// does not call for it, the new version comes when the browser starts the next time.
browser.runtime.onUpdateAvailable.addListener(({ version }) => console.info(`Mingdu 明读: ${version} comes with the next start of the browser`));

serveMenus({ press, leave, explain: (tab) => explain(tab, 'no site') });

browser.tabs.onUpdated.addListener((tabId, change) => {
  if (change.status !== 'loading') return;
  // A page that can be reached has no popup: with one, a press would never get to it.
  void browser.action.setPopup({ tabId, popup: '' });
  void followAskedTab(tabId, () => enter(tabId));
});
browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));

for (const event of [browser.runtime.onInstalled, browser.runtime.onStartup, browser.permissions.onAdded, browser.permissions.onRemoved]) {
  event.addListener(() => {
    void syncAskedSites();
    void syncFirstScripts();
  });
}
// Leave taken back, here or in the browser's own settings.
browser.permissions.onRemoved.addListener(({ origins = [] }) => {
  void forgetTabsOn(origins);
  void tidyAnswers();
});
browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && KEY in changes) void syncFirstScripts();
});

function isHome(url: string | undefined): boolean {
  return /^https?:\/\/([^/]+\.)?gov\.cn(:\d+)?\//.test(url ?? '');
}
