// What a browser keeps and checks of the widget's files: later files are kept for ever and asked for once, the loader is asked for anew; a hash on
// the tag or in an import map refuses a file that was changed. Also what a page pays at load: nothing but the launcher.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { IS_OPEN, LAUNCHER } from '../support/interface';
import { ALL_SEEN, noticePage, RECORD_MOUNT, seen, switchOn } from '../support/loading';
import { builtName, closeAndForget, DIST, visit } from '../support/product';
import type { Mount } from '../support/site';
import { useBrowser } from '../support/use-browser';

const WIDGET = join(DIST, 'widget');
const HASHES = JSON.parse(readFileSync(join(WIDGET, 'integrity.json'), 'utf8')) as Record<string, string>;
const SNIPPET = readFileSync(join(WIDGET, 'integrity-importmap.html'), 'utf8');
const MAP = /<script type="importmap">[^]*?<\/script>/.exec(SNIPPET)?.[0] ?? '';
const TAG_WITH_HASH = /<script async[^]*<\/script>/.exec(SNIPPET)?.[0] ?? '';
const IMMUTABLE = { 'cache-control': 'public, max-age=31536000, immutable' };

describe.each(BROWSERS)('files of the widget in %s', (name) => {
  /** Files that are sent with something more in them. */
  let changed = /^$/;
  afterEach(() => void (changed = /^$/));
  const sent = (path: string) => ({ type: 'text/javascript', body: readFileSync(join(WIDGET, path), 'utf8') + (changed.test(path) ? ';globalThis.tampered = true' : '') });
  const bench = useBrowser(name, [
    RECORD_MOUNT,
    { at: '/mingdu/', from: sent },
    { at: '/kept/', from: sent, headers: (path): Record<string, string> => (path === 'mingdu.js' ? { 'cache-control': 'no-cache' } : IMMUTABLE) },
    { at: '/kept.html', from: () => ({ body: noticePage('<script src="/kept/mingdu.js"></script>') }) },
    { at: '/tag.html', from: () => ({ body: noticePage(TAG_WITH_HASH) }) },
    { at: '/map.html', from: () => ({ body: noticePage(TAG_WITH_HASH, MAP) }) },
    { at: '/bare.html', from: () => ({ body: noticePage('<script src="/mingdu/mingdu.js"></script>', '', '<h1>通知</h1><p>正文一段。</p>') }) },
  ] satisfies Mount[]);

  it('asks for later files once, and for the loader on each page', async () => {
    const { page, site } = bench;
    await visit(page, `${site.origin}/kept.html`);
    await switchOn(page);
    const first = site.requests.filter((path) => path.startsWith('/kept/'));
    expect(first).toContain(`/kept/${builtName('mingdu-main')}`);
    expect(first.filter((path) => !/^\/kept\/mingdu(-[\w-]+\.[0-9a-f]{8})?\.js$/.test(path))).toEqual([]);
    expect(new Set(first).size).toBe(first.length);
    site.forget();
    await visit(page, `${site.origin}/kept.html?next`);
    // What was on is on again, from what the browser has kept.
    await page.waitForFunction(`getComputedStyle(document.querySelector('#text')).fontSize === '24px' && document.querySelectorAll('#text rt[data-py]').length > 0`);
    expect(await seen(page)).toEqual(ALL_SEEN);
    expect(site.requests.filter((path) => path.startsWith('/kept/'))).toEqual(['/kept/mingdu.js']);
    await closeAndForget(page);
  });

  it('of what is left on, the table of names comes right after the runtime', async () => {
    const { page, site } = bench;
    await visit(page, `${site.origin}/tag.html`);
    await page.evaluate(`Mingdu.set({ textSize: 150 })`);
    site.forget();
    await visit(page, `${site.origin}/tag.html?next`);
    await page.waitForFunction(`getComputedStyle(document.querySelector('#text')).fontSize === '24px'`);
    const asked = site.requests.filter((path) => /mingdu-/.test(path));
    expect(asked.slice(0, 2)).toEqual([`/mingdu/${builtName('mingdu-main')}`, `/mingdu/${builtName('mingdu-files')}`]);
    await closeAndForget(page);
  });

  it('runs the loader that the hash on the tag names, and no other', async () => {
    const { page, site } = bench;
    expect(TAG_WITH_HASH).toContain(HASHES['mingdu.js']);
    await visit(page, `${site.origin}/tag.html`);
    changed = /^mingdu\.js$/;
    await page.goto(`${site.origin}/tag.html?changed`, { waitUntil: 'load' });
    expect(await page.evaluate('[typeof Mingdu, typeof tampered]')).toEqual(['undefined', 'undefined']);
    changed = /^$/;
  });

  it('runs later files that the import map names, and none that was changed, on whatever way', async () => {
    const { page, site } = bench;
    await visit(page, `${site.origin}/map.html`);
    await switchOn(page);
    expect(await seen(page)).toEqual(ALL_SEEN);
    await closeAndForget(page);
    for (const file of ['mingdu-main', 'mingdu-files', 'mingdu-aid-text-size']) {
      changed = new RegExp(`^${file}`);
      await visit(page, `${site.origin}/map.html?${file}`);
      // Twice: what was refused once is refused again.
      for (let press = 0; press < 2; press += 1) await page.evaluate(`Mingdu.open().then(() => Mingdu.set({ textSize: 150 })).then(() => Mingdu.settled()).catch(() => 0)`);
      expect(await page.evaluate(`[typeof tampered, getComputedStyle(document.querySelector('#text')).fontSize]`), file).toEqual(['undefined', '16px']);
      expect(await page.evaluate(`[...toldToConsole, ...toldAsEvent.map(({ message }) => message)].some((words) => words.includes(${JSON.stringify(builtName(file))}))`), file).toBe(true);
      await page.evaluate(`Mingdu.close().catch(() => 0).then(() => localStorage.clear())`);
    }
    changed = /^$/;
  });

  it('at load nothing of the page is another but for the launcher', async () => {
    const { page, site } = bench;
    const markup = `document.documentElement.outerHTML`;
    const script = await page.evaluateOnNewDocument(`document.addEventListener('DOMContentLoaded', () => (globalThis.parsed = ${markup}), { capture: true, once: true })`);
    for (const path of ['/bare.html', '/tag.html']) {
      await visit(page, site.origin + path);
      const hasLauncher = path === '/bare.html';
      expect(await page.evaluate(`${LAUNCHER} !== undefined`)).toBe(hasLauncher);
      expect(await page.evaluate(`(() => { ${hasLauncher ? `${LAUNCHER}.remove();` : ''} return ${markup} === parsed; })()`)).toBe(true);
      expect(await page.evaluate(`parsed.includes('data-mingdu=')`)).toBe(false);
    }
    await page.removeScriptToEvaluateOnNewDocument(script.identifier);
    expect(await page.evaluate(IS_OPEN)).toBe(false);
  });
});
