// Small pictures of a page for the report: its beginning, at half the size. Not those that contrast is measured by.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { measurePage } from '../../instrument/instrument';

/** Folder of the pictures in the report's folder. */
export const PICTURES = 'pictures';
const SCALE = 0.5;
const QUALITY = 55;
/** No more of a page than two windows' heights: a thousand pages take some 150 MB. */
const WINDOWS = 2;

/** By the page's address: its place in the list is another one as soon as a page comes before it, and a picture of an earlier run stays. */
export const pictureFile = (address: string, name: string): string => `${PICTURES}/${createHash('sha256').update(address).digest('hex').slice(0, 12)}-${name}.jpg`;

/** @param address the page's own in the list @param name what the picture shows */
export async function takePicture(page: Page, out: string, address: string, name: string): Promise<{ readonly name: string; readonly file: string }> {
  const file = pictureFile(address, name);
  const { windowWidth, windowHeight, height } = await measurePage(page);
  const clip = { x: 0, y: 0, width: windowWidth, height: Math.min(Math.max(height, windowHeight), windowHeight * WINDOWS), scale: SCALE };
  await page.screenshot({ path: join(out, file) as `${string}.jpg`, type: 'jpeg', quality: QUALITY, clip });
  return { name, file };
}
