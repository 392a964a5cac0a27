// What the picker of voices shows and what its presses do. How it looks and works in a browser: test/browser/voices.test.ts.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SAMPLE } from '../../../../shared/features/speech/sample';
import { PACK_SPEECH, speechStand, type StandOptions } from '../../../support/speech-stand';
import { LISTS, voice } from '../../../support/voice-lists';

const HUIHUI = 'Microsoft Huihui - Chinese (Simplified, PRC)';
const KANGKANG = 'Microsoft Kangkang - Chinese (Simplified, PRC)';
const XIAOXIAO = 'Microsoft Xiaoxiao Online (Natural) - Chinese (Mainland)';
const LOOK_MS = 1_000;
const START_WITHIN_MS = 5_000;
const END_WITHIN_MS = 15_000;

let end: AbortController;
beforeEach(() => void (end = new AbortController()));
afterEach(() => {
  end.abort();
  vi.restoreAllMocks();
});

async function open(options: StandOptions) {
  const at = speechStand(end.signal, options);
  await at.open();
  return at;
}

describe('the picker', () => {
  it('holds the aid while it is open, and lets it go', async () => {
    const at = await open({ list: LISTS.edge });
    expect([...at.state.holds]).toEqual(['voices']);
    at.props().close();
    expect([at.state.props, ...at.state.holds]).toEqual([null]);
  });

  it('shows the best one first, and takes the focus until it has it', async () => {
    const at = await open({ list: LISTS.windowsChrome });
    expect(at.props()).toMatchObject({ chosen: '', best: '慧慧', isWaiting: false, focus: 'chosen', sounding: null, asking: null, told: null, system: 'windows', pack: null });
    expect(at.props().rows.map(({ name }) => name).slice(0, 3)).toEqual(['慧慧', '康康', '瑶瑶']);
    at.props().focused();
    await at.done(() => at.props().choose(KANGKANG));
    expect(at.props().focus).toBe('');
  });

  it('is entered at the chosen voice, then where the arrows led, and at the first row when that is gone', async () => {
    const at = await open({ list: LISTS.edge, voice: KANGKANG });
    expect(at.props().standing).toBe(KANGKANG);
    at.props().stand(HUIHUI);
    expect([at.props().standing, at.props().chosen]).toEqual([HUIHUI, KANGKANG]);
    at.state.list = LISTS.android;
    at.pass(LOOK_MS);
    expect(at.props().standing).toBe('');
  });

  it('keeps a choice by URI in the setting, and by name and language beside it', async () => {
    const at = await open({ list: LISTS.edge });
    await at.done(() => at.props().choose(KANGKANG));
    expect(at.settings.value.voice).toBe(KANGKANG);
    expect(at.stored.value).toEqual({ voice: { name: KANGKANG, lang: 'zh-CN', voiceURI: KANGKANG } });
    expect(at.props()).toMatchObject({ chosen: KANGKANG, told: { key: 'chosen', name: '康康' } });
    expect(at.state.said).toEqual([]);
    await at.done(() => at.props().choose(''));
    expect([at.settings.value.voice, at.stored.value, at.props().told?.key]).toEqual(['', { voice: null }, 'automatic']);
  });

  it('says so where the store keeps nothing', async () => {
    const at = await open({ list: LISTS.edge, isFull: true });
    await at.done(() => at.props().choose(KANGKANG));
    expect([at.settings.value.voice, at.props().told?.key]).toEqual([KANGKANG, 'storage']);
  });

  it('shows the choice that is found again under another URI', async () => {
    const at = await open({ list: LISTS.edge, voice: 'old', consent: { voice: { name: KANGKANG, lang: 'zh-CN', voiceURI: 'old' } } });
    expect(at.props().chosen).toBe(KANGKANG);
  });

  it('follows a list that comes late, grows and goes, and another tab\'s choice', async () => {
    const at = await open({ list: [] });
    expect(at.props()).toMatchObject({ rows: [], best: '', focus: 'help' });
    at.state.list = LISTS.windowsChrome;
    at.pass(LOOK_MS);
    expect([at.props().best, at.props().rows.length]).toEqual(['慧慧', 6]);
    const shown = at.props();
    at.pass(LOOK_MS);
    expect(at.props()).toBe(shown);
    at.state.list = [];
    at.pass(LOOK_MS);
    expect(at.props().rows).toEqual([]);
    at.settings.set({ ...at.settings.value, voice: HUIHUI });
    expect(at.props().chosen).toBe('');
  });

  it('looks no more once it is closed', async () => {
    const at = await open({ list: LISTS.edge });
    at.props().close();
    at.pass(LOOK_MS);
    expect([at.state.timers, at.state.props]).toEqual([[], null]);
    // Opened again before the last look, it looks once a second as before.
    await at.open();
    at.props().close();
    await at.open();
    expect(at.state.timers.map(({ ms }) => ms)).toEqual([LOOK_MS]);
  });
});

describe('a sample', () => {
  it('is our sentence in that voice, at the reader\'s speed and loudness, after what was being read has paused', async () => {
    const at = await open({ list: LISTS.edge });
    expect(at.state.silences).toBe(0);
    at.props().sample(KANGKANG);
    expect(at.state.said).toEqual([{ text: SAMPLE, rate: 1.5, volume: 0.5, voice: KANGKANG, readings: null }]);
    expect([at.state.silences, at.props().sounding]).toEqual([1, KANGKANG]);
    at.state.events?.onStart();
    at.state.events?.onEnd();
    expect([at.props().sounding, at.props().told, at.settings.value.voice]).toEqual([null, null, '']);
  });

  it('of one that is not chosen may sound, and that one may not speak afterwards', async () => {
    const taiwan = voice('Microsoft Hanhan - Chinese (Traditional, Taiwan)', 'zh-TW');
    const at = await open({ list: [taiwan] });
    at.props().sample(taiwan.voiceURI);
    expect(at.voices.allows(taiwan)).toBe(true);
    at.state.events?.onEnd();
    expect(at.voices.allows(taiwan)).toBe(false);
  });

  it('stops by 停止, by closing, by another sample, by leaving the page, and its late events count no more', async () => {
    const at = await open({ list: LISTS.edge });
    const stops = [() => at.props().stop(), () => at.props().close(), () => at.view.dispatchEvent(new Event('pagehide'))];
    for (const [index, stop] of stops.entries()) {
      await at.open();
      at.props().sample(KANGKANG);
      const late = at.state.events;
      stop();
      expect(at.state.cancels).toBe(index + 1);
      late?.onFailure('failed');
      expect(at.state.props?.told ?? null).toBeNull();
    }
    await at.open();
    at.props().sample(KANGKANG);
    at.props().sample(HUIHUI);
    expect([at.state.cancels, at.props().sounding]).toEqual([4, HUIHUI]);
    end.abort();
    expect(at.state.cancels).toBe(5);
  });

  it('that never begins, never ends or fails is said to have failed', async () => {
    const at = await open({ list: LISTS.edge });
    at.props().sample(KANGKANG);
    at.pass(START_WITHIN_MS);
    expect([at.props().sounding, at.props().told]).toEqual([null, { key: 'failed', name: '康康' }]);
    at.props().sample(KANGKANG);
    at.state.events?.onStart();
    at.pass(START_WITHIN_MS);
    expect(at.props().sounding).toBe(KANGKANG);
    at.pass(END_WITHIN_MS);
    expect(at.props().told?.key).toBe('failed');
    at.props().sample(HUIHUI);
    at.state.events?.onFailure('not-allowed');
    expect(at.props().told).toEqual({ key: 'failed', name: '慧慧' });
  });

  it('asks the other tabs to be silent, and ends when reading begins, whatever its voice tells: no limit of it silences the reading', async () => {
    const taiwan = voice('Microsoft Hanhan - Chinese (Traditional, Taiwan)', 'zh-TW');
    const at = await open({ list: [taiwan, ...LISTS.windowsChrome] });
    at.props().sample(taiwan.voiceURI);
    expect(at.state.turns).toBe(1);
    at.speaking.set({ state: 'speaking', text: '一句话。' });
    expect([at.props().sounding, at.voices.allows(taiwan)]).toEqual([null, false]);
    at.pass(START_WITHIN_MS);
    expect([at.state.cancels, at.props().told]).toEqual([0, null]);
  });

  it('that reading takes the voice from ends without a word', async () => {
    const at = await open({ list: LISTS.edge });
    at.props().sample(KANGKANG);
    at.state.events?.onFailure('interrupted');
    expect([at.props().sounding, at.props().told]).toEqual([null, null]);
  });
});

describe('consent', () => {
  it('is asked before a remote voice is chosen; no changes nothing', async () => {
    const at = await open({ list: LISTS.edge });
    await at.done(() => at.props().choose(XIAOXIAO));
    expect(at.props().asking).toMatchObject({ about: 'consent', row: { name: '晓晓', company: 'microsoft' } });
    expect([at.props().focus, at.settings.value.voice, at.stored.value]).toEqual(['asking', '', undefined]);
    await at.done(() => at.props().answer(false));
    expect([at.props().asking, at.props().told?.key, at.settings.value.voice, at.stored.value]).toEqual([null, 'declined', '', undefined]);
  });

  it('holds for that company from then on', async () => {
    const at = await open({ list: [...LISTS.edge, ...LISTS.windowsChrome], consent: { later: true } });
    await at.done(() => at.props().choose(XIAOXIAO));
    await at.done(() => at.props().answer(true));
    expect(at.settings.value.voice).toBe(XIAOXIAO);
    expect(at.stored.value).toEqual({ later: true, remote: ['microsoft'], voice: { name: XIAOXIAO, lang: 'zh-CN', voiceURI: XIAOXIAO } });
    await at.done(() => at.props().choose('Microsoft Yunxi Online (Natural) - Chinese (Mainland)'));
    expect([at.props().asking, at.props().told?.key]).toEqual([null, 'chosen']);
    at.settings.set({ ...at.settings.value, voice: 'Google 普通话（中国大陆）' });
    expect(at.voices.allows(voice('Google 普通话（中国大陆）', 'zh-CN', false))).toBe(false);
  });

  it('is asked before a sample, too, which then sounds without being chosen', async () => {
    const at = await open({ list: LISTS.edge });
    at.props().sample(XIAOXIAO);
    expect([at.state.said, at.props().asking?.about]).toEqual([[], 'consent']);
    await at.done(() => at.props().answer(true));
    expect([at.state.said.map((one) => one.voice), at.settings.value.voice]).toEqual([[XIAOXIAO], '']);
  });

  it('Escape answers no to what is asked first, and closes then', async () => {
    const at = await open({ list: LISTS.edge });
    at.props().choose(XIAOXIAO);
    await at.done(() => at.props().close());
    expect([at.props().asking, at.props().told?.key]).toEqual([null, 'declined']);
    at.props().close();
    expect(at.state.props).toBeNull();
  });
});

describe('on Android', () => {
  const CHINA = 'Chinese China';
  it('a voice is unproven until the reader heard it', async () => {
    const at = await open({ list: LISTS.android, userAgent: 'Linux; Android 14' });
    expect(at.props().rows[0]).toMatchObject({ uri: CHINA, isUnheard: true });
    at.props().sample('');
    at.state.events?.onEnd();
    expect(at.props().asking).toMatchObject({ about: 'heard', row: { uri: CHINA } });
    await at.done(() => at.props().answer(false));
    expect([at.props().told?.key, at.props().rows[0]?.isUnheard]).toEqual(['unheard', true]);
    at.props().sample(CHINA);
    at.state.events?.onEnd();
    await at.done(() => at.props().answer(true));
    expect([at.props().told?.key, at.props().rows[0]?.isUnheard, at.stored.value]).toEqual(['heard', false, { heard: ['Chinese China zh_CN'] }]);
    at.props().sample(CHINA);
    at.state.events?.onEnd();
    expect(at.props().asking).toBeNull();
  });
});

describe('without a voice', () => {
  it('begins with how one is added, and waits no more where that has been done', async () => {
    const at = speechStand(end.signal, { list: [] });
    await at.voices.help();
    expect(at.props()).toMatchObject({ focus: 'help', isWaiting: false, rows: [], best: '' });
  });
  it('with remote ones alone, begins with those', async () => {
    const at = speechStand(end.signal, { list: [voice('Google 普通话（中国大陆）', 'zh-CN', false)] });
    await at.voices.help();
    expect(at.props()).toMatchObject({ focus: 'chosen', best: '' });
    expect(at.props().rows).toHaveLength(1);
  });
  it('offers our own, fetches it at the press alone, and remembers', async () => {
    let loads = 0;
    const at = await open({ list: [], pack: { bytes: 1_220_000, load: async () => ((loads += 1), PACK_SPEECH) } });
    expect([at.props().pack, loads]).toEqual([{ bytes: 1_220_000, isLoading: false }, 0]);
    at.props().usePack();
    expect(at.props().pack?.isLoading).toBe(true);
    await at.done();
    expect([loads, at.state.packs, at.props().pack, at.props().told?.key, at.stored.value]).toEqual([1, 1, null, 'pack-ready', { pack: true }]);
  });
  it('says when it could not be had, and neither offers it again nor remembers it', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const at = await open({ list: [], pack: { bytes: 0, load: async () => Promise.reject(new Error('no')) } });
    await at.done(() => at.props().usePack());
    expect([at.props().pack, at.props().told?.key, at.stored.value]).toEqual([null, 'pack-failed', undefined]);
  });
  it('tells what can be reported: browser and voices, nothing of the page', async () => {
    const at = await open({ list: LISTS.linuxFirefox });
    expect(at.props().diagnosis.split('\n')).toEqual([
      'browser: Windows', 'languages: zh-CN', 'voices: 3, Chinese 2', 'wanted: -',
      expect.stringContaining('latin as English'), 'cmn-LATN-PINYIN | Chinese (Mandarin, latin as Pinyin) | urn:moz-tts:speechd:Chinese%20(Mandarin%2C%20latin%20as%20Pinyin)?cmn-latn-pinyin | local',
    ]);
    await at.done(() => at.props().copy());
    expect(at.props().told?.key).toBe('not-copied');
  });
});
