// Reads the colours that browsers compute and reckons with them. Pure; not for choosing colours (schemes.ts).

/** Red, green, blue from 0 to 255, alpha from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export const WHITE: Colour = [255, 255, 255, 1];

/** A page has few colours; one that makes up new ones all the time is forgotten. */
const MOST_KNOWN = 500;

function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      if (known.size > MOST_KNOWN) known.clear();
      known.set(text, (value = read(text)));
    }
    return value;
  };
}

/**
 * Reads a colour.
 * @param text a computed colour, `rgb()`, `rgba()`, `color(srgb …)`, or `#rrggbb`
 * @returns null for other colour spaces (`oklch()` …), whose alpha `alphaOf` still tells
 */
export const parseColour = remembered(readColour);

/** How much of a computed colour covers, 0 to 1. */
export const alphaOf = remembered(readAlpha);

function readColour(text: string): Colour | null {
  const hex = /^#([0-9a-f]{6})$/i.exec(text)?.[1];
  if (hex) return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16)).concat(1) as unknown as Colour;
  const parts = /^(rgba?|color)\((?:srgb )?([^)]*)\)$/.exec(text);
  if (!parts) return text === 'transparent' ? [0, 0, 0, 0] : null;
  const [red, green, blue, alpha = 1] = (parts[2] ?? '').split(/[\s,/]+/).map(Number);
  const scale = parts[1] === 'color' ? 255 : 1;
  if (red === undefined || green === undefined || blue === undefined || [red, green, blue, alpha].some(Number.isNaN)) return null;
  return [red * scale, green * scale, blue * scale, alpha];
}

function readAlpha(text: string): number {
  const colour = parseColour(text);
  if (colour) return colour[3];
  const alpha = /\/\s*([\d.]+)(%?)\s*\)$/.exec(text);
  return alpha ? Number(alpha[1]) / (alpha[2] ? 100 : 1) : 1;
}

/** A colour laid over an opaque one. */
export function over(top: Colour, below: Colour): Colour {
  const mix = (at: 0 | 1 | 2) => Math.round(top[at] * top[3] + below[at] * (1 - top[3]));
  return [mix(0), mix(1), mix(2), 1];
}

/** As an opaque colour of a style sheet. */
export function hexOf([red, green, blue]: Colour): string {
  return '#' + [red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('');
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
export function luminance([red, green, blue]: Colour): number {
  const linear = (part: number) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: Colour, other: Colour): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
