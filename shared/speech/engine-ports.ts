// What the engine is given and what it offers; types only. How it works is in engine.ts.
import type { Driver, Utterance } from './driver';

/** As others see it; `paused` keeps a place, `idle` has none. */
export type SpeechState = 'idle' | 'speaking' | 'paused';

/** What the reader is told, as the key of a problem. */
export type SpeechProblem = 'no-voice' | 'not-allowed' | 'speech-failed' | 'voice-changed';

/** How a sentence is to be said. */
export type Manner = Pick<Utterance, 'rate' | 'volume' | 'voice'>;

export interface EngineParts<Item> {
  readonly driver: Driver;
  /** What the voice is given for an item; items with the text '' are passed by. */
  spoken(item: Item): Pick<Utterance, 'text' | 'readings'>;
  /** Asked anew for each sentence; see `changed`. */
  manner(): Manner;
  /** Milliseconds of silence after an item; none where it is left out. */
  pauseAfter?(item: Item): number;
  /** Whether the page is hidden, where timers run late: pauses are left out then. */
  isHidden?(): boolean;
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
  /** True: for 700 ms nothing has been heard of what was asked for. False: it begins, or will not. */
  onPreparing?(isPreparing: boolean): void;
}

/** What is read, one item after the other, made as it is reached: a page may hold ten thousand sentences. */
export interface Track<Item> {
  /** The item at the place; null before the first and after the last. */
  readonly current: Item | null;
  forward(): void;
  back(): void;
  /** To the first item of the next part (a paragraph); past the end when there is none. */
  forwardPart?(): void;
  /**
   * To the first item of the part; when that is where it is, of the part before. Never before the first item of all.
   * @param restarts stay in the part even there: its first item has been heard for a while
   */
  backPart?(restarts: boolean): void;
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
  /** As next and previous, by parts of the track; by items where it has none. */
  nextPart(): void;
  previousPart(): void;
  /** Rate, volume or voice may have changed: what is being said begins again, a moment after the last change. */
  changed(): void;
  /** Han characters a minute at a rate, as the voice that is wanted has been heard to speak. */
  charactersPerMinute(rate: number): number;
  /** Silence, the place forgotten. */
  stop(): void;
}
