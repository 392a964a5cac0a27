// 只看正文: the article alone on a page of ours on which every aid works, beside a page that stays as it is, node for node.
// How much of real articles it finds is in article-view-gold.test.ts, that every page is back after it in article-view-restore.test.ts.
import { beforeEach, describe, expect, it } from 'vitest';
import { axeFindings } from '../support/axe';
import { BROWSERS } from '../support/browsers';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { TOOLBARS } from '../support/interface';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { ask, closeAndForget, demoMounts, frames, SCHEMES, set, visit, widgetMount } from '../support/product';
import { TAG } from '../support/site';
import { useBrowser } from '../support/use-browser';
import { inView, noticeMounts, VIEW } from '../support/view';

describe.each(BROWSERS)('the article alone in %s', (name) => {
  const bench = useBrowser(name, [...demoMounts(), ...noticeMounts(TAG), widgetMount()]);
  expectNoOwnErrors(() => bench.page);

  /** Opens a page as a reader has it: pressed once somewhere, so that what follows is asked for. */
  async function open(path: string): Promise<void> {
    const { page, site } = bench;
    await visit(page, site.origin + path);
    await page.evaluate('localStorage.clear(); scrollTo(0, 0)');
    await page.mouse.click(3, 780);
  }
  const view = <Answer>(expression: string) => inView<Answer>(bench.page, expression);
  const evaluate = <Answer>(expression: string) => bench.page.evaluate(expression) as Promise<Answer>;
  const focused = () => evaluate<string>(`(() => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; if (at === document.body) return ''; return at?.id || at?.textContent?.trim() || at?.localName || ''; })()`);
  const press = (word: string) => view(`[...root.querySelectorAll('button, a')].find((one) => one.textContent.includes(${JSON.stringify(word)})).click()`);
  const isUp = () => evaluate<boolean>(`Boolean(${VIEW})`);
  async function until(run: () => Promise<boolean>): Promise<void> {
    for (let at = 0; at < 60 && !(await run()); at += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await run()).toBe(true);
    await frames(bench.page);
  }
  const untilDown = () => until(async () => !(await isUp()));

  describe('of a notice', () => {
    beforeEach(async () => {
      await open('/notice/');
      return () => closeAndForget(bench.page);
    });

    it('shows title, date, source, time, contents, body, table, picture and attachment, and nothing else', async () => {
      await set(bench.page, { view: 'article' });
      expect(await view(`root.querySelector('h1').textContent`)).toBe('关于调整便民服务中心办公时间的通知');
      expect(await view(`[...root.querySelectorAll('.meta span')].map((one) => one.textContent)`)).toEqual(['2026年3月5日', '来源：砚溪县行政服务局', '大约要读 1 分钟']);
      expect(await view(`[...root.querySelectorAll('nav li')].map((one) => one.className + one.textContent)`)).toEqual(['一、办公时间', 'deep（一）工作日', '二、办理地点', '三、其他事项']);
      expect(await view(`[...root.querySelectorAll('.body h2, .body h3')].map((one) => one.localName + one.textContent)`)).toEqual(['h2一、办公时间', 'h3（一）工作日', 'h2二、办理地点', 'h2三、其他事项']);
      expect(await view(`[...root.querySelectorAll('table tr')].map((row) => [...row.cells].map((cell) => cell.localName + cell.textContent).join())`)).toEqual(['th窗口,th时间', 'td社会保障,td9:00—17:00', 'td医疗保险,td9:00—12:00']);
      expect(await view(`[...root.querySelectorAll('.body a')].map((one) => one.textContent + ' ' + one.getAttribute('href').replace(location.origin, ''))`)).toEqual(['点这里看地图 #', '办公时间表.pdf /files/table.pdf']);
      expect(await view(`[...root.querySelectorAll('.right')].map((one) => one.textContent)`)).toEqual(['砚溪县行政服务局', '2026年3月5日']);
      expect(await view(`root.querySelector('article').textContent`)).not.toMatch(/浏览次数|打印】|相关阅读|版权所有|飘窗|首页/);
      expect(await view(`root.querySelector('article').lang`)).toBe('zh-CN');
      expect(await view(`[...root.querySelectorAll('.body p')].every((one) => one.textContent === one.textContent.trim())`)).toBe(true);
    });

    it('draws the picture from the page, and asks for none again', async () => {
      const { page, site } = bench;
      site.forget();
      await set(page, { view: 'article' });
      expect(await view(`(() => { const one = root.querySelector('canvas'); return [one.getAttribute('role'), one.getAttribute('aria-label'), one.width, one.height, [...one.getContext('2d').getImageData(5, 5, 1, 1).data]]; })()`)).toEqual(
        ['img', '服务中心外景', 320, 200, [20, 90, 160, 255]],
      );
      expect(site.requests.filter((path) => path.startsWith('/made/'))).toEqual([]);
    });

    it('hides the page from eye, keyboard, pointer and screen reader', async () => {
      const { page } = bench;
      await set(page, { view: 'article' });
      const shown = await evaluate<string[]>(`[...document.querySelectorAll('body *')].filter((one) => !one.closest('[data-mingdu]') && one.checkVisibility({ visibilityProperty: true })).map((one) => one.localName)`);
      expect(shown).toEqual([]);
      const reached: string[] = [];
      // From the title back to the first button, then on to the end; further there are only the browser's own controls.
      const reach = async (...keys: ('Tab' | 'Shift')[]) => {
        if (keys.includes('Shift')) await page.keyboard.down('Shift');
        await page.keyboard.press('Tab');
        if (keys.includes('Shift')) await page.keyboard.up('Shift');
        reached.push(await focused());
      };
      for (let at = 0; at < 3; at += 1) await reach('Shift', 'Tab');
      for (let at = 0; at < 12; at += 1) await reach('Tab');
      expect(reached).toEqual(expect.arrayContaining(['打印这一篇（大字）', '办公时间表.pdf']));
      expect(reached.join()).not.toMatch(/field|政务公开|飘窗|影子里|里面的按钮|首页/);
    });

    it('a link that is a script of the page runs it; a heading in the contents has the focus when pressed', async () => {
      await set(bench.page, { view: 'article' });
      await press('点这里看地图');
      expect(await evaluate('pressed')).toBe(1);
      await press('二、办理地点');
      expect(await focused()).toBe('二、办理地点');
      expect(await evaluate('location.hash')).toBe('');
    });

    it('comes back to the same place, with the same focus and selection, by 返回原网页 and by Escape', async () => {
      const { page } = bench;
      await evaluate(`document.getElementById('field').focus({ preventScroll: true }), scrollTo(0, 300)`);
      await takePageSnapshot(page);
      for (const leave of [() => press('返回原网页'), () => page.keyboard.press('Escape')]) {
        await set(page, { view: 'article' });
        expect(await focused()).toBe('关于调整便民服务中心办公时间的通知');
        await evaluate(`${VIEW}.scrollTop = 500`);
        await leave();
        await untilDown();
        expect((await ask<Record<string, unknown>>(page, 'get()'))['view']).toBe('page');
        expect(await focused()).toBe('field');
        expect(await evaluate('scrollY')).toBe(300);
      }
      await closeAndForget(page);
      expect(await pageDifferences(page)).toEqual([]);
    });

    it('lies beneath the toolbar, and the panel goes when it is chosen there', async () => {
      const { page } = bench;
      await ask(page, 'open()');
      await set(page, {});
      const more = `${TOOLBARS}[0]?.querySelector('[data-item="more"]')`;
      await until(async () => Boolean(await evaluate(`Boolean(${more})`)));
      await evaluate(`(${more}).focus()`);
      await until(async () => (await focused()).includes('更多'));
      await page.keyboard.press('Enter');
      const option = `${TOOLBARS}[0].querySelector('[data-setting="view"] [role="radio"]:last-child')`;
      await until(async () => Boolean(await evaluate(`Boolean(${option})`)));
      await evaluate(`(${option}).focus()`);
      await page.keyboard.press('Enter');
      await until(isUp);
      await until(async () => (await focused()) === '关于调整便民服务中心办公时间的通知');
      expect(await evaluate(`Boolean(${option})`)).toBe(false);
      const bar = await evaluate<number>(`${TOOLBARS}[0].querySelector('[role="toolbar"]').getBoundingClientRect().bottom`);
      expect(bar).toBeGreaterThan(60);
      expect(await evaluate<number>(`${VIEW}.getBoundingClientRect().top`)).toBeGreaterThanOrEqual(Math.floor(bar));
      await page.keyboard.press('Escape');
      await untilDown();
      expect(await focused()).toContain('更多');
      expect(await evaluate(`${TOOLBARS}.length`)).toBe(1);
    });

    it('every aid works inside', async () => {
      const { page } = bench;
      await set(page, { view: 'article' });
      const size = () => view<number>(`parseFloat(getComputedStyle(root.querySelector('.body p')).fontSize)`);
      const before = await size();
      await set(page, { textSize: 200, spacing: 'wider', contrast: 'yellow-on-black', pinyin: 'all', focus: 'strong', readingLine: 'line', lens: true, image: true });
      expect((await size()) / before).toBeCloseTo(2, 1);
      expect(await view(`getComputedStyle(root.querySelector('.body p')).color`)).toBe('rgb(255, 255, 0)');
      expect(await view(`getComputedStyle(root.querySelector('.paper')).backgroundColor`)).toBe('rgb(0, 0, 0)');
      expect(await view<number>(`parseFloat(getComputedStyle(root.querySelector('.body p')).letterSpacing)`)).toBeGreaterThan(0);
      expect(await view<number>(`root.querySelectorAll('h1 rt[data-py]').length`)).toBe(17);
      expect(await view<number>(`root.querySelectorAll('h1 mingdu-text').length`)).toBe(1);
      // Below the window too, once it is there.
      await evaluate(`${VIEW}.scrollTop = 1e6`);
      await ask(page, 'settled()');
      expect(await view<number>(`[...root.querySelectorAll('.right')].at(-1).querySelectorAll('rt').length`)).toBe(3);
      const box = await view<{ right: number; y: number; height: number }>(`[...root.querySelectorAll('.right')].at(0).getBoundingClientRect().toJSON()`);
      await page.mouse.move(box.right - 60, box.y + box.height / 2);
      await page.mouse.move(box.right - 50, box.y + box.height / 2);
      await frames(page, 4);
      const lens = `[...document.querySelectorAll('[data-mingdu]')].flatMap((host) => host.shadowRoot ? [...host.shadowRoot.querySelectorAll('.layer')].map((one) => [...(one.shadowRoot?.querySelectorAll('.line span[data-t]') ?? [])].map((part) => part.dataset.t).join('')) : []).join()`;
      await until(async () => (await evaluate<string>(lens)).replace(/\s/g, '').includes('砚溪县行政服务局'));
      await set(page, { textSize: 100, spacing: 'page', contrast: 'off', pinyin: 'off', readingLine: 'off', lens: false, image: false, focus: 'page' });
      expect(await size()).toBe(before);
      expect(await view<number>(`root.querySelectorAll('rt, mingdu-text').length`)).toBe(0);
    });

    it('prints the article alone, in large type', async () => {
      const { page } = bench;
      await evaluate('printed = 0; window.print = () => (printed += 1)');
      await set(page, { view: 'article' });
      await press('打印这一篇');
      expect(await evaluate('printed')).toBe(1);
      if (name !== 'chromium') return;
      await page.emulateMediaType('print');
      expect(await evaluate(`[...document.body.children].filter((one) => getComputedStyle(one).display !== 'none').map((one) => one.dataset.mingdu)`)).toEqual(['article']);
      expect(await view(`[getComputedStyle(root.host).position, getComputedStyle(root.querySelector('.paper')).fontSize, getComputedStyle(root.querySelector('header')).display]`)).toEqual(['static', '24px', 'none']);
      expect(await evaluate<number>(`document.documentElement.scrollHeight`)).toBeLessThan(5000);
      await page.emulateMediaType(undefined);
    });

    it('stays usable when the page opens a modal dialog, and when it throws our element out', async () => {
      const { page } = bench;
      await set(page, { view: 'article' });
      await evaluate(`${VIEW}.scrollTop = 200; document.getElementById('box').showModal()`);
      await until(() => evaluate<boolean>(`${VIEW}.parentNode.id === 'box'`));
      expect(await evaluate(`${VIEW}.scrollTop`)).toBe(200);
      expect(await evaluate(`${VIEW}.shadowRoot.elementFromPoint(640, 400) !== null`)).toBe(true);
      await press('返回原网页');
      await untilDown();
      expect(await evaluate(`document.getElementById('box').childElementCount`)).toBe(2);
      await set(page, { view: 'article' });
      await evaluate(`document.getElementById('box').close()`);
      await until(() => evaluate<boolean>(`${VIEW}.parentNode === document.body`));
      await evaluate(`${VIEW}.remove()`);
      await until(isUp);
    });

    it('follows a page that writes its article anew, and keeps the reader where nothing changed', async () => {
      const { page } = bench;
      await set(page, { view: 'article', pinyin: 'all' });
      await evaluate(`${VIEW}.scrollTop = 300; kept = ${VIEW}.shadowRoot.querySelector('.body h2'); document.querySelector('#text').insertAdjacentHTML('beforeend', '<p>另外，本通知自发布之日起施行，请各乡镇认真抓好落实。</p>')`);
      await until(async () => (await view<string>(`root.querySelector('.body').textContent`)).includes('本通知自发布之日起施行'));
      expect(await evaluate(`kept === ${VIEW}.shadowRoot.querySelector('.body h2') && ${VIEW}.scrollTop`)).toBe(300);
      // As a router does: another article in the same place.
      await evaluate(`document.title = '关于春季绿化的公告'; document.querySelector('#title').textContent = '关于春季绿化的公告'; document.querySelector('#text').innerHTML = '<p>${'县林业局决定在三月开展义务植树活动，请大家踊跃参加。'.repeat(4)}</p>'`);
      await until(async () => (await view<string>(`root.querySelector('h1').textContent`)) === '关于春季绿化的公告');
      expect(await evaluate(`${VIEW}.scrollTop`)).toBe(0);
    });

    it('remembered, it comes by itself on the next page and takes no focus; axe finds nothing, in any scheme', async () => {
      const { page, site } = bench;
      await set(page, { view: 'article' });
      // Nothing is asked of the page meanwhile: for Chromium that would be a press.
      await page.goto(`${site.origin}/notice/`, { waitUntil: 'load' });
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await until(isUp);
      expect(await focused()).not.toContain('通知');
      for (const contrast of ['off', ...SCHEMES]) {
        await set(page, { contrast });
        expect(await axeFindings(page, ['.paper']), contrast).toEqual([]);
      }
    });
  });

  it('reading aloud reads the article there, in view, and Escape stops it before it leaves', async () => {
    const { page } = bench;
    await open('/speaking/');
    await set(page, { view: 'article', textSize: 200, pinyin: 'all' });
    await ask(page, 'speech.play()');
    await page.waitForFunction(`Mingdu.speech.state === 'idle' && shown.length > 3`, { timeout: 60_000, polling: 50 });
    const shown = await evaluate<{ text: string; painted: string; isInView: boolean }[]>('shown');
    const squeeze = (text: string) => text.replace(/\s+/g, '');
    const words = squeeze(shown.map(({ text }) => text).join(''));
    expect(words).toMatch(/^关于调整便民服务中心办公时间的通知/);
    expect(words).toContain('一、办公时间');
    expect(words).toMatch(/砚溪县行政服务局2026年3月5日$/);
    expect(words).not.toMatch(/返回原网页|打印这一篇|目录|相关阅读|首页/);
    expect(words.split('二、办理地点')).toHaveLength(2);
    expect(shown.filter(({ text, painted }) => squeeze(text) !== squeeze(painted) && !text.startsWith('表格')).map(({ text }) => text)).toEqual([]);
    expect(shown.filter(({ text, isInView }) => !isInView && !text.startsWith('表格')).map(({ text }) => text)).toEqual([]);
    expect(await evaluate('scrollY')).toBe(0);
    await view(`root.querySelector('h1').focus()`);
    await ask(page, 'speech.play()');
    await until(() => evaluate<boolean>(`Mingdu.speech.state === 'speaking'`));
    await page.keyboard.press('Escape');
    expect(await ask(page, 'speech.state')).toBe('paused');
    expect(await isUp()).toBe(true);
    await page.keyboard.press('Escape');
    await untilDown();
    await ask(page, 'speech.stop()');
    await closeAndForget(page);
  });

  it('works in GBK, and under a strict policy with Trusted Types', async () => {
    const { page } = bench;
    for (const path of ['/gbk/', '/strict/']) {
      await open(path);
      await evaluate(`violations = []; document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + ' ' + event.sourceFile + event.blockedURI))`);
      await takePageSnapshot(page);
      await set(page, { view: 'article', textSize: 150 });
      expect(await view(`root.querySelector('h1').textContent`), path).toBe('关于调整便民服务中心办公时间的通知');
      expect(await view(`getComputedStyle(root.querySelector('.paper')).fontSize`), path).not.toBe('16px');
      await closeAndForget(page);
      expect(await evaluate('violations'), path).toEqual([]);
      expect(await pageDifferences(page), path).toEqual([]);
    }
  });

  it('where there is no article it offers the zones in large blocks, and a press goes there', async () => {
    const { page } = bench;
    await open('/list.html');
    await set(page, { view: 'article' });
    const names = await view<string[]>(`[...root.querySelectorAll('.zones b')].map((one) => one.textContent)`);
    expect(names).toEqual(expect.arrayContaining(['导航区', '交互区', '列表区']));
    expect(await view<number>(`Math.min(...[...root.querySelectorAll('.zones button')].map((one) => one.getBoundingClientRect().height))`)).toBeGreaterThanOrEqual(60);
    expect(await view<string>(`[...root.querySelectorAll('.zones button')].find((one) => one.textContent.includes('列表区')).textContent`)).toMatch(/\d+ 条/);
    expect(await axeFindings(page, ['.paper'])).toEqual([]);
    await press('列表区');
    await untilDown();
    expect(await evaluate(`document.activeElement.matches('a') && document.activeElement.closest('ul, ol, tbody') !== null`)).toBe(true);
    expect(await evaluate<number>('document.activeElement.getBoundingClientRect().top')).toBeLessThan(700);
    await closeAndForget(page);
  });

  it('an old page without headings has its title from what is written larger', async () => {
    const { page } = bench;
    await open('/legacy.html');
    await set(page, { view: 'article' });
    expect(await view(`root.querySelector('h1').textContent`)).toMatch(/通知$/);
    await closeAndForget(page);
  });

  it('says one sentence where there is neither', async () => {
    const { page } = bench;
    await open('/empty/');
    await evaluate(`problems = []; document.addEventListener('mingdu:error', ({ detail }) => problems.push(detail.message))`);
    await set(page, { view: 'article' });
    expect(await evaluate('problems')).toEqual(['这一页找不到单独的正文，仍显示原网页。']);
    expect(await isUp()).toBe(false);
    await closeAndForget(page);
  });
});
