// @vitest-environment node
// The ear of the real speech tests, on sounds whose stretches are known.
import { describe, expect, it } from 'vitest';
import { levelOf, longestGaps, partOf, recordingOf, voicedStretches, type Recording } from './recording';

const RATE = 16_000;

/** Tones and silences in turn, the first one a tone. */
function sound(...lengthsMs: number[]): Recording {
  const raw = lengthsMs.flatMap((ms, turn) =>
    Array.from({ length: (RATE * ms) / 1_000 }, (_, at) => (turn % 2 === 0 ? Math.round(Math.sin((at * Math.PI * 2 * 200) / RATE) * 16_384) : 0)),
  );
  const bytes = Buffer.alloc(raw.length * 2);
  raw.forEach((sample, at) => bytes.writeInt16LE(sample, at * 2));
  return recordingOf(bytes, RATE, 1_000);
}

describe('a recording', () => {
  it('has the level of what sounds, and none of silence', () => {
    const made = sound(500, 500);
    expect(levelOf(made, 1_000, 1_500)).toBeCloseTo(0.5 / Math.SQRT2, 2);
    expect(levelOf(made, 1_500, 2_000)).toBe(0);
    expect(levelOf(made, 9_000)).toBe(0);
    expect(levelOf(partOf(made, 1_500))).toBeCloseTo(0.5 / Math.SQRT2, 2);
  });

  it('is cut into stretches where it is silent for long enough', () => {
    const made = sound(400, 60, 200, 300, 600);
    expect(voicedStretches(made, 100)).toEqual([{ start: 1_000, end: 1_660 }, { start: 1_960, end: 2_560 }]);
    expect(voicedStretches(made, 40)).toHaveLength(3);
    expect(voicedStretches(sound(0, 500), 100)).toEqual([]);
  });

  it('is cut at its longest silences into as many stretches as are wanted', () => {
    const made = sound(400, 60, 200, 300, 600, 200, 100);
    expect(longestGaps(made, 3).map(({ start, end }) => end - start)).toEqual([660, 600, 100]);
    expect(longestGaps(made, 2)).toHaveLength(2);
    expect(longestGaps(made, 9)).toHaveLength(4);
  });
});
