// The magnifier for text: what it says over each kind of text, where it stands, and that it takes no part in the page.
// What a move costs is in scripts/bench.mjs; how long texts are cut and the side is chosen, in the unit tests.
import { beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { createFakeSpeech } from '../support/fake-speech';
import { decodePng } from '../../scripts/instrument/png';
import { rootWith } from '../support/interface';
import { pictureMounts } from '../support/pictures';
import { ask, closeAndForget, demoMounts, frames, set, visit, widgetMount } from '../support/product';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { useBrowser } from '../support/use-browser';

interface Lens {
  readonly text: string;
  readonly readings: string;
  readonly mark: string;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly rows: number;
}

/** What the lens shows; null while it is hidden. */
const LENS = `(() => {
  const lens = ${rootWith('.lens')}?.querySelector('.lens');
  if (!lens || lens.hidden) return null;
  const said = (selector) => [...lens.querySelectorAll(selector)].map((one) => one.getAttribute('data-t')).join('');
  const line = lens.querySelector('.line');
  const size = parseFloat(getComputedStyle(line).fontSize);
  const { top, bottom, height } = lens.getBoundingClientRect();
  return { text: said('span'), readings: [...lens.querySelectorAll('rt')].map((one) => one.getAttribute('data-t')).join(' '), mark: said('.mark span'), top, bottom, height, size,
    rows: Math.round(line.getBoundingClientRect().height / parseFloat(getComputedStyle(line).lineHeight)) };
})()`;

describe.each(BROWSERS)('the lens in %s', (name) => {
  const bench = useBrowser(name, [...demoMounts(), ...pictureMounts(), widgetMount()]);
  expectNoOwnErrors(() => bench.page);

  beforeEach(async () => {
    const { page, site } = bench;
    await page.setViewport({ width: 1280, height: 800 });
    await visit(page, `${site.origin}/lens/`);
    await page.mouse.move(1200, 30);
    await set(page, { lens: true });
    return () => closeAndForget(page);
  });

  const lens = () => bench.page.evaluate(LENS) as Promise<Lens | null>;
  /** What it says changes a few times a second. */
  const drawn = async () => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    await frames(bench.page, 2);
  };
  const said = async () => (await lens())?.text ?? '';
  /** @param at the part of the box's width */
  async function pointAt(expression: string, at = 0.5): Promise<void> {
    const [x, y] = (await bench.page.evaluate(
      `(() => { const { left, top, width, height } = (${expression}).getBoundingClientRect(); return [left + width * ${at}, top + height / 2]; })()`,
    )) as [number, number];
    await bench.page.mouse.move(x - 3, y - 2);
    await bench.page.mouse.move(x, y);
    await drawn();
  }
  const byId = (id: string) => `document.getElementById('${id}')`;

  it('says the sentence that is pointed at, with the word; and what controls, fields and pictures say', async () => {
    await pointAt(byId('inside'), 0.2);
    expect(await lens()).toMatchObject({ text: '领取时请带身份证，由本人到镇上办理。', readings: '' });
    expect((await lens())?.mark).toMatch(/^(领取|时|领取时)$/);
    const expected: Record<string, string> = {
      menu: '办事指南',
      cell: '养老补贴每月八十元',
      label: '申请人姓名',
      name: '王小山',
      empty: '请填手机号',
      secret: '登录密码',
      select: '城关镇',
      button: '提交申请',
      area: '第一行写地点',
      image: '办事大厅外景',
      letters: '图中文字',
    };
    const found: Record<string, string> = {};
    for (const id of Object.keys(expected)) {
      await pointAt(byId(id));
      found[id] = await said();
    }
    expect(found).toEqual(expected);
    await pointAt(`${byId('shadow')}.shadowRoot.getElementById('inner')`, 0.1);
    expect(await said()).toBe('影子里的一句话。');
  });

  it('also in a frame of the same origin', async () => {
    await bench.page.evaluate(`${byId('frame')}.scrollIntoView({ block: 'center', behavior: 'instant' })`);
    const [x, y] = (await bench.page.evaluate(`(() => { const frame = ${byId('frame')}; const outer = frame.getBoundingClientRect();
      const inner = frame.contentDocument.getElementById('framed').getBoundingClientRect(); return [outer.left + frame.clientLeft + inner.left + 30, outer.top + frame.clientTop + inner.top + inner.height / 2]; })()`)) as [number, number];
    await bench.page.mouse.move(x - 3, y - 2);
    await bench.page.mouse.move(x, y);
    await drawn();
    expect(await said()).toBe('框里写着几个字。');
  });

  it('carries the pinyin of the page, and none of its own', async () => {
    const { page, site } = bench;
    site.forget();
    await pointAt(byId('cell'));
    expect((await lens())?.readings).toBe('');
    expect(site.requests.filter((path) => path.includes('pinyin'))).toEqual([]);
    await set(page, { pinyin: 'all' });
    await pointAt(byId('inside'), 0.2);
    expect(await lens()).toMatchObject({ text: '领取时请带身份证，由本人到镇上办理。', readings: 'lǐng qǔ shí qǐng dài shēn fèn zhèng yóu běn rén dào zhèn shàng bàn lǐ' });
    await pointAt(byId('button'));
    expect(await lens()).toMatchObject({ text: '提交申请', readings: 'tí jiāo shēn qǐng' });
    await set(page, { pinyin: 'off' });
    await pointAt(byId('inside'), 0.3);
    expect((await lens())?.readings).toBe('');
  });

  it('follows the keyboard focus, and a field as it is typed in', async () => {
    const { page } = bench;
    await page.focus('#menu');
    await drawn();
    expect(await said()).toBe('办事指南');
    await page.focus('#empty');
    await page.keyboard.type('1380');
    await drawn();
    expect(await said()).toBe('1380');
    await page.focus('#select');
    await page.keyboard.press('ArrowDown');
    await drawn();
    expect(await said()).toBe('甪岭乡');
    await page.focus('#secret');
    await page.keyboard.type('x');
    await drawn();
    expect(await said()).toBe('登录密码');
  });

  it('never covers what is pointed at, and does not jump at each move', async () => {
    const { page } = bench;
    await page.evaluate(`document.body.prepend(...Array.from({ length: 40 }, (_, at) => Object.assign(document.createElement('p'), { textContent: '这是第' + at + '段，写在这里看放大镜往哪边去。', className: 'row' })))`);
    const sides: string[] = [];
    for (const step of [1, -1]) {
      for (let at = step > 0 ? 0 : 780; at >= 0 && at < 800; at += step * 20) {
        await page.mouse.move(100, at);
        await page.mouse.move(104, at);
        await frames(page, 2);
        const now = await lens();
        if (!now) continue;
        expect(at < now.top || at > now.bottom, `pointer at ${at}, lens ${now.top}–${now.bottom}`).toBe(true);
        const side = now.top > 400 ? 'low' : 'high';
        if (sides.at(-1) !== side) sides.push(side);
      }
    }
    expect(sides).toEqual(['low', 'high', 'low']);
  });

  it('takes no click, is found by no search and heard by no screen reader', async () => {
    const { page } = bench;
    await pointAt(byId('cell'));
    const box = (await lens()) as Lens;
    expect(await page.evaluate(`document.elementFromPoint(640, ${(box.top + box.bottom) / 2}).closest('[data-mingdu]')`)).toBeNull();
    expect(await page.evaluate(`${rootWith('.lens')}.querySelector('.lens').getAttribute('aria-hidden')`)).toBe('true');
    expect(await page.evaluate(`${rootWith('.lens')}.textContent`)).toBe('');
  });

  it.each([[1280, 800], [360, 640]])('at %i × %i it fits, stands clear of the toolbar, and a long sentence takes at most three rows', async (width, height) => {
    const { page } = bench;
    await page.setViewport({ width, height });
    await ask(page, 'open()');
    for (const pinyin of ['off', 'all']) {
      await set(page, { pinyin });
      await page.evaluate(`${byId('long')}.scrollIntoView({ block: 'center', behavior: 'instant' })`);
      await drawn();
      const shown: string[] = [];
      for (const part of [0.05, 0.5, 0.9]) {
        await pointAt(byId('long'), part);
        const now = (await lens()) as Lens;
        shown.push(now.text);
        expect(now.rows).toBeLessThanOrEqual(pinyin === 'off' ? 3 : 5);
        expect(await page.evaluate(`(() => { const { left, right } = ${rootWith('.lens')}.querySelector('.lens').getBoundingClientRect(); return left >= 0 && right <= innerWidth; })()`)).toBe(true);
        const bar = (await page.evaluate(`(() => { const { top, bottom } = ${rootWith('.toolbar')}.querySelector('.toolbar').getBoundingClientRect(); return [top, bottom]; })()`)) as [number, number];
        expect(now.bottom <= bar[0] || now.top >= bar[1]).toBe(true);
      }
      expect(shown.every((text) => text.length > 10)).toBe(true);
    }
  });

  it('goes when the pointer leaves the window, and over nothing a while later', async () => {
    await pointAt(byId('cell'));
    expect(await said()).not.toBe('');
    await pointAt(byId('blank'));
    expect(await said()).not.toBe('');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await lens()).toBeNull();
  });

  it('stands above a mask', async () => {
    await set(bench.page, { readingLine: 'mask' });
    await pointAt(byId('cell'));
    const box = (await lens()) as Lens;
    const shot = await bench.page.screenshot({ type: 'png', clip: { x: 1000, y: box.top + box.height / 2, width: 1, height: 1 } });
    expect([...decodePng(shot).pixels.subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  it('follows the voice, with the pinyin of the sentence', async () => {
    const { page } = bench;
    await page.evaluate(`(() => {
      const fake = (${createFakeSpeech.toString()})('linux-chromium', 400);
      Object.defineProperty(window, 'speechSynthesis', { value: fake.synthesis, configurable: true });
      Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: fake.Utterance, configurable: true });
      fake.gesture();
      Mingdu.on('speech', ({ text }) => { if (text) window.spokenNow = text; });
    })()`);
    await set(page, { pinyin: 'all' });
    await pointAt(byId('cell'));
    await page.evaluate('Mingdu.speech.play()');
    await drawn();
    const now = await lens();
    expect(now?.text).toBe(await page.evaluate('spokenNow'));
    expect(now?.readings).not.toBe('');
    await page.evaluate('Mingdu.speech.stop()');
  });
});
