// Links, zones, ends of the page, and back: by keyboard alone, with the real focus. Kinds of links are a unit test, shortcuts in shortcuts.test.ts.
import { beforeEach, describe, expect, it } from 'vitest';
import { axeFindings } from '../support/axe';
import { BROWSERS } from '../support/browsers';
import { TOOLBARS } from '../support/interface';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { mountOf, realPages } from '../support/pages';
import { ask, closeAndForget, demoMounts, set, visit, widgetMount } from '../support/product';
import { TAG } from '../support/site';
import { useBrowser } from '../support/use-browser';
import { WAY, wayfinder } from '../support/wayfinder';

describe.each(BROWSERS)('finding one’s way in %s', (name) => {
  const bench = useBrowser(name, [...demoMounts(), WAY, widgetMount()]);
  expectNoOwnErrors(() => bench.page);
  const { evaluate, inDialog, focused, isOpen, scrolled, until, untilFocus, chord, askFor, open } = wayfinder(bench);

  describe('on a page', () => {
    beforeEach(async () => {
      await open('/way.html');
      await ask(bench.page, 'open()');
      return () => closeAndForget(bench.page);
    });

    it('本页链接: the list says what each is, typing narrows it, Enter goes to the link itself, clear of the bar', async () => {
      const { page } = bench;
      await askFor('本页链接');
      await untilFocus('find');
      expect(await inDialog(`root.querySelector('#note').textContent`)).toBe('共 8 个。↓ 往下选，回车就去。'.replace('8', String(await evaluate<number>('document.querySelectorAll("a[href]").length'))));
      await page.keyboard.type('附件');
      await until(async () => (await inDialog<number>(`root.querySelectorAll('.link').length`)) === 1);
      expect(await inDialog(`root.querySelector('.link').textContent`)).toBe('附件一：申请表，附件，PDF，会开新窗口');
      expect(await axeFindings(page, ['.interface', '.dialog'])).toEqual([]);
      await page.keyboard.press('ArrowDown');
      await until(async () => (await focused()).startsWith('附件一'));
      await page.keyboard.press('Enter');
      await untilFocus('pdf');
      expect(await isOpen()).toBe(false);
      const box = await evaluate<{ top: number; bottom: number }>('document.getElementById("pdf").getBoundingClientRect().toJSON()');
      const bar = await evaluate<number>(`${TOOLBARS}[0].querySelector('.toolbar').getBoundingClientRect().bottom`);
      expect(box.top).toBeGreaterThanOrEqual(bar);
      expect(box.bottom).toBeLessThanOrEqual(await evaluate<number>('innerHeight'));
      // Back, and forth again.
      await askFor('回到刚才的地方');
      await until(async () => (await scrolled()) === 0);
      await askFor('回到刚才的地方');
      await untilFocus('pdf');
      expect(await scrolled()).toBeGreaterThan(100);
    });

    it('Escape in the list gives the focus back; in the field ↓ and ↑ lead into the list and out', async () => {
      const { page } = bench;
      await page.focus('#field');
      await set(page, { shortcuts: 'mingdu' });
      await evaluate('document.getElementById("deep").focus()');
      await chord('Alt', 'Semicolon');
      await untilFocus('find');
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe('首页，在这一页里');
      await page.keyboard.press('End');
      expect(await focused()).toBe('下一页，在这一页里');
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowUp');
      expect(await focused()).toBe('find');
      await page.keyboard.press('Escape');
      await untilFocus('deep');
      expect(await isOpen()).toBe(false);
    });

    it('区域: counts, Enter goes there with a focus that is only lent, and it is gone when the focus goes on', async () => {
      const { page } = bench;
      await askFor('区域');
      await until(async () => (await focused()).startsWith('导航区'));
      expect(await inDialog(`[...root.querySelectorAll('li button')].map((one) => one.textContent)`)).toEqual(['导航区，栏目、菜单，4 个链接', '交互区，查询、填写，1 处要填', '正文区，网页的主要内容，3 段']);
      expect(await axeFindings(page, ['.interface', '.dialog'])).toEqual([]);
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await untilFocus('m');
      expect(await evaluate('document.getElementById("m").getAttribute("tabindex")')).toBe('-1');
      await page.keyboard.press('Tab');
      await untilFocus('pdf');
      expect(await evaluate('document.getElementById("m").hasAttribute("tabindex")')).toBe(false);
    });

    it('到底部 and 回到顶部 take the focus along; 到正文 finds the text', async () => {
      await askFor('到底部');
      await until(async () => (await scrolled()) > 300);
      expect(await evaluate('Math.round(scrollY + innerHeight - document.documentElement.scrollHeight)')).toBeGreaterThanOrEqual(-1);
      await askFor('回到顶部');
      await until(async () => (await scrolled()) === 0);
      await askFor('到正文');
      await until(async () => /^(m|关于发布便民)/.test(await focused()));
    });

    it('what scrolls inside the page is brought back, too', async () => {
      const { page } = bench;
      await set(page, { shortcuts: 'mingdu' });
      await evaluate('document.getElementById("acc").focus()');
      await chord('Alt', 'Semicolon');
      await untilFocus('find');
      await page.keyboard.type('里面');
      await until(async () => (await inDialog<number>(`root.querySelectorAll('.link').length`)) === 1);
      await page.keyboard.press('Enter');
      await untilFocus('deep');
      expect(await evaluate<number>('document.getElementById("box").scrollTop')).toBeGreaterThan(100);
      await chord('Alt', 'Shift', 'Comma');
      await untilFocus('acc');
      expect(await evaluate<number>('document.getElementById("box").scrollTop')).toBe(0);
    });

    it('exit while the focus is lent leaves nothing', async () => {
      const { page } = bench;
      await set(page, { shortcuts: 'classic' });
      await evaluate('document.getElementById("acc").focus()');
      await chord('Alt', 'Digit6');
      await untilFocus('m');
      await ask(page, 'close()');
      expect(await evaluate('document.querySelectorAll("[tabindex]").length')).toBe(0);
    });
  });

  it('from the article alone the page is left for its zones, and the links are those of the article', async () => {
    const { page } = bench;
    await open('/article.html');
    await ask(page, 'open()');
    await page.mouse.click(3, 780);
    await set(page, { view: 'article' });
    await askFor('本页链接');
    await untilFocus('find');
    const names = await inDialog<string[]>(`[...root.querySelectorAll('.name')].map((one) => one.textContent)`);
    expect(names).not.toContain('网站地图');
    await page.keyboard.press('Escape');
    await askFor('区域');
    await until(async () => (await inDialog(`root.querySelector('li') !== null`)) === true);
    expect((await ask<{ view: string }>(page, 'get()')).view).toBe('page');
    await closeAndForget(page);
  });

  const REAL: Readonly<Record<string, readonly string[]>> = {
    'langao-home': ['导航区', '交互区', '列表区'],
    'sc-gov-home': ['导航区', '交互区', '服务区', '列表区'],
    'wyu-notice': ['导航区', '交互区', '正文区'],
    'zhalantun-hdjl': ['导航区', '视窗区', '服务区', '列表区'],
  };
  const real = realPages().filter(({ id }) => id in REAL);
  it.skipIf(real.length === 0).each(real.map((one) => [one.id, one, REAL[one.id] ?? []] as const))('on the saved page %s: links and zones are found, each link takes the focus, and exit leaves no attribute', async (_, one, expected) => {
    const { page, site } = bench;
    site.mount([mountOf(one, { html: TAG, before: '</head>' }), widgetMount()]);
    await visit(page, `${site.origin}/${one.entry}`);
    await evaluate('localStorage.clear()');
    const before = await evaluate<number>('document.querySelectorAll("[tabindex]").length');
    await ask(page, 'open()');
    await askFor('区域');
    await until(isOpen);
    const zones = await inDialog<string[]>(`[...root.querySelectorAll('.name')].map((zone) => zone.textContent)`);
    expect(zones).toEqual(expect.arrayContaining([...expected]));
    await page.keyboard.press('Enter');
    await until(() => evaluate<boolean>('document.activeElement !== document.body && !document.activeElement.hasAttribute("data-mingdu")'));
    await askFor('本页链接');
    await until(isOpen);
    await until(async () => (await focused()) === 'find');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until(() => evaluate<boolean>('document.activeElement.matches("a, area, iframe")'));
    await ask(page, 'close()');
    expect(await evaluate<number>('document.querySelectorAll("[tabindex]").length')).toBe(before);
    await evaluate('localStorage.clear()');
  });
});
