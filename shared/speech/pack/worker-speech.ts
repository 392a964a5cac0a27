// Speech whose sound a worker makes and this page plays. The worker and the audio device are given back when nothing was said for a while,
// and come again with the next sentence. Not for where the worker's file lies and why it may not come (widget/voice-pack.ts).
import type { RemoteSpeech, Utterance, UtteranceEvents } from '../driver';
import { createPlayback, type Sounding } from './playback';
import { type MakeMessage, parseFromWorker, type RefusedMessage, type SoundMessage, type VoicesMessage } from './protocol';

export interface WorkerParts {
  /** Starts the worker. May throw. */
  makeWorker(): Worker;
  makeContext(): AudioContext;
  /** Whether the reader has pressed anything in this page; undefined where the browser does not say. */
  wasPressed(): boolean | undefined;
}

/** Long enough for a slow line; then something is wrong that the browser does not tell. */
const READY_WITHIN_MS = 90_000;
/** Nothing said for so long: the memory is worth more than the moment that a new start takes. */
const REST_AFTER_MS = 300_000;
/** Who leaves still hears how the sound fades out. */
const LEAVE_AFTER_MS = 100;

interface Started {
  readonly worker: Worker;
  readonly voices: VoicesMessage['voices'];
}

/**
 * Starts the worker and waits until it can speak.
 * @throws Error with the worker's own reason, '' where the browser tells none
 */
export async function createWorkerSpeech(parts: WorkerParts): Promise<RemoteSpeech> {
  const playback = createPlayback(parts.makeContext, parts.wasPressed);
  let started: Promise<Started> | null = null;
  let id = 0;
  let current: { readonly sounding: Sounding; onSound(message: SoundMessage): void; onRefused(): void } | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let isReleased = false;

  function hear(message: SoundMessage | RefusedMessage | null): void {
    if (message === null) {
      endWorker();
      current?.onRefused();
    } else if (message.id === id) {
      if (message.type === 'sound') current?.onSound(message);
      else current?.onRefused();
    }
  }

  function start(): Promise<Started> {
    started ??= startWorker(parts.makeWorker, hear).catch((error: unknown) => {
      started = null;
      throw error;
    });
    return started;
  }

  function endWorker(): void {
    started?.then(({ worker }) => worker.terminate()).catch(() => undefined);
    started = null;
  }

  function rest(): void {
    clearTimeout(resting);
    resting = setTimeout(() => {
      playback.close();
      endWorker();
    }, isReleased ? LEAVE_AFTER_MS : REST_AFTER_MS);
  }

  function cancel(): void {
    id += 1;
    current?.sounding.stop();
    current = null;
    rest();
  }

  function speak(utterance: Utterance, events: UtteranceEvents): void {
    isReleased = false;
    cancel();
    clearTimeout(resting);
    const mine = id;
    const over = (tell: () => void) => {
      if (mine !== id) return;
      current = null;
      rest();
      tell();
    };
    let sounding: Sounding;
    try {
      sounding = playback.start(utterance.volume, { ...events, onEnd: () => over(events.onEnd), onFailure: (failure) => over(() => events.onFailure(failure)) });
    } catch (error) {
      // No audio in this browser or none free: for the engine this voice has failed, and the reason is worth having in the console.
      console.warn('Mingdu:', error);
      return events.onFailure('failed');
    }
    const onRefused = () =>
      over(() => {
        sounding.stop();
        events.onFailure('failed');
      });
    current = { sounding, onSound: sounding.add, onRefused };
    const { text, rate, readings } = utterance;
    const message: MakeMessage = { type: 'make', id: mine, text, rate, readings };
    start().then(({ worker }) => mine === id && worker.postMessage(message), onRefused);
  }

  const [{ voices }] = await Promise.all([start(), playback.warm()]).catch((error: unknown) => {
    playback.close();
    throw error;
  });
  rest();
  function release(): void {
    isReleased = true;
    cancel();
  }
  return { voices: async () => voices, speak, cancel, release };
}

/**
 * Resolves when the worker has said that it is there.
 * @param onMessage what it says afterwards; null when it broke
 */
function startWorker(makeWorker: () => Worker, onMessage: (message: SoundMessage | RefusedMessage | null) => void): Promise<Started> {
  return new Promise((resolve, reject) => {
    const worker = makeWorker();
    const fail = (reason: string) => {
      clearTimeout(limit);
      worker.terminate();
      reject(new Error(reason));
    };
    const limit = setTimeout(() => fail('it did not get ready'), READY_WITHIN_MS);
    worker.onerror = (event) => {
      // Ours to tell; the browser would write it to the page's console a second time.
      event.preventDefault();
      fail(event.message ?? '');
    };
    worker.onmessage = ({ data }) => {
      const message = parseFromWorker(data);
      if (message?.type === 'voices') {
        clearTimeout(limit);
        worker.onerror = () => onMessage(null);
        resolve({ worker, voices: message.voices });
      } else if (message?.type === 'refused' && message.id === null) {
        fail(message.reason);
      } else if (message) {
        onMessage(message);
      } else {
        fail('it speaks another protocol: take its folder from the same version of Mingdu');
        // Later on nobody waits for that any more, and the worker has ended.
        onMessage(null);
      }
    };
  });
}
