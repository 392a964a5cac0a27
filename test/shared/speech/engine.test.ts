// The engine against engines that lie: every sentence once, in order, whatever they do; pause keeps the place; problems are said.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWebSpeech } from '../../../shared/speech/web-speech';
import type { FakeProfile } from '../../support/fake-speech';
import { createSpeaking, trackOf, type SpeakingOptions } from '../../support/speaking';

const setUp = (profile: FakeProfile, count?: number, options: SpeakingOptions = {}) => createSpeaking(profile, { ...(count === undefined ? {} : { count }), ...options });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
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
    const { fake, engine, items, track } = setUp('linux-chromium', 3);
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

  it('at a slow speed a long sentence is said in pieces, cut at a comma; as one sentence for the reader', async () => {
    const { fake, engine, items, track, manner, places } = setUp('linux-chromium', 2);
    manner.rate = 0.5;
    engine.read(track);
    await vi.advanceTimersByTimeAsync(7_000);
    engine.pause();
    engine.resume();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fake.started).toEqual(['第0句通知内容请大家认真阅读，', '并按时办理有关事项。', '第0句通知内容请大家认真阅读，', '并按时办理有关事项。', '第1句通知内容请大家认真阅读，', '并按时办理有关事项。']);
    expect(places).toEqual([`speaking ${items[0]}`, `paused ${items[0]}`, `speaking ${items[0]}`, `speaking ${items[1]}`, 'idle']);
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

  it('another speed begins the sentence again, a moment after the last change, and only once', async () => {
    const { fake, engine, items, track, manner } = setUp('linux-chromium', 3);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(1_000);
    for (const rate of [1.25, 1.5, 2]) {
      manner.rate = rate;
      engine.changed();
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(fake.rates).toEqual([1]);
    await vi.advanceTimersByTimeAsync(200);
    expect(fake.rates).toEqual([1, 2]);
    // Something else was set: nothing begins again.
    engine.changed();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(fake.started).toEqual([items[0], ...items]);
    expect(fake.rates).toEqual([1, 2, 2, 2]);
  });

  it('a change while it is paused is heard when it goes on, and makes no sound by itself', async () => {
    const { fake, engine, items, track, manner } = setUp('linux-chromium', 2);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(1_000);
    engine.pause();
    manner.rate = 0.5;
    engine.changed();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(fake.started).toEqual([items[0]]);
    engine.resume();
    await vi.advanceTimersByTimeAsync(100);
    expect(fake.rates).toEqual([1, 0.5]);
  });

  it('next and previous paragraph; early in the first sentence of one to the one before, later to its start', async () => {
    const { fake, engine, items, track } = setUp('linux-chromium', 9, { perPart: 3 });
    engine.read(track);
    await vi.advanceTimersByTimeAsync(100);
    engine.nextPart();
    await vi.advanceTimersByTimeAsync(100);
    engine.nextPart();
    await vi.advanceTimersByTimeAsync(100);
    engine.previousPart();
    await vi.advanceTimersByTimeAsync(3_200);
    engine.previousPart();
    await vi.advanceTimersByTimeAsync(100);
    engine.next();
    await vi.advanceTimersByTimeAsync(100);
    engine.previousPart();
    await vi.advanceTimersByTimeAsync(100);
    engine.previousPart();
    await vi.advanceTimersByTimeAsync(100);
    engine.previousPart();
    await vi.advanceTimersByTimeAsync(100);
    const at = (index: number) => items[index];
    expect(fake.started).toEqual([0, 3, 6, 3, 3, 4, 3, 0, 0].map(at));
  });

  it('a pause after a sentence is kept, can be paused in, and is left out while the page is hidden', async () => {
    const { fake, engine, items, track, hide, places } = setUp('linux-chromium', 6, { pause: 2_000 });
    const sentence = 4 + (items[0]?.length ?? 0) * 200;
    engine.read(track);
    await vi.advanceTimersByTimeAsync(sentence + 1_900);
    expect(fake.started).toEqual([items[0]]);
    engine.pause();
    expect(places.at(-1)).toBe(`paused ${items[1]}`);
    await vi.advanceTimersByTimeAsync(60_000);
    engine.resume();
    await vi.advanceTimersByTimeAsync(100);
    expect(fake.started).toEqual([items[0], items[1]]);
    await vi.advanceTimersByTimeAsync(sentence + 1_000);
    hide(true);
    // The pause that had begun ends; the ones after it are none.
    await vi.advanceTimersByTimeAsync(1_500 + 2 * sentence);
    expect(fake.started).toEqual(items.slice(0, 5));
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

  it.each<FakeProfile>(['no-voice', 'firefox-no-voice', 'webview'])('no voice: %s', async (profile) => {
    const { driver } = setUp(profile, 1);
    const arrives = driver.voiceArrives();
    await vi.advanceTimersByTimeAsync(4_000);
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
