// The browser's `tts` as a page's frame sees it: speech behind a port to the background. Not for what happens there (speech.ts).
import browser, { type Runtime } from 'webextension-polyfill';
import type { RemoteSpeech, UtteranceEvents } from '../shared/speech/driver';
import type { VoiceLike } from '../shared/speech/voices';
import { parseNews, SPEECH_PORT, type SpeechOrder } from './speech-messages';

/** The background may be waking up. */
const VOICES_WAIT_MS = 3_000;

/** Null where this browser has no `tts`, which its manifest tells. */
export function createTts(): RemoteSpeech | null {
  if (!browser.runtime.getManifest().permissions?.includes('tts')) return null;
  let port: Runtime.Port | null = null;
  let speaking: { readonly id: number; readonly events: UtteranceEvents } | null = null;
  let last = 0;
  let waiting: ((voices: readonly VoiceLike[] | null) => void)[] = [];

  function answer(voices: readonly VoiceLike[] | null): void {
    const asked = waiting;
    waiting = [];
    for (const run of asked) run(voices);
  }

  function hear(value: unknown): void {
    const news = parseNews(value);
    if (news?.type === 'voices') return answer(news.voices);
    // What an older utterance tells counts for nothing.
    if (!news || news.id !== speaking?.id) return;
    const { events } = speaking;
    if (news.type === 'end' || news.type === 'failure') speaking = null;
    if (news.type === 'start') events.onStart();
    else if (news.type === 'word') events.onWord(news.unit, news.length);
    else if (news.type === 'end') events.onEnd();
    else events.onFailure(news.failure);
  }

  /** The background is ended when it has been idle, and its ports with it: the next order wakes it. */
  function open(): Runtime.Port {
    if (port) return port;
    const opened = browser.runtime.connect({ name: SPEECH_PORT });
    opened.onMessage.addListener(hear);
    opened.onDisconnect.addListener(() => {
      if (port !== opened) return;
      port = null;
      answer(null);
      const broken = speaking;
      speaking = null;
      if (!broken) return;
      // The next background ends what the one before left sounding, so it is woken: the reader may press 停止 just now.
      send({ type: 'cancel' });
      // Nobody knows how far it came: that is no end.
      broken.events.onFailure('failed');
    });
    return (port = opened);
  }

  /** False when the extension has gone from this page. */
  function send(order: SpeechOrder): boolean {
    try {
      open().postMessage(order);
      return true;
    } catch {
      port = null;
      return false;
    }
  }

  return {
    voices: () =>
      new Promise((resolve, reject) => {
        const refuse = () => reject(new Error('Mingdu: the browser did not list its voices; load the page again'));
        const timer = setTimeout(refuse, VOICES_WAIT_MS);
        waiting.push((voices) => {
          clearTimeout(timer);
          if (voices) resolve(voices);
          else refuse();
        });
        if (!send({ type: 'voices' })) answer(null);
      }),
    speak({ text, rate, volume, voice }, events) {
      const id = (last += 1);
      speaking = { id, events };
      if (send({ type: 'speak', id, text, rate, volume, voice })) return;
      speaking = null;
      events.onFailure('failed');
    },
    cancel() {
      speaking = null;
      if (port) send({ type: 'cancel' });
    },
  };
}
