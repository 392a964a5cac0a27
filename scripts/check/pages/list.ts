// Which pages are to be looked at: one address, a folder, a sitemap, or what links lead to. Not for opening them.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CheckOptions } from '../command/arguments';
import { usageError } from '../command/usage';
import { mendLines } from '../store/rows';
import { startFolderServer } from './folder-server';
import { pageAddress, readSitemap } from './sitemap';

export interface PageList {
  /** Where the pages come from, as it is told and compared with an earlier run. */
  readonly source: string;
  /** Addresses in order; grows while links are followed. */
  readonly addresses: readonly string[];
  urlOf(address: string): string;
  /** Links of a page that was looked at. @param ended where the browser ended, which may be another host's page */
  follow(links: readonly string[], address: string, ended: string | undefined): void;
  close(): Promise<void>;
}

const LIST = /\.(xml|txt)(\.gz)?$/i;
const PAGE = /\.html?$/i;
/** Links to what is no page. */
const NO_PAGE = /\.(pdf|docx?|xlsx?|pptx?|wps|et|zip|rar|7z|gz|jpe?g|png|gif|webp|svg|ico|bmp|mp[34]|wav|avi|wmv|flv|apk|exe|css|js|json|xml|txt)$/i;
/** What was meant as an address, without its https://. */
const LIKE_A_HOST = /^[a-z\d-]+(\.[a-z\d-]+)+(:\d+)?(\/.*)?$/i;
const FETCH_MS = 60_000;

async function pathOf(target: string): Promise<string> {
  const path = resolve(target.startsWith('file:') ? fileURLToPath(target) : target);
  return realpath(path).catch(() => {
    throw usageError(LIKE_A_HOST.test(target) && !PAGE.test(target) && !LIST.test(target) ? 'noScheme' : 'noSuchTarget', target);
  });
}

async function fetchBytes(address: string, agent: string): Promise<Uint8Array> {
  const answer = await fetch(address, { headers: { 'user-agent': agent }, signal: AbortSignal.timeout(FETCH_MS) });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** Pages below a folder, without hidden folders, packages and the report itself. */
async function pagesBelow(root: string, folder: string, report: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || path === report) continue;
    if (entry.isDirectory()) found.push(...(await pagesBelow(root, path, report)));
    else if (PAGE.test(entry.name)) found.push(relative(root, path).split(sep).join('/'));
  }
  return found;
}

async function folderList(root: string, names: readonly string[], source: string): Promise<PageList> {
  if (names.length === 0) throw usageError('noPages', source);
  const server = await startFolderServer(root);
  return { source, addresses: names, urlOf: (name) => `${server.origin}/${name.split('/').map(encodeURIComponent).join('/')}`, follow: () => undefined, close: server.close };
}

const fixedList = (source: string, addresses: readonly string[]): PageList => ({ source, addresses, urlOf: (address) => address, follow: () => undefined, close: () => Promise.resolve() });

/**
 * Follows links page by page, within the host that was named and the one that its first page led to: `example.cn` may be `www.example.cn`.
 * What was found is kept in a file, so that an interrupted run goes on with the same.
 */
export function crawlList(first: string, most: number, file: string, isAnew = false): PageList {
  const known = existsSync(file) && !isAnew ? readFileSync(file, 'utf8').split('\n').slice(0, -1).filter((line) => pageAddress(line) !== undefined) : [];
  const addresses = [...new Set([first, ...known])].slice(0, most);
  const seen = new Set(addresses);
  // Of an earlier run the addresses themselves tell, for no other came in.
  const hosts = new Set(addresses.map((address) => new URL(address).host));
  let isWhole = false;
  return {
    source: first,
    addresses,
    urlOf: (address) => address,
    follow(links, from, ended) {
      const reached = from === first ? pageAddress(ended ?? '') : undefined;
      if (reached !== undefined) hosts.add(new URL(reached).host);
      for (const link of links) {
        const address = pageAddress(link);
        if (address === undefined || seen.has(address) || addresses.length >= most) continue;
        const url = new URL(address);
        if (!hosts.has(url.host) || NO_PAGE.test(url.pathname)) continue;
        seen.add(address);
        addresses.push(address);
        // Only now that the folder is known to be ours. What an interruption cut would run into the next.
        if (!isWhole) mendLines(file);
        isWhole = true;
        appendFileSync(file, `${address}\n`);
      }
    },
    close: () => Promise.resolve(),
  };
}

/**
 * @param agent how we call ourselves where a list is fetched
 * @param onLost told of lists and lines that are of no use
 * @throws UsageError where there is nothing to look at
 */
export async function listPages(options: Pick<CheckOptions, 'target' | 'crawl' | 'out' | 'again'>, agent: string, onLost: (address: string, error: unknown) => void): Promise<PageList> {
  const { target, crawl } = options;
  const address = pageAddress(target);
  const listed = async (first: string, read: (one: string) => Promise<Uint8Array>) => {
    const pages = await readSitemap(first, read, onLost).catch((error: unknown) => {
      throw usageError('noSitemap', `${target} (${error instanceof Error ? error.message : String(error)})`);
    });
    if (pages.length === 0) throw usageError('noPages', target);
    return fixedList(first, pages);
  };
  if (address !== undefined) {
    if (LIST.test(new URL(address).pathname)) return listed(address, (one) => fetchBytes(one, agent));
    return crawl > 0 ? crawlList(address, crawl, join(options.out, 'pages.txt'), options.again) : fixedList(address, [address]);
  }
  // Two letters at least: C: is a drive.
  if (/^[a-z][a-z\d+.-]+:/i.test(target) && !/^file:/i.test(target) && !LIKE_A_HOST.test(target)) throw usageError('scheme', target);
  if (crawl > 0) throw usageError('crawlWithFolder', target);
  const path = await pathOf(target);
  if ((await stat(path)).isDirectory()) {
    // As the pages' own path: without links on the way. A report that is not there yet is in nobody's way.
    const report = await realpath(options.out).catch(() => resolve(options.out));
    return folderList(path, await pagesBelow(path, path, report), path);
  }
  if (PAGE.test(path)) return folderList(dirname(path), [basename(path)], path);
  if (!LIST.test(path)) throw usageError('noPages', `${target} (${extname(path)})`);
  return listed(path, (one) => (one === path ? readFile(path) : fetchBytes(one, agent)));
}
