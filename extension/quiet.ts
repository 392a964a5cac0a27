// When the aids come that were left on: those that a page is first seen with at once, the others when the page is quiet, so that they do not slow
// down what the reader waits for. Not for which are on (shared/aids.ts).
import { isFirst } from './first-aids';
import { parsed } from './headed';

/** They change all that is seen too, but need the whole page, or are not fetched before it. */
const SOON_AIDS = ['view', 'still'];
/** A slow picture can put off the end of loading for minutes. */
const LONGEST_MS = 2000;
const IDLE_MS = 500;
/** What tells that the reader is there and may want something now. */
const PRESSES = ['pointerdown', 'keydown'];

export interface Quiet {
  /** Resolves when a file of ours may come. @param file its name without `.js` */
  turnOf(file: string): Promise<void>;
  /** The reader asked for something: nothing waits any longer. */
  end(): void;
}

/** @param view of a page that may still be loading */
export function createQuiet(view: Window, signal: AbortSignal): Quiet {
  let end = (): void => undefined;
  let quiet: Promise<void> | null = null;

  function wait(): Promise<void> {
    const over = new AbortController();
    const { document } = view;
    return new Promise((resolve) => {
      end = () => {
        over.abort();
        resolve();
      };
      if (signal.aborted) return end();
      signal.addEventListener('abort', end, { signal: over.signal });
      for (const type of PRESSES) view.addEventListener(type, (event) => event.isTrusted && end(), { capture: true, passive: true, signal: over.signal });
      const rest = () => void view.requestIdleCallback(end, { timeout: IDLE_MS });
      if (document.readyState === 'complete') rest();
      else view.addEventListener('load', () => setTimeout(rest), { signal: over.signal });
      void parsed().then(() => setTimeout(end, LONGEST_MS));
    });
  }

  return {
    async turnOf(file) {
      const id = /^mingdu-aid-(.+)$/.exec(file)?.[1];
      if (id === undefined || isFirst(id)) return;
      await (SOON_AIDS.includes(id) ? parsed() : (quiet ??= wait()));
    },
    end() {
      quiet ??= Promise.resolve();
      end();
    },
  };
}
