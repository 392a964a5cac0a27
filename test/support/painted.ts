// Where two pictures of a window differ: the check for what is drawn over a page and takes no part in it.
import type { Page } from 'puppeteer-core';
import { decodePng, type Picture } from '../../scripts/instrument/png';

/** The window as a person sees it now. */
export async function picture(page: Page): Promise<Picture> {
  return decodePng(await page.screenshot({ type: 'png' }));
}

/** Whether anything differs inside a rectangle of the window (CSS pixels; device pixel ratio 1). */
export function differsIn(one: Picture, other: Picture, left: number, top: number, width: number, height: number): boolean {
  for (let y = Math.max(0, top); y < Math.min(one.height, top + height); y += 1) {
    for (let x = Math.max(0, left); x < Math.min(one.width, left + width); x += 1) {
      const at = (y * one.width + x) * 4;
      for (let part = 0; part < 3; part += 1) {
        // A few steps of one colour are a browser's own rounding.
        if (Math.abs((one.pixels[at + part] ?? 0) - (other.pixels[at + part] ?? 0)) > 8) return true;
      }
    }
  }
  return false;
}
