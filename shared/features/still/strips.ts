// Boxes that scripts scroll (news that climb, pictures that pass): kept where they are, and scrollable by the reader instead.
// Put back within the scroll event, which comes before the frame is painted: nothing is seen of the script's step.
// Not for what is moved by its style (motion.ts).
import { MARK_PREFIX } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import type { Root } from '../../page/page';
import type { Acts } from './acts';
import { scopeOf } from './scope';

/** Steps without the reader's doing, within this time, until it is a strip that runs by itself. */
const STEPS = 12;
const WITHIN_MS = 4000;
/** One step each few seconds: leaps of a show. */
const LEAPS = 3;
const LEAP_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 20_000;
const AT = (axis: string) => `[${MARK_PREFIX}still-strip~="${axis}"]`;
/** Only what the page cut off becomes scrollable. */
const CSS = ['x', 'y'].map((axis) => `${AT(axis)}{overflow-${axis}:auto!important;scrollbar-width:thin!important;scroll-behavior:auto!important}`).join('');

interface Strip {
  left: number;
  top: number;
  begun: number;
  last: number;
  steps: number;
  leaps: number;
  isHeld: boolean;
}

export function createStrips(context: Pick<FeatureContext, 'page' | 'edits' | 'listen' | 'signal'>, acts: Acts): void {
  const { edits, page } = context;
  const strips = new WeakMap<Element, Strip>();
  const now = () => page.document.defaultView?.performance.now() ?? 0;

  function onScroll(event: Event): void {
    const box = event.target as Element;
    if (box.nodeType !== 1 || box === box.ownerDocument.documentElement || box.localName === 'body' || box.localName === 'textarea') return;
    const at = now();
    let strip = strips.get(box);
    if (!strip) strips.set(box, (strip = { left: box.scrollLeft, top: box.scrollTop, begun: at, last: Number.NEGATIVE_INFINITY, steps: 0, leaps: 0, isHeld: false }));
    const hasFocus = box.contains(box.ownerDocument.activeElement);
    if (acts.isAnswerIn(scopeOf(box)) || (hasFocus && acts.isAnswer())) {
      strip.left = box.scrollLeft;
      strip.top = box.scrollTop;
      strip.steps = 0;
      return;
    }
    if (strip.isHeld) {
      if (box.scrollLeft !== strip.left) box.scrollLeft = strip.left;
      if (box.scrollTop !== strip.top) box.scrollTop = strip.top;
      return;
    }
    count(strip, at);
    if ((strip.steps >= STEPS && at - strip.begun > WITHIN_MS / 4) || strip.leaps >= LEAPS) hold(box, strip);
  }

  function count(strip: Strip, at: number): void {
    if (at - strip.last > LONGEST_PAUSE_MS) strip.leaps = 0;
    if (at - strip.last > LEAP_PAUSE_MS) strip.leaps += 1;
    if (at - strip.begun > WITHIN_MS) {
      strip.begun = at;
      strip.steps = 0;
    }
    strip.last = at;
    strip.steps += 1;
  }

  function hold(box: Element, strip: Strip): void {
    strip.isHeld = true;
    strip.left = box.scrollLeft;
    strip.top = box.scrollTop;
    const style = box.ownerDocument.defaultView?.getComputedStyle(box);
    const axes = [
      ...(style?.overflowX === 'hidden' && box.scrollWidth > box.clientWidth ? ['x'] : []),
      ...(style?.overflowY === 'hidden' && box.scrollHeight > box.clientHeight ? ['y'] : []),
    ];
    if (axes.length > 0) edits.mark(box, 'still-strip', axes.join(' '));
  }

  edits.sheet('strips', CSS);
  const heard = new WeakSet<Root>();
  page.roots.watch((roots) => {
    for (const root of roots) {
      if (heard.has(root)) continue;
      heard.add(root);
      context.listen(root, 'scroll', onScroll, { capture: true, passive: true });
    }
  }, context.signal);
}
