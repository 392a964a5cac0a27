// What follows the pointer, as it lies on the screen now: the parts of the reading line, the large pointer. No expectations in here.
import type { Page } from 'puppeteer-core';
import type { Picture } from '../../scripts/instrument/png';
import { frames } from './product';

export interface Lying {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Boxes of our layers' elements of a class that are on the screen, from the top. */
export async function lying(page: Page, className: string): Promise<Lying[]> {
  return (await page.evaluate(`(() => {
    const host = [...document.querySelectorAll('[data-mingdu]')].find((one) => one.shadowRoot?.querySelector('.layer'));
    return [...(host?.shadowRoot.querySelectorAll('.layer') ?? [])]
      .flatMap((layer) => [...layer.shadowRoot.querySelectorAll('.${className}')])
      .map((part) => part.getBoundingClientRect())
      .filter((box) => box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth)
      .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }))
      .sort((a, b) => a.top - b.top);
  })()`)) as Lying[];
}

/** Moves the mouse to a point, as a hand does, and lets it be drawn. */
export async function pointAt(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x - 9, y - 4);
  await page.mouse.move(x, y);
  await frames(page, 3);
}

type Colour = readonly [number, number, number];

export function colourAt({ width, pixels }: Picture, x: number, y: number): Colour {
  const at = (Math.round(y) * width + Math.round(x)) * 4;
  return [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
}

function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = colour.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG's contrast of two colours. */
export function contrast(one: Colour, other: Colour): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
