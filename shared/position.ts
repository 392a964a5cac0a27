// Where the reader is: pointer, focus, reading cursor or speech; the last writer wins.
// Read by the reading line, the lens, the caption; not a selection and not a scroll position.
import type { Fence } from './fence';
import { isElement, isOurs } from './dom/marker';
import type { Live, LiveCell } from './live';
import { createLive } from './live';

/** One place of reading. Coordinates are CSS pixels of the visual viewport's client area. */
export interface Place {
  readonly source: 'pointer' | 'focus' | 'cursor' | 'speech';
  /** The box of what is read now, recomputed on each call; null when it is gone. A pointer's box has no size. */
  rect(): DOMRectReadOnly | null;
  /** What is pointed at or focused; null for speech. */
  readonly target: Element | null;
}

export interface Position {
  readonly current: Live<Place | null>;
  /** Says where the reader is now. */
  report(place: Place): void;
  /** Lets pointer and focus report themselves until the signal aborts; several may ask. */
  follow(signal: AbortSignal): void;
}

/** A resting mouse that the page scrolls under must not take the place back from speech or keyboard. */
const POINTER_WINS_AFTER_PX = 8;

/**
 * @param document the page
 * @param fence wraps a callback so that no error reaches the page
 */
export function createPosition(document: Document, fence: Fence): Position {
  const current: LiveCell<Place | null> = createLive<Place | null>(null);
  let followers = 0;
  let listening: AbortController | null = null;
  let lastX = Number.NEGATIVE_INFINITY;
  let lastY = Number.NEGATIVE_INFINITY;

  const onPointer = fence((event: PointerEvent) => {
    const target = event.composedPath()[0];
    const element = isElement(target) ? target : null;
    if (element && isOurs(element)) return;
    const { clientX, clientY } = event;
    const held = current.value;
    if (held && held.source !== 'pointer' && Math.hypot(clientX - lastX, clientY - lastY) < POINTER_WINS_AFTER_PX) return;
    lastX = clientX;
    lastY = clientY;
    current.set({ source: 'pointer', target: element, rect: () => new DOMRectReadOnly(clientX, clientY, 0, 0) });
  });

  const onFocus = fence((event: FocusEvent) => {
    const element = event.composedPath()[0];
    if (!isElement(element)) return;
    if (isOurs(element)) return;
    current.set({ source: 'focus', target: element, rect: () => (element.isConnected ? element.getBoundingClientRect() : null) });
  });

  return {
    current,
    report: (place) => current.set(place),
    follow(signal) {
      if (signal.aborted) return;
      followers += 1;
      if (!listening) {
        listening = new AbortController();
        const options = { passive: true, capture: true, signal: listening.signal };
        document.addEventListener('pointermove', onPointer, options);
        document.addEventListener('pointerdown', onPointer, options);
        document.addEventListener('focusin', onFocus, options);
      }
      signal.addEventListener(
        'abort',
        () => {
          followers -= 1;
          if (followers > 0) return;
          listening?.abort();
          listening = null;
          current.set(null);
        },
        { once: true },
      );
    },
  };
}
