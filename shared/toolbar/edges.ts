// Moves the page's boxes that are fixed to an edge, by one custom property, so that the toolbar covers none of them.
// Not for text in the flow (room.ts).
import { isOurs } from '../dom/marker';
import type { FeatureContext } from '../feature';
import type { Edge } from './room';

export interface Edges {
  /** Moves what stands within `px` of the edge, now and later; 0 puts everything back. */
  move(edge: Edge, px: number): void;
}

/** Elements for the first frame; the schedule steers from there. */
const FIRST_SLICE = 500;

export function createEdges({ edits, page, signal }: Pick<FeatureContext, 'edits' | 'page' | 'signal'>): Edges {
  const { document } = page;
  const view = document.defaultView as Window & typeof globalThis;
  const moved = new Set<Element>();
  const rules = new Set<string>();
  let edge: Edge = 'top';
  let size = 0;

  function putBack(): void {
    edits.batch(() => {
      for (const element of moved) edits.mark(element, 'edge', null);
    });
    moved.clear();
    rules.clear();
    edits.sheet('edges', '');
  }

  /** The declaration that keeps an element clear of the toolbar, or null. */
  function shiftOf(element: Element): string | null {
    const style = view.getComputedStyle(element);
    const { position } = style;
    if (position !== 'fixed' && position !== 'sticky') return null;
    const room = `var(--mingdu-x-${edge})`;
    if (position === 'sticky') {
      const inset = Number.parseFloat(style[edge]);
      if (!(inset < size) || scrollsInside(element)) return null;
      return `${edge}:calc(${inset}px + ${room})!important`;
    }
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return null;
    const gap = edge === 'top' ? box.top : view.innerHeight - box.bottom;
    // What is held by the other edge alone and only reaches over here cannot be moved by a margin.
    if (gap >= size || gap < -box.height || style[edge] === 'auto') return null;
    return `margin-${edge}:calc(${Number.parseFloat(style.getPropertyValue(`margin-${edge}`)) || 0}px + ${room})!important`;
  }

  /** Whether a box sticks to something that scrolls inside the page, not to the window. */
  function scrollsInside(element: Element): boolean {
    for (let at = element.parentElement; at && at !== document.body && at !== document.documentElement; at = at.parentElement) {
      if (view.getComputedStyle(at).overflowY !== 'visible') return true;
    }
    return false;
  }

  function check(element: Element): void {
    if (moved.has(element) || !element.isConnected || element.ownerDocument !== document || isOurs(element)) return;
    const shift = shiftOf(element);
    if (shift === null) return;
    const value = shift.replace(/[^\w.-]+/g, '_');
    if (!rules.has(value)) {
      rules.add(value);
      edits.rule('edges', `@media screen{[data-mingdu-x-edge="${value}"]{${shift}}}`);
    }
    edits.mark(element, 'edge', value);
    moved.add(element);
  }

  function checkAll(tops: readonly Element[], until: AbortSignal): void {
    const queue = tops.map((top) => document.createTreeWalker(top, view.NodeFilter.SHOW_ELEMENT));
    const work = page.schedule.slice(
      (allowance) => {
        let done = 0;
        edits.batch(() => {
          while (queue[0] && done < allowance) {
            const walker = queue[0];
            check(walker.currentNode as Element);
            done += 1;
            if (!walker.nextNode()) queue.shift();
          }
        });
        return done;
      },
      FIRST_SLICE,
      until,
    );
    // The toolbar's room is a comfort: an error in it must not end what the reader asked for.
    work.catch(() => undefined);
  }

  let run = new AbortController();
  signal.addEventListener('abort', () => run.abort(), { once: true });

  return {
    move(nextEdge, px) {
      if (nextEdge === edge && px > 0 && size > 0) {
        size = px;
        return;
      }
      run.abort();
      putBack();
      edge = nextEdge;
      size = px;
      if (px === 0) return;
      run = new AbortController();
      const { signal: until } = run;
      checkAll([document.documentElement], until);
      page.onChange(({ added, restyled }) => {
        const tops = [...added, ...restyled].filter((node): node is Element => node.nodeType === 1);
        if (tops.length > 0) checkAll(tops, until);
      }, until);
    },
  };
}
