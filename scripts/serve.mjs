// The small static server behind `npm start` and the browser tests: the demo portal, and the widget under /mingdu/.
// Not for the open internet: it reads every file anew, so that a rebuilt widget shows at the next reload.

import { createServer } from 'node:http';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeGbk } from './gbk.mjs';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const WIDGET_PREFIX = '/mingdu/';
const LEGACY_PAGE = '/legacy.html';
const LEGACY_SOURCE = '/legacy.source.html';

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

/**
 * @param {string} root
 * @param {string} widget
 * @param {string} path
 * @returns {Promise<{ status: number, body: Buffer, type: string }>}
 */
async function answer(root, widget, path) {
  if (path === LEGACY_PAGE) {
    const source = await readInside(root, LEGACY_SOURCE);
    // No charset here: on such sites the page's own <meta> decides, and so it does on this one.
    if (source) return { status: 200, body: encodeGbk(source.toString('utf8')), type: 'text/html' };
  }
  const body = path.startsWith(WIDGET_PREFIX)
    ? await readInside(widget, path.slice(WIDGET_PREFIX.length - 1))
    : await readInside(root, path);
  if (body) return { status: 200, body, type: CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream' };
  const page = ['', '.html'].includes(extname(path)) ? await readInside(root, '/404.html') : undefined;
  if (page) return { status: 404, body: page, type: 'text/html; charset=utf-8' };
  return refusal(404);
}

/** @param {number} status */
function refusal(status) {
  return { status, body: Buffer.from(`${status}\n`), type: 'text/plain; charset=utf-8' };
}

/**
 * Serves the portal on this machine only.
 * @param {object} [options]
 * @param {string} [options.root] folder of the pages (default: demo/)
 * @param {string} [options.widget] folder behind /mingdu/ (default: dist/widget/)
 * @param {number} [options.port] 0, the default, takes any free one
 * @param {string} [options.host] address to listen on (default: 127.0.0.1)
 * @param {Record<string, string>} [options.headers] added to every answer; they win
 * @returns {Promise<{ origin: string, port: number, close: () => Promise<void> }>} once it listens;
 *   rejects with the system's error (EADDRINUSE …) if it cannot
 */
export function createPortalServer(options = {}) {
  const { root = join(PROJECT, 'demo'), widget = join(PROJECT, 'dist', 'widget') } = options;
  const { port = 0, host = '127.0.0.1', headers = {} } = options;

  /** @param {import('node:http').IncomingMessage} request */
  async function respond(request) {
    if (request.method !== 'GET' && request.method !== 'HEAD') return { ...refusal(405), strict: false };
    const target = readTarget(request.url ?? '/');
    if ('status' in target) return { ...refusal(target.status), strict: false };
    return { ...(await answer(root, widget, target.path)), strict: target.query.get('csp') === 'strict' };
  }

  const server = createServer((request, response) => {
    respond(request)
      .catch((error) => {
        console.error(error);
        return { ...refusal(500), strict: false };
      })
      .then(({ status, body, type, strict }) => {
        response.writeHead(status, {
          'Content-Type': type,
          'Content-Length': body.length,
          'Cache-Control': 'no-store',
          'X-Content-Type-Options': 'nosniff',
          ...(status === 405 ? { Allow: 'GET, HEAD' } : {}),
          ...(strict && type.startsWith('text/html') ? { 'Content-Security-Policy': STRICT_POLICY } : {}),
          ...headers,
        });
        response.end(request.method === 'HEAD' ? undefined : body);
      });
  });

  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const taken = address !== null && typeof address === 'object' ? address.port : port;
      resolve({
        origin: `http://localhost:${taken}`,
        port: taken,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}
