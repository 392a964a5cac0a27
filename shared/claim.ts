// Who serves this page when extension and widget, or two versions, are both here: one owner, the others step back.
// Speaks through an attribute and events on the document, which all script worlds share; details are JSON text. Not a security
// boundary: a page can forge it, so nothing but settings and "open" is ever taken from it, and checked.
import { asItIs } from './as-it-is';
import { MARK_PREFIX } from './dom/marker';

const OWNER = `${MARK_PREFIX}owner`;
const CLAIM = 'mingdu-x-claim';
/** Asks the owner for something on behalf of the site; whoever owns the page cancels it. */
export const REQUEST = 'mingdu-x-request';

export interface Claim {
  /** Whether somebody who outranks us serves the page now. */
  isTaken(): boolean;
  /** Takes the page over from whoever has it; false if they outrank us. */
  take(): boolean;
  /** Asks the owner for something on behalf of the site. */
  ask(request: { readonly open?: boolean; readonly settings?: unknown }): void;
}

export interface ClaimOptions {
  readonly document: Document;
  readonly kind: 'extension' | 'widget';
  readonly version: string;
  readonly signal: AbortSignal;
  /** We lost the page: restore it before returning. */
  onLost(): void;
  /** The site asked for something; unchecked. */
  onRequest(request: Readonly<Record<string, unknown>>): void;
  /** Whether we own the page now. */
  isOwner(): boolean;
}

interface Rank {
  readonly kind: string;
  readonly version: string;
}

/** The extension outranks the widget, a newer copy outranks an older one, the one that is there outranks its equal. */
export function outranks(one: Rank, other: Rank): boolean {
  if (one.kind !== other.kind) return one.kind === 'extension';
  return compareVersions(one.version, other.version) > 0;
}

function compareVersions(one: string, other: string): number {
  const a = one.split('.').map(Number);
  const b = other.split('.').map(Number);
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const difference = (a[i] || 0) - (b[i] || 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The mark is written by the caller through the ledger as `owner`, and so undone with everything else. */
export function createClaim(options: ClaimOptions): Claim {
  const { document, kind, version, signal } = options;
  const root = () => document.documentElement;

  /** Whoever the mark names, if there is one; a page that was saved while we were on may still carry it. */
  function owner(): Rank | null {
    const [ownerKind, ownerVersion] = (root().getAttribute(OWNER) ?? '').split(' ');
    return ownerKind && ownerVersion && !options.isOwner() ? { kind: ownerKind, version: ownerVersion } : null;
  }

  /** Returns whether an owner heard it: only a cancelled event tells that to all worlds. */
  function send(type: string, detail: unknown): boolean {
    const view = document.defaultView as (Window & typeof globalThis) | null;
    return view !== null && !document.dispatchEvent(new view.CustomEvent(type, { detail: JSON.stringify(detail, asItIs), cancelable: true }));
  }

  function receive(type: string, run: (detail: Readonly<Record<string, unknown>>) => void): void {
    document.addEventListener(
      type,
      (event) => {
        const detail = options.isOwner() && parse(event);
        if (!detail) return;
        event.preventDefault();
        run(detail);
      },
      { signal },
    );
  }

  receive(CLAIM, (rival) => {
    // Not by String(): an object of JSON can have a `toString` that is none.
    if (typeof rival['version'] === 'string' && outranks(rival as unknown as Rank, { kind, version })) options.onLost();
  });
  receive(REQUEST, options.onRequest);

  return {
    isTaken() {
      const other = owner();
      return other !== null && !outranks({ kind, version }, other) && send(REQUEST, {});
    },
    take() {
      if (options.isOwner()) return true;
      const isHeard = owner() !== null && send(CLAIM, { kind, version });
      // Whoever stepped back took the mark away, synchronously; a mark that stays belongs to somebody who outranks us, if they answered.
      return owner() === null || !isHeard;
    },
    ask: (request) => void send(REQUEST, request),
  };
}

function parse(event: Event): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse((event as CustomEvent<string>).detail);
    return typeof value === 'object' ? (value as Record<string, unknown> | null) : null;
  } catch {
    // Anybody may send anything: what cannot be read, or throws when it is, is no message.
    return null;
  }
}
