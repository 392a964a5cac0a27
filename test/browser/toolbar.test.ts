// The open toolbar in real browsers: what axe finds, every control by keyboard alone, Escape, sizes of targets, 退出.
// Its words, groups and states are in the unit tests.
import { afterEach, describe, expect, it } from 'vitest';
import { axeFindings } from '../support/axe';
import { BROWSERS } from '../support/browsers';
import { pageDifferences, stopPageTimers, takePageSnapshot } from '../../scripts/instrument/instrument';
import { TOOLBARS } from '../support/interface';
import { ask, closeAndForget, demoMounts, frames, set, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';

/** The toolbar's shadow root, kept under a name in the page. */
const TAKE_ROOT = `bar = ${TOOLBARS}[0], bar !== undefined`;
/** What a reader who uses the keyboard alone would be told of where the focus is. */
const FOCUS = `(() => { const at = bar.activeElement; return at === null ? document.activeElement?.id || document.activeElement?.localName : at.dataset.item ?? at.getAttribute('aria-label') ?? at.textContent; })()`;
const CONTROLS = `[...bar.querySelectorAll('button, a[href], input, select, [tabindex]')].filter((one) => one.checkVisibility ? one.checkVisibility() : one.offsetParent)`;
const settingsNow = `JSON.stringify(Mingdu.get())`;

const WINDOWS = [
  { name: 'wide', width: 1280, height: 800 },
  { name: 'phone', width: 360, height: 640 },
];

describe.each(BROWSERS)('the toolbar in %s', (name) => {
  const bench = useBrowser(name, [...demoMounts(), widgetMount()]);

  async function open(size: { width: number; height: number }, byKeyboard = false): Promise<void> {
    const { page, site } = bench;
    await page.setViewport({ width: size.width, height: size.height });
    await visit(page, `${site.origin}/article.html`);
    await stopPageTimers(page);
    await page.evaluate(`document.querySelector('[data-mingdu-open]').id = 'came'`);
    await takePageSnapshot(page);
    if (byKeyboard) {
      await page.evaluate(`came.focus({ preventScroll: true })`);
      await page.keyboard.press('Enter');
    } else await ask(page, 'open()');
    await page.waitForFunction(TAKE_ROOT);
    await ask(page, 'settled()');
  }
  const openPanel = async () => {
    await bench.page.evaluate(`bar.querySelector('[data-item=more]').click()`);
    await bench.page.waitForFunction(`bar.querySelector('#panel [data-setting]') !== null`);
    await ask(bench.page, 'settled()');
  };
  afterEach(() => closeAndForget(bench.page));

  describe.each(WINDOWS)('in a $name window', (size) => {
    it('axe finds nothing in the bar, nor in the panel', async () => {
      await open(size);
      expect(await axeFindings(bench.page)).toEqual([]);
      await openPanel();
      expect(await axeFindings(bench.page)).toEqual([]);
    });

    it('axe finds nothing under a dark scheme', async () => {
      await open(size);
      await bench.page.evaluate(`Mingdu.set({ contrast: 'yellow-on-black', textSize: 150 })`);
      await openPanel();
      expect(await axeFindings(bench.page)).toEqual([]);
    });

    it('every target is at least 44 px in both directions, in the window, and under no other', async () => {
      await open(size);
      const small = () =>
        bench.page.evaluate(`${CONTROLS}.filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < 43.5 || height < 43.5; }).map((one) => one.outerHTML.slice(0, 100))`);
      const astray = () =>
        bench.page.evaluate(`${CONTROLS}.filter((one) => one.closest('[role=toolbar]')).filter((one) => { const { left, right, top, bottom } = one.getBoundingClientRect(); const hit = bar.elementFromPoint((left + right) / 2, (top + bottom) / 2); return left < 0 || right > innerWidth || bottom > innerHeight || !(hit && one.contains(hit)); }).map((one) => one.outerHTML.slice(0, 100))`);
      expect(await small()).toEqual([]);
      expect(await astray()).toEqual([]);
      await openPanel();
      expect(await small()).toEqual([]);
    });

    it('opened by keyboard the focus is on the first control, and Escape leads back to where one came from', async () => {
      const { page } = bench;
      await open(size, true);
      await page.waitForFunction(`bar.activeElement !== null`);
      expect(await page.evaluate(`bar.activeElement === bar.querySelector('[role=toolbar] button')`)).toBe(true);
      await page.keyboard.press('Escape');
      expect(await page.evaluate(FOCUS)).toBe('came');
      expect(await page.evaluate(`bar.host.isConnected`)).toBe(true);
    });

    it('every control of the bar is reached by the arrow keys, and each end leads to the other', async () => {
      const { page } = bench;
      await open(size, true);
      await page.waitForFunction(`bar.activeElement !== null`);
      const all = (await page.evaluate(`${CONTROLS}.filter((one) => one.closest('[role=toolbar]')).map((one) => one.dataset.item)`)) as string[];
      const reached: unknown[] = [];
      for (const _each of all) {
        reached.push(await page.evaluate(FOCUS));
        await page.keyboard.press('ArrowRight');
      }
      expect(reached).toEqual(all);
      expect(await page.evaluate(FOCUS)).toBe(all[0]);
      await page.keyboard.press('End');
      expect(await page.evaluate(FOCUS)).toBe(all.at(-1));
      await page.keyboard.press('Home');
      expect(await page.evaluate(FOCUS)).toBe(all[0]);
    });

    it('every setting of the panel is reached and worked by keyboard alone', async () => {
      const { page } = bench;
      await open(size, true);
      await page.waitForFunction(`bar.activeElement !== null`);
      for (let left = 40; left > 0 && (await page.evaluate(FOCUS)) !== 'more'; left -= 1) await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.waitForFunction(`bar.querySelector('#panel [data-setting]') !== null`);
      const wanted = new Set((await page.evaluate(`[...bar.querySelectorAll('#panel [data-setting]')].map((one) => one.dataset.setting)`)) as string[]);
      expect([...wanted]).toEqual(expect.arrayContaining(['textSize', 'contrast', 'pinyin', 'readingLine', 'spacing', 'pointer']));
      // Those that take the panel's place are for later.
      for (const leaving of ['view', 'cursor']) expect(wanted.delete(leaving), leaving).toBe(true);
      const deaf: string[] = [];
      for (let left = 150; left > 0 && wanted.size > 0; left -= 1) {
        await page.keyboard.press('Tab');
        const setting = (await page.evaluate(`bar.activeElement?.closest('#panel [data-setting]')?.dataset.setting ?? ''`)) as string;
        if (!wanted.delete(setting)) continue;
        const before = await page.evaluate(settingsNow);
        // A choice moves by arrows and takes Enter or Space; of a stepper the first button may be at its end.
        const isChoice = await page.evaluate(`bar.activeElement.getAttribute('role') === 'radio'`);
        if (isChoice) await page.keyboard.press('ArrowRight');
        else if (await page.evaluate(`bar.activeElement.getAttribute('aria-disabled') === 'true'`)) await page.keyboard.press('Tab');
        await page.keyboard.press(isChoice ? ' ' : 'Enter');
        await ask(page, 'settled()');
        if ((await page.evaluate(settingsNow)) === before) deaf.push(setting);
      }
      expect([...wanted]).toEqual([]);
      expect(deaf).toEqual([]);
      const chooseLeaving = async (key: string, way: string) => {
        const at = `bar.activeElement?.closest('#panel [data-setting]')?.dataset.setting`;
        for (let left = 150; left > 0 && (await page.evaluate(at)) !== key; left -= 1) {
          if (way === 'back') await page.keyboard.down('Shift');
          await page.keyboard.press('Tab');
          if (way === 'back') await page.keyboard.up('Shift');
        }
        expect(await page.evaluate(at)).toBe(key);
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press(' ');
        await ask(page, 'settled()');
        expect(await page.evaluate(`bar.querySelector('#panel')`)).toBeNull();
      };
      // A larger toolbar beside the caption, which is on by now, makes way as a pill on a phone.
      await page.evaluate(`Mingdu.set({ toolbarSize: 'standard' })`);
      // 用键盘读 takes the panel's place, and the focus is where one reads.
      await chooseLeaving('cursor', 'back');
      expect(await page.evaluate(`Mingdu.get().cursor`)).toBe('on');
      await page.waitForFunction(`document.activeElement !== document.body && !document.activeElement.hasAttribute('data-mingdu')`);
      await set(page, { cursor: 'off' });
      await page.evaluate(`came.focus({ preventScroll: true }), bar.querySelector('[data-item=more]').focus()`);
      await page.keyboard.press('Enter');
      await page.waitForFunction(`bar.querySelector('#panel [data-setting]') !== null`);
      // So does 只看正文: Escape leads back from there as from the panel.
      await chooseLeaving('view', 'on');
      await page.waitForFunction(`document.activeElement?.dataset.mingdu === 'article'`);
      // One step a press: 指读, which is on by now, says the heading, and that pauses first.
      const state = await ask(page, 'speech.state');
      if (state === 'speaking') await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.waitForFunction(`${FOCUS} === 'more'`);
      await page.keyboard.press('Escape');
      expect(await page.evaluate(FOCUS)).toBe('came');
    });

    it('退出 by keyboard restores the page', async () => {
      const { page } = bench;
      await open(size, true);
      await page.waitForFunction(`bar.activeElement !== null`);
      await page.evaluate(`Mingdu.set({ textSize: 150, contrast: 'black-on-yellow', pinyin: 'all' })`);
      await page.evaluate(`leave = ${CONTROLS}.filter((one) => one.closest('[role=toolbar]')).map((one) => one.dataset.item).find((id) => bar.querySelector('[data-item="' + id + '"]').textContent.includes('退出'))`);
      for (let left = 40; left > 0 && !(await page.evaluate(`bar.activeElement?.textContent.includes('退出')`)); left -= 1) await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.waitForFunction(`!bar.host.isConnected`);
      await ask(page, 'settled()');
      const differences = await pageDifferences(page, { ignoreScroll: true });
      expect(await page.evaluate(`document.activeElement?.id`)).toBe('came');
      // The reader's focus was on the opener when it was pressed; before, it was nowhere.
      expect(differences.filter((one) => !one.startsWith('focus in the document'))).toEqual([]);
    });
  });

  it('in a middle-sized window, where buttons had to give way, 更多 is not made anew under the focus and opens', async () => {
    const { page } = bench;
    await open({ width: 768, height: 1024 }, true);
    await page.waitForFunction(`bar.activeElement !== null`);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(FOCUS)).toBe('more');
    await page.evaluate(`more = bar.activeElement`);
    await frames(page, 3);
    expect(await page.evaluate(`bar.activeElement === more`)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForFunction(`bar.querySelector('#panel') !== null`);
  });

  it('opened by pointer or by the page the focus stays where it was', async () => {
    const { page, site } = bench;
    await page.setViewport({ width: 1280, height: 800 });
    await visit(page, `${site.origin}/form.html`);
    await page.evaluate(`field = document.querySelector('main input'); field.id ||= 'field'; field.focus()`);
    await ask(page, 'open()');
    await page.waitForFunction(TAKE_ROOT);
    expect(await page.evaluate('document.activeElement === field && bar.activeElement === null')).toBe(true);
    await page.keyboard.type('1');
    expect(await page.evaluate(`field.value.endsWith('1')`)).toBe(true);
  });

  it('Escape in the page is left to the page', async () => {
    const { page } = bench;
    await open({ width: 1280, height: 800 });
    await page.evaluate(`escapes = []; document.addEventListener('keydown', (event) => escapes.push(event.key, event.defaultPrevented))`);
    await page.keyboard.press('Escape');
    expect(await page.evaluate('escapes')).toEqual(['Escape', false]);
    expect(await page.evaluate('bar.host.isConnected')).toBe(true);
  });

  it('keys pressed in the toolbar are not heard by the page', async () => {
    const { page } = bench;
    await open({ width: 1280, height: 800 }, true);
    await page.waitForFunction(`bar.activeElement !== null`);
    await page.evaluate(`keys = []; for (const type of ['keydown', 'keyup']) document.addEventListener(type, (event) => keys.push(event.key))`);
    for (const key of ['ArrowRight', 'j', 'Home'] as const) await page.keyboard.press(key);
    expect(await page.evaluate('keys')).toEqual([]);
  });
});
