// The engine against engines that lie: every sentence once, in order, whatever they do; pause keeps the place; problems are said.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEngine, type SpeechProblem, type Track } from '../../../shared/speech/engine';
import { spokenOf } from '../../../shared/speech/normalise';
import { createWebSpeech } from '../../../shared/speech/web-speech';
import { createFakeSpeech, type FakeProfile } from '../../support/fake-speech';

const MS_PER_CHARACTER = 200;

function trackOf(items: readonly string[]): Track<string> {
  let at = 0;
  return {
    get current() {
      return items[at] ?? null;
    },
    forward: () => void (at += 1),
    back: () => void (at -= 1),
  };
}

function setUp(profile: FakeProfile, count = 200) {
  const fake = createFakeSpeech(profile, MS_PER_CHARACTER);
  const problems: SpeechProblem[] = [];
  const places: string[] = [];
  const words: string[] = [];
  const later = (run: () => void, ms: number) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  };
  const gestures = new Set<() => void>();
  let rate = 1;
  const end = new AbortController();
  const driver = createWebSpeech({
    window: { speechSynthesis: fake.synthesis, SpeechSynthesisUtterance: fake.Utterance } as unknown as Window,
    later,
    listen: (target, type, run) => target.addEventListener(type, run),
  });
  const engine = createEngine<string>({
    driver,
    spoken: (item) => ({ text: spokenOf(item).text, readings: null }),
    manner: () => ({ rate, volume: 1, voice: '' }),
    onWord: (item, unit, length) => void words.push(`${item.slice(unit, unit + length)}`),
    signal: end.signal,
    now: () => Date.now(),
    later,
    onNextGesture(run) {
      gestures.add(run);
      return () => gestures.delete(run);
    },
    onPlace: (state, item) => void places.push(`${state} ${item ?? ''}`.trim()),
    onProblem: (problem) => void problems.push(problem),
  });
  const items = Array.from({ length: count }, (_, at) => `第${at}句通知内容请大家认真阅读。`);
  return {
    fake,
    driver,
    engine,
    items,
    problems,
    places,
    end,
    track: trackOf(items),
    setRate: (next: number) => void (rate = next),
    gesture() {
      fake.gesture();
      for (const run of [...gestures]) {
        gestures.delete(run);
        run();
      }
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});

describe('a notice of 200 sentences', () => {
  it.each<FakeProfile>(['linux-chromium', 'linux-firefox', 'cutoff', 'edge-drops', 'no-end'])('is read to its end once under %s', async (profile) => {
    const { fake, engine, items, problems, track } = setUp(profile);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(200 * 20_000);
    expect(fake.started).toEqual(items);
    expect(engine.state).toBe('idle');
    expect(problems).toEqual([]);
    expect(fake.calls).not.toContain('pause');
    expect(fake.calls).not.toContain('resume');
  });

  it('is read to its end by an engine that sounds on for ever', async () => {
    const { fake, engine, problems } = setUp('cutoff', 0);
    const long = Array.from({ length: 5 }, (_, at) => `${at}${'很长的一句话'.repeat(20)}`);
    engine.read(trackOf(long));
    await vi.advanceTimersByTimeAsync(5 * 200_000);
    expect(fake.started).toEqual(long);
    expect(engine.state).toBe('idle');
    expect(problems).toEqual([]);
  });
});

describe('commands', () => {
  it.each<FakeProfile>(['linux-chromium', 'linux-firefox'])('pause, a minute, go on: the same sentence (%s)', async (profile) => {
    const { fake, engine, items, track, places } = setUp(profile, 6);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(5_000);
    const before = fake.started.length;
    engine.pause();
    expect(engine.state).toBe('paused');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fake.started.length).toBe(before);
    engine.resume();
    await vi.advanceTimersByTimeAsync(10);
    expect(fake.started.at(-1)).toBe(items[before - 1]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fake.ended).toEqual(items);
    expect(places.at(-1)).toBe('idle');
  });

  it.each<FakeProfile>(['linux-chromium', 'linux-firefox'])('next, previous and stop (%s)', async (profile) => {
    const { fake, engine, items, track } = setUp(profile, 9);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(500);
    engine.next();
    await vi.advanceTimersByTimeAsync(500);
    engine.next();
    await vi.advanceTimersByTimeAsync(500);
    engine.previous();
    await vi.advanceTimersByTimeAsync(500);
    expect(fake.started).toEqual([items[0], items[1], items[2], items[1]]);
    engine.stop();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(fake.started.length).toBe(4);
    expect(engine.state).toBe('idle');
  });

  it('previous within a sentence that has run for a while starts it again, and never leaves the first', async () => {
    const { fake, engine, items, track, setRate } = setUp('linux-chromium', 3);
    setRate(0.5);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(100);
    engine.previous();
    await vi.advanceTimersByTimeAsync(100);
    expect(fake.started).toEqual([items[0], items[0]]);
    engine.next();
    await vi.advanceTimersByTimeAsync(3_100);
    engine.previous();
    await vi.advanceTimersByTimeAsync(100);
    expect(fake.started.slice(2)).toEqual([items[1], items[1]]);
  });

  it('the end of the aid is silence', async () => {
    const { fake, engine, track, end } = setUp('linux-chromium', 9);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(500);
    end.abort();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(fake.started.length).toBe(1);
    expect(fake.calls.at(-1)).toBe('cancel');
    expect(engine.state).toBe('idle');
  });

  it('next at the last sentence ends', async () => {
    const { engine, track } = setUp('linux-chromium', 1);
    engine.read(track);
    engine.next();
    expect(engine.state).toBe('idle');
  });

  it('speed counts from the next sentence on', async () => {
    const { fake, engine, track, setRate } = setUp('linux-chromium', 3);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(100);
    setRate(2);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(fake.rates).toEqual([1, 2, 2]);
  });
});

describe('what goes wrong', () => {
  it('another tab takes the voice: a pause, not the next sentence', async () => {
    const { fake, engine, items, track, problems } = setUp('linux-chromium', 4);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(1_000);
    fake.interrupt();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(engine.state).toBe('paused');
    expect(problems).toEqual([]);
    engine.resume();
    await vi.advanceTimersByTimeAsync(100);
    expect(fake.started).toEqual([items[0], items[0]]);
  });

  it('without a press it waits, says so, and begins at the press', async () => {
    const { fake, engine, items, track, problems, gesture } = setUp('no-activation', 2);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(problems).toEqual(['not-allowed']);
    expect(engine.state).toBe('paused');
    gesture();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(fake.ended).toEqual(items);
  });

  it('stopped while it waits for a press, it stays silent', async () => {
    const { fake, engine, track, gesture } = setUp('no-activation', 2);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(100);
    engine.stop();
    gesture();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(fake.started).toEqual([]);
  });

  it('an engine that always fails is given up with one sentence', async () => {
    const { engine, track, problems } = setUp('fails', 20);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(engine.state).toBe('idle');
    expect(problems).toEqual(['speech-failed']);
  });

  it('a list that comes late is waited for', async () => {
    const { driver } = setUp('empty-late', 1);
    expect(driver.hasVoice()).toBe(false);
    const arrives = driver.voiceArrives();
    await vi.advanceTimersByTimeAsync(1_600);
    expect(await arrives).toBe(true);
  });

  it.each<FakeProfile>(['no-voice', 'firefox-no-voice', 'chrome-google'])('no voice of this machine: %s', async (profile) => {
    const { driver } = setUp(profile, 1);
    const arrives = driver.voiceArrives();
    await vi.advanceTimersByTimeAsync(2_500);
    expect(await arrives).toBe(false);
  });

  it('a window without speechSynthesis has no voice', async () => {
    const driver = createWebSpeech({ window: {} as Window, later: () => () => undefined, listen: () => undefined });
    expect(await driver.voiceArrives()).toBe(false);
    expect(driver.isBusy()).toBe(false);
  });

  it('items with nothing to say are passed by', async () => {
    const { fake, engine } = setUp('linux-chromium', 0);
    engine.read(trackOf(['————', '第一句在这里。', '■■', '第二句在这里。', '…']));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fake.ended).toEqual(['第一句在这里。', '第二句在这里。']);
    expect(engine.state).toBe('idle');
  });
});
