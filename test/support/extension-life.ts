// What befalls an installed extension: its background ends, it is reloaded, switched off and on, let into private windows, or loses its sites.
// Done to the browser itself. What a reader does with it is extension.ts.
import type { Page } from 'puppeteer-core';
import type { OpenBrowser } from './browsers';
import { inFirefoxItself } from './extension';

const GECKO_ID = 'mingdu@mingdu';
const ADDON = `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs'); const addon = await AddonManager.getAddonByID('${GECKO_ID}');`;

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
  if (opened.name === 'firefox') return inFirefoxItself(opened, `await WebExtensionPolicy.getByID('${GECKO_ID}').extension.terminateBackground({ ignoreDevToolsAttached: true });`);
  const gone = workersOf(opened).map(
    (target) =>
      new Promise<void>((resolve) => {
        opened.browser.on('targetdestroyed', (one) => one === target && resolve());
      }),
  );
  const [page] = await opened.browser.pages();
  const session = await page?.createCDPSession();
  await session?.send('ServiceWorker.enable');
  await session?.send('ServiceWorker.stopAllWorkers');
  await Promise.all(gone);
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
