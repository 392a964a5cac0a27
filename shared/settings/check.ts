// The rules of the settings in the smallest form: what the loader carries and everybody checks by.
// Generated from the descriptors by the build; not the descriptors themselves (schema.ts).
import type { Patch, Setting, Settings, SettingsSchema, SettingValue } from './schema';


/** `[default, min, max]` of a range, the options of a choice (the first is the default), `['']` for any text, or `false` for a toggle. */
export type Rule = readonly [number, number, number] | readonly string[] | false;
export type Rules = Readonly<Record<string, Rule>>;

/** The rule that follows from a descriptor's setting. */
export function ruleOf(setting: Setting): Rule {
  if (setting.kind === 'choice') return setting.options;
  if (setting.kind === 'text') return [''];
  return setting.kind === 'range' ? [setting.default, setting.min, setting.max] : false;
}

/** The rules of a whole schema. */
export function rulesOf(schema: SettingsSchema): Rules {
  return Object.fromEntries(Object.entries(schema).map(([key, setting]) => [key, ruleOf(setting)]));
}

function isRange(rule: Rule): rule is readonly [number, number, number] {
  return rule && typeof rule[0] === 'number';
}

const TEXT_MAX = 500;
/** A choice of nothing but '' is none. */
const isText = (rule: Rule) => rule && rule[0] === '';

function isAllowed(rule: Rule, value: unknown): value is SettingValue {
  if (!rule) return typeof value === 'boolean';
  if (isRange(rule)) return typeof value === 'number' && value >= rule[1] && value <= rule[2];
  return typeof value === 'string' && (isText(rule) ? value.length <= TEXT_MAX : rule.includes(value));
}

function allowedWords(rule: Rule): string {
  if (!rule) return 'true, false';
  if (isText(rule)) return `text, at most ${TEXT_MAX} characters`;
  return isRange(rule) ? `a number from ${rule[1]} to ${rule[2]}` : rule.map((option) => `'${option}'`).join(', ');
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(typeof value === 'object' && value ? 'an object' : value);
}

/**
 * All settings: the defaults, with whatever of `stored` keeps the rules laid over them.
 * @param stored anything: foreign or broken values count as the default, key by key; never throws
 */
export function parseSettings(rules: Rules, stored: unknown): Settings {
  const own = chosenOf(rules, stored);
  return Object.fromEntries(
    Object.entries(rules).map(([key, rule]) => [key, own[key] ?? (rule ? (rule[0] as SettingValue) : false)]),
  );
}

/** Only those values of `stored` that keep the rules. */
export function chosenOf(rules: Rules, stored: unknown): Patch {
  if (typeof stored !== 'object' || !stored) return {};
  const values = stored as Record<string, unknown>;
  const chosen: Record<string, SettingValue> = {};
  for (const key of Object.keys(rules)) {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    const rule = rules[key];
    if (rule !== undefined && isAllowed(rule, value)) chosen[key] = value;
  }
  return chosen;
}

/**
 * Checks a patch that somebody handed in.
 * @returns a copy of the patch
 * @throws TypeError that names the key and the allowed values; nothing is clamped or converted
 */
export function checkPatch(rules: Rules, patch: unknown): Patch {
  if (typeof patch !== 'object' || !patch || Array.isArray(patch)) {
    throw new TypeError(`Mingdu.set: expected an object of settings, got ${shown(patch)}`);
  }
  const checked: Record<string, SettingValue> = {};
  for (const [key, value] of Object.entries(patch)) {
    const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
    if (rule === undefined) {
      throw new TypeError(`Mingdu.set: unknown setting '${key}'; allowed: ${Object.keys(rules).join(', ')}`);
    }
    if (!isAllowed(rule, value)) {
      throw new TypeError(`Mingdu.set: ${key} cannot be ${shown(value)}; allowed: ${allowedWords(rule)}`);
    }
    checked[key] = value;
  }
  return checked;
}

