// Brings the built widget of this package onto a page that has no tag of its own: its files are answered at the page's own origin, under a
// path that no site has. The site itself gets no such request. A page's own tag is used as it is.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { failureOf, PageFailure } from './failure';
import { comesTrue } from './wait';

const PATH = '/.mingdu-check-widget/';
const START_MS = 15_000;
const OWN_TAG_MS = 5_000;
const HAS_WIDGET = `typeof window.Mingdu === 'object' && typeof window.Mingdu.version === 'string'`;
const HAS_TAG = `[...document.scripts].some((script) => /\\/mingdu(\\.[\\w-]+)?\\.js(\\?|$)/.test(script.src))`;

const PUT_IN = `new Promise((resolve, reject) => {
  const script = document.createElement('script');
  script.onload = () => { script.remove(); resolve(0); };
  script.onerror = () => { script.remove(); reject(new Error('the widget was blocked')); };
  script.dataset.launcher = 'off';
  script.dataset.url = 'off';
  script.src = location.protocol + '//' + location.host + '${PATH}mingdu.js';
  document.documentElement.append(script);
})`;

/** The widget's files by their path below its folder; read once. */
export function readWidget(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  return new Map(names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name))]));
}

/** Answers requests for the widget's files from now on. */
async function serve(session: CDPSession, files: ReadonlyMap<string, Buffer>): Promise<void> {
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    const name = new URL(request.url).pathname.split(PATH)[1] ?? '';
    const body = files.get(name);
    const headers = [
      { name: 'content-type', value: 'text/javascript; charset=utf-8' },
      { name: 'access-control-allow-origin', value: '*' },
      { name: 'cache-control', value: 'no-store' },
    ];
    session
      .send('Fetch.fulfillRequest', body === undefined ? { requestId, responseCode: 404 } : { requestId, responseCode: 200, responseHeaders: headers, body: body.toString('base64') })
      // The page may be gone by now.
      .catch(() => undefined);
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: `*${PATH}*` }] });
}

/** Which version answers on the page by itself; null where none does. */
export async function ownWidget(page: Page): Promise<string | null> {
  // An async tag may come a little late.
  if ((await page.evaluate(HAS_TAG)) === true) await comesTrue(page, HAS_WIDGET, OWN_TAG_MS);
  return (await page.evaluate(`${HAS_WIDGET} ? window.Mingdu.version : null`)) as string | null;
}

/** Serves the widget to this page and all that it is reloaded to. @returns puts it on the page as it is now */
export async function lendWidget(page: Page, session: CDPSession, files: ReadonlyMap<string, Buffer>): Promise<() => Promise<void>> {
  await serve(session, files);
  return async () => {
    if ((await page.evaluate(HAS_WIDGET)) === true) return;
    await page.evaluate(PUT_IN).catch((error: unknown) => {
      throw new PageFailure('noWidget', failureOf(error).detail);
    });
    if (!(await comesTrue(page, HAS_WIDGET, START_MS))) throw new PageFailure('noWidget', '');
  };
}
