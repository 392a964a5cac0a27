// Whether Mingdu starts by itself here: what the reader said about the site, and what the site says of itself. Pure.

/** The value of the site's wish not to be started on: `<meta name="mingdu" content="off">`. */
const OFF = 'off';

/** The host name that a frame belongs to, also for about:blank and srcdoc, which carry their opener's origin; '' where it has none. */
export function hostOf(view: Window): string {
  if (view.location.hostname) return view.location.hostname;
  return /^https?:\/\/([^/:]+)/.exec(view.origin)?.[1] ?? '';
}

/**
 * @param stored what is in the store, unchecked
 * @param host the page's host name
 * @returns whether what the reader chose is to be applied without a press
 */
export function isWantedOn(stored: unknown, host: string): boolean {
  return isRecord(stored) && stored['on'] === true && !isOffOn(stored, host);
}

/** Whether the reader said that nothing is wanted on a site. */
export function isOffOn(stored: unknown, host: string): boolean {
  return sitesOff(stored).includes(host);
}

/** The hosts on which the reader wants nothing by itself. */
export function sitesOff(stored: unknown): string[] {
  const sites = isRecord(stored) ? stored['sites'] : null;
  return isRecord(sites) ? Object.keys(sites).filter((host) => sites[host] === OFF) : [];
}

/** What the reader chose and wants by itself, unchecked; null where the assist is off. */
export function wantedSettings(stored: unknown): unknown {
  return isRecord(stored) && stored['on'] === true ? stored['settings'] : null;
}

/** Whether the page asks extensions of our kind to wait for a press. Only sure once the page's head has been parsed. */
export function isDeclined(document: Document): boolean {
  return document.querySelector(`meta[name="mingdu" i][content="${OFF}" i]`) !== null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
