// What 撤销 takes back: the steps that the reader took on this page. Another tab's changes never enter.
import type { Live, LiveCell } from '../live';
import { createLive } from '../live';
import type { Patch, Settings } from './schema';

/** A step that can be taken back. */
export interface Undoable {
  /** The values that would come back. */
  readonly before: Patch;
  /** The preset whose press it was. */
  readonly preset?: string;
}

export interface History {
  /** What would be taken back next. */
  readonly last: Live<Undoable | null>;
  /** @param run a run of presses of one stepper is one step: joined with the step before if that changed the same one setting */
  record(before: Settings, keys: readonly string[], run: boolean, preset?: string): void;
  /** Takes the last step off, to be written back. */
  take(): Undoable | null;
  clear(): void;
}

/** Kept in memory, for this page. */
export function createHistory(): History {
  const steps: Undoable[] = [];
  const last: LiveCell<Undoable | null> = createLive<Undoable | null>(null);
  const tell = () => last.set(steps.at(-1) ?? null);
  return {
    last,
    record(before, keys, run, preset) {
      if (keys.length === 0) return;
      const top = steps.at(-1);
      const key = keys[0];
      if (run && top && keys.length === 1 && key !== undefined && Object.keys(top.before).join() === key) return;
      const replaced = Object.fromEntries(keys.map((one) => [one, before[one] ?? false]));
      steps.push(preset === undefined ? { before: replaced } : { before: replaced, preset });
      tell();
    },
    take() {
      const step = steps.pop() ?? null;
      tell();
      return step;
    },
    clear() {
      steps.length = 0;
      tell();
    },
  };
}
