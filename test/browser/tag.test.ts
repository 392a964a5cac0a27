// The script tag as site owners write it: its attributes, a second tag, what opens the toolbar, and the page's address.
import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { IS_OPEN, LAUNCHER, TOOLBARS } from '../support/interface';
import { ask, closeAndForget, frames, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';

const pages: Record<string, { readonly tag: string; readonly body?: string }> = {
  plain: { tag: '<script src="/mingdu/mingdu.js"></script>' },
  async: { tag: '<script async src="/mingdu/mingdu.js"></script>', body: '<a id="opener" href="#x" data-mingdu-open>无障碍浏览</a>' },
  trigger: { tag: '<script src="/mingdu/mingdu.js" data-trigger=".wza a"></script>', body: '<p class="wza" onclick="event.stopPropagation()"><a id="opener" href="#x">无障碍</a></p>' },
  english: { tag: '<script src="/mingdu/mingdu.js" data-lang="en"></script>' },
  silent: { tag: '<script src="/mingdu/mingdu.js" data-url="off"></script>' },
  moved: { tag: '<script src="/mingdu/mingdu.js" data-base="/elsewhere"></script>' },
  bad: { tag: '<script src="/mingdu/mingdu.js" data-launcher="maybe" data-trigger="a[" data-lang="fr"></script>' },
  twice: { tag: '<script src="/mingdu/mingdu.js"></script><script>one = Mingdu</script><script src="/mingdu/mingdu.js"></script>' },
  clobbered: { tag: '<script defer src="/mingdu/mingdu.js"></script>', body: '<a id="Mingdu" href="#">明读</a>' },
};

const FOCUSED = `(() => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at?.closest('[role=toolbar]') ? 'bar' : at?.id || at?.localName; })()`;

describe.each(BROWSERS)('the tag in %s', (name) => {
  const bench = useBrowser(name, [
    widgetMount(),
    { ...widgetMount(), at: '/elsewhere/' },
    {
      at: '/',
      from: (path) => {
        const page = pages[path];
        return page && { body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title>${page.tag}</head><body><h1>通知</h1>${page.body ?? ''}<p style="font-size: 16px">这是正文，说的是今年冬天各个乡镇怎样保证道路通畅、怎样把暖气送到每一户老人家里，请大家互相转告，有事请到三号窗口办理。</p></body></html>` };
      },
    },
  ]);

  async function open(path: string): Promise<void> {
    await visit(bench.page, `${bench.site.origin}/${path}`);
    await frames(bench.page);
  }
  const closed = () => closeAndForget(bench.page);

  it.each(['async', 'trigger'])('a click on the opener of "%s" opens the toolbar, and goes nowhere', async (path) => {
    const { page } = bench;
    await open(path);
    expect(await page.evaluate(`document.querySelectorAll('[data-mingdu]').length`)).toBe(0);
    await page.click('#opener');
    await page.waitForFunction(IS_OPEN);
    expect(await page.evaluate('location.hash')).toBe('');
    expect(await page.evaluate(FOCUSED)).not.toBe('bar');
    await closed();
  });

  it('opened by keyboard, the first control has the focus', async () => {
    const { page } = bench;
    await open('async');
    await page.focus('#opener');
    await page.keyboard.press('Enter');
    await page.waitForFunction(IS_OPEN);
    await page.waitForFunction(`${FOCUSED} === 'bar'`);
    expect(await page.evaluate(`(() => { const root = ${TOOLBARS}[0]; return root.activeElement === root.querySelector('[role=toolbar] button'); })()`)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(FOCUSED)).toBe('opener');
    expect(await page.evaluate(IS_OPEN)).toBe(true);
    await closed();
  });

  it('the launcher opens too, and the same element is there after close', async () => {
    const { page } = bench;
    await open('plain');
    await page.evaluate(`launcher = ${LAUNCHER}; launcher.shadowRoot.querySelector('button').click()`);
    await page.waitForFunction(IS_OPEN);
    await ask(page, 'close()');
    expect(await page.evaluate(`launcher.isConnected && launcher === ${LAUNCHER}`)).toBe(true);
    await closed();
  });

  it('opened by the launcher’s key, the focus goes back to the launcher, by Escape and after 退出', async () => {
    const { page } = bench;
    await open('plain');
    await page.evaluate(`launcher = ${LAUNCHER}; launcher.shadowRoot.querySelector('button').focus()`);
    const isInBar = `${TOOLBARS}[0]?.activeElement?.closest('.bar') != null`;
    for (const keys of [['Escape'], ['End', 'Enter']] as const) {
      await page.keyboard.press('Enter');
      await page.waitForFunction(isInBar);
      for (const key of keys) await page.keyboard.press(key);
      await page.waitForFunction(`document.activeElement === launcher && launcher.shadowRoot.activeElement.localName === 'button'`, { timeout: 5_000 });
    }
    expect(await page.evaluate(IS_OPEN)).toBe(false);
    await closed();
  });

  it('the launcher is moved by keyboard and put aside, still opens, and stands there on the next page', async () => {
    const { page } = bench;
    await open('plain');
    const stands = () => page.evaluate(`(() => {
      const [opener, mover] = ${LAUNCHER}.shadowRoot.querySelectorAll('button');
      const box = opener.getBoundingClientRect();
      const both = [opener, mover].map((one) => one.getBoundingClientRect());
      return { side: box.left < innerWidth / 2 ? 'left' : 'right', isSmall: box.width < 60, isReached: both.every(({ width, height, left, right, top, bottom }) => width >= 44 && height >= 44 && left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight) };
    })()`);
    await page.evaluate(`${LAUNCHER}.shadowRoot.querySelectorAll('button')[1].focus()`);
    const seen = [await stands()];
    for (let press = 0; press < 4; press += 1) {
      await page.keyboard.press('Enter');
      seen.push(await stands());
    }
    const rest = { isReached: true };
    expect(seen).toEqual([{ side: 'right', isSmall: false, ...rest }, { side: 'left', isSmall: false, ...rest }, { side: 'left', isSmall: true, ...rest }, { side: 'right', isSmall: true, ...rest }, { side: 'right', isSmall: false, ...rest }]);
    for (let press = 0; press < 2; press += 1) await page.keyboard.press(' ');
    await open('plain');
    expect(await stands()).toEqual({ side: 'left', isSmall: true, ...rest });
    await page.evaluate(`${LAUNCHER}.shadowRoot.querySelector('button').focus()`);
    await page.keyboard.press('Enter');
    await page.waitForFunction(IS_OPEN);
    await ask(page, 'settled()');
    expect(await page.evaluate(`JSON.parse(localStorage.mingdu)`)).toMatchObject({ version: 1, on: true, launcher: 2 });
    await closed();
    await page.evaluate(`localStorage.mingdu = JSON.stringify({ launcher: 'length' })`);
    await open('plain');
    expect(await stands()).toEqual({ side: 'right', isSmall: false, ...rest });
  });

  it('data-lang decides the language of the interface', async () => {
    const { page } = bench;
    await open('english');
    expect(await page.evaluate(`${LAUNCHER}.shadowRoot.textContent`)).not.toMatch(/\p{Script=Han}/u);
    await ask(page, 'open()');
    expect(await page.evaluate(`${TOOLBARS}[0].querySelector('[role=toolbar]').textContent`)).toMatch(/Close|Exit|Leave/i);
    await closed();
    await open('plain');
    await ask(page, 'open()');
    expect(await page.evaluate(`${TOOLBARS}[0].querySelector('[role=toolbar]').textContent`)).toContain('退出');
    await closed();
  });

  it('data-base is where the later files come from', async () => {
    const { page, site } = bench;
    await open('moved');
    site.forget();
    await ask(page, 'open()');
    const files = site.requests.filter((path) => path.includes('mingdu-'));
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((path) => !path.startsWith('/elsewhere/'))).toEqual([]);
    await closed();
  });

  it('a bad attribute is named in one warning and ignored', async () => {
    const { page } = bench;
    const warnings: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warn') warnings.push(message.text());
    });
    await open('bad');
    await expect.poll(() => warnings.length, { timeout: 20_000 }).toBe(1);
    await page.evaluate('Mingdu.settled()');
    page.removeAllListeners('console');
    expect(warnings).toHaveLength(1);
    for (const word of ['data-launcher', 'data-trigger', 'data-lang']) expect(warnings[0]).toContain(word);
    expect(await page.evaluate(`${LAUNCHER}?.shadowRoot.textContent`)).toBe('无障碍浏览');
  });

  it('a second tag does nothing', async () => {
    const { page } = bench;
    await open('twice');
    expect(await page.evaluate(`[one === Mingdu, document.querySelectorAll('[data-mingdu]').length]`)).toEqual([true, 1]);
    await page.evaluate(`${LAUNCHER}.shadowRoot.querySelector('button').click()`);
    await page.waitForFunction(IS_OPEN);
    await closed();
  });

  it('an element with the id Mingdu is not mistaken for a copy', async () => {
    await open('clobbered');
    expect(await ask(bench.page, 'get().textSize')).toBe(100);
  });

  it('?mingdu=on opens the toolbar, ?mingdu=elder the elder preset with it', async () => {
    const { page } = bench;
    await open('plain?mingdu=on');
    await page.waitForFunction(IS_OPEN);
    expect(await ask(page, 'get().textSize')).toBe(100);
    await closed();
    await open('plain?mingdu=elder');
    await page.waitForFunction(`${IS_OPEN} && Mingdu.get().textSize > 100`);
    await ask(page, 'settled()');
    expect(parseFloat((await page.evaluate(`getComputedStyle(document.querySelector('body > p')).fontSize`)) as string)).toBeGreaterThanOrEqual(24);
    await closed();
  });

  it('data-url="off" leaves the address alone, and so does another word', async () => {
    const { page } = bench;
    await open('silent?mingdu=on');
    bench.site.forget();
    await frames(page, 5);
    expect(await page.evaluate(`document.querySelectorAll('[data-mingdu]').length`)).toBe(1);
    await open('plain?mingdu=yes');
    await frames(page, 5);
    expect(await page.evaluate(IS_OPEN)).toBe(false);
    expect(bench.site.requests.filter((path) => path.includes('mingdu-main'))).toEqual([]);
  });
});
