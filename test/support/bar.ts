// Presses a button of the toolbar as people do: with a pointer, or with nothing but the keyboard. Not for how the bar behaves (toolbar.test.ts).
import type { KeyInput, Page } from 'puppeteer-core';
import { TOOLBARS } from './interface';

/** How a reader presses. */
export type Hand = (page: Page, item: string) => Promise<void>;

const MOST_TABS = 300;
const MOST_ARROWS = 30;
const ROOT = `${TOOLBARS}[0]`;
const button = (item: string) => `${ROOT}?.querySelector('.bar [data-item=${JSON.stringify(item)}]')`;
const FOCUSED = `${ROOT}?.activeElement?.dataset?.item`;

/** A button of the bar, clicked in its middle where it is seen. */
export const byPointer: Hand = async (page, item) => {
  await page.waitForFunction(`Boolean(${button(item)})`);
  const at = (await page.evaluate(`(() => { const { left, top, width, height } = ${button(item)}.getBoundingClientRect(); return { x: left + width / 2, y: top + height / 2 }; })()`)) as { x: number; y: number };
  await page.mouse.click(at.x, at.y);
};

/** A button of the bar, reached by Tab and arrows from wherever the focus is. */
export const byKeyboard: Hand = async (page, item) => {
  await page.waitForFunction(`Boolean(${button(item)})`);
  await walk(page, 'Tab', `Boolean(${FOCUSED})`, MOST_TABS);
  await page.keyboard.press('Home');
  await walk(page, 'ArrowRight', `${FOCUSED} === ${JSON.stringify(item)}`, MOST_ARROWS);
  await page.keyboard.press('Enter');
};

/** Presses a key until something holds. */
async function walk(page: Page, key: KeyInput, until: string, most: number): Promise<void> {
  for (let left = most; left >= 0; left -= 1) {
    if (await page.evaluate(until)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${most} times ${key}, and never: ${until}`);
}
