// The voice pack beside the extension: in Firefox an add-on of its own, which speaks for us by messages. In Chromium its voice is one of the
// browser's, and nothing is to be done here. Not a word of the text goes anywhere else.
import browser from 'webextension-polyfill';
import type { RemoteSpeech, VoicePack } from '../shared/speech/driver';
import { createPortSpeech } from '../shared/speech/pack/port-speech';

/** The add-on's id in Firefox, where ids are chosen, not given. */
const VOICE_PACK_ID = 'voice-pack@mingdu';

/**
 * Looks whether the reader has installed the voice pack.
 * @returns null where there is none, or none is needed
 */
export async function findVoicePack(): Promise<VoicePack | null> {
  if (!browser.runtime.getURL('').startsWith('moz-extension:')) return null;
  const speech = createPortSpeech(() => browser.runtime.connect(VOICE_PACK_ID, { name: 'voice' }));
  // Nobody there is the ordinary case, no error.
  const isThere = await speech.voices().then(
    () => true,
    () => false,
  );
  let loading: Promise<RemoteSpeech> | null = null;
  return isThere ? { bytes: 0, load: () => (loading ??= speech.wake().then(() => speech)) } : null;
}

/**
 * Knows the pack a moment later, long before anybody speaks; where there was none it looks again each time it is asked, for the reader may
 * install one while the page is open.
 */
export function createPackFinder(find: () => Promise<VoicePack | null>): { readonly pack: VoicePack | null } {
  let pack: VoicePack | null = null;
  let isLooking = false;
  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    pack = await find();
    isLooking = false;
  }
  void look();
  return {
    get pack() {
      if (!pack) void look();
      return pack;
    },
  };
}
