// 大字幕 in real browsers, with a voice that the test leads by hand: what it shows, its readings, rows and sizes, the keyboard, axe, exit.
// How it shares the window with other bars, and that a 停止 is in view, is in caption-room.test.ts.
import { afterEach, describe, expect, it } from 'vitest';
import { axeFindings } from '../support/axe';
import { BROWSERS } from '../support/browsers';
import { captionOf, pressInCaption, type Shown } from '../support/caption';
import { HAND_SPEECH } from '../support/hand-speech';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { rootWith, TOOLBARS } from '../support/interface';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { ask, closeAndForget, frames, set, visit, widgetMount } from '../support/product';
import { TAG } from '../support/site';
import { useBrowser } from '../support/use-browser';

const LONG = '各级人民政府应当加强养老服务工作的领导，并且列入本级财政预算。';
const SENTENCES = ['现将有关事项通知如下，请认真贯彻执行。', LONG, '谢谢大家。'];
const HTML = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>关于居家养老服务的通知</title><script>${HAND_SPEECH}</script>${TAG}</head>
<body style="font-size:20px;line-height:2"><h1>关于居家养老服务的通知</h1><div id="body">${SENTENCES.map((text) => `<p>${text}</p>`).join('')}
${Array.from({ length: 20 }, (_, at) => `<p>第${at}条规定，各单位应当认真办理相关事项并且按时报送材料。</p>`).join('')}</div>
<p><a href="#" data-mingdu-open>无障碍浏览</a> <button id="ok">提交申请</button> <input id="name" title="姓名"><input id="secret" type="password" value="SECRET123" aria-label="口令"></p></body></html>`;

const BAND = rootWith('.band');

describe.each(BROWSERS)('the caption in %s', (name) => {
  const bench = useBrowser(name, [widgetMount(), { at: '/caption/', from: () => ({ body: HTML }) }]);
  expectNoOwnErrors(() => bench.page);
  afterEach(() => closeAndForget(bench.page));

  async function open(width = 1280, height = 800): Promise<void> {
    const { page, site } = bench;
    await page.setViewport({ width, height });
    await visit(page, `${site.origin}/caption/`);
    await page.mouse.click(5, 5);
  }
  async function until(fits: (shown: Shown) => boolean): Promise<Shown> {
    for (let left = 100; left > 0; left -= 1) {
      const shown = await captionOf(bench.page);
      if (shown && fits(shown)) return shown;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`never came: ${String(fits)}; it shows ${JSON.stringify(await captionOf(bench.page))}`);
  }
  const text = ({ rows }: Shown) => rows.join('');
  /** Has a word of the sentence sound; a long sentence is given to the voice in pieces. */
  async function sound(word: string): Promise<void> {
    const { page } = bench;
    for (let left = 3; left > 0 && !(await page.evaluate(`hand.text.includes('${word}')`)); left -= 1) {
      await page.evaluate(`was = hand.texts.length; hand.end()`);
      await page.waitForFunction('hand.texts.length > was');
    }
    await page.waitForFunction('hand.isSounding');
    await page.evaluate(`hand.word(hand.text.indexOf('${word}'), ${word.length})`);
  }
  /** Reads on until a sentence is given to the voice. */
  async function readTo(sentence: string): Promise<void> {
    const { page } = bench;
    await page.evaluate(`said = ''; document.addEventListener('mingdu:speech', ({ detail }) => (said = detail.text))`);
    await ask(page, 'speech.play()');
    const text = () => page.evaluate('said');
    for (let left = 5; left > 0 && (await text()) !== sentence; left -= 1) await ask(page, 'speech.next()');
    expect(await text()).toBe(sentence);
  }

  it('shows the sentence that is spoken, with its readings, and marks the word that sounds', async () => {
    await open();
    await set(bench.page, { caption: true });
    await readTo(SENTENCES[0] ?? '');
    const shown = await until((now) => text(now) === SENTENCES[0] && now.readings.some(Boolean));
    expect(shown.readings.filter(Boolean)).toEqual(['xiàn', 'jiāng', 'yǒu', 'guān', 'shì', 'xiàng', 'tōng', 'zhī', 'rú', 'xià', 'qǐng', 'rèn', 'zhēn', 'guàn', 'chè', 'zhí', 'xíng']);
    expect(shown.fontPx).toBe(38);
    await sound('通知');
    await until(({ now }) => now === '通知');
    await sound('认真');
    await until(({ now }) => now === '认真');
    const marked = await bench.page.evaluate(`(() => { const { backgroundColor, color } = getComputedStyle(${BAND}.querySelector('.now')); return [backgroundColor, color, getComputedStyle(${BAND}.querySelector('.now .reading')).color]; })()`);
    expect(marked).toEqual(['rgb(255, 212, 59)', 'rgb(20, 33, 61)', 'rgb(20, 33, 61)']);
    await bench.page.evaluate('hand.end()');
    await until((now) => LONG.startsWith(text(now)));
    // In silence no word sounds; the sentence stays.
    const before = text(await until(({ now }) => now !== ''));
    await ask(bench.page, 'speech.stop()');
    expect(text(await until(({ now }) => now === ''))).toBe(before);
  });

  it.each([[1280, 800], [768, 1024], [360, 640], [683, 384], [320, 256]])('turns a long sentence over with the word, at most two rows, none cut off (%i×%i)', async (width, height) => {
    await open(width, height);
    await set(bench.page, { caption: true });
    await readTo(LONG);
    const first = await until((now) => LONG.startsWith(text(now)) && now.readings.some(Boolean));
    const seen = new Set<string>();
    for (const word of ['各级', '应当', '加强', '服务', '领导', '列入', '财政']) {
      await sound(word);
      // A browser may know other words than the voice: then a row ends inside this one, or more than it is marked.
      const shown = await until(({ now }) => now !== '' && (word.startsWith(now) || now.includes(word)));
      seen.add(text(shown));
      expect(shown.rows.length).toBeLessThanOrEqual(2);
      expect(shown.tooLong).toEqual([]);
      expect(shown.fontPx).toBeGreaterThanOrEqual(32);
      expect(shown.box).toEqual(first.box);
    }
    // In a wide window both halves are seen at once.
    expect(seen.size).toBeGreaterThan(width > 700 ? 0 : 1);
    expect(seen.size).toBeLessThan(12);
  });

  it('while nothing is spoken it shows what is pointed at or focused, never what is in a field for passwords', async () => {
    const { page } = bench;
    await open();
    await set(page, { caption: true });
    const box = (await page.evaluate(`(() => { const range = document.createRange(); const node = document.querySelectorAll('p')[0].firstChild; range.setStart(node, 6); range.setEnd(node, 8); const { left, top, height } = range.getBoundingClientRect(); return [left + 8, top + height / 2]; })()`)) as [number, number];
    await page.mouse.move(box[0] - 20, box[1]);
    await page.mouse.move(box[0], box[1]);
    const shown = await until((now) => text(now) === SENTENCES[0] && now.now === '通知' && now.readings.some(Boolean));
    expect(shown.buttons).toContain('从这里读起');
    expect(shown.buttons).not.toContain('停止');
    // Over what says nothing it stays.
    await page.mouse.move(1200, 400);
    await page.evaluate(`document.getElementById('ok').focus()`);
    await until((now) => text(now) === '提交申请' && now.readings.join('') === 'tíjiāoshēnqǐng');
    await page.evaluate(`document.getElementById('secret').focus()`);
    await until((now) => text(now) === '口令');
  });

  it('has four sizes, by buttons, which are kept; its height is the same for every sentence', async () => {
    const { page } = bench;
    await open();
    await set(page, { caption: true });
    await readTo(LONG);
    const before = await until((now) => LONG.startsWith(text(now)));
    await pressInCaption(page, '字大');
    const larger = await until(({ fontPx }) => fontPx === 48);
    expect(larger.box.bottom - larger.box.top).toBeGreaterThan(before.box.bottom - before.box.top);
    expect(await ask(page, 'get()')).toMatchObject({ captionSize: 48 });
    await ask(page, 'speech.next()');
    const next = await until((now) => text(now).startsWith('谢谢'));
    expect(next.box).toEqual(larger.box);
    await pressInCaption(page, '字大');
    await until(({ fontPx }) => fontPx === 60);
    expect(await page.evaluate(`[...${BAND}.querySelectorAll('[aria-disabled]')].map((one) => one.textContent)`)).toEqual(['字大']);
    await page.reload();
    await page.waitForFunction(`typeof Mingdu === 'object'`);
    await ask(page, 'settled()');
    await until(({ fontPx }) => fontPx === 60);
    for (const px of [48, 38, 32]) {
      await pressInCaption(page, '字小');
      await until(({ fontPx }) => fontPx === px);
    }
  });

  it('moves to the top, under the bar, and back; the page gives way at that edge', async () => {
    const { page } = bench;
    await open();
    await ask(page, 'open()');
    await set(page, { caption: true });
    expect((await until(({ edge }) => edge === 'bottom')).box.bottom).toBeCloseTo(800, 1);
    await pressInCaption(page, '移到上面');
    const shown = await until(({ edge }) => edge === 'top');
    await ask(page, 'settled()');
    await frames(page, 3);
    const bar = (await page.evaluate(`${TOOLBARS}[0].querySelector('.toolbar').getBoundingClientRect().bottom`)) as number;
    const { box } = (await captionOf(page)) ?? shown;
    expect(Math.abs(box.top - bar)).toBeLessThanOrEqual(1);
    expect(await page.evaluate(`document.querySelector('h1').getBoundingClientRect().top + scrollY >= ${box.bottom}`)).toBe(true);
    await pressInCaption(page, '移到下面');
    await until(({ edge }) => edge === 'bottom');
  });

  it('is one stop of Tab with arrows; Escape gives the focus back; the keys are not heard by the page', async () => {
    const { page } = bench;
    await open();
    await set(page, { caption: true });
    await readTo(LONG);
    await until(({ buttons }) => buttons.includes('停止'));
    await page.evaluate(`secret.focus(); keys = []; document.addEventListener('keydown', ({ key }) => keys.push(key))`);
    await page.keyboard.press('Tab');
    const focus = () => page.evaluate(`${BAND}?.activeElement?.textContent ?? null`);
    expect(await focus()).toBe('暂停');
    await page.evaluate(`keys.length = 0`);
    for (const expected of ['下一句', '停止']) {
      await page.keyboard.press('ArrowRight');
      expect(await focus()).toBe(expected);
    }
    await page.keyboard.press('Home');
    expect(await focus()).toBe('上一句');
    await page.keyboard.press('End');
    expect(await focus()).toBe('移到上面');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await focus()).toBe('暂停');
    await page.keyboard.press('Enter');
    await page.waitForFunction(`Mingdu.speech.state === 'paused'`);
    await frames(page);
    expect(await focus()).toBe('继续');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press(' ');
    await page.waitForFunction(`Mingdu.speech.state === 'idle'`);
    await frames(page);
    // 停止 went; the focus is on what begins anew, not lost to the page.
    expect(await focus()).toBe('从这里读起');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.id')).toBe('secret');
    expect(await captionOf(page)).not.toBeNull();
    expect(await page.evaluate('keys')).toEqual([]);
  });

  it('goes on without any voice, word by word and sentence by sentence, and says once why it is silent', async () => {
    const { page } = bench;
    await open();
    await page.evaluate(`speechSynthesis.getVoices = () => []; told = []; document.addEventListener('mingdu:error', ({ detail }) => told.push(detail.message))`);
    await set(page, { caption: true, rate: 2 });
    await ask(page, 'speech.play()');
    const first = await until((now) => now.buttons.includes('停止') && now.now !== '');
    const word = first.now;
    await until((now) => now.now !== word && now.now !== '');
    // To the next sentence by itself.
    const was = await page.evaluate(`new Promise((resolve) => { document.addEventListener('mingdu:speech', ({ detail }) => resolve(detail.text), { once: true }); })`);
    expect(was).not.toBe('');
    await pressInCaption(page, '暂停');
    await page.waitForFunction(`Mingdu.speech.state === 'paused'`);
    const held = await captionOf(page);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await captionOf(page))?.rows).toEqual(held?.rows);
    await pressInCaption(page, '继续');
    await until((now) => now.now !== '');
    await pressInCaption(page, '下一句');
    await until((now) => text(now) !== held?.rows.join(''));
    await pressInCaption(page, '停止');
    await page.waitForFunction(`Mingdu.speech.state === 'idle'`);
    expect(await page.evaluate('told')).toEqual(['这台电脑没有普通话声音，只看大字幕。']);
    expect(await page.evaluate('hand.texts')).toEqual([]);
  });

  it.each([['light', 'off'], ['dark', 'yellow-on-black']])('axe finds nothing, on %s ground; the text is for the eye alone', async (_, contrast) => {
    const { page } = bench;
    await open();
    await set(page, { caption: true, contrast });
    await readTo(LONG);
    await sound('各级');
    await until(({ now }) => now !== '');
    expect(await axeFindings(page, ['.interface', '.band'])).toEqual([]);
    const read = await page.evaluate(`[${BAND}.querySelector('.text').getAttribute('aria-hidden'), ${BAND}.querySelector('.text').textContent, ${BAND}.querySelector('[role=toolbar]').closest('[aria-hidden]')]`);
    expect(read).toEqual(['true', '', null]);
  });

  it('is not printed, and stands above a dialog of the page, where its buttons work', async () => {
    const { page } = bench;
    await open();
    await set(page, { caption: true });
    await readTo(LONG);
    await until(({ buttons }) => buttons.includes('停止'));
    await page.evaluate(`(() => { const dialog = document.createElement('dialog'); dialog.id = 'dialog'; dialog.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none'; dialog.textContent = '网页自己的对话框'; document.body.append(dialog); dialog.showModal(); })()`);
    await page.waitForFunction(`document.querySelector('#dialog [data-mingdu]') !== null`);
    const [x = 0, y = 0] = (await page.evaluate(`(() => { const { left, top, width, height } = [...${BAND}.querySelectorAll('button')].find((one) => one.textContent === '停止').getBoundingClientRect(); return [left + width / 2, top + height / 2]; })()`)) as number[];
    await page.mouse.click(x, y);
    await page.waitForFunction(`Mingdu.speech.state === 'idle'`);
    if (name === 'chromium') {
      await page.emulateMediaType('print');
      expect(await page.evaluate(`${BAND}.querySelector('.band').getClientRects().length`)).toBe(0);
      await page.emulateMediaType('screen');
    }
  });

  it('leaves nothing behind when it is turned off, and after 退出', async () => {
    const { page } = bench;
    await open();
    await takePageSnapshot(page);
    await set(page, { caption: true });
    await readTo(LONG);
    await until((now) => LONG.startsWith(text(now)));
    await ask(page, 'speech.stop()');
    await set(page, { caption: false });
    expect(await captionOf(page)).toBeNull();
    expect(await page.evaluate(`getComputedStyle(document.documentElement).paddingBottom`)).toBe('0px');
    await set(page, { caption: true });
    await ask(page, 'close()');
    expect(await pageDifferences(page, { ignoreScroll: true })).toEqual([]);
  });
});
