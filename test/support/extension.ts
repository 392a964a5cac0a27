// What a reader does with an installed extension, done to the browser itself: pressing its button; and its storage, for checking.
// Starting a browser with an extension is browsers.ts.
import type { Page } from 'puppeteer-core';
import type { OpenBrowser } from './browsers';

/** The part of puppeteer's Firefox connection that has no public name: raw WebDriver BiDi commands. */
interface BidiConnection {
  send(method: string, parameters: object): Promise<{ result: Record<string, unknown> }>;
}

interface ChromeEvaluation {
  readonly type: string;
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

/** Presses the extension's action button while `page` is the tab in front; grants `activeTab` as a real press does. */
export async function pressAction(opened: OpenBrowser, page: Page): Promise<void> {
  await page.bringToFront();
  if (opened.name === 'chromium') {
    const [extension] = (await opened.browser.extensions()).values();
    if (extension === undefined) throw new Error('no extension is installed');
    await extension.triggerAction(page);
    return;
  }
  await inFirefoxItself(
    opened,
    `const policy = WebExtensionPolicy.getByHostname(${JSON.stringify(new URL(opened.extensionOrigin).host)});
     const window = Services.wm.getMostRecentWindow('navigator:browser');
     const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
     await ExtensionParent.apiManager.global.browserActionFor(policy.extension).triggerAction(window);`,
  );
}

/** Opens a page of the extension (`popup/popup.html`) in a tab. */
export async function openExtensionPage(opened: OpenBrowser, path: string): Promise<Page> {
  const page = await opened.newPage();
  const url = opened.extensionOrigin + path;
  if (opened.name === 'chromium') {
    await page.goto(url);
    return page;
  }
  // In Firefox the promise may never settle although the page is there.
  page.goto(url).catch(() => undefined);
  await page.waitForFunction(`location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`, { timeout: 10_000 });
  return page;
}

/**
 * Reads what the extension keeps in `storage.local`, or writes it first.
 * @param page a page of the extension that this browser has open: storage can be reached from nowhere else.
 */
export async function storageLocal(page: Page, write?: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  const area = `(globalThis.browser ?? globalThis.chrome).storage.local`;
  return (await page.evaluate(
    `(async () => { ${write === undefined ? '' : `await ${area}.set(${JSON.stringify(write)});`} return await ${area}.get(null); })()`,
  )) as Record<string, unknown>;
}

/**
 * Which scripts of the extension ran in a page's documents while `act` led there, and what they listen to at its window and document.
 * @returns null in Firefox, which tells nobody
 */
export async function scriptsAndListeners(opened: OpenBrowser, page: Page, act: () => Promise<unknown>): Promise<{ scripts: string[]; listeners: string[] } | null> {
  if (opened.name === 'firefox') {
    await act();
    return null;
  }
  const session = await page.createCDPSession();
  const scripts = new Set<string>();
  const worlds = new Set<number>();
  session.on('Debugger.scriptParsed', ({ url }: { url: string }) => url.startsWith(opened.extensionOrigin) && scripts.add(url.slice(opened.extensionOrigin.length)));
  session.on('Runtime.executionContextsCleared', () => worlds.clear());
  session.on('Runtime.executionContextCreated', ({ context }: { context: { id: number; origin: string } }) => opened.extensionOrigin.startsWith(context.origin) && worlds.add(context.id));
  await session.send('Debugger.enable');
  await session.send('Runtime.enable');
  scripts.clear();
  await act();
  const listeners: string[] = [];
  for (const contextId of worlds) {
    for (const expression of ['window', 'document', 'document.documentElement']) {
      const { result } = await session.send('Runtime.evaluate', { expression, contextId });
      const found = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
      listeners.push(...found.listeners.map(({ type }) => type));
    }
  }
  await session.detach();
  return { scripts: [...scripts].sort(), listeners: listeners.sort() };
}

/** Runs statements in Firefox's own window (needs `--remote-allow-system-access`, which `launch` gives). Resolves to what they return. */
export async function inFirefoxItself(opened: OpenBrowser, statements: string): Promise<unknown> {
  const { connection } = opened.browser as unknown as { connection: BidiConnection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = (tree.result as { contexts?: { context: string }[] }).contexts?.[0]?.context;
  const answer = await connection.send('script.evaluate', {
    target: { context },
    awaitPromise: true,
    expression: `(async () => { ${statements} return 'done'; })()`,
  });
  const evaluated = answer.result as unknown as ChromeEvaluation;
  if (evaluated.type !== 'success') throw new Error(`in Firefox itself: ${evaluated.exceptionDetails?.text ?? 'failed'}`);
  return evaluated.result?.value;
}
