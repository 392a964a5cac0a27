// What the widget keeps and what it makes of what it finds: shape, broken and blocked stores, the next page, other tabs.
import { afterEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { IS_OPEN } from '../support/interface';
import { ask, closeAndForget, frames, ownErrors, recordErrors, set, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title><script src="/mingdu/mingdu.js"></script></head>
<body><a href="#" data-mingdu-open>无障碍浏览</a><p id="text">正文</p></body></html>`;
const STORED = `JSON.parse(localStorage.getItem('mingdu'))`;
const SIZE = `getComputedStyle(text).fontSize`;

describe.each(BROWSERS)('what is kept in %s', (name) => {
  const bench = useBrowser(name, [widgetMount(), { at: '/', from: () => ({ body: PAGE }) }]);
  const address = () => `${bench.site.origin}/`;
  afterEach(async () => {
    await closeAndForget(bench.page);
  });

  it('has the shape of the contract and only what was changed', async () => {
    const { page } = bench;
    await visit(page, address());
    await set(page, { textSize: 150, contrast: 'off' });
    expect(await page.evaluate(STORED)).toEqual({ version: 1, on: true, toolbar: 'none', settings: { textSize: 150 } });
    await ask(page, 'open()');
    expect(await page.evaluate(STORED)).toEqual({ version: 1, on: true, toolbar: 'open', settings: { textSize: 150 }, seen: true });
    await set(page, { textSize: 100, spacing: 'wide' });
    expect(await page.evaluate(STORED)).toEqual({ version: 1, on: true, toolbar: 'open', settings: { spacing: 'wide' }, seen: true });
    await ask(page, 'close()');
    expect(await page.evaluate(STORED)).toMatchObject({ version: 1, on: false, settings: { spacing: 'wide' } });
  });

  it('is applied on the next page, the toolbar too; nothing is after close', async () => {
    const { page } = bench;
    await visit(page, address());
    await set(page, { textSize: 200 });
    await ask(page, 'open()');
    await visit(page, `${address()}next`);
    await page.waitForFunction(`${SIZE} === '32px' && ${IS_OPEN}`);
    await ask(page, 'close()');
    bench.site.forget();
    await visit(page, `${address()}third`);
    await frames(page, 5);
    expect(await page.evaluate(SIZE)).toBe('16px');
    expect(bench.site.requests.filter((path) => path.includes('mingdu-'))).toEqual([]);
    expect(await ask(page, 'get().textSize')).toBe(200);
    await ask(page, 'open()');
    expect(await page.evaluate(SIZE)).toBe('32px');
  });

  it.each([
    ['no JSON', 'not { json'],
    ['null', 'null'],
    ['a list', '[1, 2]'],
    ['a number', '7'],
    ['settings that are a list', '{"version":1,"on":true,"toolbar":"none","settings":[1]}'],
    ['foreign values', '{"version":"x","on":"yes","toolbar":5,"settings":{"textSize":"huge","contrast":"pink","zoom":9,"__proto__":{"a":1}}}'],
  ])('%s counts as the default', async (_what, text) => {
    const { page } = bench;
    const errors = recordErrors(page);
    await visit(page, address());
    await page.evaluate(`localStorage.setItem('mingdu', ${JSON.stringify(text)})`);
    await visit(page, address());
    expect(await ask(page, 'get()')).toMatchObject({ textSize: 100, contrast: 'off', speech: 'off' });
    await set(page, { textSize: 200 });
    expect(await page.evaluate(SIZE)).toBe('32px');
    expect(ownErrors(errors)).toEqual([]);
    page.removeAllListeners('pageerror');
    page.removeAllListeners('console');
  });

  it('takes what is good beside what is broken, and keeps the keys of a newer version', async () => {
    const { page } = bench;
    await visit(page, address());
    await page.evaluate(`localStorage.setItem('mingdu', JSON.stringify({ version: 2, on: true, toolbar: 'none', later: { a: 1 }, settings: { textSize: 200, contrast: 'pink', lamp: 'on' } }))`);
    await visit(page, address());
    await page.waitForFunction(`${SIZE} === '32px'`);
    await set(page, { spacing: 'wide' });
    expect(await page.evaluate(STORED)).toMatchObject({ later: { a: 1 }, settings: { textSize: 200, lamp: 'on', spacing: 'wide' } });
  });

  it.each([
    ['blocked', `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } })`],
    ['absent', `Object.defineProperty(window, 'localStorage', { value: null })`],
    ['full', `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }`],
  ])('a store that is %s makes the page remember alone', async (_what, code) => {
    const { page } = bench;
    const errors = recordErrors(page);
    const script = await page.evaluateOnNewDocument(code);
    await visit(page, address());
    await set(page, { textSize: 200 });
    await set(page, { spacing: 'wide' });
    await ask(page, 'open()');
    expect(await ask(page, 'get()')).toMatchObject({ textSize: 200, spacing: 'wide' });
    expect(await page.evaluate(SIZE)).toBe('32px');
    await ask(page, 'close()');
    expect(await page.evaluate(SIZE)).toBe('16px');
    expect(ownErrors(errors)).toEqual([]);
    page.removeAllListeners('pageerror');
    page.removeAllListeners('console');
    await page.removeScriptToEvaluateOnNewDocument(script.identifier);
    await visit(page, address());
  });

  it('another tab follows when it is looked at, and 退出 holds for both', async () => {
    const { page, opened } = bench;
    await visit(page, address());
    const other = await opened.newPage();
    await visit(other, address());
    await other.bringToFront();
    await set(other, { textSize: 200 });
    await page.bringToFront();
    await page.waitForFunction(`${SIZE} === '32px'`);
    await set(page, { textSize: 150 });
    await other.bringToFront();
    await other.waitForFunction(`${SIZE} === '24px'`);
    await ask(other, 'close()');
    await page.bringToFront();
    await page.waitForFunction(`${SIZE} === '16px'`);
    expect(await page.evaluate(`document.documentElement.outerHTML.includes('data-mingdu-x')`)).toBe(false);
    await other.close();
  });
});
