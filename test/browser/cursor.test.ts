// 用键盘读 in real browsers: where the keys lead, real focus and its exact return, Escape, what is left to the page, and who follows.
// Where a key leads over blocks, without a browser: test/shared/features/cursor/.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { BADGE, LENT, MOUNTS, PAINTED, pressKeys } from '../support/cursor-page';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { rootWith } from '../support/interface';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { ask, closeAndForget, frames, set, visit } from '../support/product';
import { useBrowser } from '../support/use-browser';

describe.each(BROWSERS)('the reading cursor in %s', (name) => {
  const bench = useBrowser(name, []);
  expectNoOwnErrors(() => bench.page);
  const run = <T,>(expression: string) => bench.page.evaluate(expression) as Promise<T>;
  const press = (...keys: string[]) => pressKeys(bench.page, keys);
  const at = () => run<string>(PAINTED('cursor'));
  const focused = () => run<string>(`document.activeElement.id || document.activeElement.localName`);
  const badge = () => run<string>(`${BADGE}.textContent`);

  beforeEach(async () => {
    bench.site.mount(MOUNTS);
    await bench.page.setViewport({ width: 1280, height: 800 });
    await visit(bench.page, `${bench.site.origin}/`);
    await bench.page.waitForFunction(`document.querySelector('iframe').contentDocument?.getElementById('framed')`);
    await takePageSnapshot(bench.page);
  });
  afterEach(() => closeAndForget(bench.page));

  it('is entered at the article, with real focus, and goes by sentence, paragraph and heading', async () => {
    await set(bench.page, { cursor: 'on' });
    expect(await at()).toBe('关于做好农村道路养护补助工作的通知');
    expect(await focused()).toBe('h1');
    expect(await badge()).toMatch(/^第1段，共\d+段 · 标题$/);
    await press('ArrowRight');
    expect(await at()).toBe('第一段第一句讲的是补助标准和发放时间。');
    expect(await run(PAINTED('cursor-block'))).toContain('各镇政府和有关单位');
    expect(await focused()).toBe('one');
    expect(await run(LENT)).toEqual(['one']);
    await press('ArrowRight');
    expect(await at()).toBe('第一段第二句讲的是具体办法在哪里看。');
    await press('ArrowLeft', 'ArrowLeft');
    expect(await focused()).toBe('h1');
    // What only screen readers get is passed over.
    await press('ArrowDown', 'ArrowDown');
    expect(await at()).toBe('一、补助对象');
    await press('ArrowUp');
    expect(await focused()).toBe('one');
    await press('h');
    expect(await focused()).toBe('two');
    await press('Shift+H');
    expect(await focused()).toBe('h1');
    await press('ArrowUp');
    expect(await at()).toBe('首页栏目 办事指南');
    await press('Home');
    expect(await focused()).toBe('h1');
    expect(await badge()).toMatch(/^第1段/);
  });

  it('reaches components, frames, and the end of the article, which it scrolls into view', async () => {
    await set(bench.page, { cursor: 'on' });
    const seen: string[] = [];
    for (let count = 0; count < 30; count += 1) {
      seen.push(await at());
      await press('ArrowDown');
    }
    expect(new Set(seen.slice(0, 12)).size).toBe(12);
    expect(seen).toContain('组件里的一句话也要读得到才行。');
    expect(seen).toContain('框架里的一句话同样要读得到。');
    expect(seen.join()).not.toContain('看不见的');
    expect(await badge()).toContain('没有了');
    await press('Home', 'End');
    const box = await run<{ top: number; bottom: number }>(`document.querySelector('#far').getBoundingClientRect().toJSON()`);
    expect(box.top).toBeGreaterThan(0);
    expect(box.bottom).toBeLessThan(800);
    expect(await run(PAINTED('cursor-block'))).toContain('最后一段讲的是');
  });

  it('lends a tabindex and takes it back exactly when the focus leaves', async () => {
    await set(bench.page, { cursor: 'on' });
    await press('ArrowDown');
    expect(await run(LENT)).toEqual(['one']);
    await press('Tab');
    expect(await focused()).toBe('inside');
    expect(await run(LENT)).toEqual([]);
    // The cursor went along with the focus.
    expect(await at()).toBe('具体办法');
    await press('ArrowDown');
    expect(await focused()).toBe('two');
    await run(`document.activeElement.blur()`);
    expect(await run(LENT)).toEqual([]);
  });

  it('goes by link with the link itself focused, and Enter follows it', async () => {
    await set(bench.page, { cursor: 'on' });
    await press('l');
    expect([await focused(), await at()]).toEqual(['inside', '具体办法']);
    expect(await badge()).toContain('链接，按回车打开');
    expect(await run(LENT)).toEqual([]);
    await press('Enter');
    await bench.page.waitForFunction(`location.hash === '#rules'`);
    await press('Shift+L');
    expect(await at()).toBe('办事指南');
    expect(await run(`document.activeElement.hash`)).toBe('#nav2');
  });

  it('goes over the cells of a table of data, past merged ones in the same column, and out of it', async () => {
    await set(bench.page, { cursor: 'on' });
    await press('t');
    expect(await at()).toBe('地区');
    await press('ArrowRight');
    expect(await at()).toBe('标准');
    expect(await badge()).toContain('表格第1行第2列');
    await press('ArrowDown');
    expect(await at()).toBe('一百元');
    await press('ArrowDown', 'ArrowDown');
    expect(await at()).toBe('八十元');
    await press('ArrowLeft');
    expect(await at()).toBe('河西乡');
    await press('ArrowDown');
    expect(await at()).toBe('框架里的一句话同样要读得到。');
  });

  it('leaves fields, lists of choices, keys with Ctrl or Alt, and used keys to the page', async () => {
    await set(bench.page, { cursor: 'on' });
    await run(`window.left = []; addEventListener('keydown', (event) => setTimeout(() => left.push([event.key, event.defaultPrevented])))`);
    for (const id of ['name', 'pick', 'list']) {
      await run(`document.getElementById('${id}').focus()`);
      const before = await at();
      await press('ArrowDown', 'ArrowRight', 'Home', 'h', 'Enter');
      expect(await focused()).toBe(id);
      expect(await at()).toBe(before);
    }
    expect(await run(`document.getElementById('pick').value`)).not.toBe('');
    expect(await run(`document.getElementById('name').value`)).toContain('h');
    await run(`document.activeElement.blur()`);
    for (const key of ['Control', 'Alt'] as const) {
      await bench.page.keyboard.down(key);
      await press('t');
      await bench.page.keyboard.up(key);
    }
    await run(`document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true, isComposing: true }))`);
    await press('PageDown', ' ', 'j');
    await frames(bench.page);
    expect((await run<[string, boolean][]>('left')).filter(([, prevented]) => prevented)).toEqual([]);
    const before = await at();
    await run(`document.addEventListener('keydown', (event) => event.preventDefault(), { once: true })`);
    await press('ArrowDown');
    expect(await at()).toBe(before);
  });

  it('is not there before it is chosen, waits when it is remembered, and leaves the page byte for byte', async () => {
    await press('ArrowDown', 'h', 'Enter');
    expect(await at()).toBe('');
    await set(bench.page, { cursor: 'on', pinyin: 'all', contrast: 'yellow-on-black' });
    await press('ArrowDown', 'ArrowRight', 't', 'ArrowDown', 'l', 'Home');
    await run(`scrollTo(0, 0)`);
    await ask(bench.page, 'close()');
    expect((await pageDifferences(bench.page)).filter((one) => !/focus|scroll/i.test(one))).toEqual([]);
    expect(await run(LENT)).toEqual([]);
    // Opened anew with what is stored: nothing is focused before a key.
    await set(bench.page, { cursor: 'on' });
    await visit(bench.page, `${bench.site.origin}/`);
    await bench.page.waitForFunction(`${BADGE} && !${BADGE}.hidden`);
    await ask(bench.page, 'settled()');
    expect([await focused(), await at()]).toEqual(['body', '']);
    await press('ArrowDown');
    expect(await at()).toBe('关于做好农村道路养护补助工作的通知');
  });

  it('gives the focus back to a field without what is selected elsewhere', async () => {
    await run(`document.getElementById('name').focus()`);
    await run(`getSelection().setBaseAndExtent(document.getElementById('one').firstChild, 6, document.getElementById('one').firstChild, 2)`);
    await takePageSnapshot(bench.page);
    await set(bench.page, { cursor: 'on' });
    expect(await focused()).toBe('field');
    await set(bench.page, { cursor: 'off' });
    expect(await focused()).toBe('name');
    expect(await run('getSelection().toString()')).toBe('段第一句');
    await ask(bench.page, 'close()');
    expect(await pageDifferences(bench.page)).toEqual([]);
  });

  it('gives the focus back to a link that has lost its address, and sets no caret where nothing was selected', async () => {
    await run(`document.getElementById('name').focus()`);
    await run('getSelection().removeAllRanges()');
    await takePageSnapshot(bench.page);
    await set(bench.page, { cursor: 'on' });
    expect(await focused()).toBe('field');
    await ask(bench.page, 'close()');
    expect(await pageDifferences(bench.page)).toEqual([]);
    await run(`document.querySelector('a[href]').focus()`);
    await run(`document.activeElement.removeAttribute('href')`);
    await frames(bench.page, 3);
    // Browsers take the focus away themselves by then, or leave it there.
    await takePageSnapshot(bench.page);
    await set(bench.page, { cursor: 'on' });
    await ask(bench.page, 'close()');
    expect(await pageDifferences(bench.page)).toEqual([]);
  });

  it('takes the focus out of a frame again, where nothing had it', async () => {
    // Whatever holds the frame stays, and nothing else: it is loaded anew where it is moved.
    await run(`for (const one of document.body.querySelectorAll('*')) if (!one.matches('iframe') && !one.querySelector('iframe')) one.remove()`);
    const inFrame = () => run<string>(`document.querySelector('iframe').contentDocument.activeElement.id`);
    await takePageSnapshot(bench.page);
    await set(bench.page, { cursor: 'on' });
    expect([await focused(), await inFrame()]).toEqual(['iframe', 'framed']);
    await ask(bench.page, 'close()');
    expect([await focused(), await inFrame()]).toEqual(['body', '']);
    expect(await pageDifferences(bench.page)).toEqual([]);
  });

  it('ends by Escape, and stays when the page used that', async () => {
    await set(bench.page, { cursor: 'on' });
    await press('ArrowDown');
    await run(`addEventListener('keydown', (event) => event.preventDefault(), { once: true, capture: true })`);
    await press('Escape');
    await frames(bench.page, 4);
    expect(await run(`Mingdu.get().cursor`)).toBe('on');
    await press('Escape');
    await bench.page.waitForFunction(`Mingdu.get().cursor === 'off'`);
    await bench.page.waitForFunction(`!(${BADGE})`);
    expect([await at(), await run(LENT)]).toEqual(['', []]);
  });

  it('goes on from the nearest place when its block vanishes', async () => {
    await set(bench.page, { cursor: 'on' });
    await press('ArrowDown');
    await run(`document.getElementById('one').remove()`);
    await press('ArrowRight');
    expect(await at()).toBe('第二段第一句讲的是哪些人可以申请补助。');
  });

  it('reading line, lens and caption follow it; its place covers no text that it is about, and is said on demand alone', async () => {
    await set(bench.page, { cursor: 'on', readingLine: 'line', lens: true });
    await press('End');
    await bench.page.waitForFunction(`${rootWith('.lens')}?.querySelector('.lens .line')`);
    await bench.page.waitForFunction(`[...${rootWith('.lens')}.querySelectorAll('.lens span')].map((one) => one.getAttribute('data-t')).join('').length > 0`);
    await bench.page.waitForFunction(`(() => { const range = [...CSS.highlights.get('mingdu-cursor')][0].getBoundingClientRect(); const line = ${rootWith('.edge')}.querySelector('.edge').getBoundingClientRect(); return Math.abs(line.top - range.bottom) < 40; })()`);
    const covers = await run<boolean>(`(() => { const own = ${BADGE}.getBoundingClientRect(); return [...[...CSS.highlights.get('mingdu-cursor')][0].getClientRects()].some((box) => box.left < own.right && box.right > own.left && box.top < own.bottom && box.bottom > own.top); })()`);
    expect(covers).toBe(false);
    const said = `${rootWith('.said')}.querySelector('.said').textContent`;
    expect(await run(said)).toBe('');
    await press('d');
    await bench.page.waitForFunction(`${said} !== ''`);
    expect(await run(said)).toMatch(/^第\d+段，共\d+段/);
    expect(await run(`${BADGE}.getAttribute('aria-hidden')`)).toBe('true');
    expect(await run(`document.querySelector('[role="application"]')`)).toBeNull();
  });
});
