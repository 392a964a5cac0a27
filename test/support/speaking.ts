// The engine on a fake speechSynthesis, with everything that it tells written down. For tests with fake timers; no expectations in here.
import { createEngine, type SpeechProblem, type Track } from '../../shared/speech/engine';
import type { RemoteSpeech } from '../../shared/speech/driver';
import { spokenOf } from '../../shared/speech/normalise';
import { createSpeaker } from '../../shared/speech/speaker';
import { familyOf } from '../../shared/speech/voices';
import { createFakeSpeech, type FakeProfile } from './fake-speech';

/** About as fast as an ordinary voice. */
export const MS_PER_CHARACTER = 200;

/** A track over texts; parts are runs of `perPart` items. */
export function trackOf(items: readonly string[], perPart?: number): Track<string> {
  let at = 0;
  const track = {
    get current() {
      return items[at] ?? null;
    },
    forward: () => void (at += 1),
    back: () => void (at -= 1),
  };
  if (perPart === undefined) return track;
  const part = () => Math.floor(at / perPart);
  return {
    ...track,
    get current() {
      return track.current;
    },
    forwardPart: () => void (at = (part() + 1) * perPart),
    backPart: (restarts) => void (at = at % perPart > 0 || restarts ? part() * perPart : Math.max(0, part() - 1) * perPart),
  };
}

export interface SpeakingOptions {
  readonly count?: number;
  readonly perPart?: number;
  readonly allowsSilence?: boolean;
  readonly tts?: RemoteSpeech;
  readonly wasAsked?: boolean;
  /** Milliseconds after every item. */
  readonly pause?: number;
}

/** Makes an engine that has been told nothing yet, and the texts of a notice. */
export function createSpeaking(profile: FakeProfile, { count = 200, perPart, allowsSilence = false, tts, wasAsked = true, pause = 0 }: SpeakingOptions = {}) {
  const fake = createFakeSpeech(profile, MS_PER_CHARACTER);
  const problems: SpeechProblem[] = [];
  const places: string[] = [];
  const words: { item: string; unit: number; end: number; at: number }[] = [];
  const preparing: boolean[] = [];
  const gestures = new Set<() => void>();
  const end = new AbortController();
  const manner = { rate: 1, volume: 1, voice: '' };
  let isHidden = false;
  const later = (run: () => void, ms: number) => {
    // As browsers do: in a hidden page no timer runs before a second is over.
    const timer = setTimeout(run, isHidden ? Math.max(ms, 1_000) : ms);
    return () => clearTimeout(timer);
  };
  const driver = createSpeaker({
    window: { speechSynthesis: fake.synthesis, SpeechSynthesisUtterance: fake.Utterance } as unknown as Window,
    later,
    now: () => Date.now(),
    listen: (target, type, run) => target.addEventListener(type, run),
    ports: { tts: tts ?? null },
    allows: (voice) => familyOf(voice) === 'mandarin',
    allowsSilence: () => allowsSilence,
    wasAsked: () => wasAsked,
  });
  const engine = createEngine<string>({
    driver,
    spoken: (item) => ({ text: spokenOf(item).text, readings: null }),
    manner: () => ({ ...manner }),
    onWord: (item, unit, length) => void words.push({ item, unit, end: unit + length, at: Date.now() }),
    pauseAfter: () => pause,
    isHidden: () => isHidden,
    signal: end.signal,
    now: () => Date.now(),
    later,
    onNextGesture(run) {
      gestures.add(run);
      return () => gestures.delete(run);
    },
    onPlace: (state, item) => void places.push(`${state} ${item ?? ''}`.trim()),
    onProblem: (problem) => void problems.push(problem),
    onPreparing: (is) => void preparing.push(is),
  });
  const items = Array.from({ length: count }, (_, at) => `第${at}句通知内容请大家认真阅读，并按时办理有关事项。`);
  return {
    fake,
    driver,
    engine,
    items,
    problems,
    places,
    words,
    preparing,
    end,
    manner,
    track: trackOf(items, perPart),
    hide: (is: boolean) => void (isHidden = is),
    gesture() {
      fake.gesture();
      for (const run of [...gestures]) {
        gestures.delete(run);
        run();
      }
    },
  };
}
