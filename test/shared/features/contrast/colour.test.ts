// Colours as browsers write them, and the arithmetic of contrast.
import { expect, it } from 'vitest';
import { alphaOf, contrast, hexOf, over, parseColour, WHITE } from '../../../../shared/features/contrast/colour';

it.each([
  ['rgb(1, 2, 3)', [1, 2, 3, 1]],
  ['rgba(1, 2, 3, 0.5)', [1, 2, 3, 0.5]],
  ['rgb(1 2 3 / 0.25)', [1, 2, 3, 0.25]],
  ['color(srgb 1 0 0 / 0.5)', [255, 0, 0, 0.5]],
  ['#0000ff', [0, 0, 255, 1]],
  ['transparent', [0, 0, 0, 0]],
  ['oklch(0.5 0.1 30)', null],
  ['none', null],
])('reads %s', (text, colour) => expect(parseColour(text)).toEqual(colour));

it.each([
  ['rgba(0, 0, 0, 0)', 0],
  ['oklch(0.5 0.1 30 / 0.3)', 0.3],
  ['lab(50 10 10 / 30%)', 0.3],
  ['oklch(0.5 0.1 30)', 1],
])('sees how much %s covers', (text, alpha) => expect(alphaOf(text)).toBe(alpha));

it('lays one colour over another', () => expect(hexOf(over([0, 0, 0, 0.5], WHITE))).toBe('#808080'));

it('knows the contrast of black on white', () => expect(contrast([0, 0, 0, 1], WHITE)).toBeCloseTo(21, 5));
