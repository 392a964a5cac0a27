// The engine against single faults, one at a time: what is swallowed, echoed, ended too soon or never begun, and voices that go away.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FakeProfile } from '../../support/fake-speech';
import { createSpeaking } from '../../support/speaking';

const setUp = (profile: FakeProfile, count: number) => createSpeaking(profile, { count });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});

describe('one fault at a time', () => {
  /** Has the engine swallow, or answer with an error, what it is given for a while. */
  function meddle(fake: ReturnType<typeof setUp>['fake'], takes: (utterance: SpeechSynthesisUtterance) => boolean): void {
    const speak = fake.synthesis.speak.bind(fake.synthesis);
    fake.synthesis.speak = (utterance) => {
      if (!takes(utterance)) speak(utterance);
    };
  }

  it('what a cancel has eaten is given again after a moment, and meanwhile it is said to be prepared', async () => {
    const { fake, engine, items, track, problems, preparing } = setUp('linux-chromium', 2);
    let eats = 1;
    meddle(fake, () => (eats -= 1) >= 0);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(690);
    expect(preparing).toEqual([]);
    await vi.advanceTimersByTimeAsync(20);
    expect(preparing).toEqual([true]);
    await vi.advanceTimersByTimeAsync(1_200);
    expect(fake.started).toEqual([items[0]]);
    expect(preparing).toEqual([true, false]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(fake.started).toEqual(items);
    expect(problems).toEqual([]);
  });

  it('that something is prepared is said anew for what is asked for meanwhile', async () => {
    const { fake, engine, track, preparing } = setUp('linux-chromium', 3);
    meddle(fake, () => true);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(710);
    engine.next();
    expect(preparing).toEqual([true, false]);
    await vi.advanceTimersByTimeAsync(710);
    expect(preparing).toEqual([true, false, true]);
    engine.stop();
    expect(preparing.at(-1)).toBe(false);
  });

  it('an engine that claims to be busy and never starts is asked again after three seconds', async () => {
    const { fake, engine, items, track } = setUp('linux-chromium', 1);
    let eats = 1;
    meddle(fake, () => (eats -= 1) >= 0);
    Object.defineProperty(fake.synthesis, 'pending', { get: () => fake.started.length === 0 });
    engine.read(track);
    await vi.advanceTimersByTimeAsync(2_990);
    // It seemed busy before it was given anything.
    expect(fake.calls).toEqual(['cancel']);
    await vi.advanceTimersByTimeAsync(300);
    expect(fake.calls.slice(1)).toContain(`speak ${items[0]}`);
    expect(fake.started).toEqual(items);
  });

  it('the echo of our own cancel on the next sentence is no interruption', async () => {
    const { fake, engine, items, track, problems } = setUp('linux-chromium', 3);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(1_000);
    let eats = 1;
    meddle(fake, (utterance) => {
      if ((eats -= 1) < 0) return false;
      setTimeout(() => utterance.onerror?.({ error: 'interrupted' } as SpeechSynthesisErrorEvent), 20);
      return true;
    });
    engine.next();
    await vi.advanceTimersByTimeAsync(500);
    expect(engine.state).toBe('speaking');
    expect(fake.started).toEqual([items[0], items[1]]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(fake.ended).toEqual(items.slice(1));
    expect(problems).toEqual([]);
  });

  it('an end without a start is not taken for one', async () => {
    const { fake, engine, items, track } = setUp('linux-firefox', 2);
    let eats = 1;
    meddle(fake, (utterance) => {
      if ((eats -= 1) < 0) return false;
      setTimeout(() => utterance.onend?.({} as SpeechSynthesisEvent), 20);
      return true;
    });
    engine.read(track);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(fake.ended).toEqual(items);
  });

  it('what was told of to its last word and then fell silent was said; what was not, is said again', async () => {
    for (const [share, repeats] of [[1, 0], [0.4, 1]] as const) {
      const { fake, engine, items, track } = setUp('win-huihui', 1);
      // Its end is never told; it stops after a part of its time.
      let times = 0;
      meddle(fake, (utterance) => {
        utterance.onend = null;
        const text = utterance.text;
        if ((times += 1) > 1) return false;
        setTimeout(() => fake.started.at(-1) === text && fake.interrupt(), 10 + text.length * 200 * share);
        utterance.onerror = null;
        return false;
      });
      engine.read(track);
      await vi.advanceTimersByTimeAsync(40_000);
      expect(fake.started).toEqual(Array.from({ length: 1 + repeats }, () => items[0]));
      expect(engine.state).toBe('idle');
    }
  });

  it('a sentence that nobody can say is passed by; four in a row are the end', async () => {
    const { fake, engine, items, track, problems } = setUp('linux-chromium', 60);
    let broken = new Set([items[2]]);
    meddle(fake, (utterance) => broken.has(utterance.text));
    engine.read(track);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fake.started.slice(0, 4)).toEqual([items[0], items[1], items[3], items[4]]);
    broken = new Set(items);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(engine.state).toBe('idle');
    expect(problems).toEqual(['speech-failed']);
    expect(fake.calls.filter((call) => call.startsWith('speak')).length).toBe(fake.started.length);
  });

  it('a voice that does not answer is left for another of this machine, and the reader is told', async () => {
    const { fake, engine, items, track, problems } = setUp('win-huihui', 3);
    meddle(fake, (utterance) => utterance.voice?.name.includes('Huihui') ?? false);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fake.ended).toEqual(items);
    expect(new Set(fake.voices)).toEqual(new Set(['Microsoft Kangkang - Chinese (Simplified, PRC)']));
    expect(problems).toEqual(['voice-changed']);
  });

  it('voices that are all gone keep the place, and it goes on when there is one again', async () => {
    const { fake, engine, items, track, problems } = setUp('linux-chromium', 4);
    engine.read(track);
    await vi.advanceTimersByTimeAsync(1_000);
    const list = fake.synthesis.getVoices();
    let isGone = true;
    fake.synthesis.getVoices = () => (isGone ? [] : list);
    meddle(fake, (utterance) => {
      if (isGone) setTimeout(() => utterance.onerror?.({ error: 'voice-unavailable' } as SpeechSynthesisErrorEvent), 1);
      return isGone;
    });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(engine.state).toBe('paused');
    expect(problems).toEqual(['no-voice']);
    isGone = false;
    engine.resume();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fake.ended).toEqual(items);
  });
});
