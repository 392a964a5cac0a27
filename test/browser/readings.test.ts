// 改读音: a reading corrected by keyboard alone, from the toolbar to the page and back, kept over a reload, taken back by 删除; by pointer and at
// the width of a phone; from a selection; under the strictest policy. What wins over what is tested in test/shared/readings.
import { beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { rootWith } from '../support/interface';
import { ask, closeAndForget, frames, ownErrors, recordErrors, set, visit, widgetMount } from '../support/product';
import { createReadingsPanel } from '../support/readings-panel';
import { STRICT_POLICY } from '../support/strict-policy';
import { useBrowser } from '../support/use-browser';

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>改读音</title><script async src="/mingdu/mingdu.js"></script></head><body>
<p><a id="opener" href="#" data-mingdu-open>无障碍浏览</a></p>
<p id="first">今年他们率先完成了任务。</p>
<p id="second">办事的效率很高，还要继续率先。</p>
<p id="third">谢谢大家。</p>
</body></html>`;

describe.each(BROWSERS)('readings corrected in %s', (name) => {
  const bench = useBrowser(name, [
    widgetMount(),
    { at: '/py/', from: () => ({ body: PAGE }) },
    { at: '/strict/', from: () => ({ body: PAGE }), headers: { 'content-security-policy': STRICT_POLICY } },
  ]);
  let errors: string[] | undefined;

  beforeEach(async () => {
    const { page, site } = bench;
    if (!errors) {
      errors = recordErrors(page);
      await page.evaluateOnNewDocument(() => document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => console.error(`mingdu: violation of ${violatedDirective}`)));
    }
    errors.length = 0;
    await page.setViewport({ width: 1280, height: 800 });
    await visit(page, `${site.origin}/py/`);
    await page.mouse.move(1200, 780);
    return async () => {
      expect(ownErrors(errors ?? [])).toEqual([]);
      await closeAndForget(page);
    };
  });

  const { read, isOpen, until, open, sentence, told, click } = createReadingsPanel(() => bench.page);
  /** Readings of a character in a paragraph, in order. */
  const readingsOf = (id: string, character: string) =>
    bench.page.evaluate(`[...document.querySelectorAll('#${id} rt')].filter((rt) => rt.previousSibling.data === '${character}').map((rt) => rt.dataset.py).join()`);
  /** Name or text of what has the focus, through shadow roots. */
  const focused = () =>
    bench.page.evaluate(`(() => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at?.id === 'opener' ? 'opener' : (at?.getAttribute('aria-label') ?? (at?.textContent.trim() || at?.localName)); })()`) as Promise<string>;
  const key = async (...keys: string[]) => {
    for (const one of keys) {
      const isBack = one === 'Shift+Tab';
      if (isBack) await bench.page.keyboard.down('Shift');
      await bench.page.keyboard.press(isBack ? 'Tab' : (one as 'Tab'));
      if (isBack) await bench.page.keyboard.up('Shift');
    }
    await frames(bench.page);
  };
  /** Presses a key until something has the focus. */
  async function reach(press: string, wanted: string | RegExp, most = 60): Promise<void> {
    const isThere = (now: string) => (typeof wanted === 'string' ? now === wanted : wanted.test(now));
    for (let at = 0; at < most && !isThere(await focused()); at += 1) await key(press);
    expect(await focused()).toMatch(wanted);
  }
  async function openByKeyboard(): Promise<void> {
    await bench.page.focus('#opener');
    await key('Enter');
    await until(async () => (await focused()) === '缩小');
    await reach('ArrowRight', '更多');
    await key('Enter');
    await until(async () => Boolean(await bench.page.evaluate(`${rootWith('#panel')} !== undefined`)));
    await reach('Tab', '改读音');
    await key('Enter');
    await until(isOpen);
  }

  it('by keyboard alone, from the toolbar to the changed reading; a reload keeps it, 删除 takes it back', async () => {
    const { page } = bench;
    await set(page, { pinyin: 'all' });
    const before = await readingsOf('first', '率');
    expect(before).toMatch(/^(shuài|lǜ)$/);
    const efficiency = await readingsOf('second', '率');
    await openByKeyboard();
    expect(await sentence()).toBe('无障碍浏览');
    await reach('Shift+Tab', '下一句', 4);
    await key('Enter');
    await until(async () => (await sentence()) === '今年他们率先完成了任务。');
    // One stop for all characters: Tab from the last button of the head leads to the one that stood last.
    await reach('Tab', /，读 /);
    await key('Home');
    expect(await focused()).toMatch(/^今，读 jīn/);
    await reach('ArrowRight', /^率，读 /);
    await key('Enter');
    expect(await read(`root.querySelector('.now').textContent`)).toContain(`“率”现在读 ${before}`);
    // Another reading than the present one, written: whatever the engine offers.
    await reach('Tab', 'input');
    await page.keyboard.type('lüe4');
    await frames(page);
    expect(await read(`root.querySelector('#typed-note').textContent`)).toBe('');
    await reach('Tab', '只在“率先”里');
    await key(' ');
    expect(await read(`[...root.querySelectorAll('[role=radiogroup]')].at(-1).textContent`)).toBe('只在“率先”里凡是“率”字');
    await reach('Tab', '改好了');
    await key('Enter');
    await until(async () => (await told()).startsWith('改好了：“率先”读 lüè xiān。'));
    expect(await focused()).toMatch(/^率，读 lüè，您改过/);
    await ask(page, 'settled()');
    expect(await readingsOf('first', '率')).toBe('lüè');
    expect(await readingsOf('second', '率')).toBe(`${String(efficiency).split(',')[0]},lüè`);
    expect(await page.evaluate(`JSON.parse(localStorage.mingdu).readings`)).toEqual({ 率先: 'lüè xiān' });

    await key('Escape');
    expect(await isOpen()).toBe(false);
    expect(await focused()).toBe('更多');
    await page.reload();
    await page.waitForFunction(`typeof Mingdu === 'object'`);
    await ask(page, 'settled()');
    await until(async () => (await readingsOf('first', '率')) === 'lüè');
    await openByKeyboard();
    await reach('Tab', '删除“率先”的读音');
    await key('Enter');
    await until(async () => (await told()) === '“率先”改回原来的读音了。');
    expect(await focused()).toMatch(/，读 /);
    await ask(page, 'settled()');
    expect([await readingsOf('first', '率'), await readingsOf('second', '率')]).toEqual([before, efficiency]);
    expect(await page.evaluate(`JSON.parse(localStorage.mingdu).readings`)).toEqual({});
  });

  it('everywhere: 凡是“率”字, and back by 改回原来的; a missing tone is asked for, what is no syllable named', async () => {
    const { page } = bench;
    await set(page, { pinyin: 'all' });
    const before = [await readingsOf('first', '率'), await readingsOf('second', '率')];
    await page.evaluate(`getSelection().selectAllChildren(second)`);
    await open();
    expect(await sentence()).toContain('办事的效率很高');
    const at = await read<number>(`[...root.querySelectorAll('.character')].findIndex((one) => one.querySelector('.han').textContent === '率')`);
    await click('.character', at);
    await click('.save');
    expect(await told()).toBe('请先选一个读音，再按“改好了”。');
    await read(`root.querySelector('input').focus()`);
    await page.keyboard.type('xyz');
    await frames(page);
    expect(await read(`root.querySelector('#typed-note').textContent`)).toContain('“xyz”不是');
    for (let back = 0; back < 3; back += 1) await page.keyboard.press('Backspace');
    await page.keyboard.type('la');
    await frames(page);
    expect(await read(`[...root.querySelectorAll('[role=radio]')].map((one) => one.textContent).join(' ')`)).toContain('lā lá lǎ là la（轻声）');
    await read(`[...root.querySelectorAll('[role=radio]')].find((one) => one.textContent === 'lǎ').click()`);
    await frames(page);
    await read(`[...root.querySelectorAll('[role=radio]')].find((one) => one.textContent === '凡是“率”字').click()`);
    await frames(page);
    await click('.save');
    await until(async () => (await told()).startsWith('改好了：“率”读 lǎ。'));
    await ask(page, 'settled()');
    expect([await readingsOf('first', '率'), await readingsOf('second', '率')]).toEqual(['lǎ', 'lǎ,lǎ']);
    await click('.character', at);
    await click('.acts button', 1);
    await until(async () => (await told()) === '“率”改回原来的读音了。');
    await ask(page, 'settled()');
    expect([await readingsOf('first', '率'), await readingsOf('second', '率')]).toEqual(before);
    // Enter in the field saves, and does not press the character to which the focus goes.
    await click('.character', at);
    await read(`root.querySelector('input').focus()`);
    await page.keyboard.type('la3');
    await frames(page);
    await page.keyboard.press('Enter');
    await until(async () => (await told()).startsWith('改好了：“'));
    await frames(page);
    expect(await told()).toContain('lǎ');
    expect(await read(`root.querySelector('.detail')`)).toBeNull();
  });

  it('shows the sentence on the page, one step at a time, and Escape closes one part a press', async () => {
    const { page } = bench;
    await set(page, { pinyin: 'all' });
    await page.evaluate(`getSelection().selectAllChildren(third); getSelection().collapseToStart(); getSelection().extend(third.querySelector('mingdu-text') ?? third, 1)`);
    await open();
    expect(await sentence()).toBe('谢谢大家。');
    const marked = () => page.evaluate(`[...CSS.highlights.get('mingdu-readings') ?? []].map((range) => String(range)).join('')`);
    expect(await marked()).toBe('谢谢大家。');
    expect(await read(`root.querySelectorAll('.head button')[1].getAttribute('aria-disabled')`)).toBe('true');
    await click('.head button', 0);
    await until(async () => String(await sentence()).includes('率先。'));
    await until(async () => String(await marked()).includes('率先。'));
    await read(`root.querySelector('.character').focus()`);
    await click('.character', 0);
    expect(await read(`root.querySelector('.detail') !== null`)).toBe(true);
    await key('Escape');
    expect([await isOpen(), await read(`root.querySelector('.detail') === null`)]).toEqual([true, true]);
    await key('Escape');
    expect([await isOpen(), await marked()]).toEqual([false, '']);
  });

  it('the command is offered while pinyin is on, and the panel goes with it', async () => {
    const { page } = bench;
    await set(page, { pinyin: 'all' });
    await open();
    await set(page, { pinyin: 'off' });
    expect(await isOpen()).toBe(false);
    const offered = () => page.evaluate(`${rootWith('#panel')}?.querySelector('#panel').textContent.includes('改读音') ?? null`);
    await page.evaluate(`${rootWith('[data-item=more]')}.querySelector('[data-item=more]').click()`);
    await until(async () => (await offered()) !== null);
    expect(await offered()).toBe(false);
    await set(page, { pinyin: 'rare' });
    expect(await offered()).toBe(true);
  });

  it.each([[1280, 800], [360, 640]])('at %i × %i everything is large enough, and nothing runs out of the panel', async (width, height) => {
    const { page } = bench;
    await page.setViewport({ width, height });
    await set(page, { pinyin: 'all' });
    await page.evaluate(`getSelection().selectAllChildren(second)`);
    await open();
    await click('.character', 2);
    const found = await read<{ small: string[]; tiny: string[]; over: boolean }>(`(() => {
      const all = [...root.querySelectorAll('.dialog *')];
      const small = all.filter((one) => one.matches('button, input')).filter((one) => { const box = one.getBoundingClientRect(); return box.width < 44 || box.height < 44; }).map((one) => one.textContent);
      const tiny = all.filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())).filter((one) => parseFloat(getComputedStyle(one).fontSize) < 18).map((one) => one.textContent + getComputedStyle(one).fontSize);
      const dialog = root.querySelector('.dialog');
      const box = dialog.getBoundingClientRect();
      return { small, tiny, over: dialog.scrollWidth > dialog.clientWidth || box.left < 0 || box.right > innerWidth || box.top < 0 || box.bottom > innerHeight };
    })()`);
    expect(found).toEqual({ small: [], tiny: [], over: false });
  });

  it('works under the strictest policy', async () => {
    const { page, site } = bench;
    await visit(page, `${site.origin}/strict/`);
    await set(page, { pinyin: 'all', toneColors: true });
    await open();
    await click('.character', 0);
    expect(await read(`getComputedStyle(root.querySelector('.dialog')).position`)).toBe('fixed');
    expect(await read(`root.querySelector('.detail') !== null`)).toBe(true);
  });
});
