// Sound as numbers: level and voiced stretches of a recording. Pure, on samples; making and recording sound is desktop.ts.

/** One channel of sound. */
export interface Recording {
  /** −1 to 1. */
  readonly samples: Float32Array;
  /** Samples a second. */
  readonly rate: number;
  /** When its first sample sounded, as milliseconds since the epoch. */
  readonly startedAt: number;
}

/** A stretch in which somebody speaks, as milliseconds since the epoch. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const WINDOW_MS = 20;
/** Of full scale: espeak's own silence is digital nought, its softest syllable far louder. */
const AUDIBLE = 0.005;

/** Takes raw little-endian 16-bit samples. */
export function recordingOf(raw: Buffer, rate: number, startedAt: number): Recording {
  const samples = new Float32Array(Math.floor(raw.length / 2));
  for (let at = 0; at < samples.length; at += 1) samples[at] = raw.readInt16LE(at * 2) / 32_768;
  return { samples, rate, startedAt };
}

/** What was recorded until a time, in milliseconds since the epoch. */
export function partOf(recording: Recording, until: number): Recording {
  return { ...recording, samples: recording.samples.subarray(0, Math.max(0, Math.round(((until - recording.startedAt) * recording.rate) / 1_000))) };
}

/** Root mean square of a part, both ends in milliseconds since the epoch; 0 where nothing was recorded. */
export function levelOf({ samples, rate, startedAt }: Recording, from = startedAt, to = Infinity): number {
  const at = (time: number) => Math.max(0, Math.min(samples.length, Math.round(((time - startedAt) * rate) / 1_000)));
  const part = samples.subarray(at(from), at(to));
  let squares = 0;
  for (const sample of part) squares += sample * sample;
  return part.length === 0 ? 0 : Math.sqrt(squares / part.length);
}

/**
 * Where somebody speaks.
 * @param leastGapMs a shorter silence belongs to the speech around it: the closure of a consonant, a comma
 */
export function voicedStretches(recording: Recording, leastGapMs: number): Stretch[] {
  const { samples, rate, startedAt } = recording;
  const size = Math.round((rate * WINDOW_MS) / 1_000);
  const stretches: { start: number; end: number }[] = [];
  for (let at = 0; at + size <= samples.length; at += size) {
    const start = startedAt + (at * 1_000) / rate;
    const end = start + WINDOW_MS;
    if (levelOf(recording, start, end) < AUDIBLE) continue;
    const last = stretches.at(-1);
    if (last && start - last.end < leastGapMs) last.end = end;
    else stretches.push({ start, end });
  }
  return stretches;
}

/** The recording cut at its longest silences into so many stretches; fewer where there are not so many. */
export function longestGaps(recording: Recording, count: number): Stretch[] {
  const all = voicedStretches(recording, WINDOW_MS * 2);
  const gaps = all.slice(1).map((stretch, at) => ({ at: at + 1, ms: stretch.start - (all[at]?.end ?? 0) }));
  const cuts = gaps.sort((a, b) => b.ms - a.ms).slice(0, count - 1).map(({ at }) => at).sort((a, b) => a - b);
  return [0, ...cuts].flatMap((from, index) => {
    const first = all[from];
    const last = all[(cuts[index] ?? all.length) - 1];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
}
