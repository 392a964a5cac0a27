// The built command over a folder: a page in GBK, one under a policy, one that goes elsewhere without end, one that opens dialogs without end.
// It is stopped in the middle, goes on, and says by its exit status what it found. Chromium alone: it measures in no other.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageRow } from '../../scripts/check/types';
import { encodeGbk } from '../../scripts/gbk.mjs';
import { BROWSERS, executableOf } from '../support/browsers';
import { DIST } from '../support/product';

const PARAGRAPH = '为方便群众办事，自本月起，全县各便民服务中心统一调整办公时间，请广大群众提前做好安排，以免耽误您的事情。';
const html = (title: string, more = '', charset = 'utf-8') =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="${charset}"><title>${title}</title>${more}</head><body>
  <nav><a href="a.html">首页</a> <a href="b.html">政务公开</a></nav><h1>${title}</h1>${`<p>${PARAGRAPH}</p>`.repeat(3)}</body></html>`;

const TITLE = '关于调整便民服务中心办公时间的通知';
const PAGES: Readonly<Record<string, string | Buffer>> = {
  '1-article.html': html(TITLE),
  '2-gbk.htm': encodeGbk(html(`${TITLE}（旧）`, '', 'gb2312')),
  '3-policy.html': html(TITLE, `<meta http-equiv="Content-Security-Policy" content="script-src 'none'; style-src 'self'">`),
  '4-dialogs.html': html(TITLE, '<script>for (;;) alert(1);</script>'),
  '5-elsewhere.html': html(TITLE, '<meta http-equiv="refresh" content="0">'),
  // A policy under which the widget needs a new load, and an address of its own making that would be none.
  '6-hash.html': html(TITLE, `<meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline'"><script>location.hash = 'top';</script>`),
  // It has our own name, and answers as it likes.
  '7-hostile.html': html('题'.repeat(9_000), `<script>mingduCheck = { facts: () => null, links: () => null, elder: () => null };</script>`),
  '8-blank.html': html(TITLE, '<script>location.href = "about:blank";</script>'),
};
const NAMES = Object.keys(PAGES);

/** Eight pages in a browser that is started anew, on a machine that may be busy. */
const LIMIT = { timeout: 180_000 };

function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => (made ??= make());
}

describe.runIf(BROWSERS.includes('chromium'))('mingdu check', LIMIT, () => {
  let folder: string;
  const site = () => join(folder, 'site');
  const out = () => join(folder, 'out');
  const running = new Set<ChildProcess>();

  /** Starts the command; `said` grows while it runs. */
  function start(...words: string[]) {
    const child = spawn(process.execPath, [join(DIST, 'check/mingdu.mjs'), 'check', ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    const told = { said: '' };
    child.stdout.on('data', (piece: Buffer) => void (told.said += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => void (told.said += piece.toString()));
    const ended = new Promise<number | null>((resolve) => child.on('close', (status) => (running.delete(child), resolve(status))));
    return { child, told, ended };
  }

  const usual = () => [site(), '--out', out(), '--aids', 'textSize=200', '--timeout', '120', '--browser', executableOf('chromium')];
  const rowsFile = () => join(out(), 'rows.jsonl');
  const rows = () => readFileSync(rowsFile(), 'utf8').split('\n').slice(0, -1).map((line) => JSON.parse(line) as PageRow);
  const lines = () => (existsSync(rowsFile()) ? readFileSync(rowsFile(), 'utf8').split('\n').length - 1 : 0);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingdu-check-'));
    await mkdir(site());
    for (const [name, body] of Object.entries(PAGES)) await writeFile(join(site(), name), body);
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  /** A run that is stopped after its first page, and what it has left; for each test that needs it, and once. */
  const stopped = once(async () => {
    const { child, told, ended } = start(...usual(), '--lang', 'en');
    // No more than the first page: the second is looked at when the signal comes, or has just been finished.
    while (lines() === 0 && child.exitCode === null && child.signalCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const status = await ended;
    const left = existsSync(rowsFile()) ? rows() : [];
    await appendFile(rowsFile(), '{"address":"2-gbk.htm","state":"chec');
    return { status, said: told.said, left };
  });

  /** The run after it, which goes on to the end. */
  const goneOn = once(async () => {
    const { left } = await stopped();
    const { told, ended } = start(...usual());
    return { status: await ended, said: told.said, before: left.length };
  });

  it('stopped in the middle keeps what it has, and says how to go on', async () => {
    const { status, said, left } = await stopped();
    expect(status, said).toBe(130);
    expect(said).toContain('--out');
    expect(said).toMatch(/the same command goes on from here/);
    expect(left.length).toBeLessThan(NAMES.length);
    expect(left[0]).toMatchObject({ address: '1-article.html', state: 'checked' });
  });

  it('goes on: each page is a row once, and a page that fails is not the end', async () => {
    const { status, said, before } = await goneOn();
    expect(status, said).toBe(1);
    expect(said).toContain(`${NAMES.length} 个网页，其中 ${before} 个上次已经检查过`);
    expect(said).toContain(`[5/${NAMES.length}] 5-elsewhere.html · 没能检查：`);
    const found = rows();
    expect(found.map(({ address }) => address)).toEqual(NAMES);
    expect(found.map(({ state }) => state)).toEqual(['checked', 'checked', 'checked', 'failed', 'failed', 'checked', 'checked', 'failed']);
    const [article, gbk, policy, dialogs, elsewhere, hash, hostile] = found;
    expect(article?.facts).toMatchObject({ title: TITLE, lang: 'zh-CN', charset: 'UTF-8', mingdu: null, policies: [], zones: { navigation: 1, body: 1 } });
    expect(article?.facts?.articleCharacters).toBe((PARAGRAPH.length * 3) + TITLE.length);
    expect(gbk?.facts).toMatchObject({ title: `${TITLE}（旧）`, charset: 'GBK' });
    expect(policy?.facts?.policies).toEqual([{ from: 'meta', value: `script-src 'none'; style-src 'self'` }]);
    // Under a policy that lets no script in the aid is measured all the same.
    for (const row of [article, gbk, policy, hash]) expect(row?.aids).toEqual([{ aid: 'textSize=200', findings: [], isRestored: true }]);
    expect(hostile?.facts).toMatchObject({ title: '题'.repeat(500), zones: { navigation: 1, body: 1 } });
    expect(dialogs?.failed).toContain('对话框');
    expect(elsewhere?.failed).toContain('跳转');
    const pictures = await readdir(join(out(), 'pictures'));
    for (const { pictures: named } of found.slice(0, 3)) {
      expect(named.map(({ name }) => name)).toEqual(['page', 'elder']);
      for (const { file } of named) expect(pictures).toContain(file.replace('pictures/', ''));
    }
    expect(() => JSON.parse(readFileSync(join(out(), 'report.json'), 'utf8')) as unknown).not.toThrow();
  });

  it('done already looks at nothing again; with other options it refuses', async () => {
    await goneOn();
    const again = start(...usual(), '--fail-on', 'never');
    expect(await again.ended, again.told.said).toBe(0);
    expect(again.told.said).not.toContain('[1/');
    expect(rows()).toHaveLength(NAMES.length);
    const other = start(...usual(), '--phone');
    expect(await other.ended).toBe(2);
    expect(other.told.said).toContain('--phone: false → true');
    expect(rows()).toHaveLength(NAMES.length);
  });

  it('without a browser says how to get one', async () => {
    const { told, ended } = start(site(), '--out', join(folder, 'none'), '--browser', join(folder, 'no-such-program'));
    expect(await ended).toBe(2);
    expect(told.said).toContain('no-such-program');
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
});
