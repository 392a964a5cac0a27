// What goes wrong in the extension's background, which no page hears of. What its scripts do wrong in a page comes to that page's console
// (recordErrors). Not for the browsers' own grumbling: only what names a file or a word of ours counts.
import type { Page } from 'puppeteer-core';
import type { OpenBrowser } from './browsers';
import { inFirefoxItself } from './extension';

/** Tells all that went wrong in the background since it was asked to listen. */
export type BackgroundErrors = () => Promise<readonly string[]>;

/**
 * Listens to the background from now on.
 * @param inside an open page of the extension, by which Firefox's background is reached
 */
export async function listenToBackground(opened: OpenBrowser, inside: Page): Promise<BackgroundErrors> {
  return opened.name === 'chromium' ? listenToWorker(opened) : listenToFirefox(opened, inside);
}

/** The worker may end and come again: each is listened to. */
async function listenToWorker(opened: OpenBrowser): Promise<BackgroundErrors> {
  const errors: string[] = [];
  const listen = async (target: Awaited<ReturnType<typeof opened.browser.waitForTarget>>) => {
    if (target.type() !== 'service_worker' || !target.url().startsWith(opened.extensionOrigin)) return;
    const session = await target.createCDPSession();
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      if (type === 'error') errors.push(args.map((one: { value?: unknown; description?: string }) => String(one.value ?? one.description)).join(' '));
    });
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => errors.push(exceptionDetails.exception?.description ?? exceptionDetails.text));
    await session.send('Runtime.enable');
  };
  for (const target of opened.browser.targets()) await listen(target);
  opened.browser.on('targetcreated', (target) => void listen(target).catch((error: unknown) => errors.push(`not listened to: ${String(error)}`)));
  return () => Promise.resolve(errors);
}

/** What was thrown is in the browser's own console; what the background said of itself is heard in its window. */
async function listenToFirefox(opened: OpenBrowser, inside: Page): Promise<BackgroundErrors> {
  // An event page that was ended comes again with a console of its own.
  const wrap = `(() => {
    const view = browser.extension.getBackgroundPage();
    globalThis.backgroundErrors ??= [];
    if (!view || view.console.error.isHeard) return;
    const tell = view.console.error;
    view.console.error = Object.assign((...told) => { backgroundErrors.push(told.map(String).join(' ')); tell.apply(view.console, told); }, { isHeard: true });
  })()`;
  await inFirefoxItself(opened, 'Services.console.reset();');
  await inside.evaluate(wrap);
  return async () => {
    await inside.evaluate(wrap);
    const said = (await inside.evaluate('backgroundErrors')) as string[];
    const thrown = await inFirefoxItself(
      opened,
      `return JSON.stringify(Services.console.getMessageArray().filter((one) => one instanceof Ci.nsIScriptError && (one.flags & Ci.nsIScriptError.warningFlag) === 0 && one.sourceName.startsWith(${JSON.stringify(opened.extensionOrigin)})).map((one) => one.errorMessage));`,
    );
    return [...said, ...(JSON.parse(String(thrown)) as string[])];
  };
}
