// What a site's owner sets, on the tag and by Mingdu.configure, each as a reader meets it. How values are checked: test/widget/check-options.test.ts;
// the plain attributes of the tag: tag.test.ts; the site's own store: site-store.test.ts.
import type { ConsoleMessage } from 'puppeteer-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings } from '../support/axe';
import { byKeyboard } from '../support/bar';
import { BROWSERS } from '../support/browsers';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { IS_OPEN, LAUNCHER, rootWith, TOOLBARS } from '../support/interface';
import { ask, closeAndForget, frames, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';

const LINE = '今年冬天，各个乡镇要保证道路通畅，把暖气送到每一户老人家里，请大家互相转告，有事请到三号窗口办理。';
const TAGS: Record<string, string> = {
  plain: '',
  few: 'data-aids="textSize contrast pinyin readng"',
  elder: 'data-preset="low-vision"',
  coloured: 'data-launcher-color="rgb(255, 255, 255)" data-launcher-background="darkred"',
  pale: 'data-launcher-background="gold"',
  yellow: 'data-launcher-color="#14213d" data-launcher-background="gold"',
  parts: 'data-article=".words" data-zones="nav: #tabs; list: .none-here"',
  links: 'data-statement="/statement" data-feedback="mailto:wza@example.gov.cn" data-trigger="#opener"',
  bad: 'data-statement="javascript:alert(1)" data-article="a[" data-preset="__proto__" data-aids="everything" data-lang="en"',
};
const bodyOf = (path: string) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>通知</title><script src="/mingdu/mingdu.js" ${TAGS[path] ?? ''}></script></head>
<body>${path === 'links' ? '<a id="opener" href="#x">无障碍</a>' : ''}<div id="tabs"><a href="#1">一</a> <a href="#2">二</a></div>
<div class="long">${`<p>${LINE}这一段是别的。</p>`.repeat(6)}</div><div class="words"><h2>关于供暖的通知</h2><p id="text" style="font-size: 16px">${LINE}</p></div></body></html>`;

const panel = (word: string) => `${TOOLBARS}[0].querySelector('#panel')${word}`;

describe.each(BROWSERS)('what a site sets, in %s', (name) => {
  const bench = useBrowser(name, [widgetMount(), { at: '/', from: (path) => (path in TAGS || path === 'statement' ? { body: bodyOf(path) } : undefined) }]);
  let warnings: string[] = [];
  beforeAll(async () => {
    await bench.page.setViewport({ width: 1280, height: 800 });
    bench.page.on('console', (message: ConsoleMessage) => void (message.type() === 'warn' && warnings.push(message.text())));
  });
  beforeEach(() => void (warnings = []));
  afterEach(() => closeAndForget(bench.page));
  const go = async (path: string) => {
    await visit(bench.page, `${bench.site.origin}/${path}`);
    await frames(bench.page);
  };
  const now = (script: string) => bench.page.evaluate(script);
  const openPanel = async () => {
    await bench.page.waitForFunction(IS_OPEN);
    await now(`${TOOLBARS}[0].querySelector('[data-item=more]').click()`);
    await bench.page.waitForFunction(`Boolean(${panel('')})`);
  };
  const buttons = () => now(`[...${TOOLBARS}[0].querySelectorAll('.bar [data-item]')].map((one) => one.dataset.item)`);

  it('costs one file more, where the tag says anything that the loader does not know, and no change of the page', async () => {
    const files = () => bench.site.requests.filter((path) => path.startsWith('/mingdu/')).map((path) => path.replace(/[?].*|\/mingdu\//g, ''));
    bench.site.forget();
    await go('plain');
    expect(files()).toEqual(['mingdu.js']);
    bench.site.forget();
    await go('links');
    await takePageSnapshot(bench.page);
    await now(`Mingdu.configure({})`);
    expect(files()).toHaveLength(2);
    expect(files()[1]).toMatch(/options/);
    await now(`Mingdu.configure({ statement: '/a', aids: 'textSize', article: '.words', zones: { body: '.words' }, settings: { textSize: 200, speech: 'point' } })`);
    await frames(bench.page);
    expect(await pageDifferences(bench.page)).toEqual([]);
    expect([await now('Mingdu.speech.state'), warnings]).toEqual(['idle', []]);
  });

  it('aids: what is not offered has no control and is in no preset, and Mingdu.set still obeys', async () => {
    await go('few');
    await ask(bench.page, 'open()');
    // The first-time card has no button under another's words.
    await bench.page.waitForFunction(`Boolean(${TOOLBARS}[0].querySelector('.guide'))`);
    expect(await now(`[...${TOOLBARS}[0].querySelectorAll('.guide .group:nth-of-type(2) button')].map((one) => one.textContent)`)).toEqual([expect.stringContaining('把字放大'), expect.stringContaining('换个看得清的颜色')]);
    expect(warnings).toEqual([expect.stringMatching(/^Mingdu: ignored on the script tag: data-aids="textSize contrast pinyin readng" \(unknown: "readng"; allowed: textSize, /)]);
    expect(await buttons()).toEqual(expect.arrayContaining(['textSize-larger', 'contrast', 'pinyin', 'preset-elder', 'close']));
    expect((await buttons()) as string[]).not.toContain('speech');
    await openPanel();
    expect(await now(`[...${panel('')}.querySelectorAll('[data-setting]')].map((one) => one.dataset.setting)`)).toEqual(['textSize', 'contrast', 'pinyin', 'toolbarSize', 'language']);
    expect(await now(`${panel('')}.querySelector('#gloss-elder').textContent`)).toBe('这个网站提供的那几样');
    expect(await now(`[...${panel('')}.querySelectorAll('.preset .act')].map((one) => one.getAttribute('aria-label'))`)).toEqual(['长辈模式', '看不清楚', '拼音助读', '存成我的设置']);
    await now(`${panel('')}.querySelector('.preset .act').click()`);
    await bench.page.waitForFunction(`Mingdu.get().textSize === 150`);
    expect(await ask(bench.page, 'get()')).toMatchObject({ textSize: 150, spacing: 'page', pointer: 'page', still: false });
    await now(`Mingdu.set({ readingLine: 'line' })`);
    expect(await ask(bench.page, 'get().readingLine')).toBe('line');
    // Offered again while the toolbar is there.
    await now(`Mingdu.configure({ aids: '' })`);
    await bench.page.waitForFunction(`Boolean(${TOOLBARS}[0].querySelector('.bar [data-item=speech]'))`);
  });

  it('aids: no shortcut', async () => {
    await go('plain');
    await ask(bench.page, `set({ shortcuts: 'classic' })`);
    await now(`addEventListener('keydown', (event) => event.code === 'Equal' && setTimeout(() => (last = event.defaultPrevented)), true)`);
    const press = async (wanted: boolean) => {
      await now('last = null');
      await bench.page.keyboard.down('Alt');
      await bench.page.keyboard.press('Equal');
      await bench.page.keyboard.up('Alt');
      await bench.page.waitForFunction('last !== null');
      expect(await now('last')).toBe(wanted);
      await now('Mingdu.settled()');
    };
    await press(true);
    expect(await ask(bench.page, 'get().textSize')).toBe(125);
    await now(`Mingdu.configure({ aids: 'pinyin shortcuts' })`);
    await press(false);
    expect(await ask(bench.page, 'get().textSize')).toBe(125);
  });

  it('preset: once, for a reader who has chosen nothing; 重置 goes back to all defaults, and the next opening leaves it so', async () => {
    await go('elder');
    // A double click is one opening.
    await now('Promise.all([Mingdu.open(), Mingdu.open()])');
    expect(await ask(bench.page, 'get()')).toMatchObject({ textSize: 200, contrast: 'yellow-on-black', pointer: 'larger' });
    await bench.page.waitForFunction(`${TOOLBARS}[0].querySelector('.status').textContent.includes('这个网站先帮您设好了')`);
    await ask(bench.page, 'reset()');
    await ask(bench.page, 'close()');
    await go('elder');
    await ask(bench.page, 'open()');
    expect(await ask(bench.page, 'get()')).toMatchObject({ textSize: 100, contrast: 'off', pointer: 'page' });
    await closeAndForget(bench.page);
    await go('elder');
    await ask(bench.page, 'set({ textSize: 125 })');
    await ask(bench.page, 'close()');
    await ask(bench.page, 'open()');
    expect(await ask(bench.page, 'get()')).toMatchObject({ textSize: 125, contrast: 'off' });
    await closeAndForget(bench.page);
    // The address asks for another, and gets that alone.
    await go('elder?mingdu=elder');
    await bench.page.waitForFunction(`Mingdu.get().textSize === 150`);
    expect(await ask(bench.page, 'get()')).toMatchObject({ textSize: 150, contrast: 'off', spacing: 'wide' });
  });

  it('launcher: in the site’s colours where they can be read, with a ring that stands out; else in its own, and the console says why', async () => {
    const look = `(() => { const { color, backgroundColor } = getComputedStyle(${LAUNCHER}.shadowRoot.querySelector('button')); return [color, backgroundColor]; })()`;
    await go('coloured');
    await bench.page.waitForFunction(`${look}[1] === 'rgb(139, 0, 0)'`);
    expect([await now(look), warnings]).toEqual([['rgb(255, 255, 255)', 'rgb(139, 0, 0)'], []]);
    await now(`launcher = ${LAUNCHER}; Mingdu.configure({ launcherBackground: '#333' })`);
    await now(`Mingdu.configure({ launcherBackground: '#14213d' })`);
    expect([await now(look), await now(`launcher === ${LAUNCHER}`)]).toEqual([['rgb(255, 255, 255)', 'rgb(20, 33, 61)'], true]);
    await now(`Mingdu.configure({ launcherColor: '#333' })`);
    expect(warnings).toEqual([expect.stringMatching(/^Mingdu.configure: ignored: the launcher's #333333 on #14213d has a contrast of 1\.\d:1/)]);
    expect(await now(look)).toEqual(['rgb(255, 255, 255)', 'rgb(20, 33, 61)']);
    await now(`Mingdu.configure({ launcher: false })`);
    expect(await now(`Boolean(${LAUNCHER})`)).toBe(false);
    await now(`Mingdu.configure({ launcher: 'on' })`);
    expect(await now(look)).toEqual(['rgb(255, 255, 255)', 'rgb(20, 33, 61)']);
    await go('pale');
    await expect.poll(() => warnings.length, { timeout: 20_000 }).toBe(2);
    expect(warnings[1]).toMatch(/ignored on the script tag: the launcher's #ffffff on #ffd700 has a contrast of 1\.\d:1, and needs 4\.5:1/);
    expect(await now(look)).toEqual(['rgb(255, 255, 255)', 'rgb(11, 74, 143)']);
    await go('yellow');
    await bench.page.waitForFunction(`${look}[1] === 'rgb(255, 215, 0)'`);
    await bench.page.keyboard.press('Tab');
    for (let i = 0; i < 9 && !(await now(`${LAUNCHER}.shadowRoot.activeElement !== null`)); i += 1) await bench.page.keyboard.press('Tab');
    expect(await now(`getComputedStyle(${LAUNCHER}.shadowRoot.activeElement).boxShadow`)).toContain('rgb(20, 33, 61)');
  });

  it('article and zones: what the owner names comes before what is found', async () => {
    await go('plain');
    await ask(bench.page, `set({ view: 'article' })`);
    const article = `document.querySelector('[data-mingdu=article]')?.shadowRoot.textContent`;
    await bench.page.waitForFunction(`Boolean(${article})`);
    expect(await now(article)).toContain('这一段是别的');
    await closeAndForget(bench.page);
    await go('parts');
    await ask(bench.page, `set({ view: 'article' })`);
    await bench.page.waitForFunction(`Boolean(${article})`);
    expect(await now(article)).toContain('关于供暖的通知');
    expect(await now(article)).not.toContain('这一段是别的');
    await ask(bench.page, `set({ view: 'page' })`);
    await ask(bench.page, 'open()');
    await openPanel();
    const zones = `[...(${rootWith('.dialog')}?.querySelectorAll('.name') ?? [])].map((one) => one.textContent).join()`;
    const zonesSay = async (wanted: string) => {
      await now(`[...${panel('')}.querySelectorAll('.command')].find((one) => one.textContent.trim() === '区域').click()`);
      await bench.page.waitForFunction(`${zones} === ${JSON.stringify(wanted)}`);
      await now(`${rootWith('.dialog')}.querySelector('.head button').click()`);
      await openPanel();
    };
    await zonesSay('导航区,正文区');
    await now(`Mingdu.configure({ zones: '' })`);
    await zonesSay('正文区');
    await now(`Mingdu.configure({ zones: { interaction: '#tabs', service: '#tabs' } })`);
    await zonesSay('服务区,正文区');
  });

  it('statement and feedback: plain links in 更多 and in the help, reached by keyboard; a press goes there', async () => {
    const { page } = bench;
    await go('links');
    await page.focus('#opener');
    await page.keyboard.press('Enter');
    await page.waitForFunction(IS_OPEN);
    await byKeyboard(page, 'more');
    await page.waitForFunction(`Boolean(${panel('?.querySelector("a[href]")')})`);
    expect(await now(`[...${panel('')}.querySelectorAll('a[href]')].map((one) => [one.textContent, one.href])`)).toEqual([['无障碍声明', `${bench.site.origin}/statement`], ['意见反馈', 'mailto:wza@example.gov.cn']]);
    expect(await axeFindings(page)).toEqual([]);
    const sizes = (await now(`[...${panel('')}.querySelectorAll('a[href]')].map((one) => [one.getBoundingClientRect().height, parseFloat(getComputedStyle(one.querySelector('.word')).fontSize)])`)) as number[][];
    for (const [height = 0, size = 0] of sizes) expect([height >= 48, size >= 18]).toEqual([true, true]);
    for (let i = 0; i < 60 && (await now(`${TOOLBARS}[0].activeElement?.textContent`)) !== '无障碍声明'; i += 1) await page.keyboard.press('Tab');
    expect(await now(`${TOOLBARS}[0].activeElement.textContent`)).toBe('无障碍声明');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(page.url()).toBe(`${bench.site.origin}/statement`);
    await go('links');
    await now(`Mingdu.configure({ feedback: '', statement: 'https://www.example.gov.cn/wza' })`);
    await ask(page, 'open()');
    await now(`${TOOLBARS}[0].querySelector('[data-item=help]').click()`);
    await page.waitForFunction(`Boolean(${panel('?.querySelector("a[href]")')})`);
    expect(await now(`[...${panel('')}.querySelectorAll('a[href]')].map(({ href }) => href)`)).toEqual(['https://www.example.gov.cn/wza']);
    // Changed while it is shown.
    await now(`Mingdu.configure({ statement: '' })`);
    await page.waitForFunction(`${panel('')}.querySelectorAll('a[href]').length === 0`);
  });

  it('settings: handed in while off they open nothing; while on they are there at once, and told as a change', async () => {
    await go('plain');
    await takePageSnapshot(bench.page);
    await now(`Mingdu.configure({ settings: { textSize: 150, contrast: 'pink', speech: 'point' } })`);
    expect(warnings).toEqual([expect.stringContaining('contrast cannot be "pink"')]);
    expect(await ask(bench.page, 'get()')).toMatchObject({ textSize: 150, contrast: 'off', speech: 'point' });
    expect([await pageDifferences(bench.page), await now(`JSON.parse(localStorage.mingdu)`)]).toEqual([[], { version: 1, on: false, toolbar: 'none', settings: { textSize: 150, speech: 'point' } }]);
    await ask(bench.page, 'open()');
    expect(await now(`getComputedStyle(text).fontSize`)).toBe('24px');
    await now(`told = []; Mingdu.on('change', ({ patch }) => told.push(patch))`);
    await now(`Mingdu.configure({ settings: { textSize: 200 } })`);
    await bench.page.waitForFunction(`getComputedStyle(text).fontSize === '32px'`);
    expect(await now('told')).toEqual([{ textSize: 200 }]);
    expect([await now(`JSON.parse(localStorage.mingdu).on`), await now('Mingdu.speech.state')]).toEqual([true, 'idle']);
    await ask(bench.page, 'close()');
    await go('plain');
    await ask(bench.page, 'open()');
    // The first call of a page that is open: what is handed in, and what is offered, are seen at once.
    await now(`Mingdu.configure({ settings: { textSize: 175 }, aids: 'textSize' }); Mingdu.configure({ settings: { textSize: 150 } })`);
    await bench.page.waitForFunction(`getComputedStyle(text).fontSize === '24px' && !${TOOLBARS}[0].querySelector('.bar [data-item=speech]')`);
    // Nothing of it is a step of the reader's.
    expect(await now(`${TOOLBARS}[0].querySelector('[data-item=undo]').getAttribute('aria-disabled')`)).toBe('true');
  });

  it('bad options are named in one warning, and change nothing; only what is no object is refused', async () => {
    await go('bad');
    await ask(bench.page, 'open()');
    expect(warnings).toHaveLength(1);
    for (const word of ['data-statement="javascript:alert(1)" (only http(s)', 'data-article="a[" (not a CSS selector)', 'data-preset="__proto__" (allowed: elder', 'data-aids="everything" (unknown']) expect(warnings[0]).toContain(word);
    await openPanel();
    expect(await now(`${panel('')}.querySelectorAll('a').length`)).toBe(0);
    expect(await now(`${TOOLBARS}[0].querySelector('[data-item=close]').textContent`)).toMatch(/Leave/);
    const told = (call: string) => now(`Mingdu.configure(${call}).then(() => 'taken', (error) => error.constructor.name)`);
    for (const call of ['null', '7', '"on"', '[]', '']) expect(await told(call)).toBe('TypeError');
    expect(warnings).toHaveLength(1);
    expect(await told(`{ get lang() { throw Error('x') }, zoom: 2, store: {}, aids: 'contrast' }`)).toBe('taken');
    expect(warnings).toHaveLength(2);
    for (const word of ['unknown: "zoom"', 'lang: cannot be read', 'store: too late']) expect(warnings[1]).toContain(word);
  });
});
