// What a page looks like on paper, element by element: the check that what is printed is what its author made.
// Not for what is drawn on the screen (instrument.ts).
import type { Page } from 'puppeteer-core';
import type { OpenBrowser } from './browsers';
import { inFirefoxItself } from './extension';

/** In the page: each element of the page's own with what a printer would make of it, in document order. */
function looks(): string[] {
  // A real printer waits for no transition; the change of medium that stands for it here starts some.
  void document.body.offsetWidth;
  for (const one of document.getAnimations()) if (one.constructor.name === 'CSSTransition') one.finish();
  const found: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    if (element.closest('[data-mingdu],head') || !(element instanceof HTMLElement)) continue;
    const style = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    const box = style.display === 'inline' ? '' : `${width.toFixed(2)}×${height.toFixed(2)}`;
    const words = [style.fontSize, style.lineHeight, style.letterSpacing, style.wordSpacing, style.textIndent, style.color, style.backgroundColor, style.backgroundImage.slice(0, 40),
      style.display, style.position, style.opacity, style.textDecorationLine, style.textShadow, style.visibility, box];
    const id = element.id === '' ? '' : `#${element.id}`;
    found.push(`${element.localName}${id}.${element.className} | ${words.join(' | ')}`);
  }
  return found;
}

/** Each element as it stands on paper; the window is back on the screen when this resolves. */
export async function onPaper(opened: OpenBrowser, page: Page): Promise<string[]> {
  await setMedium(opened, page, 'print');
  const found = (await page.evaluate(looks)) as string[];
  await setMedium(opened, page, '');
  return found;
}

/**
 * What a site's own 打印本页 prints: the markup of a part of the page written into a new window with the page's style sheets.
 * @param selector of the part
 */
export async function inACopy(opened: OpenBrowser, page: Page, selector: string): Promise<string[]> {
  const markup = (await page.evaluate(
    `(document.compatMode === 'BackCompat' ? '' : '<!doctype html>') + '<base href="' + document.baseURI + '">' + [...document.querySelectorAll('link[rel~=stylesheet],style:not([data-mingdu])')].map((one) => one.outerHTML).join('') +
      document.querySelector(${JSON.stringify(selector)}).innerHTML.replace(/<script[\\s\\S]*?<[/]script>/gi, '')`,
  )) as string;
  const copy = await opened.newPage();
  await copy.goto(page.url().replace(/[^/]*$/, 'no-page-of-the-site'), { waitUntil: 'load' });
  await copy.evaluate(`document.open(); document.write(${JSON.stringify(markup)}); document.close()`);
  await copy.waitForFunction(`document.readyState === 'complete'`);
  const found = (await copy.evaluate(looks)) as string[];
  await copy.close();
  return found;
}

async function setMedium(opened: OpenBrowser, page: Page, medium: 'print' | ''): Promise<void> {
  if (opened.name === 'chromium') return page.emulateMediaType(medium === '' ? undefined : medium);
  // WebDriver BiDi has no word for it; the browser's own window has.
  await page.bringToFront();
  await inFirefoxItself(
    opened,
    `Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser.browsingContext.mediumOverride = ${JSON.stringify(medium)};`,
  );
}

/** What differs between two lists of looks: at most `limit` pairs. */
export function differentLooks(before: readonly string[], after: readonly string[], limit = 6): string[] {
  const found: string[] = before.length === after.length ? [] : [`${before.length} elements → ${after.length}`];
  before.forEach((look, at) => {
    const now = after[at] ?? '(gone)';
    if (!isAlike(look, now) && found.length < limit) found.push(`${look}\n→ ${now}`);
  });
  return found;
}

/** Text drawn in pieces is rounded in pieces: a fraction of a pixel for each, of which a line has many. */
const LEAST_PX = 2;
const LEAST_PART = 0.005;

function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const [words, sizes] = split(one);
  const [otherWords, otherSizes] = split(other);
  return words === otherWords && sizes.every((size, at) => Math.abs(size - (otherSizes[at] ?? NaN)) <= Math.max(LEAST_PX, size * LEAST_PART));
}

function split(look: string): readonly [words: string, sizes: readonly number[]] {
  const at = look.lastIndexOf(' | ');
  return [look.slice(0, at), look.slice(at + 3).split('×').map(Number)];
}
