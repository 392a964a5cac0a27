// @vitest-environment node
// The test server must hand out pages byte for byte: a charset broken by the server would be taken for a fault of the product.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountOf, PAGES_MISSING, realPages } from './pages';
import { injectMarkup, startSite, TAG, type Site } from './site';

/** GBK bytes of 中国; the second byte of 縗 (0xBF 0x62) and the like can look like ASCII letters. */
const GBK = Buffer.from([0xd6, 0xd0, 0xb9, 0xfa, 0xbf, 0x62]);
const page = Buffer.concat([Buffer.from('<html><HEAD></HEAD><body><p>'), GBK, Buffer.from('</p></BODY></html>')]);

describe('injectMarkup', () => {
  it('puts markup before the closing tag and keeps every byte', () => {
    const made = injectMarkup(page, TAG, '</body>');
    expect(made.includes(GBK)).toBe(true);
    expect(made.length).toBe(page.length + TAG.length);
    expect(made.toString('latin1')).toContain(`</p>${TAG}</BODY>`);
    expect(injectMarkup(page, TAG, '</head>').toString('latin1')).toContain(`<HEAD>${TAG}</HEAD>`);
  });

  it('appends to a page without the tag', () => {
    expect(injectMarkup(Buffer.from('字'), '<i>', '</body>').toString()).toBe('字<i>');
  });
});

describe('startSite', () => {
  let folder: string;
  let site: Site;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mingdu-site-'));
    writeFileSync(join(folder, 'old.htm'), page);
    writeFileSync(join(folder, 'a.css'), 'p{}');
    site = await startSite([
      { at: '/', from: folder, inject: { html: TAG, before: '</body>' }, headers: { 'x-test': 'yes' } },
      { at: '/made/', from: (path, query) => (path === 'up' ? { body: `q=${query.get('q')}` } : undefined) },
    ]);
  });
  afterAll(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });

  it('leaves the charset to the page and adds the headers asked for', async () => {
    const answer = await fetch(`${site.origin}/old.htm`);
    expect(answer.headers.get('content-type')).toBe('text/html');
    expect(answer.headers.get('x-test')).toBe('yes');
    expect(Buffer.from(await answer.arrayBuffer()).equals(injectMarkup(page, TAG, '</body>'))).toBe(true);
  });

  it('injects into pages only', async () => {
    expect(await (await fetch(`${site.origin}/a.css`)).text()).toBe('p{}');
  });

  it('serves the longest mount, records what was asked, and answers 404 for the rest', async () => {
    site.forget();
    expect(await (await fetch(`${site.origin}/made/up?q=1`)).text()).toBe('q=1');
    expect((await fetch(`${site.origin}/made/down`)).status).toBe(404);
    expect((await fetch(`${site.origin}/none.html`)).status).toBe(404);
    expect(site.requests).toEqual(['/made/up?q=1', '/made/down', '/none.html']);
  });

  it('does not leave its folder', async () => {
    const status = await new Promise((resolve, reject) => {
      request({ port: site.port, host: '127.0.0.1', path: '/..%2f..%2f..%2fetc%2fpasswd' }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });
});

describe.skipIf(PAGES_MISSING !== '')(`the saved pages ${PAGES_MISSING}`, () => {
  it('are all found where the index says', async () => {
    const pages = realPages();
    expect(pages.length).toBeGreaterThan(20);
    const site = await startSite();
    for (const one of pages) {
      site.mount([mountOf(one)]);
      expect((await fetch(`${site.origin}/${one.entry}`)).status, one.id).toBe(200);
    }
    await site.close();
  });
});
