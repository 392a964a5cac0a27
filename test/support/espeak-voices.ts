// The list of voices that a stock espeak-ng gives through speech-dispatcher: every language times about a hundred variants, 13,362 in all, of
// which about 500 are Chinese. Made up in the same shape, names of languages included. No expectations in here.
import type { VoiceLike } from '../../shared/speech/voices';

export const ESPEAK_COUNT = 13_362;
const VARIANTS = 101;
const CHINESE: readonly (readonly [name: string, lang: string])[] = [
  ['Chinese (Mandarin, latin as English)', 'cmn'],
  ['Chinese (Mandarin, latin as Pinyin)', 'cmn-LATN-PINYIN'],
  ['Chinese (Cantonese)', 'yue'],
  ['Chinese (Cantonese, latin as Jyutping)', 'yue-LATN-JYUTPING'],
  ['Hakka Chinese', 'hak'],
];

/** @param browser Firefox gives addresses of its own and calls all voices remote */
export function espeakVoices(browser: 'chromium' | 'firefox'): VoiceLike[] {
  const languages = [...Array.from({ length: 125 }, (_, at) => [`Language ${at}`, `x${at % 10}${String.fromCharCode(97 + (at % 26))}-V${at}`] as const), ...CHINESE];
  const all: VoiceLike[] = [];
  for (const [language, lang] of languages) {
    for (let variant = 0; variant <= VARIANTS; variant += 1) {
      const name = `${language}${variant === 0 ? '' : `+Variant${variant}`}`;
      all.push(
        browser === 'chromium'
          ? { name: `${name} espeak-ng`, lang, voiceURI: `${name} espeak-ng`, localService: true }
          : { name, lang, voiceURI: `urn:moz-tts:speechd:${encodeURIComponent(name)}?${lang}`, localService: false },
      );
    }
  }
  // Chinese ones stand in the middle, as in the real list.
  const rest = Array.from({ length: ESPEAK_COUNT - all.length }, (_, at): VoiceLike => ({ name: `English+Extra${at}`, lang: 'en-GB', voiceURI: `extra ${at}`, localService: true }));
  return [...all.slice(0, 5_000), ...all.slice(-510), ...all.slice(5_000, -510), ...rest].slice(0, ESPEAK_COUNT);
}
