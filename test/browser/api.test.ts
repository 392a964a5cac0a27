// window.Mingdu whole, from a page's side: settings, events, errors. The tag's attributes: tag.test.ts; what is kept: storage.test.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { TOOLBARS } from '../support/interface';
import { ask, closeAndForget, DIST, set, STRONGEST, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';

const DEFAULTS = { textSize: 100, spacing: 'page', contrast: 'off', readingLine: 'off', rulerLines: 3, lineWidth: 8, lineOpacity: 100, pinyin: 'off', speech: 'off', rate: 1, pointer: 'page' };

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>接口</title>
<script src="/mingdu/mingdu.js"></script>
<script>first = [typeof Mingdu, Mingdu.get().textSize, Mingdu.speech.state]</script></head>
<body><a id="opener" href="#" data-mingdu-open>无障碍浏览</a><h1>通知</h1><p id="text">关于农村道路的通知。</p></body></html>`;

/** Rejected, as text; 'resolved' if it was not. */
const rejection = (call: string) => `Mingdu.${call}.then(() => 'resolved', (error) => error.constructor.name + ': ' + error.message)`;

describe.each(BROWSERS)('window.Mingdu in %s', (name) => {
  const bench = useBrowser(name, [widgetMount(), { at: '/', from: (path) => (path === '' ? { body: PAGE } : undefined) }]);
  beforeEach(() => visit(bench.page, `${bench.site.origin}/`));
  afterEach(() => closeAndForget(bench.page));

  it('answers as soon as the loader has run', async () => {
    expect(await bench.page.evaluate('first')).toEqual(['object', 100, 'idle']);
    expect(await ask(bench.page, 'version')).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('has every setting of the aids that are built, at its default, and hands out copies', async () => {
    expect(await ask(bench.page, 'get()')).toMatchObject(DEFAULTS);
    expect(await bench.page.evaluate(`(Mingdu.get().textSize = 300, Mingdu.get().textSize)`)).toBe(100);
  });

  it('has all that the contract names', async () => {
    expect(
      await bench.page.evaluate(`['open', 'close', 'set', 'get', 'reset', 'settled', 'on'].map((key) => typeof Mingdu[key]).concat(
        ['play', 'pause', 'next', 'previous', 'stop'].map((key) => typeof Mingdu.speech[key]))`),
    ).toEqual(Array.from({ length: 12 }, () => 'function'));
  });

  it.each([
    ['an unknown key', { zoom: 2 }, ['zoom', 'textSize']],
    ['a value beyond a range', { textSize: 301 }, ['textSize', '100', '300']],
    ['text for a number', { textSize: '200' }, ['textSize', '100', '300']],
    ['a value that is none', { contrast: 'pink' }, ['contrast', 'black-on-white', 'black-on-cream']],
    ['nothing for a value', { spacing: null }, ['spacing', 'wider']],
    ['a good key beside a bad one', { textSize: 200, pinyin: 'yes' }, ['pinyin', 'rare', 'all']],
    ['a name that every object has', { toString: 1 }, ['toString']],
  ])('set rejects %s, and changes nothing', async (_what, patch, words) => {
    const { page } = bench;
    await takePageSnapshot(page);
    const told = (await page.evaluate(rejection(`set(${JSON.stringify(patch)})`))) as string;
    expect(told).toMatch(/^TypeError: /);
    for (const word of words) expect(told).toContain(word);
    expect(await ask(page, 'get()')).toMatchObject(DEFAULTS);
    expect(await pageDifferences(page)).toEqual([]);
    expect(await page.evaluate(`localStorage.getItem('mingdu')`)).toBeNull();
  });

  it.each(['null', '42', '"large"', '[]', 'undefined', '{ textSize: NaN }', '{ textSize: Infinity }'])('set(%s) rejects with a TypeError', async (word) => {
    expect(await bench.page.evaluate(rejection(`set(${word})`))).toMatch(/^TypeError: /);
  });

  it('set takes any number within a range, shows it when it resolves, and needs no toolbar', async () => {
    const { page } = bench;
    await page.evaluate('Mingdu.set({ textSize: 137 })');
    const size = parseFloat((await page.evaluate('getComputedStyle(text).fontSize')) as string);
    expect(size / 16).toBeCloseTo(1.37, 1);
    expect(await page.evaluate(`${TOOLBARS}.length`)).toBe(0);
    expect(await ask(page, 'get().textSize')).toBe(137);
  });

  it('open shows the toolbar, reset keeps it, close takes it away and restores', async () => {
    const { page } = bench;
    await takePageSnapshot(page);
    await ask(page, 'open()');
    await set(page, STRONGEST);
    expect(await page.evaluate(`${TOOLBARS}.length`)).toBe(1);
    await ask(page, 'reset()');
    expect(await ask(page, 'get()')).toMatchObject(DEFAULTS);
    expect(await page.evaluate(`${TOOLBARS}.length`)).toBe(1);
    await ask(page, 'close()');
    expect(await page.evaluate(`${TOOLBARS}.length`)).toBe(0);
    expect(await pageDifferences(page)).toEqual([]);
  });

  it('set after close applies all stored choices and the patch', async () => {
    const { page } = bench;
    await set(page, { contrast: 'white-on-black' });
    await ask(page, 'close()');
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).not.toBe('rgb(0, 0, 0)');
    await set(page, { textSize: 200 });
    expect(await page.evaluate('[getComputedStyle(document.body).backgroundColor, getComputedStyle(text).fontSize]')).toEqual(['rgb(0, 0, 0)', '32px']);
  });

  it('tells each event to on() and as a CustomEvent, with the same detail', async () => {
    const { page } = bench;
    await page.evaluate(`
      told = []; heard = [];
      for (const type of ['open', 'close', 'change', 'speech', 'error']) {
        Mingdu.on(type, (detail) => told.push([type, detail]));
        document.addEventListener('mingdu:' + type, (event) => heard.push([type, event.detail]));
      }`);
    await ask(page, 'open()');
    await set(page, { textSize: 150, spacing: 'wide' });
    await set(page, { textSize: 150 });
    await ask(page, 'close()');
    const told = (await page.evaluate('told')) as [string, { patch?: unknown; settings?: unknown }][];
    expect(told.map(([type]) => type)).toEqual(['open', 'change', 'close']);
    expect(told[1]?.[1]).toEqual({ patch: { textSize: 150, spacing: 'wide' }, settings: { ...(await ask<object>(page, 'get()')) } });
    expect(await page.evaluate('heard')).toEqual(told);
  });

  it('on() returns its own undo, and knows no other event', async () => {
    const { page } = bench;
    await page.evaluate(`told = 0; undo = Mingdu.on('change', () => (told += 1))`);
    await set(page, { textSize: 150 });
    await page.evaluate('undo()');
    await set(page, { textSize: 200 });
    expect(await page.evaluate('told')).toBe(1);
    expect(await page.evaluate(`(() => { try { Mingdu.on('load', () => 0); return 'taken'; } catch (error) { return error.constructor.name; } })()`)).toBe('TypeError');
    expect(await page.evaluate(`(() => { try { Mingdu.on('change', 5); return 'taken'; } catch (error) { return error.constructor.name; } })()`)).toBe('TypeError');
  });

  it('a listener that throws harms nobody', async () => {
    const { page } = bench;
    await page.evaluate(`Mingdu.on('change', () => { throw new Error('of the page'); })`);
    await set(page, { textSize: 200 });
    expect(await page.evaluate('getComputedStyle(text).fontSize')).toBe('32px');
  });

  it('many calls at once end in the last', async () => {
    const { page } = bench;
    await page.evaluate(`Promise.all([Mingdu.open(), Mingdu.set({ textSize: 125 }), Mingdu.set({ textSize: 200 }), Mingdu.close(), Mingdu.set({ textSize: 175 })])`);
    expect(await page.evaluate('getComputedStyle(text).fontSize')).toBe('28px');
    expect(await ask(page, 'get().textSize')).toBe(175);
  });

  it('a file that cannot be had is told as an error event and a rejection, and tried again at the next press', async () => {
    const { page, site } = bench;
    site.mount([{ at: '/mingdu/', from: (path) => (path.startsWith('mingdu.js') ? { type: 'text/javascript', body: readFileSync(join(DIST, 'widget/mingdu.js')) } : undefined) },
      { at: '/', from: (path) => (path === '' ? { body: PAGE } : undefined) }]);
    await visit(page, `${site.origin}/?again`);
    await page.evaluate(`told = []; Mingdu.on('error', (detail) => told.push(detail.id))`);
    expect(await page.evaluate(rejection('open()'))).toMatch(/^Error: .*mingdu-main\.[0-9a-f]{8}\.js/);
    expect(await page.evaluate('told')).toEqual(['load-failed']);
    site.mount([widgetMount(), { at: '/', from: (path) => (path === '' ? { body: PAGE } : undefined) }]);
    expect(await page.evaluate(rejection('open()'))).toBe('resolved');
    expect(await page.evaluate(`${TOOLBARS}.length`)).toBe(1);
  });
});

describe('mingdu.d.ts', () => {
  /** What the compiler says about a page's script that uses the declarations. */
  function complaints(script: string): string[] {
    const types = join(DIST, 'widget/mingdu.d.ts');
    const sample = '/sample.ts';
    const options: ts.CompilerOptions = { strict: true, noEmit: true, skipLibCheck: false, target: ts.ScriptTarget.ES2022, types: [], lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'] };
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists } = host;
    host.fileExists = (file) => file === sample || fileExists(file);
    host.getSourceFile = (file, target) => (file === sample ? ts.createSourceFile(file, script, target) : getSourceFile(file, target));
    const program = ts.createProgram([types, sample], options, host);
    return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  }

  it('takes what the contract allows', () => {
    expect(
      complaints(`
        async function use(): Promise<void> {
          await Mingdu.set({ textSize: 150, contrast: 'yellow-on-black', readingLine: 'mask', pinyin: 'rare', speech: 'point', rate: 0.5, pointer: 'large', spacing: 'wider' });
          const size: number = window.Mingdu.get().textSize;
          const off = Mingdu.on('change', ({ patch, settings }) => void [patch.textSize, settings.contrast, size]);
          document.addEventListener('mingdu:error', (event) => void event.detail.message.length);
          if (Mingdu.speech.state === 'paused') await Mingdu.speech.play();
          off();
        }
        void use();`),
    ).toEqual([]);
  });

  it.each([`Mingdu.set({ contrast: 'pink' })`, `Mingdu.set({ zoom: 2 })`, `Mingdu.on('load', () => undefined)`, `Mingdu.get().textSize = '1'`])('refuses %s', (line) => {
    expect(complaints(line)).toHaveLength(1);
  });
});
