// Names and values of settings in words. Not for what happened (sentences.ts).
import type { FeatureDescriptor } from '../feature';
import type { Words } from '../i18n';
import { say } from '../i18n/say';
import type { RangeSetting, SettingValue } from '../settings/schema';
import { defaultOf } from '../settings/schema';

/** A setting's name: its aid's word, if it is what switches the aid. */
export function nameOf(words: Words, descriptor: FeatureDescriptor, key: string): string {
  return say(words, key === descriptor.main ? descriptor.id : key);
}

/** A value in words: `原大`, `150%`, `黑底黄字`, `开`. */
export function valueOf(words: Words, key: string, value: SettingValue): string {
  if (typeof value === 'boolean') return say(words, value ? 'toolbar.on' : 'toolbar.off');
  return say(words, `${key}.${value}`) || say(words, `${key}.n`, { n: String(value) });
}

/** The aid that a setting belongs to. */
export function ownerOf(descriptors: readonly FeatureDescriptor[], key: string): FeatureDescriptor | undefined {
  return descriptors.find((descriptor) => key in descriptor.settings);
}

/** The aid's main setting, its rule and its default. */
export function mainOf(descriptor: FeatureDescriptor) {
  const key = descriptor.main;
  const setting = descriptor.settings[key];
  return { key, setting, off: setting ? defaultOf(setting) : false };
}

/**
 * The next stop of a stepper: a multiple of the step, within the range.
 * @returns the same value at a limit
 */
export function stepFrom(setting: RangeSetting, value: number, direction: 1 | -1): number {
  const { min, max, step } = setting;
  // Rounded, because steps of 0.1 do not add up in binary.
  const steps = Math.round((value / step) * 1000) / 1000;
  const next = (direction > 0 ? Math.floor(steps) + 1 : Math.ceil(steps) - 1) * step;
  return Math.min(max, Math.max(min, Math.round(next * 1000) / 1000));
}

/** The two colours that an option of the look `samples` names: `yellow-on-black`; null for one that leaves the page as it is. */
export function schemeOf(option: SettingValue | undefined): { readonly ink: string; readonly ground: string } | null {
  const [ink, ground] = String(option).split('-on-');
  return ink && ground ? { ink, ground: ground === 'cream' ? '#fefecc' : ground } : null;
}

/** Whether the page now has light text on a dark ground by one of our schemes. */
export function isDark(descriptors: readonly FeatureDescriptor[], settings: Readonly<Record<string, SettingValue>>): boolean {
  return descriptors.some((descriptor) =>
    Object.entries(descriptor.settings).some(
      ([key, setting]) =>
        setting.kind === 'choice' && setting.look === 'samples' && /^(black|blue)$/.test(schemeOf(settings[key])?.ground ?? ''),
    ),
  );
}
