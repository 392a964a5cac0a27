// What the reader does with settings: change, preset, undo, reset. Not for what then happens to the page (assist.ts).
import type { Live } from './live';
import type { Rules } from './settings/check';
import { chosenOf, parseSettings } from './settings/check';
import type { Step } from './settings/history';
import { createHistory, standing } from './settings/history';
import type { KeptPresets, Layer, PresetChoices } from './settings/presets';
import { elderValues, layersOf, recordOf } from './settings/presets';
import type { Patch, Settings, SettingValue } from './settings/schema';
import type { Site } from './site';

export interface Choices extends PresetChoices {
  /** What 撤销 would take back. */
  readonly undoable: Live<Step | null>;
  /** @param patch already checked */
  change(patch: Patch): Promise<void>;
  reset(): Promise<void>;
  undo(): Promise<void>;
  /** @param on the assist is on: takes up the last step of the page before; else nothing can be taken back any more */
  begin(on: boolean): void;
}

export interface ChoicesParts {
  readonly rules: Rules;
  readonly settings: Live<Settings>;
  /** Where the tab's own store is. */
  readonly view: Window | null;
  /** The size of the page's body text as its author set it, in CSS px. */
  bodyPx(): number;
  /** What the site's owner asked for. */
  readonly site?: Site | undefined;
  /** What is stored under `presets`, unchecked. */
  kept(): unknown;
  /** Writes settings and makes them visible. @param asked whether that also switches the assist on */
  write(settings: Patch, asked: boolean, kept?: KeptPresets): Promise<void>;
}

/** Some of a record's values; null for those that it has not. */
function pick(from: KeptPresets, keys: readonly string[]): KeptPresets {
  return Object.fromEntries(keys.map((key) => [key, from[key] ?? null]));
}

/** The reader's steps on this page. */
export function createChoices(parts: ChoicesParts): Choices {
  const { rules, settings } = parts;
  const history = createHistory(rules, settings, parts.view);
  const stored = () => recordOf(parts.kept());
  const layers = () => layersOf(rules, stored());
  const left = (set: Patch) => standing(settings.value, set);

  async function step(patch: Patch, asked: boolean, preset?: string, kept?: KeptPresets): Promise<void> {
    const keys = Object.keys(patch).filter((key) => patch[key] !== settings.value[key]);
    history.record({ before: pick(settings.value, keys) as Patch, set: pick(patch, keys) as Patch, preset, kept: kept && pick(stored(), Object.keys(kept)) });
    await parts.write(patch, asked, kept);
  }

  function ownOf(id: string): Patch {
    return chosenOf(rules, stored()[id]);
  }

  /** What a preset sets: what the reader made of it, else what it came with, as far as there are such settings and the site offers them. */
  function valuesOf(id: string, given?: Patch, bodyPx?: number | false): Patch {
    const own = ownOf(id);
    const values: Record<string, SettingValue> = Object.keys(own)[0] ? own : chosenOf(rules, given ?? elderValues(bodyPx || parts.bodyPx()));
    for (const key of Object.keys(values)) if (parts.site?.hides?.(key)) delete values[key];
    return values;
  }

  /** Whether something of a pressed preset stands; one that was not pressed counts as on when all of it stands. */
  function isOn(values: Patch, layer: Layer | undefined): boolean {
    const stand = left(layer?.set ?? values);
    // On a page of smaller text 长辈模式 asks for more than it set elsewhere.
    const isShort = (set: Patch) => stand.some((key) => (set[key] ?? 0) < (values[key] ?? 0));
    return stand.length > 0 && (layer ? !isShort(layer.set) : stand.length === Object.keys(values).length);
  }

  return {
    undoable: history.last,
    begin: history.begin,
    change: (patch) => step(patch, true),
    reset: () => step(parseSettings(rules, {}), false, undefined, layers()[0] && { on: [] }),
    async undo() {
      const last = history.take();
      if (last) await parts.write(pick(last.before, left(last.set)) as Patch, false, last.kept);
    },
    async preset(id, given) {
      const values = valuesOf(id, given);
      const all = layers();
      const layer = all.find((one) => one.id === id);
      const others = all.filter((one) => one.id !== id);
      if (!isOn(values, layer)) {
        // Pressed again where it has to set more: what was is what was before its first press.
        const was = { ...pick(settings.value, Object.keys(values)), ...layer?.was } as Patch;
        return step(values, true, id, { on: [...others, { id, was, set: values }] });
      }
      const set = layer?.set ?? values;
      const was = { ...parseSettings(rules, {}), ...layer?.was };
      const below = layer ? all.indexOf(layer) : others.length;
      const ours = new Set(Object.keys(set));
      const on = others.map((one, at) => {
        // What another was pressed over comes back when that one goes.
        const over = at < below ? [] : Object.keys(one.was).filter((key) => ours.delete(key) && one.was[key] === set[key]);
        return { ...one, was: { ...one.was, ...pick(was, over) } };
      });
      await step(pick(was, left(set).filter((key) => ours.has(key))) as Patch, true, id, { on });
    },
    // It never stands with less than 150; to know how much it sets here, all the page's text would be looked at.
    isPresetOn: (id, given) => isOn(valuesOf(id, given, (settings.value.textSize as number) < 150 && 1), layers().find((one) => one.id === id)),
    ownOf,
    layers,
    step,
  };
}
