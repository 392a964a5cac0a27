// The portal server by plain requests: what it serves, how it names it, and what it refuses. Pages in browsers are tested elsewhere.
// @vitest-environment node
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPortalServer, STRICT_POLICY } from '../../scripts/serve.mjs';

const DEMO = new URL('../../demo/', import.meta.url);

let folder: string;
let portal: Awaited<ReturnType<typeof createPortalServer>>;

/** The status of a request whose path is sent as it is: fetch() would tidy it. */
function rawStatus(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port: portal.port, path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on('error', reject).end();
  });
}

const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${portal.port}${path}`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-'));
  const widget = join(folder, 'widget');
  await mkdir(widget);
  await writeFile(join(widget, 'mingdu.js'), '"明读";');
  await writeFile(join(folder, 'secret.txt'), 'no');
  await symlink(join(folder, 'secret.txt'), join(widget, 'link.txt'));
  portal = await createPortalServer({ widget, headers: { 'X-Test': 'yes' } });
});

afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

describe('what it serves', () => {
  it('gives the home page for /, never cached, with the extra headers', async () => {
    const response = await get('/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-test')).toBe('yes');
    expect(response.headers.get('content-security-policy')).toBeNull();
    expect(await response.text()).toContain('data-mingdu-open');
  });

  it('gives the widget under /mingdu/, as UTF-8', async () => {
    const response = await get('/mingdu/mingdu.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toBe('"明读";');
  });

  it('gives the legacy page as GBK without a charset in the header', async () => {
    const response = await get('/legacy.html');
    expect(response.headers.get('content-type')).toBe('text/html');
    const text = new TextDecoder('gbk', { fatal: true }).decode(await response.arrayBuffer());
    expect(text).toContain('砚溪县人民政府');
    expect(text).not.toMatch(/<!doctype/i);
  });

  it('answers ?csp=strict on pages, and only there, with the strict policy', async () => {
    expect((await get('/article.html?csp=strict')).headers.get('content-security-policy')).toBe(STRICT_POLICY);
    expect((await get('/portal.css?csp=strict')).headers.get('content-security-policy')).toBeNull();
  });

  it('answers HEAD with no body', async () => {
    const response = await fetch(`http://127.0.0.1:${portal.port}/`, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });
});

describe('what it refuses', () => {
  it.each([
    ['/../package.json', 403],
    ['/%2e%2e/package.json', 403],
    ['/..%2fpackage.json', 403],
    ['/images/..%5c..%5cpackage.json', 403],
    ['/mingdu/../../secret.txt', 403],
    ['/mingdu/link.txt', 404],
    ['/.git/config', 404],
    ['/%00', 400],
    ['/%e0%a4%a', 400],
    ['/images', 404],
    ['/mingdu/', 404],
  ])('%s gets %i', async (path, status) => {
    expect(await rawStatus(path)).toBe(status);
  });

  it('shows a page of the site for an address that is not there', async () => {
    const response = await get('/none.html');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('没有这个页面');
  });

  it('refuses to take anything', async () => {
    const response = await fetch(`http://127.0.0.1:${portal.port}/`, { method: 'POST', body: 'x' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  it('rejects with the reason when the port is taken', async () => {
    await expect(createPortalServer({ port: portal.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('the demo pages', () => {
  it('carry the tag and a way to open it, link only to what is there, and hold no inline script or style', async () => {
    const pages = (await readdir(DEMO)).filter((name) => name.endsWith('.html') && name !== 'legacy.source.html');
    for (const page of [...pages, 'legacy.html']) {
      const text = new TextDecoder(page === 'legacy.html' ? 'gbk' : 'utf-8').decode(await (await get(`/${page}`)).arrayBuffer());
      expect(text, page).toContain('<script async src="/mingdu/mingdu.js"></script>');
      expect(text, page).toContain('data-mingdu-open');
      const links = [...text.matchAll(/(?:href|src|background)="([^"#?:]+)(?:[#?][^"]*)?"/g)].map((match) => match[1] ?? '');
      for (const link of new Set(links)) {
        expect(await rawStatus(new URL(link, 'http://x/').pathname), `${page}: ${link}`).toBe(200);
      }
      if (page !== 'legacy.html') expect(text, page).not.toMatch(/ style=|<style|<script>| on[a-z]+=|javascript:/);
    }
  });
});
