// @vitest-environment node
// Which pages are looked at: sitemaps of every kind, folders, links; and the server that stands in for a saved site.
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../../scripts/check/command/usage';
import { charsetOf } from '../../../scripts/check/pages/folder-server';
import { crawlList, listPages, type PageList } from '../../../scripts/check/pages/list';
import { locationsOf, pageAddress, readSitemap } from '../../../scripts/check/pages/sitemap';
import { encodeGbk } from '../../../scripts/gbk.mjs';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-pages-'));
});
afterAll(() => rm(folder, { recursive: true }));

const bytes = (text: string) => Buffer.from(text);

describe('a sitemap', () => {
  it('is read with namespaces, CDATA, entities and comments', () => {
    const text = `<?xml version="1.0"?><s:urlset xmlns:s="x"><!-- <loc>http://a.example/no</loc> -->
      <s:url><s:loc> http://a.example/?a=1&amp;b=&#20108;&#x4e09; </s:loc><s:lastmod>2026-01-01</s:lastmod></s:url><url><loc><![CDATA[http://a.example/c&d]]></loc></url><url><loc/></url></s:urlset>`;
    expect(locationsOf(text)).toEqual({ isIndex: false, addresses: ['http://a.example/?a=1&b=二三', 'http://a.example/c&d'] });
  });

  it('made to keep the check busy is read to its end', () => {
    const blanks = ' '.repeat(100_000);
    expect(locationsOf(`<urlset><loc>${blanks}<loc>${blanks}http://a.example/1${blanks}</loc><loc >${blanks}<![CDATA[http://a.example/2]]>${blanks}</loc>`).addresses).toEqual(['http://a.example/1', 'http://a.example/2']);
    expect(locationsOf(`<urlset>${'<!--'.repeat(100_000)}${'<loc><![CDATA['.repeat(10_000)}`).addresses).toEqual([]);
  });

  it('may be an index, in which lists go round, are gzipped, are no addresses, or are lost', async () => {
    const files: Record<string, Uint8Array> = {
      'http://a.example/index.xml': bytes('<sitemapindex><sitemap><loc>/one.xml.gz</loc></sitemap><sitemap><loc>http://a.example/index.xml</loc></sitemap><sitemap><loc>http://a.example/gone.xml</loc></sitemap><sitemap><loc>ftp://a.example/x.xml</loc></sitemap></sitemapindex>'),
      'http://a.example/one.xml.gz': gzipSync('<urlset><url><loc>http://a.example/1#top</loc></url><url><loc>http://a.example/1</loc></url><url><loc>http://a.example/2</loc></url></urlset>'),
    };
    const lost: string[] = [];
    const read = async (address: string) => files[address] ?? Promise.reject(new Error('HTTP 404'));
    expect(await readSitemap('http://a.example/index.xml', read, (address) => void lost.push(address))).toEqual(['http://a.example/1', 'http://a.example/2']);
    expect(lost).toEqual(['http://a.example/gone.xml', 'ftp://a.example/x.xml']);
    await expect(readSitemap('http://a.example/none.xml', read, () => undefined)).rejects.toThrow('HTTP 404');
  });

  it('may be a text, one address a line, or in GBK', async () => {
    expect(locationsOf('\r\n# list\r\nhttp://a.example/1\r\n  http://a.example/2  \r\n').addresses).toEqual(['http://a.example/1', 'http://a.example/2']);
    const gbk = encodeGbk('<?xml version="1.0" encoding="gb2312"?><urlset><url><loc>http://a.example/农</loc></url></urlset>');
    expect(await readSitemap('x.xml', async () => gbk, () => undefined)).toEqual(['http://a.example/%E5%86%9C']);
  });

  it('names no address that is not http', () => {
    expect(['javascript:alert(1)', 'data:text/html,x', '/path', 'file:///etc/passwd'].map((text) => pageAddress(text))).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('links', () => {
  it('are followed within the host, each once, to the number asked for, and the same after an interruption', () => {
    const file = join(folder, 'pages.txt');
    const list = crawlList('http://a.example/', 4, file);
    const follow = (to: PageList, links: readonly string[]) => to.follow(links, 'http://a.example/1', 'http://c.example/');
    follow(list, ['http://a.example/#x', 'http://c.example/1', 'http://b.example/', 'http://a.example/file.PDF', 'mailto:a@a.example', 'http://a.example/1?x#y', 'http://a.example/1?x', 'http://a.example/2']);
    const expected = ['http://a.example/', 'http://a.example/1?x', 'http://a.example/2'];
    expect(list.addresses).toEqual(expected);
    appendFileSync(file, 'http://a.example/half');
    const next = crawlList('http://a.example/', 4, file);
    expect(next.addresses).toEqual(expected);
    expect(crawlList('http://a.example/', 4, file, true).addresses).toEqual(['http://a.example/']);
    follow(next, ['http://a.example/3', 'http://a.example/4']);
    expect(next.addresses).toHaveLength(4);
    expect(crawlList('http://a.example/', 4, file).addresses).toEqual([...expected, 'http://a.example/3']);
  });

  it('are followed to the host that the first page led to, after an interruption too', () => {
    const file = join(folder, 'moved.txt');
    const list = crawlList('http://b.example/', 9, file);
    list.follow(['https://www.b.example/1', 'http://b.example/2', 'https://other.example/'], 'http://b.example/', 'https://www.b.example/home');
    list.follow(['https://login.example/1'], 'http://b.example/2', 'https://login.example/');
    const next = crawlList('http://b.example/', 9, file);
    next.follow(['https://www.b.example/3'], 'http://b.example/2', undefined);
    expect(next.addresses).toEqual(['http://b.example/', 'https://www.b.example/1', 'http://b.example/2', 'https://www.b.example/3']);
  });
});

describe('a folder', () => {
  const said = async (target: string, crawl = 0) => {
    const error: unknown = await listPages({ target, crawl, out: 'out', again: false }, 'agent', () => undefined).catch((reason: unknown) => reason);
    return error instanceof UsageError ? error.kind : error;
  };

  it('gives its pages in order, and serves them as their own site would', async () => {
    const site = join(folder, 'site');
    for (const path of ['sub', '.git', 'node_modules/x', 'out', '旧 站#1/css']) await mkdir(join(site, path), { recursive: true });
    for (const path of ['b.html', 'a.HTM', 'sub/c.html', '.git/x.html', 'node_modules/x/x.html', 'out/report.html', 'note.txt', '旧 站#1/首页?.html']) await writeFile(join(site, path), '<meta charset="utf-8">页');
    await writeFile(join(site, '旧 站#1/css/own.css'), 'p{}');
    await writeFile(join(site, 'bare.html'), encodeGbk('<p>农村</p>'));
    await writeFile(join(folder, 'secret.html'), 'no');
    await symlink(join(folder, 'secret.html'), join(site, 'way-out.txt'));
    const list = await listPages({ target: site, crawl: 0, out: join(site, 'out'), again: false }, 'agent', () => undefined);
    try {
      expect(list.addresses).toEqual(['a.HTM', 'b.html', 'bare.html', 'sub/c.html', '旧 站#1/首页?.html']);
      const get = async (url: string, referer?: string) => {
        const answer = await fetch(url, referer === undefined ? {} : { headers: { referer } });
        return `${answer.status} ${answer.headers.get('content-type')}`;
      };
      const deep = list.urlOf('旧 站#1/首页?.html');
      const { origin } = new URL(deep);
      expect(await get(deep)).toBe('200 text/html');
      expect(await get(list.urlOf('bare.html'))).toBe('200 text/html; charset=gbk');
      // A site that was saved into a folder had that folder for its root.
      expect(await get(`${origin}/css/own.css`)).toBe('404 text/plain');
      expect(await get(`${origin}/css/own.css`, deep)).toBe('200 text/css');
      expect(await get(`${origin}/way-out.txt`)).toBe('404 text/plain');
      expect(await get(`${origin}/%2e%2e%2fsecret.html`)).toBe('404 text/plain');
      expect(await get(`${origin}/%ff`)).toBe('400 null');
    } finally {
      await list.close();
    }
  });

  it('leaves the report out, whichever way it was named', async () => {
    const site = join(folder, 'linked');
    await mkdir(join(site, 'out'), { recursive: true });
    for (const path of ['a.html', 'out/report.html']) await writeFile(join(site, path), '页');
    await symlink(site, join(folder, 'link'));
    const list = await listPages({ target: join(folder, 'link'), crawl: 0, out: join(folder, 'link', 'out'), again: false }, 'agent', () => undefined);
    await list.close();
    expect(list.addresses).toEqual(['a.html']);
  });

  it('names the charset of a page that names none', () => {
    expect([bytes('<p>农村'), encodeGbk('<p>农村'), bytes('<meta charset=gbk>农'), bytes('\ufeff农'), bytes('<p>a')].map(charsetOf)).toEqual(['utf-8', 'gbk', '', '', 'utf-8']);
  });

  it('says what is no target', async () => {
    await mkdir(join(folder, 'empty'), { recursive: true });
    await writeFile(join(folder, 'a.pdf'), '');
    await writeFile(join(folder, 'empty.xml'), '<urlset/>');
    expect(await said(join(folder, 'empty'))).toBe('noPages');
    expect(await said(join(folder, 'a.pdf'))).toBe('noPages');
    expect(await said(join(folder, 'empty.xml'))).toBe('noPages');
    expect(await said(join(folder, 'none'))).toBe('noSuchTarget');
    expect(await said('none.html')).toBe('noSuchTarget');
    expect(await said('www.example.gov.cn')).toBe('noScheme');
    expect(await said('www.example.gov.cn:8080/news/')).toBe('noScheme');
    expect(await said('http://127.0.0.1:9/sitemap.xml')).toBe('noSitemap');
    expect(await said('ftp://a.example/')).toBe('scheme');
    expect(await said('javascript:alert(1)')).toBe('scheme');
    expect(await said(folder, 5)).toBe('crawlWithFolder');
  });
});
