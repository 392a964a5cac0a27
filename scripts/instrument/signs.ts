// Finds what a page shows without words: pictures, drawings, icons made of backgrounds, masks, icon fonts, borders and pseudo-elements.
// Runs in the page, changes nothing. Whether one can still be seen is judged by pixels (sign-pixels.ts).
import { backgroundIcon, loadBackgrounds } from './backgrounds';
import { clippersOf, visiblePart, type ClipperBook } from './clippers';
import { isOpaque } from './covered';
import { contentBox, documentIn, onPage, placeOf, type Place } from './frames';
import { idOf, parentOf, textsOnPage, type Box, type TextOnPage } from './texts';

/** One sign in the window; `box` in window coordinates (CSS pixels). */
export interface SignInView {
  /** `12`, or `12 ::before`. */
  readonly key: string;
  readonly id: number;
  readonly kind: 'picture' | 'photo' | 'drawing' | 'canvas' | 'background' | 'mask' | 'glyph' | 'shape' | 'before' | 'after';
  readonly name: string;
  readonly box: Box;
  /** Whether all of it is in view. */
  readonly whole: boolean;
  /** Whether nothing lies over it, neither at its middle nor near its corners. */
  readonly bare: boolean;
  readonly kept: boolean;
}

/** Smaller ones are dots and lines. */
const LEAST_PX = 5;
/** A picture at least so big in both directions, and without a transparent spot, is taken for a photograph. */
const PHOTO_PX = 40;
const SEEN_PART = 0.6;
const HTML = 'http://www.w3.org/1999/xhtml';
/** Private use areas, arrows, boxes and dingbats: characters that are pictures. */
const GLYPH = /^[\s\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ue000-\uf8ff]+$/;

interface Found {
  readonly element: Element;
  readonly kind: SignInView['kind'];
  /** Page coordinates. */
  readonly box: Box;
  /** Of one that is a part of its element: where it is in it. */
  readonly within?: Box;
}

/** Every sign ever seen on this page, so that one that has lost its picture is looked at again where it was. */
const remembered = new Map<string, Found>();

const keyOf = ({ element, kind }: Found): string => (kind === 'before' || kind === 'after' ? `${idOf(element)} ::${kind}` : String(idOf(element)));

/** All signs of which most is in the window; those seen for the first time only when nothing covers their middle. */
export async function signsInView(document: Document): Promise<SignInView[]> {
  const window = document.defaultView;
  if (window === null || document.body === null) return [];
  const texts = textsOnPage(document);
  await loadBackgrounds(wordedElements(texts));
  const signs: SignInView[] = [];
  const book: ClipperBook = new Map();
  const opaque = new Map<Element, boolean>();
  const found = new Map([...candidates(document.body, texts), ...glyphs(texts)].map((one) => [keyOf(one), one]));
  for (const [key, one] of remembered) {
    if (!one.element.isConnected) remembered.delete(key);
    else if (!found.has(key)) found.set(key, { ...one, box: whereItWas(one) });
  }
  for (const [key, one] of found) {
    const { element, kind, box } = one;
    const page = visiblePart(box, clippersOf(element, book));
    if (page === undefined) continue;
    const seen = {
      left: Math.max(0, page.left - window.scrollX),
      top: Math.max(0, page.top - window.scrollY),
      right: Math.min(window.innerWidth, page.right - window.scrollX),
      bottom: Math.min(window.innerHeight, page.bottom - window.scrollY),
    };
    const part = area(seen) / area(box);
    if (part < SEEN_PART || seen.right - seen.left < LEAST_PX || seen.bottom - seen.top < LEAST_PX) continue;
    const cover = coverOf(element, seen, window, opaque);
    if (cover === 'ours' || (cover === 'theirs' && !remembered.has(key))) continue;
    remembered.set(key, one);
    signs.push({ key, id: idOf(element), kind, name: nameIt(element), box: seen, whole: part > 0.99, bare: cover === 'none', kept: element.closest('[data-mingdu-skip]') !== null });
  }
  return signs;
}

function whereItWas({ element, within }: Found): Box {
  const box = onPage(element.getBoundingClientRect(), placeOf(element.ownerDocument));
  return within === undefined ? box : { left: box.left + within.left, top: box.top + within.top, right: box.left + within.right, bottom: box.top + within.bottom };
}

/** Signs seen before that are not drawn at all now, by their keys. */
export function signsGone(): string[] {
  return [...remembered].filter(([, one]) => one.element.isConnected && !isDrawn(one)).map(([key]) => key);
}

function isDrawn({ element, kind }: Found): boolean {
  const window = element.ownerDocument.defaultView as Window;
  if (kind === 'before' || kind === 'after') return isSign(window.getComputedStyle(element, `::${kind}`));
  return element.getClientRects().length > 0 && window.getComputedStyle(element).visibility === 'visible' && !isFaint(element);
}

function area({ left, top, right, bottom }: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}

function nameIt(element: Element): string {
  const source = (element as HTMLImageElement).currentSrc || element.getAttribute('src') || '';
  const file = source.startsWith('data:') ? 'data:' : (source.split(/[?#]/)[0]?.split('/').at(-1) ?? '');
  return `${element.localName}${element.getAttribute('class') ? `.${(element.getAttribute('class') ?? '').trim().split(/\s+/).join('.')}` : ''}${file === '' ? '' : ` ${file}`}`;
}

const CORNERS = [[0.05, 0.05], [0.95, 0.05], [0.05, 0.95], [0.95, 0.95]] as const;

/** What lies over a sign: ours anywhere, another thing at its middle, or something near its corners only. */
function coverOf(element: Element, box: Box, window: Window, opaque: Map<Element, boolean>): 'none' | 'theirs' | 'ours' | 'corners' {
  const place = placeOf(element.ownerDocument);
  const root = element.getRootNode() as Document | ShadowRoot;
  const at = (x: number, y: number) =>
    root.elementsFromPoint(box.left + (box.right - box.left) * x + window.scrollX - place.x, box.top + (box.bottom - box.top) * y + window.scrollY - place.y);
  const isUnder = (hits: readonly Element[]) => {
    for (const hit of hits) {
      if (hit === element || element.contains(hit) || hit.contains(element)) return false;
      if (isOpaque(hit, opaque)) return true;
    }
    return false;
  };
  const corners = CORNERS.map(([x, y]) => at(x, y));
  const middle = at(0.5, 0.5);
  if ([...corners, middle].some(([first]) => first?.closest('[data-mingdu]'))) return 'ours';
  if (isUnder(middle)) return 'theirs';
  // A veil or words over a part of a photograph change its pixels as well.
  return corners.some((hits) => isUnder(hits) || (hits[0] !== undefined && hits[0] !== element && !hits[0].contains(element))) ? 'corners' : 'none';
}

/** Characters of icon fonts that stand in the page as text. */
function glyphs(texts: readonly TextOnPage[]): Found[] {
  return texts.flatMap(({ text, element, boxes }) => {
    const box = boxes[0];
    return box !== undefined && GLYPH.test(text) ? [{ element, kind: 'glyph' as const, box }] : [];
  });
}

function candidates(body: Element, texts: readonly TextOnPage[]): Found[] {
  const found: Found[] = [];
  const places = new Map<Document, Place>();
  const worded = wordedElements(texts);
  const visit = (element: Element) => {
    if (element.hasAttribute('data-mingdu') || element.localName === 'noscript') return;
    const place = places.get(element.ownerDocument) ?? placeOf(element.ownerDocument);
    places.set(element.ownerDocument, place);
    found.push(...signsOf(element, place, worded, texts));
    if (element.namespaceURI !== HTML) return;
    for (const child of element.shadowRoot?.children ?? []) visit(child);
    for (const child of element.children) visit(child);
    const inner = documentIn(element);
    if (inner?.body && area(contentBox(element)) > 0) visit(inner.body);
  };
  visit(body);
  return found;
}

/** All elements that hold a visible text. */
function wordedElements(texts: readonly TextOnPage[]): Set<Element> {
  const worded = new Set<Element>();
  for (const { element, text, boxes } of texts) {
    // A label pushed off the page is no text that lies on a picture.
    if (GLYPH.test(text) || boxes.every((box) => box.right < 0)) continue;
    for (let at: Element | null = element; at !== null && !worded.has(at); at = parentOf(at)) worded.add(at);
  }
  return worded;
}

function signsOf(element: Element, place: Place, worded: ReadonlySet<Element>, texts: readonly TextOnPage[]): Found[] {
  const window = element.ownerDocument.defaultView;
  if (window === null) return [];
  const style = window.getComputedStyle(element);
  if (style.visibility !== 'visible' || style.display === 'none' || isFaint(element)) return [];
  const box = onPage(element.getBoundingClientRect(), place);
  const big = box.right - box.left >= LEAST_PX && box.bottom - box.top >= LEAST_PX;
  const found: Found[] = [];
  const own = big ? kindOf(element, style, worded) : undefined;
  // A picture in the background with words over it is decoration.
  if (own !== undefined && !(own === 'background' && texts.some((text) => text.boxes.some((line) => overlap(line, box))))) found.push({ element, kind: own, box });
  if (element.namespaceURI !== HTML) return found;
  const icon = own === undefined && worded.has(element) ? backgroundIcon(style, box, texts) : undefined;
  if (icon !== undefined && icon.right - icon.left >= LEAST_PX && icon.bottom - icon.top >= LEAST_PX) found.push({ element, kind: 'background', box: icon, within: inBox(icon, box) });
  for (const which of ['before', 'after'] as const) {
    const pseudo = window.getComputedStyle(element, `::${which}`);
    if (!isSign(pseudo)) continue;
    const at = pseudoBox(element, style, pseudo, which, box, worded, texts);
    if (at !== undefined && at.right - at.left >= LEAST_PX && at.bottom - at.top >= LEAST_PX) found.push({ element, kind: which, box: at, within: inBox(at, box) });
  }
  return found;
}

const inBox = (part: Box, box: Box): Box => ({ left: part.left - box.left, top: part.top - box.top, right: part.right - box.left, bottom: part.bottom - box.top });

function isFaint(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    if (parseFloat((at.ownerDocument.defaultView as Window).getComputedStyle(at).opacity) < 0.1) return true;
  }
  return false;
}

function overlap(one: Box, other: Box): boolean {
  return Math.min(one.right, other.right) - Math.max(one.left, other.left) > 3 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 3;
}

function kindOf(element: Element, style: CSSStyleDeclaration, worded: ReadonlySet<Element>): Found['kind'] | undefined {
  const { localName } = element;
  if (localName === 'img' || (localName === 'input' && (element as HTMLInputElement).type === 'image')) return pictureKind(element as HTMLImageElement);
  if (localName === 'svg') return 'drawing';
  if (localName === 'canvas') return 'canvas';
  if (element.namespaceURI !== HTML || worded.has(element)) return undefined;
  if (style.getPropertyValue('mask-image').includes('url(') || style.getPropertyValue('-webkit-mask-image').includes('url(')) return 'mask';
  if (style.backgroundImage.includes('url(') && !/^(body|html|iframe|table|tbody|tr)$/.test(localName)) return 'background';
  return isTriangle(element, style) ? 'shape' : undefined;
}

function pictureKind(image: HTMLImageElement): Found['kind'] | undefined {
  if (image.localName === 'input') return 'picture';
  if (!image.complete || image.naturalWidth <= 2 || image.naturalHeight <= 2) return undefined;
  const isPhoto = image.width >= PHOTO_PX && image.height >= PHOTO_PX && !/\.gif\b|image\/gif/i.test(image.currentSrc) && !isSeeThrough(image);
  return isPhoto ? 'photo' : 'picture';
}

const seeThrough = new WeakMap<HTMLImageElement, boolean>();

/** Whether a picture has transparent spots; one whose pixels may not be read counts as such. */
function isSeeThrough(image: HTMLImageElement): boolean {
  const known = seeThrough.get(image);
  if (known !== undefined) return known;
  const canvas = image.ownerDocument.createElement('canvas');
  canvas.width = canvas.height = 32;
  const context = canvas.getContext('2d');
  let answer = true;
  try {
    context?.drawImage(image, 0, 0, 32, 32);
    const pixels = context?.getImageData(0, 0, 32, 32).data ?? [];
    answer = pixels.length === 0 || pixels.some((value, index) => index % 4 === 3 && value < 250);
  } catch (error) {
    // A picture of another host: its pixels are the browser's secret.
    if (!(error instanceof Error)) throw error;
  }
  seeThrough.set(image, answer);
  return answer;
}

/** A triangle or arrow drawn by the borders of an empty box. */
function isTriangle(element: Element, style: CSSStyleDeclaration): boolean {
  if (element.clientWidth > 1 || element.clientHeight > 1) return false;
  const sides = ['Top', 'Right', 'Bottom', 'Left'].map((side) => ({
    wide: parseFloat(style[`border${side}Width` as 'borderTopWidth']),
    clear: /^transparent$|, 0\)$/.test(style[`border${side}Color` as 'borderTopColor']),
  }));
  return sides.some(({ wide, clear }) => wide >= 3 && clear) && sides.some(({ wide, clear }) => wide >= 3 && !clear);
}

function isSign(style: CSSStyleDeclaration): boolean {
  const { content } = style;
  if (content === 'none' || content === 'normal' || content === '' || style.display === 'none') return false;
  if (/url\(/.test(content) || style.backgroundImage.includes('url(') || style.getPropertyValue('mask-image').includes('url(')) return true;
  const words = content.replace(/^["']|["']$/g, '');
  return words !== '' && GLYPH.test(words) && words.trim() !== '';
}

/** No interface tells where a pseudo-element is: this is worked out where that can be done, and left out where not. */
function pseudoBox(
  element: Element,
  style: CSSStyleDeclaration,
  pseudo: CSSStyleDeclaration,
  which: 'before' | 'after',
  box: Box,
  worded: ReadonlySet<Element>,
  texts: readonly TextOnPage[],
): Box | undefined {
  const [wide, high] = [parseFloat(pseudo.width), parseFloat(pseudo.height)];
  if (pseudo.position === 'absolute') {
    if (style.position === 'static' || !(wide > 0) || !(high > 0)) return undefined;
    const left = box.left + element.clientLeft + (parseFloat(pseudo.left) || 0) + (parseFloat(pseudo.marginLeft) || 0);
    const top = box.top + element.clientTop + (parseFloat(pseudo.top) || 0) + (parseFloat(pseudo.marginTop) || 0);
    return pseudo.transform === 'none' ? { left, top, right: left + wide, bottom: top + high } : undefined;
  }
  if (!worded.has(element) && element.children.length === 0) return box;
  const lines = texts.filter((text) => text.element === element).flatMap(({ boxes }) => boxes);
  const line = which === 'before' ? lines[0] : lines.at(-1);
  if (line === undefined || pseudo.float !== 'none') return undefined;
  const [left, right] = which === 'before' ? [box.left + (parseFloat(style.paddingLeft) || 0), line.left] : [line.right, Math.min(box.right, line.right + 2 * (line.bottom - line.top))];
  return { left, right, top: line.top, bottom: line.bottom };
}
