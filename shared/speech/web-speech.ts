// Speaks through the browser's speechSynthesis. Gives one utterance at a time and never calls pause() or resume(): on Linux one pause()
// wedges the desktop's speech service. Not for queues, retries or watchdogs (engine.ts).
import type { Driver, Failure } from './driver';
import { isLocal, offeredVoices, speaksUnasked, type VoiceLike } from './voices';

/** How long reading waits for a list that is not there yet: a Linux desktop needs two seconds for its 13,000 voices, a busy one more. */
const VOICES_WAIT_MS = 4_000;
/** Lists come late, are announced empty, or are never announced: looked at so often, for so long. */
const VOICES_POLL_MS = 250;
const VOICES_POLLED_MS = 10_000;
/** The last few utterances are kept alive: a collected one never ends. */
const KEPT_UTTERANCES = 3;
/** Chromium on Linux puts the module of speech-dispatcher behind a voice's name; it never hands it the volume. */
const DISPATCHER_VOICE = / [a-z][a-z0-9-]*$/;
/** Voices that read digits and signs in English, or not at all: they are given characters alone. */
const KNOWS_NO_NUMBERS = /espeak|latin as (pinyin|english)|明读语音包/i;
const LINUX_CHROMIUM = /^(?!.*Android).*Linux.*Chrom(e|ium)\//;

export interface WebSpeechParts {
  /** The page's window; parts of it may be missing (a WebView has no speechSynthesis). */
  readonly window: Window & { readonly speechSynthesis?: SpeechSynthesis; readonly SpeechSynthesisUtterance?: typeof SpeechSynthesisUtterance };
  later(run: () => void, ms: number): () => void;
  listen(target: EventTarget, type: string, run: () => void): void;
  /** Whether a voice may speak: one that sends the text away, or is not of the mainland, only as the reader said. Asked each time. Absent: no such voice. */
  allows?(voice: VoiceLike): boolean;
  /** The list of voices is another one. */
  onVoices?(): void;
}

function failureOf(error: string | undefined): Failure {
  if (error === 'not-allowed') return 'not-allowed';
  return error === 'interrupted' || error === 'canceled' ? 'interrupted' : 'failed';
}

/** Makes the driver; it asks the engine for its voices at once and makes no sound. */
export function createWebSpeech({ window, later, listen, allows = speaksUnasked, onVoices }: WebSpeechParts): Driver {
  const synthesis = window.speechSynthesis;
  const Utterance = window.SpeechSynthesisUtterance;
  const canSpeak = Boolean(synthesis && Utterance);
  const isDeafToVolume = LINUX_CHROMIUM.test(window.navigator?.userAgent ?? '');
  const kept: SpeechSynthesisUtterance[] = [];
  /** Voices that failed in this session. */
  const failed = new Set<string>();
  const waiting = new Set<() => void>();
  /** All that may be offered, best first. */
  let offered: readonly SpeechSynthesisVoice[] = [];
  let wanted = '';
  let polled = 0;
  let isPolling = false;

  function refresh(): void {
    const before = offered.map(({ voiceURI }) => voiceURI).join('\n');
    offered = canSpeak ? offeredVoices(synthesis?.getVoices() ?? []) : [];
    if (offered.length > 0) for (const run of [...waiting]) run();
    if (offered.map(({ voiceURI }) => voiceURI).join('\n') !== before) onVoices?.();
  }

  const usable = () => offered.filter((voice) => !failed.has(voice.voiceURI) && allows(voice));

  /** A remote voice is never taken by itself, consent or not, while there is one of this machine. */
  function chosen(uri: string): SpeechSynthesisVoice | null {
    const all = usable();
    return all.find(({ voiceURI }) => voiceURI === uri) ?? all.find(isLocal) ?? all[0] ?? null;
  }

  function poll(): void {
    // One at a time, however many wait: a list of thousands takes its time to look at.
    if (isPolling || polled >= VOICES_POLLED_MS || chosen('')) return;
    polled += VOICES_POLL_MS;
    isPolling = true;
    later(() => {
      isPolling = false;
      refresh();
      poll();
    }, VOICES_POLL_MS);
  }

  if (synthesis && canSpeak) {
    if (typeof synthesis.addEventListener === 'function') listen(synthesis, 'voiceschanged', refresh);
    refresh();
    poll();
  }

  return {
    hasVoice() {
      if (!chosen('')) refresh();
      return chosen('') !== null;
    },
    voiceArrives() {
      if (this.hasVoice()) return Promise.resolve(true);
      if (!canSpeak) return Promise.resolve(false);
      polled = 0;
      poll();
      return new Promise((resolve) => {
        const onList = () => {
          if (chosen('')) end(true);
        };
        const cancel = later(() => end(false), VOICES_WAIT_MS);
        function end(found: boolean): void {
          waiting.delete(onList);
          cancel();
          resolve(found);
        }
        waiting.add(onList);
      });
    },
    voices: () => offered,
    chosen,
    get level() {
      const voice = chosen(wanted);
      return voice && KNOWS_NO_NUMBERS.test(`${voice.name} ${voice.voiceURI}`) ? 'full' : 'light';
    },
    get hasVolume() {
      const voice = chosen(wanted);
      return !(isDeafToVolume && voice && isLocal(voice) && DISPATCHER_VOICE.test(voice.name));
    },
    takesReadings: false,
    speak({ text, rate, volume, voice: asked }, events) {
      // Asked for anew, a voice that failed has another chance.
      if (asked !== wanted) failed.delete(asked);
      wanted = asked;
      const voice = chosen(asked);
      if (!synthesis || !Utterance || !voice) {
        events.onFailure('failed');
        return;
      }
      const utterance = new Utterance(text);
      utterance.rate = rate;
      utterance.volume = volume;
      utterance.onstart = () => events.onStart();
      utterance.onboundary = ({ name, charIndex, charLength }) => {
        if (name === 'word') events.onWord(charIndex, charLength ?? 0);
      };
      utterance.onend = () => {
        // Some lists grow with the first utterance and tell nobody.
        if (kept.length === 1) later(refresh, VOICES_POLL_MS);
        events.onEnd();
      };
      utterance.onerror = (event) => {
        // Its voice may have gone.
        if (failureOf(event.error) === 'failed') refresh();
        events.onFailure(failureOf(event.error));
      };
      try {
        // Both: by lang alone a broken voice may be taken, by voice alone Android speaks another language.
        utterance.voice = voice;
        utterance.lang = voice.lang;
        synthesis.speak(utterance);
      } catch {
        // A voice that has vanished is refused with an error by some browsers.
        refresh();
        events.onFailure('failed');
        return;
      }
      kept.push(utterance);
      if (kept.length > KEPT_UTTERANCES) kept.shift();
    },
    cancel: () => synthesis?.cancel(),
    isBusy: () => Boolean(synthesis && (synthesis.speaking || synthesis.pending)),
    fallBack() {
      const voice = chosen(wanted);
      if (!voice || !usable().some((other) => other !== voice && isLocal(other))) return false;
      failed.add(voice.voiceURI);
      return true;
    },
  };
}
