// Pages that treat the platform as pages do: worlds that old libraries extended, sheets assigned over ours, text joined, bodies replaced, content
// swapped under another address, pages that come back from the browser's memory. Aids work there, and the page is left as it was, or would be.
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { IS_OPEN, TOOLBARS } from '../support/interface';
import { ALL_SEEN, NOTICE, noticePage, RECORD_MOUNT, seen, SOME_AIDS, switchOn } from '../support/loading';
import { ask, closeAndForget, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';

const TAG = '<script src="/mingdu/mingdu.js"></script>';
const before = (file: string) => `<script src="/habits/${file}"></script>`;
/** Of the page alone: our own elements stand beside the body. */
const BODY = `document.body.outerHTML`;
const isSeen = (readings: string) => `(() => {
  const text = document.querySelector('#text');
  return text !== null && getComputedStyle(text).fontSize === '24px' && getComputedStyle(document.body).backgroundColor === 'rgb(0, 0, 0)' && document.querySelectorAll('#text rt[data-py]').length ${readings};
})()`;

describe.each(BROWSERS)('a page in %s', (name) => {
  const bench = useBrowser(
    name,
    [
      RECORD_MOUNT,
      widgetMount(),
      { at: '/habits/', from: fileURLToPath(new URL('../fixtures/habits', import.meta.url)) },
      { at: '/plain.html', from: () => ({ body: noticePage(TAG) }) },
      { at: '/extended.html', from: () => ({ body: noticePage(TAG, before('extended.js')) }) },
      { at: '/extended-later.html', from: () => ({ body: noticePage(TAG + before('extended.js')) }) },
      { at: '/old-json.html', from: () => ({ body: noticePage(TAG, before('extended.js') + before('old-json.js')) }) },
      // What is not to be stored is not kept in the browser's memory either.
      { at: '/kept/', from: () => ({ body: noticePage(TAG) }), headers: { 'cache-control': 'no-cache' } },
    ],
    // The driver turns the memory of pages off; a reader's browser has it.
    { without: ['--disable-back-forward-cache'] },
  );
  const wait = (condition: string) => bench.page.waitForFunction(condition);
  /** As `wait`, from outside: what the driver puts into a page to wait there is an error on pages that give all objects a `get`. */
  const until = (condition: string) => expect.poll(() => bench.page.evaluate(condition), { timeout: 20_000 }).toBe(true);
  const go = async (path: string) => {
    await bench.page.goto(`${bench.site.origin}/${path}`, { waitUntil: 'load' });
    await until(`typeof Mingdu === 'object'`);
  };
  const errors = () => bench.page.evaluate('[violations, pageErrors, toldToConsole, toldAsEvent]');
  const NONE = [[], [], [], []];

  beforeEach(async () => {
    await visit(bench.page, `${bench.site.origin}/plain.html`);
    await bench.page.evaluate('localStorage.clear(); sessionStorage.clear()');
  });

  it.each(['extended.html', 'extended-later.html', 'old-json.html'])('whose world old libraries have changed: %s', async (path) => {
    const { page } = bench;
    await go(path);
    const keys = await page.evaluate('keysOfNothing()');
    await page.focus('#opener');
    await takePageSnapshot(page);
    await page.click('#opener');
    await until(IS_OPEN);
    await switchOn(page);
    expect(await seen(page)).toEqual(ALL_SEEN);
    // The panel is drawn, a step is taken back, and what was chosen is there on the next page.
    await page.evaluate(`[...${TOOLBARS}[0].querySelectorAll('button')].find((button) => button.textContent.includes('更多')).click()`);
    await until(`${TOOLBARS}[0].querySelector('#panel') !== null`);
    await ask(page, `set({ spacing: 'wide' })`);
    expect(await page.evaluate('keysOfNothing()')).toBe(keys);
    expect(await errors()).toEqual(NONE);
    await page.evaluate(`Mingdu.set({ spacing: 'page' }).then(() => Mingdu.settled())`);
    await go(`${path}?next`);
    await until(isSeen('> 0'));
    expect(await seen(page)).toEqual(ALL_SEEN);
    await closeAndForget(page);
    await go(`${path}?again`);
    await takePageSnapshot(page);
    await switchOn(page);
    await closeAndForget(page);
    expect(await pageDifferences(page)).toEqual([]);
    expect(await errors()).toEqual(NONE);
  });

  it('that assigns its own adopted sheets over ours', async () => {
    const { page } = bench;
    await page.evaluate(`own = new CSSStyleSheet(); own.replaceSync('h1 { letter-spacing: 1px }'); document.adoptedStyleSheets = [own]`);
    await switchOn(page);
    for (const next of ['[own]', '[]', '[own]']) {
      await page.evaluate(`document.adoptedStyleSheets = ${next}; document.querySelector('#text').append('请相互转告。')`);
      await wait(isSeen('> 35'));
    }
    await closeAndForget(page);
    expect(await page.evaluate('document.adoptedStyleSheets.length === 1 && document.adoptedStyleSheets[0] === own')).toBe(true);
    expect(await page.evaluate(BODY)).not.toMatch(/data-mingdu-x|<ruby/);
    expect(await errors()).toEqual(NONE);
  });

  it('that calls normalize()', async () => {
    const { page } = bench;
    const was = await page.evaluate(BODY);
    await switchOn(page);
    for (let time = 0; time < 3; time += 1) {
      await page.evaluate('document.body.normalize(); document.normalize()');
      await ask(page, 'settled()');
      await wait(isSeen('=== 35'));
    }
    expect(await page.evaluate(`document.querySelector('#text').textContent`)).toMatch(/^各乡镇人民政府.*办理。$/);
    await closeAndForget(page);
    expect(await page.evaluate(BODY)).toBe(was);
    expect(await errors()).toEqual(NONE);
  });

  it('that replaces document.body', async () => {
    const { page } = bench;
    await switchOn(page);
    for (let time = 0; time < 2; time += 1) {
      await page.evaluate(`(() => { const next = document.createElement('body'); next.innerHTML = ${JSON.stringify(NOTICE)}; document.body = next; plain = document.body.outerHTML; })()`);
      await wait(isSeen('=== 35'));
      expect(await page.evaluate(IS_OPEN)).toBe(true);
    }
    await closeAndForget(page);
    expect(await page.evaluate(`${BODY} === plain`)).toBe(true);
    // The opener of the new body opens.
    await page.click('#opener');
    await wait(IS_OPEN);
    await closeAndForget(page);
    expect(await errors()).toEqual(NONE);
  });

  it('that swaps its content under another address, and back', async () => {
    const { page, site } = bench;
    await page.evaluate(`(() => {
      const notice = document.body.innerHTML;
      const list = '<h1>公告栏</h1><p id="text">第二页的正文，说的是明年春天怎样修路。</p>';
      const show = () => (document.body.innerHTML = location.pathname === '/two' ? list : notice);
      globalThis.go = (path) => { history.pushState({}, '', path); show(); };
      addEventListener('popstate', show);
    })()`);
    const was = await page.evaluate(BODY);
    await switchOn(page);
    await page.evaluate(`go('/two')`);
    await wait(`document.querySelector('h1').textContent === '公告栏' && ${isSeen('> 10')}`);
    await page.evaluate('history.back()');
    await wait(`location.pathname === '/plain.html' && ${isSeen('=== 35')}`);
    await page.evaluate('history.forward()');
    await wait(`location.pathname === '/two' && ${isSeen('> 10')}`);
    await page.evaluate('history.back()');
    await wait(`location.pathname === '/plain.html' && ${isSeen('=== 35')}`);
    await closeAndForget(page);
    expect(await page.evaluate(BODY)).toBe(was);
    expect(await errors()).toEqual(NONE);
    expect(page.url()).toBe(`${site.origin}/plain.html`);
  });

  it('that comes back from the browser’s memory follows what was chosen meanwhile', async () => {
    const { page, site } = bench;
    await visit(page, `${site.origin}/kept/one`);
    const was = await page.evaluate(BODY);
    await switchOn(page);
    await page.evaluate(`mark = 'the same page'; addEventListener('pageshow', ({ persisted }) => (globalThis.persisted = persisted))`);
    await visit(page, `${site.origin}/kept/two`);
    await wait(isSeen('> 0'));
    await page.evaluate(`Mingdu.set({ textSize: 200 }).then(() => Mingdu.settled())`);
    await page.evaluate('history.back()');
    await wait(`globalThis.mark === 'the same page' && persisted`);
    await wait(`getComputedStyle(document.querySelector('#text')).fontSize === '32px'`);
    expect(await ask(page, 'get()')).toMatchObject({ ...SOME_AIDS, textSize: 200 });
    // And where 退出 was pressed on the other page, nothing is left here.
    await page.evaluate('history.forward()');
    await wait(`location.pathname === '/kept/two' && typeof Mingdu === 'object'`);
    await ask(page, 'close()');
    await page.evaluate('history.back()');
    await wait(`location.pathname === '/kept/one' && globalThis.mark === 'the same page' && !${IS_OPEN} && ${BODY} === ${JSON.stringify(was)}`);
    expect(await errors()).toEqual(NONE);
  });
});
