// One utterance from the call to what became of it, whatever the voice tells or leaves out. Decides what counts as said.
// Not for which sentence comes next (engine.ts) nor for what follows a failure (ladder.ts).
import type { Driver, Failure, Utterance } from './driver';
import type { Pace } from './pace';
import { isLocal } from './voices';
import { createWatch, type WatchParts } from './watch';
import { followWords, WAIT_FOR_WORDS_MS, type WordFollower } from './words';

/**
 * - `said`: it was heard to its end.
 * - `overdue`: it has had far more than its time and the engine still claims to speak; most likely said.
 * - `failed`: it was not said, or not to its end.
 * - `interrupted`: somebody else took the voice.
 */
export type Outcome = 'said' | 'overdue' | Failure;

export interface Saying {
  onStart(): void;
  onWord(unit: number, length: number): void;
  /** No start yet: something should be seen. */
  onSlow(): void;
  /** Called once, and nothing after it. */
  onOutcome(outcome: Outcome): void;
}

export interface Utterer {
  say(utterance: Utterance, saying: Saying): void;
  /**
   * Silence; nothing that was given to the voice tells of itself any more.
   * @param isSure also where the engine says that it does nothing: what it let drop may lie in its queue
   */
  silence(isSure?: boolean): void;
  /** When the utterance that sounds began to; null where none does. */
  readonly startedAt: number | null;
}

export interface UttererParts extends WatchParts {
  readonly driver: Driver;
  readonly pace: Pace;
}

const START_MS = 3_000;
const REMOTE_START_MS = 5_000;
/** What comes so soon after our own cancel() is its echo, not somebody else's doing. */
const ECHO_MS = 500;
/** Silent without an event, an utterance counts as said when so much of its time had passed: of a voice that is known, and of a new one. */
const SAID_PART = 0.75;
const SAID_PART_UNKNOWN = 0.45;
/** Silent twice at the same moment: that is how this voice says this text; a third time would be no other. */
const SAME_PART = 0.15;
const SAME_MS = 300;
/** After so many sentences a voice is known. */
const KNOWN_SAMPLES = 2;

/** Makes it; what it learns of voices lives as long as it does. */
export function createUtterer({ driver, pace, now, later }: UttererParts): Utterer {
  const watch = createWatch({ now, later });
  /** Voices by whether they told of words the last time; missing: not heard yet. */
  const tellsWords = new Map<string, boolean>();
  /** Every utterance has its own number; events of an older one count for nothing. */
  let generation = 0;
  let startedAt: number | null = null;
  let words: WordFollower | null = null;
  let cancelledAt = -Infinity;
  let fellSilent: { readonly text: string; readonly after: number } | null = null;

  function quiet(): void {
    generation += 1;
    startedAt = null;
    watch.end();
    words?.end();
    words = null;
  }

  function say(utterance: Utterance, saying: Saying): void {
    quiet();
    const mine = generation;
    const { text, rate } = utterance;
    const voice = driver.chosen(utterance.voice);
    const key = voice?.voiceURI ?? '';
    const expected = pace.estimate(key, text, rate);
    const givenAt = now();
    const isMine = () => mine === generation;

    function become(outcome: Outcome): void {
      if (!isMine()) return;
      quiet();
      saying.onOutcome(outcome);
    }

    function start(): void {
      if (!isMine() || startedAt !== null) return;
      startedAt = now();
      watch.speaking(expected);
      const knows = tellsWords.get(key);
      words = followWords({
        text,
        expectedMs: expected,
        waitMs: knows === false ? 0 : WAIT_FOR_WORDS_MS,
        now,
        later,
        onWord: (unit, length) => {
          if (isMine()) saying.onWord(unit, length);
        },
      });
      saying.onStart();
    }

    function said(ms: number): void {
      pace.learn(key, text, rate, ms);
      tellsWords.set(key, words?.hasHeard ?? false);
      become('said');
    }

    /** Neither an end nor an error came, and it is silent: was that all, or was it dropped on the way? */
    function judge(after: number): void {
      const isSame = fellSilent?.text === text && Math.abs(fellSilent.after - after) <= Math.max(SAME_MS, after * SAME_PART);
      fellSilent = { text, after };
      // A voice that tells of words has told whether it came to the last ones; of others only the time is known.
      const part = pace.samples(key) >= KNOWN_SAMPLES ? SAID_PART : SAID_PART_UNKNOWN;
      const isWhole = words?.hasHeard ? words.isNearEnd : after >= expected * part;
      if (isWhole || isSame) said(after);
      else become('failed');
    }

    driver.speak(utterance, {
      onStart: start,
      onWord(unit, length) {
        if (!isMine()) return;
        // Some engines tell of words and never of the start.
        start();
        words?.heard(unit, length);
      },
      onEnd() {
        if (!isMine()) return;
        if (startedAt !== null) said(now() - startedAt);
        // An end without a start: what an earlier cancel() left, in Firefox; unless the time for all of it has passed.
        else become(now() - givenAt >= expected * SAID_PART_UNKNOWN ? 'said' : 'failed');
      },
      onFailure(failure) {
        const isEcho = failure === 'interrupted' && now() - cancelledAt < ECHO_MS;
        become(isEcho ? 'failed' : failure);
      },
    });
    // A driver may have failed on the spot, and something else be under way by now.
    if (!isMine()) return;
    const isAlreadySounding = startedAt !== null;
    watch.begin(
      {
        isBusy: () => driver.isBusy(),
        onSlow: () => saying.onSlow(),
        onNoStart: () => become('failed'),
        onSilent: (since) => judge(since - (startedAt ?? since)),
        onOverdue: () => {
          // It told of words and stopped in the middle: it has died there with `speaking` true.
          if (words?.hasHeard && !words.isNearEnd) judge(0);
          else become('overdue');
        },
      },
      voice && !isLocal(voice) ? REMOTE_START_MS : START_MS,
    );
    if (isAlreadySounding) watch.speaking(expected);
  }

  return {
    say,
    silence(isSure = false) {
      quiet();
      // cancel() with nothing to cancel eats the next speak() in older engines.
      if (!isSure && !driver.isBusy()) return;
      cancelledAt = now();
      driver.cancel();
    },
    get startedAt() {
      return startedAt;
    },
  };
}
