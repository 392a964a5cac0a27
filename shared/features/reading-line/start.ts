// The reading line: a line, a cross, a bright strip or a mask that goes where the reader is.
// Not for knowing where that is: the position does (position.ts).
import { isElement } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import { pointerLeaves, pointInTop } from '../../page/frame-point';
import type { Place } from '../../position';
import type { readingLineDescriptor } from './descriptor';
import { type Box, layoutOf, lineHeightOf, type Size } from './geometry';
import { createParts, READING_LINE_CSS } from './parts';

export function start(context: FeatureContext<typeof readingLineDescriptor.settings>): void {
  const { page, position, settings, signal } = context;
  const { document } = page;
  const view = document.defaultView;
  if (!view) return;
  const parts = createParts(context.edits.overlay('line', READING_LINE_CSS));
  let pointerIsHere = true;

  const viewport = (): Size => ({ width: view.innerWidth, height: view.innerHeight });
  // Before the reader has been anywhere, the middle of the window shows what was switched on.
  const middle = ({ width, height }: Size): Box => ({ x: width / 2, y: height / 2, width: 0, height: 0 });
  const lineAt = (place: Place | null): number => {
    const style = view.getComputedStyle(place?.target ?? document.body ?? document.documentElement);
    return lineHeightOf(style.lineHeight, style.fontSize);
  };

  const draw = () => {
    const form = settings.value.readingLine;
    const place = position.current.value;
    if (form === 'off' || (!pointerIsHere && (!place || place.source === 'pointer'))) {
      parts.hide();
      return;
    }
    const size = viewport();
    const box = place ? place.rect() : middle(size);
    // What was read is gone: the line stays where it was until the reader is somewhere else.
    if (box) parts.show(form, layoutOf(form, box, lineAt(place), size), size.height);
  };
  const drawSoon = () => context.frame(draw);

  const setHere = (here: boolean) => {
    if (here === pointerIsHere) return;
    pointerIsHere = here;
    drawSoon();
  };
  const onLeave = (event: Event) => {
    if (pointerLeaves(event as PointerEvent)) setHere(false);
  };

  position.follow(signal);
  position.current.watch(drawSoon, signal);
  settings.watch(draw);
  const capture = { capture: true, passive: true };
  context.listen(document, 'pointermove', () => setHere(true), capture);
  context.listen(document, 'pointerover', onLeave, capture);
  context.listen(document, 'pointerout', onLeave, capture);
  // Only what is pointed at stays under the pointer; a focused or spoken place moves with the page.
  context.listen(document, 'scroll', drawSoon, capture);
  context.listen(view, 'resize', drawSoon, { passive: true });

  const heard = new WeakSet<Document>([document]);
  page.roots.watch((roots) => {
    for (const root of roots) {
      if (root.nodeType !== 9 || heard.has(root as Document)) continue;
      heard.add(root as Document);
      context.listen(root, 'pointermove', (event) => onPointerInFrame(event as PointerEvent), capture);
    }
  }, signal);

  function onPointerInFrame(event: PointerEvent): void {
    const point = pointInTop(event, document);
    if (!point) return;
    setHere(true);
    const target = isElement(event.target) ? event.target : null;
    position.report({ source: 'pointer', target, rect: () => new DOMRectReadOnly(point.x, point.y, 0, 0) });
  }
}
