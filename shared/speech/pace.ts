// How long a text takes to say, learned from what has been said. For watchdogs; not for showing a speed to the reader.

export interface Pace {
  /** Expected milliseconds for a text at a rate. */
  estimate(text: string, rate: number): number;
  /** Learns from one utterance that was said to its end. */
  learn(text: string, rate: number, ms: number): void;
}

/** Mandarin read aloud at rate 1: about 220 characters a minute. */
const FIRST_MS_PER_UNIT = 270;
const LEARNS = 0.3;
/** What is shorter says little about the speed: the engine's own delay dominates. */
const LEAST_UNITS = 6;

/** Han characters and digits count one, Latin letters a third, pauses one. */
function unitsOf(text: string): number {
  let units = 0;
  for (const character of text) units += /[\p{Script=Han}\p{N}，。；！？、：]/u.test(character) ? 1 : /\p{L}/u.test(character) ? 0.35 : 0;
  return Math.max(1, units);
}

export function createPace(): Pace {
  let msPerUnit = FIRST_MS_PER_UNIT;
  return {
    estimate: (text, rate) => (unitsOf(text) * msPerUnit) / rate,
    learn(text, rate, ms) {
      const units = unitsOf(text);
      if (units < LEAST_UNITS || ms <= 0) return;
      // A voice that races or crawls is believed only within a factor of three.
      const seen = Math.min(FIRST_MS_PER_UNIT * 3, Math.max(FIRST_MS_PER_UNIT / 3, (ms * rate) / units));
      msPerUnit += LEARNS * (seen - msPerUnit);
    },
  };
}
