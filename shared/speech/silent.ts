// A driver that makes no sound and only keeps time, so that the caption goes on where there is no voice. Not for pretending to speak:
// it is used only where somebody said that silence will do.
import type { Driver } from './driver';
import { createPace } from './pace';
import { followWords } from './words';

export interface SilentParts {
  now(): number;
  later(run: () => void, ms: number): () => void;
}

/** What the engine learns speeds by; no voice of a machine is called so. */
const SILENCE = { name: '', lang: 'zh-CN', voiceURI: 'mingdu:silence', localService: true };

/** Makes the driver. It takes as long as an ordinary voice would. */
export function createSilence({ now, later }: SilentParts): Driver {
  const pace = createPace();
  let end: (() => void) | null = null;

  function cancel(): void {
    end?.();
    end = null;
  }

  return {
    hasVoice: () => true,
    voiceArrives: () => Promise.resolve(true),
    voices: () => [],
    chosen: () => SILENCE,
    level: 'light',
    hasVolume: false,
    takesReadings: false,
    speak({ text, rate }, events) {
      cancel();
      const expectedMs = pace.estimate('', text, rate);
      events.onStart();
      const words = followWords({ text, expectedMs, waitMs: 0, now, later, onWord: (unit, length) => events.onWord(unit, length) });
      const cancelEnd = later(() => {
        cancel();
        events.onEnd();
      }, expectedMs);
      end = () => {
        words.end();
        cancelEnd();
      };
    },
    cancel,
    isBusy: () => end !== null,
    fallBack: () => false,
  };
}
