// Makes room in the page for the bars of ours: toolbar, caption, player. Several share an edge and add up. It pushes the flow aside; boxes
// that are fixed to an edge are moved by edges.ts, which comes later. Not for how large a bar is. All goes through the ledger.
import type { BarePage } from '../page/page';
import type { Live } from '../live';
import { createLive } from '../live';
import type { Edits } from './edits';
import type { Edges, EdgesScript } from './edges';

export type Edge = 'top' | 'bottom';

/** What a bar asks for, in CSS px of the window. */
export interface Asked {
  readonly edge: Edge;
  /** What it takes now. */
  readonly px: number;
  /** What it would like to take, and what it could do with: by these the others decide what gives way. `px` unless said. */
  readonly full?: number;
  readonly least?: number;
}

/** What some bars take together. */
export interface Taken {
  readonly top: number;
  readonly bottom: number;
  readonly full: number;
  readonly least: number;
}

export interface Room {
  /**
   * Keeps room free for a bar; what it had before is given back.
   * @returns false, and nothing is moved for any bar, where what is pushed out of the window could not be scrolled to
   */
  take(bar: string, asked: Asked): boolean;
  /** Scrolls what has the focus clear of bars that came or grew since the last time. */
  uncover(): void;
  /** What the other bars take. */
  beside(bar: string): Taken;
  /** Counts up when a bar asks for something else. */
  readonly changes: Live<number>;
}

export interface RoomParts {
  readonly edits: Edits;
  readonly page: BarePage;
  readonly signal: AbortSignal;
  /** Runs a scroll of ours, where it can be told from the reader's. */
  scroll(run: () => void): void;
  /** Fetches what moves boxes at the edges. */
  loadEdges(): Promise<EdgesScript>;
}

/** Between a bar and what a jump inside the page scrolls to. */
const BREATH_PX = 8;
const EDGES = ['top', 'bottom'] as const;

/** Makes the room of a session; nothing moves before the first `take`, and all comes back with the session's signal. */
export function createRoom({ edits, page, signal, scroll, loadEdges }: RoomParts): Room {
  const { document } = page;
  const html = document.documentElement;
  const bars = new Map<string, Asked>();
  const changes = createLive(0);
  let edges: Edges | null = null;
  let loading: Promise<void> | null = null;
  let taken = '';
  let fits = true;

  /** What the page's author set, read while nothing of ours is on. */
  function own(property: string): number {
    const computed = document.defaultView?.getComputedStyle(html).getPropertyValue(property) ?? '';
    return Number.parseFloat(computed) || 0;
  }

  /** By how much the page is higher than the window. */
  function overflow(): number {
    return html.scrollHeight - html.clientHeight;
  }

  function isLocked(): boolean {
    return [html, document.body].some((element) => document.defaultView?.getComputedStyle(element).overflowY === 'hidden');
  }

  function sum(without?: string): Taken {
    const taken = { top: 0, bottom: 0, full: 0, least: 0 };
    for (const [name, { edge, px, full = px, least = px }] of bars) {
      if (name === without) continue;
      taken[edge] += px;
      taken.full += full;
      taken.least += least;
    }
    return taken;
  }

  function clear(): void {
    edits.sheet('room', '');
    edits.mark(html, 'room', null);
  }

  function apply(px: Taken): void {
    clear();
    const used = EDGES.filter((edge) => px[edge] > 0);
    fits = true;
    if (used.length === 0) return;
    const before = overflow();
    // Padding, because a page that is as high as the window stays so; border-box for the same reason.
    const rules = used.map((edge) => {
      const size = Math.ceil(px[edge]);
      return `--mingdu-x-${edge}:${size}px;padding-${edge}:${own(`padding-${edge}`) + size}px!important;scroll-padding-${edge}:${own(`scroll-padding-${edge}`) + size + BREATH_PX}px!important`;
    });
    edits.mark(html, 'room', used.join(' '));
    edits.sheet('room', `:root[data-mingdu-x-room]{box-sizing:border-box!important;${rules.join(';')}}`);
    fits = before > 0 || overflow() <= 0 || !isLocked();
    if (!fits) clear();
  }

  function move(): void {
    const { top, bottom } = fits ? sum() : { top: 0, bottom: 0 };
    if (edges) return edges.move(top, bottom);
    if (top + bottom === 0) return;
    loading ??= loadEdges().then(
      (script) => {
        if (signal.aborted) return;
        edges = script.createEdges({ edits, page, slice: script.createFrameWork(document), signal, scroll });
        move();
      },
      // Asked for again with the next change; until then such boxes lie under the bar.
      () => void (loading = null),
    );
    page.schedule.pending(loading);
  }

  return {
    changes,
    beside: sum,
    uncover: () => edges?.uncover(),
    take(bar, asked) {
      if (signal.aborted) return fits;
      const before = JSON.stringify(bars.get(bar) ?? 0);
      if (asked.px > 0 || asked.full) bars.set(bar, asked);
      else bars.delete(bar);
      const px = sum();
      const now = `${Math.ceil(px.top)} ${Math.ceil(px.bottom)}`;
      if (now !== taken) {
        taken = now;
        apply(px);
        move();
      }
      if (JSON.stringify(bars.get(bar) ?? 0) !== before) changes.set(changes.value + 1);
      return fits;
    },
  };
}
