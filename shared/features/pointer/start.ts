// A large mouse pointer drawn over the page in place of the small one. Not for touch and pen, and not for cross-origin frames,
// where the browser's own pointer stays.
import { isElement, isOurs, MARK_PREFIX } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import type { Point } from '../../page/frame-point';
import type { Pointer } from '../../position';
import type { pointerDescriptor } from './descriptor';
import { createDrawn, POINTER_CSS } from './drawing';
import { BARE, createOwnCursors } from './own-cursor';
import { hasText, type Shape, shapeOver } from './shapes';

/** The custom property tells our own interface, which no sheet of the page's reaches, to hide the browser's pointer too. */
const HIDE_CSS = `*:not([${MARK_PREFIX}${BARE}]), *::before, *::after { cursor: none !important; } :root { --mingdu-x-cursor: none; }`;
/** What the browser draws above our layer, each asked by itself: a browser that does not know one would refuse the whole list. */
const ABOVE_US = [':modal', ':popover-open', ':fullscreen'];

export function start(context: FeatureContext<typeof pointerDescriptor.settings>): void {
  const { page, edits, position, settings, signal } = context;
  const { document } = page;
  const view = document.defaultView;
  if (!view) return;
  const root = edits.overlay('pointer', POINTER_CSS, true);
  const drawn = createDrawn(root);
  const cursors = createOwnCursors(edits);
  const aboveUs = ABOVE_US.filter((selector) => view.CSS?.supports(`selector(${selector})`));
  /** By kind of element, and whether it has text. */
  const shapes = new Map<string, Shape>();
  let point: Point | null = null;
  let target: Element | null = null;
  let shape: Shape = 'arrow';
  let isRealHidden = false;
  /** Over something that shows the browser's pointer in spite of our sheet. */
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
  const drawSoon = () => context.frame(draw);
  /** Not drawn; what is there (a frame, a menu, another window) shows its own. */
  const withdraw = () => {
    point = null;
    target = null;
    drawSoon();
  };
  const isCovered = (element: Element): boolean =>
    !isOurs(element) &&
    aboveUs.some((selector) => {
      const above = closest(element, selector);
      return above !== null && !above.contains(outermostHost(root));
    });

  /** What one element needs, once, when the pointer comes to it. */
  const look = (over: Element): void => {
    target = over;
    hideReal(true);
    const isMine = isOurs(over);
    const key = isMine ? '' : `${cursors.kindOf(over)} ${hasText(over)}`;
    const known = isMine ? undefined : shapes.get(key);
    isDouble = false;
    if (known) {
      shape = known;
      return;
    }
    const own = over.ownerDocument.defaultView ?? view;
    const { cursor, userSelect } = own.getComputedStyle(over);
    // An inline `!important` of the page's is stronger than our sheet: such an element is overridden by itself, and remembered by no kind.
    const isStronger = cursor !== 'none';
    shape = shapeOver(over, isMine ? 'auto' : isStronger ? cursor : cursors.of(over), userSelect !== 'none');
    if (isStronger && !isMine) edits.style(over, 'cursor', 'none');
    if (isStronger) isDouble = own.getComputedStyle(over).cursor !== 'none';
    else if (!isMine) shapes.set(key, shape);
  };

  const onPointer = (pointer: Pointer | null): void => {
    if (!pointer) return withdraw();
    const isNew = pointer.target !== target;
    if (pointer.kind !== 'mouse' || (isNew && isCovered(pointer.target))) {
      withdraw();
      hideReal(false);
      return;
    }
    if (isNew) look(pointer.target);
    point = isDouble ? null : pointer;
    drawSoon();
  };

  position.follow(signal);
  position.pointer.watch(onPointer, signal);
  settings.watch(draw);
  // Over its menu the browser draws its own pointer, and tells us nothing.
  context.listen(document, 'contextmenu', withdraw, { capture: true });
  context.listen(document, 'pointerdown', ({ target: pressed }) => isElement(pressed) && pressed.localName === 'select' && withdraw(), { capture: true });
  page.onChange(({ restyled }) => {
    if (restyled.length === 0) return;
    cursors.forget();
    shapes.clear();
    const last = position.pointer.value;
    const isAbout = last && target && restyled.some((element) => element === target || (target && element.contains(target)));
    if (!isAbout || last.target !== target) return;
    target = null;
    onPointer(last);
  }, signal);
}

/** Like `closest`, also out of shadow roots. */
function closest(element: Element, selector: string): Element | null {
  const found = element.closest(selector);
  const above = element.getRootNode();
  return found ?? (above.nodeType === 11 ? closest((above as ShadowRoot).host, selector) : null);
}

/** The element of a shadow root of ours that stands in the page itself. */
function outermostHost(root: ShadowRoot): Element {
  const above = root.host.getRootNode();
  return 'host' in above ? outermostHost(above as ShadowRoot) : root.host;
}
