// Presets and undo as the reader meets them: pressed and pressed back, changed, saved, over reloads, pages and tabs, with a broken store.
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { pressAction } from '../support/extension';
import { IS_OPEN, TOOLBARS } from '../support/interface';
import { ask, closeAndForget, DIST, set, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title><script src="/mingdu/mingdu.js"></script></head>
<body><a href="#" data-mingdu-open>无障碍浏览</a><p id="text" style="font-size: 16px">这是正文，说的是今年冬天各个乡镇怎样保证道路通畅、怎样把暖气送到每一户老人家里，有事请到三号窗口办理。</p></body></html>`;
const SMALL = PAGE.replace('16px', '12px');
const STORED = `JSON.parse(localStorage.getItem('mingdu'))`;
const STEP = `sessionStorage.getItem('mingdu-undo')`;
const SIZE = `parseFloat(getComputedStyle(text).fontSize)`;
const ROOT = `${TOOLBARS}[0]`;

/** A button of ours by its accessible name; of two, the one in the panel. */
const button = (name: string) => `[...${ROOT}.querySelectorAll('button, summary')].filter((one) => (one.getAttribute('aria-label') ?? one.textContent.trim()) === ${JSON.stringify(name)}).at(-1)`;
const status = `${ROOT}.querySelector('.status p')?.textContent`;

async function press(page: Page, name: string): Promise<void> {
  await page.waitForFunction(`!!${button(name)}`);
  await page.evaluate(`${button(name)}.click()`);
}

async function openPanel(page: Page): Promise<void> {
  await ask(page, 'open()');
  await press(page, '更多');
  await page.waitForFunction(`!!${ROOT}.querySelector('#panel')`);
}

/** 改 beside a preset, and one of its two choices. */
async function change(page: Page, name: string, choice: string): Promise<void> {
  await press(page, `改“${name}”`);
  await page.evaluate(`[...${button(`改“${name}”`)}.closest('details').querySelectorAll('button')].find((one) => one.textContent === ${JSON.stringify(choice)}).click()`);
}

const until = (page: Page, patch: object) => page.waitForFunction(`Object.entries(${JSON.stringify(patch)}).every(([key, value]) => Mingdu.get()[key] === value)`);
const untilPressed = (page: Page, name: string, on: boolean) => page.waitForFunction(`${button(name)}?.getAttribute('aria-pressed') === '${on}'`);

describe.each(BROWSERS)('presets in %s', (name) => {
  const bench = useBrowser(name, [widgetMount(), { at: '/', from: (path) => ({ body: path === 'small' ? SMALL : PAGE }) }]);
  const address = (path = '') => `${bench.site.origin}/${path}`;
  afterEach(async () => {
    await closeAndForget(bench.page);
  });

  it('长辈模式: one press, one press back, what was changed by hand is kept; also after a reload', async () => {
    const { page } = bench;
    await visit(page, address());
    await set(page, { spacing: 'wider' });
    await ask(page, 'open()');
    await press(page, '长辈模式');
    await until(page, { textSize: 150, spacing: 'wide', pointer: 'large', still: true });
    await ask(page, 'settled()');
    expect(await page.evaluate(SIZE)).toBe(24);
    await set(page, { pinyin: 'all', pointer: 'larger' });
    await visit(page, address());
    await page.waitForFunction(IS_OPEN);
    await untilPressed(page, '长辈模式', true);
    await press(page, '长辈模式');
    await until(page, { textSize: 100, spacing: 'wider', still: false, pinyin: 'all', pointer: 'larger' });
    await untilPressed(page, '长辈模式', false);
    expect(await page.evaluate(`${STORED}.presets`)).toEqual({ on: [] });
  });

  it('where text is smaller, ?mingdu=elder makes it large enough too', async () => {
    const { page } = bench;
    await visit(page, address());
    await ask(page, 'open()');
    await press(page, '长辈模式');
    await until(page, { textSize: 150 });
    await visit(page, address('small?mingdu=elder'));
    await until(page, { textSize: 200 });
    await ask(page, 'settled()');
    expect(await page.evaluate(SIZE)).toBe(24);
    await page.waitForFunction(IS_OPEN);
    await untilPressed(page, '长辈模式', true);
    await press(page, '长辈模式');
    await until(page, { textSize: 100, spacing: 'page', pointer: 'page', still: false });
  });

  it('each of those in the panel goes on and back, alone and over another', async () => {
    const { page } = bench;
    await visit(page, address());
    await openPanel(page);
    const before = await ask(page, 'get()');
    for (const one of ['看不清楚', '键盘助读', '拼音助读']) {
      await press(page, one);
      await untilPressed(page, one, true);
      expect(await ask(page, 'get()')).not.toEqual(before);
      await press(page, one);
      await untilPressed(page, one, false);
      expect(await ask(page, 'get()')).toEqual(before);
    }
    await press(page, '看不清楚');
    await until(page, { textSize: 200, contrast: 'yellow-on-black', focus: 'strong' });
    await press(page, '拼音助读');
    await until(page, { textSize: 150, contrast: 'yellow-on-black', pinyin: 'all' });
    await press(page, '看不清楚');
    await until(page, { textSize: 150, contrast: 'off', pinyin: 'all' });
    await press(page, '拼音助读');
    await untilPressed(page, '拼音助读', false);
    expect(await ask(page, 'get()')).toEqual(before);
  });

  it('改 makes a preset of how things stand, and puts it back; undo takes that back', async () => {
    const { page } = bench;
    await visit(page, address());
    await set(page, { contrast: 'black-on-cream' });
    await openPanel(page);
    await change(page, '看不清楚', '照现在的样子改');
    await page.waitForFunction(`${status}.startsWith('看不清楚：改好了')`);
    expect(await page.evaluate(`${STORED}.presets`)).toEqual({ 'low-vision': { contrast: 'black-on-cream' } });
    await set(page, { contrast: 'off' });
    await press(page, '看不清楚');
    await until(page, { contrast: 'black-on-cream', textSize: 100 });
    await press(page, '看不清楚');
    await until(page, { contrast: 'off' });
    await change(page, '看不清楚', '改回原来的');
    await page.waitForFunction(`${STORED}.presets['low-vision'] == null`);
    await press(page, '看不清楚');
    await until(page, { contrast: 'yellow-on-black', textSize: 200 });
    await press(page, '撤销');
    await until(page, { contrast: 'off', textSize: 100 });
    await press(page, '撤销');
    await page.waitForFunction(`${STORED}.presets['low-vision']?.contrast === 'black-on-cream'`);
  });

  it('我的设置 is there after a reload, and is used by one press', async () => {
    const { page } = bench;
    await visit(page, address());
    await set(page, { textSize: 175, contrast: 'white-on-black' });
    await openPanel(page);
    await press(page, '存成我的设置');
    await untilPressed(page, '我的设置', true);
    await ask(page, 'reset()');
    await visit(page, address());
    await page.waitForFunction(IS_OPEN);
    await openPanel(page);
    await untilPressed(page, '我的设置', false);
    await press(page, '我的设置');
    await until(page, { textSize: 175, contrast: 'white-on-black', spacing: 'page' });
    await change(page, '我的设置', '删掉我的设置');
    await page.waitForFunction(`!!${button('存成我的设置')}`);
    expect(await ask(page, 'get().textSize')).toBe(175);
  });

  it.each([
    ['"text"'],
    ['{"elder":{"textSize":9000,"spacing":"huge"},"mine":[1],"on":[null,{"id":"elder","was":7,"set":{"textSize":"x"}}]}'],
  ])('broken presets %s count as none', async (text) => {
    const { page } = bench;
    await visit(page, address());
    await page.evaluate(`localStorage.setItem('mingdu', JSON.stringify({ version: 1, on: true, toolbar: 'open', settings: {}, presets: JSON.parse(${JSON.stringify(text)}) }))`);
    await visit(page, address());
    await page.waitForFunction(IS_OPEN);
    await openPanel(page);
    expect(await page.evaluate(`!!${button('存成我的设置')}`)).toBe(true);
    await press(page, '长辈模式');
    await until(page, { textSize: 150, spacing: 'wide' });
    await untilPressed(page, '长辈模式', true);
    await press(page, '长辈模式');
    await until(page, { textSize: 100, spacing: 'page' });
  });

  it('the last step can be taken back on the next page, a preset and a run of presses each as one', async () => {
    const { page } = bench;
    await visit(page, address());
    await ask(page, 'open()');
    for (const size of [125, 150, 175]) {
      await press(page, '放大');
      await until(page, { textSize: size });
    }
    await visit(page, address('next'));
    await page.waitForFunction(`${IS_OPEN} && !!${ROOT}.querySelector('[data-item=undo]')`);
    await press(page, '撤销');
    await until(page, { textSize: 100 });
    await press(page, '长辈模式');
    await until(page, { textSize: 150 });
    await visit(page, address('third'));
    await page.waitForFunction(IS_OPEN);
    await untilPressed(page, '长辈模式', true);
    await press(page, '撤销');
    await until(page, { textSize: 100, spacing: 'page', pointer: 'page', still: false });
    await untilPressed(page, '长辈模式', false);
    expect(await page.evaluate(STEP)).toBeNull();
  });

  it('退出 leaves nothing to take back, nor does broken content', async () => {
    const { page } = bench;
    await visit(page, address());
    await ask(page, 'open()');
    await set(page, { spacing: 'wide' });
    expect(await page.evaluate(STEP)).toContain('spacing');
    await ask(page, 'close()');
    expect(await page.evaluate(STEP)).toBeNull();
    await ask(page, 'open()');
    await press(page, '撤销');
    await page.waitForFunction(`${status} === '还没有改动'`);
    for (const broken of ['{', '{"before":{"spacing":"no"},"set":{"spacing":"wide"}}']) {
      await page.evaluate(`sessionStorage.setItem('mingdu-undo', ${JSON.stringify(broken)})`);
      await visit(page, address());
      await page.waitForFunction(IS_OPEN);
      await press(page, '撤销');
      await page.waitForFunction(`${status} === '还没有改动'`);
      expect(await ask(page, 'get().spacing')).toBe('wide');
    }
  });

  it('another tab\'s change never enters', async () => {
    const { page, opened } = bench;
    await visit(page, address());
    await ask(page, 'open()');
    await set(page, { spacing: 'wide' });
    const other = await opened.newPage();
    await visit(other, address());
    await other.waitForFunction(IS_OPEN);
    await other.bringToFront();
    expect(await other.evaluate(STEP)).toBeNull();
    await set(other, { textSize: 200 });
    await page.bringToFront();
    await until(page, { textSize: 200 });
    await press(page, '撤销');
    await until(page, { spacing: 'page', textSize: 200 });
    await press(page, '撤销');
    await page.waitForFunction(`${status} === '还没有改动'`);
    // What this tab set, and the other one set anew, is the other's.
    await set(page, { textSize: 250 });
    await other.bringToFront();
    await until(other, { textSize: 250 });
    await set(other, { textSize: 125 });
    await page.bringToFront();
    await until(page, { textSize: 125 });
    await visit(page, address('next'));
    await page.waitForFunction(IS_OPEN);
    await press(page, '撤销');
    await page.waitForFunction(`${status} === '还没有改动'`);
    expect(await ask(page, 'get().textSize')).toBe(125);
    await other.close();
  });

  it('without a session store undo works on the page, and nobody is troubled', async () => {
    const { page } = bench;
    const script = await page.evaluateOnNewDocument(`Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } })`);
    await visit(page, address());
    await ask(page, 'open()');
    await press(page, '长辈模式');
    await until(page, { textSize: 150 });
    await press(page, '撤销');
    await until(page, { textSize: 100, spacing: 'page' });
    await page.removeScriptToEvaluateOnNewDocument(script.identifier);
    await visit(page, address());
  });
});

describe.each(BROWSERS)('presets in the extension of %s', (name) => {
  const bench = useBrowser(name, [{ at: '/', from: () => ({ body: PAGE.replace(/<script.*<\/script>/, '') }) }], { extension: join(DIST, `extension-${name}`) });

  it('the last step and a second press work on the next page of the site; 退出 clears the step', async () => {
    const { page, site, opened } = bench;
    const go = (path: string) => page.goto(site.on('www.example.gov.cn', `/${path}`), { waitUntil: 'load' });
    const isSize = (px: number) => page.waitForFunction(`${SIZE} === ${px}`);
    await go('');
    await pressAction(opened, page);
    await page.waitForFunction(IS_OPEN, { timeout: 15_000 });
    await press(page, '长辈模式');
    await isSize(24);
    await go('next');
    await page.waitForFunction(IS_OPEN);
    await isSize(24);
    await press(page, '撤销');
    await isSize(16);
    await untilPressed(page, '长辈模式', false);
    await press(page, '长辈模式');
    await isSize(24);
    await go('third');
    await page.waitForFunction(IS_OPEN);
    await untilPressed(page, '长辈模式', true);
    await press(page, '长辈模式');
    await isSize(16);
    expect(await page.evaluate(STEP)).not.toBeNull();
    await pressAction(opened, page);
    await page.waitForFunction(`${TOOLBARS}.length === 0`);
    expect(await page.evaluate(STEP)).toBeNull();
  });
});
