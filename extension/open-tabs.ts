// Pages that were open before this copy of the extension came: a fresh install, an update, a reload, or switched on again. Chromium brings a
// content script only into pages that load later. Not for other sites where the reader pressed once: that leave went with the old copy.
import browser from 'webextension-polyfill';
import { HOME } from './sites';

/** In the session's store, which lives as long as the extension is loaded, and so longer than the background. */
const CAME_KEY = 'came';

/**
 * Brings our content script, once for each coming of the extension, into every open page where we are allowed; it does nothing there
 * unless the reader left the assist on, and nothing at all where another one is.
 * @param enter puts the script into a tab's page
 */
export async function enterOpenTabs(enter: (tabId: number) => Promise<void>): Promise<void> {
  if ((await browser.storage.session.get(CAME_KEY))[CAME_KEY] === true) return;
  await browser.storage.session.set({ [CAME_KEY]: true });
  const { origins = [] } = await browser.permissions.getAll();
  // A tab that the browser has put to sleep loads when it is looked at, and gets the script then.
  const tabs = await browser.tabs.query({ url: [...new Set([HOME, ...origins])], discarded: false });
  await Promise.all(
    tabs.map(async ({ id }) => {
      try {
        if (id !== undefined) await enter(id);
      } catch (error) {
        // Closed meanwhile, or an error page under that address: nobody there to be served.
        console.info('Mingdu 明读:', error);
      }
    }),
  );
}
