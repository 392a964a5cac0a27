// Where a background picture that does not repeat is drawn in its box: an icon beside words is a sign, one under them is a ground.
// Runs in the page. It loads no picture that the page has not loaded, and changes nothing.
import type { Box, TextOnPage } from './texts';

/** Natural sizes by address, filled by `loadBackgrounds`. */
const sizes = new Map<string, { width: number; height: number }>();

/** A line may touch the edge of an icon beside it. */
const UNDER_PART = 0.25;
/** Bigger ones are scenes, not icons. */
const ICON_PX = 160;

const addressOf = (style: CSSStyleDeclaration): string | undefined => /^url\("([^"]+)"\)$/.exec(style.backgroundImage)?.[1];

/** Learns the sizes of all background pictures of these elements. */
export async function loadBackgrounds(elements: Iterable<Element>): Promise<void> {
  const waiting: Promise<void>[] = [];
  for (const element of elements) {
    const url = addressOf((element.ownerDocument.defaultView as Window).getComputedStyle(element));
    if (url === undefined || sizes.has(url)) continue;
    sizes.set(url, { width: 0, height: 0 });
    const image = new Image();
    const done = () => void sizes.set(url, { width: image.naturalWidth, height: image.naturalHeight });
    image.src = url;
    waiting.push(image.decode().then(done, done));
  }
  await Promise.all(waiting);
}

/**
 * The rectangle of an element's background icon; undefined where it has none, and where words lie on it.
 * @param box the element's border box, page coordinates
 */
export function backgroundIcon(style: CSSStyleDeclaration, box: Box, texts: readonly TextOnPage[]): Box | undefined {
  const url = addressOf(style);
  const natural = url === undefined ? undefined : sizes.get(url);
  if (natural === undefined || natural.width === 0 || style.backgroundRepeat !== 'no-repeat') return undefined;
  const size = drawnSize(style.backgroundSize, natural);
  if (size === undefined) return undefined;
  const px = (value: string) => parseFloat(value) || 0;
  const room = { left: box.left + px(style.borderLeftWidth), top: box.top + px(style.borderTopWidth), right: box.right - px(style.borderRightWidth), bottom: box.bottom - px(style.borderBottomWidth) };
  const [x = '0%', y = '0%'] = style.backgroundPosition.split(' ');
  const left = room.left + offset(x, room.right - room.left - size.width);
  const top = room.top + offset(y, room.bottom - room.top - size.height);
  const icon = { left: Math.max(room.left, left), top: Math.max(room.top, top), right: Math.min(room.right, left + size.width), bottom: Math.min(room.bottom, top + size.height) };
  const [wide, high] = [icon.right - icon.left, icon.bottom - icon.top];
  if (wide <= 0 || high <= 0 || wide > ICON_PX || high > ICON_PX) return undefined;
  const under = texts.some(({ boxes }) =>
    boxes.some((line) => {
      const [across, down] = [Math.min(line.right, icon.right) - Math.max(line.left, icon.left), Math.min(line.bottom, icon.bottom) - Math.max(line.top, icon.top)];
      return across > 0 && down > 0 && across * down > wide * high * UNDER_PART;
    }),
  );
  return under ? undefined : icon;
}

function drawnSize(value: string, natural: { width: number; height: number }): { width: number; height: number } | undefined {
  if (value === 'auto' || value === 'auto auto') return natural;
  const [width = NaN, height = (width / natural.width) * natural.height] = value.split(' ').map((part) => (part.endsWith('px') ? parseFloat(part) : NaN));
  return Number.isFinite(width) && Number.isFinite(height) ? { width, height } : undefined;
}

function offset(value: string, spare: number): number {
  return value.endsWith('%') ? (spare * parseFloat(value)) / 100 : parseFloat(value) || 0;
}
