// A value that can be watched. For state that several parts follow (settings, position, speech);
// not for events that must each be seen once.

/** A value that others may read and watch. */
export interface Live<T> {
  readonly value: T;
  /** Runs now with the value, then at each change, until the signal aborts. */
  watch(run: (value: T) => void, signal?: AbortSignal): void;
}

/** The writable side, kept by the one who owns the value. */
export interface LiveCell<T> extends Live<T> {
  /** Stores the value and tells the watchers, unless it is the same (Object.is). */
  set(value: T): void;
}

/**
 * Makes a live value.
 * @param initial the first value
 * @returns the writable cell; hand out as `Live` what others may only read
 */
export function createLive<T>(initial: T): LiveCell<T> {
  let value = initial;
  const watchers = new Set<(value: T) => void>();
  return {
    get value() {
      return value;
    },
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      // A watcher may set again or leave while it runs, so the set is copied first.
      for (const run of [...watchers]) if (watchers.has(run)) run(value);
    },
    watch(run, signal) {
      if (signal?.aborted) return;
      // A fresh function, so that the same `run` may watch twice and each ends by itself.
      const entry = (next: T) => run(next);
      watchers.add(entry);
      signal?.addEventListener('abort', () => watchers.delete(entry), { once: true });
      run(value);
    },
  };
}
