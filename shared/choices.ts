// What the reader does with settings: change, preset, undo, reset. Not for what then happens to the page (assist.ts).
import type { Live } from './live';
import type { Rules } from './settings/check';
import { createHistory } from './settings/history';
import type { Undoable } from './settings/history';
import type { Preset } from './settings/presets';
import { isPresetOn, PRESETS } from './settings/presets';
import type { Patch, Settings } from './settings/schema';

export interface Choices {
  /** What 撤销 would take back. */
  readonly undoable: Live<Undoable | null>;
  /** @param patch already checked */
  change(patch: Patch): Promise<void>;
  reset(): Promise<void>;
  undo(): Promise<void>;
  /** Sets what a preset says; pressed again while on, brings back what was, but keeps what was changed by hand since. */
  preset(id: string): Promise<void>;
  isPresetOn(id: string): boolean;
}

export interface ChoicesParts {
  readonly rules: Rules;
  readonly settings: Live<Settings>;
  /** The size of the page's body text as its author set it, in CSS px. */
  bodyPx(): number;
  /** Writes settings and makes them visible; null takes one back to its default. @param asked whether that also switches the assist on */
  write(settings: Readonly<Record<string, Patch[string] | null>>, asked: boolean): Promise<void>;
}

/** The reader's steps on this page. */
export function createChoices(parts: ChoicesParts): Choices {
  const { rules, settings } = parts;
  const history = createHistory();
  const before = new Map<string, { readonly values: Settings; readonly set: Patch }>();

  function isNumberAlone(patch: Patch): boolean {
    const values = Object.values(patch);
    return values.length === 1 && typeof values[0] === 'number';
  }

  async function change(patch: Patch, byPreset?: string): Promise<void> {
    const keys = Object.keys(patch).filter((key) => patch[key] !== settings.value[key]);
    history.record(settings.value, keys, isNumberAlone(patch), byPreset);
    await parts.write(patch, true);
  }

  const find = (id: string): Preset | undefined => PRESETS.find((one) => one.id === id);

  return {
    undoable: history.last,
    change,
    async reset() {
      const keys = Object.keys(rules);
      history.record(settings.value, keys.filter((key) => settings.value[key] !== firstOf(rules, key)), false);
      await parts.write(Object.fromEntries(keys.map((key) => [key, null])), false);
    },
    async undo() {
      const step = history.take();
      if (step) await parts.write(step.before, false);
    },
    async preset(id) {
      const preset = find(id);
      if (!preset) return;
      const known = before.get(id);
      const values = preset.values(parts.bodyPx());
      if (!isPresetOn(preset, settings.value, parts.bodyPx())) {
        before.set(id, { values: settings.value, set: values });
        return change(values, id);
      }
      const ours = Object.keys(values).filter((key) => !known || settings.value[key] === known.set[key]);
      await change(Object.fromEntries(ours.map((key) => [key, known?.values[key] ?? firstOf(rules, key)])), id);
    },
    isPresetOn(id) {
      const preset = find(id);
      return preset !== undefined && isPresetOn(preset, settings.value, parts.bodyPx());
    },
  };
}

function firstOf(rules: Rules, key: string): Patch[string] {
  const rule = rules[key];
  return rule ? (rule[0] as Patch[string]) : false;
}
