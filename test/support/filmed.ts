// What a person sees while a page loads: pictures of the window from the press on a link to the end, and how white each is.
// Not for what a page looks like when it is there (instrument.ts).
import type { Page } from 'puppeteer-core';
import type { OpenBrowser } from './browsers';
import { decodePng, type Picture } from '../../scripts/instrument/png';

/** One picture on the way. */
export interface Shot {
  /** The moment it shows, as `Date.now()`; in Firefox it shows that moment or a little later. */
  readonly at: number;
  readonly picture: Picture;
}

/** Films a window while something happens to it. Chromium sends each frame it draws; Firefox is photographed as fast as it can be. */
export async function filmed(opened: OpenBrowser, page: Page, act: () => Promise<unknown>): Promise<Shot[]> {
  const shots: Shot[] = [];
  const take = (png: Uint8Array, at: number) => shots.push({ at, picture: decodePng(png) });
  if (opened.name === 'chromium') {
    const session = await page.createCDPSession();
    session.on('Page.screencastFrame', ({ data, sessionId, metadata }: { data: string; sessionId: number; metadata: { timestamp?: number } }) => {
      take(Buffer.from(data, 'base64'), (metadata.timestamp ?? 0) * 1000);
      void session.send('Page.screencastFrameAck', { sessionId });
    });
    await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
    await act();
    await session.send('Page.stopScreencast');
    await session.detach();
    return shots;
  }
  let isOver = false;
  const camera = (async () => {
    while (!isOver) {
      const at = Date.now();
      // A window between two documents has nothing to show.
      const png = await page.screenshot({ type: 'png' }).catch(() => null);
      if (png) take(png, at);
    }
  })();
  await act();
  isOver = true;
  await camera;
  return shots;
}

/** The part of a picture, 0 to 1, that is white or nearly so. */
export function whiteness({ width, height, pixels }: Picture): number {
  const LEAST = 225;
  let count = 0;
  for (let at = 0; at < width * height * 4; at += 4) {
    if ((pixels[at] ?? 0) >= LEAST && (pixels[at + 1] ?? 0) >= LEAST && (pixels[at + 2] ?? 0) >= LEAST) count += 1;
  }
  return count / (width * height);
}

/** How high the rows of what is drawn on a black ground are, in px, from top to bottom: lines of text, each a row of ink with none above or below. */
export function inkHeights({ width, height, pixels }: Picture): number[] {
  const LEAST = 150;
  const FEWEST_PX = 6;
  const heights: number[] = [];
  let run = 0;
  for (let y = 0; y <= height; y += 1) {
    let ink = 0;
    for (let x = 0; y < height && x < width && ink < FEWEST_PX; x += 1) if ((pixels[(y * width + x) * 4 + 1] ?? 0) >= LEAST) ink += 1;
    if (ink >= FEWEST_PX) run += 1;
    else {
      // Borders and underlines are no text.
      if (run > FEWEST_PX) heights.push(run);
      run = 0;
    }
  }
  return heights;
}
