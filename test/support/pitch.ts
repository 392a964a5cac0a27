// How the pitch of a voice moves, by autocorrelation: enough to tell a rising tone from a falling one. Not for singing, noise or two voices.

/** The pitch around one moment. */
export interface Pitch {
  /** Seconds. */
  readonly at: number;
  readonly hertz: number;
}

const WINDOW_S = 0.04;
const STEP_S = 0.01;
const LEAST_HZ = 60;
const MOST_HZ = 250;
/** Below this share of the window's energy it is no voice. */
const VOICED = 0.5;

/** Farther from the middle one than this, a moment is no pitch of the same syllable: hiss, or an octave heard for another. */
const SAME_VOICE = 1.25;

/** @returns the pitch of the voiced moments between two times, in seconds, without what is no pitch of this syllable */
export function pitchesOf(samples: Float32Array, sampleRate: number, from: number, to: number): Pitch[] {
  const size = Math.round(WINDOW_S * sampleRate);
  const found: Pitch[] = [];
  for (let at = from; at + WINDOW_S <= to; at += STEP_S) {
    const hertz = pitchOf(samples.subarray(Math.round(at * sampleRate), Math.round(at * sampleRate) + size), sampleRate);
    if (hertz !== null) found.push({ at: at + WINDOW_S / 2, hertz });
  }
  const middle = found.map(({ hertz }) => hertz).sort((a, b) => a - b)[Math.floor(found.length / 2)] ?? 0;
  return found.filter(({ hertz }) => hertz < middle * SAME_VOICE && hertz > middle / SAME_VOICE);
}

function pitchOf(frame: Float32Array, sampleRate: number): number | null {
  const correlation = (lag: number) => {
    let product = 0;
    let one = 0;
    let other = 0;
    for (let i = 0; i + lag < frame.length; i += 1) {
      const a = frame[i] ?? 0;
      const b = frame[i + lag] ?? 0;
      product += a * b;
      one += a * a;
      other += b * b;
    }
    return one * other < 1e-6 ? 0 : product / Math.sqrt(one * other);
  };
  const least = Math.floor(sampleRate / MOST_HZ);
  const most = Math.min(Math.ceil(sampleRate / LEAST_HZ), frame.length - Math.round(0.012 * sampleRate));
  const values = Array.from({ length: most - least + 1 }, (_, i) => correlation(least + i));
  const best = Math.max(...values);
  if (best < VOICED) return null;
  // The shortest lag that is nearly as good: its multiples are as good, and would halve the pitch.
  const lag = values.findIndex((value, i) => value >= best * 0.93 && value >= (values[i - 1] ?? 0) && value >= (values[i + 1] ?? 0));
  return lag < 0 ? null : sampleRate / (least + lag);
}

/** Loudness between two times, in seconds: root mean square of the samples. */
export function loudness(samples: Float32Array, sampleRate: number, from = 0, to = samples.length / sampleRate): number {
  const part = samples.subarray(Math.round(from * sampleRate), Math.round(to * sampleRate));
  return Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / Math.max(1, part.length));
}

/** Where the pitch of a syllable begins and ends, in hertz: the middle of its first half, and the mean of its last two moments. NaN where too little is voiced. */
export function contourOf(pitches: readonly Pitch[]): { readonly start: number; readonly end: number } {
  const hertz = pitches.map((pitch) => pitch.hertz);
  if (hertz.length < 6) return { start: NaN, end: NaN };
  const half = hertz.slice(0, Math.ceil(hertz.length / 2)).sort((a, b) => a - b);
  const [last = NaN, before = NaN] = hertz.slice(-2);
  return { start: half[Math.floor(half.length / 2)] ?? NaN, end: (last + before) / 2 };
}
