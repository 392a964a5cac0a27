// Waits for something on a page, asking from outside: the driver's own waiting runs in the page and fails where prototypes are extended
// (`Array.prototype.toJSON` of prototype.js). Not for time limits of a whole page.
import type { Page } from 'puppeteer-core';

const LOOK_MS = 50;

/** @returns whether it came true in time; rejects when the page goes away */
export async function comesTrue(page: Page, expression: string, ms: number): Promise<boolean> {
  const until = Date.now() + ms;
  while ((await page.evaluate(expression)) !== true) {
    if (Date.now() >= until) return false;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return true;
}
