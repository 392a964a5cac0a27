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
const LOOK_MS = 50;
const MOST_LOOKS = 10;

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
  let isDownload = false;
  const note = () => {
    isDownload = true;
  };
  session.on('Page.downloadWillBegin', note);
  await session.send('Page.enable');
  const response = await page
    .goto(url, { waitUntil: 'domcontentloaded', timeout: patience.documentMs })
    .catch(async (error: unknown) => {
      const failure = failureOf(error);
      if (failure.kind !== 'aborted') throw failure;
      // A download is told apart from a page that has already gone elsewhere; the news of it may come a moment later.
      for (let looks = 0; looks < MOST_LOOKS && !isDownload; looks += 1) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      throw new PageFailure(isDownload ? 'download' : 'moves', failure.detail);
    })
    .finally(() => session.off('Page.downloadWillBegin', note));
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
