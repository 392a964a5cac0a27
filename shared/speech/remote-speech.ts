// A driver over speech that is made elsewhere: the extension's `tts`, the voice pack. All of it lives behind messages, so that what is
// known here is what was heard last. Not for carrying messages (the hosts do) nor for choosing among drivers (speaker.ts).
import type { Driver, RemoteSpeech, SpokenLevel } from './driver';
import { isLocal, offeredVoices, speaksUnasked, type VoiceLike } from './voices';

export interface RemoteDriverParts {
  readonly speech: RemoteSpeech;
  readonly level: SpokenLevel;
  readonly hasVolume: boolean;
  readonly takesReadings: boolean;
  /** Whether a voice may speak; as in web-speech.ts. */
  readonly allows?: ((voice: VoiceLike) => boolean) | undefined;
  later(run: () => void, ms: number): () => void;
  onVoices?(): void;
}

/** A background that has just been woken lists nothing at first. */
const ASKS_FOR_VOICES = 8;
const ASK_AGAIN_MS = 250;

/** Makes the driver and asks for the voices; nothing sounds. */
export function createRemoteDriver({ speech, level, hasVolume, takesReadings, allows = speaksUnasked, later, onVoices }: RemoteDriverParts): Driver {
  const failed = new Set<string>();
  let offered: readonly VoiceLike[] = [];
  let wanted = '';
  let isBusy = false;
  /** Utterances by number: what an older one still tells says nothing of whether we are busy. */
  let latest = 0;
  let asking: Promise<void> | null = null;

  async function ask(): Promise<void> {
    for (let asks = 0; asks < ASKS_FOR_VOICES && offered.length === 0; asks += 1) {
      if (asks > 0) await new Promise<void>((resolve) => void later(resolve, ASK_AGAIN_MS));
      // A refusal is an empty list: who speaks with it hears of the failure there.
      offered = offeredVoices(await speech.voices().catch((): VoiceLike[] => []));
    }
    if (offered.length > 0) onVoices?.();
  }

  const usable = () => offered.filter((voice) => !failed.has(voice.voiceURI) && allows(voice));

  function chosen(uri: string): VoiceLike | null {
    const all = usable();
    return all.find(({ voiceURI }) => voiceURI === uri) ?? all.find(isLocal) ?? all[0] ?? null;
  }

  const askOnce = () => (asking ??= ask().finally(() => (asking = null)));
  void askOnce();

  return {
    hasVoice: () => chosen('') !== null,
    async voiceArrives() {
      if (!chosen('')) await askOnce();
      return chosen('') !== null;
    },
    voices: () => offered,
    chosen,
    level,
    hasVolume,
    takesReadings,
    speak(utterance, events) {
      if (utterance.voice !== wanted) failed.delete(utterance.voice);
      wanted = utterance.voice;
      const voice = chosen(wanted);
      if (!voice) {
        events.onFailure('failed');
        return;
      }
      const mine = (latest += 1);
      isBusy = true;
      const rest = () => {
        if (mine === latest) isBusy = false;
      };
      speech.speak(
        { ...utterance, voice: voice.voiceURI },
        {
          onStart: () => events.onStart(),
          onWord: (unit, length) => events.onWord(unit, length),
          onEnd() {
            rest();
            events.onEnd();
          },
          onFailure(failure) {
            rest();
            events.onFailure(failure);
          },
        },
      );
    },
    cancel() {
      isBusy = false;
      speech.cancel();
    },
    isBusy: () => isBusy,
    fallBack() {
      const voice = chosen(wanted);
      if (!voice || !usable().some((other) => other !== voice && isLocal(other))) return false;
      failed.add(voice.voiceURI);
      return true;
    },
  };
}
