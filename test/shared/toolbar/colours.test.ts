// The toolbar's own colours: text at least 7:1 on every ground it stands on, what carries a meaning at least 3:1.
import { describe, expect, test } from 'vitest';
import css from '../../../shared/toolbar/toolbar.css';

/** The custom properties of a rule. */
function tokens(selector: string): Record<string, string> {
  const body = css.slice(css.indexOf(`${selector}{`)).split('}')[0] ?? '';
  return Object.fromEntries([...body.matchAll(/--(\w+):(#\w+)/g)].map(([, name = '', value = '']) => [name, value]));
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const full = hex.length === 4 ? [...hex.slice(1)].map((one) => one + one) : (hex.slice(1).match(/../g) ?? []);
  const [r = 0, g = 0, b = 0] = full.map((one) => {
    const part = Number.parseInt(one, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(a = '', b = ''): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['.ui', '.dark'])('%s', (selector) => {
  const { ground, tint, ink, second, accent, on, border, leave, ring, inner } = tokens(selector);
  const pairs = { ink, second, leave };

  test.each(Object.entries(pairs))('%s is read on ground and tint', (_, colour) => {
    expect(ratio(colour, ground)).toBeGreaterThanOrEqual(7);
    expect(ratio(colour, tint)).toBeGreaterThanOrEqual(7);
  });

  test('what is on, borders and the focus ring are told apart', () => {
    expect(ratio(on, accent)).toBeGreaterThanOrEqual(7);
    expect(ratio(accent, ground)).toBeGreaterThanOrEqual(3);
    expect(ratio(border, ground)).toBeGreaterThanOrEqual(3);
    expect(ratio(ring, ground)).toBeGreaterThanOrEqual(3);
    expect(ratio(inner, ring)).toBeGreaterThanOrEqual(3);
  });
});
