// Says one fixed sentence in a voice, so that the reader can choose by ear. One at a time, with a limit for engines that never answer.
// Not the reading itself (speech/engine.ts).
import type { Driver } from '../../speech/driver';

/** Ours alone: no text of the page. */
export const SAMPLE = '您好，我来为您读这一页。';
const START_WITHIN_MS = 5_000;
const END_WITHIN_MS = 15_000;

export interface Sample {
  /** URI of the voice that sounds; null in silence. */
  readonly sounding: string | null;
  /** @param uri '' for the best voice */
  say(uri: string): void;
  stop(): void;
  /** Somebody else has the voice now: what becomes of the sample counts for nothing, and the voice is not told to be silent. */
  leave(): void;
}

/** How a sample ended; `interrupted`: somebody else began to speak. */
export type SampleEnd = 'heard' | 'failed' | 'interrupted';

export interface SampleParts {
  driver(): Driver;
  manner(): { readonly rate: number; readonly volume: number };
  later(run: () => void, ms: number): () => void;
  /** Not called after `stop`. */
  onEnd(uri: string, how: SampleEnd): void;
}

/** Makes it, silent. */
export function createSample({ driver, manner, later, onEnd }: SampleParts): Sample {
  let sounding: string | null = null;
  /** Events of an older sample do not count. */
  let current = 0;
  let dropLimit: () => void = () => undefined;

  function leave(): void {
    current += 1;
    sounding = null;
    dropLimit();
  }

  function limit(run: () => void, ms: number): void {
    dropLimit();
    dropLimit = later(run, ms);
  }

  function stop(): void {
    if (sounding === null) return;
    leave();
    driver().cancel();
  }

  return {
    get sounding() {
      return sounding;
    },
    stop,
    leave,
    say(uri) {
      stop();
      sounding = uri;
      const mine = (current += 1);
      const over = (how: SampleEnd) => {
        if (mine !== current) return;
        leave();
        onEnd(uri, how);
      };
      const giveUp = () => {
        if (mine !== current) return;
        driver().cancel();
        over('failed');
      };
      limit(giveUp, START_WITHIN_MS);
      driver().speak(
        { text: SAMPLE, ...manner(), voice: uri, readings: null },
        {
          onStart: () => mine === current && limit(giveUp, END_WITHIN_MS),
          onWord: () => undefined,
          onEnd: () => over('heard'),
          onFailure: (failure) => over(failure === 'interrupted' ? failure : 'failed'),
        },
      );
    },
  };
}
