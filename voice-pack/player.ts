// SPDX-License-Identifier: GPL-3.0-or-later
// The voice with its worker and audio device, in a page of an extension that nobody sees: started with the first text, given back after the last.
import type { Utterance, UtteranceEvents } from '../shared/speech/driver';
import { createWorkerSpeech } from '../shared/speech/pack/worker-speech';

export interface Player {
  /** Resolves when it can sound without delay. */
  wake(): Promise<void>;
  /** Silences what is being said, and says this. */
  speak(utterance: Utterance, events: UtteranceEvents): void;
  cancel(): void;
  /** Holds the sound where it is, until `resume` or the next text. */
  pause(): void;
  resume(): void;
}

/** Makes the player; worker and device come with the first text. */
export function createPlayer(): Player {
  let audio: AudioContext | null = null;
  let speech: ReturnType<typeof createWorkerSpeech> | null = null;
  /** Counts what is asked, so that a text that waits for the worker is dropped when something else comes. */
  let turn = 0;

  const start = () =>
    (speech ??= createWorkerSpeech({
      makeWorker: () => new Worker('mingdu-voice.js'),
      makeContext: () => (audio = new AudioContext({ sampleRate: 22_050 })),
      // Pages of an extension may sound without a press.
      wasPressed: () => true,
    }).catch((error: unknown) => {
      speech = null;
      throw error;
    }));

  return {
    wake: async () => void (await start()),
    speak(utterance, events) {
      const mine = (turn += 1);
      start().then(
        (made) => {
          if (mine === turn) made.speak(utterance, events);
        },
        (error: unknown) => {
          console.error('明读语音包:', error);
          if (mine === turn) events.onFailure('failed');
        },
      );
    },
    cancel() {
      turn += 1;
      speech?.then((made) => made.cancel()).catch(() => undefined);
    },
    pause() {
      audio?.suspend().catch(() => undefined);
    },
    resume() {
      audio?.resume().catch(() => undefined);
    },
  };
}
