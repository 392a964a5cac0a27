// Makes room in the page for the toolbar: pushes the flow aside and moves the boxes that are fixed to that edge.
// Not for how large the toolbar is (fit.ts). Everything goes through the ledger, so the page comes back by itself.
import type { FeatureContext } from '../feature';
import { createEdges } from './edges';

/** What the runtime gives: a ledger of the toolbar's own, and the page (without it boxes at the edges stay where they are). */
export interface RoomContext extends Pick<FeatureContext, 'edits' | 'signal'> {
  readonly document: Document;
  readonly page: FeatureContext['page'] | undefined;
}

export type Edge = 'top' | 'bottom';

export interface Room {
  /**
   * Keeps `px` CSS px free along an edge; the other edge is given back.
   * @returns false, and takes nothing, where what is pushed out of the window could not be scrolled to
   */
  take(edge: Edge, px: number): boolean;
}

/** Between the toolbar and what a jump inside the page scrolls to. */
const BREATH_PX = 8;

export function createRoom(context: RoomContext): Room {
  const { document, edits, page, signal } = context;
  const html = document.documentElement;
  const edges = page ? createEdges({ edits, page, signal }) : null;
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

  return {
    take(edge, px) {
      if (signal.aborted || `${edge} ${px}` === taken) return fits;
      taken = `${edge} ${px}`;
      edits.sheet('room', '');
      edits.mark(html, 'room', px > 0 ? edge : null);
      fits = true;
      if (px > 0) {
        const before = overflow();
        const size = `${Math.ceil(px)}px`;
        // Padding, because a page that is as high as the window stays so; border-box for the same reason.
        edits.sheet(
          'room',
          `:root[data-mingdu-x-room]{--mingdu-x-${edge}:${size};box-sizing:border-box!important;` +
            `padding-${edge}:${own(`padding-${edge}`) + Math.ceil(px)}px!important;` +
            `scroll-padding-${edge}:${own(`scroll-padding-${edge}`) + Math.ceil(px) + BREATH_PX}px!important}`,
        );
        fits = before > 0 || overflow() <= 0 || !isLocked();
        if (!fits) {
          edits.sheet('room', '');
          edits.mark(html, 'room', null);
        }
      }
      edges?.move(edge, fits ? px : 0);
      return fits;
    },
  };
}
