// What a reader is offered to choose from: at most twelve, plainly named, with what is to be known of each.
import { describe, expect, it } from 'vitest';
import { describeVoice, PICKER_MAX, pickerVoices } from '../../../shared/speech/voice-names';
import type { VoiceLike } from '../../../shared/speech/voices';
import { espeakVoices } from '../../support/espeak-voices';
import { LISTS, voice } from '../../support/voice-lists';

const shown = (list: readonly VoiceLike[], chosen?: string) =>
  pickerVoices(list, chosen).map(({ name, gender, family, company, isRobot }) => [name, gender, family === 'mandarin' ? '' : family, company, isRobot ? 'robot' : ''].filter(Boolean).join(' '));

describe('the picker offers', () => {
  it.each([
    ['Windows, Chrome', LISTS.windowsChrome, ['慧慧 female', '康康 male', '瑶瑶 female', '谷歌普通话 female google', '谷歌国语 female taiwan google', '谷歌粤语 female cantonese google']],
    ['Edge: mainland, and two of each other family', LISTS.edge, [
      '慧慧 female', '康康 male', '瑶瑶 female', '晓晓 female microsoft', '晓伊 female microsoft', '云健 male microsoft', '云希 male microsoft', '云夏 male microsoft',
      '晓臻 female taiwan microsoft', '晓雨 female taiwan microsoft', '晓佳 female cantonese microsoft', '晓曼 female cantonese microsoft',
    ]],
    ['macOS', LISTS.macSafari, ['婷婷 female', '美佳 female taiwan', '善怡 female cantonese']],
    ['Android', LISTS.android, ['手机自带的嗓音', '手机自带的嗓音 taiwan', '手机自带的嗓音 cantonese']],
    ['ChromeOS', LISTS.chromeos, ['女声二 female', '女声一 female google', '女声 female taiwan', '女声 female cantonese']],
    ['Linux, Firefox', LISTS.linuxFirefox, ['电脑合成音 robot']],
    ['nothing', [], []],
  ])('%s', (_, list, expected) => expect(shown(list)).toEqual(expected));

  it('at most twelve of 13,362, the usable one first', () => {
    const rows = pickerVoices([...espeakVoices('chromium'), ...LISTS.edge]);
    expect(rows).toHaveLength(PICKER_MAX);
    expect(rows[0]?.name).toBe('慧慧');
    expect(shown(espeakVoices('firefox'))[0]).toBe('电脑合成音 robot');
  });

  it('the chosen one wherever it stands, in its place', () => {
    const last = 'Microsoft YunJhe Online (Natural) - Chinese (Taiwan)';
    const rows = pickerVoices(LISTS.edge, last);
    expect(rows).toHaveLength(PICKER_MAX);
    expect(rows.map(({ uri }) => uri)).toContain(last);
    expect(rows.map(({ family }) => family).indexOf('taiwan')).toBe(rows.findIndex(({ family }) => family !== 'mandarin'));
  });

  it('no two that look the same; the chosen one of them stays', () => {
    const twice = [voice('Microsoft Huihui Desktop', 'zh-CN', true, 'sapi'), voice('Microsoft Huihui', 'zh-CN', true, 'onecore')];
    expect(pickerVoices(twice).map(({ uri }) => uri)).toEqual(['sapi']);
    expect(pickerVoices(twice, 'onecore').map(({ uri }) => uri)).toEqual(['onecore']);
  });
});

describe('a name', () => {
  it.each([
    ['Microsoft Xiaoxiao Online (Natural) - Chinese (Mainland)', '晓晓'],
    ['Microsoft Yunxia Online (Natural) - Chinese (Mainland)', '云夏'],
    ['Microsoft Yunxi Online (Natural) - Chinese (Mainland)', '云希'],
    ['Microsoft Xiaobei Online (Natural) - Chinese (Zhongyuan Mandarin Shaanxi)', '晓妮（陕西话）'],
    ['Ting-Ting', '婷婷'],
    ['Microsoft Xiaochen Online (Natural) - Chinese (Mainland)', 'Xiaochen'],
    ['iFLYTEK 小燕', 'iFLYTEK 小燕'],
    ['中文 中国', '手机自带的嗓音'],
    ['明读语音包', '明读自带的嗓音'],
    ['', 'zh-CN'],
    ['一个名字长得没有尽头的嗓音一个名字长得没有尽头的嗓音', '一个名字长得没有尽头的嗓音一个名字长得没有尽头的'],
  ])('%s is %s', (name, plain) => expect(describeVoice(voice(name, 'zh-CN')).name).toBe(plain));
});
