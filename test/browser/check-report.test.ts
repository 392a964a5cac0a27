// The report as people read it, from the disk: axe finds nothing, text is large and strong in light and dark, a phone needs no sideways
// scrolling, nothing is asked of anybody, and hostile pages run nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeReport } from '../../scripts/check/report/write';
import { OWN_TEXTS } from '../../scripts/check/rules/texts';
import { HOSTILE_TEXTS, hostileRow, problem, rowOf } from '../fixtures/check/rows';
import { axePageFindings } from '../support/axe';
import { assertNoForeignRequests, BROWSERS } from '../support/browsers';
import { makePng } from '../support/make-png';
import { useBrowser } from '../support/use-browser';

const FILES = ['report.html', 'pages/0001.html', 'pages/0002.html', 'pages/0003.html', 'pages/list-002.html'];

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingdu-report-'));
  const all = rowOf(1, [...Object.keys(OWN_TEXTS), 'axe/image-alt', 'axe/region'].map((rule, at) => ({ ...problem(rule, (['barrier', 'hindrance', 'advice'] as const)[at % 3], rule.startsWith('aid/') ? 'mingdu' : 'owner'), detail: `“说明” ${'很长的地址'.repeat(8)}https://www.example.gov.cn/${'a'.repeat(200)}` })));
  const first = { ...all, aids: [{ aid: 'textSize=200', findings: [], isRestored: true }], pictures: [{ name: 'page', file: 'page.png' }] };
  const failed = { ...rowOf(2, []), state: 'failed', failed: '服务器没有回答' };
  const hostile = HOSTILE_TEXTS.map(([, text], at) => ({ ...hostileRow(text), address: `https://www.example.gov.cn/${at}/${text.slice(0, 100)}` }));
  const rows = [first, failed, ...hostile, ...[...Array(100).keys()].map((at) => rowOf(at + 10, []))];
  writeFileSync(join(folder, 'rows.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  writeFileSync(join(folder, 'page.png'), makePng(64, 40, () => [11, 74, 143]));
  await writeReport(folder, { lang: 'zh' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(BROWSERS)('the report in %s', (name) => {
  const bench = useBrowser(name, []);
  afterEach(async () => {
    await bench.page.setViewport({ width: 1280, height: 800 });
    // Firefox's driver has no such emulation; its default is light.
    if (name === 'chromium') await bench.page.emulateMediaFeatures([]);
  });
  const visit = async (file: string) => {
    await bench.page.goto(pathToFileURL(join(folder, file)).href, { waitUntil: 'load' });
    return bench.page;
  };

  it.each(FILES)('%s is without a finding of axe, and has one main heading', async (file) => {
    const page = await visit(file);
    expect(await axePageFindings(page)).toEqual([]);
    expect(await page.evaluate('document.querySelectorAll("h1").length')).toBe(1);
  });

  it.each(['light', 'dark'])('has text of 18 px and 7:1 at least in %s', async (scheme) => {
    for (const file of FILES.slice(0, 3)) {
      const page = await visit(file);
      if (name === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      const worst = await page.evaluate(`(() => {
        const light = (text) => {
          const [r, g, b] = text.match(/[\\d.]+/g).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        let size = 99, ratio = 99;
        for (const element of document.body.querySelectorAll('*')) {
          if (![...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue.trim())) continue;
          const style = getComputedStyle(element);
          let ground = element;
          while (ground.parentElement && /, 0\\)$|transparent/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
          const [a, b] = [light(style.color), light(getComputedStyle(ground).backgroundColor)].sort((x, y) => y - x);
          size = Math.min(size, parseFloat(style.fontSize));
          ratio = Math.min(ratio, (a + 0.05) / (b + 0.05));
        }
        return { size, ratio };
      })()`) as { size: number; ratio: number };
      expect(worst.size, file).toBeGreaterThanOrEqual(18);
      expect(worst.ratio, file).toBeGreaterThanOrEqual(7);
    }
  });

  it.each([360, 320])('needs no sideways scrolling at %i px', async (width) => {
    await bench.page.setViewport({ width, height: 640 });
    for (const file of FILES) {
      const page = await visit(file);
      expect(await page.evaluate('document.documentElement.scrollWidth'), file).toBeLessThanOrEqual(width);
    }
  });

  it('shows its pictures and its style sheet from the disk, runs nothing and asks nobody', async () => {
    const { opened } = bench;
    const dialogs: string[] = [];
    bench.page.on('dialog', (dialog) => (dialogs.push(dialog.message()), void dialog.dismiss()));
    opened.forgetForeign();
    for (const file of ['report.html', ...[...Array(HOSTILE_TEXTS.length).keys()].map((at) => `pages/${String(at + 3).padStart(4, '0')}.html`)]) {
      const page = await visit(file);
      expect(await page.evaluate('document.scripts.length'), file).toBe(0);
    }
    const page = await visit('pages/0001.html');
    expect(await page.evaluate(`new Promise((resolve) => { const [image] = document.images; image.loading = 'eager'; image.decode().then(() => resolve(image.naturalWidth), String); })`)).toBe(64);
    expect(await page.evaluate('getComputedStyle(document.body).maxWidth')).not.toBe('none');
    expect(dialogs).toEqual([]);
    assertNoForeignRequests(opened);
  });

  it('can be walked by keyboard, with the focus in view', async () => {
    const page = await visit('report.html');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('[document.activeElement.className, document.activeElement.getBoundingClientRect().left >= 0, getComputedStyle(document.activeElement).outlineStyle]')).toEqual(['skip', true, 'solid']);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('location.hash')).toBe('#first');
  });
});
