// Keeps errors of ours away from the page: a callback that throws tells us, never the page's own error handlers.
// Not for aids: their context fences each callback and stops the aid (run-feature.ts).

/** Wraps a callback so that it never throws. */
export type Fence = <A extends unknown[]>(run: (...args: A) => void) => (...args: A) => void;

/**
 * @param report is told of what was thrown
 * @param signal nothing runs any more once it has aborted
 */
export function createFence(report: (error: unknown) => void, signal?: AbortSignal): Fence {
  return (run) =>
    (...args) => {
      if (signal?.aborted) return;
      try {
        run(...args);
      } catch (error) {
        report(error);
      }
    };
}
