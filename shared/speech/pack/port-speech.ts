// Speech by another program that plays it itself, over a channel: asks one way, events the other (voice-pack/PROTOCOL.md, part two).
// Not for which program that is (extension/voice-pack.ts).
import type { RemoteSpeech, UtteranceEvents } from '../driver';
import type { VoiceLike } from '../voices';
import { parseFromPort, type PortAsk } from './protocol';

/** What is used of an extension's port. */
export interface Channel {
  postMessage(message: unknown): void;
  readonly onMessage: { addListener(run: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(run: () => void): void };
}

/** Whoever is there answers at once; waking takes as long as a slow machine and its audio device. */
const ANSWER_WITHIN_MS = { voices: 3_000, wake: 15_000 };

export interface PortSpeech extends RemoteSpeech {
  /** Resolves when it can sound without delay. Rejects with the remedy in the message. */
  wake(): Promise<void>;
}

/**
 * @param connect opens a channel; may throw, and a channel to nobody ends at once. Opened anew when it ended: the other side may be restarted
 */
export function createPortSpeech(connect: () => Channel): PortSpeech {
  let channel: Channel | null = null;
  let id = 0;
  let current: UtteranceEvents | null = null;
  let hearVoices: ((voices: readonly VoiceLike[] | null) => void)[] = [];

  function gone(): void {
    channel = null;
    const events = current;
    current = null;
    tellVoices(null);
    events?.onFailure('failed');
  }

  function tellVoices(voices: readonly VoiceLike[] | null): void {
    const waiting = hearVoices;
    hearVoices = [];
    for (const hear of waiting) hear(voices);
  }

  function hear(value: unknown): void {
    const message = parseFromPort(value);
    if (message?.type === 'voices') return tellVoices(message.voices);
    if (!message || message.id !== id || !current) return;
    const events = current;
    if (message.type === 'start') return events.onStart();
    if (message.type === 'word') return events.onWord(message.unit, message.length);
    current = null;
    if (message.type === 'failed') events.onFailure(message.failure);
    else events.onEnd();
  }

  function ask(question: PortAsk): void {
    if (!channel) {
      const opened = connect();
      channel = opened;
      opened.onMessage.addListener((value) => {
        if (channel === opened) hear(value);
      });
      opened.onDisconnect.addListener(() => {
        if (channel === opened) gone();
      });
    }
    channel.postMessage(question);
  }

  function inquire(type: 'voices' | 'wake'): Promise<readonly VoiceLike[]> {
    return new Promise((resolve, reject) => {
      const refuse = () => reject(new Error('Mingdu: no voice pack answers; install the extension 明读语音包'));
      const limit = setTimeout(refuse, ANSWER_WITHIN_MS[type]);
      hearVoices.push((voices) => {
        clearTimeout(limit);
        if (voices) resolve(voices);
        else refuse();
      });
      try {
        ask({ type });
      } catch (error) {
        clearTimeout(limit);
        reject(error);
      }
    });
  }

  return {
    voices: () => inquire('voices'),
    wake: async () => void (await inquire('wake')),
    speak(utterance, events) {
      id += 1;
      current = events;
      const mine = id;
      try {
        ask({ type: 'speak', id, utterance });
      } catch (error) {
        // Our own extension was updated or removed meanwhile.
        console.warn('Mingdu 明读:', error);
        if (mine === id) current = null;
        events.onFailure('failed');
      }
    },
    cancel() {
      id += 1;
      current = null;
      // Nothing is to be silenced where nobody was asked to speak.
      if (!channel) return;
      try {
        ask({ type: 'cancel' });
      } catch (error) {
        // Our own extension has gone, and the sound with its port.
        console.warn('Mingdu 明读:', error);
        channel = null;
      }
    },
  };
}
