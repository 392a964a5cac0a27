// The right voice out of real lists: families, ranks, local before remote, none at all.
import { describe, expect, it } from 'vitest';
import { familyOf, mandarinVoices, type VoiceLike } from '../../../shared/speech/voices';

const voice = (name: string, lang: string, localService = true, voiceURI = name): VoiceLike => ({ name, lang, localService, voiceURI });
const best = (list: readonly VoiceLike[], allowsRemote = false) => mandarinVoices(list, allowsRemote)[0]?.name;

const HUIHUI = voice('Microsoft Huihui - Chinese (Simplified, PRC)', 'zh-CN');
const XIAOXIAO = voice('Microsoft Xiaoxiao Online (Natural) - Chinese (Mainland)', 'zh-CN', false);
const GOOGLE = voice('Google 普通话（中国大陆）', 'zh-CN', false);
const YUE = voice('Microsoft Tracy - Chinese (Traditional, Hong Kong S.A.R.)', 'zh-HK');
const TAIWAN = voice('Microsoft Hanhan - Chinese (Traditional, Taiwan)', 'zh-TW');
const PINYIN = voice('Chinese (Mandarin, latin as Pinyin) espeak-ng', 'cmn-LATN-PINYIN');
const BROKEN = voice('Chinese (Mandarin, latin as English) espeak-ng', 'cmn');
const ENGLISH = voice('English (America)', 'en-US');

describe('familyOf', () => {
  it.each([
    ['zh-CN', 'mandarin'],
    ['zh_CN', 'mandarin'],
    ['zh', 'mandarin'],
    ['cmn', 'mandarin'],
    ['cmn-CN', 'mandarin'],
    ['cmn-LATN-PINYIN', 'mandarin'],
    ['zho-CHN-f000', 'mandarin'],
    ['zh-CN-liaoning', 'mandarin'],
    ['zh-TW', 'taiwan'],
    ['cmn-Hant-TW', 'taiwan'],
    ['zh_HK', 'other'],
    ['yue', 'other'],
    ['yue-HK', 'other'],
    ['wuu-CN', 'other'],
    ['hak', 'other'],
    ['ko-KR', 'other'],
    ['', 'other'],
  ])('%s is %s', (lang, family) => expect(familyOf({ name: 'x', lang })).toBe(family));
});

describe('mandarinVoices', () => {
  it.each([
    ['nothing usable', [ENGLISH], undefined],
    ['only Cantonese', [YUE, voice('yue', 'yue')], undefined],
    ['only Taiwan', [TAIWAN], undefined],
    ['the right one of two espeak voices', [ENGLISH, BROKEN, PINYIN], PINYIN.name],
    ['only the broken espeak voice', [BROKEN], undefined],
    ['local before remote', [XIAOXIAO, GOOGLE, HUIHUI, PINYIN], HUIHUI.name],
    ['remote only is none without consent', [XIAOXIAO, GOOGLE], undefined],
    ['Apple without novelty', [voice('Eddy (中文（中国大陆）)', 'zh-CN'), voice('婷婷', 'zh-CN'), voice('善怡', 'zh-HK')], '婷婷'],
    ['Firefox calls local voices remote', [voice('Chinese (Mandarin, latin as Pinyin)', 'cmn', false, 'urn:moz-tts:speechd:x')], 'Chinese (Mandarin, latin as Pinyin)'],
    ['Android with an underscore', [voice('Chinese China', 'zh_CN')], 'Chinese China'],
    ['mainland before dialect', [voice('Microsoft Xiaobei', 'zh-CN-liaoning'), HUIHUI], HUIHUI.name],
  ])('%s', (_, list, expected) => expect(best(list)).toBe(expected));

  it('takes remote ones after consent, still after local ones', () => {
    expect(mandarinVoices([XIAOXIAO, HUIHUI], true).map(({ name }) => name)).toEqual([HUIHUI.name, XIAOXIAO.name]);
  });

  it('finds the one in 13,362 voices', () => {
    const crowd = Array.from({ length: 13_361 }, (_, at) => voice(`Chinese (Mandarin, latin as Pinyin)+variant${at}`, at % 26 === 0 ? 'cmn' : 'af'));
    expect(best([...crowd, PINYIN])).toBe(PINYIN.name);
  });
});
