// The colours of tones by calculation: read on every ground of ours, told apart by every eye as far as five colours can be, never guessed.
import { describe, expect, it } from 'vitest';
import { SCHEMES } from '../../../../shared/features/contrast/schemes';
import { TONES, toneSetFor } from '../../../../shared/features/pinyin/extras/tones';
import { type Colour, contrast, groundOf, parseColour } from '../../../../shared/page/ground';

const colour = (text: string): Colour => {
  const found = parseColour(text);
  if (!found) throw new Error(text);
  return found;
};
const leastOn = (ground: Colour, set: keyof typeof TONES) => Math.min(...TONES[set].map((hex) => contrast(ground, colour(hex))));

describe('a set for each ground', () => {
  const pairs = Object.entries(SCHEMES).flatMap(([name, { ground, ink, current, button }]) => [
    [name, ground, ink], [`${name}, the current item`, current.ground, current.ink], [`${name}, a button`, button.ground, button.ink],
  ]);
  it.each(pairs)('%s: 4.5:1', (_, ground = '', ink = '') => {
    const set = toneSetFor(colour(ground), colour(ink));
    expect(set === 'none' ? 0 : leastOn(colour(ground), set)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([['#ffffff', 'dark'], ['#f5f5f5', 'dark'], ['#dcdcdc', 'dark'], ['#0b4a8f', 'light'], ['#333333', 'light'], ['#888888', 'none'], ['#c7000b', 'none']])('%s: %s', (ground, set) => {
    expect(toneSetFor(colour(ground), null)).toBe(set);
    if (set !== 'none') expect(leastOn(colour(ground), set as keyof typeof TONES)).toBeGreaterThanOrEqual(4.5);
  });

  it('text that could not be read on the ground we found stands on another: no colours', () => {
    expect(toneSetFor(colour('#ffffff'), colour('#ffffff'))).toBe('none');
    expect(toneSetFor(colour('#ffffff'), colour('#333333'))).toBe('dark');
  });
});

describe('the ground', () => {
  it('is the nearest background, with what shines through', () => {
    document.body.innerHTML = '<div style="background-color:rgb(0, 0, 0)"><p style="background-color:rgba(255, 255, 255, 0.5)">字<b>粗</b></p></div><i>字</i>';
    const at = (selector: string) => groundOf(document.querySelector(selector)?.firstChild as Text);
    expect(at('b')).toEqual({ red: 127.5, green: 127.5, blue: 127.5 });
    expect(at('i')).toEqual({ red: 255, green: 255, blue: 255 });
  });
});

/** Linear RGB as people see it who lack one kind of cone (Machado, Oliveira, Fernandes 2009, severity 1). */
const EYES: Readonly<Record<string, readonly (readonly number[])[]>> = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** CIE Lab of what an eye sees of a colour. */
function seen(hex: string, eye: readonly (readonly number[])[]): number[] {
  const { red, green, blue } = colour(hex);
  const linear = [red, green, blue].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  const by = (rows: readonly (readonly number[])[], values: readonly number[]) => rows.map((row) => row.reduce((sum, factor, at) => sum + factor * (values[at] ?? 0), 0));
  const rgb = by(eye, linear).map((part) => Math.min(1, Math.max(0, part)));
  const xyz = by([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]], rgb);
  const [x = 0, y = 0, z = 0] = xyz.map((part, at) => part / ([0.95047, 1, 1.08883][at] ?? 1)).map((part) => (part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe.each(Object.keys(TONES) as (keyof typeof TONES)[])('the %s set', (set) => {
  it.each(Object.entries(EYES))('differs from one another: %s', (name, eye) => {
    const all = TONES[set].map((hex) => seen(hex, eye));
    const differences = all.flatMap((one, at) => all.slice(at + 1).map((other) => Math.hypot(...one.map((part, axis) => part - (other[axis] ?? 0)))));
    expect(Math.min(...differences)).toBeGreaterThan(name === 'normal' ? 37.5 : 22);
  });
});
