// How voices are named to a reader: a plain Chinese name, who it sounds like, and what is to be known before it is chosen; at most a dozen of
// them. Comes with the picker; not for which is best (voices.ts).
import type { Company, VoiceLike } from './voices';
import { companyOf, familyOf, isRobot, offeredVoices } from './voices';

export type Gender = 'female' | 'male' | '';

/** A voice as the reader is offered it. */
export interface OfferedVoice {
  readonly uri: string;
  /** Chinese where we know it, else the engine's name without what says nothing. */
  readonly name: string;
  readonly gender: Gender;
  readonly family: 'mandarin' | 'taiwan' | 'cantonese';
  /** Who gets the text; '' when it stays on this machine. */
  readonly company: Company;
  readonly isRobot: boolean;
}

/** More can be taken in by nobody. */
export const PICKER_MAX = 12;
/** Of these families so many have a place, however many Mandarin voices there are. */
const PLACES = { taiwan: 2, cantonese: 2 } as const;

/** What an engine calls it, what we call it, who it sounds like. The first row that matches counts. */
const NAMES: readonly (readonly [RegExp, string, Gender])[] = [
  [/xiaoxiao|晓晓/i, '晓晓', 'female'],
  [/xiaoyi|晓伊/i, '晓伊', 'female'],
  [/yunxia|云夏/i, '云夏', 'male'],
  [/yunxi|云希/i, '云希', 'male'],
  [/yunjian|云健/i, '云健', 'male'],
  [/yunyang|云扬/i, '云扬', 'male'],
  [/shaanxi|xiaoni|晓妮/i, '晓妮（陕西话）', 'female'],
  [/xiaobei|晓北/i, '晓北（东北话）', 'female'],
  [/huihui|慧慧/i, '慧慧', 'female'],
  [/yaoyao|瑶瑶/i, '瑶瑶', 'female'],
  [/kangkang|康康/i, '康康', 'male'],
  [/hsiaochen/i, '晓臻', 'female'],
  [/hsiaoyu/i, '晓雨', 'female'],
  [/yunjhe/i, '云哲', 'male'],
  [/hanhan/i, '涵涵', 'female'],
  [/yating/i, '雅婷', 'female'],
  [/zhiwei/i, '志威', 'male'],
  [/hiumaan/i, '晓曼', 'female'],
  [/hiugaai/i, '晓佳', 'female'],
  [/wanlung/i, '云龙', 'male'],
  [/tracy/i, 'Tracy', 'female'],
  [/danny/i, 'Danny', 'male'],
  [/ting-?ting|婷婷/i, '婷婷', 'female'],
  [/yu-?shu|语舒/i, '语舒', 'female'],
  [/li-?mu|李牧/i, '李牧', 'male'],
  [/mei-?jia|美佳/i, '美佳', 'female'],
  [/sin-?ji|善怡/i, '善怡', 'female'],
  [/cmn-cn-x-ccc|zh-cn-language/i, '女声一', 'female'],
  [/cmn-cn-x-ssa/i, '女声二', 'female'],
  [/cmn-cn-x-ccd/i, '男声一', 'male'],
  [/cmn-cn-x-cce/i, '男声二', 'male'],
  [/cmn-tw-x-ctc|zh-tw-language|yue-hk-x-(jar|yuc)|yue-hk-language/i, '女声', 'female'],
  [/cmn-tw-x-ct[de]|yue-hk-x-yu[def]/i, '男声', 'male'],
  [/^google .*(普通话|中国大陆|mandarin)/i, '谷歌普通话', 'female'],
  [/^google .*(國語|国语|臺灣|台湾)/i, '谷歌国语', 'female'],
  [/^google .*(粤|粵|cantonese)/i, '谷歌粤语', 'female'],
  [/明读语音包/, '明读自带的嗓音', ''],
  [/espeak|latin as pinyin/i, '电脑合成音', ''],
  // Android says no more than the country, in the language of the telephone.
  [/^(chinese|中文|普通话|zh)?[\s(（]*(china|mainland|中国|中国大陆|cn|simplified|简体|taiwan|台湾|臺灣|hong kong|香港)[)）]?$/i, '手机自带的嗓音', ''],
];

/** What an engine's name holds that tells a reader nothing. */
const EMPTY_WORDS = [/^(microsoft|apple|com\.apple\S*)\s+/i, /^android speech recognition and synthesis from google\s+/i, /\s+online\s*\(natural\)/i, /\s+desktop\b/i, /\s+espeak-ng$/i, /\s+-\s+chinese.*$/i];
const NAME_MAX_LENGTH = 24;

/** A voice as the reader is told of it. */
export function describeVoice(voice: VoiceLike): OfferedVoice {
  const known = NAMES.find(([pattern]) => pattern.test(voice.name));
  const cleaned = EMPTY_WORDS.reduce((name, empty) => name.replace(empty, ''), voice.name.trim()).slice(0, NAME_MAX_LENGTH);
  const family = familyOf(voice);
  return {
    uri: voice.voiceURI,
    name: known?.[1] ?? (cleaned || voice.lang),
    gender: known?.[2] ?? '',
    family: family === 'taiwan' || family === 'cantonese' ? family : 'mandarin',
    company: companyOf(voice),
    isRobot: isRobot(voice),
  };
}

/** Two that look the same are one to a reader. */
const lookOf = ({ name, family, company }: OfferedVoice) => `${name} ${family} ${company}`;

/**
 * What the picker offers: at most `PICKER_MAX`, best first, no two alike; one that is chosen is always among them.
 * @param chosen the URI of the voice that is chosen; '' when none is
 */
export function pickerVoices(voices: readonly VoiceLike[], chosen = ''): OfferedVoice[] {
  const rows = new Map<string, OfferedVoice>();
  for (const voice of offeredVoices(voices)) {
    const row = describeVoice(voice);
    const key = lookOf(row);
    if (!rows.has(key) || row.uri === chosen) rows.set(key, row);
  }
  const all = [...rows.values()];
  const foreign = (['taiwan', 'cantonese'] as const).flatMap((family) => all.filter((row) => row.family === family).slice(0, PLACES[family]));
  const own = all.filter(({ family }) => family === 'mandarin').slice(0, PICKER_MAX - foreign.length);
  const shown = [...own, ...foreign];
  const wanted = all.find(({ uri }) => uri === chosen);
  if (!wanted || shown.includes(wanted)) return shown;
  // In its place among the others, the last of which makes room.
  const kept = new Set([...shown.slice(0, shown.length === PICKER_MAX ? -1 : undefined), wanted]);
  return all.filter((row) => kept.has(row));
}
