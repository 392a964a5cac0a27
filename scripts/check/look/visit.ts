// Opens an address and waits until the page is there and at rest, or says why it is not. Not for what it holds (facts.ts).
import type { CDPSession, HTTPResponse, Page } from 'puppeteer-core';
import { stopPageTimers } from '../../instrument/instrument';
import { failureOf, PageFailure } from './failure';
import { comesTrue } from './wait';

/** A page is given so long to be there at all, and so long again for its pictures. */
export interface Patience {
  readonly documentMs: number;
  readonly loadMs: number;
}

const PAGE_TYPE = /^(text\/html|application\/xhtml\+xml)/i;
const FIRST_ERROR = 400;

/** Scrolls to the end, so that what comes late is there; pages without an end are left at some point. */
const TO_THE_END = `(async () => {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  for (let y = 0; y < Math.min(document.documentElement.scrollHeight, 20000); y += innerHeight) { scrollTo({ top: y, behavior: 'instant' }); await pause(20); }
  scrollTo({ top: 0, behavior: 'instant' });
  await pause(200);
})()`;

function judged(response: HTTPResponse | null): void {
  if (response === null) return;
  if (response.status() >= FIRST_ERROR) throw new PageFailure('status', String(response.status()));
  const type = response.headers()['content-type'] ?? '';
  if (type !== '' && !PAGE_TYPE.test(type)) throw new PageFailure('notHtml', type);
}

/**
 * @returns the answer of the server, null where the browser made none
 * @throws PageFailure, or what the browser says
 */
export async function visit(page: Page, session: CDPSession, url: string, patience: Patience): Promise<HTTPResponse | null> {
  let type = '';
  const note = (response: HTTPResponse) => {
    if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) type = response.headers()['content-type'] ?? '';
  };
  page.on('response', note);
  const response = await page
    .goto(url, { waitUntil: 'domcontentloaded', timeout: patience.documentMs })
    .catch((error: unknown) => {
      const failure = failureOf(error);
      // What is no page is refused as a download, or shown by a viewer of the browser's.
      throw failure.kind === 'download' && type !== '' && !PAGE_TYPE.test(type) ? new PageFailure('notHtml', type) : failure;
    })
    .finally(() => page.off('response', note));
  judged(response);
  const isLoaded = await comesTrue(page, `document.readyState === 'complete'`, patience.loadMs);
  // A picture that never comes: the page is there without it.
  if (!isLoaded) await session.send('Page.stopLoading');
  return response;
}

/** Lets a page come to rest and stops its clocks, so that what changes afterwards is an aid's doing. */
export async function rest(page: Page): Promise<void> {
  await page.evaluate(TO_THE_END);
  await stopPageTimers(page);
}
