// Chooses an entry of the extension's in the browser's menus, and gives or takes its leave for sites, as the browser itself would: a menu that is
// drawn by the system cannot be clicked in a browser without a window. No expectations in here.
import type { Page } from 'puppeteer-core';
import type { OpenBrowser } from './browsers';
import { inFirefoxItself } from './extension';

/** What stands in Firefox's own window before what is done there. */
const OURS = (opened: OpenBrowser) => `
  const { extension } = WebExtensionPolicy.getByHostname(${JSON.stringify(new URL(opened.extensionOrigin).host)});
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');`;

/** Runs an expression in Chromium's background, which is woken for it. */
export async function inBackground<T>(opened: OpenBrowser, inside: Page, expression: string): Promise<T> {
  // A worker that sleeps is no target; any message wakes it.
  await inside.evaluate(`chrome.runtime.sendMessage({ type: 'wake' }).catch(() => undefined)`);
  const target = await opened.browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().startsWith(opened.extensionOrigin));
  // Let go of at once: a worker that somebody is attached to cannot be ended.
  const session = await target.createCDPSession();
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

/** More about how an entry is chosen. */
export interface Choice {
  /** How the address of the frame ends in which it is chosen; absent: the page itself. */
  readonly frame?: string;
  /** What the mark before it says then, where it has one. */
  readonly checked?: boolean;
}

/**
 * Chooses an entry while `page` is the tab in front.
 * @param id the entry's name to the browser
 * @param inside a page of the extension
 */
export async function chooseInMenu(opened: OpenBrowser, page: Page, id: string, inside: Page, { frame, checked }: Choice = {}): Promise<void> {
  await page.bringToFront();
  const info = JSON.stringify({ menuItemId: id, editable: false, modifiers: [], checked });
  if (opened.name === 'chromium') {
    // No real choice, and so without `activeTab`: only where there is leave already.
    await inBackground(opened, inside, `(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const frames = ${frame === undefined ? '[]' : `await chrome.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, func: () => location.href })`};
      const frameId = frames.find(({ result }) => result.endsWith(${JSON.stringify(frame ?? '')}))?.frameId ?? 0;
      chrome.contextMenus.onClicked.dispatch({ ...${info}, frameId }, tab);
    })()`);
    return;
  }
  await inFirefoxItself(opened, `${OURS(opened)}
    const { WebNavigationFrames } = ChromeUtils.importESModule('resource://gre/modules/WebNavigationFrames.sys.mjs');
    const top = gBrowser.selectedBrowser.browsingContext;
    const frame = ${frame === undefined ? 'top' : `top.getAllBrowsingContextsInSubtree().find((one) => one.currentWindowGlobal.documentURI.spec.endsWith(${JSON.stringify(frame)}))`};
    extension.tabManager.addActiveTabPermission(gBrowser.selectedTab);
    extension.emit('webext-menu-menuitem-click', { ...${info}, frameId: WebNavigationFrames.getFrameId(frame) }, gBrowser.selectedTab);`);
}

/** Opens an address that a driver never hears the end of, e.g. a page of the browser's own, in the tab of `page`. */
export async function show(opened: OpenBrowser, page: Page, url: string): Promise<void> {
  await page.bringToFront();
  if (opened.name === 'chromium') return void (await page.goto(url));
  await inFirefoxItself(opened, `${OURS(opened)}
    const url = ${JSON.stringify(url)};
    gBrowser.selectedBrowser.fixupAndLoadURIString(url, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
    while (gBrowser.currentURI.spec !== url || gBrowser.selectedBrowser.webProgress.isLoadingDocument) await new Promise((resolve) => gBrowser.ownerDocument.defaultView.setTimeout(resolve, 20));`);
}

/** Gives leave for a site, as if the reader had said yes to the browser, or takes it back as in the browser's own settings. */
export async function allow(opened: OpenBrowser, inside: Page, origin: string, isAllowed: boolean): Promise<void> {
  if (opened.name === 'chromium') {
    const settings = await opened.newPage();
    await settings.goto('chrome://extensions/');
    // Allowed there, it is not asked about again.
    if (isAllowed) await settings.evaluate(`chrome.developerPrivate.addHostPermission(${JSON.stringify(new URL(opened.extensionOrigin).host)}, ${JSON.stringify(origin)})`);
    await settings.close();
    await inside.bringToFront();
    await inside.evaluate(`chrome.permissions.${isAllowed ? 'request' : 'remove'}({ origins: [${JSON.stringify(origin)}] })`);
  } else {
    await inFirefoxItself(opened, `${OURS(opened)}
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      await ExtensionPermissions.${isAllowed ? 'add' : 'remove'}(extension.id, { permissions: [], origins: [${JSON.stringify(origin)}] }, extension);`);
  }
  await inside.waitForFunction(`(globalThis.browser ?? globalThis.chrome).permissions.getAll().then(({ origins }) => origins.includes(${JSON.stringify(origin)}) === ${isAllowed})`);
}
