// A static web server for tests: mounted folders, the product's tag put into pages without decoding their bytes.
// Not a portal for people (demo/) and not reachable from outside this machine.
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** What a mount answers when it is a function. */
export interface Answer {
  readonly status?: number;
  readonly type?: string;
  /** Pieces are sent one after another, `PIECE_MS` apart, as from a slow server. */
  readonly body: string | Buffer | readonly string[];
}

/** Long enough for any browser to paint what it has. */
const PIECE_MS = 300;

export interface Mount {
  /** Where it begins, with a slash at both ends: `/`, `/mingdu/`. The longest that fits wins. */
  readonly at: string;
  /** A folder, or a function of the path below `at` and the query. `undefined` is a 404. */
  readonly from: string | ((path: string, query: URLSearchParams) => Answer | undefined | Promise<Answer | undefined>);
  /** Markup (ASCII) put into each HTML page; not into other files. */
  readonly inject?: { readonly html: string; readonly before: '</body>' | '</head>' };
  /** More response headers, `content-security-policy` for example; for each path below `at`, where they differ. */
  readonly headers?: Readonly<Record<string, string>> | ((path: string) => Readonly<Record<string, string>>);
}

/** A running test server. */
export interface Site {
  readonly port: number;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** An address of this server under another host name (see `OpenOptions.hosts`). */
  on(host: string, path: string): string;
  /** Path and query of every request so far, oldest first: the truth for same-origin requests. */
  readonly requests: readonly string[];
  forget(): void;
  /** Replaces all mounts: one server, one page after another. */
  mount(mounts: readonly Mount[]): void;
  close(): Promise<void>;
}

/** The tag as a site owner writes it. */
export const TAG = '<script async src="/mingdu/mingdu.js"></script>';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/**
 * Puts ASCII markup into the bytes of a page, before the last `</body>` or the first `</head>`; at the end (or start) without one.
 * The bytes stay as they are whatever the charset: latin1 maps each byte to one unit, and in GBK and Big5 a byte pair never
 * holds `<`, so a match is always a real tag.
 */
export function injectMarkup(page: Buffer, html: string, before: '</body>' | '</head>'): Buffer {
  const text = page.toString('latin1').toLowerCase();
  const found = before === '</body>' ? text.lastIndexOf('</body') : text.indexOf('</head');
  const at = found >= 0 ? found : before === '</body>' ? page.length : 0;
  return Buffer.concat([page.subarray(0, at), Buffer.from(html, 'ascii'), page.subarray(at)]);
}

async function answer(mounts: readonly Mount[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const path = decodeURIComponent(url.pathname);
  const mount = mounts.filter((one) => path.startsWith(one.at)).sort((a, b) => b.at.length - a.at.length)[0];
  if (mount === undefined) return notFound(response);
  const below = path.slice(mount.at.length);
  const headers = typeof mount.headers === 'function' ? mount.headers(below) : mount.headers;
  const send = (status: number, type: string, body: Buffer) => {
    const whole = mount.inject !== undefined && type.startsWith('text/html') ? injectMarkup(body, mount.inject.html, mount.inject.before) : body;
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'content-length': whole.length, ...headers }).end(whole);
  };
  if (typeof mount.from === 'function') {
    const made = await mount.from(below, url.searchParams);
    if (made === undefined) return notFound(response);
    const type = made.type ?? 'text/html; charset=utf-8';
    if (typeof made.body === 'string' || made.body instanceof Buffer) return send(made.status ?? 200, type, Buffer.from(made.body));
    response.writeHead(made.status ?? 200, { 'content-type': type, 'cache-control': 'no-store', ...headers });
    for (const piece of made.body) {
      response.write(piece);
      await new Promise((resolve) => setTimeout(resolve, PIECE_MS));
    }
    return void response.end();
  }
  const inside = normalize(`/${below.endsWith('/') || below === '' ? `${below}index.html` : below}`);
  const file = join(mount.from, inside);
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile()) return notFound(response);
  // No charset for HTML and CSS: what the page says of itself decides, as on the real server.
  const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
  if (type.startsWith('text/html')) return send(200, type, await readFile(file));
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...headers });
  createReadStream(file).pipe(response);
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
}

/** Starts a server on a free port of 127.0.0.1. */
export async function startSite(mounts: readonly Mount[] = []): Promise<Site> {
  let mounted = mounts;
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '/');
    answer(mounted, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    on: (host, path) => `http://${host}:${port}${path}`,
    requests,
    forget: () => void requests.splice(0),
    mount: (next) => {
      mounted = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
