// Moves the page's boxes that are fixed to an edge, by one custom property, so that no bar of ours covers them. A script of its own
// (mingdu-pack-edges.js), fetched once a bar has taken room. Not for text in the flow (room.ts).
import type { BarePage, Schedule } from '../page/page';
import type { Edits } from './edits';
import { isOurs, up } from './marker';
import type { Edge } from './room';

/** What the script registers. */
export interface EdgesScript {
  createEdges(parts: EdgesParts): Edges;
  /** What slices its work: a toolbar alone has brought nothing for that. */
  createFrameWork(document: Document): Schedule['slice'];
}

export interface EdgesParts {
  /** Runs a scroll of ours, which is not to be taken for the reader's. */
  scroll(run: () => void): void;
  readonly edits: Edits;
  readonly page: BarePage;
  readonly slice: Schedule['slice'];
  readonly signal: AbortSignal;
}

export interface Edges {
  /** Moves what stands within so many px of the edges, now and later; 0 puts back what was moved there. */
  move(top: number, bottom: number): void;
  /** Scrolls what has the focus clear of bars that came or grew since the last time; for when the reader's line has been put back. */
  uncover(): void;
}

/** Between a bar and what was scrolled clear of it. */
const BREATH_PX = 8;
/** Elements for the first frame; the schedule steers from there. */
const FIRST_SLICE = 500;

/** Makes what moves boxes; nothing moves before the first `move`, and all comes back with the signal. */
export function createEdges(parts: EdgesParts): Edges {
  const top = createEdge(parts, 'top');
  const bottom = createEdge(parts, 'bottom');
  let taken = { top: 0, bottom: 0 };
  let isOwed = false;
  const uncover = () => isOwed && uncoverFocus(parts, taken);
  return {
    move(topPx, bottomPx) {
      isOwed ||= topPx + bottomPx > taken.top + taken.bottom;
      taken = { top: topPx, bottom: bottomPx };
      top(topPx);
      bottom(bottomPx);
      uncover();
    },
    uncover() {
      uncover();
      isOwed = false;
    },
  };
}

/** A bar that comes or grows over what has the focus: the page scrolls it clear. */
function uncoverFocus({ page: { document }, scroll }: EdgesParts, { top, bottom }: { readonly top: number; readonly bottom: number }): void {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body || isOurs(at)) return;
  const view = document.defaultView;
  const box = at.getBoundingClientRect();
  const height = view?.innerHeight ?? 0;
  if (box.height > height - top - bottom - 2 * BREATH_PX) return;
  // A bar at the top pushes what stood at the foot out of the window.
  const below = box.top < height + top ? box.bottom - (height - bottom - BREATH_PX) : 0;
  const above = box.bottom > 0 ? box.top - top - BREATH_PX : 0;
  // Not scrollIntoView: Firefox does it again with a later layout, when the reader has scrolled elsewhere.
  if ((below > 0 || above < 0) && !isFixed(at)) scroll(() => view?.scrollBy({ top: above < 0 ? above : below, behavior: 'instant' }));
}

/** What does not go with the page is moved with its box, not by scrolling. */
function isFixed(element: Element): boolean {
  for (let at: Element | null = element; at; at = up(at)) {
    if (/fixed|sticky/.test(at.ownerDocument.defaultView?.getComputedStyle(at).position ?? '')) return true;
  }
  return false;
}

/** One edge: a box may hang on both. */
function createEdge({ edits, page, slice, signal }: EdgesParts, edge: Edge): (px: number) => void {
  const { document } = page;
  const name = `edge-${edge}`;
  const view = document.defaultView as Window & typeof globalThis;
  const moved = new Set<Element>();
  const rules = new Set<string>();
  const queue: TreeWalker[] = [];
  let run = new AbortController();
  let size = 0;
  signal.addEventListener('abort', () => run.abort(), { once: true });

  function putBack(): void {
    edits.batch(() => moved.forEach((element) => edits.mark(element, name, null)));
    moved.clear();
    rules.clear();
    edits.sheet(name, '');
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
    for (let at = up(element); at && at !== document.body && at !== document.documentElement; at = up(at)) {
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
      edits.rule(name, `[data-mingdu-x-${name}="${value}"]{${shift}}`);
    }
    edits.mark(element, name, value);
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
    page.schedule.pending(slice(step, FIRST_SLICE, run.signal));
  }

  return (px) => {
    const isNew = size === 0;
    const grows = px > size;
    size = px;
    if (px === 0) {
      if (isNew) return;
      run.abort();
      queue.length = 0;
      putBack();
      run = new AbortController();
    } else if (grows) {
      look([document.documentElement]);
      if (isNew) page.onChange(({ added, restyled }) => look([...added, ...restyled]), run.signal);
    }
  };
}
