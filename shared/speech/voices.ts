// Which of a machine's voices may read Mandarin, and which is best. By language family, since real codes differ (zh_CN, cmn, zho-CHN).
// Pure, on lists; not for how voices are named to a reader (voice-names.ts) nor for talking to an engine (web-speech.ts).

/** What is asked of a voice; `SpeechSynthesisVoice` has it. */
export interface VoiceLike {
  readonly name: string;
  readonly lang: string;
  readonly voiceURI: string;
  readonly localService: boolean;
}

/** `dialect` is Chinese that nobody is offered for Mandarin text: Wu, Hakka, Min. */
export type Family = 'mandarin' | 'taiwan' | 'cantonese' | 'dialect' | 'other';

/** Who gets the text of a voice that does not speak on this machine; '' for one that does. */
export type Company = '' | 'microsoft' | 'google' | 'other';

/** A voice the reader chose, as it was then: its URI may be another after an update of the browser. */
export type ChosenVoice = Pick<VoiceLike, 'name' | 'lang' | 'voiceURI'>;

/** Quality by name; facts from Readium's list of Mandarin voices (BSD-3-Clause, 2026-08). The first row that matches counts. */
const RANKS: readonly (readonly [RegExp, number])[] = [
  [/xiaobei|晓北|xiaoni|晓妮|dongmei|panpan|haohao/i, 40],
  [/xiaoxiao|晓晓/i, 92],
  [/xiaoyi|晓伊|yunxi|云希|yunxia|云夏|yunjian|云健|yunyang|云扬/i, 90],
  [/hsiao|yunjhe|hiumaan|hiugaai|wanlung/i, 90],
  [/^google/i, 70],
  [/-x-(cc|ss|ct|jar|yu)[a-z]*-/i, 70],
  [/^(yue|lilian|lili|han|月|莉莉|瀚)\b.*(premium|enhanced|优质|高音质)/i, 72],
  [/huihui|慧慧/i, 62],
  [/yaoyao|瑶瑶|kangkang|康康|ting-?ting|婷婷|yu-?shu|语舒|li-?mu|李牧/i, 60],
  [/语音包/, 10],
  [/espeak|latin as/i, 5],
];
const PLAIN_RANK = 50;
const DIALECT_COST = 30;
const PINYIN_BONUS = 3;
/** A voice of this machine comes before any other of its family; the families come one after the other. */
const LOCAL_BONUS = 1_000;
const FAMILY_COST: Readonly<Partial<Record<Family, number>>> = { mandarin: 0, taiwan: 2_000, cantonese: 4_000 };

const CHINESE = new Set(['zh', 'zho', 'chi', 'cmn', 'yue', 'wuu', 'hak', 'nan', 'cdo', 'gan', 'hsn']);
const CANTONESE_PARTS = ['hk', 'hkg', 'mo', 'mac', 'yue'];
const DIALECT_PARTS = ['wuu', 'hak', 'nan', 'min', 'cdo', 'gan', 'hsn'];
const TAIWAN_PARTS = ['tw', 'twn', 'hant'];
const REGIONS_OF_MANDARIN = ['liaoning', 'shaanxi', 'sichuan', 'henan', 'shandong', 'guangxi', 'northeastern'];
const NOVELTY = /albert|bad news|bahh|bells|boing|bubbles|cellos|deranged|good news|hysterical|jester|organ|superstar|trinoids|whisper|wobble|zarvox|\b(eddy|flo|grandma|grandpa|reed|rocko|sandy|shelley)\b/i;
const CANTONESE_NAME = /cantonese|粤|粵|廣東|广东|hong ?kong|香港|sin-?ji|善怡|aasing/i;
const DIALECT_NAME = /hakka|客家|shanghai|上海话|吴语|hokkien|闽南/i;
/** Taiwan voices read simplified text with other readings: only when the reader chose one. */
const TAIWAN_NAME = /taiwan|台湾|臺灣|國語|hsiao|hanhan|yating|zhiwei|yunjhe|mei-?jia|美佳/i;
/** Our own voice pack is made of it. */
const ESPEAK = /espeak|latin as (pinyin|english)|明读语音包/i;
/** Debian's espeak `cmn` says pinyin as English letters (espeak-ng#1028); only its name tells it. */
const BROKEN_ESPEAK = /latin as english/i;
/** Firefox calls every voice remote; these addresses are of voices on the machine. */
const LOCAL_ADDRESS = /^urn:moz-tts:(speechd|sapi|osx)/;

/** Lower case, with hyphens, without variants such as `-f000`. */
function parts(lang: string): string[] {
  return lang.toLowerCase().replace(/_/g, '-').split('-').filter((part) => !/^[fm]\d+$/.test(part));
}

/** Looks at the code's first letters alone: most of 13,000 voices are done with here. */
function isChinese(lang: string): boolean {
  const end = /[-_]/.exec(lang)?.index ?? lang.length;
  return end <= 3 && CHINESE.has(lang.slice(0, end).toLowerCase());
}

/** The family of a voice by its code, then by its name. */
export function familyOf(voice: Pick<VoiceLike, 'lang' | 'name'>): Family {
  const { lang, name } = voice;
  if (!isChinese(lang)) return 'other';
  const all = parts(lang);
  const has = (some: readonly string[]) => all.some((part) => some.includes(part));
  if (has(DIALECT_PARTS) || DIALECT_NAME.test(name)) return 'dialect';
  if (has(CANTONESE_PARTS) || CANTONESE_NAME.test(name)) return 'cantonese';
  return has(TAIWAN_PARTS) || TAIWAN_NAME.test(name) ? 'taiwan' : 'mandarin';
}

/** Whether a voice speaks on this machine. Firefox calls local voices remote; ChromeOS calls those local whose name says `network`. */
export function isLocal({ localService, voiceURI, name }: VoiceLike): boolean {
  return (localService || LOCAL_ADDRESS.test(voiceURI)) && !/-network$/.test(name);
}

/** Where the text goes that this voice reads. */
export function companyOf(voice: VoiceLike): Company {
  if (isLocal(voice)) return '';
  const { name, voiceURI } = voice;
  return /microsoft/i.test(name + voiceURI) ? 'microsoft' : /google|-x-[a-z]{3}-network/i.test(name + voiceURI) ? 'google' : 'other';
}

/** Whether a voice sounds like a robot. */
export function isRobot({ name, voiceURI }: VoiceLike): boolean {
  return ESPEAK.test(name) || ESPEAK.test(voiceURI);
}

/** Higher is better. */
function scoreOf(voice: VoiceLike, family: Family): number {
  const { name, lang } = voice;
  const all = parts(lang);
  const named = RANKS.find(([pattern]) => pattern.test(name))?.[1] ?? (isRobot(voice) ? 5 : PLAIN_RANK);
  const dialect = all.some((part) => REGIONS_OF_MANDARIN.includes(part)) ? DIALECT_COST : 0;
  const pinyin = /latin as pinyin/i.test(name) || all.includes('pinyin') ? PINYIN_BONUS : 0;
  return named - dialect + pinyin + (isLocal(voice) ? LOCAL_BONUS : 0) - (FAMILY_COST[family] ?? 0);
}

/**
 * The voices that may be offered to a reader of Mandarin, best first: of the mainland, of Taiwan, Cantonese; of each the local ones first,
 * then by quality. No dialects, no jokes, no variants of espeak (`+Andy`, by the hundred), and not its broken voice.
 */
export function offeredVoices<V extends VoiceLike>(voices: readonly V[]): V[] {
  const found: { readonly voice: V; readonly score: number }[] = [];
  const seen = new Set<string>();
  for (const voice of voices) {
    if (!isChinese(voice.lang)) continue;
    const { name, lang, voiceURI } = voice;
    if (name.includes('+')) continue;
    const family = familyOf(voice);
    if (FAMILY_COST[family] === undefined || BROKEN_ESPEAK.test(name) || (NOVELTY.test(name) && !isRobot(voice))) continue;
    const key = `${voiceURI} ${name} ${lang}`;
    if (seen.has(key)) continue;
    seen.add(key);
    found.push({ voice, score: scoreOf(voice, family) });
  }
  return found.sort((a, b) => b.score - a.score).map(({ voice }) => voice);
}

/** Whether a voice may read Mandarin text though nobody chose it: of the mainland, and on this machine. */
export function speaksUnasked(voice: VoiceLike): boolean {
  return familyOf(voice) === 'mandarin' && isLocal(voice);
}

/**
 * Whether a voice is the one that was chosen: by its URI, or, where that has changed, by name and language.
 * @param uri the setting; '' is never met
 * @param known how the voice was called when it was chosen; null where nobody noted it (the setting came from elsewhere)
 */
export function isChosen(voice: VoiceLike, uri: string, known: ChosenVoice | null): boolean {
  if (uri === '') return false;
  if (voice.voiceURI === uri) return true;
  const isOfIt = known !== null && known.voiceURI === uri;
  return isOfIt && voice.name === known.name && parts(voice.lang).join() === parts(known.lang).join();
}
