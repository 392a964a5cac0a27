// Whether this content script still belongs to an installed extension. and whether a page was left
// by one that does not. Not for undoing anything: who asks does that.
import browser from 'webextension-polyfill';
import { REQUEST } from '../shared/claim';
import { MARK_PREFIX } from '../shared/dom/marker';

/** Sent by a content script that comes in, so that one left behind by an update or a reload looks whether it still lives. */
export const LOOK_EVENT = 'mingdu-x-look';

/** False after the extension was updated, reloaded or removed while the page stayed: every call would throw from then on. */
export function isAlive(): boolean {
  // In that state Chromium takes `id` away, or `runtime` itself; the types know nothing of either.
  const runtime = browser.runtime as typeof browser.runtime | undefined;
  return runtime?.id !== undefined;
}

/**
 * Whether a page that was there before us bears the mark of a copy of ours which is there no more: one that lives answers. (A page that
 * is still loading may have been saved with that mark, and is the page's own.)
 */
export function isAbandoned(document: Document): boolean {
  const isOurs = document.documentElement?.getAttribute(`${MARK_PREFIX}owner`)?.startsWith('extension ') ?? false;
  return isOurs && document.readyState !== 'loading' && document.dispatchEvent(new CustomEvent(REQUEST, { detail: '{}', cancelable: true }));
}
