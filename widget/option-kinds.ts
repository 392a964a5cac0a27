// How a value of each kind in the table of options is checked: it comes out checked, or with a reason in words. Not for which options there are
// (options.ts), nor for naming what was bad (check-options.ts).
import { chosenOf, type Rules } from '../shared/settings/check';
import type { OptionKind, SiteOption } from './options';
import { MOST_CHARACTERS, MOST_TOLD } from './option-limits';
import { zonesOf } from './zones-option';

/** Where a site keeps the reader's choices itself; see `store` in the table. */
export interface SiteStore {
  read(): unknown;
  write(text: string): unknown;
}

export interface CheckParts {
  readonly document: Document;
  readonly rules: Rules;
  /** The names of the aids. */
  readonly aids: readonly string[];
  /** A colour as `#rrggbb`; null for what is none or is not opaque. */
  colour(text: string): string | null;
}

/** What came of a value: itself, checked (undefined: the default), and what of it was bad. Without `value` nothing is taken. */
export interface Outcome {
  readonly value?: unknown;
  readonly wrong?: string;
}

type Check<V> = (value: V, row: Pick<SiteOption, 'words'>, parts: CheckParts) => Outcome;

const SHOWN_CHARACTERS = 80;

const wrong = (reason: string): Outcome => ({ wrong: reason });
const allowed = (words: readonly string[]) => `allowed: ${words.join(', ')}`;

/** A value as a warning shows it, on one line. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value);
  return typeof value === 'object' && value ? 'an object' : typeof value === 'function' ? 'a function' : String(value);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a browser takes it as a selector; nothing in the page is looked at. */
export function isSelector(document: Document, selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    // A SyntaxError, which is the answer.
    return false;
  }
}

function addressOf(document: Document, text: string): URL | null {
  try {
    return new URL(text, document.baseURI);
  } catch {
    // A TypeError, which is the answer.
    return null;
  }
}

function folderOf(document: Document, text: string, origin?: string): Outcome {
  const url = addressOf(document, text.replace(/\/?$/, '/'));
  if (!url) return wrong('not an address');
  if (!/^(https?|file):$/.test(url.protocol)) return wrong('not the address of a folder');
  return origin === undefined || url.origin === origin ? { value: url.href } : wrong(`not on the page's own site, ${origin}`);
}

/** Blank text is as if nothing had been written. */
const text = (run: Check<string>): Check<unknown> => (value, row, parts) => {
  if (typeof value !== 'string') return wrong('not text');
  if (value.length > MOST_CHARACTERS) return wrong(`longer than ${MOST_CHARACTERS} characters`);
  return value.trim() === '' ? { value: undefined } : run(value.trim(), row, parts);
};

const aidsOf = text((value, _row, { aids }) => {
  const names = [...new Set(value.split(/[\s,，、]+/).filter(Boolean))];
  const known = names.filter((name) => aids.includes(name));
  const unknown = names.filter((name) => !aids.includes(name));
  const told = unknown.length > 0 ? wrong(`unknown: ${unknown.slice(0, MOST_TOLD).map(shown).join(', ')}; ${allowed(aids)}`) : {};
  // None that is known is a mistake, not the wish for an empty toolbar.
  return known.length > 0 ? { value: known, ...told } : told;
});

const zones: Check<unknown> = (value, _row, { document }) => zonesOf(value as string | Readonly<Record<string, unknown>>, (selector) => isSelector(document, selector));
const zonesText = text(zones);

/** Key by key; a key that throws when it is read is left out like a bad one. */
function settingsOf(value: unknown, _row: unknown, { rules }: CheckParts): Outcome {
  if (!isRecord(value)) return wrong('not an object of settings');
  const good: Record<string, unknown> = {};
  const bad: string[] = [];
  for (const key of Object.keys(value)) {
    try {
      const one = value[key];
      if (Object.hasOwn(rules, key) && key in chosenOf(rules, { [key]: one })) good[key] = one;
      else bad.push(Object.hasOwn(rules, key) ? `${key} cannot be ${shown(one)}` : `unknown: ${shown(key)}`);
    } catch {
      bad.push(`${shown(key)} cannot be read`);
    }
  }
  return { value: good, ...(bad.length > 0 ? wrong(bad.slice(0, MOST_TOLD).join(', ')) : {}) };
}

export const KINDS: Readonly<Record<OptionKind, Check<unknown>>> = {
  switch: (value) => (value === true || value === 'on' ? { value: true } : value === false || value === 'off' ? { value: false } : wrong(allowed(['on', 'off']))),
  word: (value, { words = [] }) => (typeof value === 'string' && words.includes(value) ? { value } : wrong(allowed(words))),
  selector: text((value, _row, { document }) => (isSelector(document, value) ? { value } : wrong('not a CSS selector'))),
  folder: text((value, _row, { document }) => folderOf(document, value)),
  // Browsers start no worker from another origin.
  'own-folder': text((value, _row, { document }) => folderOf(document, value, document.defaultView?.origin)),
  colour: text((value, _row, { colour }) => {
    const read = colour(value);
    return read ? { value: read } : wrong('not an opaque colour such as #0b4a8f');
  }),
  aids: (value, row, parts) => aidsOf(Array.isArray(value) ? value.map(String).join(' ') : value, row, parts),
  zones: (value, row, parts) => (isRecord(value) ? zones : zonesText)(value, row, parts),
  link: text((value, _row, { document }) => {
    // What has no scheme, no path and one @ is what people call their address.
    const url = addressOf(document, /^[^\s/:@]+@[^\s/:@]+\.[^\s/:@]+$/.test(value) ? `mailto:${value}` : value);
    // A page that is read from a disk links to its neighbours.
    const isFine = url && (/^(https?|mailto):$/.test(url.protocol) || (url.protocol === 'file:' && document.baseURI.startsWith('file:')));
    return isFine ? { value: url.href } : wrong('only http(s), mailto, or an address on this site');
  }),
  settings: settingsOf,
  store(value) {
    const { read, write } = isRecord(value) ? value : {};
    if (typeof read !== 'function' || typeof write !== 'function') return wrong('not an object with the functions read and write');
    return { value: { read: () => read.call(value) as unknown, write: (state) => write.call(value, state) as unknown } satisfies SiteStore };
  },
};
