// Keeps what is read in view by scrolling, and yields to a reader who scrolls. Only when the sentence leaves the view. Not for painting.
import { isOurs } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import { renderedParent } from '../../page/blocks';
import { eachDocument } from '../../page/documents';
import { boxInTop } from '../../page/frame-point';
import type { speechDescriptor } from './descriptor';

/** What is to be kept in view. */
export interface Followed {
  /** The whole sentence and the line of it that is being said, in CSS pixels of the outermost page's viewport; null when gone. */
  rect(): DOMRectReadOnly | null;
  line(): DOMRectReadOnly | null;
  /** A node that it stands in. */
  node(): Node | null;
}

export interface Follower {
  /** Brings what is followed into view, unless the reader has scrolled away from the place. */
  follow(): void;
  /** From here on the reader's own scrolling has no say until the next time: they asked to hear, or nothing is read any more. */
  attend(): void;
}

/** Where the first line comes to stand, as a part of the free height. */
const COMES_TO_PART = 0.25;
const SCROLL_KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ']);
/** Our own smooth scrolling is over by then. */
const OWN_SCROLL_MS = 1_200;
/** How long a scroll goes on after the last we heard of the reader's hand. */
const SCROLL_GOES_ON_MS = 1_000;
/** A jump by so much of the window in one go (to an anchor, to the top) is not the page growing. */
const JUMP_PART = 0.4;
/** How long after a scroll it is looked whether what is read is still in view. */
const LOOK_MS = 120;
/** A bar of the page at the window's top is at least so wide and at most so high, as a part of the window. */
const BAR_WIDTH_PART = 0.5;
const BAR_HEIGHT_PART = 0.4;

export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** The part of the window that no bar covers: ours tell their height by `scroll-padding`, the page's own stand fixed or sticky at its top. */
export function freeBand(view: Window): Band {
  const { document } = view;
  const { scrollPaddingTop, scrollPaddingBottom } = view.getComputedStyle(document.documentElement);
  const bottom = view.innerHeight - (Number.parseFloat(scrollPaddingBottom) || 0);
  let top = Number.parseFloat(scrollPaddingTop) || 0;
  for (const part of [0.25, 0.5, 0.75]) {
    const bar = barAt(view, view.innerWidth * part, top + 1);
    if (bar) top = Math.max(top, Math.min(bar, bottom - 1));
  }
  return { top, bottom };
}

/** The lower edge of a bar that covers a point; 0 where the page itself is seen. */
function barAt(view: Window, x: number, y: number): number {
  let at: Element | null = typeof view.document.elementFromPoint === 'function' ? view.document.elementFromPoint(x, y) : null;
  for (; at; at = renderedParent(at)) {
    if (!/fixed|sticky/.test(view.getComputedStyle(at).position)) continue;
    const box = at.getBoundingClientRect();
    // Ours has told its height already, and one that is part of the flow still covers nothing.
    const isBar = box.width >= view.innerWidth * BAR_WIDTH_PART && box.height <= view.innerHeight * BAR_HEIGHT_PART && box.top <= y + 1 && !isOurs(at);
    return isBar ? box.bottom : 0;
  }
  return 0;
}

/** Listens for the reader's scrolling from now on; scrolls only in `follow`. */
export function createFollower(context: FeatureContext<typeof speechDescriptor.settings>, view: Window, followed: Followed): Follower {
  const { page, speaker } = context;
  const { document } = page;
  /** The reader has scrolled since they asked to hear. */
  let hasScrolled = false;
  let scrolledAt = Number.NEGATIVE_INFINITY;
  let ownUntil = Number.NEGATIVE_INFINITY;
  let lastY = view.scrollY;
  let cancelLook: (() => void) | null = null;
  const now = () => view.performance.now();
  /** A scroll that the reader began goes on after their hand has left the wheel. */
  const isStill = () => now() - scrolledAt > SCROLL_GOES_ON_MS;

  const lookSoon = () => {
    if (followed.node() === null) return;
    cancelLook ??= context.later(() => {
      cancelLook = null;
      judge();
    }, LOOK_MS);
  };
  const scrolls = () => {
    hasScrolled = true;
    scrolledAt = now();
    // The reader's hand is on it: what we began is theirs now.
    ownUntil = Number.NEGATIVE_INFINITY;
    lookSoon();
  };

  eachDocument(page, context.signal, hear);

  function hear(inner: Document): void {
    const capture = { capture: true };
    context.listen(inner, 'wheel', scrolls, capture);
    context.listen(inner, 'touchmove', scrolls, capture);
    context.listen(inner, 'keydown', (event) => {
      if (SCROLL_KEYS.has((event as KeyboardEvent).key)) scrolls();
    }, capture);
    context.listen(inner, 'pointerdown', (event) => {
      // A scroll bar: beside the content of what scrolls, and of the window.
      const { clientX, clientY, target } = event as PointerEvent;
      const element = (target as Node | null)?.nodeType === 1 ? (target as Element) : inner.documentElement;
      const box = element.getBoundingClientRect();
      const isBeside = element === inner.documentElement ? clientX >= element.clientWidth : clientX - box.left - element.clientLeft > element.clientWidth || clientY - box.top - element.clientTop > element.clientHeight;
      if (isBeside && element.clientWidth > 0) scrolls();
    }, capture);
    context.listen(inner, 'scroll', () => {
      const moved = Math.abs(view.scrollY - lastY);
      lastY = view.scrollY;
      if (moved > view.innerHeight * JUMP_PART && now() > ownUntil) hasScrolled = true;
      lookSoon();
    }, capture);
  }

  /** Whether the reader is away from what is read: they have scrolled, and it is out of sight. */
  function judge(): void {
    const line = followed.line();
    if (!hasScrolled || !line) return speaker.isAway.set(false);
    const band = freeBand(view);
    const isSeen = line.bottom > band.top && line.top < band.bottom;
    if (isSeen && isStill()) hasScrolled = false;
    speaker.isAway.set(!isSeen);
  }

  /** Scrolls boxes around a node that have scrolled it out of their own view. @returns how far the box moved up and left */
  function scrollInner(node: Node, rect: DOMRectReadOnly, inner: Document): number {
    const own = inner.defaultView;
    let moved = 0;
    for (let at = renderedParent(node); own && at && at !== inner.body && at !== inner.documentElement; at = renderedParent(at)) {
      if (at.scrollHeight <= at.clientHeight + 1 || !/auto|scroll|overlay/.test(own.getComputedStyle(at).overflowY)) continue;
      const box = boxInTop(at.getBoundingClientRect(), inner, document);
      if (!box) continue;
      const top = rect.top - moved;
      if (top >= box.top && top + Math.min(rect.height, box.height) <= box.bottom + 1) continue;
      moved += scrolledBy(at, top - box.top - Math.max(0, Math.min(box.height * COMES_TO_PART, box.height - rect.height)));
    }
    return moved;
  }

  function scrolledBy(element: Element, by: number): number {
    const before = element.scrollTop;
    element.scrollTop += by;
    return element.scrollTop - before;
  }

  /** In frames the frame's own window moves first, then what is around the frame. @returns how far the box moved up */
  function scrollFrames(node: Node, rect: DOMRectReadOnly): number {
    let moved = 0;
    let inner = node.ownerDocument ?? document;
    let at = node;
    for (;;) {
      const here = new DOMRectReadOnly(rect.left, rect.top - moved, rect.width, rect.height);
      moved += scrollInner(at, here, inner);
      const frame = inner === document ? null : inner.defaultView?.frameElement;
      if (!frame) return moved;
      const scroller = inner.scrollingElement;
      const box = boxInTop(new DOMRectReadOnly(0, 0, inner.documentElement.clientWidth, inner.defaultView?.innerHeight ?? 0), inner, document);
      const top = rect.top - moved;
      if (scroller && box && (top < box.top || top + Math.min(rect.height, box.height) > box.bottom + 1)) {
        moved += scrolledBy(scroller, top - box.top - Math.max(0, Math.min(box.height * COMES_TO_PART, box.height - rect.height)));
      }
      inner = frame.ownerDocument;
      at = frame;
    }
  }

  return {
    attend() {
      hasScrolled = false;
      speaker.isAway.set(false);
    },
    follow() {
      const node = followed.node();
      const whole = followed.rect();
      if (!node || !whole) return;
      const band = freeBand(view);
      const height = band.bottom - band.top;
      // Of a sentence that is higher than the free band the line that is being said.
      const rect = whole.height > height ? (followed.line() ?? whole) : whole;
      const isIn = (top: number) => top >= band.top - 1 && top + Math.min(rect.height, height) <= band.bottom + 1;
      // A scroll that is still going on takes it out of sight in a moment: it is the reader's.
      if (hasScrolled && (!isIn(rect.top) || !isStill())) return judge();
      hasScrolled = false;
      speaker.isAway.set(false);
      const top = rect.top - scrollFrames(node, rect);
      const across = rect.right < 0 || rect.left > view.innerWidth ? rect.left - view.innerWidth * COMES_TO_PART : 0;
      if (isIn(top) && across === 0) return;
      const isCalm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
      ownUntil = now() + OWN_SCROLL_MS;
      // A tall sentence begins at the top of the free band.
      const comesTo = band.top + Math.max(0, Math.min(height * COMES_TO_PART, height - rect.height));
      view.scrollBy({ top: isIn(top) ? 0 : top - comesTo, left: across, behavior: isCalm ? 'instant' : 'smooth' });
    },
  };
}
