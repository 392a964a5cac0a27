// The widget's Host: a site's own page, with its localStorage and the folder that the tag came from.
import type { Host } from '../shared/host';
import { take } from '../shared/packs/registry';
import type { RemoteSpeech } from '../shared/speech/driver';
import type { Handover } from './loader';
import { createLocalStorage } from './storage';
import { createTurn } from './turn';
import type { VoiceScript } from './voice-pack';

/** As most servers send it, gzipped. */
export const VOICE_PACK_BYTES = 1_230_000;

/** @param handover what the loader has already */
export function createWidgetHost(window: Window, { config, version, language, load, uncover }: Handover): Host {
  let voice: Promise<RemoteSpeech> | null = null;
  /** Once a page, whatever became of it: a policy does not change its mind. */
  const loadVoice = () =>
    (voice ??= take<VoiceScript>('pack-voice', () => load('mingdu-pack-voice')).then((script) => script.load(config.voicePack, version)));
  return {
    kind: 'widget',
    storage: createLocalStorage(window),
    languages: [language],
    reachesFrames: true,
    styles: null,
    speech: { turn: createTurn(window), tts: null, pack: config.voicePack ? { bytes: VOICE_PACK_BYTES, load: loadVoice } : null },
    drawsToolbar: true,
    loadScript: load,
    uncover,
    report: (id, error) => console.error(`Mingdu (${id}):`, error),
  };
}
