// Presets: several settings under one name, which one press sets and the next brings back. What each sets to begin with, and how what is
// kept of them reads. Not for the presses (choices.ts), nor for those that only the panel offers (more-presets.ts).
import type { Rules } from './check';
import { chosenOf } from './check';
import type { Patch } from './schema';

/** Body text under the elder preset, in CSS px computed, at least. */
const ELDER_BODY_PX = 24;
const STEP_PERCENT = 25;

/** A preset that was pressed and not pressed back. */
export interface Layer {
  /** As stored, so that it is to be compared and nothing else: turning it into a text may throw. */
  readonly id: unknown;
  /** The values from before, for all that it set. */
  readonly was: Patch;
  readonly set: Patch;
}

/** Some of what is stored under `presets`: the reader's own values by the preset's name, and `on`, the layers, the lowest first. Null: nothing. */
export type KeptPresets = Readonly<Record<string, unknown>>;

/** What a panel needs to show presets and to let the reader change them. */
export interface PresetChoices {
  /** @param values what it sets unless the reader changed that; absent: those of the elder preset */
  isPresetOn(id: string, values?: Patch): boolean;
  /** Sets what a preset says; pressed again while on, brings back what was, but keeps what was changed by hand since. One step for 撤销. */
  preset(id: string, values?: Patch): Promise<void>;
  /** The values that the reader gave a preset; empty: none. */
  ownOf(id: string): Patch;
  /** The presets that are on, in the order of their presses. */
  layers(): readonly Layer[];
  /** Changes settings and what is kept of presets, as one step for 撤销. @param asked whether that also switches the assist on. @param preset its name for 撤销 */
  step(patch: Patch, asked: boolean, preset?: string, kept?: KeptPresets): Promise<void>;
}

/**
 * What 长辈模式 sets.
 * @param bodyPx the size of the page's body text as its author set it, in CSS px
 */
export function elderValues(bodyPx: number): Patch {
  // The smallest step of enlargement that brings body text to its size.
  const percent = (ELDER_BODY_PX / Math.max(bodyPx, 1)) * 100;
  const textSize = Math.min(300, Math.max(150, Math.ceil(percent / STEP_PERCENT) * STEP_PERCENT));
  return { textSize, spacing: 'wide', pointer: 'large', still: true };
}

/** Anything as a record; what is none is an empty one. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value ? (value as Record<string, unknown>) : {};
}

/** The layers of what is stored; what is broken is left out. */
export function layersOf(rules: Rules, { on }: KeptPresets): Layer[] {
  return (Array.isArray(on) ? on : []).map(recordOf).map(({ id, was, set }) => ({ id, was: chosenOf(rules, was), set: chosenOf(rules, set) }));
}
