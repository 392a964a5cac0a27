// Knows when nothing is pending any more. Not for the work itself (frame-work.ts).
import { createFrames } from './frames';
import type { Waiting } from './page';

/** What was pending is waited for however long it takes; what goes on coming after it, on a page that never rests, no longer than this. */
const RESTLESS_MS = 2000;

/** @param document gives the clock of frames */
export function createSchedule(document: Document): Waiting {
  const view = document.defaultView as Window & typeof globalThis;
  const frames = createFrames(document);
  const works = new Set<Promise<unknown>>();
  return {
    pending(work) {
      const forget = () => void works.delete(done);
      // Never rejects, so that `all` does: pages of old libraries have a Promise without `allSettled`.
      const done = work.then(forget, forget);
      works.add(done);
    },
    async settled() {
      await frames.next();
      await frames.afterPaint();
      // What came into view by a change of the page is told in this frame too, but in a task that was queued after ours.
      await frames.afterPaint();
      let until = Infinity;
      while (works.size > 0 && view.performance.now() < until) {
        await Promise.all([...works]);
        await frames.afterPaint();
        until = Math.min(until, view.performance.now() + RESTLESS_MS);
      }
    },
  };
}
