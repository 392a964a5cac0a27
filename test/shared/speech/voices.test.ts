// The right voice out of real lists: families, ranks, local before remote, who is asked first, none at all; and how little work a long list is.
import { describe, expect, it } from 'vitest';
import { companyOf, familyOf, isChosen, isLocal, offeredVoices, speaksUnasked, type VoiceLike } from '../../../shared/speech/voices';
import { ESPEAK_COUNT, espeakVoices } from '../../support/espeak-voices';
import { LISTS, voice } from '../../support/voice-lists';

/** What would speak with nothing chosen and nothing agreed to. */
const best = (list: readonly VoiceLike[]) => offeredVoices(list).find(speaksUnasked)?.name;
const names = (list: readonly VoiceLike[]) => offeredVoices(list).map(({ name }) => name);

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
    ['ZH-cn', 'mandarin'],
    ['zh', 'mandarin'],
    ['zh-Hans', 'mandarin'],
    ['cmn', 'mandarin'],
    ['cmn-CN', 'mandarin'],
    ['cmn-LATN-PINYIN', 'mandarin'],
    ['zho-CHN-f000', 'mandarin'],
    ['zho-CHN', 'mandarin'],
    ['zh-CN-liaoning', 'mandarin'],
    ['zh-TW', 'taiwan'],
    ['zh_TW', 'taiwan'],
    ['zho-TWN', 'taiwan'],
    ['cmn-Hant-TW', 'taiwan'],
    ['zh_HK', 'cantonese'],
    ['zh-Hant-HK', 'cantonese'],
    ['zho-HKG-f001', 'cantonese'],
    ['zh-MO', 'cantonese'],
    ['yue', 'cantonese'],
    ['yue-HK', 'cantonese'],
    ['yue-CN', 'cantonese'],
    ['wuu-CN', 'dialect'],
    ['hak', 'dialect'],
    ['nan-TW', 'dialect'],
    ['ko-KR', 'other'],
    ['za-CN', 'other'],
    ['zhx', 'other'],
    ['x-zh', 'other'],
    ['', 'other'],
  ])('%s is %s', (lang, family) => expect(familyOf({ name: 'x', lang })).toBe(family));

  it.each([
    ['Microsoft Tracy - Chinese (Traditional, Hong Kong S.A.R.)', 'zh', 'cantonese'],
    ['Google 國語（臺灣）', 'zh', 'taiwan'],
    ['上海话', 'zh-CN', 'dialect'],
    ['Yue (Premium)', 'zh-CN', 'mandarin'],
  ])('%s (%s) is %s by its name', (name, lang, family) => expect(familyOf({ name, lang })).toBe(family));
});

describe('the voice that speaks with nothing chosen', () => {
  it.each([
    ['Windows, Chrome', LISTS.windowsChrome, HUIHUI.name],
    ['Edge', LISTS.edge, HUIHUI.name],
    ['Windows, Firefox', LISTS.windowsFirefox, 'Microsoft Huihui Desktop - Chinese (Simplified)'],
    ['macOS, Safari in Chinese', LISTS.macSafari, '婷婷'],
    ['macOS, Chrome', LISTS.macChrome, 'Yue (Premium)'],
    ['Android', LISTS.android, 'Chinese China'],
    ['ChromeOS: not the one of the network', LISTS.chromeos, 'Android Speech Recognition and Synthesis from Google cmn-CN-x-ssa-local'],
    ['Linux, Firefox', LISTS.linuxFirefox, 'Chinese (Mandarin, latin as Pinyin)'],
    ['nothing', [], undefined],
    ['nothing usable', [ENGLISH], undefined],
    ['only Cantonese', [YUE, voice('yue', 'yue')], undefined],
    ['only Taiwan', [TAIWAN], undefined],
    ['the right one of two espeak voices', [ENGLISH, BROKEN, PINYIN], PINYIN.name],
    ['only the broken espeak voice', [BROKEN], undefined],
    ['local before remote, and espeak last', [XIAOXIAO, GOOGLE, PINYIN, HUIHUI], HUIHUI.name],
    ['even espeak before a remote one', [XIAOXIAO, PINYIN], PINYIN.name],
    ['remote only', [XIAOXIAO, GOOGLE], undefined],
    ['only variants of espeak', [voice('Chinese (Mandarin, latin as Pinyin)+Andy espeak-ng', 'cmn-LATN-PINYIN')], undefined],
    ['our own before the desktop\'s espeak, after any other', [PINYIN, voice('明读语音包', 'zh-CN')], '明读语音包'],
    ['any other before our own', [voice('明读语音包', 'zh-CN'), voice('某某', 'zh-CN')], '某某'],
    ['mainland before dialect', [voice('Microsoft Xiaobei', 'zh-CN-liaoning'), HUIHUI], HUIHUI.name],
    ['13,362 of Chromium', espeakVoices('chromium'), PINYIN.name],
    ['13,362 of Firefox', espeakVoices('firefox'), 'Chinese (Mandarin, latin as Pinyin)'],
  ])('%s', (_, list, expected) => expect(best(list)).toBe(expected));
});

describe('what is offered', () => {
  it('is in order: mainland, Taiwan, Cantonese; of each the local first', () => {
    expect(names([YUE, TAIWAN, XIAOXIAO, voice('Microsoft HsiaoChen Online (Natural)', 'zh-TW', false), HUIHUI])).toEqual([
      HUIHUI.name, XIAOXIAO.name, TAIWAN.name, 'Microsoft HsiaoChen Online (Natural)', YUE.name,
    ]);
  });
  it('is the same voice once, though it is listed twice', () => expect(names([HUIHUI, ENGLISH, HUIHUI])).toEqual([HUIHUI.name]));
  it('holds no jokes, no dialects, no broken voice', () => {
    expect(names([...LISTS.macSafari, BROKEN, voice('吴语', 'wuu-CN')])).toEqual(['婷婷', '美佳', '善怡']);
  });
  it('speaks unasked where it is Mandarin of the mainland and on this machine', () => {
    expect([YUE, TAIWAN, XIAOXIAO, HUIHUI].filter(speaksUnasked)).toEqual([HUIHUI]);
  });
});

describe('where a voice speaks', () => {
  it.each([
    [HUIHUI, true, ''],
    [XIAOXIAO, false, 'microsoft'],
    [GOOGLE, false, 'google'],
    [LISTS.linuxFirefox[1], true, ''],
    [LISTS.windowsFirefox[0], true, ''],
    [LISTS.chromeos[0], false, 'google'],
    [voice('某某语音', 'zh-CN', false), false, 'other'],
    [voice('Firefox remote', 'zh-CN', false, 'urn:moz-tts:somewhere:x'), false, 'other'],
  ])('$name', (one, local, company) => expect([isLocal(one), companyOf(one)]).toEqual([local, company]));
});

describe('the reader\'s choice', () => {
  const known = { name: HUIHUI.name, lang: 'zh-CN', voiceURI: 'old address' };
  it('is found by its URI', () => expect([isChosen(HUIHUI, HUIHUI.voiceURI, null), isChosen(XIAOXIAO, HUIHUI.voiceURI, null)]).toEqual([true, false]));
  it('is found by name and language where the URI has changed', () => {
    expect(isChosen(HUIHUI, 'old address', known)).toBe(true);
    expect(isChosen({ ...HUIHUI, lang: 'zh_CN' }, 'old address', known)).toBe(true);
    expect(isChosen({ ...HUIHUI, lang: 'zh-TW' }, 'old address', known)).toBe(false);
    expect(isChosen(XIAOXIAO, 'old address', known)).toBe(false);
  });
  it('is no other voice\'s: what was noted belongs to the URI it was noted with', () => expect(isChosen(HUIHUI, 'set by somebody else', known)).toBe(false));
  it('is none when nothing is chosen', () => expect(isChosen({ ...HUIHUI, voiceURI: '' }, '', known)).toBe(false));
});

describe('the work that a long list is', () => {
  it('looks at the code of each voice once, at the name of Chinese ones only, and sorts what is left', () => {
    const reads = { lang: 0, name: 0, voiceURI: 0, localService: 0 };
    const list = espeakVoices('chromium').map((one): VoiceLike => ({
      get lang() { reads.lang += 1; return one.lang; },
      get name() { reads.name += 1; return one.name; },
      get voiceURI() { reads.voiceURI += 1; return one.voiceURI; },
      get localService() { reads.localService += 1; return one.localService; },
    }));
    const chinese = espeakVoices('chromium').filter(({ lang }) => /^(cmn|yue|hak)/.test(lang)).length;
    expect([list.length, chinese]).toEqual([ESPEAK_COUNT, 510]);
    expect(offeredVoices(list).map(({ name }) => name)).toEqual([PINYIN.name, 'Chinese (Cantonese) espeak-ng', 'Chinese (Cantonese, latin as Jyutping) espeak-ng']);
    // The three that are left, and the two that are dropped late, are looked at some more.
    expect(reads.lang).toBeLessThan(ESPEAK_COUNT + chinese + 50);
    expect(reads.name).toBeLessThan(chinese + 100);
    expect(reads.voiceURI + reads.localService).toBeLessThan(chinese + 100);
  });
});
