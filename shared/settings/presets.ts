// Presets: several settings at once, as a table. Not for what a setting does.
import type { Settings, SettingValue } from './schema';

/** Body text under the elder preset, in CSS px computed, at least. */
const ELDER_BODY_PX = 24;
const STEP_PERCENT = 25;

export interface Preset {
  /** Message key `preset.<id>`. */
  readonly id: string;
  /** @param bodyPx the size of the page's body text as its author set it, in CSS px */
  values(bodyPx: number): Readonly<Record<string, SettingValue>>;
}

/** The smallest step of enlargement that brings body text to the elder preset's size. */
function elderTextSize(bodyPx: number): number {
  const percent = (ELDER_BODY_PX / Math.max(bodyPx, 1)) * 100;
  return Math.min(300, Math.max(150, Math.ceil(percent / STEP_PERCENT) * STEP_PERCENT));
}

export const PRESETS: readonly Preset[] = [
  { id: 'elder', values: (bodyPx) => ({ textSize: elderTextSize(bodyPx), spacing: 'wide', pointer: 'large' }) },
];

/** Whether everything a preset sets stands so now. */
export function isPresetOn(preset: Preset, settings: Settings, bodyPx: number): boolean {
  return Object.entries(preset.values(bodyPx)).every(([key, value]) => settings[key] === value);
}
