// What a setting is: data, from which the type, the default, the check, the control and the message keys follow.
// Not the place where values are kept (store.ts).

/** What any setting may say. */
interface Shown {
  /** The panel shows the setting while its aid's main one has one of these values; absent: always. */
  readonly when?: readonly SettingValue[];
  /** The panel shows the setting only once its aid has said that it has an effect on this machine. */
  readonly needs?: true;
  /** The panel shows it among what is about the toolbar itself, rather than with its aid. */
  readonly at?: 'bar';
  /** The panel goes when it is chosen there: what comes takes its place. */
  readonly leaves?: true;
}

/** On or off; the default is always off, because what nobody asked for is absent. */
export interface ToggleSetting extends Shown {
  readonly kind: 'toggle';
  readonly default: false;
}

/** Any finite number from `min` to `max`; the buttons go by `step`. */
export interface RangeSetting extends Shown {
  readonly kind: 'range';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: number;
  /** Worded stops for the panel (value → message suffix), where a number says little to a reader. */
  readonly stops?: readonly number[];
}

/** One of a few words; the first is the default. */
export interface ChoiceSetting extends Shown {
  readonly kind: 'choice';
  readonly options: readonly [string, ...string[]];
  /** How the panel draws the options: plain segments (default) or samples of a colour scheme. */
  readonly look?: 'segments' | 'samples';
  /** For samples: the colour of a link under each scheme. */
  readonly links?: Readonly<Record<string, string>>;
}

/** Any text of at most 500 characters, '' by default; the panel has no control for it, the aid a panel of its own. */
export interface TextSetting extends Shown {
  readonly kind: 'text';
}

export type Setting = ToggleSetting | RangeSetting | ChoiceSetting | TextSetting;
export type SettingsSchema = Readonly<Record<string, Setting>>;
export type SettingValue = boolean | number | string;

/** The TypeScript type of a setting's values. */
export type ValueOf<S extends Setting> = S extends ToggleSetting
  ? boolean
  : S extends RangeSetting
    ? number
    : S extends ChoiceSetting
      ? S['options'][number]
      : S extends TextSetting
        ? string
        : never;
export type SettingsOf<S extends SettingsSchema> = { readonly [K in keyof S]: ValueOf<S[K]> };

/** All settings, as data that has been checked against the schema. */
export type Settings = Readonly<Record<string, SettingValue>>;
/** Some settings: what is to be changed, or what the reader chose. */
export type Patch = Readonly<Record<string, SettingValue>>;

/** The default of one setting. */
export function defaultOf(setting: Setting): SettingValue {
  if (setting.kind === 'text') return '';
  return setting.kind === 'choice' ? setting.options[0] : setting.default;
}
