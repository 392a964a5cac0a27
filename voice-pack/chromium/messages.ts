// SPDX-License-Identifier: GPL-3.0-or-later
// What the service worker and the page that sounds say to one another, and the check of it.
import { parseFromPort, parsePortAsk, type PortAsk, type PortEvent } from '../../shared/speech/pack/protocol';

export type Ask = PortAsk | { readonly type: 'pause' | 'resume' };

/** To the page. Both hear every message of the extension, so each says whom it is for. */
export interface ToPage {
  readonly to: 'page';
  readonly ask: Ask;
}

/** To the service worker. */
export interface ToWorker {
  readonly to: 'worker';
  readonly event: PortEvent;
}

/** @returns what the page is asked, null for anything else */
export function parseToPage(value: unknown): Ask | null {
  const { to, ask } = (value ?? {}) as { to?: unknown; ask?: unknown };
  if (to !== 'page') return null;
  const { type } = (ask ?? {}) as { type?: unknown };
  return type === 'pause' || type === 'resume' ? { type } : parsePortAsk(ask);
}

/** @returns what the page tells, null for anything else */
export function parseToWorker(value: unknown): PortEvent | null {
  const { to, event } = (value ?? {}) as { to?: unknown; event?: unknown };
  const message = to === 'worker' ? parseFromPort(event) : null;
  return message && message.type !== 'voices' ? message : null;
}
