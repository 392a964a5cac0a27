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

describe('the showcase', () => {
  it('leads a folder without its slash to the folder', async () => {
    const response = await fetch(`http://127.0.0.1:${portal.port}/showcase`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([301, '/showcase/']);
  });

  it('puts parts together, and leaves no sign of it', async () => {
    const text = await (await get('/showcase/subsidies.html')).text();
    expect(text).toContain('栏目导航');
    expect(text).not.toMatch(/#include|\{\{/);
  });

  it('sends the strict page with a nonce of its own each time, the same in policy and tags', async () => {
    const nonces = [];
    for (let left = 2; left > 0; left -= 1) {
      const response = await get('/showcase/strict.html');
      const policy = response.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? '';
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
      const tags = (await response.text()).match(/<script[^>]*>/g) ?? [];
      expect(tags.length).toBeGreaterThan(2);
      expect(tags.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
      nonces.push(nonce);
    }
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('has the files under another origin, for pages of this one', async () => {
    const response = await get('/showcase/elsewhere.html');
    const files = portal.filesOrigin.replace('localhost', '127.0.0.1');
    expect(response.headers.get('content-security-policy')).toContain(`script-src 'self' ${files}`);
    expect(await response.text()).toContain(`src="${files}/mingdu/mingdu.js"`);
    const script = await fetch(`${portal.filesOrigin}/mingdu/mingdu.js`);
    expect([script.status, script.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect((await get('/mingdu/mingdu.js')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('takes only a name for a name, when it says where the files are', async () => {
    const body = await new Promise<string>((resolve, reject) => {
      const call = request({ host: '127.0.0.1', port: portal.port, path: '/showcase/elsewhere.html', headers: { host: 'x"><b>' } }, (response) => {
        let text = '';
        response.on('data', (piece) => (text += piece)).on('end', () => resolve(text));
      });
      call.on('error', reject).end();
    });
    expect(body).toContain(`src="${portal.filesOrigin}/mingdu/mingdu.js"`);
    expect(body).not.toContain('<b>"');
  });

  it.each(['vue', 'react', 'react-dom'])('has %s from its package', async (name) => {
    const response = await get(`/showcase/lib/${name}.js`);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toMatch(name === 'vue' ? /Vue/ : /React/);
  });
});

describe('the demo pages', () => {
  /** Each page's address, and its text. */
  async function pages(): Promise<[string, string][]> {
    const names = ['', 'showcase/'].map(async (folder) => (await readdir(new URL(folder, DEMO))).filter((name) => name.endsWith('.html')).map((name) => `${folder}${name.replace('.source', '')}`));
    return Promise.all((await Promise.all(names)).flat().map(async (name): Promise<[string, string]> => {
      const bytes = await (await get(`/${name}`)).arrayBuffer();
      return [name, new TextDecoder(GBK.includes(name) ? 'gbk' : 'utf-8', { fatal: true }).decode(bytes)];
    }));
  }
  const GBK = ['legacy.html', 'showcase/old.html'];
  /** Shown in frames of a page that has the tag. */
  const FRAMED = ['showcase/bus.html', 'showcase/water.html'];
  /** Have the tag in a form of their own, or no link of the site's. */
  const OWN_TAG = ['showcase/strict.html', 'showcase/elsewhere.html', 'showcase/own.html'];

  it('carry the tag and a way to open it, link only to what is there, and hold no inline script or style', async () => {
    for (const [page, text] of await pages()) {
      if (FRAMED.includes(page)) expect(text, page).not.toContain('mingdu');
      else expect(text, page).toMatch(OWN_TAG.includes(page) ? /<script async [^>]*mingdu\/mingdu\.js"/ : /<script async src="\/mingdu\/mingdu\.js"><\/script>/);
      if (!FRAMED.includes(page) && page !== 'showcase/own.html') expect(text, page).toContain('data-mingdu-open');
      const links = [...text.matchAll(/(?:href|src|poster|action|background)="([^"#?:]+)(?:[#?][^"]*)?"/g)].map((match) => match[1] ?? '');
      for (const link of new Set(links)) {
        const status = link.endsWith('no-such-page.html') ? 404 : 200;
        expect(await rawStatus(new URL(link, `http://x/${page}`).pathname), `${page}: ${link}`).toBe(status);
      }
      if (!GBK.includes(page)) expect(text, page).not.toMatch(/ style=|<style|<script>| on[a-z]+=|javascript:/);
    }
  });

  it('of the showcase: all stand in its index, each with what to try', async () => {
    const all = new Map(await pages());
    const index = all.get('showcase/index.html') ?? '';
    const cards = index.split('<li>').filter((card) => card.includes('<h3>'));
    expect(cards.length).toBe(19);
    expect(cards.filter((card) => !/<h3><a href="\/[^"]+">[^<]+<\/a><\/h3>\s*<p>[^<]+<\/p>\s*<p class="try"><b>试一试<\/b>[^<]+<\/p>/.test(card))).toEqual([]);
    const inside = [...FRAMED, 'showcase/index.html', 'showcase/statement.html'];
    const missing = [...all.keys()].filter((page) => page !== '404.html' && !inside.includes(page) && !index.includes(`href="/${page}`));
    expect(missing).toEqual([]);
  });
});
