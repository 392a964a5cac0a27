// Where the reading line's parts lie, and that its tones are seen on every ground, without a page.
import { describe, expect, it } from 'vitest';
import { readingLineDescriptor } from '../../../../shared/features/reading-line/descriptor';
import { type Form, layoutOf, lineHeightOf, type Reading } from '../../../../shared/features/reading-line/geometry';
import { FILL, TONES } from '../../../../shared/features/reading-line/parts';

type Colour = readonly [number, number, number];

const VIEWPORT = { width: 1280, height: 800 };
const POINT = { x: 300, y: 200, width: 0, height: 0 };
const SENTENCE = { x: 100, y: 400, width: 500, height: 60 };
const BLANK: Reading = { pitch: 32, text: null };
const TEXT: Reading = { pitch: 32, text: { top: 190, bottom: 214 } };
const look = (form: Form, lines = 3, width = 8) => ({ form, lines, width });

describe('lineHeightOf', () => {
  it('takes the computed height', () => {
    expect(lineHeightOf('25px', '16px')).toBe(25);
  });
  it('estimates from the font where the height is normal', () => {
    expect(lineHeightOf('normal', '20px')).toBe(30);
  });
  it('keeps to heights at which a window is of use', () => {
    expect(lineHeightOf('0px', '0px')).toBe(24);
    expect(lineHeightOf('400px', '300px')).toBe(120);
  });
});

describe('layoutOf', () => {
  it('runs the line under the words pointed at, a quarter of it on what hangs below, and the cross through the point', () => {
    expect(layoutOf(look('line'), POINT, TEXT, VIEWPORT).lineY).toBe(216);
    expect(layoutOf(look('line', 3, 16), POINT, TEXT, VIEWPORT).lineY).toBe(218);
    expect(layoutOf(look('cross'), POINT, TEXT, VIEWPORT)).toMatchObject({ lineY: 200, lineX: 300 });
  });
  it('lies half a line under the point where there is no text', () => {
    expect(layoutOf(look('line'), POINT, BLANK, VIEWPORT).lineY).toBe(218);
  });
  it('underlines what is focused or spoken', () => {
    expect(layoutOf(look('line'), SENTENCE, BLANK, VIEWPORT)).toMatchObject({ lineY: 462, lineX: 100 });
  });
  it('stays in the window under what reaches its foot, and goes with what has left it', () => {
    expect(layoutOf(look('line'), { ...SENTENCE, y: 760 }, BLANK, VIEWPORT).lineY).toBe(796);
    expect(layoutOf(look('line'), { ...SENTENCE, y: 900 }, BLANK, VIEWPORT).lineY).toBeGreaterThan(900);
  });
  it.each([1, 3, 5])('ruler and mask hold %i lines of the text around the one pointed at', (lines) => {
    for (const form of ['ruler', 'mask'] as const) {
      const { top, bottom } = layoutOf(look(form, lines), POINT, TEXT, VIEWPORT);
      expect([bottom - top, (top + bottom) / 2]).toEqual([32 * lines, 202]);
    }
  });
  it('holds one line whole also where lines are set closer than their letters are high', () => {
    expect(layoutOf(look('ruler', 1), POINT, { pitch: 20, text: { top: 190, bottom: 214 } }, VIEWPORT)).toMatchObject({ top: 190, bottom: 214 });
  });
  it('opens the window far enough for a long sentence', () => {
    const { top, bottom } = layoutOf(look('ruler', 1), { ...SENTENCE, height: 200 }, BLANK, VIEWPORT);
    expect(top).toBeLessThan(400);
    expect(bottom).toBeGreaterThan(600);
  });
  it('takes the first line of what is too tall to be read at a glance', () => {
    expect(layoutOf(look('line'), { ...SENTENCE, height: 3000 }, BLANK, VIEWPORT).lineY).toBe(434);
  });
  it('the window of a mask waits at the edge when what it stood on has left the screen', () => {
    expect(layoutOf(look('mask'), { ...SENTENCE, y: -500 }, BLANK, VIEWPORT)).toMatchObject({ top: 0, bottom: 96 });
    expect(layoutOf(look('mask'), { ...SENTENCE, y: 5000 }, BLANK, VIEWPORT)).toMatchObject({ top: 704, bottom: 800 });
    expect(layoutOf(look('ruler'), { ...SENTENCE, y: -500 }, BLANK, VIEWPORT).bottom).toBeLessThan(0);
  });
});

describe('the tones', () => {
  const channel = (value: number) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]: Colour) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const contrast = (one: Colour, other: Colour) => {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const over = (tone: Colour, ground: Colour, opacity: number): Colour => {
    const mixed = (at: 0 | 1 | 2) => Math.round(tone[at] * opacity + ground[at] * (1 - opacity));
    return [mixed(0), mixed(1), mixed(2)];
  };
  const { lineOpacity } = readingLineDescriptor.settings;

  it.each(lineOpacity.stops.concat())('one of them has 3:1 against any ground at %i percent', (percent) => {
    let worst = Number.POSITIVE_INFINITY;
    for (let r = 0; r < 256; r += 15)
      for (let g = 0; g < 256; g += 15)
        for (let b = 0; b < 256; b += 15) {
          const ground: Colour = [r, g, b];
          worst = Math.min(worst, Math.max(...[TONES.core, TONES.edge].map((tone) => contrast(over(tone, ground, percent / 100), ground))));
        }
    expect(worst).toBeGreaterThanOrEqual(3);
    expect(percent).toBeGreaterThanOrEqual(lineOpacity.min);
  });

  it.each([
    ['black-on-white', [0, 0, 0], [255, 255, 255]],
    ['white-on-black', [255, 255, 255], [0, 0, 0]],
    ['yellow-on-black', [255, 255, 0], [0, 0, 0]],
    ['yellow-on-blue', [255, 255, 0], [0, 0, 255]],
    ['black-on-yellow', [0, 0, 0], [255, 255, 0]],
    ['black-on-cream', [0, 0, 0], [254, 254, 204]],
  ] as const)('text of %s keeps 7:1 under the ruler', (_, ink, ground) => {
    expect(contrast(over(FILL.colour, ink, FILL.opacity), over(FILL.colour, ground, FILL.opacity))).toBeGreaterThanOrEqual(7);
  });
});
