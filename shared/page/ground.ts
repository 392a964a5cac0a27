// The colour that text stands on, as far as backgrounds tell it; pictures are not seen. Reads computed styles only.
// Not for what a colour scheme makes of a page (features/contrast).
import { up } from '../dom/marker';

/** Channels from 0 to 255. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

const WHITE: Colour = { red: 255, green: 255, blue: 255 };
/** What covers less shows next to nothing of its own. */
const LEAST_ALPHA = 0.02;

/** Reads `#rrggbb`, or a computed `rgb()`, `rgba()`, `color(srgb …)`; null for other colour spaces. */
export function parseColour(text: string): (Colour & { readonly alpha: number }) | null {
  const hex = /^#(..)(..)(..)$/.exec(text)?.slice(1).map((part) => Number.parseInt(part, 16));
  const parts = /^(rgba?|color)\((?:srgb )?([^)]+)\)$/.exec(text);
  const scale = parts?.[1] === 'color' ? 255 : 1;
  const [red, green, blue, alpha = 1] = hex ?? (parts?.[2] ?? '').split(/[\s,/]+/).map(Number);
  if (red === undefined || green === undefined || blue === undefined || Number.isNaN(red + green + blue + alpha)) return null;
  return { red: red * scale, green: green * scale, blue: blue * scale, alpha };
}

/**
 * The background behind a node's text, what shines through included. White when nothing says otherwise.
 * @param known answers of this moment: with them many nodes cost little more than one
 */
export function groundOf(node: Node, known: Map<Element, Colour> = new Map()): Colour {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  return element ? groundOfElement(element, known) : WHITE;
}

function groundOfElement(element: Element, known: Map<Element, Colour>): Colour {
  const found = known.get(element);
  if (found) return found;
  const own = parseColour(element.ownerDocument.defaultView?.getComputedStyle(element).backgroundColor ?? '');
  const { alpha, ...top } = own && own.alpha > LEAST_ALPHA ? own : { ...WHITE, alpha: 0 };
  const root: Node = element.getRootNode();
  // By type: a link that was taken out is a root too, and its `host` is that of its address.
  const above = up(element) ?? (root.nodeType === 11 ? (root as ShadowRoot).host : null);
  const below = alpha < 1 && above ? groundOfElement(above, known) : WHITE;
  const mix = (part: keyof Colour) => top[part] * alpha + below[part] * (1 - alpha);
  const ground = alpha === 1 ? top : { red: mix('red'), green: mix('green'), blue: mix('blue') };
  known.set(element, ground);
  return ground;
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
export function luminance({ red, green, blue }: Colour): number {
  const linear = (part: number) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio, 1 to 21 (WCAG 2.2). */
export function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
