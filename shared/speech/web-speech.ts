// Speaks through the browser's speechSynthesis. Gives one utterance at a time and never calls pause() or resume(): on Linux one pause()
// wedges the desktop's speech service. Not for queues, retries or watchdogs (engine.ts).
import type { Driver, Failure } from './driver';
import { mandarinVoices } from './voices';

/** Lists come late, are announced empty, or are never announced. */
const VOICES_WAIT_MS = 2_000;
const VOICES_POLL_MS = 250;
/** The last few utterances are kept alive: a collected one never ends. */
const KEPT_UTTERANCES = 3;

export interface WebSpeechParts {
  /** The page's window; parts of it may be missing (a WebView has no speechSynthesis). */
  readonly window: Window & { readonly speechSynthesis?: SpeechSynthesis; readonly SpeechSynthesisUtterance?: typeof SpeechSynthesisUtterance };
  later(run: () => void, ms: number): () => void;
  listen(target: EventTarget, type: string, run: () => void): void;
}

function failureOf(error: string | undefined): Failure {
  if (error === 'not-allowed') return 'not-allowed';
  return error === 'interrupted' || error === 'canceled' ? 'interrupted' : 'failed';
}

/** Makes the driver; it asks the engine for its voices at once and makes no sound. */
export function createWebSpeech({ window, later, listen }: WebSpeechParts): Driver {
  const synthesis = window.speechSynthesis;
  const Utterance = window.SpeechSynthesisUtterance;
  const kept: SpeechSynthesisUtterance[] = [];
  /** Voices that failed in this session. */
  const failed = new Set<string>();
  let voices: readonly SpeechSynthesisVoice[] = [];
  let onVoices: (() => void) | null = null;

  function refresh(): void {
    // Remote voices send the text away: never by themselves, only after a consent that nothing asks for yet.
    voices = mandarinVoices(synthesis?.getVoices() ?? [], false).filter((voice) => !failed.has(voice.voiceURI));
    if (voices.length > 0) onVoices?.();
  }

  if (synthesis && Utterance) {
    if (typeof synthesis.addEventListener === 'function') listen(synthesis, 'voiceschanged', refresh);
    refresh();
  }

  return {
    hasVoice() {
      if (voices.length === 0 && Utterance) refresh();
      return voices.length > 0;
    },
    voiceArrives() {
      if (this.hasVoice()) return Promise.resolve(true);
      if (!synthesis || !Utterance) return Promise.resolve(false);
      return new Promise((resolve) => {
        let waited = 0;
        const end = (found: boolean) => {
          onVoices = null;
          resolve(found);
        };
        onVoices = () => end(true);
        const poll = () => {
          waited += VOICES_POLL_MS;
          refresh();
          if (voices.length > 0) return;
          if (waited >= VOICES_WAIT_MS) end(false);
          else later(poll, VOICES_POLL_MS);
        };
        later(poll, VOICES_POLL_MS);
      });
    },
    level: 'light',
    hasVolume: true,
    takesReadings: false,
    voices: () => voices,
    speak({ text, rate, volume, voice: wanted }, events) {
      const voice = voices.find(({ voiceURI }) => voiceURI === wanted) ?? voices[0];
      if (!synthesis || !Utterance || !voice) {
        events.onFailure('failed');
        return;
      }
      const utterance = new Utterance(text);
      // Both: by lang alone a broken voice may be taken, by voice alone Android speaks another language.
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = rate;
      utterance.volume = volume;
      utterance.onstart = () => events.onStart();
      utterance.onboundary = ({ name, charIndex, charLength }) => {
        if (name === 'word') events.onWord(charIndex, charLength ?? 0);
      };
      utterance.onend = () => events.onEnd();
      utterance.onerror = (event) => events.onFailure(failureOf(event.error));
      kept.push(utterance);
      if (kept.length > KEPT_UTTERANCES) kept.shift();
      synthesis.speak(utterance);
    },
    cancel: () => synthesis?.cancel(),
    isBusy: () => Boolean(synthesis && (synthesis.speaking || synthesis.pending)),
    fallBack() {
      const voice = voices[0];
      if (!voice || voices.length < 2) return false;
      failed.add(voice.voiceURI);
      refresh();
      return voices.length > 0;
    },
  };
}
