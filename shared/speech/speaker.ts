// One driver out of all there are: the page's speechSynthesis, the voice pack once it is loaded, the extension's `tts` where the page may
// not sound before a press, and silence that keeps time where somebody allows it. Not for ranking voices (voices.ts).
import { anyTrue } from './any-true';
import type { Driver, RemoteSpeech, SpeechPorts } from './driver';
import { createRemoteDriver } from './remote-speech';
import { createSilence, type SilentParts } from './silent';
import type { VoiceLike } from './voices';
import { createWebSpeech, type WebSpeechParts } from './web-speech';

export interface SpeakerParts extends WebSpeechParts, SilentParts {
  readonly ports: Pick<SpeechPorts, 'tts'>;
  /** Whether the reader pressed something that asked for speech; without it `tts`, which needs no press, is not used. */
  wasAsked(): boolean;
  /** Whether the text may go on without a sound, because it is shown. */
  allowsSilence(): boolean;
}

export interface SpeakerDriver extends Driver {
  /** Speaks with the pack's voices, too, from the next sentence on. */
  usePack(speech: RemoteSpeech): void;
  /** Whether what was asked for last makes no sound. */
  readonly isSilent: boolean;
}

/** Makes the driver; nothing sounds and nothing is fetched. */
export function createSpeaker(parts: SpeakerParts): SpeakerDriver {
  const { window, ports, allows, later, onVoices } = parts;
  const web = createWebSpeech(parts);
  const remote = (speech: RemoteSpeech, isPack: boolean) =>
    createRemoteDriver({ speech, level: isPack ? 'full' : 'light', hasVolume: true, takesReadings: isPack, allows, later, ...(onVoices ? { onVoices } : {}) });
  const tts = ports.tts ? remote(ports.tts, false) : null;
  const silence = createSilence(parts);
  let pack: Driver | null = null;
  let wanted = '';
  let active: Driver = web;
  /** The page refused to sound before a press. */
  let isRefused = false;
  /** Drivers of which no voice spoke. */
  const failed = new Set<Driver>();
  let latest = 0;

  /** Which may be used now, in the order of preference. */
  function ways(): Driver[] {
    if (window.navigator?.userActivation?.hasBeenActive) isRefused = false;
    const mayUseTts = tts !== null && parts.wasAsked();
    const all = isRefused && mayUseTts ? [tts, pack] : [web, pack, mayUseTts ? tts : null];
    return all.filter((way): way is Driver => way !== null && !failed.has(way));
  }

  function pick(uri: string): Driver {
    const able = ways().filter((way) => way.hasVoice());
    const holds = (way: Driver) => uri !== '' && way.chosen(uri)?.voiceURI === uri;
    return able.find(holds) ?? able[0] ?? (parts.allowsSilence() ? silence : web);
  }

  function use(driver: Driver): void {
    if (active !== driver && active.isBusy()) active.cancel();
    active = driver;
  }

  const real = () => [web, pack, tts].filter((way): way is Driver => way !== null);

  return {
    hasVoice: () => ways().some((way) => way.hasVoice()),
    async voiceArrives() {
      // After a failure of all of them each has another chance.
      if (ways().length === 0) failed.clear();
      const found = await anyTrue(ways().map((way) => way.voiceArrives()));
      return found || parts.allowsSilence();
    },
    voices() {
      const uris = new Set<string>();
      const all: VoiceLike[] = [];
      // The extension lists the same voices as the page.
      for (const way of real()) {
        for (const voice of way.voices()) {
          if (!uris.has(voice.voiceURI)) all.push(voice);
          uris.add(voice.voiceURI);
        }
      }
      return all;
    },
    chosen: (uri) => pick(uri).chosen(uri),
    get level() {
      return pick(wanted).level;
    },
    get hasVolume() {
      return pick(wanted).hasVolume;
    },
    get takesReadings() {
      return pick(wanted).takesReadings;
    },
    get isSilent() {
      return pick(wanted) === silence;
    },
    speak(utterance, events) {
      const mine = (latest += 1);
      wanted = utterance.voice;
      const driver = pick(wanted);
      use(driver);
      if (driver !== web) return driver.speak(utterance, events);
      web.speak(utterance, {
        onStart: () => events.onStart(),
        onWord: (unit, length) => events.onWord(unit, length),
        onEnd: () => events.onEnd(),
        onFailure(failure) {
          if (failure !== 'not-allowed' || mine !== latest || !tts?.hasVoice() || !parts.wasAsked()) return events.onFailure(failure);
          isRefused = true;
          use(tts);
          tts.speak(utterance, events);
        },
      });
    },
    cancel() {
      latest += 1;
      active.cancel();
    },
    isBusy: () => active.isBusy(),
    fallBack() {
      if (active.fallBack()) return true;
      if (active === silence || !ways().some((way) => way !== active && way.hasVoice())) return false;
      failed.add(active);
      return true;
    },
    usePack(speech) {
      pack = remote(speech, true);
    },
  };
}
