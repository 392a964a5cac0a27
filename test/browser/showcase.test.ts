// The showcase as `npm start` serves it, on two ports: on each page the toolbar opens by the page's own link, aids work, 退出 restores; and what each page is there for.
// That all aids in all orders are undone, and frameworks through many states, is in restore.test.ts and frameworks.test.ts.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KeyInput } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPortalServer, type Portal } from '../../scripts/serve.mjs';
import { findUnannotated } from '../support/annotated';
import { BROWSERS } from '../support/browsers';
import { pageDifferences, stopPageTimers, takePageSnapshot } from '../../scripts/instrument/instrument';
import { IS_OPEN, LAUNCHER, TOOLBARS } from '../support/interface';
import { ask, closeAndForget, DIST, recordErrors, set, visit } from '../support/product';
import { useBrowser } from '../support/use-browser';

const FOLDER = fileURLToPath(new URL('../../demo/showcase', import.meta.url));
const PAGES = ['index', 'subsidies', 'search', 'video', 'notice', 'strict', 'elsewhere', 'frame', 'vue', 'react', 'other', 'old', 'own', 'no-such-page'] as const;
/** Shown inside of frame.html, or led to by own.html. */
const OTHERS = ['bus', 'water', 'statement'];
const AIDS = { textSize: 150, contrast: 'yellow-on-black', pinyin: 'all' } as const;
/** The heading of a page that has none in its markup. */
const TITLES: Readonly<Record<string, string>> = { old: 'font[size="5"]' };

/** Whether each button of the other toolbar's bar and of ours can be pressed: nothing lies over its middle. */
const UNCOVERED = `[...document.querySelectorAll('#care-bar button'), ...${TOOLBARS}[0].querySelectorAll('[role=toolbar] button')].filter((button) => button.getClientRects().length > 0).every((button) => {
  const { left, top, width, height } = button.getBoundingClientRect();
  let hit = document.elementFromPoint(left + width / 2, top + height / 2);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return button.contains(hit);
})`;

it('has every page of the showcase on its list', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.html')).map((name) => name.replace(/(\.source)?\.html$/, ''));
  expect(files.sort()).toEqual([...PAGES.filter((name) => name !== 'no-such-page'), ...OTHERS].sort());
});

describe.each(BROWSERS)('the showcase in %s', (name) => {
  const bench = useBrowser(name, []);
  let portal: Portal;
  let errors: string[];

  beforeAll(async () => {
    portal = await createPortalServer({ widget: join(DIST, 'widget') });
    errors = recordErrors(bench.page);
  });
  afterAll(() => portal.close());
  beforeEach(() => void errors.splice(0));
  // A test that failed midway leaves nothing on for the next.
  afterEach(() => run<void>('localStorage.clear()'));
  // The browser itself tells the console of the page that is not there, and, late, of the style that is put into the strict one on purpose.
  afterEach(() => expect(errors.filter((error) => !/no-such-page|inline style|style-src/.test(error))).toEqual([]));

  const run = <Answer>(code: string) => bench.page.evaluate(code) as Promise<Answer>;
  const until = (condition: string) => bench.page.waitForFunction(condition);
  const sizeOf = (selector: string) => run<number>(`parseFloat(getComputedStyle(document.querySelector('${selector}')).fontSize)`);
  const textsOf = (selector: string) => run<string[]>(`[...document.querySelectorAll('${selector}')].map((one) => one.textContent)`);
  const type = async (selector: string, words: string) => {
    await bench.page.focus(selector);
    await bench.page.keyboard.type(words);
  };
  const press = (selector: string) => run<void>(`document.querySelector('${selector}').click()`);
  const alt = async (key: KeyInput) => {
    await bench.page.keyboard.down('Alt');
    await bench.page.keyboard.press(key);
    await bench.page.keyboard.up('Alt');
  };
  const linkFocused = () => run<boolean>(`(document.querySelector('[data-mingdu-open]')?.focus({ preventScroll: true }), document.querySelector('[data-mingdu-open]') !== null)`);
  /** What has just been drawn has the reader's size, colours and readings. */
  async function isHelped(selector: string, size: number): Promise<void> {
    await ask(bench.page, 'settled()');
    expect(await sizeOf(selector)).toBeCloseTo(size, 0);
    expect(await run(`getComputedStyle(document.querySelector('${selector}')).color`)).toBe('rgb(255, 255, 0)');
    const [characters, readings] = await run<[number, number]>(`(({ textContent }, readings) => [textContent.match(/\\p{Script=Han}/gu).length, readings.length])(document.querySelector('${selector}'), document.querySelector('${selector}').querySelectorAll('ruby[data-mingdu] > rt[data-py]'))`);
    expect(readings).toBe(characters);
  }

  /** What a page is there for, with the aids on; nothing is compared with how it was after this. */
  const MORE: Partial<Record<(typeof PAGES)[number], () => Promise<void>>> = {
    search: async () => {
      await run(`document.querySelector('#q').value = ''`);
      await type('#q', '补贴');
      await bench.page.keyboard.press('Enter');
      await until(`document.querySelector('#sum').textContent.includes('有“补贴”的')`);
      await isHelped('.hits h2', 19 * 1.5);
      expect(new Set(await textsOf('.hits mark'))).toEqual(new Set(['补贴']));
    },
    strict: async () => {
      await set(bench.page, { spacing: 'wider', caption: true, readingLine: 'mask', pointer: 'larger', focus: 'strong', lens: true });
      expect(await textsOf('#violations')).toEqual(['0']);
      expect(errors.splice(0)).toEqual([]);
      // The count counts.
      await run(`void document.body.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }))`);
      await until(`document.querySelector('#violations').textContent === '1'`);
    },
    elsewhere: async () => {
      const from = await run<string[]>(`performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/mingdu/'))`);
      expect(from.length).toBeGreaterThan(2);
      expect(from.filter((address) => !address.startsWith(portal.filesOrigin))).toEqual([]);
    },
    frame: async () => {
      const own = bench.page.frames().find((frame) => frame.url().endsWith('/bus.html'));
      const foreign = bench.page.frames().find((frame) => frame.url() === `${portal.filesOrigin}/showcase/water.html`);
      const size = `parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)`;
      await run(`void document.querySelector('iframe').scrollIntoView({ block: 'center', behavior: 'instant' })`);
      await ask(bench.page, 'settled()');
      expect(await own?.evaluate(size)).toBe(30);
      expect(await own?.evaluate(`document.querySelectorAll('ruby').length`)).toBeGreaterThan(10);
      expect(await foreign?.evaluate(size)).toBe(20);
      expect(await foreign?.evaluate('document.documentElement.outerHTML')).not.toContain('data-mingdu');
    },
    vue: async () => {
      await type('.asked input', '补贴');
      await until(`document.querySelectorAll('.matters li').length === 2`);
      expect(await textsOf('.matters h2')).toEqual(['办理中居家养老服务补贴申请', '办理中重度残疾人护理补贴']);
      await press('.rows button:nth-child(3)');
      await press('.matters .push');
      await until(`document.querySelector('.matters .push').textContent === '催一催（已催 1 次）'`);
      expect(await textsOf('.matters p')).toEqual(['垟坪乡　2025-10-16 收件，还剩 4 个工作日催一催（已催 1 次）', '城关镇　2025-10-20 收件，还剩 8 个工作日催一催']);
      await isHelped('.matters h2', 18 * 1.5);
      await closeAndForget(bench.page);
      await run(`void Object.assign(document.querySelector('.asked input'), { value: '' }).dispatchEvent(new Event('input'))`);
      await until(`document.querySelectorAll('.matters li').length === 8`);
      expect((await textsOf('.matters h2'))[0]).toBe('办理中城乡居民医保参保登记');
    },
    react: async () => {
      await type('#words', '请在村口装路灯');
      await press('.push.main');
      await until(`document.querySelectorAll('.opinions li').length === 5`);
      await press('.rows button:nth-child(2)');
      await until(`document.querySelector('.opinions p').textContent === '请在村口装路灯'`);
      await press('.opinions .push');
      await until(`document.querySelector('.opinions .push').getAttribute('aria-pressed') === 'true'`);
      expect((await textsOf('.opinions .from'))[0]).toBe('您　已有 1 人支持');
      await isHelped('.opinions h2', 18 * 1.5);
      await press('.opinions .push + .push');
      await until(`document.querySelectorAll('.opinions li').length === 4`);
      await closeAndForget(bench.page);
      await press('.rows button:nth-child(1)');
      await until(`document.querySelector('.opinions p').textContent.startsWith('办事大厅的取号机')`);
      expect(await textsOf('.opinions h2')).toEqual(['第1条', '第2条', '第3条', '第4条']);
    },
    own: async () => {
      await run(`void scrollTo(0, 0)`);
      const [ground, ink] = await run<string[]>(`(({ backgroundColor, color }) => [backgroundColor, color])(getComputedStyle(${LAUNCHER}.shadowRoot.querySelector('button')))`);
      expect([ground, ink]).toEqual(['rgb(157, 26, 34)', 'rgb(255, 255, 255)']);
    },
    other: async () => {
      const { page } = bench;
      const care = (at: number) => press(`#care-bar button:nth-of-type(${at})`);
      const at = (place: string) => until(`document.querySelector('.care-target') === document.querySelector('${place}') && document.activeElement === document.querySelector('${place}')`);
      await ask(page, 'open()');
      await alt('Digit0');
      await until(UNCOVERED);
      await care(1);
      // It reads what it sees, 27 px, and what it writes is the page's own size from now on.
      await isHelped('.body p', 18 * 1.5 * 1.2 * 1.5);
      // Its keys stay its own, also where the reader has asked for the same of ours.
      await alt('Digit6');
      await at('footer');
      await set(page, { shortcuts: 'classic' });
      await alt('Digit2');
      await at('nav');
      // One after the other, in either order.
      await closeAndForget(page);
      await until(`document.querySelector('#care-bar').getBoundingClientRect().top === 0`);
      expect(await sizeOf('.body p')).toBeCloseTo(18 * 1.5 * 1.2, 1);
      await care(4);
      await linkFocused();
      expect(await pageDifferences(page)).toEqual([]);
      await set(page, { textSize: 150 });
      await alt('Digit0');
      await care(1);
      await care(4);
      await ask(page, 'settled()');
      expect(await sizeOf('.body p')).toBeCloseTo(18 * 1.5, 1);
      await closeAndForget(page);
      await linkFocused();
      expect(await pageDifferences(page)).toEqual([]);
    },
    old: async () => {
      expect(await run('document.characterSet')).toBe('GBK');
      // Its library extends Array, and takes JSON for its own.
      expect(await run(`JSON.stringify([1])`)).toBe('"[1]"');
      await run('turn(), drift()');
      await isHelped('#hang', 12 * 1.5);
      expect(await textsOf('#hang')).toEqual(['晚粳稻：每斤 1.56 元']);
      await closeAndForget(bench.page);
      await run('turn(), drift()');
      expect(await textsOf('#hang')).toEqual(['油菜籽：每斤 2.85 元']);
    },
  };

  it.each(PAGES)('%s opens, helps, is as it was, and shows what it is there for', async (path) => {
    const { page } = bench;
    const title = TITLES[path] ?? 'h1';
    await visit(page, `${portal.origin}/showcase/${path}.html`);
    // React draws when the page has come.
    await until(`document.querySelector('${title}') !== null`);
    await stopPageTimers(page);
    const before = await sizeOf(title);
    // A press leaves the focus on the link; what the reader does is no difference of ours.
    const hasLink = await linkFocused();
    await takePageSnapshot(page);
    if (hasLink) await page.click('[data-mingdu-open]');
    else await run(`${LAUNCHER}.shadowRoot.querySelector('button').click()`);
    await until(IS_OPEN);
    // Its owner gives a new reader a preset with the first press.
    if (path === 'own') await until('Mingdu.get().textSize > 100');
    await set(page, AIDS);
    expect(await sizeOf(title)).toBeCloseTo(before * 1.5, 0);
    expect(await run(`getComputedStyle(document.body).backgroundColor`)).toBe('rgb(0, 0, 0)');
    await page.waitForFunction(`(${findUnannotated.toString()})().length === 0`);
    await closeAndForget(page);
    expect(await pageDifferences(page)).toEqual([]);
    const more = MORE[path];
    if (!more) return;
    await set(page, AIDS);
    await more();
    await closeAndForget(page);
  });
});
