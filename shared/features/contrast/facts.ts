// What one element looks like by its author's style: read once, before anything is written. Reads only; not for judging (judge.ts).
import type { Page } from '../../page/page';
import { alphaOf, type Colour, over, parseColour } from './colour';
import type { Uses } from './page-rules';
import { BUTTON, FIELD } from './sheet';

/** What an element is to us. A drawing's insides are read by drawing.ts. */
export type Kind = 'box' | 'picture' | 'drawing' | 'field' | 'button';

/** A digit or two below 20 px; text below 13 px, below 20 px, larger. */
export type TextSize = 'd' | 's' | 'm' | 'l';

/** One element of the walk; parents come before their children. */
export interface Facts {
  readonly element: Element;
  readonly parent: Facts | null;
  readonly kind: Kind;
  readonly style: CSSStyleDeclaration;
  /** How much the background colour covers, 0 to 1. */
  readonly alpha: number;
  /** The background's colour and image, as computed. */
  readonly ground: string;
  readonly image: 'none' | 'gradient' | 'picture';
  readonly isMasked: boolean;
  readonly clipsText: boolean;
  /** Opacity, filter or blending that would change the colours of text. */
  readonly isDimmed: boolean;
  /** Sides with a border that is seen, some of `t r b l`. */
  readonly edges: string;
  /** Text of its own that is drawn where the element is. */
  readonly hasText: boolean;
  /** How small its text is, which smoothing leaves pale; that of what is around it when it has none. */
  readonly size: TextSize;
  /** Has a `style` attribute. */
  readonly isStyled: boolean;
  /** Not rendered now. */
  readonly isHidden: boolean;
  /** Lies over what is around it. */
  readonly isLifted: boolean;
  readonly hasTransition: boolean;
  readonly isInLink: boolean;
  /** Inside a link, but not reached by its underline: floats, inline blocks, what is taken out of the flow. */
  readonly isOffLine: boolean;
  /** The page's own ground below the element and, seen through it, at its content. */
  readonly under: Colour;
  readonly over: Colour;
}

const PICTURES = new Set(['img', 'canvas', 'video', 'embed', 'object', 'iframe', 'frame']);
/** Framed by browsers themselves, some only with an attribute. */
const BORDERED = /^(table|t[dh]|img|input|button|select|textarea|fieldset|hr|i?frame|object|dialog)$/;
/** Text further off than this was moved out of sight, in px. */
const OUT_OF_SIGHT_PX = -90;

export function kindOf(element: Element): Kind {
  const { localName } = element;
  if (PICTURES.has(localName)) return 'picture';
  if (localName === 'svg') return 'drawing';
  if (localName === 'textarea' || localName === 'select') return 'field';
  if (localName === 'button') return 'button';
  if (localName !== 'input') return 'box';
  if (element.matches('[type=image i]')) return 'picture';
  return element.matches(FIELD) ? 'field' : element.matches(BUTTON) ? 'button' : 'box';
}

/** What is known of a page before its elements are looked at. */
export interface Around {
  readonly uses: Uses;
  readonly textOf: Page['textOf'];
  /** Of the top's surroundings: the page's ground, the text's size, whether inside a link. */
  readonly ground: Colour;
  readonly size: TextSize;
  readonly isInLink: boolean;
}

/** @param around what goes for an element whose parent is not part of the walk */
export function readFacts(element: Element, parent: Facts | null, around: Around): Facts | null {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  const display = style?.display;
  // A document that is going away gives empty styles.
  if (!style || !display) return null;
  const isStyled = element.hasAttribute('style');
  const { uses } = around;
  const kind = kindOf(element);
  const { backgroundColor } = style;
  const alpha = alphaOf(backgroundColor);
  const backgroundImage = uses.images || isStyled || element.hasAttribute('background') ? style.backgroundImage : 'none';
  const image = backgroundImage === 'none' || backgroundImage === '' ? 'none' : /url\(|image-set|element\(/.test(backgroundImage) ? 'picture' : 'gradient';
  const isGrounded = alpha > 0 || image !== 'none';
  const under = parent?.over ?? around.ground;
  const isInLink = parent ? parent.isInLink || (parent.element.localName === 'a' && parent.element.matches(':any-link')) : around.isInLink;
  const isLifted = (isGrounded || isInLink) && /^(absolute|fixed)$/.test(style.position);
  const owns = hasText(element, kind, style, around, isStyled);
  return {
    element,
    parent,
    kind,
    style,
    isStyled,
    alpha,
    ground: `${alpha > 0 ? backgroundColor : ''} ${backgroundImage}`,
    image,
    isMasked: isGrounded && (uses.masks || isStyled) && (isSet(style, 'mask-image') || isSet(style, '-webkit-mask-image') || isSet(style, 'mask-border-source')),
    clipsText: isGrounded && (uses.clips || isStyled) && (style.getPropertyValue('background-clip').includes('text') || style.getPropertyValue('-webkit-background-clip').includes('text')),
    isDimmed: (uses.dims || isStyled) && isDimmed(style),
    edges: uses.borders || isStyled || BORDERED.test(element.localName) ? edgesOf(style) : '',
    hasText: owns,
    size: owns || element.localName === 'body' ? sizeOf(style, element) : (parent?.size ?? around.size),
    isHidden: (parent?.isHidden ?? false) || display === 'none',
    isLifted,
    isInLink,
    isOffLine: isInLink && (isLifted || style.float !== 'none' || display.startsWith('inline-')),
    hasTransition: (uses.fades || isStyled) && /[1-9]/.test(style.transitionDuration),
    under,
    over: isGrounded ? groundAt(style, alpha, backgroundColor, image === 'none' ? '' : backgroundImage, under) : under,
  };
}

const SMALL_PX = 13;
const LARGE_PX = 20;
const DIGITS = /^\s*\d{1,2}\s*$/;

function sizeOf(style: CSSStyleDeclaration, element: Element): TextSize {
  const size = parseFloat(style.fontSize);
  const only = element.firstChild === element.lastChild ? element.firstChild : null;
  if (size < LARGE_PX && only?.nodeType === 3 && DIGITS.test((only as Text).data)) return 'd';
  return size < SMALL_PX ? 's' : size < LARGE_PX ? 'm' : 'l';
}

/** Whether a property of images has a value. */
export function isSet(style: CSSStyleDeclaration, property: string): boolean {
  const value = style.getPropertyValue(property);
  return value !== '' && value !== 'none';
}

/** Whether text in an element is drawn in other colours than its own. Wholly hidden (opacity 0) is not dimmed. */
export function isDimmed(style: CSSStyleDeclaration): boolean {
  const opacity = Number(style.opacity);
  return (
    (opacity > 0 && opacity < 1) ||
    style.filter !== 'none' ||
    style.mixBlendMode !== 'normal'
  );
}

const SIDES = [['t', 'Top'], ['r', 'Right'], ['b', 'Bottom'], ['l', 'Left']] as const;

/** Which sides of an element (or pseudo-element) have a border that is seen: a triangle is made of those that are not. */
export function edgesOf(style: CSSStyleDeclaration): string {
  if (style.borderWidth === '0px') return '';
  return SIDES.filter(([, side]) => parseFloat(style[`border${side}Width`]) > 0 && alphaOf(style[`border${side}Color`]) > 0)
    .map(([letter]) => letter)
    .join(' ');
}

function hasText(element: Element, kind: Kind, style: CSSStyleDeclaration, { textOf, uses }: Around, isStyled: boolean): boolean {
  if (kind === 'picture' || kind === 'drawing') return false;
  const isInput = element.localName === 'input';
  const owns = kind === 'field' || element.localName === 'slot' || (isInput ? (element as HTMLInputElement).value.trim() !== '' : ownText(element, textOf));
  return owns && !((uses.moves || isStyled) && isTextMovedAway(style));
}

function ownText(element: Element, textOf: Page['textOf']): boolean {
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3 && /\S/.test(textOf(child as Text))) return true;
  }
  return false;
}

/** The ways by which text is replaced by a picture of it. */
function isTextMovedAway(style: CSSStyleDeclaration): boolean {
  return (
    parseFloat(style.textIndent) < OUT_OF_SIGHT_PX ||
    style.fontSize === '0px' ||
    (style.position === 'absolute' && (style.clip.startsWith('rect') || parseFloat(style.left) < OUT_OF_SIGHT_PX * 5 || style.clipPath.startsWith('inset(5')))
  );
}

/** A picture's own ground cannot be read: light text on it tells that it is dark. */
const DARK_PICTURE: Colour = [68, 68, 68, 1];

function groundAt(style: CSSStyleDeclaration, alpha: number, colour: string, image: string, under: Colour): Colour {
  const own = alpha > 0 ? parseColour(colour) : null;
  const ground = own ? over(own, under) : under;
  if (image === '' || alpha === 1) return ground;
  const first = /rgba?\([^)]*\)/.exec(image)?.[0];
  const stop = first && !image.includes('url(') ? parseColour(first) : null;
  if (stop) return over(stop, ground);
  const text = parseColour(style.color);
  return text && text[0] + text[1] + text[2] > 600 && ground[0] + ground[1] + ground[2] > 600 ? DARK_PICTURE : ground;
}
