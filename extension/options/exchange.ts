// All settings as the text of a file, and back: what goes into it, whether a file is one of ours, what it would change, and the store's new
// content. Pure; not for files and presses (files.ts). Whatever comes from a file is checked by the rules of the store.
import { parseKeys } from '../../shared/keys/bindings';
import { parseOwn } from '../../shared/readings/own';
import { chosenOf, type Rules } from '../../shared/settings/check';
import { layersOf, recordOf } from '../../shared/settings/presets';
import type { Patch } from '../../shared/settings/schema';
import { parseState, type StoredState } from '../../shared/settings/store';

type Kept = Readonly<Record<string, unknown>>;

/** What a file may bring, checked. */
export interface Parts {
  readonly on: boolean;
  readonly toolbar: StoredState['toolbar'];
  readonly settings: Patch;
  readonly keys: Kept;
  readonly presets: Kept;
  readonly readings: Kept;
  readonly sites: Kept;
}
export type PartName = keyof Parts;

/** What stands beside the settings, each a record. */
const RECORDS = ['keys', 'presets', 'readings', 'sites'] as const;
const PARTS: readonly PartName[] = ['on', 'toolbar', 'settings', ...RECORDS];
/**
 * Kept here and never in a file: what the reader agreed to about voices is nobody else's to give, and the rest is about this machine's pages.
 */
const OF_THIS_MACHINE = ['consent', 'places', 'seen', 'launcher'];
/** All that 全部改回原样 clears; what a newer version keeps beside it is that one's. */
export const CLEARED: readonly string[] = [...PARTS, ...OF_THIS_MACHINE];

/** By this a file is known as ours. */
const MARK = 'settings';
/** The form of what is stored; a file of a later one is not guessed at. */
const VERSION = 1;
/** Five hundred readings and a thousand sites are a tenth of it. */
export const FILE_MAX_BYTES = 1_000_000;
const HOST = /^[\w.-]{1,253}$/;
const PRESET = /^[a-z][\w-]{0,39}$/;

/** Why a file is refused. */
export type Refusal = 'unreadable' | 'other' | 'newer' | 'large' | 'unopened';

export type FileContent =
  | { readonly parts: Parts; /** How much of it keeps no rule, and is left out. */ readonly dropped: number }
  | { readonly refusal: Refusal };

/**
 * The text of the file.
 * @param stored what is in the store, unchecked
 * @param product our version, for who looks into the file
 */
export function fileText(stored: unknown, product: string): string {
  const kept = Object.fromEntries(Object.entries(recordOf(stored)).filter(([key]) => !OF_THIS_MACHINE.includes(key)));
  return `${JSON.stringify({ mingdu: MARK, product, state: { on: false, toolbar: 'none', settings: {}, ...kept, version: VERSION } }, null, 2)}\n`;
}

/** `mingdu-settings-2026-03-05.json` */
export function fileName(day: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `mingdu-settings-${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}.json`;
}

function isPlain(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function presetsOf(rules: Rules, stored: unknown): Kept {
  const record = recordOf(stored);
  const own = Object.entries(record)
    .filter(([id]) => id !== 'on' && PRESET.test(id))
    .map(([id, values]): [string, Patch] => [id, chosenOf(rules, values)])
    .filter(([, values]) => Object.keys(values).length > 0);
  const on = layersOf(rules, record).filter(({ id }) => typeof id === 'string' && PRESET.test(id));
  return { ...Object.fromEntries(own), ...(on.length > 0 ? { on } : {}) };
}

/** Everything of a stored value that keeps the rules. */
export function partsOf(rules: Rules, stored: unknown): Parts {
  const { on, toolbar, chosen } = parseState(rules, stored);
  const record = recordOf(stored);
  const sites = Object.entries(recordOf(record['sites'])).filter(([host, answer]) => HOST.test(host) && (answer === 'on' || answer === 'off'));
  return {
    on,
    toolbar,
    settings: chosen,
    keys: { ...parseKeys(record['keys']) },
    presets: presetsOf(rules, record['presets']),
    readings: Object.fromEntries([...parseOwn(record['readings'])].map(([word, syllables]) => [word, syllables.join(' ')])),
    sites: Object.fromEntries(sites),
  };
}

const sizeOf = (value: unknown): number => Object.keys(recordOf(value)).length;

/** Reads the text of a file; whatever it is, it changes nothing. */
export function readFile(rules: Rules, text: string): FileContent {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return { refusal: 'unreadable' };
  }
  if (!isPlain(found) || found['mingdu'] !== MARK || !isPlain(found['state'])) return { refusal: 'other' };
  const { state } = found;
  const version = state['version'];
  if (typeof version !== 'number') return { refusal: 'unreadable' };
  if (version > VERSION) return { refusal: 'newer' };
  const parts = partsOf(rules, state);
  const dropped = (['settings', ...RECORDS] as const).reduce((sum, name) => sum + Math.max(0, sizeOf(state[name]) - sizeOf(parts[name])), 0);
  return { parts, dropped };
}

/** One thing that an import would change. */
export interface Difference {
  readonly part: PartName;
  /** Of the settings: which one. */
  readonly key: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** The same text for the same content, in whatever order it was written. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isPlain(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner));
}

/** What would be otherwise: settings one by one (undefined: as it is from the start), the rest as a whole. */
export function differencesOf(before: Parts, after: Parts): Difference[] {
  const keys = [...new Set([...Object.keys(before.settings), ...Object.keys(after.settings)])];
  const settings = keys.map((key): Difference => ({ part: 'settings', key, from: before.settings[key], to: after.settings[key] }));
  const others = PARTS.filter((part) => part !== 'settings').map((part): Difference => ({ part, key: '', from: before[part], to: after[part] }));
  return [...settings, ...others].filter(({ from, to }) => textOf(from ?? null) !== textOf(to ?? null));
}

/** Settings that this version does not know: a newer one keeps them. */
function unknownSettings(rules: Rules, stored: Kept): Kept {
  return Object.fromEntries(Object.entries(recordOf(stored['settings'])).filter(([key]) => !Object.hasOwn(rules, key)));
}

function without(stored: Kept, keys: readonly string[]): Kept {
  return Object.fromEntries(Object.entries(stored).filter(([key]) => !keys.includes(key)));
}

/** The store's content with a file's in place of its own; what the file says nothing of, and what we do not know, stays. */
export function withParts(rules: Rules, stored: unknown, parts: Parts): StoredState {
  const record = recordOf(stored);
  const filled = RECORDS.filter((name) => sizeOf(parts[name]) > 0).map((name) => [name, parts[name]]);
  return {
    ...without(record, PARTS),
    ...Object.fromEntries(filled),
    version: VERSION,
    on: parts.on,
    toolbar: parts.toolbar,
    settings: { ...unknownSettings(rules, record), ...parts.settings },
  };
}

/** The store's content as after a fresh install, but for what we do not know. */
export function cleared(rules: Rules, stored: unknown): StoredState {
  const record = recordOf(stored);
  return { ...without(record, CLEARED), version: VERSION, on: false, toolbar: 'none', settings: unknownSettings(rules, record) };
}

/** The store's content with all that `cleared` and `withParts` touch as it was in `before`. */
export function broughtBack(stored: unknown, before: unknown): StoredState {
  const was = recordOf(before);
  const ours = Object.fromEntries(Object.entries(was).filter(([key]) => CLEARED.includes(key)));
  return { on: false, toolbar: 'none', settings: {}, ...without(recordOf(stored), CLEARED), ...ours, version: VERSION };
}
