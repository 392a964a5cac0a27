// The reading line: a line, a cross, a bright strip or a mask that goes where the reader is.
// Not for knowing where that is: the position does (position.ts).
import { isElement } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import { boxInTop } from '../../page/frame-point';
import { textLineAt } from '../../page/line-at';
import type { Place } from '../../position';
import { caretLine } from './caret';
import type { readingLineDescriptor } from './descriptor';
import { type Box, layoutOf, lineHeightOf, type Reading, type Size } from './geometry';
import { createParts, READING_LINE_CSS } from './parts';

/** A line height that was read is believed for so long. */
const FRESH_MS = 1_000;
/** Under a resting pointer the page may scroll; the line stays still meanwhile, and looks what is there so long after. */
const SETTLE_MS = 150;

export function start(context: FeatureContext<typeof readingLineDescriptor.settings>): void {
  const { page, position, settings, signal } = context;
  const { document } = page;
  const view = document.defaultView;
  if (!view) return;
  const root = context.edits.overlay('line', READING_LINE_CSS);
  const parts = createParts(root);
  const heights = new WeakMap<Element, { readonly height: number; readonly at: number }>();
  let size: Size = { width: view.innerWidth, height: view.innerHeight };
  /** What is at the pointer, read in the pointer's event: the page has just been laid out for it, so that no frame waits for it. */
  let pointed: Reading & { readonly target: Element | null } = { pitch: 0, text: null, target: null };
  let cancelLook = () => {};
  /** The pointer is in a frame. Where it is heard there is a place at once; where a copy of its own serves the frame, it has its own line. */
  let isInFrame = false;

  const pitchOf = (element: Element | null): number => {
    const from = element ?? document.body ?? document.documentElement;
    const now = view.performance.now();
    const known = heights.get(from);
    if (known && now - known.at < FRESH_MS) return known.height;
    const { lineHeight, fontSize } = view.getComputedStyle(from);
    const height = lineHeightOf(lineHeight, fontSize);
    heights.set(from, { height, at: now });
    return height;
  };

  const look = (place: Place, isAnew = false): void => {
    const { target } = place;
    const at = place.rect();
    // The cross goes through the pointer whatever stands there.
    if (!at || settings.value.readingLine === 'cross') return;
    const { text } = pointed;
    if (!isAnew && target === pointed.target && text && at.y >= text.top && at.y <= text.bottom) return;
    const isAcross = target !== null && view.getComputedStyle(target).writingMode === 'horizontal-tb';
    const line = isAcross ? textLineAt(target, at.x, at.y, document) : null;
    pointed = { target, text: line, pitch: pitchOf(line?.element ?? target) };
  };

  /** Before the reader has been anywhere, the middle of what is in view shows what was switched on; in the outermost page alone. */
  const middle = (): Box | null => {
    const { offsetLeft: x = 0, offsetTop: y = 0, width = size.width, height = size.height } = view.visualViewport ?? {};
    return view.parent === view && !isInFrame ? { x: x + width / 2, y: y + height / 2, width: 0, height: 0 } : null;
  };

  const boxOf = (place: Place): Box | null => {
    const box = place.rect();
    const { target } = place;
    if (!box || place.source !== 'focus' || target?.localName !== 'textarea') return box;
    const line = caretLine(target as HTMLTextAreaElement, root);
    const own = line && target.getBoundingClientRect();
    return own ? boxInTop(new DOMRectReadOnly(own.x, own.y + line.top, own.width, line.height), target.ownerDocument, document) : box;
  };

  const draw = () => {
    const { readingLine: form, rulerLines: lines, lineWidth: width } = settings.value;
    const place = position.current.value;
    const isPointed = place?.source === 'pointer';
    if (form === 'off' || (isPointed && !position.pointer.value)) return parts.hide();
    const box = place ? boxOf(place) : middle();
    if (!box) {
      // What was read is gone: the line stays where it was until the reader is somewhere else.
      if (!place) parts.hide();
      return;
    }
    const reading = isPointed ? pointed : { pitch: pitchOf(place?.target ?? null), text: null };
    parts.show(form, layoutOf({ form, lines, width }, box, reading, size));
  };
  const drawSoon = () => context.frame(draw);

  const lookAgain = () => {
    const place = position.current.value;
    if (place?.source !== 'pointer') return;
    look(place, true);
    drawSoon();
  };
  const dress = () => {
    parts.dress(settings.value.lineWidth, settings.value.lineOpacity, view.devicePixelRatio || 1);
    lookAgain();
    draw();
  };

  position.follow(signal);
  context.listen(
    document,
    'pointerover',
    ({ target }) => {
      isInFrame = isElement(target) && target.matches('iframe, frame, object, embed');
      if (!position.current.value) drawSoon();
    },
    { capture: true },
  );
  position.current.watch((place) => {
    if (place?.source === 'pointer') look(place);
    drawSoon();
  }, signal);
  position.pointer.watch((pointer) => {
    if (!pointer) drawSoon();
  }, signal);
  position.shifts.watch(() => {
    if (position.current.value?.source !== 'pointer') return drawSoon();
    cancelLook();
    cancelLook = context.later(lookAgain, SETTLE_MS);
  }, signal);
  context.listen(view, 'resize', () => {
    size = { width: view.innerWidth, height: view.innerHeight };
    dress();
  });
  settings.watch(dress);
}
