// Which voice the driver of speechSynthesis takes: the one that is wanted if it may speak, else the best that may; lists that come late, grow
// and vanish; and where it turns after failures.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Utterance } from '../../../shared/speech/driver';
import { isLocal, speaksUnasked, type VoiceLike } from '../../../shared/speech/voices';
import { createWebSpeech } from '../../../shared/speech/web-speech';
import { LISTS, voice } from '../../support/voice-lists';

const HUIHUI = 'Microsoft Huihui - Chinese (Simplified, PRC)';
const KANGKANG = 'Microsoft Kangkang - Chinese (Simplified, PRC)';
const XIAOXIAO = 'Microsoft Xiaoxiao Online (Natural) - Chinese (Mainland)';
const TAIWAN = voice('Microsoft Hanhan - Chinese (Traditional, Taiwan)', 'zh-TW');
const NOBODY = { onStart: () => undefined, onWord: () => undefined, onEnd: () => undefined, onFailure: vi.fn() };

beforeEach(() => {
  vi.useFakeTimers();
  NOBODY.onFailure.mockClear();
  return () => vi.useRealTimers();
});

function stand(list: readonly VoiceLike[], allows?: (voice: VoiceLike) => boolean) {
  const state = { list, looks: 0, spoke: [] as { voice: string; lang: string }[] };
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => ((state.looks += 1), [...state.list]),
    speak: (utterance: SpeechSynthesisUtterance) => void state.spoke.push({ voice: utterance.voice?.name ?? '', lang: utterance.lang }),
    cancel: () => undefined,
    speaking: false,
    pending: false,
  });
  class SpeechSynthesisUtterance {
    voice: VoiceLike | null = null;
    lang = '';
  }
  const driver = createWebSpeech({
    window: Object.assign(Object.create(window), { speechSynthesis: synthesis, SpeechSynthesisUtterance }) as Window,
    later(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    listen: (target, type, run) => target.addEventListener(type, run),
    ...(allows ? { allows } : {}),
  });
  return {
    state,
    driver,
    announce: () => synthesis.dispatchEvent(new Event('voiceschanged')),
    /** Who speaks when this one is wanted; '' when nobody does. */
    speaker(wanted = ''): string {
      state.spoke = [];
      driver.speak({ text: '您好', rate: 1, volume: 1, voice: wanted, readings: null } satisfies Utterance, NOBODY);
      return state.spoke[0]?.voice ?? '';
    },
  };
}

describe('the voice that speaks', () => {
  it('is the one that is wanted, with its own language, else the best', () => {
    const at = stand(LISTS.windowsChrome);
    expect([at.speaker(KANGKANG), at.speaker(''), at.speaker('gone')]).toEqual([KANGKANG, HUIHUI, HUIHUI]);
    expect(at.state.spoke[0]?.lang).toBe('zh-CN');
    expect(stand(LISTS.android).speaker()).toBe('Chinese China');
  });

  it('is never one that may not speak, wanted or not', () => {
    const at = stand([...LISTS.edge, TAIWAN]);
    expect([at.speaker(XIAOXIAO), at.speaker(TAIWAN.voiceURI)]).toEqual([HUIHUI, HUIHUI]);
    const none = stand([TAIWAN, voice('Google 普通话（中国大陆）', 'zh-CN', false)]);
    expect([none.driver.hasVoice(), none.speaker('Google 普通话（中国大陆）'), NOBODY.onFailure.mock.calls]).toEqual([false, '', [['failed']]]);
  });

  it('may be one that the reader allowed, and is asked about each time', () => {
    let mayBeSent = false;
    const at = stand(LISTS.edge, (one) => speaksUnasked(one) || (mayBeSent && one.name === XIAOXIAO));
    expect(at.speaker(XIAOXIAO)).toBe(HUIHUI);
    mayBeSent = true;
    expect([at.speaker(XIAOXIAO), at.speaker('')]).toEqual([XIAOXIAO, HUIHUI]);
  });

  it('offers more than may speak, and none that is no Chinese', () => {
    const all = stand(LISTS.edge).driver.voices();
    expect(all.filter((one) => !isLocal(one)).length).toBe(14);
    expect(all.every(({ lang }) => lang.startsWith('zh'))).toBe(true);
  });
});

describe('a list', () => {
  it('that comes late is waited for, but not one that holds nothing usable', async () => {
    const at = stand([]);
    const arrives = at.driver.voiceArrives();
    at.announce();
    at.state.list = [TAIWAN];
    at.announce();
    await vi.advanceTimersByTimeAsync(800);
    at.state.list = LISTS.windowsChrome;
    await vi.advanceTimersByTimeAsync(400);
    expect(await arrives).toBe(true);
    const never = stand([TAIWAN]).driver.voiceArrives();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await never).toBe(false);
  });

  it('is looked at four times a second, however many wait for it', async () => {
    const at = stand([]);
    for (let waits = 0; waits < 10; waits += 1) void at.driver.voiceArrives();
    at.state.looks = 0;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(at.state.looks).toBe(12);
  });

  it('that grows makes a better voice speak; one that vanishes leaves none', () => {
    const at = stand(LISTS.linuxFirefox);
    expect(at.speaker()).toBe('Chinese (Mandarin, latin as Pinyin)');
    at.state.list = [...LISTS.linuxFirefox, ...LISTS.windowsChrome];
    at.announce();
    expect(at.speaker()).toBe(HUIHUI);
    at.state.list = [];
    at.announce();
    expect([at.driver.hasVoice(), at.driver.voices()]).toEqual([false, []]);
  });
});

describe('after failures', () => {
  it('it turns from the wanted one to the best of this machine, never to another remote one', () => {
    const at = stand(LISTS.edge, (one) => speaksUnasked(one) || one.name === XIAOXIAO);
    at.speaker(XIAOXIAO);
    expect(at.driver.fallBack()).toBe(true);
    expect(at.speaker(XIAOXIAO)).toBe(HUIHUI);
  });
  it('there may be no other', () => {
    const at = stand([voice('Google 普通话（中国大陆）', 'zh-CN', false)], () => true);
    at.speaker();
    expect(at.driver.fallBack()).toBe(false);
    expect(at.driver.hasVoice()).toBe(true);
  });
});
