// What the bar, the store and the runtime must know of the aids, made by the build from their descriptors; the whole descriptors come with the
// panel, which alone draws every setting. Saves an opened toolbar a kilobyte.
import type { FeatureDescriptor } from '../feature';
import type { Rule, Rules } from './check';
import type { Setting, SettingsSchema } from './schema';

/** A descriptor without what the rules say already, and without what only the panel shows. */
export interface AidInShort extends Omit<FeatureDescriptor, 'settings' | 'icon' | 'group' | 'calls'> {
  /** By key what the rule does not tell of a setting; 0: nothing. */
  readonly settings: Readonly<Record<string, Partial<Setting> | 0>>;
  /** Of those aids that have a button on the bar. */
  readonly icon?: FeatureDescriptor['icon'];
}

/** Shortens a descriptor; run by the build. */
export function inShort({ settings, icon, group: _, acts: _acts, calls, ...rest }: FeatureDescriptor): AidInShort {
  const isOnBar = rest.barValue !== undefined || settings[rest.main]?.kind === 'range';
  const short = Object.entries(settings).map(([key, setting]): [string, Partial<Setting> | 0] => {
    if (setting.kind === 'choice' && setting.look) return [key, { look: setting.look }];
    return [key, key === rest.main && setting.kind === 'range' ? { step: setting.step } : 0];
  });
  // The bar has no button for either: to the runtime they are the same.
  const asks = [...(rest.asks ?? []), ...(calls ?? [])];
  return { ...rest, ...(asks.length > 0 ? { asks } : {}), settings: Object.fromEntries(short), ...(isOnBar ? { icon } : {}) };
}

function settingOf(rule: Rule): Setting {
  if (!rule) return { kind: 'toggle', default: false };
  if (typeof rule[0] === 'number') return { kind: 'range', default: rule[0], min: Number(rule[1]), max: Number(rule[2]), step: 1 };
  return rule[0] === '' ? { kind: 'text' } : { kind: 'choice', options: rule as readonly [string, ...string[]] };
}

/** The descriptors that the bar is drawn from. */
export function atLength(aids: readonly AidInShort[], rules: Rules): FeatureDescriptor[] {
  return aids.map((aid) => ({
    icon: [],
    group: 'see',
    ...aid,
    settings: Object.fromEntries(Object.entries(aid.settings).map(([key, more]) => [key, Object.assign(settingOf(rules[key] ?? false), more)])) as SettingsSchema,
  }));
}
