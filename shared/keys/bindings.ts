// Which key does what: the sets that there are, and the reader's own keys over them. Pure; not for hearing keys, nor for what an action does
// (features/find).
import type { ZoneId } from '../page/zones';
import { isChord } from './chords';

export type ZoneAction = `zone-${ZoneId}`;
/** In the order in which they are shown. */
export const ACTIONS = [
  'larger', 'smaller', 'contrast', 'play', 'stop', 'pinyin', 'view', 'cursor', 'links', 'zones', 'body', 'top', 'bottom', 'back', 'toolbar',
  'zone-navigation', 'zone-window', 'zone-interaction', 'zone-service', 'zone-list', 'zone-body',
] as const satisfies readonly (ZoneAction | string)[];
export type Action = (typeof ACTIONS)[number];

/** The chord of each action that has one; '' for one whose key the reader took away. */
export type Keys = Readonly<Partial<Record<Action, string>>>;
export type KeySet = 'mingdu' | 'classic';

export const SETS: Readonly<Record<KeySet, Keys>> = {
  // None of them is in taken.ts, and a test says so. Signs right of the letters; the zones on the six keys that end the row of digits.
  mingdu: {
    larger: 'Alt+Equal', smaller: 'Alt+Minus', contrast: 'Alt+BracketLeft', pinyin: 'Alt+BracketRight', play: 'Alt+Period', stop: 'Alt+Comma',
    view: 'Alt+Backslash', cursor: 'Alt+Slash', links: 'Alt+Semicolon', zones: 'Alt+Quote', toolbar: 'Alt+Digit0', back: 'Alt+Shift+Comma',
    'zone-navigation': 'Alt+Shift+Digit7', 'zone-window': 'Alt+Shift+Digit8', 'zone-interaction': 'Alt+Shift+Digit9',
    'zone-service': 'Alt+Shift+Digit0', 'zone-list': 'Alt+Shift+Minus', 'zone-body': 'Alt+Shift+Equal',
  },
  // The numbers that other toolbars taught (two makers agree, 正文区 is 6 with all), and the one pair of theirs that clashes with nothing.
  // Their other keys are left out: Shift with letters and digits is the screen readers', Ctrl+Alt VoiceOver's and AltGr's, Alt with letters the browser's.
  classic: {
    'zone-navigation': 'Alt+Digit1', 'zone-window': 'Alt+Digit2', 'zone-interaction': 'Alt+Digit3',
    'zone-service': 'Alt+Digit4', 'zone-list': 'Alt+Digit5', 'zone-body': 'Alt+Digit6', larger: 'Alt+Equal', smaller: 'Alt+Minus',
  },
};

/** The reader's own keys out of what is stored under `keys`: whatever is foreign or broken counts as not there, key by key. */
export function parseKeys(stored: unknown): Keys {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  const own: Partial<Record<Action, string>> = {};
  const used = new Set<string>();
  for (const action of ACTIONS) {
    const chord: unknown = Object.hasOwn(stored, action) ? (stored as Record<string, unknown>)[action] : undefined;
    if (chord !== '' && (!isChord(chord) || used.has(chord))) continue;
    own[action] = chord;
    if (chord !== '') used.add(chord);
  }
  return own;
}

/** The keys that hold: those of a set, with the reader's own over them; what the reader gave to one action no other has. */
export function keysOf(set: KeySet, own: Keys): Keys {
  const given = new Set(Object.values(own));
  const rest = Object.entries(SETS[set]).filter(([action, chord]) => !(action in own) && !given.has(chord));
  return { ...Object.fromEntries(rest), ...own };
}

/** The action of a chord; null for none. */
export function actionOf(keys: Keys, chord: string): Action | null {
  return chord === '' ? null : (ACTIONS.find((action) => keys[action] === chord) ?? null);
}
