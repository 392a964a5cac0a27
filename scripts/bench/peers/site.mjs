// Serves the pages of the measuring on loopback, each with the tags of one candidate, and counts what is asked for and what is sent.
// Not for opening pages.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PROJECT } from '../../ensure.mjs';
import { pageOf } from '../pages.mjs';

export const STRICT = "default-src 'self'; script-src 'self'; style-src 'self'";
const OWN_TAG = /<script src="\/mingdu\/mingdu\.js"[^>]*><\/script>/;
const STYLE = /<style>([^]*?)<\/style>/;

/** A page without any tag, and its style sheet apart, which a strict policy wants. */
function barePage(kind, size) {
  const page = pageOf(kind, size);
  if (!OWN_TAG.test(page) || !STYLE.test(page)) throw new Error('the page of the bench has no tag or style to take out');
  return { css: STYLE.exec(page)[1], html: page.replace(OWN_TAG, '').replace(STYLE, `<link rel="stylesheet" href="/style/${kind}.css">`) };
}

/** Gives each element a number, by which it is known again whatever is done to it. */
function numbered(html) {
  let count = 0;
  return html.replace(/<([a-z][a-z0-9]*)(?=[\s>])/g, (_, name) => `<${name} data-n="${(count += 1)}"`);
}

/** With the tags where owners write them. */
function tagged(html, { head = '', foot = '' }) {
  return html.replace('</head>', `${head}</head>`).replace('</body>', `${foot}</body>`);
}

/**
 * Starts the site. A page is at `/page/<candidate>/<kind>/<size>`, with `strict` and `numbered` in the query.
 * @param candidates all that have files or tags
 */
export async function startSite(candidates) {
  const files = new Map(candidates.flatMap((one) => Object.entries(one.files)));
  const byId = new Map(candidates.map((one) => [one.id, one]));
  const pages = new Map();
  const packed = new Map();
  const counts = { requests: 0, bytes: 0, missed: [] };

  const bare = (kind, size) => {
    const key = `${kind}/${size}`;
    if (!pages.has(key)) pages.set(key, barePage(kind, size));
    return pages.get(key);
  };
  const sourceOf = async (folder, name) => {
    if (folder === 'mingdu') return readFile(join(PROJECT, 'dist/widget', name));
    const file = files.get(name);
    // What is in the list is a path, or a text of ours.
    return file?.startsWith(PROJECT) ? readFile(file) : file;
  };

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [, folder, name = '', kind = '', size = ''] = pathname.split('/');
    const send = (type, body) => {
      const bytes = gzipSync(body, { level: folder === 'page' ? 1 : 9 });
      response.setHeader('content-type', `${type}; charset=utf-8`);
      response.setHeader('content-encoding', 'gzip');
      if (folder !== 'page' && folder !== 'style') {
        counts.requests += 1;
        counts.bytes += bytes.length;
      }
      response.end(bytes);
    };
    if (folder === 'page') {
      if (searchParams.has('strict')) response.setHeader('content-security-policy', STRICT);
      const { html } = bare(kind, Number(size));
      return send('text/html', tagged(searchParams.has('numbered') ? numbered(html) : html, byId.get(name) ?? {}));
    }
    if (folder === 'style') return send('text/css', bare(name.replace('.css', ''), 100).css);
    const key = `${folder}/${name}`;
    if (!packed.has(key)) packed.set(key, await sourceOf(folder, name).catch(() => undefined));
    const source = packed.get(key);
    if (source !== undefined) return send('text/javascript', source);
    if (name !== '' || folder !== 'favicon.ico') counts.missed.push(pathname);
    response.statusCode = 404;
    response.end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** Requests and bytes beyond the page itself since the last call. */
    take() {
      const taken = { ...counts };
      Object.assign(counts, { requests: 0, bytes: 0, missed: [] });
      return taken;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
