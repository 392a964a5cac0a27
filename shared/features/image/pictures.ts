// What counts as a picture, which ones a page has, and what the page says of them. Reads only; not for drawing them (copy.ts).
import { isOurs } from '../../dom/marker';
import type { Root } from '../../page/page';

export type Kind = 'raster' | 'input' | 'svg' | 'box';

/** Less than this in both directions is an icon or a spacer; a captcha is low, but wide. */
const LEAST_PX = 24;
const LOW = { width: 40, height: 16 };
/** Drawings and grounds are icons more often than not. */
const LEAST_DRAWING_PX = 40;
/** A stretched dot that keeps old tables in shape. */
const DOT_PX = 2;
const CANDIDATES = 'img, canvas, video, svg, input[type="image" i], [role="img"], :is(div, span, a, i, b, em, p, td, li, figure, section, button):empty';
/** What does something of its own when pressed. */
const PRESSABLE =
  'a[href], area, button, label, summary, select, option, input, video, [onclick], [usemap], [contenteditable=""], [contenteditable="true"], ' +
  '[role="button"], [role="link"], [role="tab"], [role="menuitem"], [role="option"], [role="checkbox"], [role="radio"], [role="switch"]';

const viewOf = (element: Element) => element.ownerDocument.defaultView;

/** How an element is a picture; null when it is none that is worth enlarging. */
export function kindOf(element: Element): Kind | null {
  const { localName } = element;
  const isDrawing = localName === 'svg';
  if (isDrawing && (element.closest('[aria-hidden="true"]') || element.parentElement?.closest('svg'))) return null;
  const { width, height } = element.getBoundingClientRect();
  const least = Math.min(width, height);
  if (least < LEAST_PX && (width < LOW.width || height < LOW.height)) return null;
  if (localName === 'img') {
    const { naturalWidth, naturalHeight } = element as HTMLImageElement;
    return Math.min(naturalWidth, naturalHeight) > DOT_PX ? 'raster' : null;
  }
  if (localName === 'canvas') return (element as HTMLCanvasElement).width > 0 && (element as HTMLCanvasElement).height > 0 ? 'raster' : null;
  if (localName === 'video') return (element as HTMLVideoElement).videoWidth > 0 ? 'raster' : null;
  if (localName === 'input') return (element as HTMLInputElement).type === 'image' && (element as HTMLInputElement).src !== '' ? 'input' : null;
  if (least < LEAST_DRAWING_PX) return null;
  if (isDrawing) return 'svg';
  // The ground of a text is no picture; nor can one of another document be painted here without asking for it again.
  if (element.children.length > 0 || element.textContent?.trim() || element.ownerDocument.defaultView?.frameElement) return null;
  return viewOf(element)?.getComputedStyle(element).backgroundImage.includes('url(') ? 'box' : null;
}

/** The picture that an element is or, inside a drawing, belongs to. */
export function pictureOf(target: Element): Element | null {
  if (isOurs(target)) return null;
  const drawing = target.closest('svg');
  let element = drawing ?? target;
  for (let outer = drawing?.parentElement?.closest('svg'); outer; outer = outer.parentElement?.closest('svg')) element = outer;
  return kindOf(element) ? element : null;
}

/** The first picture inside an element that took the focus, itself included. */
export function pictureIn(element: Element): Element | null {
  if (kindOf(element)) return element;
  return [...element.querySelectorAll('img, svg, canvas, [role="img"]')].find((one) => kindOf(one)) ?? null;
}

/** Whether a press on the picture already means something to the page: a link, a captcha that gets another one. */
export function isPressable(picture: Element): boolean {
  if (picture.closest(PRESSABLE)) return true;
  return viewOf(picture)?.getComputedStyle(picture).cursor === 'pointer';
}

/** All pictures that are shown, in order. */
export function picturesIn(roots: readonly Root[]): Element[] {
  const found: Element[] = [];
  for (const root of roots) {
    for (const element of root.querySelectorAll(CANDIDATES)) {
      if (!isOurs(element) && kindOf(element) && viewOf(element)?.getComputedStyle(element).visibility === 'visible') found.push(element);
    }
  }
  // Those of a shadow root stand where its host does.
  const hosts = new Map(found.map((one) => [one, outermost(one)]));
  const order = (one: Element, other: Element) => {
    const [a, b] = [hosts.get(one) ?? one, hosts.get(other) ?? other];
    if (a === b || a.ownerDocument !== b.ownerDocument) return 0;
    return (a.compareDocumentPosition(b) & 4 /* FOLLOWING */) === 0 ? 1 : -1;
  };
  return found.sort(order);
}

function outermost(element: Element): Element {
  const root = element.getRootNode();
  return root.nodeType === 11 && 'host' in root ? outermost((root as ShadowRoot).host) : element;
}

/** What the page says of a picture; '' when nothing. */
export function labelOf(picture: Element): string {
  const root = picture.getRootNode() as Document | ShadowRoot;
  const labels = (picture.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => (id ? root.getElementById(id)?.textContent : ''));
  const candidates = [
    labels.join(' '),
    picture.getAttribute('aria-label'),
    picture.getAttribute('alt'),
    picture.localName === 'svg' ? picture.querySelector(':scope > title')?.textContent : '',
    picture.getAttribute('title'),
    picture.closest('figure')?.querySelector('figcaption')?.textContent,
  ];
  return candidates.map((one) => (one ?? '').replace(/\s+/g, ' ').trim()).find((one) => one !== '') ?? '';
}
