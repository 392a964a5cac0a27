// Lists of addresses: sitemap.xml, an index of sitemaps, or a plain text with one address a line; gzipped or not.
// Not for opening the pages.
import { gunzipSync } from 'node:zlib';

/** Reads the bytes at an address or path. */
export type ReadBytes = (address: string) => Promise<Uint8Array>;

const MOST_SITEMAPS = 1000;
const MOST_DEPTH = 4;
const MOST_BYTES = 64 * 1024 * 1024;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function withoutEntities(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function textOf(bytes: Uint8Array): string {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes;
  const head = new TextDecoder('latin1').decode(plain.subarray(0, 200));
  const named = /^<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(head)?.[1] ?? 'utf-8';
  return new TextDecoder(named).decode(plain);
}

/** Without what stands in comments; one that has no end is left. No pattern: each beginning without an end would read the rest of the text again. */
function withoutComments(text: string): string {
  let rest = '';
  let at = 0;
  for (let begin = text.indexOf('<!--'); begin >= 0; begin = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', begin + 4);
    if (end < 0) break;
    rest += text.slice(at, begin);
    at = end + 3;
  }
  return rest + text.slice(at);
}

/** Bounded, and nowhere two repetitions that take the same characters: a list may be made to keep the check busy. */
const LOCATION = /<(?:\w+:)?loc\s*>(?:\s*<!\[CDATA\[([\s\S]{0,8192}?)\]\]>[^<]*|([^<]*))<\/(?:\w+:)?loc\s*>/gi;

/** The addresses that a text names, as they stand there. @param isIndex whether they are sitemaps themselves */
export function locationsOf(text: string): { readonly isIndex: boolean; readonly addresses: string[] } {
  const body = withoutComments(text);
  const isMarkup = /^\s*</.test(body);
  const found = isMarkup
    ? [...body.matchAll(LOCATION)].map(([, quoted, plain]) => (quoted ?? withoutEntities(plain ?? '')).trim())
    : body.split(/\r?\n/).map((line) => line.trim()).filter((line) => !line.startsWith('#'));
  return { isIndex: isMarkup && /<(?:\w+:)?sitemapindex[\s>]/i.test(body), addresses: found.filter((address) => address !== '') };
}

/** An address that can be opened, without its fragment; undefined for any other. */
export function pageAddress(text: string, base?: string): string | undefined {
  if (!URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  url.hash = '';
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/**
 * Goes through an index and what it names.
 * @returns addresses, each once, in the order of the lists
 * @throws what `read` throws for the first list; lists that an index names and that cannot be had are told to `onLost`
 */
export async function readSitemap(first: string, read: ReadBytes, onLost: (address: string, error: unknown) => void): Promise<string[]> {
  const pages = new Set<string>();
  const seen = new Set<string>();
  const visit = async (address: string, depth: number): Promise<void> => {
    if (seen.has(address) || seen.size >= MOST_SITEMAPS) return;
    seen.add(address);
    const { isIndex, addresses } = locationsOf(textOf(await read(address)));
    for (const text of addresses) {
      const found = pageAddress(text, pageAddress(address));
      if (found === undefined) onLost(text, new Error('not an http address'));
      else if (!isIndex) pages.add(found);
      else if (depth < MOST_DEPTH) await visit(found, depth + 1).catch((error: unknown) => onLost(found, error));
    }
  };
  await visit(first, 0);
  return [...pages];
}
