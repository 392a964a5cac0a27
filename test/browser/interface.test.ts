// The card of the first time, the help, the toolbar's size and its language in real browsers. Their words and logic are in the unit tests.
import { afterEach, describe, expect, it } from 'vitest';
import { axeFindings } from '../support/axe';
import { BROWSERS } from '../support/browsers';
import { TOOLBARS } from '../support/interface';
import { ask, closeAndForget, demoMounts, set, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';

const SEEN = `localStorage.setItem('mingdu', JSON.stringify({ version: 1, on: false, toolbar: 'none', settings: {}, seen: true }))`;

describe.each(BROWSERS)('the interface in %s', (name) => {
  const bench = useBrowser(name, [...demoMounts(), widgetMount()]);
  afterEach(() => closeAndForget(bench.page));

  async function open([width, height]: readonly [number, number], isSeen = true): Promise<void> {
    const { page, site } = bench;
    await page.setViewport({ width, height });
    await visit(page, `${site.origin}/article.html`);
    if (isSeen) await page.evaluate(SEEN);
    await visit(page, `${site.origin}/article.html`);
    await ask(page, 'open()');
    await page.waitForFunction(`bar = ${TOOLBARS}[0], bar !== undefined`);
    await ask(page, 'settled()');
  }

  it.each([[1280, 800], [360, 640]] as const)('the card at %i×%i: inside the window, no focus, axe finds nothing; once in a store', async (...size) => {
    const { page } = bench;
    await open(size, false);
    await page.waitForFunction(`bar.querySelector('.guide') !== null`);
    expect(await page.evaluate(`${TOOLBARS}.length`)).toBe(1);
    expect(await page.evaluate('bar.activeElement')).toBeNull();
    expect(await axeFindings(page)).toEqual([]);
    const outside = `(() => { const { left, right, top, bottom } = bar.querySelector('.guide').getBoundingClientRect(); return left < 0 || right > innerWidth || top < 0 || bottom > innerHeight; })()`;
    expect(await page.evaluate(outside)).toBe(false);
    await visit(page, `${bench.site.origin}/article.html`);
    await page.waitForFunction(`bar = ${TOOLBARS}[0], bar !== undefined`);
    await ask(page, 'settled()');
    expect(await page.evaluate(`bar.querySelector('.guide')`)).toBeNull();
  });

  it('the help: axe finds nothing, and nothing in it is wider than the panel', async () => {
    const { page } = bench;
    await open([1280, 800]);
    await page.evaluate(`bar.querySelector('[data-item=help]').click()`);
    await page.waitForFunction(`bar.querySelector('#panel ol') !== null`);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(`bar.querySelector('#panel').scrollWidth <= bar.querySelector('#panel').clientWidth`)).toBe(true);
  });

  it.each([['large', 24], ['larger', 30]] as const)('toolbarSize %s: words of %i px, and all buttons in the window at 320 px', async (size, px) => {
    const { page } = bench;
    await open([1280, 800]);
    await set(page, { toolbarSize: size });
    expect(await page.evaluate(`Math.round(parseFloat(getComputedStyle(bar.querySelector('.word')).fontSize))`)).toBe(px);
    await page.setViewport({ width: 320, height: 568 });
    for (const language of ['zh-CN', 'zh-TW', 'en']) {
      await set(page, { language });
      const astray = `[...bar.querySelectorAll('.bar button')].filter((one) => { const { left, right } = one.getBoundingClientRect(); return left < 0 || right > innerWidth + 0.5; }).map((one) => one.textContent)`;
      await page.waitForFunction(`bar.querySelector('.phone') !== null && bar.querySelector('.ui').lang === '${language}' && ${astray}.length === 0`);
    }
  });

  it('用键盘读 is reached and turned on in the panel by keyboard alone, and the panel goes', async () => {
    const { page } = bench;
    await open([1280, 800]);
    await page.evaluate(`bar.querySelector('[data-item=more]').focus()`);
    await page.keyboard.press('Enter');
    await page.waitForFunction(`bar.querySelector('#panel [data-setting=cursor]') !== null`);
    for (let left = 120; left > 0 && !(await page.evaluate(`Boolean(bar.activeElement?.closest('[data-setting=cursor]'))`)); left -= 1) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press(' ');
    await page.waitForFunction(`Mingdu.get().cursor === 'on' && bar.querySelector('#panel') === null`);
  });

  it('language changes at once, keeps the focus, and comes back with the page', async () => {
    const { page, site } = bench;
    await open([1280, 800]);
    await page.evaluate(`bar.querySelector('[data-item=more]').click()`);
    await page.waitForFunction(`bar.querySelector('#panel [data-setting=language]') !== null`);
    const press = (at: number) => page.evaluate(`{ const one = bar.querySelectorAll('[data-setting=language] [role=radio]')[${at}]; one.focus(); one.click(); }`);
    const isFocused = `bar.activeElement?.closest('[data-setting=language]') != null`;
    await press(2);
    await page.waitForFunction(`bar.querySelector('.ui').lang === 'zh-TW' && bar.querySelector('[data-item=close] .word').textContent === '退出' && bar.querySelector('#panel h2 + button').textContent === '關閉'`);
    expect(await page.evaluate(isFocused)).toBe(true);
    await press(3);
    await page.waitForFunction(`bar.querySelector('.ui').lang === 'en' && bar.querySelector('.status p').textContent.startsWith('Language: English')`);
    expect(await page.evaluate(isFocused)).toBe(true);
    await visit(page, `${site.origin}/article.html`);
    await page.waitForFunction(`${TOOLBARS}[0]?.querySelector('.ui')?.lang === 'en'`);
    await set(page, { language: 'auto' });
    await page.waitForFunction(`${TOOLBARS}[0].querySelector('.ui').lang === 'zh-CN'`);
  });
});
