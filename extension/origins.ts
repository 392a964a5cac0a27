// Hosts and match patterns: which site an address belongs to, which one somebody means, what leave covers. Pure; not for asking the browser.

/** What a match pattern can name. */
export const HOST = /^(?:\[[0-9a-f:.]+\]|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)$/;
/** Leave for all sites. */
export const EVERYWHERE = '*://*/*';
const ONE_SITE = /^\*:\/\/([^*/]+)\/\*$/;

/** The host that an address leads to; null for what is no site: a file, a page of the browser. */
export function hostAt(url: string | undefined): string | null {
  const found = /^https?:\/\/(\[[^\]]+\]|[^/:?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? '';
  return HOST.test(found) ? found : null;
}

/** The host that somebody means who writes an address or a part of one: `www.example.com`, `https://example.com/a`; null for none. */
export function hostIn(text: string): string | null {
  const address = text.trim();
  try {
    const { protocol, hostname } = new URL(/^[a-z][\w+.-]*:\/\//i.test(address) ? address : `http://${address}`);
    const isHost = HOST.test(hostname) && (hostname.includes('.') || hostname.startsWith('[') || hostname === 'localhost');
    return isHost && /^https?:$/.test(protocol) ? hostname : null;
  } catch {
    return null;
  }
}

/** The one site that leave is for; null for leave of another kind. */
export function siteOf(origin: string): string | null {
  return ONE_SITE.exec(origin)?.[1] ?? null;
}

/** Whether leave for `origin` is leave for a site. */
export function covers(origin: string, host: string): boolean {
  const [, wild, named] = /^(?:\*|https?):\/\/(\*\.)?([^/]+)\/\*$/.exec(origin) ?? [];
  if (origin === '<all_urls>' || named === '*') return true;
  return named !== undefined && (host === named || (wild !== undefined && host.endsWith(`.${named}`)));
}
