// Presets as the reader meets them: pressed and pressed back, over reloads and pages, changed, saved, with a broken store.
import { afterEach, describe, expect, it } from 'vitest';
import { axeFindings } from '../support/axe';
import { BROWSERS } from '../support/browsers';
import { IS_OPEN } from '../support/interface';
import { button, change, openPanel, PAGE, press, ROOT, SIZE, SMALL, status, STORED, until, untilPressed } from '../support/presets';
import { ask, closeAndForget, set, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';

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

  it('改 is opened, used and left by keyboard alone, and axe finds nothing in it', async () => {
    const { page } = bench;
    await visit(page, address());
    await set(page, { contrast: 'white-on-black' });
    await openPanel(page);
    await page.evaluate(`${button('拼音助读')}.focus()`);
    const focused = `(${ROOT}.activeElement?.getAttribute('aria-label') ?? ${ROOT}.activeElement?.textContent)`;
    const type = async (...keys: ('Tab' | 'Enter' | ' ' | 'Escape')[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await type('Tab', 'Enter', 'Tab');
    expect(await page.evaluate(focused)).toBe('照现在的样子改');
    expect(await axeFindings(page)).toEqual([]);
    await type('Escape');
    expect(await page.evaluate(focused)).toBe('改“拼音助读”');
    expect(await page.evaluate(`${button('改“拼音助读”')}.closest('details').open`)).toBe(false);
    await type(' ', 'Tab', 'Enter');
    await page.waitForFunction(`${STORED}.presets?.learner?.contrast === 'white-on-black'`);
    expect(await page.evaluate(focused)).toBe('改“拼音助读”');
    await type('Escape');
    expect(await page.evaluate(`!!${ROOT}.querySelector('#panel')`)).toBe(false);
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
});
