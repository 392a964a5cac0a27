// The launcher in the site's colours: reads a colour as the browser does, and lays a sheet over the launcher's own. Not for whether the colours may
// be taken (check-options.ts).
import { contrast, parseColour, type Colour } from '../shared/features/contrast/colour';
import { adoptConstructed } from '../shared/dom/constructed-sheet';

/** The inner ring of the focus, whichever stands out from the ground; the outer one lies on the page. */
const RINGS = ['#ffd43b', '#14213d'] as const;
/** The launcher's own colours, as launcher.ts draws it. */
export const INK = '#ffffff';
export const GROUND = '#0b4a8f';
const sheets = new WeakMap<ShadowRoot, CSSStyleSheet>();

/** @returns the colour as `#rrggbb`; null where a browser knows none, or one that lets something through. No element is made for the page. */
export function readColour(text: string): string | null {
  // It would be that of the place where it stands.
  if (/currentcolor/i.test(text) || !CSS.supports('color', text)) return null;
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return null;
  const seen = ['#010203', '#030201'].map((first) => {
    pen.fillStyle = first;
    pen.fillStyle = text;
    return String(pen.fillStyle);
  });
  // What a canvas does not take leaves what was there before.
  return seen[0] === seen[1] && /^#[0-9a-f]{6}$/.test(seen[0] ?? '') ? (seen[0] ?? null) : null;
}

/**
 * Gives the launcher its colours, now or when it is drawn; both absent: its own.
 * @param page has the launcher, once it is there
 */
export function tintLauncher(page: { readonly launcher?: Element | undefined; draw?(): void }, ink: string | undefined, ground: string | undefined): void {
  const root = page.launcher?.shadowRoot;
  if (!root) {
    // The loader draws it in its own listener, which came first; before that it has no way to draw.
    if (!page.draw) document.addEventListener('DOMContentLoaded', () => tintLauncher(page, ink, ground), { once: true });
    return;
  }
  const sheet = sheets.get(root) ?? (ink || ground ? adoptConstructed(root, '') : null);
  if (!sheet) return;
  sheets.set(root, sheet);
  const [front, back] = [ink ?? INK, ground ?? GROUND];
  const behind = parseColour(back) as Colour;
  const strength = (ring: string) => contrast(parseColour(ring) as Colour, behind);
  const ring = strength(RINGS[0]) >= strength(RINGS[1]) ? RINGS[0] : RINGS[1];
  sheet.replaceSync(`button{color:${front};background:${back};border-color:${front}}button:focus-visible{box-shadow:inset 0 0 0 4px ${ring}}`);
}
