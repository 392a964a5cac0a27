// What the showcase's pages need of a server beyond their files: parts put together, a policy and its nonce, frameworks out of node_modules.
// Knows nothing of sockets (serve.mjs) and nothing of what the pages say (demo/showcase/).

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const MODULES = new URL('../node_modules/', import.meta.url);
const FOLDER = '/showcase/';
const INCLUDE = /<!--#include ([\w-]+) -->/g;
const NONCE_BYTES = 16;

/** @type {Record<string, string>} address to the file of a package: nobody else's code is copied into the repository */
const LIBRARIES = {
  '/showcase/lib/vue.js': 'vue/dist/vue.global.prod.js',
  '/showcase/lib/react.js': 'react-18/umd/react.production.min.js',
  '/showcase/lib/react-dom.js': 'react-dom-18/umd/react-dom.production.min.js',
};

/**
 * What a page says of itself in the header, as the site of its kind would.
 * @type {Record<string, (given: { nonce: string, files: string }) => string[]>}
 */
const POLICIES = {
  '/showcase/strict.html': ({ nonce }) => [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ],
  '/showcase/elsewhere.html': ({ files }) => ["default-src 'self'", `script-src 'self' ${files}`, "object-src 'none'"],
};

/**
 * @typedef {object} Given
 * @property {(path: string) => Promise<Buffer | undefined>} read a file of the portal
 * @property {string} files the other origin, under which the widget's files are served as well
 */

/**
 * @param {string} path
 * @param {Given} given
 * @returns {Promise<{ body: Buffer, type?: string, headers?: Record<string, string> } | undefined>} undefined for what is an ordinary file, or none
 */
export async function showcaseAnswer(path, { read, files }) {
  const library = LIBRARIES[path];
  if (library) return { body: await readFile(fileURLToPath(new URL(library, MODULES))), type: 'text/javascript; charset=utf-8' };
  if (!path.startsWith(FOLDER) || !path.endsWith('.html')) return undefined;
  const page = await read(path);
  if (!page) return undefined;
  const nonce = randomBytes(NONCE_BYTES).toString('base64');
  const policy = POLICIES[path]?.({ nonce, files }).join('; ');
  const whole = await withParts(page.toString('utf8'), read);
  const body = whole.replaceAll('{{nonce}}', nonce).replaceAll('{{files}}', files).replaceAll('{{policy}}', policy ?? '');
  return { body: Buffer.from(body), ...(policy ? { headers: { 'Content-Security-Policy': policy } } : {}) };
}

/**
 * `<!--#include header -->` becomes parts/header.html, as the servers of such sites do it.
 * @param {string} text
 * @param {Given['read']} read
 */
async function withParts(text, read) {
  const names = [...new Set([...text.matchAll(INCLUDE)].map((match) => match[1] ?? ''))];
  const parts = new Map(await Promise.all(names.map(async (name) => /** @type {const} */ ([name, await read(`${FOLDER}parts/${name}.html`)]))));
  return text.replace(INCLUDE, (_, name) => {
    const part = parts.get(name);
    if (!part) throw new Error(`demo/showcase/parts/${name}.html is not there`);
    return part.toString('utf8').trimEnd();
  });
}
