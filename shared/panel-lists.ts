// What an aid and its panel say to one another where the panel is a list of what there is on the page: links, zones, shortcuts, fields, media.
// Types alone, as in panel.ts, which makes panels of them.

/** Kinds of what a link leads to; '' for another page. */
export type LinkKind = '' | 'pdf' | 'word' | 'sheet' | 'slides' | 'text' | 'official' | 'archive' | 'picture' | 'sound' | 'film' | 'phone' | 'mail' | 'here';

export interface LinkRow {
  /** Its place among the links of the page, from 0. */
  readonly at: number;
  readonly name: string;
  readonly kind: LinkKind;
  readonly opensWindow: boolean;
}

export interface LinksList {
  /** Those that fit what was typed: all of them, or the first. */
  readonly rows: readonly LinkRow[];
  /** How many fit, and how many the page has. */
  readonly found: number;
  readonly count: number;
  readonly typed: string;
  type(text: string): void;
  more(): void;
  /** To the link at that place. */
  go(at: number): void;
}

export interface ZoneRow {
  readonly id: 'navigation' | 'window' | 'interaction' | 'service' | 'list' | 'body';
  readonly count: number;
}

export interface ZonesList {
  readonly rows: readonly ZoneRow[];
  go(id: ZoneRow['id']): void;
}

export interface ShortcutRow {
  readonly action: string;
  /** As it is printed on the keys; '' for none. */
  readonly keys: string;
  /** Whether the reader chose it. */
  readonly isOwn: boolean;
}

export interface ShortcutsList {
  readonly rows: readonly ShortcutRow[];
  /** The action that waits for its new key. */
  readonly waiting: string;
  /** A key that somebody else has, to be taken or not. */
  readonly clash: { readonly keys: string; readonly action: string; readonly with: string } | null;
  /** What happened last; each time another object, so that the same is said again. */
  readonly told: { readonly key: 'saved' | 'cleared' | 'restored' | 'no-key' | 'declined' | 'storage'; readonly action: string; readonly keys: string } | null;
  /** What takes the focus. */
  readonly standing: string;
  wait(action: string): void;
  press(event: KeyboardEvent): void;
  /** Takes the key from who has it, or leaves it there. */
  answer(yes: boolean): void;
  clear(action: string): void;
  /** All as the set has them. */
  restore(): void;
}

/** A field that must be filled and is empty. */
export interface EmptyField {
  /** Tells one from another, whatever comes and goes. */
  readonly key: number;
  /** '' where the page gives it no name. */
  readonly label: string;
  /** What is to be done there. */
  readonly kind: 'text' | 'lines' | 'choice' | 'one' | 'check' | 'file' | 'date' | 'number' | 'password';
}

export interface FieldsList {
  readonly empty: readonly EmptyField[];
  /** What the page has: no field, none that it says must be filled, or such. */
  readonly has: 'none' | 'optional' | 'required';
  /** Whether it takes the focus; until `focused`. */
  readonly takesFocus: boolean;
  focused(): void;
  /** To that field. @param key of it */
  go(key: number): void;
}

/** A sound or film of the page. */
export interface MediaRow {
  readonly key: number;
  readonly kind: 'sound' | 'film';
  /** '' where nothing names it. */
  readonly name: string;
  /** Its place among those of its kind, from 1. */
  readonly place: number;
  readonly state: 'playing' | 'paused' | 'waiting' | 'ended';
  readonly isMuted: boolean;
  /** As 1:05; '' while it is not known. */
  readonly at: string;
  readonly length: string;
}

export interface MediaList {
  readonly rows: readonly MediaRow[];
  /** Frames of other sites that look like players. */
  readonly outside: readonly { readonly key: number; readonly name: string }[];
  /** What went wrong last; each time another object, so that the same is said again. */
  readonly told: { readonly key: 'refused' | 'broken'; readonly about: number } | null;
  readonly takesFocus: boolean;
  focused(): void;
  /** Plays or pauses. */
  toggle(key: number): void;
  mute(key: number): void;
  /** To a frame of another site. */
  visit(key: number): void;
}
