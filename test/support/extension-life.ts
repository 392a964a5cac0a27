// What befalls an installed extension: its background ends, it is reloaded, switched off and on, let into private windows, or loses its sites.
// Done to the browser itself. What a reader does with it is extension.ts.
import type { Page } from 'puppeteer-core';
import type { OpenBrowser } from './browsers';
import { inFirefoxItself } from './extension';

const GECKO_ID = 'mingdu@mingdu';
const ADDON = `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs'); const addon = await AddonManager.getAddonByID('${GECKO_ID}');`;

const LOOK_MS = 50;
const STOP_LOOKS = 400;

const idOf = (opened: OpenBrowser) => JSON.stringify(new URL(opened.extensionOrigin).host);
const workersOf = (opened: OpenBrowser) => opened.browser.targets().filter((one) => one.type() === 'service_worker' && one.url().startsWith(opened.extensionOrigin));

/**
 * Chromium's own page of extensions, open from now on; null in Firefox. Without the developer's mode Chromium switches off an unpacked
 * extension that is reloaded.
 */
export async function openManagement(opened: OpenBrowser): Promise<Page | null> {
  if (opened.name === 'firefox') return null;
  const page = await opened.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  return page;
}

/** Ends the background as the browser does when it is idle, or when memory is short; resolves when it is gone. */
export async function stopBackground(opened: OpenBrowser): Promise<void> {
  if (opened.name === 'firefox') {
    await inFirefoxItself(opened, `await WebExtensionPolicy.getByID('${GECKO_ID}').extension.terminateBackground({ ignoreDevToolsAttached: true });`);
    return;
  }
  const [page] = await opened.browser.pages();
  const session = await page?.createCDPSession();
  await session?.send('ServiceWorker.enable');
  // Again while it is there: one that was just starting is not stopped yet.
  for (let look = 0; workersOf(opened).length > 0; look += 1) {
    if (look === STOP_LOOKS) throw new Error('the background does not stop');
    await session?.send('ServiceWorker.stopAllWorkers');
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  await session?.detach();
}

/** As an update does, or the button on the browser's page of extensions. */
export async function reloadExtension(opened: OpenBrowser, management: Page | null): Promise<void> {
  if (management) await management.evaluate(`chrome.developerPrivate.reload(${idOf(opened)}, { failQuietly: true })`);
  else await inFirefoxItself(opened, `${ADDON} await addon.reload();`);
}

/** Switches the extension off, or on again. */
export async function setEnabled(opened: OpenBrowser, management: Page | null, isEnabled: boolean): Promise<void> {
  if (management) await management.evaluate(`chrome.management.setEnabled(${idOf(opened)}, ${isEnabled})`);
  else await inFirefoxItself(opened, `${ADDON} await addon.${isEnabled ? 'enable' : 'disable'}();`);
}

/** Takes the home sites away from the extension, as Firefox's page of add-ons does when they are unchecked. */
export async function forbidHomeSites(opened: OpenBrowser): Promise<void> {
  await inFirefoxItself(
    opened,
    `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
     await ExtensionPermissions.remove('${GECKO_ID}', { permissions: [], origins: ['*://*.gov.cn/*'] }, WebExtensionPolicy.getByID('${GECKO_ID}').extension);`,
  );
}

/** Agrees to what the extension asks for, in Firefox's own question. */
export async function agreeInFirefox(opened: OpenBrowser): Promise<void> {
  await inFirefoxItself(
    opened,
    `const { PopupNotifications, gBrowser, setTimeout } = Services.wm.getMostRecentWindow('navigator:browser');
     const find = () => PopupNotifications.getNotification('addon-webext-permissions', gBrowser.selectedBrowser);
     for (let look = 0; look < 200 && !find(); look += 1) await new Promise((resolve) => setTimeout(resolve, 50));
     const question = find();
     if (!question) throw new Error('nothing was asked');
     await question.mainAction.callback({ checkboxChecked: false, source: 'button' });
     question.remove();`,
  );
}

/** Lets the extension into private windows; it is loaded anew for that. */
export async function allowPrivate(opened: OpenBrowser, management: Page | null): Promise<void> {
  if (management) await management.evaluate(`chrome.developerPrivate.updateExtensionConfiguration({ extensionId: ${idOf(opened)}, incognitoAccess: true })`);
  else {
    await inFirefoxItself(
      opened,
      `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
       await ExtensionPermissions.add('${GECKO_ID}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] }, WebExtensionPolicy.getByID('${GECKO_ID}').extension);
       ${ADDON} await addon.reload();`,
    );
  }
}

/**
 * Opens an address in a private window.
 * @param inside a page of the extension, which Chromium has to be asked from
 */
export async function openPrivately(opened: OpenBrowser, inside: Page, url: string): Promise<Page> {
  if (opened.name === 'chromium') await inside.evaluate(`chrome.windows.create({ incognito: true, url: ${JSON.stringify(url)} }).then(() => 0)`);
  else {
    await inFirefoxItself(
      opened,
      `const window = Services.wm.getMostRecentWindow('navigator:browser').OpenBrowserWindow({ private: true });
       await new Promise((resolve) => Services.obs.addObserver(function seen(subject, topic) { if (subject !== window) return; Services.obs.removeObserver(seen, topic); resolve(); }, 'browser-delayed-startup-finished'));
       window.gBrowser.loadURI(Services.io.newURI(${JSON.stringify(url)}), { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });`,
    );
  }
  const target = await opened.browser.waitForTarget((one) => one.url() === url, { timeout: 15_000 });
  const page = await target.page();
  if (!page) throw new Error(`no page at ${url}`);
  return page;
}

/** The command that leads to the toolbar. Chromium takes no keys from outside for it, so there the background, woken by that, is told of it. */
export async function pressFocusKey(opened: OpenBrowser, page: Page): Promise<void> {
  await page.bringToFront();
  if (opened.name === 'firefox') {
    await inFirefoxItself(
      opened,
      `const { document, Event } = Services.wm.getMostRecentWindow('navigator:browser');
       const key = [...document.querySelectorAll('keyset[id*="mingdu"] key')].find((one) => one.getAttribute('key')?.toUpperCase() === 'G');
       key.dispatchEvent(new Event('command', { bubbles: true, cancelable: true }));`,
    );
    return;
  }
  const waking = await opened.newPage();
  await waking.goto(`${opened.extensionOrigin}popup/popup.html`);
  await waking.evaluate(`chrome.runtime.sendMessage({}).catch(() => 0)`);
  const target = await opened.browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().startsWith(opened.extensionOrigin), { timeout: 15_000 });
  await waking.close();
  await page.bringToFront();
  const session = await target.createCDPSession();
  const expression = `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => { chrome.commands.onCommand.dispatch('focus-toolbar', tab); })`;
  await session.send('Runtime.evaluate', { expression, awaitPromise: true });
  await session.detach();
}
