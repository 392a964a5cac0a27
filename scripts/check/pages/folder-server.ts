// Serves a folder of saved pages to the browser of the check, on this machine alone, as their own server would: with their own charset.
// Not the demo's server (scripts/serve.mjs).
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream';

export interface FolderServer {
  /** `http://localhost:PORT` */
  readonly origin: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xhtml': 'application/xhtml+xml',
  '.xml': 'text/xml',
};
/** Browsers look for a page's own charset so far. */
const HEAD_BYTES = 1024;
/** No page is as large; what is goes through without a look. */
const MOST_LOOKED_AT = 16 * 1024 * 1024;

/** The charset to be named for a page: none where it names its own, else by its bytes. */
export function charsetOf(page: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(page.subarray(0, HEAD_BYTES));
  if (/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/.test(head) || /<meta[^>]+charset\s*=|<\?xml[^>]+encoding\s*=/i.test(head)) return '';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(page);
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'gbk';
    throw error;
  }
}

async function fileAt(root: string, path: string): Promise<string | undefined> {
  try {
    const file = await realpath(join(root, path));
    const inside = file === root || file.startsWith(root + sep);
    return inside && (await stat(file)).isFile() ? file : undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'].includes(String(code))) return undefined;
    throw error;
  }
}

/** The path in plain characters; undefined for one that is none. */
function pathOf(target: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(target, 'http://localhost').pathname);
    return path.includes('\0') ? undefined : path;
  } catch (error) {
    if (error instanceof URIError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Where a path may lie: below the folder, or below a folder above the page that asks, which was a site's own root. */
function placesOf(path: string, referer: string | undefined): string[] {
  const whole = path.endsWith('/') ? `${path}index.html` : path;
  const asking = referer === undefined ? undefined : pathOf(referer);
  const steps = (asking ?? '/').split('/').slice(1, -1);
  return [whole, ...steps.map((_, at) => `/${steps.slice(0, at + 1).join('/')}${whole}`)];
}

/** @param root the folder, its real path */
export async function startFolderServer(root: string): Promise<FolderServer> {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request.url ?? '/');
    if (path === undefined || !['GET', 'HEAD'].includes(request.method ?? '')) return void response.writeHead(400).end();
    for (const place of placesOf(path, request.headers.referer)) {
      const file = await fileAt(root, place);
      if (file === undefined) continue;
      const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
      const { size } = await stat(file);
      const headers = { 'cache-control': 'no-store', 'content-length': size };
      if (type !== 'text/html' || size > MOST_LOOKED_AT) {
        response.writeHead(200, { ...headers, 'content-type': type });
        // A browser that goes away in the middle is no error.
        return void pipeline(createReadStream(file), response, () => undefined);
      }
      const body = await readFile(file);
      const charset = charsetOf(body);
      return void response.writeHead(200, { ...headers, 'content-length': body.length, 'content-type': charset === '' ? type : `${type}; charset=${charset}` }).end(body);
    }
    response.writeHead(404, { 'content-type': 'text/plain' }).end('404');
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
