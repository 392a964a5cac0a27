// The watchdogs of one utterance: it never starts, it falls silent without an event, it never ends. Not for what to do then (engine.ts).

export interface Alarms {
  isBusy(): boolean;
  /** No start within the time a start may take. */
  onNoStart(): void;
  /** It should be sounding, yet the engine is neither speaking nor waiting. */
  onSilent(): void;
  /** It has had far more than its time. */
  onOverdue(): void;
}

export interface Watch {
  /** Begins with the wait for a start. */
  begin(alarms: Alarms): void;
  /** It has started and should take so many milliseconds. */
  speaking(expectedMs: number): void;
  /** Something to do after a while, unless all ends before. */
  once(run: () => void, ms: number): void;
  end(): void;
}

const START_MS = 3_000;
const POLL_MS = 1_000;
/** After the start, two looks in a row: one may fall between the end and its event. Before it, one is enough: it was eaten. */
const SILENT_LOOKS = 2;
const OVERDUE_FACTOR = 2.5;
const OVERDUE_EXTRA_MS = 3_000;

/** @param later a timer that can be cancelled */
export function createWatch(later: (run: () => void, ms: number) => () => void): Watch {
  const cancels = new Set<() => void>();
  let alarms: Alarms | null = null;
  let hasStarted = false;

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
  }

  function look(of: Alarms, silent: number): void {
    after(() => {
      if (alarms !== of) return;
      const looks = of.isBusy() ? 0 : silent + 1;
      if (looks >= (hasStarted ? SILENT_LOOKS : 1)) of.onSilent();
      else look(of, looks);
    }, POLL_MS);
  }

  return {
    begin(next) {
      end();
      alarms = next;
      after(() => {
        if (alarms === next && !hasStarted) next.onNoStart();
      }, START_MS);
      look(next, 0);
    },
    speaking(expectedMs) {
      const watched = alarms;
      if (!watched || hasStarted) return;
      hasStarted = true;
      after(
        () => {
          if (alarms === watched) watched.onOverdue();
        },
        expectedMs * OVERDUE_FACTOR + OVERDUE_EXTRA_MS,
      );
    },
    once: after,
    end,
  };
}
