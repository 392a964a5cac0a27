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
  const queue: TreeWalker[] = [];
  let run = new AbortController();
  let edge: Edge = 'top';
  let size = 0;
  signal.addEventListener('abort', () => run.abort(), { once: true });

  function putBack(): void {
    edits.batch(() => moved.forEach((element) => edits.mark(element, 'edge', null)));
    moved.clear();
    rules.clear();
    edits.sheet('edges', '');
  }

  /** The declaration that keeps an element clear of the toolbar, or null. */
  function shiftOf(element: Element): string | null {
    const style = view.getComputedStyle(element);
    const { position } = style;
    if (position === 'static' || position === 'relative') return null;
    const room = `var(--mingdu-x-${edge})`;
    if (position === 'sticky') {
      const inset = Number.parseFloat(style[edge]);
      return inset < size && !scrollsInside(element) ? `${edge}:calc(${inset}px + ${room})!important` : null;
    }
    if (position === 'absolute' && (edge === 'bottom' || !isAnchored(element))) return null;
    const box = element.getBoundingClientRect();
    const top = box.top + (position === 'absolute' ? view.scrollY : 0);
    const gap = edge === 'top' ? top : view.innerHeight - box.bottom;
    if (box.height === 0 || gap < -box.height || (gap >= size && position === 'fixed')) return null;
    return `margin-${edge}:calc(${Number.parseFloat(style.getPropertyValue(`margin-${edge}`)) || 0}px + ${room})!important`;
  }

  /** Whether an absolute box hangs on the window's first screen by its own `top`, so that padding of the root does not move it. */
  function isAnchored(element: Element): boolean {
    const parent = (element as HTMLElement).offsetParent;
    if (parent !== document.body || view.getComputedStyle(parent).position !== 'static') return false;
    // Firefox has no computed values as written; there only what really is under the toolbar counts.
    const top = 'computedStyleMap' in element ? String(element.computedStyleMap().get('top')) : '';
    return top ? top !== 'auto' : element.getBoundingClientRect().top + view.scrollY < size;
  }

  /** Whether a box sticks to something that scrolls inside the page, not to the window. */
  function scrollsInside(element: Element): boolean {
    for (let at = element.parentElement; at && at !== document.body && at !== document.documentElement; at = at.parentElement) {
      if (/auto|scroll|hidden/.test(view.getComputedStyle(at).overflowY)) return true;
    }
    return false;
  }

  function check(element: Element): void {
    if (moved.has(element) || !element.isConnected || isOurs(element)) return;
    const shift = shiftOf(element);
    if (shift === null) return;
    const value = shift.replace(/[^\w.-]+/g, '_');
    if (!rules.has(value)) {
      rules.add(value);
      edits.rule('edges', `[data-mingdu-x-edge="${value}"]{${shift}}`);
    }
    edits.mark(element, 'edge', value);
    moved.add(element);
  }

  function look(tops: readonly Node[]): void {
    const isIdle = queue.length === 0;
    for (const top of tops) {
      if (top.nodeType === 1 && top.ownerDocument === document) queue.push(document.createTreeWalker(top, view.NodeFilter.SHOW_ELEMENT));
    }
    if (!isIdle || queue.length === 0) return;
    const step = (allowance: number): number => {
      let done = 0;
      edits.batch(() => {
        for (let walker = queue[0]; walker && done < allowance; walker = queue[0]) {
          check(walker.currentNode as Element);
          done += 1;
          if (!walker.nextNode()) queue.shift();
        }
      });
      return done;
    };
    page.schedule.pending(page.schedule.slice(step, FIRST_SLICE, run.signal));
  }

  return {
    move(nextEdge, px) {
      const isSame = nextEdge === edge && px > 0 && size > 0;
      const grows = px > size;
      if (!isSame) {
        run.abort();
        queue.length = 0;
        putBack();
        run = new AbortController();
      }
      edge = nextEdge;
      size = px;
      if (px > 0 && (grows || !isSame)) look([document.documentElement]);
      if (px > 0 && !isSame) page.onChange(({ added, restyled }) => look([...added, ...restyled]), run.signal);
    },
  };
}
