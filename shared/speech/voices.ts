// Which of a machine's voices may read Mandarin, and which is best. By language family, since real codes differ (zh_CN, cmn, zho-CHN).
// Pure, on lists; not for talking to an engine (web-speech.ts).

/** What is asked of a voice; `SpeechSynthesisVoice` has it. */
export interface VoiceLike {
  readonly name: string;
  readonly lang: string;
  readonly voiceURI: string;
  readonly localService: boolean;
}

export type Family = 'mandarin' | 'taiwan' | 'other';

/** Quality by name; facts from Readium's list of Mandarin voices (BSD-3-Clause, 2026-08). The first row that matches counts. */
const RANKS: readonly (readonly [RegExp, number])[] = [
  [/xiaoxiao|晓晓|xiaoyi|晓伊|yunxi|云希|yunxia|云夏|yunjian|云健|yunyang|云扬/i, 90],
  [/xiaobei|晓北|xiaoni|晓妮/i, 40],
  [/google.*(普通话|中国大陆|mandarin)/i, 70],
  [/cmn-cn-x-(ccc|ssa|ccd|cce)/i, 70],
  [/(yue|lilian|lili|han|月|莉莉|瀚)\b.*(premium|enhanced|优质|高音质)/i, 72],
  [/huihui|慧慧|yaoyao|瑶瑶|kangkang|康康/i, 60],
  [/ting-?ting|婷婷|yu-?shu|语舒|li-?mu|李牧/i, 60],
  [/espeak|latin as (pinyin|english)/i, 5],
];
const PLAIN_RANK = 50;
/** Taiwan voices read simplified text with other readings: only when the reader chose one. */
const NOVELTY = /albert|bad news|bahh|bells|boing|bubbles|cellos|deranged|good news|hysterical|jester|organ|superstar|trinoids|whisper|wobble|zarvox|eddy|flo\b|grandma|grandpa|reed|rocko|sandy|shelley/i;
const DIALECT_NAME = /cantonese|粤|廣東|广东|hong ?kong|香港|sinji|hakka|客家|shanghai|上海话|吴语/i;
const TAIWAN_NAME = /taiwan|台湾|臺灣|國語|hsiao|hanhan|yating|zhiwei|mei-?jia|美佳/i;
/** Debian's espeak `cmn` says pinyin as English letters (espeak-ng#1028). */
const BROKEN_ESPEAK = /latin as english/i;

/** Lower case, with hyphens, without variants such as `-f000`. */
function parts(lang: string): string[] {
  return lang.toLowerCase().replace(/_/g, '-').split('-').filter((part) => !/^[fm]\d+$/.test(part));
}

/** The family of a voice by its code, then by its name. */
export function familyOf(voice: Pick<VoiceLike, 'lang' | 'name'>): Family {
  const [language = '', ...rest] = parts(voice.lang);
  if (!['zh', 'zho', 'chi', 'cmn'].includes(language)) return 'other';
  if (rest.some((part) => ['hk', 'hkg', 'mo', 'mac', 'yue', 'wuu', 'hak', 'nan', 'min'].includes(part)) || DIALECT_NAME.test(voice.name)) return 'other';
  if (rest.some((part) => ['tw', 'twn', 'hant'].includes(part)) || TAIWAN_NAME.test(voice.name)) return 'taiwan';
  return 'mandarin';
}

/** Whether a voice speaks on this machine. Firefox calls local voices remote; its addresses tell. */
export function isLocal(voice: VoiceLike): boolean {
  return voice.localService || /^urn:moz-tts:(speechd|sapi|osx|android)/.test(voice.voiceURI);
}

function isEspeak(voice: VoiceLike): boolean {
  return /espeak|latin as (pinyin|english)/i.test(`${voice.name} ${voice.voiceURI}`);
}

/** Higher is better. */
function scoreOf(voice: VoiceLike): number {
  const named = RANKS.find(([name]) => name.test(voice.name))?.[1] ?? (isEspeak(voice) ? 5 : PLAIN_RANK);
  const dialect = parts(voice.lang).some((part) => ['liaoning', 'shaanxi', 'sichuan', 'henan', 'shandong', 'guangxi'].includes(part)) ? -30 : 0;
  const pinyin = /latin as pinyin/i.test(voice.name) || parts(voice.lang).includes('pinyin') ? 3 : 0;
  return named + dialect + pinyin;
}

function isUsable(voice: VoiceLike): boolean {
  if (familyOf(voice) !== 'mandarin') return false;
  if (NOVELTY.test(voice.name) && !isEspeak(voice)) return false;
  if (!isEspeak(voice)) return true;
  // Variants (`+Andy`, by the hundred) add nothing; the bare `cmn` of old espeak is broken, its pinyin voice is right.
  return !voice.name.includes('+') && !BROKEN_ESPEAK.test(voice.name);
}

/**
 * The voices that may read Mandarin, best first: local before remote, then by quality.
 * @param allowsRemote whether the reader consented to a voice that sends the text away
 */
export function mandarinVoices<V extends VoiceLike>(voices: readonly V[], allowsRemote: boolean): V[] {
  return voices
    .filter((voice) => isUsable(voice) && (allowsRemote || isLocal(voice)))
    .map((voice) => ({ voice, score: scoreOf(voice) + (isLocal(voice) ? 1000 : 0) }))
    .sort((a, b) => b.score - a.score)
    .map(({ voice }) => voice);
}
