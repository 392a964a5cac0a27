// All ways to speak behind one driver: which one is taken, when it changes, and that nothing sounds unasked.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RemoteSpeech, Utterance, UtteranceEvents } from '../../../shared/speech/driver';
import { isLocal, type VoiceLike } from '../../../shared/speech/voices';
import { createRemoteDriver } from '../../../shared/speech/remote-speech';
import { createSpeaker } from '../../../shared/speech/speaker';
import { createWebSpeech } from '../../../shared/speech/web-speech';
import { createFakeSpeech } from '../../support/fake-speech';
import { createSpeaking } from '../../support/speaking';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});

const voice = (name: string, localService = true): VoiceLike => ({ name, lang: 'zh-CN', voiceURI: name, localService });

/** Speech elsewhere: each text takes half a second, unless it is broken. */
function createRemote(voices: readonly VoiceLike[] = [voice('pack')]) {
  const spoken: string[] = [];
  let current: { events: UtteranceEvents; timer: ReturnType<typeof setTimeout> } | null = null;
  const remote = {
    spoken,
    used: [] as string[],
    isBroken: false,
    speech: {
      voices: async () => voices,
      speak(utterance: Utterance, events: UtteranceEvents) {
        if (remote.isBroken) return events.onFailure('failed');
        spoken.push(utterance.text);
        remote.used.push(utterance.voice);
        events.onStart();
        current = { events, timer: setTimeout(() => events.onEnd(), 500) };
      },
      cancel() {
        clearTimeout(current?.timer);
        current?.events.onFailure('interrupted');
      },
    } satisfies RemoteSpeech,
  };
  return remote;
}

describe('the extension’s tts', () => {
  it('goes on where the page refuses to sound before a press', async () => {
    const tts = createRemote([voice('system')]);
    const { fake, engine, items, problems, track } = createSpeaking('no-activation', { count: 5, tts: tts.speech });
    await vi.advanceTimersByTimeAsync(10);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(tts.spoken).toEqual(items);
    expect(fake.started).toEqual([]);
    // The page was asked once.
    expect(fake.calls.filter((call) => call.startsWith('speak'))).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  it('is not used for what nobody asked for', async () => {
    const tts = createRemote([voice('system')]);
    const { engine, problems, track } = createSpeaking('no-activation', { count: 5, tts: tts.speech, wasAsked: false });
    await vi.advanceTimersByTimeAsync(10);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(tts.spoken).toEqual([]);
    expect(problems).toEqual(['not-allowed']);
    expect(engine.state).toBe('paused');
  });

  it('stays silent when reading was paused before the refusal arrived', async () => {
    const tts = createRemote([voice('system')]);
    const { engine, track } = createSpeaking('no-activation', { count: 5, tts: tts.speech });
    await vi.advanceTimersByTimeAsync(10);
    engine.read(track);
    engine.pause();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(tts.spoken).toEqual([]);
    expect(engine.state).toBe('paused');
  });

  it('that dies in a sentence says it again, and is given up when it stays dead', async () => {
    const tts = createRemote([voice('system')]);
    const { engine, items, problems, track } = createSpeaking('webview', { count: 9, tts: tts.speech });
    await vi.advanceTimersByTimeAsync(10);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(1_100);
    tts.isBroken = true;
    await vi.advanceTimersByTimeAsync(1_000);
    tts.isBroken = false;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(tts.spoken).toEqual(items);
    tts.isBroken = true;
    const { engine: other, track: another, problems: more } = createSpeaking('webview', { count: 9, tts: tts.speech });
    await vi.advanceTimersByTimeAsync(10);
    other.read(another);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(other.state).toBe('idle');
    expect(problems).toEqual([]);
    expect(more).toEqual(['speech-failed']);
  });
});

describe('a driver over speech made elsewhere', () => {
  it('turns after failures only to a voice that may speak', async () => {
    const names = ['one', 'two', 'forbidden'];
    const driver = createRemoteDriver({
      speech: createRemote(names.map((name) => voice(name))).speech,
      level: 'light', hasVolume: true, takesReadings: false,
      allows: ({ name }) => name !== 'forbidden',
      later: () => () => undefined,
    });
    await driver.voiceArrives();
    expect([driver.chosen('')?.name, driver.fallBack(), driver.chosen('')?.name]).toEqual(['one', true, 'two']);
    expect([driver.fallBack(), driver.chosen('')?.name]).toEqual([false, 'two']);
  });
});

describe('the pack', () => {
  it('speaks where there is no other voice, once it is there, and takes readings', async () => {
    const pack = createRemote();
    const { driver, engine, items, track } = createSpeaking('no-voice', { count: 3 });
    expect(driver.hasVoice()).toBe(false);
    driver.usePack(pack.speech);
    expect(await driver.voiceArrives()).toBe(true);
    expect([driver.level, driver.takesReadings, driver.hasVolume]).toEqual(['full', true, true]);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(pack.spoken).toEqual(items);
  });

  it('comes after a voice of the machine, unless the reader chose it', async () => {
    const pack = createRemote();
    const { driver, engine, items, track, manner, fake } = createSpeaking('linux-chromium', { count: 2 });
    driver.usePack(pack.speech);
    await vi.advanceTimersByTimeAsync(10);
    expect(driver.voices().map(({ voiceURI }) => voiceURI)).toContain('pack');
    engine.read(track);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(pack.spoken).toEqual([]);
    manner.voice = 'pack';
    engine.changed();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(fake.ended).toEqual([]);
    expect(pack.spoken).toEqual(items);
    expect(new Set(pack.used)).toEqual(new Set(['pack']));
  });

  it('takes over from a voice of the machine that does not answer, and the reader is told', async () => {
    const pack = createRemote();
    const { driver, engine, items, track, problems } = createSpeaking('fails', { count: 3 });
    driver.usePack(pack.speech);
    await vi.advanceTimersByTimeAsync(10);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(pack.spoken).toEqual(items);
    expect(problems).toEqual(['voice-changed']);
  });
});

describe('voices of the page', () => {
  const web = (profile: Parameters<typeof createFakeSpeech>[0], allowsRemote: boolean, userAgent = '') => {
    const fake = createFakeSpeech(profile, 10);
    const onVoices = vi.fn();
    const driver = createWebSpeech({
      window: { speechSynthesis: fake.synthesis, SpeechSynthesisUtterance: fake.Utterance, navigator: { userAgent } } as unknown as Window,
      later: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      listen: (target, type, run) => target.addEventListener(type, run),
      allows: (one) => allowsRemote || isLocal(one),
      onVoices,
    });
    return { fake, driver, onVoices };
  };
  const nothing: UtteranceEvents = { onStart: () => undefined, onWord: () => undefined, onEnd: () => undefined, onFailure: () => undefined };
  const say = (text: string, uri = ''): Utterance => ({ text, rate: 1, volume: 1, voice: uri, readings: null });

  it('a remote one is offered, and used only after consent', () => {
    const refused = web('chrome-google', false).driver;
    expect(refused.voices()).toHaveLength(1);
    expect(refused.hasVoice()).toBe(false);
    expect(refused.chosen('Google 普通话（中国大陆）')).toBeNull();
    expect(web('chrome-google', true).driver.chosen('')?.name).toContain('Google');
  });

  it('a list that grows with the first utterance is seen, and a local voice is then the best', async () => {
    const { driver, onVoices } = web('edge-natural', true);
    expect(driver.chosen('')?.name).toContain('Xiaoxiao');
    driver.speak(say('第一句。'), nothing);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(driver.chosen('')?.name).toContain('Huihui');
    expect(driver.chosen('Microsoft Xiaoxiao Online (Natural) - Chinese (Mainland)')?.name).toContain('Xiaoxiao');
    expect(onVoices).toHaveBeenCalledTimes(2);
  });

  it('one that failed is left for the next of this machine, until the reader asks for it again', () => {
    const { driver } = web('win-huihui', true);
    const [first, second] = driver.voices();
    driver.speak(say('一。'), nothing);
    expect(driver.fallBack()).toBe(true);
    expect(driver.chosen('')).toEqual(second);
    expect(driver.fallBack()).toBe(false);
    driver.speak(say('二。', first?.voiceURI), nothing);
    expect(driver.chosen('')).toEqual(first);
  });

  it('on Linux, Chromium hands no volume to its voices; Firefox does', () => {
    const chromium = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
    expect(web('linux-chromium', true, chromium).driver.hasVolume).toBe(false);
    expect(web('chrome-google', true, chromium).driver.hasVolume).toBe(true);
    expect(web('linux-firefox', true, 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0').driver.hasVolume).toBe(true);
    expect(web('win-huihui', true, 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/156.0.0.0').driver.hasVolume).toBe(true);
    expect(web('android', true, 'Mozilla/5.0 (Linux; Android 14) Chrome/156.0.0.0 Mobile').driver.hasVolume).toBe(true);
  });

  it('a voice that the browser refuses is a failure, never an error', () => {
    const fake = createFakeSpeech('win-huihui', 10);
    const driver = createSpeaker({
      window: { speechSynthesis: { ...fake.synthesis, getVoices: () => fake.synthesis.getVoices(), speak: () => { throw new TypeError('no such voice'); } }, SpeechSynthesisUtterance: fake.Utterance } as unknown as Window,
      later: () => () => undefined,
      now: () => 0,
      listen: () => undefined,
      ports: { tts: null },
      allowsSilence: () => false,
      wasAsked: () => true,
    });
    const onFailure = vi.fn();
    driver.speak(say('一。'), { ...nothing, onFailure });
    expect(onFailure).toHaveBeenCalledWith('failed');
  });
});
