// One tag under every policy: the matrix of how a page may let scripts in, another origin, file://, and bytes of another charset. Each row opens,
// switches aids on, and leaves the page as it was. What is said when a file cannot be had: loading-failures.test.ts.
import { pathToFileURL } from 'node:url';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeGbk } from '../../scripts/gbk.mjs';
import { BROWSERS } from '../support/browsers';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { LAUNCHER } from '../support/interface';
import { ALL_SEEN, filesMount, NONCE, noticePage, RECORD_MOUNT, seen, switchOn } from '../support/loading';
import { closeAndForget, DIST, ownErrors, recordErrors, visit } from '../support/product';
import type { Mount } from '../support/site';
import { useBrowser } from '../support/use-browser';

const CORS = { 'access-control-allow-origin': '*' };
const FAR = 'other.example.gov.cn';
const TRUSTED = "; require-trusted-types-for 'script'; trusted-types 'none'";
const near = '<script async src="/mingdu/mingdu.js"></script>';
const withNonce = `<script async nonce="${NONCE}" src="/mingdu/mingdu.js"></script>`;

/** Policy and tag of each row; FAR stands for the other origin, whose port is known only when the server runs. */
const ROWS: Record<string, { readonly policy?: string; readonly tag: string }> = {
  'no policy': { tag: near },
  'a list of hosts': { policy: `script-src 'self' FAR`, tag: '<script async src="FAR/cors/mingdu.js"></script>' },
  'a nonce': { policy: `script-src 'nonce-${NONCE}'`, tag: withNonce },
  'a nonce and strict-dynamic': { policy: `script-src 'nonce-${NONCE}' 'strict-dynamic'`, tag: withNonce },
  'a nonce, strict-dynamic and Trusted Types': { policy: `script-src 'nonce-${NONCE}' 'strict-dynamic'${TRUSTED}`, tag: withNonce },
  "script-src 'self' and everything else shut": { policy: `default-src 'none'; script-src 'self'; style-src 'self'${TRUSTED}`, tag: near },
  'default-src alone': { policy: "default-src 'self'", tag: near },
  'files on another origin with CORS': { tag: '<script async src="FAR/cors/mingdu.js"></script>' },
  'files on another origin without CORS': { tag: '<script async src="FAR/plain/mingdu.js"></script>' },
  'the loader here, the files on another origin': { policy: `script-src 'self' FAR`, tag: '<script async src="/mingdu/mingdu.js" data-base="FAR/cors/"></script>' },
  'another origin, a nonce and Trusted Types': { policy: `script-src 'nonce-${NONCE}' 'strict-dynamic'${TRUSTED}`, tag: `<script async nonce="${NONCE}" src="FAR/cors/mingdu.js"></script>` },
};
const paths = Object.keys(ROWS);

describe.each(BROWSERS)('one tag in %s', (name) => {
  const bench = useBrowser(name, [
    RECORD_MOUNT,
    filesMount('/mingdu/'),
    filesMount('/plain/'),
    filesMount('/cors/', CORS),
    ...paths.map((path, at): Mount => {
      const far = (text: string) => text.replaceAll('FAR', bench.site.on(FAR, '').replace(/\/$/, ''));
      return {
        at: `/row-${at}/`,
        from: () => ({ body: noticePage(far(ROWS[path]?.tag ?? '')) }),
        headers: (): Record<string, string> => (ROWS[path]?.policy ? { 'content-security-policy': far(ROWS[path].policy) } : {}),
      };
    }),
    // As servers of that time send it: no charset, neither for the page nor for the script.
    { at: '/gbk/', from: () => ({ type: 'text/html', body: encodeGbk(noticePage('<script src="/bare/mingdu.js"></script>', '', '<h1>通知</h1><p id="text">各乡镇人民政府要按照要求做好困难群众的生活保障工作，有事请到三号窗口办理。</p>').replace('utf-8', 'gbk')) }) },
    { at: '/bare/', from: (path) => ({ type: 'text/javascript', body: readFileSync(join(DIST, 'widget', path)) }) },
  ]);

  it.each(paths.map((path, at) => [path, at] as const))('works under: %s', async (_, at) => {
    const { page, site } = bench;
    const errors = recordErrors(page);
    await visit(page, `${site.origin}/row-${at}/`);
    await takePageSnapshot(page);
    await switchOn(page);
    expect(await seen(page)).toEqual(ALL_SEEN);
    await closeAndForget(page);
    expect(await pageDifferences(page)).toEqual([]);
    expect(await page.evaluate('[violations, pageErrors]')).toEqual([[], []]);
    // Browsers tell of an import that another origin did not allow; the <script> after it works.
    expect(ownErrors(errors).filter((error) => !/Access-Control-Allow-Origin|CORS|ERR_FAILED/.test(error))).toEqual([]);
    page.removeAllListeners('console');
    page.removeAllListeners('pageerror');
  });

  it('works on a page in GBK whose loader comes without a charset', async () => {
    const { page, site } = bench;
    expect(/^[\x00-\x7f]*$/.test(readFileSync(join(DIST, 'widget/mingdu.js'), 'latin1'))).toBe(true);
    await visit(page, `${site.origin}/gbk/`);
    await page.waitForFunction(`${LAUNCHER} !== undefined`);
    expect(await page.evaluate(`[document.characterSet, ${LAUNCHER}.shadowRoot.querySelector('button').textContent]`)).toEqual(['GBK', '无障碍浏览']);
    await switchOn(page);
    expect(await seen(page)).toEqual(ALL_SEEN);
    await closeAndForget(page);
  });

  it('works from a folder, file://', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mingdu-file-'));
    try {
      await cp(join(DIST, 'widget'), join(folder, 'mingdu'), { recursive: true });
      await writeFile(join(folder, 'page.html'), noticePage('<script async src="mingdu/mingdu.js"></script>').replace('<script nonce="r4nd0m" src="/record.js"></script>', ''));
      const page = await bench.opened.newPage();
      await visit(page, pathToFileURL(join(folder, 'page.html')).href);
      await takePageSnapshot(page);
      await switchOn(page);
      expect(await seen(page)).toEqual(ALL_SEEN);
      await closeAndForget(page);
      expect(await pageDifferences(page)).toEqual([]);
      await page.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
