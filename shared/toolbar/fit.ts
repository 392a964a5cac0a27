// How much of the toolbar a window has room for: what gives way, in which order. Not for moving the page (dom/room.ts).
import type { Room } from '../dom/room';
import type { ToolbarModel } from './model';
import type { View } from './toolbar';
import { isPill } from './toolbar';

interface FitOptions {
  readonly document: Document;
  readonly root: ShadowRoot;
  readonly model: ToolbarModel;
  readonly signal: AbortSignal;
  readonly room: Room | null;
  see(): View;
  show(patch: Partial<View>): void;
}

/** Narrower is a phone; `em` in a media query is the reader's own browser size. */
const PHONE = '(max-width: 37.49em)';
/** What bar and status line may take of the height. */
const MOST_OF_HEIGHT = 0.35;
/** In a lower window the bar goes away with the page. */
const LOW_WINDOW_PX = 400;
/** The soft keyboard takes at least so much of the height. */
const KEYBOARD_LEAVES = 0.75;
const NOTHING = { top: 0, bottom: 0, full: 0, least: 0 };
const NARROWEST = 6;
/** On a phone the states give way, then the size of the words. */
const NARROWEST_PHONE = 2;
const LOWEST = 3;

export interface Fit {
  /** Measures again at the next frame. */
  later(): void;
  /** The reader wants the bar, whatever the room. */
  unfold(): void;
}

export function createFit({ document, root, model, signal, room, see, show }: FitOptions): Fit {
  const window = document.defaultView as Window & typeof globalThis;
  let asked = 0;
  let isWanted = false;
  let isPageUsed = false;

  const bar = () => root.querySelector<HTMLElement>('.bar');
  const whole = () => root.querySelector<HTMLElement>('.toolbar');


  function measure(): void {
    asked = 0;
    if (signal.aborted) return;
    const viewport = window.visualViewport;
    const height = viewport ? viewport.height * viewport.scale : window.innerHeight;
    const phone = window.matchMedia?.(PHONE).matches ?? false;
    if (phone !== see().phone) show({ phone, strip: null });
    show({ narrow: 0, low: 0, away: false });
    const beside = room?.beside('toolbar') ?? NOTHING;
    const overflows = () => (bar()?.scrollWidth ?? 0) > (bar()?.clientWidth ?? 0);
    while (see().narrow < (phone ? NARROWEST_PHONE : NARROWEST) && overflows()) show({ narrow: see().narrow + 1 });
    const lowest = isWanted ? LOWEST - 1 : LOWEST;
    // A strip that the reader opened is not held against the bar.
    const tall = () => (whole()?.offsetHeight ?? 0) - (root.querySelector<HTMLElement>('.strip')?.offsetHeight ?? 0);
    // What other bars of ours take counts too; before all but a pill goes, they make do with their least.
    while (see().low < lowest && tall() + (see().low < LOWEST - 1 ? beside.full : beside.least) > height * MOST_OF_HEIGHT) show({ low: see().low + 1 });
    // A soft keyboard: everything folds, and the pill stands above it.
    const hasKeyboard = height < window.innerHeight * KEYBOARD_LEAVES;
    if (hasKeyboard) show({ low: LOWEST });
    // What lies above it moves up by the strip too, which would be under it otherwise.
    const size = isPill(model, see()) ? 0 : beside.bottom > 0 ? (whole()?.offsetHeight ?? 0) : tall();
    // A page that is exactly one window high and does not scroll can make no room: the bar lies over it until the reader turns to the page.
    const isLying = room?.take('toolbar', { edge: phone ? 'bottom' : 'top', px: size }) === false && isPageUsed;
    const isPast = height < LOW_WINDOW_PX && !phone && size > 0 && window.scrollY > size;
    if (isLying) show({ low: LOWEST });
    else if (isPast && !isWanted && !root.activeElement) show({ away: true });
    // The pill takes no room, and lies over none of ours.
    const pill = isPill(model, see());
    const keyboard = hasKeyboard && viewport ? window.innerHeight - viewport.height - viewport.offsetTop : 0;
    const covered = Math.max(keyboard, pill && phone ? beside.bottom : 0);
    const above = pill && !phone ? beside.top : 0;
    if (covered !== see().covered || above !== see().above) show({ covered, above });
  }

  function later(): void {
    asked ||= window.requestAnimationFrame(measure);
  }

  function onScroll(): void {
    if (window.innerHeight >= LOW_WINDOW_PX) return;
    if (!root.activeElement) isWanted = false;
    later();
  }

  function onPress(event: Event): void {
    if (event.composedPath().includes(root)) return;
    isPageUsed = true;
    later();
  }

  const options = { passive: true, signal };
  document.addEventListener('pointerdown', onPress, { ...options, capture: true });
  window.addEventListener('resize', later, options);
  window.visualViewport?.addEventListener('resize', later, options);
  document.addEventListener('scroll', onScroll, options);
  room?.changes.watch(later, signal);
  signal.addEventListener('abort', () => (window.cancelAnimationFrame(asked), room?.take('toolbar', { edge: 'top', px: 0 })), { once: true });

  return {
    later,
    unfold() {
      isWanted = true;
      isPageUsed = false;
      show({ low: 0, away: false });
    },
  };
}
