// Where the reader is: pointer, focus, reading cursor or speech; the last writer wins.
// Read by the reading line, the lens, the caption; not a selection and not a scroll position.
import { isElement, isOurs, TEXT_TAG } from './dom/marker';
import type { Fence } from './fence';
import type { Live, LiveCell } from './live';
import { createLive } from './live';
import { eachDocument } from './page/documents';
import { boxInTop } from './page/frame-point';
import { hearPointer, type Pointer } from './page/hear-pointer';
import type { Page } from './page/page';

export type { Pointer };

/** One place of reading. Coordinates are CSS pixels of the viewport, as `position: fixed` has them. */
export interface Place {
  readonly source: 'pointer' | 'focus' | 'cursor' | 'speech';
  /** The box of what is read now, recomputed on each call; null when it is gone. A pointer's box has no size. */
  rect(): DOMRectReadOnly | null;
  /** What is pointed at or focused; null for speech. */
  readonly target: Element | null;
  /** The cursor has only come to stand there, when it was turned on: nothing is to be said of it. */
  readonly isEntry?: boolean;
}

export interface Position {
  readonly current: Live<Place | null>;
  /** The pointer itself, whoever was the last writer and whatever it is over; null while it is nowhere that we hear. */
  readonly pointer: Live<Pointer | null>;
  /** Changes when a place's box may have: something scrolled, the window was resized, the page changed. */
  readonly shifts: Live<number>;
  /** Says where the reader is now. */
  report(place: Place): void;
  /** Lets pointer and focus report themselves until the signal aborts; several may ask. */
  follow(signal: AbortSignal): void;
}

/** A resting mouse that the page scrolls under must not take the place back from speech or keyboard. */
const POINTER_WINS_AFTER_PX = 8;
/** A focus that a press brought was pointed at already. */
const PRESS_FOCUS_MS = 500;
/** Where one writes in lines and words of one's own: there the caret is where one reads. */
const TYPED_IN = 'textarea, input:not([type="button"], [type="submit"], [type="reset"], [type="image"], [type="checkbox"], [type="radio"], [type="file"], [type="color"], [type="range"])';

/**
 * @param page its document, roots and changes
 * @param fence wraps a callback so that no error reaches the page
 */
export function createPosition(page: Pick<Page, 'document' | 'roots' | 'onChange'>, fence: Fence): Position {
  const { document } = page;
  const current: LiveCell<Place | null> = createLive<Place | null>(null);
  const pointer: LiveCell<Pointer | null> = createLive<Pointer | null>(null);
  const shifts: LiveCell<number> = createLive(0);
  let followers = 0;
  let listening: AbortController | null = null;
  /** Where the pointer was when it was the last writer, or first seen. */
  let last: { readonly x: number; readonly y: number } | null = null;
  let pressedAt = Number.NEGATIVE_INFINITY;
  const now = () => document.defaultView?.performance.now() ?? 0;

  function onPointer(next: Pointer | null): void {
    pointer.set(next);
    if (!next || next.kind === 'drag') return;
    if (next.act !== 'move') pressedAt = now();
    // An annotation of ours stands for the page's own text.
    if (next.act === 'wait' || (isOurs(next.target) && !next.target.closest(TEXT_TAG))) return;
    const { x, y, act, target } = next;
    const before = last;
    const isHeldByOther = current.value !== null && current.value.source !== 'pointer';
    if (isHeldByOther && act === 'move') {
      last ??= next;
      if (!before || Math.hypot(x - before.x, y - before.y) < POINTER_WINS_AFTER_PX) return;
    }
    last = next;
    current.set({ source: 'pointer', target, rect: () => new DOMRectReadOnly(x, y, 0, 0) });
  }

  function focusOn(element: Element): void {
    const rect = () => (element.isConnected ? boxInTop(caretBox(element) ?? element.getBoundingClientRect(), element.ownerDocument, document) : null);
    current.set({ source: 'focus', target: element, rect });
  }

  const onFocus = fence((event: Event) => {
    const element = event.composedPath()[0];
    if (!isElement(element) || isOurs(element)) return;
    // The reading cursor brought it there, and has said more exactly where.
    if (current.value?.source === 'cursor' && current.value.target === element) return;
    if (now() - pressedAt > PRESS_FOCUS_MS || isTypedIn(element)) focusOn(element);
  });
  /** Writing says where one is; a caret that moves says so only while nothing else did since. */
  const onCaret = fence((event: Event) => {
    const held = current.value;
    const isHeld = held?.source === 'focus' && held.target !== null;
    const element = event.type === 'input' ? event.composedPath()[0] : isHeld ? held.target : null;
    if (isElement(element) && !isOurs(element) && isTypedIn(element)) focusOn(element);
  });
  const onShift = fence(() => shifts.set(shifts.value + 1));

  function listen(signal: AbortSignal): void {
    hearPointer(page, fence, signal, onPointer);
    const options = { passive: true, capture: true, signal };
    eachDocument(page, signal, (root) => {
      root.addEventListener('focusin', onFocus, options);
      root.addEventListener('input', onCaret, options);
      root.addEventListener('selectionchange', onCaret, options);
      root.addEventListener('scroll', onShift, options);
    });
    document.defaultView?.addEventListener('resize', onShift, { passive: true, signal });
    page.onChange(onShift, signal);
  }

  return {
    current,
    pointer,
    shifts,
    report: (place) => current.set(place),
    follow(signal) {
      if (signal.aborted) return;
      followers += 1;
      if (!listening) {
        listening = new AbortController();
        listen(listening.signal);
      }
      signal.addEventListener(
        'abort',
        () => {
          followers -= 1;
          if (followers > 0) return;
          listening?.abort();
          listening = null;
          last = null;
          current.set(null);
          pointer.set(null);
        },
        { once: true },
      );
    },
  };
}

function isTypedIn(element: Element): boolean {
  return element.matches(TYPED_IN) || (element as HTMLElement).isContentEditable === true;
}

/** The caret's box in rich text; null elsewhere, and where a browser gives none. */
function caretBox(element: Element): DOMRectReadOnly | null {
  if ((element as HTMLElement).isContentEditable !== true) return null;
  const selection = element.ownerDocument.getSelection();
  const { focusNode } = selection ?? {};
  if (!selection || !focusNode || !element.contains(focusNode)) return null;
  const range = element.ownerDocument.createRange();
  range.setStart(focusNode, selection.focusOffset);
  const [box] = range.getClientRects();
  return box && box.height > 0 ? box : null;
}
