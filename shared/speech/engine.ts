// One queue of sentences, one utterance each, chained from the engine's events. Holds the place, retries, and never trusts an engine
// to say what it did. Not for what is read (features/speech) nor for how sound is made (driver.ts).
import type { Engine, EngineParts, Manner, SpeechState, Track } from './engine-ports';
import { createLadder } from './ladder';
import { createPace } from './pace';
import { piecesOf } from './pieces';
import { createUtterer, type Outcome } from './utter';

export type { Engine, EngineParts, SpeechProblem, SpeechState, Track } from './engine-ports';

/**
 * - `starting`: given to the voice, not heard yet. `between`: the pause after a sentence.
 * - `blocked`: the browser wants a press first; it goes on by itself then.
 */
type Phase = 'idle' | 'starting' | 'speaking' | 'between' | 'paused' | 'blocked';

/** What others see of a phase. */
const STATES: Readonly<Record<Phase, SpeechState>> = {
  idle: 'idle',
  starting: 'speaking',
  speaking: 'speaking',
  between: 'speaking',
  paused: 'paused',
  blocked: 'paused',
};

/** Later than this, "previous" means the start of the sentence that is being spoken. */
const PREVIOUS_RESTARTS_AFTER_MS = 3_000;
/** A voice needs a moment after a cancel(), or it eats what comes next. */
const RETRY_AFTER_MS = 250;
const CHANGE_SETTLES_MS = 300;
/** Network voices fall silent after fourteen seconds; half of the difference is for what is not known of their speed. */
const PIECE_MS = 10_000;

/** Makes an engine; it is idle and silent. */
export function createEngine<Item>(parts: EngineParts<Item>): Engine<Item> {
  const { driver, now, later } = parts;
  const pace = createPace();
  const ladder = createLadder();
  const utterer = createUtterer({ driver, pace, now, later });
  let phase: Phase = 'idle';
  let track: Track<Item> | null = null;
  let said: ReturnType<typeof parts.spoken> = { text: '', readings: null };
  let manner: Manner = { rate: 1, volume: 1, voice: '' };
  /** Where the pieces of `said` begin, and which one is being said. */
  let pieces: readonly number[] = [0];
  let piece = 0;
  /** When the item at the place began to sound. */
  let since: number | null = null;
  let isPreparing = false;
  /** Counts what the reader and the voice brought about: what waits for an older one is forgotten. */
  let turn = 0;
  let drops: (() => void)[] = [];

  function prepare(is: boolean): void {
    if (is === isPreparing) return;
    isPreparing = is;
    parts.onPreparing?.(is);
  }

  function place(next: Phase): void {
    phase = next;
    parts.onPlace(STATES[phase], phase === 'idle' ? null : (track?.current ?? null));
  }

  /** Nothing that was begun goes on; the voice itself is not told. */
  function drop(): void {
    turn += 1;
    since = null;
    for (const one of drops) one();
    drops = [];
  }

  function silence(isSure = false): void {
    drop();
    utterer.silence(isSure);
  }

  function wait(run: () => void, ms: number): void {
    drops.push(later(run, ms));
  }

  function stop(): void {
    silence();
    prepare(false);
    track = null;
    if (phase !== 'idle') place('idle');
  }

  function pause(): void {
    if (STATES[phase] !== 'speaking') return;
    silence();
    prepare(false);
    place('paused');
  }

  /** Silence, and then what is at the place, or the first thing after it that can be said. */
  function sayHere(): void {
    silence();
    // What is asked for now has its own wait.
    prepare(false);
    ladder.reset();
    begin();
  }

  function begin(): void {
    since = null;
    let next: typeof said | null = null;
    while (track?.current && !next) {
      const found = parts.spoken(track.current);
      if (found.text === '') track.forward();
      else next = found;
    }
    if (!next) return stop();
    said = next;
    const mine = turn;
    place('starting');
    // A watcher of the place may have paused or stopped.
    if (mine !== turn || phase !== 'starting') return;
    manner = parts.manner();
    const key = driver.chosen(manner.voice)?.voiceURI ?? '';
    pieces = piecesOf(said.text, pace.estimate(key, said.text, manner.rate), PIECE_MS);
    piece = 0;
    utter();
  }

  function utter(): void {
    const item = track?.current;
    if (!item) return stop();
    phase = 'starting';
    const start = pieces[piece] ?? 0;
    const end = pieces[piece + 1];
    utterer.say(
      { text: said.text.slice(start, end), readings: said.readings?.slice(start, end) ?? null, ...manner },
      {
        onStart() {
          phase = 'speaking';
          since ??= now();
          prepare(false);
        },
        onWord: (unit, length) => parts.onWord(item, start + unit, length),
        onSlow: () => prepare(true),
        onOutcome: become,
      },
    );
  }

  function become(outcome: Outcome): void {
    if (outcome === 'not-allowed') waitForGesture();
    // Another tab, or the page itself, took the voice: that is a pause here, neither an error nor the next sentence.
    else if (outcome === 'interrupted') pause();
    else if (outcome === 'failed') climb();
    else if (outcome === 'overdue') {
      utterer.silence(true);
      if (ladder.unsure() === 'give-up') giveUp();
      else goOn();
    } else {
      ladder.said();
      goOn();
    }
  }

  /** On to what comes after what was said. */
  function goOn(): void {
    if (piece + 1 < pieces.length) {
      piece += 1;
      return utter();
    }
    const item = track?.current;
    const pauseMs = item && !parts.isHidden?.() ? (parts.pauseAfter?.(item) ?? 0) : 0;
    track?.forward();
    drop();
    if (pauseMs <= 0 || !track?.current) return begin();
    phase = 'between';
    wait(begin, pauseMs);
  }

  function climb(): void {
    const kept = since;
    silence(true);
    since = kept;
    if (!driver.hasVoice()) return waitForVoice();
    const step = ladder.failed();
    if (step === 'give-up') return giveUp();
    if (step === 'skip') {
      track?.forward();
      return begin();
    }
    if (step === 'other-voice' && driver.fallBack()) parts.onProblem('voice-changed');
    phase = 'starting';
    wait(utter, RETRY_AFTER_MS);
  }

  function giveUp(): void {
    ladder.reset();
    parts.onProblem('speech-failed');
    stop();
  }

  /** Lists vanish and come again; when this one does not, the place is kept for when there is a voice. */
  function waitForVoice(): void {
    const mine = turn;
    phase = 'starting';
    void driver.voiceArrives().then((found) => {
      if (mine !== turn || phase !== 'starting') return;
      if (found) return utter();
      parts.onProblem('no-voice');
      pause();
    });
  }

  function waitForGesture(): void {
    silence();
    prepare(false);
    place('blocked');
    parts.onProblem('not-allowed');
    // A watcher may have stopped.
    if (phase === 'blocked') drops.push(parts.onNextGesture(sayHere));
  }

  /** @param move brings the track to another place */
  function move(run: (of: Track<Item>) => void): void {
    if (!track || phase === 'idle') return;
    run(track);
    sayHere();
  }

  const isWellIn = () => since !== null && now() - since > PREVIOUS_RESTARTS_AFTER_MS;

  /** An item without anything to say is passed by backwards, too; before the first there is the first. */
  function settleBack(of: Track<Item>): void {
    while (of.current && parts.spoken(of.current).text === '') of.back();
    if (!of.current) of.forward();
  }

  let dropChange: (() => void) | null = null;

  parts.signal.addEventListener('abort', stop, { once: true });

  return {
    get state() {
      return STATES[phase];
    },
    read(next) {
      track = next;
      sayHere();
    },
    resume() {
      if (STATES[phase] === 'paused') sayHere();
    },
    pause,
    next: () => move((of) => of.forward()),
    previous: () =>
      move((of) => {
        if (isWellIn()) return;
        of.back();
        settleBack(of);
      }),
    nextPart: () => move((of) => (of.forwardPart ?? of.forward).call(of)),
    previousPart: () =>
      move((of) => {
        if (of.backPart) of.backPart(isWellIn());
        else if (!isWellIn()) of.back();
        settleBack(of);
      }),
    changed() {
      dropChange?.();
      dropChange = later(() => {
        const { rate, volume, voice } = parts.manner();
        const isSame = rate === manner.rate && volume === manner.volume && voice === manner.voice;
        if (!isSame && (phase === 'starting' || phase === 'speaking')) sayHere();
      }, CHANGE_SETTLES_MS);
    },
    charactersPerMinute: (rate) => pace.charactersPerMinute(driver.chosen(parts.manner().voice)?.voiceURI ?? '', rate),
    stop,
  };
}
