// Keeps what is read in view by scrolling, and yields to a reader who scrolls. Only when the sentence leaves the view. Not for painting.
import type { FeatureContext } from '../../feature';
import { eachDocument } from '../../page/documents';
import { freeBand, intoView } from '../../page/into-view';
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

const SCROLL_KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ']);
/** Our own smooth scrolling is over by then. */
const OWN_SCROLL_MS = 1_200;
/** How long a scroll goes on after the last we heard of the reader's hand. */
const SCROLL_GOES_ON_MS = 1_000;
/** A jump by so much of the window in one go (to an anchor, to the top) is not the page growing. */
const JUMP_PART = 0.4;
/** How long after a scroll it is looked whether what is read is still in view. */
const LOOK_MS = 120;

/** Listens for the reader's scrolling from now on; scrolls only in `follow`. */
export function createFollower(context: FeatureContext<typeof speechDescriptor.settings>, view: Window, followed: Followed): Follower {
  const { page, speaker } = context;
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
      const isCalm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
      if (intoView(view, node, rect, isCalm ? 'instant' : 'smooth')) ownUntil = now() + OWN_SCROLL_MS;
    },
  };
}
