// A site that keeps the reader's choices itself, from page to page: in a cookie, and what becomes of them where its store does not hold. The
// rules of it, one by one: test/widget/outside-store.test.ts.
import type { ConsoleMessage } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { IS_OPEN, LAUNCHER } from '../support/interface';
import { ask, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';

const STORES: Record<string, string> = {
  cookie: `{ read: () => decodeURIComponent(/(?:^|; )choices=([^;]*)/.exec(document.cookie)?.[1] ?? ''), write: (text) => void (document.cookie = 'choices=' + encodeURIComponent(text) + '; path=/') }`,
  // It answers when the launcher has been moved, and a while later: all within the page, whatever the machine is busy with.
  slow: `{ read: () => new Promise((resolve) => { (function look() { const mover = (${LAUNCHER})?.shadowRoot.querySelectorAll('button')[1]; if (!mover) return void requestAnimationFrame(look); early ??= Mingdu.get().textSize; if (!isMoved) mover.click(); isMoved = true; setTimeout(resolve, 200, written ?? TEXT); })(); }), write: async (text) => { written = text; } }`,
  lying: `{ read: () => ({ on: true, settings: { textSize: 300 } }), write: () => { throw new Error('never asked'); } }`,
  full: `{ read: async () => null, write: async () => { throw new Error('too long for a cookie'); } }`,
};
const page = (store: string) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>通知</title><script src="/mingdu/mingdu.js"></script><script>early = null; isMoved = false; written = null; TEXT = JSON.stringify({ version: 1, on: true, toolbar: 'open', settings: { textSize: 150 } }); configured = Mingdu.configure({ store: ${store} })</script></head>
<body><h1>通知</h1><p id="text" style="font-size: 16px">今年冬天，各个乡镇要保证道路通畅，把暖气送到每一户老人家里。</p></body></html>`;

describe.each(BROWSERS)('a site’s own store, in %s', (name) => {
  const bench = useBrowser(name, [widgetMount(), { at: '/', from: (path) => (STORES[path] ? { body: page(STORES[path]) } : undefined) }]);
  const warnings: string[] = [];
  const now = (script: string) => bench.page.evaluate(script);
  const go = async (path: string) => {
    await visit(bench.page, `${bench.site.origin}/${path}`);
  };
  const own = () => now(`localStorage.getItem('mingdu')`);
  const IS_LARGE = `getComputedStyle(text).fontSize === '24px'`;
  beforeAll(() => void bench.page.on('console', (message: ConsoleMessage) => void (message.type() === 'warn' && warnings.push(message.text()))));
  afterEach(async () => {
    warnings.length = 0;
    await now(`document.cookie = 'choices=; path=/; max-age=0'; localStorage.clear()`);
  });

  it('holds all that localStorage would: what was chosen and left on is there on the next page, with the launcher’s place', async () => {
    await go('cookie');
    await now('configured');
    await ask(bench.page, 'set({ textSize: 150 })');
    await ask(bench.page, 'open()');
    await bench.page.waitForFunction(`decodeURIComponent(document.cookie).includes('"toolbar":"open"')`);
    expect(await own()).toBeNull();
    await go('cookie');
    await bench.page.waitForFunction(`${IS_OPEN} && ${IS_LARGE}`);
    expect(await ask(bench.page, 'get().textSize')).toBe(150);
    await ask(bench.page, 'close()');
    await now(`${LAUNCHER}.shadowRoot.querySelectorAll('button')[1].click()`);
    await bench.page.waitForFunction(`decodeURIComponent(document.cookie).includes('"launcher":1')`);
    await go('cookie');
    await now('configured');
    expect([await ask(bench.page, 'get().textSize'), await now(IS_OPEN), await own(), warnings]).toEqual([150, false, null, []]);
    // From another page of the account meanwhile: known when the page is looked at again.
    await ask(bench.page, 'open()');
    await bench.page.waitForFunction(`decodeURIComponent(document.cookie).includes('"toolbar":"open"')`);
    await now(`document.cookie = 'choices=' + encodeURIComponent(JSON.stringify({ version: 1, on: true, toolbar: 'open', settings: { textSize: 200 } })) + '; path=/'; document.dispatchEvent(new Event('visibilitychange'))`);
    await bench.page.waitForFunction(`getComputedStyle(text).fontSize === '32px'`);
  });

  it('may take its time: what it says then counts, and the page does not wait', async () => {
    await go('slow');
    await bench.page.waitForFunction(`${IS_OPEN} && ${IS_LARGE}`);
    expect(await now('early')).toBe(100);
    await ask(bench.page, 'set({ pinyin: "all" })');
    await bench.page.waitForFunction(`JSON.parse(written).settings.pinyin === 'all'`);
    // What was written before it had answered lies over what it said.
    expect(JSON.parse((await now('written')) as string)).toMatchObject({ launcher: 1, settings: { textSize: 150, pinyin: 'all' } });
    expect(await own()).toBeNull();
  });

  it.each([['lying', 'read failed (it gave no text)'], ['full', 'write failed (too long for a cookie)']])('that is no good is left for localStorage, with one warning: %s', async (path, why) => {
    await go(path);
    await now('configured');
    await ask(bench.page, 'set({ textSize: 150 })');
    await bench.page.waitForFunction(`localStorage.getItem('mingdu')?.includes('150')`);
    await ask(bench.page, 'open()');
    await bench.page.waitForFunction(`${IS_OPEN} && ${IS_LARGE} && localStorage.getItem('mingdu').includes('"toolbar":"open"')`);
    expect(warnings).toEqual([expect.stringContaining(`store: ${why}; the reader's choices are kept in localStorage`)]);
    await ask(bench.page, 'close()');
  });
});
