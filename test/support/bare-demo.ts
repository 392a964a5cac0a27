// The demo portal as a site that never heard of the product: without its tag. What is there to aid it comes with the extension.
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { demoMounts } from './product';
import type { Answer, Mount } from './site';

const TAG = /<script[^>]*\/mingdu\/mingdu\.js[^>]*><\/script>/;

/** @throws Error where a page has no tag to take out: then it is another one's. */
function withoutTag(page: Buffer): Buffer {
  // latin1: each byte stays itself, whatever the charset.
  const text = page.toString('latin1');
  if (!TAG.test(text)) throw new Error('a page of the demo without the tag');
  return Buffer.from(text.replace(TAG, ''), 'latin1');
}

/** Serves the demo at `/` without the product's tag. */
export function bareDemoMounts(): Mount[] {
  return demoMounts().map(({ at, from, inject, headers }) => {
    const more = { ...(inject && { inject }), ...(headers && { headers }) };
    if (typeof from === 'string') {
      // Pages alone are changed; the rest is the folder's.
      return { at, ...more, from: async (path) => served(from, path === '' ? 'index.html' : path) };
    }
    return {
      at,
      ...more,
      from: async (path, query): Promise<Answer | undefined> => {
        const made = await from(path, query);
        return made && { ...made, body: withoutTag(Buffer.from(made.body as string | Buffer)) };
      },
    };
  });
}

const TYPES: Readonly<Record<string, string>> = { '.css': 'text/css', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml', '.gif': 'image/gif', '.jpg': 'image/jpeg', '.html': 'text/html' };

async function served(folder: string, path: string): Promise<Answer | undefined> {
  const type = TYPES[extname(path)];
  const body = await readFile(join(folder, path)).catch(() => undefined);
  if (body === undefined || type === undefined) return undefined;
  return { type, body: type === 'text/html' ? withoutTag(body) : body };
}
