// @vitest-environment node
// The report as files: what stands in it, hostile pages that stay text, rows that are none, and more rows than memory holds.
import { execFile } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clean, pictureAddress, safeAddress } from '../../../scripts/check/report/clean';
import { LIST_ROWS } from '../../../scripts/check/report/list';
import { aidName, wordsOf } from '../../../scripts/check/report/words';
import { writeReport } from '../../../scripts/check/report/write';
import { CLAUSE_NAMES, CLAUSES } from '../../../scripts/check/rules/clauses';
import type { PageRow } from '../../../scripts/check/types';
import { HOSTILE_TEXTS, hostileRow, problem, rowOf } from '../../fixtures/check/rows';

// It brings no types.
const { JSDOM } = createRequire(import.meta.url)('jsdom') as { JSDOM: new (markup: string) => { readonly window: { readonly document: Document } } };
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const DATE = new Date('2026-01-02T03:04:05Z');
const jsonLines = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingdu-report-'));
});
// Twenty thousand files take their time to go.
afterEach(() => rmSync(folder, { recursive: true, force: true }), 60_000);

const write = (rows: readonly unknown[], lang = 'zh') => {
  writeFileSync(join(folder, 'rows.jsonl'), jsonLines(rows));
  return writeReport(folder, { lang, date: DATE });
};
const text = (file: string) => readFileSync(join(folder, file), 'utf8');
const dom = (file: string) => new JSDOM(text(file)).window.document;
const words = (node: Element | null) => node?.textContent?.replace(/\s+/g, ' ') ?? '';

describe('a report', () => {
  it('counts pages, failures, barriers and hindrances', async () => {
    const rows = [rowOf(1, [problem('owner/mouse-only'), problem('axe/color-contrast', 'hindrance')]), rowOf(2, [problem('owner/mouse-only'), problem('owner/new-window', 'advice')]), { ...rowOf(3, []), state: 'failed', failed: '服务器没有回答' }];
    expect(await write(rows)).toEqual({ pages: 3, failed: 1, barriers: 2, hindrances: 1 });
    const page = dom('report.html');
    expect(words(page.querySelector('.sums'))).toMatch(/2 障碍.*1 不便.*1 建议/);
    expect(words(page.querySelector('header'))).toContain('查了 3 个网页，1 个没查成 · 2026-01-02');
  });

  it('says first what to do first: the owner’s barrier on most pages', async () => {
    await write([rowOf(1, [problem('axe/color-contrast', 'hindrance')]), rowOf(2, [problem('owner/mouse-only'), problem('axe/color-contrast', 'hindrance'), problem('aid/clipped', 'barrier', 'mingdu')])]);
    const steps = [...dom('report.html').querySelectorAll('#first ~ ol > li')].map(words);
    expect(steps[0]).toBe('只有鼠标才点得动（障碍，1 个网页，共 2 处）：换成 <button> 或 <a href>；不要给 div、span、img 挂点击。');
    expect(steps[1]).toContain('不便，2 个网页');
    expect(steps).toHaveLength(2);
  });

  it('parts what the owner mends, what Mingdu mends, and advice', async () => {
    await write([rowOf(1, [problem('owner/mouse-only'), problem('aid/clipped', 'barrier', 'mingdu'), problem('owner/new-window', 'advice')])]);
    for (const file of ['report.html', 'pages/0001.html']) {
      const sections = Object.fromEntries([...dom(file).querySelectorAll('section')].map((section) => [section.getAttribute('aria-labelledby'), [...section.querySelectorAll('.cards code')].map(words).filter((code) => code.includes('/'))]));
      expect(sections).toMatchObject({ owner: ['owner/mouse-only'], mingdu: ['aid/clipped'], advice: ['owner/new-window'] });
    }
  });

  it('names clause and criterion, claims no conformity, and says where the clause numbers are from', async () => {
    await write([rowOf(1, [problem('owner/captcha-alternative')])]);
    const whole = words(dom('report.html').body);
    expect(whole).toContain('规范 1.4.3 “验证码（含拼图）');
    expect(whole).toContain('WCAG 2.2 1.1.1 非文本内容 (A)');
    expect(whole).toContain('不表示网站达到任何标准');
    expect(whole).toContain('第三方整理');
    for (const name of CLAUSE_NAMES) expect(whole).toContain(CLAUSES[name].byHand.zh);
    expect(words(dom('pages/0001.html').body)).toContain('不表示网站达到任何标准');
  });

  it('is whole in English', async () => {
    const full = /[，。：；（）]/;
    await write([rowOf(1, [problem('owner/captcha-alternative'), problem('axe/image-alt'), problem('aid/clipped', 'barrier', 'mingdu'), problem('policy/script-src', 'hindrance')], '')], 'en');
    for (const file of ['report.html', 'pages/0001.html']) {
      const page = dom(file);
      expect(page.documentElement.lang).toBe('en');
      // The specification's own name is Chinese in any language, and 退出 is what the button says.
      expect(words(page.body).replace(/互联网网站适老化通用设计规范|退出/g, '')).not.toMatch(/\p{Script=Han}/u);
      expect(words(page.body)).not.toMatch(full);
    }
  });

  it('has a file for each page, with its neighbours, and a row for each failure', async () => {
    await write([rowOf(1, []), { ...rowOf(2, []), state: 'failed', failed: '证书过期', facts: undefined }, rowOf(3, [])]);
    const links = (file: string) => [...dom(file).querySelectorAll('nav a')].map((link) => link.getAttribute('href'));
    expect(links('pages/0001.html')).toEqual(['../report.html', '../pages/0002.html']);
    expect(links('pages/0002.html')).toEqual(['../report.html', '../pages/0001.html', '../pages/0003.html']);
    expect(links('pages/0003.html')).toEqual(['../report.html', '../pages/0002.html']);
    expect(words(dom('report.html').querySelectorAll('#pages ~ table tbody tr')[1] ?? null)).toContain('没查成：证书过期');
    expect(words(dom('pages/0002.html').querySelector('.note'))).toBe('这一页没查成：证书过期');
    const first = dom('report.html').querySelector('main section');
    expect(words(first)).toMatch(/^没能检查的网页.+：证书过期$/);
    expect(first?.querySelector('a')?.getAttribute('href')).toBe('pages/0002.html');
  });

  it('shows policies ready to paste, other tools, article, zones, aids and pictures of a page', async () => {
    const row = {
      ...rowOf(1, [{ ...problem('policy/script-src', 'hindrance'), detail: "script-src 'self';" }, { ...problem('tool/other', 'advice'), detail: 'UserWay (window.UserWay)' }]),
      aids: [
        { aid: 'textSize=200', findings: [{ kind: 'clipped', text: '字', detail: '', selector: '' }], isRestored: true },
        { aid: 'pinyin=all', findings: [], isRestored: false },
        { aid: 'spacing=wider+contrast=white-on-black', findings: [], isRestored: true, failed: '没有回答' },
      ],
      pictures: [{ name: 'page', file: 'pictures/0001-page.jpg' }, { name: 'elder', file: 'pictures/0001-elder.jpg' }],
    };
    await write([row]);
    const page = dom('pages/0001.html');
    const section = (id: string) => page.querySelector(`section[aria-labelledby=${id}]`);
    expect(words(section('policy')?.querySelector('pre') ?? null)).toBe("script-src 'self';");
    expect(words(section('tools'))).toContain('UserWay (window.UserWay)');
    expect([...(section('aids')?.querySelectorAll('tbody tr') ?? [])].map(words)).toEqual(['放大 (textSize=200)1完全复原', '拼音 (pinyin=all)0没有复原', '行距字距、配色 (spacing=wider+contrast=white-on-black)没有回答–']);
    expect([...(section('pictures')?.querySelectorAll('img') ?? [])].map((image) => [image.getAttribute('src'), image.alt])).toEqual([['../pictures/0001-page.jpg', '画面：原样'], ['../pictures/0001-elder.jpg', '画面：长辈模式']]);
    expect(words(page.querySelector('dl'))).toContain('正文找到，约 1234 字区域导航区 2，正文区 1');
  });

  it('says of a saved page where it lies, and of another where the browser ended', async () => {
    const at = (address: string, url: string, title = '') => ({ ...rowOf(1, []), address, facts: { ...rowOf(1, []).facts, url, title } });
    await write([at('sub/a.html', 'http://localhost:41234/sub/a.html'), at('https://example.gov.cn/', 'https://www.example.gov.cn/', '首页')]);
    expect(words(dom('pages/0001.html').querySelector('dl dd'))).toBe('sub/a.html');
    expect(dom('pages/0002.html').querySelector('dl dd a')?.getAttribute('href')).toBe('https://www.example.gov.cn/');
    expect(text('report.html')).toContain('https://www.example.gov.cn/');
    expect(text('report.html')).not.toContain('localhost');
  });

  it('of no rows at all is a report too', async () => {
    expect(await write([])).toEqual({ pages: 0, failed: 0, barriers: 0, hindrances: 0 });
    expect(words(dom('report.html').body)).toContain('查了 0 个网页');
    rmSync(join(folder, 'rows.jsonl'));
    expect((await writeReport(folder, { lang: 'zh' })).pages).toBe(0);
  });

  it('written again has nothing of the last one', async () => {
    await write([rowOf(1, []), rowOf(2, [])]);
    await write([rowOf(1, [])]);
    expect(readdirSync(join(folder, 'pages'))).toEqual(['0001.html']);
  });

  it('has more than a hundred pages in several files', async () => {
    await write([...Array(LIST_ROWS * 2 + 1).keys()].map((at) => rowOf(at + 1, [])));
    const rows = (file: string) => dom(file).querySelectorAll('tbody tr').length;
    expect([rows('report.html'), rows('pages/list-002.html'), rows('pages/list-003.html')]).toEqual([LIST_ROWS, LIST_ROWS, 1]);
    expect(dom('report.html').querySelector('a[href="pages/list-002.html"]')).not.toBeNull();
    expect([...dom('pages/list-003.html').querySelectorAll('ul.steps:first-of-type a')].map((link) => link.getAttribute('href'))).toEqual(['../report.html', '../pages/list-002.html']);
    expect(existsSync(join(folder, 'pages/list-004.html'))).toBe(false);
  });

  it('has links that lead to files', async () => {
    await write([...Array(LIST_ROWS + 1).keys()].map((at) => rowOf(at + 1, [problem('owner/mouse-only')])));
    for (const file of ['report.html', 'pages/list-002.html', 'pages/0001.html', 'pages/0101.html']) {
      for (const link of dom(file).querySelectorAll('a[href]')) {
        const href = link.getAttribute('href') ?? '';
        if (/^https?:/.test(href)) continue;
        if (href.startsWith('#')) expect(dom(file).querySelector(href), href).not.toBeNull();
        else expect(existsSync(new URL(href, pathToFileURL(join(folder, file)))), `${file}: ${href}`).toBe(true);
      }
    }
  });
});

describe('report.json', () => {
  it('holds every row and the sums', async () => {
    const rows = [rowOf(1, [problem('owner/mouse-only')]), rowOf(2, [])];
    await write(rows);
    const json = JSON.parse(text('report.json')) as { pages: PageRow[]; summary: { pages: number; barriers: number; rules: { rule: string; first: number[] }[] }; claim: string };
    expect(json.pages.map(({ address }) => address)).toEqual(rows.map(({ address }) => address));
    expect(json.pages[0]?.problems).toEqual(rows[0]?.problems);
    expect(json.summary).toMatchObject({ pages: 2, barriers: 1, rules: [{ rule: 'owner/mouse-only', first: [1] }] });
    expect(json.claim).toContain('不表示');
  });
});

describe('hostile pages', () => {
  it.each(HOSTILE_TEXTS)('%j stays text', async (_, hostile) => {
    await write([hostileRow(hostile)]);
    for (const file of ['report.html', 'pages/0001.html']) {
      const page = dom(file);
      expect(page.querySelectorAll('script, iframe, object, embed, svg, form, style, base, [onerror], [onload], [onclick], [style]')).toHaveLength(0);
      expect(page.querySelectorAll('meta[http-equiv]')).toHaveLength(1);
      expect([...page.querySelectorAll('a[href]')].filter((link) => /^(javascript|data|vbscript):/i.test(link.getAttribute('href') ?? ''))).toEqual([]);
      expect([...page.querySelectorAll('img')].filter((image) => !/^\.\.\/pictures\//.test(image.getAttribute('src') ?? ''))).toEqual([]);
      const all = text(file);
      // Direction marks, controls and half characters are shown or gone, never passed on.
      expect(/[\u202A-\u202E\u2066-\u2069\u0000-\u0008\uD800-\uDFFF]/.test(all.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, ''))).toBe(false);
      expect(Buffer.from(all, 'utf8').includes(Buffer.from('\uFFFD\uFFFD\uFFFD'))).toBe(false);
      expect(all.length).toBeLessThan(120_000);
    }
    expect(() => JSON.parse(text('report.json')) as unknown).not.toThrow();
  });

  it('cannot name a picture outside the folder, nor an address that runs', () => {
    expect(['pictures/1.jpg', 'pictures/a b.png', 'x.webp'].map(pictureAddress)).toEqual(['pictures/1.jpg', 'pictures/a%20b.png', 'x.webp']);
    for (const file of ['../1.jpg', '/etc/1.jpg', 'a/../../1.jpg', 'https://x/1.jpg', 'javascript:1.jpg', '..\\1.jpg', 'a//1.jpg', '1.svg', '1.html', '', 7, null]) expect(pictureAddress(file), String(file)).toBeNull();
    expect(safeAddress('https://www.example.gov.cn/通知')).toBe('https://www.example.gov.cn/%E9%80%9A%E7%9F%A5');
    for (const address of ['javascript:alert(1)', 'JAVASCRIPT:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'blob:https://x/1', 'view-source:https://x', '', 'x', undefined]) expect(safeAddress(address), String(address)).toBeNull();
  });

  it('are cut to what somebody reads', () => {
    expect(clean('字'.repeat(1_000_000))).toHaveLength(301);
    expect(clean('a\u202Eb\0c\uD800d')).toBe('a[U+202E]bc\uFFFDd');
    expect(clean(`${'a'.repeat(299)}😀`)).toBe(`${'a'.repeat(299)}\uFFFD…`);
  });
});

describe('lines that are no rows', () => {
  it('are counted and passed by', async () => {
    const lines = ['{"address":', 'null', '[]', '7', '"x"', '{}', '{"address":7,"state":"checked"}', '{"address":"https://a.example.cn/","state":"else"}'];
    writeFileSync(join(folder, 'rows.jsonl'), `${lines.join('\n')}\n${jsonLines([rowOf(1, [])])}`);
    expect((await writeReport(folder, { lang: 'zh' })).pages).toBe(1);
    expect(words(dom('report.html').querySelector('header'))).toContain(`有 ${lines.length} 行记录读不出来`);
  });

  it('with fields of other kinds are read as far as they go', async () => {
    const odd = { address: 'https://a.example.cn/', state: 'checked', problems: [null, 7, { rule: 'x' }, { ...problem('owner/mouse-only'), count: -3, places: 'none', detail: {} }], aids: 'none', pictures: [null, { file: 7 }], facts: { zones: [1], policies: [null, 'x'], articleCharacters: 'many' }, ms: 'long' };
    expect(await write([odd])).toEqual({ pages: 1, failed: 0, barriers: 1, hindrances: 0 });
  });

  it('that come twice count once', async () => {
    expect((await write([rowOf(1, []), rowOf(1, [problem('owner/mouse-only')])])).pages).toBe(1);
  });
});

describe('the words', () => {
  it('are the same in both languages but for the language', () => {
    const braces = (lang: string) => Object.entries(wordsOf(lang)).map(([name, value]) => [name, [...value.matchAll(/\{\w+\}/g)].map(String).sort()]);
    expect(braces('en')).toEqual(braces('zh'));
    expect(wordsOf('zh-TW').lang).toBe('zh-CN');
    expect(aidName('__proto__=1', wordsOf('zh'))).toBe('__proto__=1');
  });
});

/** Of more than 11 kB each. Twenty thousand have been tried too, and take three times as long. */
const ROWS = 6_000;

it('more rows than the heap could hold are written all the same', { timeout: 240_000 }, async () => {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  // Beside node_modules, where the bundle finds axe.
  const built = mkdtempSync(join(ROOT, 'dist/report-test-'));
  try {
    const out = join(built, 'write.mjs');
    await build({ absWorkingDir: ROOT, entryPoints: ['scripts/check/report/write.ts'], outfile: out, bundle: true, platform: 'node', format: 'esm', packages: 'external', jsx: 'automatic', jsxImportSource: 'preact', logLevel: 'silent' });
    const rows = createWriteStream(join(folder, 'rows.jsonl'));
    const long = Array.from({ length: 10 }, () => ({ from: 'header', value: `script-src ${'x'.repeat(1_100)}` }));
    const longRow = (at: number) => ({ ...rowOf(at, [problem('owner/mouse-only')]), facts: { ...rowOf(at, []).facts, policies: long } });
    for (let at = 1; at <= ROWS; at += 1) {
      if (!rows.write(`${JSON.stringify(longRow(at))}\n`)) await once(rows, 'drain');
    }
    rows.end();
    await once(rows, 'finish');
    const run = `import { writeReport } from ${JSON.stringify(pathToFileURL(out).href)}; console.log(JSON.stringify(await writeReport(${JSON.stringify(folder)}, { lang: 'zh' })));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=64', '--input-type=module', '-e', run]);
    expect(JSON.parse(stdout)).toEqual({ pages: ROWS, failed: 0, barriers: ROWS, hindrances: 0 });
    expect(readdirSync(join(folder, 'pages'))).toHaveLength(ROWS + ROWS / LIST_ROWS - 1);
    // More than the heap could have held.
    expect(readFileSync(join(folder, 'report.json')).length).toBeGreaterThan(64 * 1024 * 1024);
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
});
