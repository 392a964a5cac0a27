// Slices work by what a frame really costs, layout included, and knows when nothing is pending. Not for what the work is.
import type { Schedule } from './page';

/** What a frame of ours may cost; steering by script time alone hides the layout (8 ms of building makes 100 ms of it). */
const AIM_MS = 28;
/** A window that is hidden or throttled gives no frames; work goes on by the clock then. */
const NO_FRAME_MS = 300;
const MIN_ALLOWANCE = 16;
const MAX_GROWTH = 1.6;

interface Job {
  readonly step: (allowance: number) => number;
  readonly signal: AbortSignal;
  allowance: number;
  done(): void;
  fail(error: unknown): void;
}

/** @param document gives the clock of frames */
export function createSchedule(document: Document): Schedule {
  const view = document.defaultView as Window & typeof globalThis;
  const jobs: Job[] = [];
  const works = new Set<Promise<unknown>>();
  let running = false;

  /** Resolves inside the next frame, or soon by the clock when no frames come. */
  function frame(): Promise<void> {
    return new Promise((resolve) => {
      const timer = view.setTimeout(done, document.hidden ? 0 : NO_FRAME_MS);
      const request = view.requestAnimationFrame(done);
      function done(): void {
        view.clearTimeout(timer);
        view.cancelAnimationFrame(request);
        resolve();
      }
    });
  }

  /** Resolves in a task of its own: after the paint, when called inside a frame. */
  function afterPaint(): Promise<void> {
    return new Promise((resolve) => {
      const channel = new view.MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        resolve();
      };
      channel.port2.postMessage(null);
    });
  }

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    while (jobs.length > 0) {
      await frame();
      const job = jobs.shift();
      if (!job) break;
      if (job.signal.aborted) {
        job.done();
        continue;
      }
      const began = view.performance.now();
      let units: number;
      try {
        units = job.step(Math.round(job.allowance));
      } catch (error) {
        job.fail(error);
        continue;
      }
      if (units <= 0) {
        job.done();
        continue;
      }
      await afterPaint();
      const cost = Math.max(1, view.performance.now() - began);
      const fair = units * (AIM_MS / cost);
      job.allowance = Math.max(MIN_ALLOWANCE, Math.min(fair, job.allowance * MAX_GROWTH));
      jobs.push(job);
    }
    running = false;
  }

  const schedule: Schedule = {
    slice(step, first, signal) {
      const work = new Promise<void>((done, fail) => {
        if (signal.aborted) return done();
        jobs.push({ step, signal, allowance: first, done, fail });
        signal.addEventListener('abort', () => done(), { once: true });
      });
      void run();
      return work;
    },
    pending(work) {
      works.add(work);
      const forget = () => works.delete(work);
      work.then(forget, forget);
    },
    async settled() {
      await frame();
      await afterPaint();
      while (works.size > 0) {
        await Promise.allSettled([...works]);
        await afterPaint();
      }
    },
  };
  return schedule;
}
