// The voice pack on a site's own page: its worker from the site's folder, the sound by this page. Fetched with the pack, not before.
// Its file knows nothing of voices: whatever speaks the protocol may lie there (voice-pack/PROTOCOL.md).
import { provide } from '../shared/packs/registry';
import type { RemoteSpeech } from '../shared/speech/driver';
import { createWorkerSpeech } from '../shared/speech/pack/worker-speech';
import { refusalOf, TRUSTED_TYPES, type Violation, watchPolicy } from './voice-refusal';

/** What this script provides as `pack-voice`. */
export interface VoiceScript {
  /**
   * Starts the pack of a folder. To be called once a page: what a policy refused it refuses again.
   * @param folder its address on the page's own origin (config.ts), ending in `/`
   * @param version goes into the file's address, so that no browser takes an older one from its cache
   * @throws Error that names what the site owner has to change
   */
  load(folder: string, version: string): Promise<RemoteSpeech>;
}

const VOICE_FILE = 'mingdu-voice.js';
/** The policy that a site with Trusted Types has to allow. */
const POLICY = 'mingdu';
/** What the voice is made at: the pieces then join without being computed anew. */
const SAMPLE_RATE = 22_050;

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

async function load(folder: string, version: string): Promise<RemoteSpeech> {
  const url = new URL(`${VOICE_FILE}?v=${version}`, folder).href;
  const address = trusted(url);
  const violations: Violation[] = [];
  const unwatch = watchPolicy(document, violations);
  try {
    return await createWorkerSpeech({
      makeWorker: () => new Worker(address),
      makeContext: () => new AudioContext({ sampleRate: SAMPLE_RATE }),
      wasPressed: () => navigator.userActivation?.hasBeenActive,
    });
  } catch (error) {
    throw new Error(`Mingdu: ${await refusalOf(window, url, error, violations)}`, { cause: error });
  } finally {
    unwatch();
  }
}

/**
 * Under Trusted Types a worker's address comes from a policy of ours.
 * @throws Error where the page does not allow one: the plain address would be refused as well, and reported to the site a second time
 */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return url;
  try {
    return trustedTypes.createPolicy(POLICY, { createScriptURL: (address) => address }).createScriptURL(url);
  } catch (error) {
    throw new Error(`Mingdu: ${TRUSTED_TYPES}`, { cause: error });
  }
}

const script: VoiceScript = { load };
provide('pack-voice', script);
