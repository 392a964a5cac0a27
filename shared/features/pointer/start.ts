// A large mouse pointer drawn over the page in place of the small one. Not for touch, and not for cross-origin frames,
// where the browser's own pointer stays.
import { isElement, isOurs } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import { type Point, pointerLeaves, pointInTop } from '../../page/frame-point';
import type { pointerDescriptor } from './descriptor';
import { createDrawn, POINTER_CSS } from './drawing';
import { type Shape, shapeOver } from './shapes';

/** The custom property tells our own interface, which no sheet of the page's reaches, to hide the browser's pointer too. */
const HIDE_CSS = '*, *::before, *::after { cursor: none !important; } :root { --mingdu-x-cursor: none; }';
/** What the browser draws above our layer, each asked by itself: a browser that does not know one would refuse the whole list. */
const ABOVE_US = [':modal', ':popover-open', ':fullscreen'];

export function start(context: FeatureContext<typeof pointerDescriptor.settings>): void {
  const { page, edits, settings, signal } = context;
  const { document } = page;
  const view = document.defaultView;
  if (!view) return;
  const root = edits.overlay('pointer', POINTER_CSS, true);
  const drawn = createDrawn(root);
  const aboveUs = ABOVE_US.filter((selector) => view.CSS?.supports(`selector(${selector})`));
  let point: Point | null = null;
  let target: Element | null = null;
  let shape: Shape = 'arrow';
  let isRealHidden = false;
  /** Over a part of our interface that keeps the browser's pointer. */
  let isDouble = false;

  const hideReal = (hidden: boolean) => {
    if (hidden === isRealHidden) return;
    isRealHidden = hidden;
    edits.sheet('hide', hidden ? HIDE_CSS : '');
  };
  const draw = () => {
    const size = settings.value.pointer;
    if (size === 'page' || !point) drawn.hide();
    else drawn.show(shape, size, point);
  };
  /** Neither ours nor hidden: the browser's own pointer, wherever it is. */
  const giveBack = () => {
    point = null;
    target = null;
    context.frame(draw);
    hideReal(false);
  };
  const isCovered = (element: Element): boolean =>
    !isOurs(element) &&
    aboveUs.some((selector) => {
      const above = element.closest(selector);
      return above !== null && !above.contains(outermostHost(root));
    });

  const onMove = (event: Event) => {
    const { pointerType } = event as PointerEvent;
    if (pointerType === 'touch') {
      giveBack();
      return;
    }
    const at = pointInTop(event as PointerEvent, document);
    const over = event.composedPath()[0];
    if (!at || !isElement(over)) return;
    if (over !== target) {
      if (isCovered(over)) {
        giveBack();
        return;
      }
      target = over;
      hideReal(true);
      const style = view.getComputedStyle(target);
      shape = shapeOver(target, style.userSelect !== 'none');
      isDouble = isOurs(target) && style.cursor !== 'none';
    }
    point = isDouble ? null : at;
    context.frame(draw);
  };
  /** Over a frame that we do not hear, or out of the window: what is there shows its own. */
  const onLeave = (event: Event) => {
    if (!pointerLeaves(event as PointerEvent)) return;
    point = null;
    target = null;
    context.frame(draw);
  };

  const capture = { capture: true, passive: true };
  const heard = new WeakSet<Document>();
  const hear = (one: Document) => {
    if (heard.has(one)) return;
    heard.add(one);
    for (const type of ['pointermove', 'pointerdown']) context.listen(one, type, onMove, capture);
    for (const type of ['pointerover', 'pointerout']) context.listen(one, type, onLeave, capture);
    // The system draws its own pointer while something is dragged.
    for (const type of ['dragstart', 'pointercancel']) context.listen(one, type, giveBack, capture);
  };
  hear(document);
  page.roots.watch((roots) => {
    for (const one of roots) if (one.nodeType === 9) hear(one as Document);
  }, signal);
  settings.watch(draw);
}

/** The element of a shadow root of ours that stands in the page itself. */
function outermostHost(root: ShadowRoot): Element {
  const above = root.host.getRootNode();
  return 'host' in above ? outermostHost(above as ShadowRoot) : root.host;
}
