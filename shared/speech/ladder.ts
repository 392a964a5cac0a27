// What follows when a sentence could not be said: the same again, another voice of this machine, on to the next, or the end.
// Pure counting; not for doing it (engine.ts).

/**
 * - `again`: the same voice once more.
 * - `other-voice`: with another voice of this machine, if there is one; else once more.
 * - `skip`: on to the next sentence.
 * - `give-up`: nothing can be said.
 */
export type Step = 'again' | 'other-voice' | 'skip' | 'give-up';

export interface Ladder {
  /** The sentence was said. */
  said(): void;
  /** Nobody knows: it has had its time, and the engine never said that it ended. */
  unsure(): Step;
  /** The sentence was not said. */
  failed(): Step;
  /** The reader asked for another sentence. */
  reset(): void;
}

/** Tries of one sentence, the first included. One drop in ten happens to a network voice, two in a row now and then. */
const TRIES = 4;
/** After so many tries another voice has its turn. */
const TRIES_OF_VOICE = 2;
/** After so many sentences in a row that could not be said, or of which nobody knows, reading ends. */
const FAILURES_END = 4;

/** Makes a ladder at its foot. */
export function createLadder(): Ladder {
  let tries = 0;
  let failures = 0;
  let unsure = 0;
  let hasSaid = false;

  return {
    said() {
      hasSaid = true;
      tries = failures = unsure = 0;
    },
    unsure() {
      tries = 0;
      unsure += 1;
      return unsure >= FAILURES_END ? 'give-up' : 'skip';
    },
    failed() {
      tries += 1;
      if (tries < TRIES) return tries === TRIES_OF_VOICE ? 'other-voice' : 'again';
      tries = 0;
      failures += 1;
      return !hasSaid || failures >= FAILURES_END ? 'give-up' : 'skip';
    },
    reset() {
      tries = failures = unsure = 0;
    },
  };
}
