// What 撤销 takes back: the steps that the reader took in this tab. Another tab's changes never enter. Not for the writing (choices.ts).
import { asItIs } from '../as-it-is';
import type { Live, LiveCell } from '../live';
import { createLive } from '../live';
import type { Rules } from './check';
import { chosenOf } from './check';
import { recordOf, type KeptPresets } from './presets';
import type { Patch, Settings } from './schema';

/** A step that can be taken back. */
export interface Step {
  /** The values that would come back. */
  readonly before: Patch;
  /** The values it set: where another tab has set something else since, nothing comes back. */
  readonly set: Patch;
  /** The preset whose press it was. */
  readonly preset?: string | undefined;
  /** What was kept of the presets that it changed. */
  readonly kept?: KeptPresets | undefined;
}

export interface History {
  /** What would be taken back next. */
  readonly last: Live<Step | null>;
  /** A run of presses of one stepper is one step: joined with the step before if that changed the same one number. */
  record(step: Step): void;
  /** Takes the last step off, to be written back. */
  take(): Step | null;
  /** @param on the assist is on: takes up the last step of the page before, in the same tab; else nothing can be taken back any more */
  begin(on: boolean): void;
}

/** In the tab's own store, which ends with the tab. */
const KEY = 'mingdu-undo';

/** The settings of a patch that are as it says. */
export function standing(settings: Settings, patch: Patch): string[] {
  return Object.keys(patch).filter((key) => settings[key] === patch[key]);
}

/**
 * Kept in memory for this page; the last step also in the tab's session store, for the next page of the site. Without one it is forgotten there.
 * @param view where the session store is
 */
export function createHistory(rules: Rules, settings: Live<Settings>, view: Window | null): History {
  let steps: Step[] = [];
  const last: LiveCell<Step | null> = createLive<Step | null>(null);

  /** The store may be absent, blocked or full, or hold what is not ours: then there is no step. */
  function session(run: (store: Storage) => unknown): unknown {
    try {
      return run((view as Window).sessionStorage);
    } catch {
      return null;
    }
  }

  function tell(): void {
    const step = steps.at(-1) ?? null;
    last.set(step);
    session((store) => (step ? store.setItem(KEY, JSON.stringify(step, asItIs)) : store.removeItem(KEY)));
  }

  // Every step of ours stands until it is taken back: what does not was changed by another tab.
  settings.watch((now) => {
    for (let top = steps.at(-1); top && !top.kept && !standing(now, top.set)[0]; top = steps.at(-1)) take();
  });

  function take(): Step | null {
    const step = steps.pop() ?? null;
    tell();
    return step;
  }

  return {
    last,
    take,
    record(step) {
      const [key = '', more] = Object.keys(step.set);
      const top = steps.at(-1);
      const joins = typeof step.set[key] === 'number' && !more && !step.kept && top && !top.kept && Object.keys(top.set).join() === key;
      if (joins) steps.pop();
      if (key || step.kept) steps.push(joins ? { ...step, before: top.before } : step);
      tell();
    },
    begin(on) {
      // A tab that was opened by a page got a copy of that one's session store.
      const step = recordOf(on && !view?.opener && session((store) => JSON.parse(store.getItem(KEY) ?? '0')));
      const before = chosenOf(rules, step['before']);
      steps = Object.keys(before)[0] || step['kept'] ? [{ ...step, before, set: chosenOf(rules, step['set']) }] : [];
      tell();
    },
  };
}
