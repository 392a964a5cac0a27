// 点图放大: every kind of picture enlarged from what the page holds, never asked for again, by pointer and by keyboard alone.
// That everything comes back is in restore.test.ts.
import { beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { rootWith } from '../support/interface';
import { picture } from '../support/painted';
import { CAPTCHAS, pictureMounts } from '../support/pictures';
import { ask, closeAndForget, frames, set, visit, widgetMount } from '../support/product';
import { STRICT_POLICY, strictMount } from '../support/strict-policy';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { useBrowser } from '../support/use-browser';

const PANEL = rootWith('.dialog, .offer');

describe.each(BROWSERS)('enlarged pictures in %s', (name) => {
  const bench = useBrowser(name, [...pictureMounts(), widgetMount()]);
  expectNoOwnErrors(() => bench.page);

  beforeEach(async () => {
    const { page, site } = bench;
    await visit(page, `${site.origin}/pictures/`);
    await page.evaluate(`localStorage.clear(); clicks = []; document.addEventListener('click', (event) => { clicks.push(event.target.id); }, true); scrollTo(0, 0)`);
    await page.mouse.move(900, 700);
    await set(page, { image: true });
    // Whatever is fetched from here on is one request too many, but for the product's own files.
    site.forget();
    return () => closeAndForget(page);
  });

  type Point = [number, number];
  const middle = (expression: string) =>
    bench.page.evaluate(`(() => { const { left, top, width, height } = (${expression}).getBoundingClientRect(); return [left + width / 2, top + height / 2]; })()`) as Promise<Point>;
  const ofPage = (id: string) => `document.getElementById('${id}')`;
  const read = <Answer>(expression: string) => bench.page.evaluate(`(() => { const root = ${PANEL}; return root && (${expression}); })()`) as Promise<Answer>;
  const isOpen = async () => Boolean(await read('root.querySelector(".dialog") !== null'));
  const button = (word: string) => `[...${PANEL}.querySelectorAll('button')].find((one) => one.textContent.trim() === '${word}')`;
  const press = async (word: string) => {
    await bench.page.mouse.click(...(await middle(button(word))));
    await frames(bench.page);
  };
  const clickOn = async (id: string) => {
    await bench.page.mouse.click(...(await middle(ofPage(id))));
    await until(isOpen);
  };
  const hover = async (expression: string) => {
    const [x, y] = await middle(expression);
    await bench.page.mouse.move(x - 2, y - 2);
    await bench.page.mouse.move(x, y);
  };
  async function until(run: () => Promise<boolean>): Promise<void> {
    for (let at = 0; at < 60 && !(await run()); at += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await run()).toBe(true);
    await frames(bench.page);
  }
  const asked = () => bench.site.requests.filter((path) => path.startsWith('/made/'));
  /** Colour of the enlarged picture at a part of its width and height. */
  async function colourAt(across: number, down: number): Promise<number[]> {
    const box = await read<{ x: number; y: number; width: number; height: number }>(`root.querySelector('.sheet').getBoundingClientRect().toJSON()`);
    const shot = await picture(bench.page);
    const at = (Math.round(box.y + box.height * down) * shot.width + Math.round(box.x + box.width * across)) * 4;
    return [...shot.pixels.subarray(at, at + 3)];
  }
  const isNear = (one: readonly number[], other: readonly number[]) => one.every((part, at) => Math.abs(part - (other[at] ?? 0)) < 40);
  const focused = () =>
    bench.page.evaluate(`(() => { let at = document.activeElement; while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at.id || at.className || at.textContent.trim() || at.localName; })()`);

  it('a press on a captcha shows that very captcha at 2, 3 and 4 times, and the form keeps what was typed', async () => {
    const { page } = bench;
    await page.evaluate(`${ofPage('code')}.value = 'ab1'`);
    await clickOn('captcha');
    const widths: number[] = [];
    for (const word of ['2 倍', '3 倍', '4 倍']) {
      await press(word);
      widths.push(await read<number>(`root.querySelector('canvas').getBoundingClientRect().width`));
    }
    expect(widths).toEqual([200, 300, 400]);
    expect(await read('root.querySelector(".label").textContent')).toBe('验证码');
    // One that the page fetches itself is followed.
    const before = await colourAt(0.06, 0.06);
    await page.evaluate(`${ofPage('again')}.click()`);
    await until(async () => !isNear(await colourAt(0.06, 0.06), before));
    expect(asked()).toHaveLength(1);
    expect(await page.evaluate(`${ofPage('code')}.value`)).toBe('ab1');
    await press('关闭');
    expect(await isOpen()).toBe(false);
    expect(CAPTCHAS.some((colour) => isNear(before, colour))).toBe(true);
  });

  it('every kind is drawn as the page shows it, and nothing is asked for again', async () => {
    // Where in the picture which colour is.
    const kinds: [id: string, across: number, down: number, colour: number[]][] = [
      ['seal', 0.5, 0.5, [200, 0, 0]],
      ['sprite', 0.5, 0.5, [0, 128, 0]],
      ['canvas', 0.75, 0.5, [255, 255, 0]],
      ['picture', 0.98, 0.5, [235, 80, 120]],
    ];
    for (const [id, across, down, colour] of kinds) {
      await clickOn(id);
      const found = await colourAt(across, down);
      expect(isNear(found, colour), `${id}: ${found.join()}`).toBe(true);
      await press('关闭');
    }
    // A drawing keeps the colours of the page's own rules, of a gradient and of what it borrows from elsewhere.
    await clickOn('chart');
    const drawing = [await colourAt(0.19, 0.65), await colourAt(0.56, 0.5), await colourAt(0.875, 0.2)];
    expect(isNear(drawing[0] ?? [], [10, 125, 44]) && isNear(drawing[1] ?? [], [204, 0, 0]) && isNear(drawing[2] ?? [], [0, 0, 255]), JSON.stringify(drawing)).toBe(true);
    await press('关闭');
    // A button with a picture still sends its form: 放大 stands beside it.
    await hover(ofPage('go'));
    await until(async () => Boolean(await read('root.querySelector(".offer") !== null')));
    await press('放大');
    await until(isOpen);
    await until(async () => isNear(await colourAt(0.75, 0.5), [0, 140, 80]));
    expect(asked()).toEqual([]);
  });

  it('the modules of a code stay sharp, a captcha is smooth', async () => {
    await clickOn('qr');
    await press('4 倍');
    expect(await read('root.querySelector("canvas").getContext("2d").imageSmoothingEnabled')).toBe(false);
    await press('关闭');
    await clickOn('captcha');
    expect(await read('root.querySelector("canvas").getContext("2d").imageSmoothingEnabled')).toBe(true);
  });

  it('a picture in a link leads where it did; 放大 beside it opens it, and does not cover a small one', async () => {
    const { page } = bench;
    await page.mouse.click(...(await middle(ofPage('linked'))));
    expect(await page.evaluate('location.hash')).toBe('#linked');
    expect(await isOpen()).toBe(false);
    await page.evaluate('scrollTo(0, 0)');
    await hover(ofPage('linked'));
    await until(async () => Boolean(await read('root.querySelector(".offer") !== null')));
    const size = await read<{ width: number; height: number }>('root.querySelector(".offer").getBoundingClientRect().toJSON()');
    expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(44);
    await hover(button('放大'));
    await new Promise((resolve) => setTimeout(resolve, 800));
    await press('放大');
    await until(isOpen);
    expect(await read('root.querySelector(".label").textContent')).toBe('办事大厅照片');
    await page.keyboard.press('Escape');
    await hover(ofPage('captcha'));
    await until(async () => Boolean(await read('root.querySelector(".offer") !== null')));
    const offer = await read<{ top: number }>('root.querySelector(".offer").getBoundingClientRect().toJSON()');
    expect(offer.top).toBeGreaterThanOrEqual((await page.evaluate(`${ofPage('captcha')}.getBoundingClientRect().bottom`)) as number);
  });

  it('icons and spacers are no pictures', async () => {
    await ask(bench.page, 'set({ image: true })');
    for (const id of ['icon', 'dot']) {
      await hover(ofPage(id));
      await frames(bench.page, 4);
      expect(await read('root.querySelector(".offer") !== null'), id).toBeFalsy();
    }
  });

  it('by keyboard: Tab leads from the linked picture to 放大 and on; arrows move the picture and not the page; Escape gives the focus back', async () => {
    const { page } = bench;
    await page.focus('#link');
    await page.keyboard.press('Tab');
    await until(async () => (await focused()) === 'offer');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('after');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    expect(await focused()).toBe('link');
    await page.keyboard.press('Tab');
    await until(async () => (await focused()) === 'offer');
    await page.keyboard.press('Enter');
    await until(isOpen);
    expect(await focused()).toBe('area');
    for (const key of ['+', '+', 'ArrowRight', 'ArrowDown', 'ArrowDown'] as const) await page.keyboard.press(key);
    expect(await read('root.querySelector("canvas").getBoundingClientRect().width')).toBe(960);
    expect(await read<number>('root.querySelector(".area").scrollTop')).toBeGreaterThan(0);
    for (const key of ['ArrowDown', 'PageDown', ' ', 'End', 'ArrowUp'] as const) for (let at = 0; at < 6; at += 1) await page.keyboard.press(key);
    expect(await page.evaluate('scrollY')).toBe(0);
    // Tab goes round in the panel.
    const seen: unknown[] = [];
    for (let at = 0; at < 9; at += 1) {
      await page.keyboard.press('Tab');
      seen.push(await focused());
    }
    expect(seen).toEqual(['缩小', '2 倍', '3 倍', '4 倍', '放大', '上一张', '下一张', '关闭', 'area']);
    await page.keyboard.press('Escape');
    expect([await isOpen(), await focused()]).toEqual([false, 'link']);
  });

  it('from the toolbar: the first picture in view, and all others one after the other, also in shadow roots and frames', async () => {
    const { page } = bench;
    await ask(page, 'open()');
    const bar = rootWith('.toolbar');
    await page.evaluate(`${ofPage('link')}.focus()`);
    await page.evaluate(`(() => { const more = ${bar}.querySelector('[data-item=more]'); more.focus(); more.click(); })()`);
    await until(async () => (await page.evaluate(`${bar}.querySelector('#panel') !== null`)) as boolean);
    await page.evaluate(`(() => { const one = [...${bar}.querySelectorAll('#panel .command')].find((button) => button.textContent.includes('看图')); one.focus(); one.click(); })()`);
    await until(isOpen);
    const labels: string[] = [];
    for (let at = 0; at < 12; at += 1) {
      labels.push(await read<string>('root.querySelector(".area").getAttribute("aria-label")'));
      await page.evaluate(`${button('下一张')}.click()`);
    }
    expect(labels).toEqual(['验证码', '登录', '公众号', '公章', '图片', '收入图', '图片', '办事大厅照片', '小照片', '影子里的图', '最后一张', '框里的图']);
    expect(await read('root.querySelector(".place").textContent')).toBe('第 1 张，共 12 张');
    expect(asked()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await isOpen()).toBe(false);
    expect(await page.evaluate(`${bar}.activeElement?.dataset.item`)).toBe('more');
    // The way through the picture is forgotten: the next step leads to where the reader came from.
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.id')).toBe('link');
  });

  it('switched off while a picture is open, all of it goes', async () => {
    const { page } = bench;
    await closeAndForget(page);
    await takePageSnapshot(page);
    await set(page, { image: true });
    await clickOn('captcha');
    await closeAndForget(page);
    expect(await page.evaluate(`${PANEL} === undefined`)).toBe(true);
    expect(await pageDifferences(page)).toEqual([]);
  });
});

/** A page without any script of its own but the recorder; its drawing is coloured by the page's sheet. */
const STRICT_PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>严格</title><link rel="stylesheet" href="/strict/page.css"><script src="/csp/record.js"></script>
<script src="/mingdu/mingdu.js" data-launcher="off"></script><p><img id="captcha" src="/made/captcha.png" width="100" height="34" alt="验证码"></p><p><span id="seal" class="seal"></span></p>
<svg id="chart" width="160" height="100"><defs><linearGradient id="shade"><stop offset="0" stop-color="#c00"/></linearGradient></defs><rect class="shape" x="10" y="10" width="60" height="60"/><rect x="90" y="10" width="60" height="60" fill="url(#shade)"/></svg>
<input id="go" type="image" src="/made/go.png" width="90" height="34" alt="登录">`;
const STRICT_SHEET = '.seal { display: block; width: 90px; height: 90px; background: url(/made/seal.png) } .shape { fill: green }';

describe.each(BROWSERS)('enlarged pictures under the strict policy in %s', (name) => {
  const bench = useBrowser(name, [
    ...pictureMounts(),
    widgetMount(),
    strictMount(),
    { at: '/strict/', from: (path) => (path === 'page.css' ? { type: 'text/css', body: STRICT_SHEET } : { body: STRICT_PAGE }), headers: { 'content-security-policy': STRICT_POLICY } },
  ]);

  it('every kind is shown and moved without one violation', async () => {
    const { page, site } = bench;
    await visit(page, `${site.origin}/strict/`);
    await set(page, { image: true });
    await page.mouse.click(30, 40);
    await page.waitForFunction(`${rootWith('.dialog')} !== undefined`);
    for (let at = 0; at < 5; at += 1) {
      for (const key of ['+', 'ArrowRight', '-'] as const) await page.keyboard.press(key);
      await page.evaluate(`[...${rootWith('.dialog')}.querySelectorAll('button')].at(-1).click()`);
    }
    await page.keyboard.press('Escape');
    await page.mouse.move(40, 300);
    await page.mouse.move(41, 302);
    await frames(page, 4);
    expect(await page.evaluate('[violations, pageErrors]')).toEqual([[], []]);
    await closeAndForget(page);
  });
});
