// 撤销 over pages and tabs: the last step survives a page change in its tab, in the widget and the extension, and ends with 退出.
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { pressAction } from '../support/extension';
import { IS_OPEN, TOOLBARS } from '../support/interface';
import { PAGE, press, ROOT, SIZE, status, STEP, until, untilPressed } from '../support/presets';
import { ask, closeAndForget, DIST, set, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';

describe.each(BROWSERS)('undo in %s', (name) => {
  const bench = useBrowser(name, [widgetMount(), { at: '/', from: () => ({ body: PAGE }) }]);
  const address = (path = '') => `${bench.site.origin}/${path}`;
  afterEach(async () => {
    await closeAndForget(bench.page);
  });

  it('the last step can be taken back on the next page, a preset and a run of presses each as one', async () => {
    const { page } = bench;
    await visit(page, address());
    await ask(page, 'open()');
    for (const size of [125, 150, 175]) {
      await press(page, '放大');
      await until(page, { textSize: size });
    }
    await visit(page, address('next'));
    await page.waitForFunction(`${IS_OPEN} && !!${ROOT}.querySelector('[data-item=undo]')`);
    await press(page, '撤销');
    await until(page, { textSize: 100 });
    await press(page, '长辈模式');
    await until(page, { textSize: 150 });
    await visit(page, address('third'));
    await page.waitForFunction(IS_OPEN);
    await untilPressed(page, '长辈模式', true);
    await press(page, '撤销');
    await until(page, { textSize: 100, spacing: 'page', pointer: 'page', still: false });
    await untilPressed(page, '长辈模式', false);
    expect(await page.evaluate(STEP)).toBeNull();
  });

  it('on a phone the next page shows the strip that takes it back', async () => {
    const { page } = bench;
    const size = page.viewport();
    await page.setViewport({ width: 360, height: 640 });
    await visit(page, address());
    await ask(page, 'open()');
    await set(page, { contrast: 'yellow-on-black' });
    await visit(page, address('next'));
    await page.waitForFunction(IS_OPEN);
    await press(page, '撤销：配色');
    await until(page, { contrast: 'off' });
    await page.setViewport(size);
  });

  it('退出 leaves nothing to take back, nor does broken content', async () => {
    const { page } = bench;
    await visit(page, address());
    await ask(page, 'open()');
    await set(page, { spacing: 'wide' });
    expect(await page.evaluate(STEP)).toContain('spacing');
    await ask(page, 'close()');
    expect(await page.evaluate(STEP)).toBeNull();
    await ask(page, 'open()');
    await press(page, '撤销');
    await page.waitForFunction(`${status} === '还没有改动'`);
    for (const broken of ['{', '{"before":{"spacing":"no"},"set":{"spacing":"wide"}}']) {
      await page.evaluate(`sessionStorage.setItem('mingdu-undo', ${JSON.stringify(broken)})`);
      await visit(page, address());
      await page.waitForFunction(IS_OPEN);
      await press(page, '撤销');
      await page.waitForFunction(`${status} === '还没有改动'`);
      expect(await ask(page, 'get().spacing')).toBe('wide');
    }
  });

  it('another tab\'s change never enters', async () => {
    const { page, opened } = bench;
    await visit(page, address());
    await ask(page, 'open()');
    await set(page, { spacing: 'wide' });
    const other = await opened.newPage();
    await visit(other, address());
    await other.waitForFunction(IS_OPEN);
    await other.bringToFront();
    expect(await other.evaluate(STEP)).toBeNull();
    await set(other, { textSize: 200 });
    await page.bringToFront();
    await until(page, { textSize: 200 });
    await press(page, '撤销');
    await until(page, { spacing: 'page', textSize: 200 });
    await press(page, '撤销');
    await page.waitForFunction(`${status} === '还没有改动'`);
    // What this tab set, and the other one set anew, is the other's.
    await set(page, { textSize: 250 });
    await other.bringToFront();
    await until(other, { textSize: 250 });
    await set(other, { textSize: 125 });
    await page.bringToFront();
    await until(page, { textSize: 125 });
    await visit(page, address('next'));
    await page.waitForFunction(IS_OPEN);
    await press(page, '撤销');
    await page.waitForFunction(`${status} === '还没有改动'`);
    expect(await ask(page, 'get().textSize')).toBe(125);
    await other.close();
  });

  it('without a session store undo works on the page, and nobody is troubled', async () => {
    const { page } = bench;
    const script = await page.evaluateOnNewDocument(`Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } })`);
    await visit(page, address());
    await ask(page, 'open()');
    await press(page, '长辈模式');
    await until(page, { textSize: 150 });
    await press(page, '撤销');
    await until(page, { textSize: 100, spacing: 'page' });
    await page.removeScriptToEvaluateOnNewDocument(script.identifier);
    await visit(page, address());
  });
});

describe.each(BROWSERS)('undo in the extension of %s', (name) => {
  const bench = useBrowser(name, [{ at: '/', from: () => ({ body: PAGE.replace(/<script.*<\/script>/, '') }) }], { extension: join(DIST, `extension-${name}`) });

  it('the last step and a second press work on the next page of the site; 退出 clears the step', async () => {
    const { page, site, opened } = bench;
    const go = (path: string) => page.goto(site.on('www.example.gov.cn', `/${path}`), { waitUntil: 'load' });
    const isSize = (px: number) => page.waitForFunction(`${SIZE} === ${px}`);
    await go('');
    await pressAction(opened, page);
    await page.waitForFunction(IS_OPEN, { timeout: 15_000 });
    await press(page, '长辈模式');
    await isSize(24);
    await go('next');
    await page.waitForFunction(IS_OPEN);
    await isSize(24);
    await press(page, '撤销');
    await isSize(16);
    await untilPressed(page, '长辈模式', false);
    await press(page, '长辈模式');
    await isSize(24);
    await go('third');
    await page.waitForFunction(IS_OPEN);
    await untilPressed(page, '长辈模式', true);
    await press(page, '长辈模式');
    await isSize(16);
    expect(await page.evaluate(STEP)).not.toBeNull();
    await pressAction(opened, page);
    await page.waitForFunction(`${TOOLBARS}.length === 0`);
    expect(await page.evaluate(STEP)).toBeNull();
  });
});
