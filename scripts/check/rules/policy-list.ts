// Reads content security policies as browsers do: lists, directives, sources, and whether a source matches an address. Pure.
// What a policy means for Mingdu is policy.ts.

/** One policy: directives by lower-case name, values as written. */
export type Policy = ReadonlyMap<string, readonly string[]>;

const SPACE = /[\t\n\f\r ]+/;

/** One header may hold several policies, parted by commas. */
export const policyTexts = (header: string): string[] => header.split(',').map((policy) => policy.trim()).filter((policy) => policy !== '');

/** @param from a header may hold several policies; a `<meta>` holds one */
export function parsePolicies(value: string, from: 'header' | 'meta'): Policy[] {
  const texts = from === 'header' ? policyTexts(value) : [value];
  return texts.map((text) => parsePolicy(text, from)).filter((policy) => policy.size > 0);
}

/** What browsers ignore in a `<meta>`. */
const HEADER_ONLY = ['frame-ancestors', 'report-uri', 'sandbox'];

function parsePolicy(text: string, from: 'header' | 'meta'): Policy {
  const policy = new Map<string, readonly string[]>();
  for (const part of text.split(';')) {
    const [name = '', ...values] = part.trim().split(SPACE);
    const key = name.toLowerCase();
    // The first of a name counts; the rest are ignored.
    if (key === '' || policy.has(key) || (from === 'meta' && HEADER_ONLY.includes(key))) continue;
    policy.set(key, values);
  }
  return policy;
}

/** The directive that decides, and its name as the policy has it: the first of the names that is there. */
export function deciding(policy: Policy, names: readonly string[]): { readonly name: string; readonly sources: readonly string[] } | null {
  for (const name of names) {
    const sources = policy.get(name);
    if (sources) return { name, sources };
  }
  return null;
}

/** Keywords are the same in any case; nonces and hashes are not. */
export const hasKeyword = (sources: readonly string[], keyword: string) => sources.some((source) => source.toLowerCase() === `'${keyword}'`);

export const hasNonce = (sources: readonly string[]) => sources.some((source) => /^'nonce-[\w+/=-]+'$/i.test(source));

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443', 'ftp:': '21' };
const portOf = (url: URL) => url.port || DEFAULT_PORTS[url.protocol] || '';

/** `http` allows `https` too, `ws` any of the four. */
function schemeFits(allowed: string, scheme: string): boolean {
  if (allowed === scheme) return true;
  if (allowed === 'http:') return scheme === 'https:';
  if (allowed === 'ws:') return ['wss:', 'http:', 'https:'].includes(scheme);
  return allowed === 'wss:' && scheme === 'https:';
}

const NETWORK = ['http:', 'https:', 'ws:', 'wss:'];

/** Whether one source expression matches an address. @param page what `'self'` and sources without a scheme mean */
export function matchesSource(source: string, url: URL, page: URL): boolean {
  if (source.toLowerCase() === "'self'") return matchesSelf(url, page);
  if (source.startsWith("'")) return false;
  if (source === '*') return NETWORK.includes(url.protocol) || url.protocol === page.protocol;
  const scheme = /^([a-z][a-z\d+.-]*:)$/i.exec(source)?.[1];
  if (scheme) return schemeFits(scheme.toLowerCase(), url.protocol);
  return matchesHost(source, url, page);
}

function matchesSelf(url: URL, page: URL): boolean {
  if (page.protocol === 'file:') return url.protocol === 'file:';
  if (url.hostname !== page.hostname) return false;
  if (url.protocol === page.protocol) return portOf(url) === portOf(page);
  const isDefault = (one: URL) => portOf(one) === DEFAULT_PORTS[one.protocol];
  return page.protocol === 'http:' && url.protocol === 'https:' && (portOf(url) === portOf(page) || (isDefault(url) && isDefault(page)));
}

const HOST_SOURCE = /^(?:([a-z][a-z\d+.-]*:)\/\/)?(\*|(?:\*\.)?[a-z\d_-]+(?:\.[a-z\d_-]+)*|\[[\da-f:.]+\])(?::(\d+|\*))?(\/[^?#]*)?$/i;

function matchesHost(source: string, url: URL, page: URL): boolean {
  const [whole, scheme, host = '', port, path] = HOST_SOURCE.exec(source) ?? [];
  if (whole === undefined || !schemeFits((scheme ?? page.protocol).toLowerCase(), url.protocol)) return false;
  const wanted = host.toLowerCase();
  if (wanted !== '*' && !(wanted.startsWith('*.') ? url.hostname.endsWith(wanted.slice(1)) : url.hostname === wanted)) return false;
  return portFits(port, url) && pathFits(path, url.pathname);
}

function portFits(port: string | undefined, url: URL): boolean {
  if (port === '*') return true;
  if (port === undefined) return url.port === '' || portOf(url) === DEFAULT_PORTS[url.protocol];
  return port === portOf(url) || (port === '80' && url.protocol === 'https:' && portOf(url) === '443');
}

function pathFits(path: string | undefined, pathname: string): boolean {
  if (path === undefined || path === '/') return true;
  const decoded = decoder(path);
  return decoded.endsWith('/') ? decoder(pathname).startsWith(decoded) : decoder(pathname) === decoded;
}

function decoder(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    // A lone % is no escape: browsers compare such a path as it stands.
    if (error instanceof URIError) return path;
    throw error;
  }
}
