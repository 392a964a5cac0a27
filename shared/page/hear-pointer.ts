// Hears mouse, pen and finger in the page and in the frames that we reach: the one place that does. Not for what a pointer means
// (position.ts), nor for what is drawn at it.
import type { Fence } from '../fence';
import { isElement } from '../dom/marker';
import { frameMap, type Point } from './frame-point';
import type { Page } from './page';

/** A pointer in CSS pixels of the outermost page's viewport, as `position: fixed` has them, also under pinch zoom. */
export interface Pointer extends Point {
  /** `drag`: the system draws what is dragged, and its own pointer; no more is heard until it is over. */
  readonly kind: 'mouse' | 'pen' | 'touch' | 'drag';
  /** `wait`: a finger that is down; it may be going to scroll. A tap is its `press`. */
  readonly act: 'move' | 'press' | 'wait';
  /** The innermost element under it, also in open shadow roots and reached frames; ours, too. */
  readonly target: Element;
}

/** Elements whose inside sends its events elsewhere. */
const ELSEWHERE = 'iframe, frame, object, embed';
const CAPTURE = { capture: true, passive: true };

/**
 * @param tell is told where the pointer is; null: it left the window, or is over a frame that we do not hear
 * @param signal ends the listening
 */
export function hearPointer({ document, roots }: Pick<Page, 'document' | 'roots'>, fence: Fence, signal: AbortSignal, tell: (pointer: Pointer | null) => void): void {
  const heard = new WeakSet<Document>();
  let last: Pointer | null = null;
  const say = (pointer: Pointer | null) => {
    last = pointer;
    tell(pointer);
  };

  const on = fence((inner: Document, event: PointerEvent) => {
    const target = event.composedPath()[0];
    // Old scripts send events of the name that are nowhere.
    if (!isElement(target) || !Number.isFinite(event.clientX)) return;
    const { type } = event;
    // A drag has no pointerType: it begins with a mouse or a pen.
    const kind = type === 'dragstart' ? 'drag' : ((event.pointerType || 'mouse') as Pointer['kind']);
    // A finger or pen that was lifted, or began to scroll, has left its place where it was.
    if (kind !== 'mouse' && /out|cancel/.test(type)) return;
    if (kind === 'touch' && type === 'pointerover') return;
    if (type === 'pointerup' && kind !== 'touch') return;
    if (type === 'pointerout') {
      if (event.relatedTarget === null) say(null);
      return;
    }
    if (target.matches(ELSEWHERE)) {
      // Its border, and with some browsers each move inside, is heard as one on the frame itself.
      const { contentDocument } = target as HTMLIFrameElement;
      if (!contentDocument || !heard.has(contentDocument)) return say(null);
    }
    const map = frameMap(inner, document);
    if (!map) return;
    const [x, y] = [map.x + event.clientX * map.scale, map.y + event.clientY * map.scale];
    if (type === 'pointerover') {
      // Where it moves, a move follows; what comes under a resting pointer by scrolling has nothing but this.
      if (last && last.x === x && last.y === y && last.target !== target) say({ ...last, act: 'move', target });
      return;
    }
    const isPress = type === 'pointerdown' || type === 'pointerup';
    const act = kind !== 'touch' ? (isPress ? 'press' : 'move') : type === 'pointerup' ? 'press' : 'wait';
    say({ x, y, kind: type === 'pointercancel' ? 'drag' : kind, act, target });
  });

  roots.watch((all) => {
    for (const root of all) {
      if (root.nodeType !== 9 || heard.has(root as Document)) continue;
      const inner = root as Document;
      heard.add(inner);
      for (const type of ['pointermove', 'pointerdown', 'pointerup', 'pointercancel', 'pointerover', 'pointerout', 'dragstart']) {
        inner.addEventListener(type, (event) => on(inner, event as PointerEvent), { ...CAPTURE, signal });
      }
    }
  }, signal);
}
