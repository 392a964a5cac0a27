// How long a text takes to say, learned for each voice and rate from what was said; and how much of it has passed at a place in the
// text. For watchdogs, for the estimate of words, and for the speed in characters a minute that a reader is shown.

export interface Pace {
  /**
   * Expected milliseconds for a text.
   * @param voice any name of the voice; speeds are learned for each
   */
  estimate(voice: string, text: string, rate: number): number;
  /** Learns from one utterance that was said to its end. */
  learn(voice: string, text: string, rate: number, ms: number): void;
  /** How often this voice was heard to the end of a sentence, at any rate. */
  samples(voice: string): number;
  /** Han characters a minute, pauses included. */
  charactersPerMinute(voice: string, rate: number): number;
}

/** Mandarin read aloud at rate 1: about 220 characters a minute. */
const FIRST_MS_PER_UNIT = 270;
/** The latest sentence's share, once a voice is known. */
const LEARNS = 0.3;
/** What is shorter says little about the speed: the engine's own delay dominates. */
const LEAST_UNITS = 6;
/** A voice that races or crawls is believed only so far. */
const MOST_FACTOR = 3;

/** Speaking weight of a character: a Han character is one. The first row that matches counts. */
const WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/\p{Script=Han}|\p{N}/u, 1],
  [/[，、；：,;:]/, 1.5],
  [/[。！？!?…]/, 1],
  // 百分之, 千分之 before the number.
  [/[%‰]/, 3],
  [/\p{Lu}/u, 0.8],
  [/\p{L}/u, 0.35],
];
const weights = new Map<string, number>();

function weightOf(character: string): number {
  const known = weights.get(character);
  if (known !== undefined) return known;
  const weight = WEIGHTS.find(([pattern]) => pattern.test(character))?.[1] ?? 0;
  weights.set(character, weight);
  return weight;
}

/**
 * The speaking weight before each place of a text.
 * @returns one entry for each UTF-16 unit and one for the end: the whole
 */
export function weightsBefore(text: string): number[] {
  const before: number[] = [];
  let sum = 0;
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit += 1) before.push(sum);
    sum += weightOf(character);
  }
  before.push(sum);
  return before;
}

function unitsOf(text: string): number {
  let units = 0;
  for (const character of text) units += weightOf(character);
  return Math.max(1, units);
}

interface Learned {
  /** Milliseconds of a unit at this rate. */
  ms: number;
  count: number;
}

/** Makes a pace that knows nothing yet. */
export function createPace(): Pace {
  const learned = new Map<string, Map<number, Learned>>();

  /** Milliseconds of a unit: as heard at this rate, else as another rate lets expect. */
  function msPerUnit(voice: string, rate: number): number {
    const rates = learned.get(voice);
    const heard = rates?.get(rate);
    if (heard) return heard.ms;
    const [other] = [...(rates ?? [])].sort(([, a], [, b]) => b.count - a.count);
    return other ? (other[1].ms * other[0]) / rate : FIRST_MS_PER_UNIT / rate;
  }

  return {
    estimate: (voice, text, rate) => unitsOf(text) * msPerUnit(voice, rate),
    learn(voice, text, rate, ms) {
      const units = unitsOf(text);
      if (units < LEAST_UNITS || ms <= 0) return;
      const first = FIRST_MS_PER_UNIT / rate;
      const seen = Math.min(first * MOST_FACTOR, Math.max(first / MOST_FACTOR, ms / units));
      const rates = learned.get(voice) ?? new Map<number, Learned>();
      const known = rates.get(rate);
      const count = (known?.count ?? 0) + 1;
      // The first sentence says more than what was believed of all voices; later ones even out.
      const before = known?.ms ?? msPerUnit(voice, rate);
      const share = Math.max(LEARNS, 1 / (count + 0.25));
      rates.set(rate, { ms: before + share * (seen - before), count });
      learned.set(voice, rates);
    },
    samples: (voice) => [...(learned.get(voice)?.values() ?? [])].reduce((sum, { count }) => sum + count, 0),
    charactersPerMinute: (voice, rate) => Math.round(60_000 / msPerUnit(voice, rate)),
  };
}
