// The extension's own process: passes the reader's press to the page and runs our scripts where a page asks. Keeps no state: the
// browser ends and wakes it as it likes, so every listener is added at once. Not for anything that a page can do by itself.
import browser, { type Runtime, type Tabs } from 'webextension-polyfill';
import { syncFirstScripts } from './first-scripts';
import { type Act, type LoadAnswer, type LoadMessage, parseMessage, type PressMessage, type StyleMessage, type TurnMessage } from './messages';
import { enterOpenTabs } from './open-tabs';
import { forgetTab, followAskedTab, HOME, rememberTab, syncAskedSites } from './sites';
import { serveSpeech } from './speech';
import { KEY } from './storage';

/** Where the reader is told that this page cannot be reached. */
const POPUP = 'popup/popup.html?unreachable';
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

async function tell(tabId: number, act: Act): Promise<boolean> {
  const message: PressMessage = { type: 'press', act };
  return (await browser.tabs.sendMessage(tabId, message, { frameId: 0 })) === true;
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

async function press(tab: Tabs.Tab | undefined, act: Act): Promise<void> {
  const tabId = tab?.id;
  if (tabId === undefined) return;
  // Nobody answers where nobody is yet; that is what `enter` is for.
  if (await tell(tabId, act).catch(() => false)) return;
  try {
    await enterByPress(tabId);
    await rememberTab(tabId);
    // The script that has just come in may already show what is stored: the press was for that, not against it.
    await tell(tabId, act === 'toggle' ? 'open' : act);
  } catch (error) {
    await explain(tabId, error);
  }
}

/** The browser's own pages, its shop, and some documents let nobody in: say so, in a popup that this tab alone has. */
async function explain(tabId: number, error: unknown): Promise<void> {
  console.warn('Mingdu 明读:', error);
  await browser.action.setPopup({ tabId, popup: POPUP });
  await browser.action.setTitle({ tabId, title: browser.i18n.getMessage('unreachable') });
  try {
    await browser.action.openPopup();
  } catch {
    // Older browsers open it only for a press: the next press does, and until then the mark says that something is to be read.
    await browser.action.setBadgeText({ tabId, text: '!' });
  }
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
enterOpenTabs(enter).catch((error: unknown) => console.error('Mingdu 明读:', error));

// Firefox would replace us at once, and with us tear away the copies in all pages before they can undo anything; to one who listens and
// does not call for it, the new version comes when the browser starts the next time.
browser.runtime.onUpdateAvailable.addListener(({ version }) => console.info(`Mingdu 明读: ${version} comes with the next start of the browser`));


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
browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && KEY in changes) void syncFirstScripts();
});

function isHome(url: string | undefined): boolean {
  return /^https?:\/\/([^/]+\.)?gov\.cn(:\d+)?\//.test(url ?? '');
}
