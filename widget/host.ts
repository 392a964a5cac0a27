// The widget's Host: a site's own page, with its localStorage and the folder that the tag came from.
import { NAMES } from 'mingdu:files';
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
export function createWidgetHost(window: Window, handover: Handover): Host {
  const { config, version, language, load, uncover, site } = handover;
  const told = new Set<unknown>();

  /** An error that others report as well is told once. */
  function report(id: string, error: unknown): void {
    if (!told.has(error)) console.error(`Mingdu (${id}):`, error);
    told.add(error);
  }

  async function loadScript(file: string): Promise<void> {
    try {
      const hashes = await take<Readonly<Record<string, string>>>('mingdu-files', () => load(NAMES));
      await load(`${file}.${hashes[file]}`);
    } catch (error) {
      report(file, error);
      throw error;
    }
  }

  let voice: Promise<RemoteSpeech> | null = null;
  /** Once a page, whatever became of it: a policy does not change its mind. */
  const loadVoice = () =>
    (voice ??= take<VoiceScript>('pack-voice', () => loadScript('mingdu-pack-voice')).then((script) => script.load(config.voicePack, version)));
  return {
    kind: 'widget',
    storage: (handover.storage ??= createLocalStorage(window, handover)),
    languages: [language()],
    site,
    reachesFrames: true,
    styles: null,
    speech: { turn: createTurn(window), tts: null, pack: config.voicePack ? { bytes: VOICE_PACK_BYTES, load: loadVoice } : null },
    drawsToolbar: true,
    loadScript,
    uncover,
    report,
  };
}
