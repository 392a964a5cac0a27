// Which voices of a system are given characters alone.
import { expect, it } from 'vitest';
import { createWebSpeech } from '../../../shared/speech/web-speech';

it.each([
  ['Microsoft Huihui - Chinese (Simplified, PRC)', 'Microsoft Huihui - Chinese (Simplified, PRC)', 'light'],
  ['Ting-Ting', 'com.apple.voice.compact.zh-CN.Tingting', 'light'],
  ['Chinese (Mandarin, latin as Pinyin) espeak-ng', 'Chinese (Mandarin, latin as Pinyin) espeak-ng', 'full'],
  ['Chinese (Mandarin, latin as Pinyin)', 'urn:moz-tts:speechd:Chinese%20(Mandarin)', 'full'],
  ['明读语音包', '明读语音包', 'full'],
])('%s', (name, voiceURI, level) => {
  const speechSynthesis = { getVoices: () => [{ name, voiceURI, lang: 'zh-CN', localService: true, default: false }], addEventListener: () => undefined, speaking: false, pending: false };
  const window = { speechSynthesis, SpeechSynthesisUtterance: function () {} } as unknown as Window;
  const driver = createWebSpeech({ window, later: () => () => undefined, listen: () => undefined });
  expect(driver.hasVoice()).toBe(true);
  expect(driver.level).toBe(level);
});

it('without a voice nothing is asked of the text', () => {
  const driver = createWebSpeech({ window: {} as Window, later: () => () => undefined, listen: () => undefined });
  expect(driver.level).toBe('light');
});
