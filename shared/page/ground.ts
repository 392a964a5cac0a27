// The colour that text stands on, as far as backgrounds tell it; pictures are not seen. Reads computed styles only.
// Not for what a colour scheme makes of a page (features/contrast).

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

/** The background behind a node's text, what shines through included. White when nothing says otherwise. */
export function groundOf(node: Node): Colour {
  const start = node.nodeType === 1 ? (node as Element) : node.parentElement;
  const view = node.ownerDocument?.defaultView;
  const layers: (Colour & { readonly alpha: number })[] = [];
  for (let at: Element | null = start; at && view; ) {
    const found = parseColour(view.getComputedStyle(at).backgroundColor);
    if (found && found.alpha > LEAST_ALPHA) layers.push(found);
    if (found?.alpha === 1) break;
    const root: Node = at.getRootNode();
    // By type: a link that was taken out is a root too, and its `host` is that of its address.
    at = at.parentElement ?? (root.nodeType === 11 ? ((root as ShadowRoot).host ?? null) : null);
  }
  return layers.reduceRight<Colour>((below, { alpha, ...top }) => {
    const mix = (part: keyof Colour) => top[part] * alpha + below[part] * (1 - alpha);
    return { red: mix('red'), green: mix('green'), blue: mix('blue') };
  }, WHITE);
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
