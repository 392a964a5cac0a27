// Pictures enlarged: which one is offered and which is shown, by pointer and keyboard. Not for how they are drawn (copy.ts) nor for the
// panel (panels/image).
import { isElement, isOurs } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import { boxInTop } from '../../page/frame-point';
import { copyOf, type Copy } from './copy';
import type { imageDescriptor } from './descriptor';
import { isPressable, kindOf, labelOf, pictureIn, pictureOf, picturesIn } from './pictures';

const SCALES = [2, 3, 4];
/** So long 放大 stays when the pointer has left the picture, for the way to it. */
const STAYS_MS = 600;
/** How often what moves by itself (a film, a drawing by script) is drawn anew. */
const LIVE_MS = 500;

interface Offered {
  readonly picture: Element;
  /** What has the focus in the page, when it was reached by keyboard. */
  readonly owner: HTMLElement | null;
  readonly hasFocus: boolean;
}

interface Shown {
  readonly picture: Element;
  readonly copy: Copy;
  readonly scale: number;
  readonly place: number;
  readonly count: number;
}

export function start(context: FeatureContext<typeof imageDescriptor.settings>): void {
  const { page, settings, signal } = context;
  const { document } = page;
  const view = document.defaultView;
  if (!view) return;
  const panel = context.panel('image');
  let offered: Offered | null = null;
  let shown: Shown | null = null;
  let pictures: readonly Element[] = [];
  let keepOffer: (() => void) | null = null;

  const isOn = () => settings.value.image;
  const boxOf = (picture: Element) => (picture.isConnected ? boxInTop(picture.getBoundingClientRect(), picture.ownerDocument, document) : null);

  function update(): void {
    const box = offered && !shown ? boxOf(offered.picture) : null;
    if (!box && !shown) return panel.show(null);
    panel.show({
      offer: offered && box ? { box, hasFocus: offered.hasFocus } : null,
      shown: shown && {
        copy: shown.copy.element,
        width: shown.copy.width * shown.scale,
        height: shown.copy.height * shown.scale,
        scale: shown.scale,
        label: labelOf(shown.picture),
        place: shown.place,
        count: shown.count,
        isLow: isInUpperHalf(shown.picture),
      },
      scales: SCALES,
      open,
      close,
      scaleTo(scale) {
        if (!shown) return;
        shown = { ...shown, scale };
        redraw();
      },
      go,
      leaveOffer: () => offered?.owner?.focus({ preventScroll: true }),
    });
  }

  function isInUpperHalf(picture: Element): boolean {
    const box = boxOf(picture);
    return box !== null && (box.top + box.bottom) / 2 < (view?.innerHeight ?? 0) / 2;
  }

  /** Draws the shown picture anew: the page may have another one in its place. */
  function redraw(): void {
    if (!shown) return;
    shown.copy.draw(shown.scale);
    update();
  }

  function show(picture: Element): void {
    const kind = kindOf(picture);
    if (!kind) return;
    const place = pictures.indexOf(picture) + 1;
    shown?.copy.end?.();
    shown = { picture, copy: copyOf(picture, kind, document, reshow), scale: shown?.scale ?? SCALES[0] ?? 1, place, count: pictures.length };
    context.hold(true);
    redraw();
    if (/^(canvas|video)$/.test(picture.localName)) follow(picture);
  }

  /** The size may have become known, or another. */
  function reshow(): void {
    const kind = shown ? kindOf(shown.picture) : null;
    if (!shown || !kind) return;
    if (kind === 'input') return redraw();
    shown.copy.end?.();
    shown = { ...shown, copy: copyOf(shown.picture, kind, document, reshow) };
    redraw();
  }

  function follow(picture: Element): void {
    context.later(() => {
      if (shown?.picture !== picture) return;
      shown.copy.draw(shown.scale);
      follow(picture);
    }, LIVE_MS);
  }

  function openAt(picture: Element): void {
    pictures = picturesIn(page.roots.value);
    if (!pictures.includes(picture)) pictures = [picture, ...pictures];
    show(picture);
  }

  function open(): void {
    if (!offered) return;
    // When it is closed the focus is where it was before.
    offered = { ...offered, hasFocus: false };
    openAt(offered.picture);
  }

  function go(step: number): void {
    const all = pictures.filter((one) => one.isConnected && kindOf(one));
    const at = shown ? all.indexOf(shown.picture) : -1;
    const next = all[(at + step + all.length) % all.length];
    pictures = all;
    if (next) show(next);
  }

  /** One step: the picture first, then what is offered. */
  function close(): void {
    shown?.copy.end?.();
    if (shown) shown = null;
    else offered = null;
    update();
    context.hold(false);
  }

  function offer(next: Offered | null): void {
    keepOffer?.();
    keepOffer = null;
    if (next?.picture === offered?.picture && next?.owner === offered?.owner && next?.hasFocus === offered?.hasFocus) return;
    offered = next;
    update();
  }

  function onOver(event: Event): void {
    const target = event.composedPath()[0];
    if (!isOn() || shown || !isElement(target)) return;
    if (isOurs(target)) {
      keepOffer?.();
      keepOffer = null;
      return;
    }
    const picture = pictureOf(target);
    if (picture) offer({ picture, owner: null, hasFocus: false });
    else if (offered && !offered.owner) keepOffer ??= context.later(() => offer(null), STAYS_MS);
  }

  function onFocus(event: Event): void {
    const target = event.composedPath()[0];
    if (!isOn() || shown || !isElement(target) || isOurs(target)) return;
    const picture = pictureIn(target);
    offer(picture ? { picture, owner: target as HTMLElement, hasFocus: false } : null);
  }

  /** From a link with a picture Tab leads to 放大 first; from there the browser goes on. */
  function onTab(event: Event): void {
    const { key, shiftKey, altKey, ctrlKey, metaKey, isComposing } = event as KeyboardEvent;
    if (key !== 'Tab' || shiftKey || altKey || ctrlKey || metaKey || isComposing || event.defaultPrevented) return;
    if (!offered?.owner || shown || event.composedPath()[0] !== offered.owner) return;
    event.preventDefault();
    offer({ ...offered, hasFocus: true });
  }

  /** After the page's own handlers: what they refuse is not ours either. */
  function onClick(event: Event): void {
    const { button, detail } = event as MouseEvent;
    const target = event.composedPath()[0];
    if (!isOn() || event.defaultPrevented || button !== 0 || detail === 0 || !isElement(target)) return;
    const picture = pictureOf(target);
    if (picture && !isPressable(picture)) openAt(picture);
  }

  function onLoad(event: Event): void {
    if (event.target === shown?.picture) reshow();
  }

  const heard = new WeakSet<Node>();
  page.roots.watch((roots) => {
    for (const root of roots) {
      if (heard.has(root)) continue;
      heard.add(root);
      // Neither leaves a shadow root by itself.
      context.listen(root, 'load', onLoad, { capture: true });
      if (root.nodeType !== 9) continue;
      context.listen(root, 'pointerover', onOver, { capture: true });
      context.listen(root, 'focusin', onFocus, { capture: true });
      context.listen(root, 'keydown', onTab, { passive: false });
      context.listen(root, 'click', onClick);
      context.listen(root, 'scroll', () => offered && context.frame(update), { capture: true });
    }
  }, signal);
  context.listen(view, 'resize', () => (offered || shown) && context.frame(update));

  signal.addEventListener('abort', () => shown?.copy.end?.(), { once: true });
  context.onCommand('show', () => {
    pictures = picturesIn(page.roots.value);
    const first = pictures.find((picture) => isInView(picture)) ?? pictures[0];
    if (first) show(first);
    else context.problem('no-picture');
  });
  function isInView(picture: Element): boolean {
    const box = boxOf(picture);
    return box !== null && box.bottom > 0 && box.top < (view?.innerHeight ?? 0);
  }

  settings.watch(() => {
    if (!isOn()) offered = null;
    update();
  });
}
