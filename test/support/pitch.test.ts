// @vitest-environment node
// The instrument that tells tones apart, on sounds whose pitch is known.
import { describe, expect, it } from 'vitest';
import { contourOf, loudness, pitchesOf } from './pitch';

const RATE = 22_050;
/** Half a second with three overtones whose pitch glides. */
function glide(from: number, to: number): Float32Array {
  let phase = 0;
  return Float32Array.from({ length: RATE / 2 }, (_, i) => {
    phase += (2 * Math.PI * (from + ((to - from) * i) / (RATE / 2))) / RATE;
    return 0.2 * Math.sin(phase) + 0.15 * Math.sin(2 * phase) + 0.1 * Math.sin(3 * phase);
  });
}
const heard = (samples: Float32Array) => pitchesOf(samples, RATE, 0, samples.length / RATE);

describe('the pitch of a sound', () => {
  it.each([80, 97, 120, 200])('is found at %i Hz', (hertz) => {
    const found = heard(glide(hertz, hertz));
    expect(found.length).toBeGreaterThan(40);
    for (const pitch of found) expect(Math.abs(pitch.hertz / hertz - 1)).toBeLessThan(0.02);
    const { start, end } = contourOf(found);
    expect(Math.abs(end / start - 1)).toBeLessThan(0.01);
  });

  it('is told to rise and to fall', () => {
    const up = contourOf(heard(glide(80, 96)));
    expect(up.start).toBeLessThan(86);
    expect(up.end).toBeGreaterThan(94);
    const down = contourOf(heard(glide(96, 78)));
    expect(down.start).toBeGreaterThan(89);
    expect(down.end).toBeLessThan(80);
  });

  it('is not found in silence and hardly in noise', () => {
    expect(heard(new Float32Array(RATE / 2))).toEqual([]);
    let seed = 7;
    const noise = Float32Array.from({ length: RATE / 2 }, () => ((seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647 - 0.5) * 0.5);
    expect(heard(noise).length).toBeLessThan(5);
    expect(contourOf(heard(new Float32Array(100))).end).toBeNaN();
  });

  it('comes with its loudness', () => {
    expect(loudness(new Float32Array(100).fill(0.5), RATE)).toBeCloseTo(0.5);
    expect(loudness(new Float32Array(0), RATE)).toBe(0);
  });
});
