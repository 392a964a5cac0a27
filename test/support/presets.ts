// Presets and undo in a browser: a page to try them on, our buttons by their names, waiting for settings. No expectations.
import type { Page } from 'puppeteer-core';
import { TOOLBARS } from './interface';
import { ask } from './product';

/** A page of one paragraph of 16 px, with the tag. */
export const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title><script src="/mingdu/mingdu.js"></script></head>
<body><a href="#" data-mingdu-open>无障碍浏览</a><p id="text" style="font-size: 16px">这是正文，说的是今年冬天各个乡镇怎样保证道路通畅、怎样把暖气送到每一户老人家里，有事请到三号窗口办理。</p></body></html>`;
/** The same of 12 px. */
export const SMALL = PAGE.replace('16px', '12px');
/** What the widget keeps. */
export const STORED = `JSON.parse(localStorage.getItem('mingdu'))`;
/** The step that survives a page change. */
export const STEP = `sessionStorage.getItem('mingdu-undo')`;
/** The size of the paragraph in CSS px. */
export const SIZE = `parseFloat(getComputedStyle(text).fontSize)`;
/** The toolbar's shadow root. */
export const ROOT = `${TOOLBARS}[0]`;

/** A button of ours by its accessible name; of two, the one in the panel. */
export const button = (name: string) => `[...${ROOT}.querySelectorAll('button, summary')].filter((one) => (one.getAttribute('aria-label') ?? one.textContent.trim()) === ${JSON.stringify(name)}).at(-1)`;
/** The visible sentence. */
export const status = `${ROOT}.querySelector('.status p')?.textContent`;

/** Presses a button of ours once it is there. */
export async function press(page: Page, name: string): Promise<void> {
  await page.waitForFunction(`!!${button(name)}`);
  await page.evaluate(`${button(name)}.click()`);
}

/** Opens the toolbar and 更多. */
export async function openPanel(page: Page): Promise<void> {
  await ask(page, 'open()');
  await press(page, '更多');
  await page.waitForFunction(`!!${ROOT}.querySelector('#panel')`);
}

/** 改 beside a preset, and one of its two choices. */
export async function change(page: Page, name: string, choice: string): Promise<void> {
  await press(page, `改“${name}”`);
  await page.evaluate(`[...${button(`改“${name}”`)}.closest('details').querySelectorAll('button')].find((one) => one.textContent === ${JSON.stringify(choice)}).click()`);
}

/** Waits until the settings are so. */
export const until = (page: Page, patch: object) => page.waitForFunction(`Object.entries(${JSON.stringify(patch)}).every(([key, value]) => Mingdu.get()[key] === value)`);
/** Waits until a preset is shown so. */
export const untilPressed = (page: Page, name: string, on: boolean) => page.waitForFunction(`${button(name)}?.getAttribute('aria-pressed') === '${on}'`);
