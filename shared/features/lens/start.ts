// The magnifier for text: what the pointer, the focus, the reading cursor or the voice is at, drawn large at the edge of the window.
// Not for knowing where the reader is: the position does (position.ts).
import { isOurs, TEXT_TAG } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import { followFields } from '../../page/field-follow';
import { frameMap } from '../../page/frame-point';
import { elementAt } from '../../page/pointed';
import type { Place } from '../../position';
import type { lensDescriptor } from './descriptor';
import { createDrawing, isLight, LENS_CSS } from './drawing';
import { type Room, sideFor, type Side } from './layout';
import { createUnder } from '../../page/under';
import { createWhat, type Shown } from '../../page/what';

/** Over what says nothing the last line stays for so long: the way from one line to the next. */
const STAYS_MS = 800;
/** The least time between two drawings. */
const REST_MS = 100;
/** A soft keyboard leaves at most so much of the window. */
const KEYBOARD_LEAVES = 0.75;
/** In a window (a small frame) that is lower, the lens would cover what it enlarges. */
const LEAST_WINDOW_PX = 200;
/** Into the first letter of a line. */
const INTO_PX = 4;
const HALF_LINE_PX = 12;

export function start(context: FeatureContext<typeof lensDescriptor.settings>): void {
  const { page, position, signal } = context;
  const { document } = page;
  const view = document.defaultView;
  if (!view) return;
  const drawing = createDrawing(context.edits.overlay('lens', LENS_CSS));
  const fields = followFields({ page, signal, language: context.language, turn: context.turn, listen: context.listen, onChange: () => drawSoon() });
  const what = createWhat({ page, speaking: context.speaking, under: createUnder(page), fields, showsWritten: true });
  let side: Side = 'low';
  let room: Room | null = null;
  let leaving: (() => void) | null = null;
  let waiting: (() => void) | null = null;
  let drawnAt = Number.NEGATIVE_INFINITY;

  function measure(): Room {
    const style = view?.getComputedStyle(document.documentElement);
    const taken = (edge: string) => Number.parseFloat(style?.getPropertyValue(`--mingdu-x-${edge}`) ?? '') || 0;
    const viewport = view?.visualViewport;
    const window = view?.innerHeight ?? 0;
    const hasKeyboard = viewport ? viewport.height * viewport.scale < window * KEYBOARD_LEAVES : false;
    return { window, lens: drawing.height(), top: taken('top'), bottom: taken('bottom'), hasKeyboard };
  }

  /** What stands at the beginning of a box that something else than the pointer reads. */
  function atBox(box: DOMRectReadOnly): Shown | null {
    const x = box.left + INTO_PX;
    const y = box.top + Math.min(box.height / 2, HALF_LINE_PX);
    const found = elementAt(document, x, y);
    return what.spoken(found && (!isOurs(found) || found.closest(TEXT_TAG)) ? found : null, x, y);
  }

  function shownAt({ source, target }: Place, box: DOMRectReadOnly): Shown | null {
    if (source === 'speech') return atBox(box);
    if (!target) return null;
    if (source === 'focus') return what.focused(target);
    if (source === 'cursor') return atBox(box) ?? what.focused(target);
    const map = frameMap(target.ownerDocument, document);
    return map && what.pointed(target, (box.left - map.x) / map.scale, (box.top - map.y) / map.scale);
  }

  function draw(): void {
    const place = position.current.value;
    if (!view || !place || view.innerHeight < LEAST_WINDOW_PX || (place.source === 'pointer' && !position.pointer.value)) return drawing.hide();
    const box = place.rect();
    // What was read is gone: it stays in the lens until the reader is somewhere else.
    if (!box) return;
    const shown = shownAt(place, box);
    if (!shown) {
      leaving ??= context.later(drawing.hide, STAYS_MS);
      return;
    }
    drawnAt = view.performance.now();
    leaving?.();
    leaving = null;
    const body = document.body ?? document.documentElement;
    if (drawing.show(shown, isLight(view.getComputedStyle(body).color)) || !room) room = measure();
    side = sideFor(side, box, room);
    drawing.moveTo(side);
  }
  const drawSoon = () => context.frame(step);

  /** A pointer in full flight is not read by: a few times a second is often enough for what the lens says, not for where it stands. */
  function step(): void {
    const wait = drawnAt + REST_MS - (view?.performance.now() ?? 0);
    if (wait <= 0) return draw();
    const box = room && position.current.value?.rect();
    if (room && box) drawing.moveTo((side = sideFor(side, box, room)));
    waiting ??= context.later(() => {
      waiting = null;
      drawSoon();
    }, wait);
  }
  position.follow(signal);
  position.current.watch(drawSoon, signal);
  position.pointer.watch((pointer) => {
    // It left the window.
    if (!pointer) drawSoon();
  }, signal);
  position.shifts.watch(() => {
    if (position.current.value?.source !== 'pointer') drawSoon();
  }, signal);
  context.speaking.watch(drawSoon, signal);
  context.listen(view, 'resize', () => {
    room = null;
    drawSoon();
  });
}
