// Which voice the reader wants and which ones may speak: the setting, the consent, the voice pack. The picker itself is fetched when it is
// asked for (extras/voices.ts); not for which voices there are (speech/voices.ts) nor for how one is driven.
import type { FeatureContext, Speaker } from '../../feature';
import type { Page } from '../../page/page';
import type { Driver, RemoteSpeech } from '../../speech/driver';
import type { VoiceLike } from '../../speech/voices';
import { companyOf, isChosen, isLocal, speaksUnasked } from '../../speech/voices';
import { parseConsent } from './consent';
import type { speechDescriptor } from './descriptor';
import type { Picker } from './extras/voices';

/** What choosing a voice takes of an aid's context; the extension's options, where no aid runs and no page is read, have as much. */
export type VoicesContext = Pick<
  FeatureContext<typeof speechDescriptor.settings>,
  'settings' | 'signal' | 'kept' | 'speechPorts' | 'problem' | 'loadPack' | 'onCommand' | 'panel' | 'pending' | 'later' | 'listen' | 'hold' | 'choose' | 'speaking'
> & { readonly page: Pick<Page, 'document'>; readonly speaker: Pick<Speaker, 'stops'> };

export interface VoicesParts {
  /** The driver, which is made with `allows` and therefore later. */
  driver(): Driver;
  /** Pauses what is being read, for a sample. */
  silence(): void;
  /** The voice pack is ready to speak. Absent while nobody drives it: then it is not offered. */
  onPack?(speech: RemoteSpeech): void;
}

export interface Voices {
  /** Whether a voice may speak; for the driver. */
  allows(voice: VoiceLike): boolean;
  /** URI of the voice that the reader wants, as it is called today; '' for the best one. Says once when it may not speak. */
  wanted(): string;
  /** Gets the voice pack ready if the reader accepted it before; false when it is not there. */
  packArrives(): Promise<boolean>;
  /** Opens the picker where it says how a voice is added. */
  help(): Promise<void>;
}

/** Obeys the command `voices`. */
export function createVoices(context: VoicesContext, parts: VoicesParts): Voices {
  const { settings, signal } = context;
  const kept = context.kept('consent');
  /** URI of the voice whose sample is to sound. */
  let sampled: string | null = null;
  let told = '';
  let loading: Promise<boolean> | null = null;
  let picker: Picker | null = null;

  const consent = () => parseConsent(kept.value.value);
  const isWanted = (voice: VoiceLike) => isChosen(voice, settings.value.voice, consent().voice);
  const mayBeSent = (voice: VoiceLike) => isLocal(voice) || consent().remote.includes(companyOf(voice));
  /** Chosen in the picker, where the reader was told; a site's script sets the setting alone. */
  const isPicked = ({ name, lang, voiceURI }: VoiceLike) => {
    const { voice } = consent();
    return voice !== null && (voice.voiceURI === voiceURI || (voice.name === name && voice.lang === lang));
  };
  const allows = (voice: VoiceLike) =>
    speaksUnasked(voice) || ((voice.voiceURI === sampled || (isWanted(voice) && (isLocal(voice) || isPicked(voice)))) && mayBeSent(voice));
  const found = () => {
    const voices = parts.driver().voices();
    return voices.find(({ voiceURI }) => voiceURI === settings.value.voice) ?? voices.find(isWanted);
  };

  /** Its file is fetched; a second try on the same page would fail alike. */
  function loadPack(): Promise<boolean> {
    const { pack } = context.speechPorts;
    if (!pack || !parts.onPack) return Promise.resolve(false);
    loading ??= pack.load().then(
      (speech) => {
        const release = () => speech.release?.();
        // 退出 may have come while it was fetched.
        if (signal.aborted) release();
        else parts.onPack?.(speech);
        signal.addEventListener('abort', release, { once: true });
        return !signal.aborted;
      },
      (error: unknown) => {
        // The remedy is for whoever runs the site: a line of policy, a missing file.
        console.warn(`mingdu: ${error instanceof Error ? error.message : String(error)}`);
        return false;
      },
    );
    return loading;
  }

  async function open(needsHelp: boolean): Promise<void> {
    const { createPicker } = await context.loadPack('voices');
    if (signal.aborted) return;
    picker ??= createPicker(context, {
      ...parts, consent, found, mayBeSent,
      update: kept.update,
      loadPack: () => (parts.onPack && !loading ? loadPack : null),
      onSample: (uri) => void (sampled = uri),
    });
    picker.open(needsHelp);
  }

  context.onCommand('voices', () => open(false));

  return {
    allows,
    wanted() {
      const voice = found();
      if (voice && !mayBeSent(voice) && told !== voice.voiceURI) {
        told = voice.voiceURI;
        context.problem('voice-unasked');
      }
      return voice?.voiceURI ?? settings.value.voice;
    },
    packArrives: async () => consent().pack && (await loadPack()) && parts.driver().voiceArrives(),
    help: () => open(true),
  };
}
