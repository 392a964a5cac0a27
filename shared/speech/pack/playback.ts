// Plays sound that arrives in pieces, and tells of its words when they are heard: by the audio clock, which no hidden tab slows down.
// Not for where the sound comes from (worker-speech.ts).
import type { Failure } from '../driver';
import type { MadeWord } from './protocol';

export interface Piece {
  readonly samples: Float32Array<ArrayBuffer>;
  /** Hertz. */
  readonly sampleRate: number;
  readonly words: readonly MadeWord[];
  readonly isLast: boolean;
}

/** One utterance that sounds, or is going to. */
export interface Sounding {
  /** The next piece; joined to the one before without a gap, unless it comes too late. */
  add(piece: Piece): void;
  /** Silence at once; nothing is told afterwards. */
  stop(): void;
}

export interface SoundingEvents {
  onStart(): void;
  onWord(unit: number, length: number): void;
  onEnd(): void;
  onFailure(failure: Failure): void;
}

export interface Playback {
  /**
   * To be called within a press where the browser wants one: the audio is woken before anything is awaited.
   * @param volume 0 to 1
   */
  start(volume: number, events: SoundingEvents): Sounding;
  /** Wakes the device ahead of the first `start`: that can take longer than all the rest. Waits until it runs, or so long; never rejects. */
  warm(): Promise<void>;
  /** Gives the audio device back until the next `start`. */
  close(): void;
}

/** Before the first sample, so that it is not late when it is given. */
const LEAD_S = 0.02;
/** Fading out, since cutting a wave clicks. */
const FADE_S = 0.008;
/** A device that wakes up may take long; a browser that wants a press never begins. */
const BLOCKED_AFTER_MS = 1_000;
const DEAD_AFTER_MS = 6_000;
/** A device that takes longer is waited for when something is to sound. */
const WARM_WITHIN_MS = 2_500;
/** So long after the last sound the device may rest. */
const REST_AFTER_MS = 2_000;
/** Some browsers tell nonsense while the device starts. */
const MOST_LATENCY_S = 0.5;
/** From Firefox's graph to the ear, on PulseAudio and PipeWire; a word may be shown that much early or late without being noticed. */
const FIREFOX_LATENCY_S = 0.03;

/**
 * @param makeContext makes the audio context; may throw where there is none
 * @param wasPressed whether the reader has pressed anything in this page; undefined where the browser does not say
 */
export function createPlayback(makeContext: () => AudioContext, wasPressed: () => boolean | undefined): Playback {
  let context: AudioContext | null = null;
  let dropRest: (() => void) | null = null;

  /** Utterances that are not over. */
  let busy = 0;

  const rest = (audio: AudioContext) => {
    dropRest?.();
    if (busy > 0) return;
    const timer = setTimeout(() => void audio.suspend().catch(() => undefined), REST_AFTER_MS);
    dropRest = () => clearTimeout(timer);
  };

  const wake = () => {
    dropRest?.();
    return context && context.state !== 'closed' ? context : (context = makeContext());
  };

  return {
    async warm() {
      // Before the first press the browser would refuse, and tell the page's console.
      if (wasPressed() === false) return;
      try {
        const audio = wake();
        await Promise.race([audio.resume(), wait(WARM_WITHIN_MS)]);
        rest(audio);
      } catch {
        // No audio here: `start` will say so to whoever wants to hear something.
        return;
      }
    },
    start(volume, events) {
      const audio = wake();
      const woken = audio.resume();
      const gain = new GainNode(audio, { gain: volume });
      gain.connect(audio.destination);
      const sounding: AudioScheduledSourceNode[] = [];
      let isOver = false;
      busy += 1;
      /** When the utterance's beginning sounds, and the end of what has come, in seconds of the audio clock. */
      let origin: number | null = null;
      let made = 0;

      function over(): void {
        isOver = true;
        busy -= 1;
        rest(audio);
      }

      function stop(): void {
        if (isOver) return;
        over();
        const now = audio.currentTime;
        gain.gain.setValueAtTime(volume, now);
        gain.gain.linearRampToValueAtTime(0, now + FADE_S);
        for (const node of sounding) {
          node.onended = null;
          node.stop(now + FADE_S);
        }
        if (audio.state === 'running') setTimeout(() => gain.disconnect(), 100);
        else gain.disconnect();
      }

      /** What is to be told, in its order: sources that end together tell of it in any order. */
      const agenda: { readonly time: number; run(): void }[] = [];

      /** Runs when the audio clock has come to a time: sources tell of their end, and this one is silent. */
      function when(time: number, run: () => void): void {
        agenda.push({ time, run });
        const clock = new ConstantSourceNode(audio, { offset: 0 });
        clock.connect(gain);
        clock.onended = () => {
          clock.disconnect();
          while (!isOver && agenda[0] && agenda[0].time <= time) agenda.shift()?.run();
        };
        clock.start();
        clock.stop(Math.max(time, audio.currentTime + 0.001));
        sounding.push(clock);
      }

      awake(audio, woken, wasPressed).then(
        (failure) => {
          if (failure === null || isOver) return;
          stop();
          events.onFailure(failure);
        },
        () => undefined,
      );

      return {
        stop,
        add({ samples, sampleRate, words, isLast }) {
          if (isOver) return;
          const latency = latencyOf(audio);
          const soonest = audio.currentTime + LEAD_S;
          const isFirst = origin === null;
          // On a whole sample, or the piece would be computed anew between two. Too late a piece shifts all that follows.
          if (origin === null || origin + made < audio.currentTime) origin = Math.ceil((soonest - made) * audio.sampleRate) / audio.sampleRate;
          if (samples.length > 0) {
            const buffer = audio.createBuffer(1, samples.length, sampleRate);
            buffer.copyToChannel(samples, 0);
            const source = new AudioBufferSourceNode(audio, { buffer });
            source.connect(gain);
            source.onended = () => source.disconnect();
            source.start(origin + made);
            sounding.push(source);
          }
          if (isFirst) when(origin + latency, events.onStart);
          for (const { unit, length, at } of words) when(origin + at + latency, () => events.onWord(unit, length));
          made += samples.length / sampleRate;
          if (!isLast) return;
          when(origin + made + latency, () => {
            over();
            gain.disconnect();
            events.onEnd();
          });
        },
      };
    },
    close() {
      dropRest?.();
      void context?.close().catch(() => undefined);
      context = null;
    },
  };
}

/**
 * @returns seconds from the audio clock to the ear
 * Firefox is not asked: there `outputLatency` waits for the sound server with the audio graph locked, and when the server waits for the graph at
 * that moment, as it does when a device starts, the tab and all sound of the browser stand still for good (seen in Firefox ESR 153 with PulseAudio).
 */
function latencyOf(audio: AudioContext): number {
  if (globalThis.CSS?.supports('-moz-appearance', 'none')) return FIREFOX_LATENCY_S;
  return Math.min(audio.outputLatency || audio.baseLatency || 0, MOST_LATENCY_S);
}

/** @returns null when the audio runs, else why not; waits as long as a slow device may take */
async function awake(audio: AudioContext, woken: Promise<void>, wasPressed: () => boolean | undefined): Promise<Failure | null> {
  const runs = woken.then(() => audio.state === 'running');
  const soon = await Promise.race([runs, wait(BLOCKED_AFTER_MS)]);
  if (soon === true || isRunning(audio)) return null;
  if (wasPressed() !== true) return 'not-allowed';
  const late = await Promise.race([runs, wait(DEAD_AFTER_MS - BLOCKED_AFTER_MS)]);
  return late === true || isRunning(audio) ? null : 'failed';
}

function isRunning(audio: AudioContext): boolean {
  return audio.state === 'running';
}

function wait(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), ms));
}
