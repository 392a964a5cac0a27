// 改读音 for who does not see it, or has no pointer: what axe finds, what is announced, languages, Tab. How it works is in readings.test.ts.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings } from '../support/axe';
import { BROWSERS } from '../support/browsers';
import { closeAndForget, frames, set, visit, widgetMount } from '../support/product';
import { createReadingsPanel } from '../support/readings-panel';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { useBrowser } from '../support/use-browser';

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>改读音</title><script async src="/mingdu/mingdu.js"></script></head><body>
<p id="second">办事的效率很高，还要继续率先。</p>
<p id="third">谢谢大家。</p>
</body></html>`;

describe.each(BROWSERS)('the panel of readings in %s', (name) => {
  const bench = useBrowser(name, [widgetMount(), { at: '/py/', from: () => ({ body: PAGE }) }]);
  const { read, isOpen, open, sentence, told, click } = createReadingsPanel(() => bench.page);
  expectNoOwnErrors(() => bench.page);

  beforeEach(async () => {
    await visit(bench.page, `${bench.site.origin}/py/`);
  });
  afterEach(async () => {
    await closeAndForget(bench.page);
  });

  it.each([['light', 'off'], ['dark', 'yellow-on-black']])('axe finds nothing in the panel with a character chosen, on %s ground', async (_, contrast) => {
    const { page } = bench;
    await page.evaluate(`localStorage.mingdu = JSON.stringify({ ...JSON.parse(localStorage.mingdu ?? '{}'), readings: { 效率: 'xiào lǜ' } })`);
    await page.reload();
    await page.waitForFunction(`typeof Mingdu === 'object'`);
    await set(page, { pinyin: 'all', contrast });
    await page.evaluate(`getSelection().selectAllChildren(second)`);
    await open();
    expect(await axeFindings(page, ['.interface', '.dialog'])).toEqual([]);
    await click('.character', 2);
    await read(`root.querySelector('input').focus()`);
    await page.keyboard.type('la');
    await frames(page);
    expect(await read(`root.querySelector('.detail') !== null && root.querySelectorAll('[role=radio]').length >= 5 && root.querySelector('.list') !== null`)).toBe(true);
    expect(await axeFindings(page, ['.interface', '.dialog'])).toEqual([]);
  });

  it('tells screen readers: regions that are there before their words, the same words anew, and what is open where', async () => {
    const { page } = bench;
    await set(page, { pinyin: 'all' });
    await page.evaluate(`getSelection().selectAllChildren(third)`);
    await open();
    const opened = () => read<string>(`[...root.querySelectorAll('.character')].map((one) => one.getAttribute('aria-expanded') + (root.getElementById(one.getAttribute('aria-controls'))?.className ?? '')).join(' ')`);
    expect(await opened()).toBe('false false false false');
    await click('.character', 1);
    expect(await opened()).toBe('false truedetail false false');
    // Empty now, and in the accessibility tree all the same.
    expect(await read(`[...root.querySelectorAll('[role=status]')].map((one) => one.textContent + getComputedStyle(one).display + getComputedStyle(one).visibility).join()`)).toBe('blockvisible,blockvisible');
    await read(`void root.querySelector('.head [role=status]').setAttribute('data-was', '')`);
    await click('.save');
    await read(`void root.querySelector('.head [role=status]').firstElementChild.setAttribute('data-was', '')`);
    await click('.save');
    expect(await told()).toBe('请先选一个读音，再按“改好了”。');
    expect(await read(`[...root.querySelectorAll('[data-was]')].map((one) => one.localName).join()`)).toBe('p');
  });

  it('marks the page\'s characters as Chinese, and no words of the interface', async () => {
    const { page } = bench;
    await set(page, { pinyin: 'all' });
    await open();
    const marked = await read<string[]>(`[...root.querySelectorAll('.dialog [lang]')].map((one) => one.textContent)`);
    expect(marked.join('')).toBe(await sentence());
    expect(await read(`root.querySelector('.dialog').parentElement.lang`)).toBe('zh-CN');
  });

  it('lets Tab out at both ends', async () => {
    const { page } = bench;
    await set(page, { pinyin: 'all' });
    await open();
    const isInside = () => read<boolean>(`root.activeElement !== null`);
    const tab = async (back: boolean) => {
      if (back) await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      if (back) await page.keyboard.up('Shift');
      await frames(page);
    };
    for (const back of [false, true]) {
      await read(`void root.querySelector('.character[tabindex="0"]').focus()`);
      expect(await isInside()).toBe(true);
      for (let at = 0; at < 8 && (await isInside()); at += 1) await tab(back);
      expect(await isInside()).toBe(false);
    }
    expect(await isOpen()).toBe(true);
  });
});
