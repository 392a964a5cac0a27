// Bars of ours beside one another, in real browsers: toolbar, caption and player add up and take at most their part of the window, the page gives
// way and comes back, and while speech sounds a 停止 can be pressed. What the caption shows is in caption.test.ts.
import { afterEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { captionOf, pressInCaption, STOP_IN_VIEW } from '../support/caption';
import { HAND_SPEECH } from '../support/hand-speech';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { rootWith, TOOLBARS } from '../support/interface';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { ask, closeAndForget, frames, set, visit, widgetMount } from '../support/product';
import { TAG } from '../support/site';
import { useBrowser } from '../support/use-browser';

const PAGE = (more: string) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>通知</title><script>${HAND_SPEECH}</script>${TAG}
<style>body{margin:0;font-size:20px;line-height:2}#foot{position:fixed;left:0;right:0;bottom:0;height:40px;background:#cde;margin-bottom:3px}#head{position:fixed;left:0;right:0;top:0;height:30px;background:#dec}</style></head>
<body><div id="head">网页自己的顶栏</div><h1>关于办理相关事项的通知</h1><p><a href="#" data-mingdu-open>无障碍浏览</a> <button id="page">网页自己的按钮</button></p>
${Array.from({ length: 24 }, (_, at) => `<p>第${at}条规定，各单位应当认真办理相关事项并且按时报送材料。</p>`).join('')}
<p><input id="field" title="姓名"></p><p id="last">最后一段的文字在这里。</p>${more}</body></html>`;

const SIZES = [[1280, 800], [683, 384], [360, 640], [320, 256], [320, 180]] as const;
const BAND = rootWith('.band');
const bottomOf = (id: string) => `document.getElementById('${id}').getBoundingClientRect().bottom`;

describe.each(BROWSERS)('room for several bars in %s', (name) => {
  const bench = useBrowser(name, [
    widgetMount(),
    { at: '/room/', from: () => ({ body: PAGE('<div id="foot">网页自己的底栏</div>') }) },
    { at: '/app/', from: () => ({ body: PAGE('').replace('<style>', '<style>html,body{height:100vh;overflow:hidden}') }) },
  ]);
  expectNoOwnErrors(() => bench.page);
  afterEach(() => closeAndForget(bench.page));

  async function open([width, height]: readonly [number, number], path = 'room'): Promise<void> {
    const { page, site } = bench;
    await page.setViewport({ width, height });
    await visit(page, `${site.origin}/${path}/`);
    await page.mouse.click(2, 60);
    await page.evaluate('scrollTo(0, 0)');
  }
  const until = (condition: string) => bench.page.waitForFunction(condition, { timeout: 10_000, polling: 30 });
  async function speak(): Promise<void> {
    await ask(bench.page, 'speech.play()');
    await until('hand.isSounding');
    await ask(bench.page, 'settled()');
    await frames(bench.page, 3);
  }
  const barBox = () => bench.page.evaluate(`(() => { const bar = ${TOOLBARS}[0]?.querySelector('.toolbar'); if (!bar) return null; const { top, bottom, height } = bar.getBoundingClientRect(); return { top, bottom, height }; })()`) as Promise<{ top: number; bottom: number; height: number } | null>;

  describe.each(SIZES)('while speech sounds a 停止 can be pressed, at %i×%i', (...size) => {
    it.each([
      ['no toolbar', {}, false],
      ['no toolbar, caption on', { caption: true }, false],
      ['toolbar', {}, true],
      ['toolbar, caption on', { caption: true }, true],
      ['toolbar, caption at the top', { caption: true, captionPlace: 'top' }, true],
      ['toolbar, everything large', { caption: true, captionSize: 60, textSize: 200, contrast: 'yellow-on-black' }, true],
    ] as const)('%s: at once, and after scrolling, and after pressing in the page', async (_, settings, hasBar) => {
      const { page } = bench;
      await open(size);
      if (hasBar) await ask(page, 'open()');
      await set(page, settings);
      await speak();
      await until(STOP_IN_VIEW);
      await page.evaluate('scrollTo(0, 400)');
      await frames(page, 4);
      await until(STOP_IN_VIEW);
      await page.evaluate(`document.getElementById('page').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))`);
      await frames(page, 4);
      await until(STOP_IN_VIEW);
      await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
      await frames(page, 4);
      await until(STOP_IN_VIEW);
    });
  });

  it('while speech sounds a 停止 can be pressed with the toolbar folded, and in the sheet that covers it on a phone', async () => {
    const { page } = bench;
    await open([360, 640]);
    await ask(page, 'open()');
    await speak();
    await page.evaluate(`${TOOLBARS}[0].querySelector('[data-item=more]').click()`);
    await until(`${TOOLBARS}[0].querySelector('#panel [data-setting]') !== null`);
    await until(STOP_IN_VIEW);
    await page.evaluate(`[...${TOOLBARS}[0].querySelectorAll('.act')].find((one) => one.textContent.includes('收起工具栏')).click()`);
    await until(`${TOOLBARS}[0].querySelector('.pill') !== null`);
    await until(STOP_IN_VIEW);
    expect(await page.evaluate(`${TOOLBARS}[0].querySelector('.pill').textContent`)).toContain('停止');
    expect(await page.evaluate(`${BAND} === undefined`)).toBe(true);
  });

  it('the player alone comes with the first sound and goes with the last, leaves clicks beside it to the page, and is worked by keyboard', async () => {
    const { page } = bench;
    await open([1280, 800]);
    await set(page, { speech: 'point' });
    expect(await captionOf(page)).toBeNull();
    await set(page, { speech: 'off' });
    await speak();
    const shown = await captionOf(page);
    expect(shown?.buttons).toEqual(['上一句', '暂停', '下一句', '停止']);
    await page.evaluate(`clicks = 0; document.addEventListener('click', () => (clicks += 1))`);
    await page.mouse.click(100, 780);
    expect(await page.evaluate('clicks')).toBe(1);
    await page.evaluate(`field.focus({ preventScroll: true })`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`${BAND}.activeElement?.textContent`)).toBe('暂停');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await until(`Mingdu.speech.state === 'idle' && ${BAND} === undefined`);
    expect(await page.evaluate('document.activeElement.id')).toBe('field');
    expect(await page.evaluate(`${bottomOf('foot')}`)).toBe(797);
  });

  it.each([[360, 640], [320, 568], [1280, 800]] as const)('who is away finds the way back in a player that is whole (%i×%i)', async (width, height) => {
    const { page } = bench;
    await open([width, height]);
    await speak();
    await page.evaluate(`document.dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaY: 400 })); scrollTo({ top: 900, behavior: 'instant' })`);
    await until(`[...(${BAND}?.querySelectorAll('button') ?? [])].some((one) => one.textContent === '回到朗读处')`);
    expect(await page.evaluate(`[...${BAND}.querySelectorAll('button')].filter((one) => { const { left, right, height } = one.getBoundingClientRect(); return left < 0 || right > innerWidth || height < 44 || one.scrollWidth > one.clientWidth; }).map((one) => one.textContent)`)).toEqual([]);
    await page.evaluate(`[...${BAND}.querySelectorAll('button')].find((one) => one.textContent === '回到朗读处').click()`);
    await until(`![...(${BAND}?.querySelectorAll('button') ?? [])].some((one) => one.textContent === '回到朗读处')`);
  });

  it('in 指读 the player stays between two sentences, and can be put away; the toolbar, which has a 停止, takes its place', async () => {
    const { page } = bench;
    await open([1280, 800]);
    await set(page, { speech: 'point' });
    const [x = 0, y = 0] = (await page.evaluate(`(() => { const { left, top } = document.querySelectorAll('p')[3].getBoundingClientRect(); return [left + 60, top + 20]; })()`)) as number[];
    await page.mouse.move(x - 5, y);
    await page.mouse.move(x, y);
    await until('hand.isSounding');
    await until(STOP_IN_VIEW);
    const height = await page.evaluate('document.documentElement.scrollHeight');
    await page.evaluate('hand.end()');
    await until(`Mingdu.speech.state === 'idle'`);
    await frames(page);
    expect((await captionOf(page))?.buttons).toEqual(['从这里读起', '不用了']);
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBe(height);
    await pressInCaption(page, '不用了');
    await until(`${BAND} === undefined`);
    await page.mouse.move(x, y + 40);
    await until(STOP_IN_VIEW);
    await ask(page, 'open()');
    await until(`${BAND} === undefined`);
    await until(STOP_IN_VIEW);
  });

  it('a caption that comes over the sentence that is spoken has the page scroll it clear', async () => {
    const { page } = bench;
    await open([1280, 800]);
    await speak();
    const line = `[...CSS.highlights.get('mingdu-speech')][0].getBoundingClientRect()`;
    for (let left = 20; left > 0 && Number(await page.evaluate(`${line}.bottom`)) < 640; left -= 1) {
      await ask(page, 'speech.next()');
      await frames(page, 2);
    }
    expect(await page.evaluate(`${line}.bottom`)).toBeGreaterThan(600);
    await set(page, { caption: true });
    await until(`${line}.bottom <= ${BAND}?.querySelector('.band').getBoundingClientRect().top`);
  });

  it.each(SIZES)('at %i×%i bar and caption lie beside one another and take at most 35 % of the height', async (...size) => {
    const { page } = bench;
    await open(size);
    await ask(page, 'open()');
    await set(page, { caption: true });
    await speak();
    await frames(page, 4);
    const caption = await captionOf(page);
    const bar = await barBox();
    if (!caption) throw new Error('There is no caption');
    expect(caption.box.bottom - caption.box.top + (bar?.height ?? 0)).toBeLessThanOrEqual(size[1] * 0.35 + 1);
    if (bar) expect(Math.min(caption.box.bottom, bar.bottom) - Math.max(caption.box.top, bar.top)).toBeLessThanOrEqual(1);
    expect(caption.box.left).toBeGreaterThanOrEqual(0);
    expect(caption.box.right).toBeLessThanOrEqual(size[0]);
    expect(caption.fontPx).toBeGreaterThanOrEqual(32);
    // The pill, where the bar has become one, lies over no part of the band.
    const pill = (await page.evaluate(`(() => { const { top, bottom } = ${TOOLBARS}[0].querySelector('.pill')?.getBoundingClientRect() ?? { top: -1, bottom: -1 }; return [top, bottom]; })()`)) as [number, number];
    expect(Math.min(pill[1], caption.box.bottom) - Math.max(pill[0], caption.box.top)).toBeLessThanOrEqual(0);
  });

  it.each([[1280, 800], [360, 640]] as const)('the page gives way: its own bars, the last line, the focus; and all comes back (%i×%i)', async (...size) => {
    const { page } = bench;
    await open(size);
    await page.evaluate(`field.focus({ preventScroll: true })`);
    await takePageSnapshot(page);
    await page.evaluate(`scrollTo(0, document.documentElement.scrollHeight)`);
    const footWas = await page.evaluate(bottomOf('foot'));
    await ask(page, 'open()');
    await set(page, { caption: true });
    await ask(page, 'settled()');
    const band = (await captionOf(page))?.box ?? { top: 0, bottom: 0 };
    await until(`${bottomOf('foot')} <= ${band.top}`);
    // With its own margin, right on the band.
    expect(band.top - Number(await page.evaluate(bottomOf('foot')))).toBeLessThan(5);
    const bar = await barBox();
    expect(await page.evaluate(`document.getElementById('head').getBoundingClientRect().top`)).toBe(size[0] > 600 ? Math.ceil(bar?.bottom ?? 0) : 0);
    // A focus that the caption came over was scrolled clear of it.
    expect(await page.evaluate(bottomOf('field'))).toBeLessThanOrEqual(band.top);
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await frames(page);
    expect(await page.evaluate(bottomOf('last'))).toBeLessThanOrEqual(band.top);
    await set(page, { caption: false });
    await ask(page, 'settled()');
    // The bar alone: the foot stands on it, or where it was.
    const barNow = await barBox();
    await until(`Math.abs(${bottomOf('foot')} - ${Number(footWas) - (size[0] > 600 ? 0 : Math.ceil(barNow?.height ?? 0))}) <= 1`);
    await set(page, { caption: true });
    await ask(page, 'close()');
    expect(await page.evaluate(bottomOf('foot'))).toBe(footWas);
    expect(await pageDifferences(page, { ignoreScroll: true })).toEqual([]);
  });

  it('a page of one window that does not scroll is not pushed out of it; the caption takes as little as it can', async () => {
    const { page } = bench;
    await open([1280, 800], 'app');
    await ask(page, 'open()');
    await set(page, { caption: true });
    await ask(page, 'settled()');
    expect((await captionOf(page))?.form).toBe('line');
    expect(await page.evaluate(`getComputedStyle(document.documentElement).paddingBottom`)).toBe('0px');
  });

  it('with a soft keyboard up nothing stays but the way to silence, above the keyboard', async () => {
    const { page } = bench;
    await open([360, 640]);
    await set(page, { caption: true });
    await speak();
    await page.evaluate(`Object.defineProperty(visualViewport, 'height', { get: () => 300, configurable: true }); visualViewport.dispatchEvent(new Event('resize'))`);
    await frames(page, 3);
    const shown = await captionOf(page);
    expect(shown?.buttons).toEqual(['暂停', '停止']);
    expect(shown?.rows).toEqual([]);
    expect(shown?.box.bottom).toBe(300);
    await until(STOP_IN_VIEW);
    await pressInCaption(page, '停止');
    await until(`Mingdu.speech.state === 'idle' && ${BAND} === undefined`);
    await page.evaluate(`delete visualViewport.height; visualViewport.dispatchEvent(new Event('resize'))`);
    await until(`${BAND} !== undefined`);
  });
});
