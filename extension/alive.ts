// Whether this content script still belongs to an installed extension. Not for undoing anything: who asks does that.
import browser from 'webextension-polyfill';

/** Sent by a content script that comes in, so that one left behind by an update or a reload looks whether it still lives. */
export const LOOK_EVENT = 'mingdu-x-look';

/** False after the extension was updated, reloaded or removed while the page stayed: every call would throw from then on. */
export function isAlive(): boolean {
  // In that state Chromium takes `id` away, or `runtime` itself; the types know nothing of either.
  const runtime = browser.runtime as typeof browser.runtime | undefined;
  return runtime?.id !== undefined;
}
