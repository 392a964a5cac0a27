// Long work in short tasks, by timers and not by frames: a hidden tab has none, and a command may come there, too.

/** No task is longer, so that the page stays quick. */
const SLICE_MS = 25;
/** How many steps are done between two looks at the clock. */
const STEPS = 20;

/**
 * Runs a generator to its end; at once if that fits into one slice.
 * @returns its last value
 */
export function inSlices<T>(steps: Generator<void, T, undefined>, later: (run: () => void, ms: number) => unknown, now: () => number): Promise<T> {
  return new Promise((resolve, reject) => {
    const slice = () => {
      const end = now() + SLICE_MS;
      try {
        for (let done = 1; ; done += 1) {
          const step = steps.next();
          if (step.done === true) {
            resolve(step.value);
            return;
          }
          if (done % STEPS === 0 && now() > end) break;
        }
      } catch (error) {
        reject(error);
        return;
      }
      later(slice, 0);
    };
    slice();
  });
}
