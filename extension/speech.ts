// The browser's `tts` for pages that may not sound themselves before a press; Chromium alone has it. One frame speaks at a time, and
// what a frame that has gone was saying ends. Not for queues and watchdogs: the frame has them.
import browser, { type Runtime } from 'webextension-polyfill';
import { parseOrder, SPEECH_PORT, type SpeechNews, type SpeechOrder } from './speech-messages';

interface TtsEvent {
  readonly type: string;
  /** In UTF-16 units for words; of an end it is in bytes, and is not used. */
  readonly charIndex?: number;
  readonly length?: number;
}

interface TtsVoice {
  readonly voiceName?: string;
  readonly lang?: string;
  readonly remote?: boolean;
}

/** What is used of `chrome.tts`. */
interface Tts {
  getVoices(run: (voices: readonly TtsVoice[]) => void): void;
  speak(text: string, options: object, run: () => void): void;
  stop(): void;
}

/** Whose utterance sounds. */
interface Current {
  readonly port: Runtime.Port;
  readonly id: number;
}

/** Answers frames from now on; does nothing where there is no `tts`. */
export function serveSpeech(): void {
  const { tts } = browser as unknown as { readonly tts?: Tts };
  if (!tts) return;
  let current: Current | null = null;
  // A background that was ended in the middle of a text leaves it sounding, and nobody else knows of it. Stops our own speech alone.
  tts.stop();

  function stop(port: Runtime.Port): void {
    if (current?.port !== port) return;
    current = null;
    tts?.stop();
  }

  function speak(port: Runtime.Port, { id, text, rate, volume, voice }: SpeechOrder & { readonly type: 'speak' }): void {
    const mine = { port, id };
    // Speech of another frame ends here, and hears so.
    const before = current;
    current = mine;
    if (before && before.port !== port) tell(before.port, { type: 'failure', id: before.id, failure: 'interrupted' });
    const onEvent = (event: TtsEvent) => {
      if (current !== mine) return;
      const news = newsOf(event, id);
      if (!news) return;
      if (news.type === 'end' || news.type === 'failure') current = null;
      tell(port, news);
    };
    tts?.speak(text, { enqueue: false, rate, volume, voiceName: voice, onEvent }, () => {
      // Read, or the browser reports it as unchecked; the engine's own error event may not come then.
      if (browser.runtime.lastError) onEvent({ type: 'error' });
    });
  }

  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== SPEECH_PORT || port.sender?.id !== browser.runtime.id) return;
    port.onMessage.addListener((value: unknown) => {
      const order = parseOrder(value);
      if (order?.type === 'voices') tts.getVoices((voices) => tell(port, { type: 'voices', voices: voices.map(voiceOf) }));
      else if (order?.type === 'cancel') stop(port);
      else if (order) speak(port, order);
    });
    port.onDisconnect.addListener(() => stop(port));
  });
}

/** A frame that has gone needs no news. */
function tell(port: Runtime.Port, news: SpeechNews): void {
  try {
    port.postMessage(news);
  } catch {
    port.disconnect();
  }
}

/** A voice as pages see it: Chromium gives its name for its address there, too. */
function voiceOf({ voiceName = '', lang = '', remote = false }: TtsVoice) {
  return { name: voiceName, lang, voiceURI: voiceName, localService: !remote };
}

function newsOf({ type, charIndex = 0, length = 0 }: TtsEvent, id: number): SpeechNews | null {
  if (type === 'start' || type === 'end') return { type, id };
  // "Not known" is told as -1.
  if (type === 'word') return { type, id, unit: charIndex, length: Math.max(0, length) };
  if (type === 'interrupted' || type === 'cancelled') return { type: 'failure', id, failure: 'interrupted' };
  return type === 'error' ? { type: 'failure', id, failure: 'failed' } : null;
}
