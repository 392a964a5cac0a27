// The element <marquee>: stopped, its text wrapped so that all of it can be read, and started again afterwards.
// Not for boxes that scripts scroll (strips.ts).
import { MARK_PREFIX, PROPERTY_PREFIX } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import type { Root } from '../../page/page';

/** A marquee that stands still for so long was stopped by the page. */
const MOVES_WITHIN_MS = 250;
const STOPPED_MS = 80;
const MARK = 'still-marquee';
const AT = `[${MARK_PREFIX}${MARK}]`;

/**
 * The text as a paragraph. Chromium stops it wherever it was, inside a box of its own that no rule reaches: the marquee is moved back by
 * as much, widened on the other side, and cut to the place that it always had.
 */
const CSS = `${AT}{white-space:normal!important;height:auto!important;max-width:100%!important;box-sizing:border-box!important}
${AT}[${MARK_PREFIX}${MARK}-by]{box-sizing:content-box!important;max-width:none!important;width:var(${PROPERTY_PREFIX}w)!important;
padding:var(${PROPERTY_PREFIX}p)!important;margin:var(${PROPERTY_PREFIX}m)!important;clip-path:inset(var(${PROPERTY_PREFIX}c))!important}`;

interface Marquee extends HTMLElement {
  scrollDelay: number;
  start(): void;
  stop(): void;
}

export function createMarquees(context: Pick<FeatureContext, 'page' | 'edits' | 'listen' | 'later' | 'signal'>): { look(tops: readonly (Element | Root)[]): void } {
  const { edits, page } = context;
  const stopped = new Set<Marquee>();
  const known = new WeakSet<Marquee>();

  const placeOf = (marquee: Marquee) => {
    const range = marquee.ownerDocument.createRange();
    range.selectNodeContents(marquee);
    const { left, top } = range.getBoundingClientRect();
    const box = marquee.getBoundingClientRect();
    return { x: left - box.left, y: top - box.top };
  };

  function stop(marquee: Marquee): void {
    marquee.stop();
    stopped.add(marquee);
    edits.mark(marquee, MARK, '');
    moveBack(marquee);
    // Chromium lets it go on for a frame or two.
    context.later(() => marquee.isConnected && moveBack(marquee), STOPPED_MS);
  }

  /** @see CSS */
  function moveBack(marquee: Marquee): void {
    edits.mark(marquee, `${MARK}-by`, null);
    const view = marquee.ownerDocument.defaultView;
    if (!view) return;
    const style = view.getComputedStyle(marquee);
    const sides = ['top', 'right', 'bottom', 'left'] as const;
    const own = (name: string) => sides.map((side) => Number.parseFloat(style.getPropertyValue(`${name}-${side}`)) || 0);
    const padding = own('padding');
    const margin = own('margin');
    const place = placeOf(marquee);
    // Text begins where the padding ends; what its own leading adds is a pixel or two, and no offset.
    const x = Math.round(place.x - (padding[3] ?? 0) - marquee.clientLeft);
    const y = Math.round(place.y - (padding[0] ?? 0) - marquee.clientTop);
    const isAcross = !/^(up|down)$/i.test(marquee.getAttribute('direction') ?? '');
    // Added inside on one side, taken away and cut off on the other.
    const by = isAcross ? [0, Math.max(0, x), 0, Math.max(0, -x)] : [Math.max(0, -y), 0, Math.max(0, y), 0];
    const against = isAcross ? [0, Math.max(0, -x), 0, Math.max(0, x)] : [Math.max(0, y), 0, Math.max(0, -y), 0];
    if (Math.abs(isAcross ? x : y) < 8) return;
    const list = (values: readonly number[]) => values.map((value) => `${value}px`).join(' ');
    const width = marquee.clientWidth - (padding[1] ?? 0) - (padding[3] ?? 0);
    const values = {
      w: `${width}px`,
      p: list(padding.map((value, side) => value + (by[side] ?? 0))),
      m: list(margin.map((value, side) => value - (against[side] ?? 0))),
      c: list(against),
    };
    edits.mark(marquee, `${MARK}-by`, '');
    for (const [name, value] of Object.entries(values)) edits.style(marquee, `${PROPERTY_PREFIX}${name}`, value);
  }

  edits.sheet('marquee', CSS);
  edits.onUndo(() => {
    for (const marquee of stopped) if (marquee.isConnected) marquee.start();
  });

  /** Pages start theirs again when the pointer leaves: `onmouseout="this.start()"`. */
  const onLeave = (event: Event) => {
    const marquee = (event.target as Element | null)?.closest?.('marquee') as Marquee | null;
    if (!marquee || !known.has(marquee)) return;
    if (stopped.has(marquee)) context.later(() => stop(marquee), 0);
    else watch(marquee);
  };
  const heard = new WeakSet<Root>();
  page.roots.watch((roots) => {
    for (const root of roots) {
      if (heard.has(root)) continue;
      heard.add(root);
      context.listen(root, 'mouseout', onLeave);
    }
  }, context.signal);

  /** Only what moves is stopped, so that only that is started again. */
  function watch(marquee: Marquee): void {
    const before = placeOf(marquee);
    context.later(() => {
      if (!marquee.isConnected) return;
      const now = placeOf(marquee);
      if (now.x !== before.x || now.y !== before.y) stop(marquee);
    }, Math.max(MOVES_WITHIN_MS, (marquee.scrollDelay || 0) + MOVES_WITHIN_MS));
  }

  return {
    look(tops) {
      for (const top of tops) {
        const inside: Element[] = [...top.querySelectorAll('marquee')];
        if (top.nodeType === 1 && (top as Element).localName === 'marquee') inside.push(top as Element);
        for (const one of inside) {
          const marquee = one as Marquee;
          if (known.has(marquee) || typeof marquee.stop !== 'function') continue;
          known.add(marquee);
          watch(marquee);
        }
      }
    },
  };
}
