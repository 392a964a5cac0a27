// What one element looks like by its author's style: read once, before anything is written. Reads only; not for judging (judge.ts).
import type { Page } from '../../page/page';
import { alphaOf, type Colour, over, parseColour } from './colour';
import { BUTTON, FIELD } from './sheet';

/** What an element is to us. A drawing's insides are read by svg.ts. */
export type Kind = 'box' | 'picture' | 'drawing' | 'field' | 'button';

/** One element of the walk; parents come before their children. */
export interface Facts {
  readonly element: Element;
  readonly parent: Facts | null;
  readonly kind: Kind;
  readonly style: CSSStyleDeclaration;
  /** How much the background colour covers, 0 to 1. */
  readonly alpha: number;
  readonly image: 'none' | 'gradient' | 'picture';
  readonly isMasked: boolean;
  readonly clipsText: boolean;
  /** Opacity, filter or blending that would change the colours of text. */
  readonly isDimmed: boolean;
  /** Sides with a border that is seen, some of `t r b l`. */
  readonly edges: string;
  /** Text of its own that is drawn where the element is. */
  readonly hasText: boolean;
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
/** Text further off than this was moved out of sight, in px. */
const OUT_OF_SIGHT_PX = -90;

export function kindOf(element: Element): Kind {
  if (PICTURES.has(element.localName) || element.matches('input[type=image i]')) return 'picture';
  if (element.localName === 'svg') return 'drawing';
  if (element.matches(FIELD)) return 'field';
  if (element.matches(BUTTON)) return 'button';
  return 'box';
}

/** @param ground the page's ground where the parent is not part of the walk */
export function readFacts(element: Element, parent: Facts | null, ground: Colour, textOf: Page['textOf']): Facts | null {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  // A document that is going away gives empty styles.
  if (!style || style.display === '') return null;
  const kind = kindOf(element);
  const { backgroundColor, backgroundImage } = style;
  const alpha = alphaOf(backgroundColor);
  const image = backgroundImage === 'none' || backgroundImage === '' ? 'none' : /url\(|image-set|element\(/.test(backgroundImage) ? 'picture' : 'gradient';
  const under = parent?.over ?? ground;
  const isLifted = style.position === 'absolute' || style.position === 'fixed';
  const isInLink = parent ? parent.isInLink || parent.element.matches(':any-link') : element.parentElement?.closest(':any-link') != null;
  return {
    element,
    parent,
    kind,
    style,
    alpha,
    image,
    isMasked: isSet(style, 'mask-image') || isSet(style, '-webkit-mask-image') || isSet(style, 'mask-border-source'),
    clipsText: style.getPropertyValue('background-clip').includes('text') || style.getPropertyValue('-webkit-background-clip').includes('text'),
    isDimmed: isDimmed(style),
    edges: edgesOf(style),
    hasText: hasText(element, kind, style, textOf),
    isHidden: (parent?.isHidden ?? false) || style.display === 'none',
    isLifted,
    isInLink,
    isOffLine: isInLink && (isLifted || style.float !== 'none' || style.display.startsWith('inline-')),
    hasTransition: /[1-9]/.test(style.transitionDuration),
    under,
    over: groundAt(style, alpha, backgroundColor, image === 'none' ? '' : backgroundImage, under),
  };
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

function hasText(element: Element, kind: Kind, style: CSSStyleDeclaration, textOf: Page['textOf']): boolean {
  if (kind === 'picture' || kind === 'drawing') return false;
  const isInput = element.localName === 'input';
  const owns = kind === 'field' || element.localName === 'slot' || (isInput ? (element as HTMLInputElement).value.trim() !== '' : ownText(element, textOf));
  return owns && !isTextMovedAway(style);
}

function ownText(element: Element, textOf: Page['textOf']): boolean {
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3 && textOf(child as Text).trim() !== '') return true;
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
