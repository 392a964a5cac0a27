// One queue of sentences, one utterance each, chained from the engine's events. Holds the place, retries, and never trusts an engine
// to say what it did. Not for what is read (features/speech) nor for how sound is made (driver.ts).
import type { Driver, Failure, Utterance } from './driver';
import { createPace } from './pace';
import { createWatch } from './watch';

export type SpeechState = 'idle' | 'speaking' | 'paused';

/** What the reader is told, as the key of a problem. */
export type SpeechProblem = 'no-voice' | 'not-allowed' | 'speech-failed';

export interface EngineParts<Item> {
  readonly driver: Driver;
  /** What the voice is given for an item; items with the text '' are passed by. */
  spoken(item: Item): Pick<Utterance, 'text' | 'readings'>;
  /** Asked anew for each sentence, so that a change of speed counts from the next one on. */
  manner(): Pick<Utterance, 'rate' | 'volume' | 'voice'>;
  /** Stops all when it aborts. */
  readonly signal: AbortSignal;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  later(run: () => void, ms: number): () => void;
  /** Runs once at the reader's next press or key; returns a function that cancels. */
  onNextGesture(run: () => void): () => void;
  /** Called on every change of state and of place, the last time after the abort; the item is null when idle. */
  onPlace(state: SpeechState, item: Item | null): void;
  /** A word of the item begins to sound: offset and length in the text that the voice was given; length 0 where nobody says. */
  onWord(item: Item, unit: number, length: number): void;
  onProblem(problem: SpeechProblem): void;
}

/** What is read, one item after the other, made as it is reached: a page may hold ten thousand sentences. */
export interface Track<Item> {
  /** The item at the place; null before the first and after the last. */
  readonly current: Item | null;
  forward(): void;
  back(): void;
}

export interface Engine<Item> {
  readonly state: SpeechState;
  /** Reads a track from its place on; ends what was read before. */
  read(track: Track<Item>): void;
  /** Goes on from the start of the sentence that was interrupted. */
  resume(): void;
  /** Silence, the place kept. */
  pause(): void;
  next(): void;
  /** The sentence before; later than three seconds into a sentence, its start again. */
  previous(): void;
  /** Silence, the place forgotten. */
  stop(): void;
}

/** Later than this, "previous" means the start of the sentence that is being spoken. */
const PREVIOUS_RESTARTS_AFTER_MS = 3_000;
const RETRY_AFTER_MS = 250;
/** Tries of one sentence before it is passed by. */
const TRIES = 3;
/** After so many sentences in a row that could not be said, reading stops and says so. */
const FAILURES_END = 4;
/** So much of the expected time must have passed for a silence without an event to count as an end. */
const SAID_PART = 0.5;

/** Makes an engine; it is idle and silent. */
export function createEngine<Item>(parts: EngineParts<Item>): Engine<Item> {
  const { driver, now, later } = parts;
  const pace = createPace();
  let state: SpeechState = 'idle';
  let track: Track<Item> | null = null;
  /** Every utterance has its own number; events of an older one count for nothing. */
  let generation = 0;
  let startedAt: number | null = null;
  let failures = 0;
  let everStarted = false;
  let dropGesture: (() => void) | null = null;
  const watch = createWatch(later);

  function place(next: SpeechState): void {
    state = next;
    parts.onPlace(state, state === 'idle' ? null : (track?.current ?? null));
  }

  /** No event of what has been given out counts any more. */
  function silence(cancels = true): void {
    generation += 1;
    startedAt = null;
    watch.end();
    dropGesture?.();
    dropGesture = null;
    // cancel() with nothing to cancel eats the next speak() in older engines.
    if (cancels && driver.isBusy()) driver.cancel();
  }

  function stop(): void {
    silence();
    track = null;
    if (state !== 'idle') place('idle');
  }

  /** Says what is at the place, or the first thing after it that can be said. */
  function say(tries: number, cancels = true): void {
    silence(cancels);
    let said: ReturnType<typeof parts.spoken> | null = null;
    while (track?.current && !said) {
      const next = parts.spoken(track.current);
      if (next.text === '') track.forward();
      else said = next;
    }
    if (!said) {
      stop();
      return;
    }
    place('speaking');
    // A watcher of the place may have paused or stopped.
    if (state !== 'speaking' || !track?.current) return;
    utter(track.current, { ...said, ...parts.manner() }, tries);
  }

  function utter(item: Item, utterance: Utterance, tries: number): void {
    const mine = (generation += 1);
    const { text, rate } = utterance;
    const expected = pace.estimate(text, rate);
    const isMine = () => mine === generation && state === 'speaking';

    const ended = (isReal: boolean) => {
      if (!isMine()) return;
      if (isReal && startedAt !== null) pace.learn(text, rate, now() - startedAt);
      failures = 0;
      track?.forward();
      say(0, !isReal);
    };
    const failed = (failure: Failure) => {
      if (!isMine()) return;
      if (failure === 'not-allowed') waitForGesture();
      // Another tab, or the page itself, took the voice: that is a pause here, neither an error nor the next sentence.
      else if (failure === 'interrupted') pause();
      else retry(tries);
    };

    driver.speak(utterance, {
      onWord(unit, length) {
        if (isMine()) parts.onWord(item, unit, length);
      },
      onStart() {
        if (!isMine() || startedAt !== null) return;
        startedAt = now();
        everStarted = true;
        watch.speaking(expected);
      },
      onEnd: () => ended(true),
      onFailure: failed,
    });
    // A driver may have failed on the spot, and something else be under way by now.
    if (!isMine()) return;
    watch.begin({
      isBusy: () => driver.isBusy(),
      onNoStart: () => failed('failed'),
      onSilent: () => {
        const said = startedAt === null ? 0 : now() - startedAt;
        if (said >= expected * SAID_PART) ended(false);
        else failed('failed');
      },
      // It speaks on and on, or has died with `speaking` true: the sentence has had more than its time.
      onOverdue: () => ended(false),
    });
    if (startedAt !== null) watch.speaking(expected);
  }

  function retry(tries: number): void {
    const next = tries + 1;
    silence();
    if (next < TRIES) {
      const mine = generation;
      watch.once(() => {
        if (mine === generation && state === 'speaking') say(next);
      }, RETRY_AFTER_MS);
      return;
    }
    failures += 1;
    if (driver.fallBack()) {
      say(0);
    } else if (!everStarted || failures >= FAILURES_END) {
      failures = 0;
      parts.onProblem(driver.hasVoice() ? 'speech-failed' : 'no-voice');
      stop();
    } else {
      track?.forward();
      say(0);
    }
  }

  function waitForGesture(): void {
    silence();
    place('paused');
    parts.onProblem('not-allowed');
    dropGesture = parts.onNextGesture(() => {
      dropGesture = null;
      if (state === 'paused') say(0);
    });
  }

  function pause(): void {
    if (state !== 'speaking') return;
    silence();
    place('paused');
  }


  parts.signal.addEventListener('abort', stop, { once: true });

  return {
    get state() {
      return state;
    },
    read(next) {
      silence();
      track = next;
      failures = 0;
      say(0);
    },
    resume() {
      if (state === 'paused') say(0);
    },
    pause,
    next() {
      if (!track || state === 'idle') return;
      track.forward();
      say(0);
    },
    previous() {
      if (!track || state === 'idle') return;
      const restarts = startedAt !== null && now() - startedAt > PREVIOUS_RESTARTS_AFTER_MS;
      if (!restarts) {
        track.back();
        // An item without anything to say is passed by backwards, too.
        while (track.current && parts.spoken(track.current).text === '') track.back();
        if (!track.current) track.forward();
      }
      say(0);
    },
    stop,
  };
}
