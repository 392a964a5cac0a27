// Work in slices, by what a frame really costs, layout included; comes with the first aid. Not for what the work is, nor for when all is done
// (schedule.ts).
import { createFrames } from './frames';
import type { Schedule } from './page';

/** Learns what frames cost. */
interface FrameCosts {
  /** Notes a frame of so many units and ms; returns how many units the next may do. */
  fair(units: number, cost: number): number;
}

/** What a frame of ours may cost; steering by script time alone hides the layout (8 ms of building makes 100 ms of it). */
const AIM_MS = 28;
/** What the units of one frame may cost at least, however dear the frame itself is: on a huge page each costs tens of ms, so few are better. */
const LEAST_WORK_MS = 18;
/** The same as a part of what a frame costs of itself. */
const LEAST_WORK = 0.5;
const MIN_ALLOWANCE = 16;
const MAX_GROWTH = 1.6;
const MAX_SHRINKING = 0.4;
/** How much an older frame counts beside a newer one. */
const MEMORY = 0.6;

interface Job {
  readonly step: (allowance: number) => number;
  readonly signal: AbortSignal;
  allowance: number;
  readonly costs: FrameCosts;
  done(): void;
  fail(error: unknown): void;
}

/** @param document gives the clock of frames */
export function createFrameWork(document: Document): Schedule['slice'] {
  const view = document.defaultView as Window & typeof globalThis;
  const frames = createFrames(document);
  const jobs: Job[] = [];
  let running = false;

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    while (jobs.length > 0) {
      await frames.next();
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
      await frames.afterPaint();
      const fair = job.costs.fair(units, Math.max(1, view.performance.now() - began));
      job.allowance = Math.max(MIN_ALLOWANCE, job.allowance * MAX_SHRINKING, Math.min(fair, job.allowance * MAX_GROWTH));
      jobs.push(job);
    }
    running = false;
  }

  return (step, first, signal) => {
    const work = new Promise<void>((done, fail) => {
      if (signal.aborted) return done();
      jobs.push({ step, signal, allowance: first, costs: createFrameCosts(), done, fail });
      signal.addEventListener('abort', () => done(), { once: true });
    });
    void run();
    return work;
  };
}

/** A frame costs something of itself and something for each unit: a line through the last frames, the newer counting more. */
function createFrameCosts(): FrameCosts {
  let [weight, sumUnits, sumCost, sumSquares, sumProducts] = [0, 0, 0, 0, 0];
  return {
    fair(units, cost) {
      weight = weight * MEMORY + 1;
      sumUnits = sumUnits * MEMORY + units;
      sumCost = sumCost * MEMORY + cost;
      sumSquares = sumSquares * MEMORY + units * units;
      sumProducts = sumProducts * MEMORY + units * cost;
      const spread = weight * sumSquares - sumUnits * sumUnits;
      // Frames of like size tell nothing of the slope; then all of the cost is taken for the units'.
      const slope = spread > 0.01 * sumUnits * sumUnits ? (weight * sumProducts - sumUnits * sumCost) / spread : 0;
      const perUnit = slope > 0 ? Math.min(slope, cost / units) : cost / units;
      const ofItself = Math.max(0, cost - perUnit * units);
      return Math.max(AIM_MS - ofItself, LEAST_WORK_MS, ofItself * LEAST_WORK) / perUnit;
    },
  };
}
