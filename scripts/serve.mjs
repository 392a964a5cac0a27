// The small static server behind `npm start` and the browser tests: the demo portal, and the widget under /mingdu/; the same on a second port,
// which is another origin. Not for the open internet: it reads every file anew, so that a rebuilt widget shows at the next reload.

import { createServer } from 'node:http';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeGbk } from './gbk.mjs';
import { showcaseAnswer } from './showcase.mjs';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const WIDGET_PREFIX = '/mingdu/';

/** @type {Record<string, string>} pages that are sent as GBK, and the UTF-8 they are made from */
const GBK_PAGES = {
  '/legacy.html': '/legacy.source.html',
  '/showcase/old.html': '/showcase/old.source.html',
};

/** The strictest policy that a page with its own files can live under; any page shows it with ?csp=strict. */
export const STRICT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** @type {Record<string, string>} file name ending to content type */
const CONTENT_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.webm': 'video/webm',
  '.vtt': 'text/vtt; charset=utf-8',
};

/**
 * The path of a request in plain characters, or a refusal: no step upwards in any spelling, no hidden file.
 * @param {string} target what stands in the request line
 * @returns {{ path: string, query: URLSearchParams } | { status: number }}
 */
function readTarget(target) {
  const [rawPath = '/', rawQuery = ''] = target.split(/\?(.*)/s);
  let path;
  try {
    path = decodeURIComponent(rawPath);
  } catch (error) {
    if (error instanceof URIError) return { status: 400 };
    throw error;
  }
  if (!path.startsWith('/') || path.includes('\0')) return { status: 400 };
  const steps = path.split(/[/\\]/);
  if (steps.includes('..') || path.includes('\\')) return { status: 403 };
  if (steps.some((step) => step.startsWith('.'))) return { status: 404 };
  return { path: path.endsWith('/') ? `${path}index.html` : path, query: new URLSearchParams(rawQuery) };
}

/**
 * @param {string} folder
 * @param {string} path inside the folder, with a leading slash
 * @returns {Promise<Buffer | undefined>} undefined where there is no such file, or a link leads out of the folder
 */
async function readInside(folder, path) {
  try {
    const home = await realpath(folder);
    const file = await realpath(join(home, path));
    return file.startsWith(home + sep) ? await readFile(file) : undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(String(code))) return undefined;
    throw error;
  }
}

/** @typedef {{ status: number, body: Buffer, type: string, headers?: Record<string, string> }} Answer */

/**
 * @param {string} root
 * @param {string} widget
 * @param {string} path
 * @param {string} files the other origin
 * @returns {Promise<Answer>}
 */
async function answer(root, widget, path, files) {
  const gbkSource = GBK_PAGES[path];
  if (gbkSource) {
    const source = await readInside(root, gbkSource);
    // No charset here: on such sites the page's own <meta> decides, and so it does on this one.
    if (source) return { status: 200, body: encodeGbk(source.toString('utf8')), type: 'text/html' };
  }
  const typed = CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  const made = await showcaseAnswer(path, { read: (name) => readInside(root, name), files });
  if (made) return { status: 200, type: typed, ...made };
  const body = path.startsWith(WIDGET_PREFIX)
    ? await readInside(widget, path.slice(WIDGET_PREFIX.length - 1))
    : await readInside(root, path);
  if (body) return { status: 200, body, type: typed };
  // A folder's pages name their files from within it.
  if (extname(path) === '' && (await readInside(root, `${path}/index.html`))) return { ...refusal(301), headers: { Location: encodeURI(`${path}/`) } };
  const page = ['', '.html'].includes(extname(path)) ? await readInside(root, '/404.html') : undefined;
  if (page) return { status: 404, body: page, type: 'text/html; charset=utf-8' };
  return refusal(404);
}

/**
 * @param {number} status
 * @returns {Answer}
 */
function refusal(status) {
  return { status, body: Buffer.from(`${status}\n`), type: 'text/plain; charset=utf-8' };
}

/** @param {string | undefined} host what the browser called us @param {number} port */
function originOf(host, port) {
  const name = /^([\w.-]+|\[[\da-f:]+\])(:\d+)?$/i.exec(host ?? '')?.[1];
  return `http://${name ?? 'localhost'}:${port}`;
}

/**
 * @param {import('node:http').RequestListener} respond
 * @param {number} port
 * @param {string} host
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 */
function listen(respond, port, host) {
  const server = createServer(respond);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve({
        port: address !== null && typeof address === 'object' ? address.port : port,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/**
 * Serves the portal on this machine only.
 * @param {object} [options]
 * @param {string} [options.root] folder of the pages (default: demo/)
 * @param {string} [options.widget] folder behind /mingdu/ (default: dist/widget/)
 * @param {number} [options.port] 0, the default, takes any free one; the second is always any free one
 * @param {string} [options.host] address to listen on (default: 127.0.0.1)
 * @param {Record<string, string>} [options.headers] added to every answer; they win
 * @returns {Promise<{ origin: string, port: number, filesOrigin: string, close: () => Promise<void> }>} once it listens;
 *   rejects with the system's error (EADDRINUSE …) if it cannot
 */
export async function createPortalServer(options = {}) {
  const { root = join(PROJECT, 'demo'), widget = join(PROJECT, 'dist', 'widget') } = options;
  const { port = 0, host = '127.0.0.1', headers = {} } = options;
  let filesPort = 0;

  /** @param {import('node:http').IncomingMessage} request */
  async function respond(request) {
    if (request.method !== 'GET' && request.method !== 'HEAD') return { ...refusal(405), strict: false };
    const target = readTarget(request.url ?? '/');
    if ('status' in target) return { ...refusal(target.status), strict: false };
    const made = await answer(root, widget, target.path, originOf(request.headers.host, filesPort));
    return { ...made, strict: target.query.get('csp') === 'strict' };
  }

  /** @param {Record<string, string>} own @returns {import('node:http').RequestListener} */
  const listener = (own) => (request, response) => {
    respond(request)
      .catch((error) => {
        console.error(error);
        return { ...refusal(500), strict: false };
      })
      .then(({ status, body, type, strict, headers: made }) => {
        response.writeHead(status, {
          'Content-Type': type,
          'Content-Length': body.length,
          'Cache-Control': 'no-store',
          'X-Content-Type-Options': 'nosniff',
          ...(status === 405 ? { Allow: 'GET, HEAD' } : {}),
          ...made,
          ...(strict && type.startsWith('text/html') ? { 'Content-Security-Policy': STRICT_POLICY } : {}),
          ...own,
          ...headers,
        });
        response.end(request.method === 'HEAD' ? undefined : body);
      });
  };

  const portal = await listen(listener({}), port, host);
  // What a site's file server has to send so that another of its sites may take the scripts from there.
  const files = await listen(listener({ 'Access-Control-Allow-Origin': '*' }), 0, host).catch(async (error) => {
    await portal.close();
    throw error;
  });
  filesPort = files.port;
  return {
    origin: originOf(undefined, portal.port),
    port: portal.port,
    filesOrigin: originOf(undefined, files.port),
    close: async () => void (await Promise.all([portal.close(), files.close()])),
  };
}
