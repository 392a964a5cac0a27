// The watchdogs of one utterance: it is slow to start, never starts, falls silent without an event, never ends. Not for what to do then
// (utter.ts).

export interface Alarms {
  isBusy(): boolean;
  /** Still no start: the reader should see that something is coming. */
  onSlow(): void;
  /** No start within the time a start may take, or the engine let it drop before. */
  onNoStart(): void;
  /**
   * It has started, yet for a second the engine has been neither speaking nor waiting.
   * @param since when it fell silent, by the clock
   */
  onSilent(since: number): void;
  /** It has had far more than its time. */
  onOverdue(): void;
}

export interface Watch {
  /**
   * Begins with the wait for a start.
   * @param startMs how long that may be
   */
  begin(alarms: Alarms, startMs: number): void;
  /** It has started and should take so many milliseconds. */
  speaking(expectedMs: number): void;
  end(): void;
}

export interface WatchParts {
  now(): number;
  /** A timer that can be cancelled. */
  later(run: () => void, ms: number): () => void;
}

const SLOW_MS = 700;
/** Often, so that it is known when it fell silent; hidden pages are looked at once a second. */
const LOOK_MS = 250;
/** One look may fall between the end and its event. */
const DROPPED_MS = 1_000;
const OVERDUE_FACTOR = 2.5;
const OVERDUE_EXTRA_MS = 3_000;

/** Makes the watchdogs, asleep. */
export function createWatch({ now, later }: WatchParts): Watch {
  const cancels = new Set<() => void>();
  let alarms: Alarms | null = null;
  let hasStarted = false;
  /** When it was last seen busy, and first seen silent after that. */
  let busyAt = 0;
  let silentAt: number | null = null;

  function after(run: () => void, ms: number): void {
    const cancel = later(() => {
      cancels.delete(cancel);
      run();
    }, ms);
    cancels.add(cancel);
  }

  function end(): void {
    for (const cancel of cancels) cancel();
    cancels.clear();
    alarms = null;
    hasStarted = false;
    silentAt = null;
  }

  function look(of: Alarms): void {
    after(() => {
      if (alarms !== of) return;
      if (of.isBusy()) {
        busyAt = now();
        silentAt = null;
      } else silentAt ??= now();
      // Before the start it may never have been busy at all: then since it was given.
      const since = silentAt === null ? null : (busyAt + silentAt) / 2;
      if (since === null || now() - since < DROPPED_MS) look(of);
      else if (hasStarted) of.onSilent(since);
      else of.onNoStart();
    }, LOOK_MS);
  }

  return {
    begin(next, startMs) {
      end();
      alarms = next;
      busyAt = now();
      after(() => {
        if (alarms === next && !hasStarted) next.onSlow();
      }, SLOW_MS);
      after(() => {
        if (alarms === next && !hasStarted) next.onNoStart();
      }, startMs);
      look(next);
    },
    speaking(expectedMs) {
      const watched = alarms;
      if (!watched || hasStarted) return;
      hasStarted = true;
      busyAt = now();
      silentAt = null;
      after(
        () => {
          if (alarms === watched) watched.onOverdue();
        },
        expectedMs * OVERDUE_FACTOR + OVERDUE_EXTRA_MS,
      );
    },
    end,
  };
}
