// What the toolbar asks of the runtime: the whole port, and nothing of either's insides. Not the state of the toolbar itself (mount.tsx).
import type { FeatureDescriptor, Speaking } from '../feature';
import type { Live } from '../live';
import type { PresetChoices } from '../settings/presets';
import type { Patch, Settings } from '../settings/schema';
import type { Site } from '../site';
import type { PanelScript } from './panel';

/** A set of settings under one name. The word is the message `preset.<id>`. */
export interface PresetState {
  readonly id: string;
  readonly isOn: boolean;
}

/** One plain sentence for the status line. */
export interface Notice {
  /** Message key, e.g. `problem.no-voice`. */
  readonly key: string;
  /** What fills `{name}` in the sentence. `aid` may be an aid's id: the toolbar puts its word there. */
  readonly params?: Readonly<Record<string, string>>;
  /** The aid that 重试 starts again; absent: no such button. */
  readonly retry?: string;
}

/** The step that 撤销 would take back. */
export interface Undoable {
  /** The values that would come back. */
  readonly before: Patch;
  /** The preset whose press is taken back, if it was one. */
  readonly preset?: string | undefined;
}

/** Everything the toolbar shows and can do. All verbs are safe at any time; none throws. */
export interface ToolbarModel {
  /** In the order of the bar and the panel; the toolbar knows no aid by name. */
  readonly descriptors: readonly FeatureDescriptor[];
  /** What the site's owner asked for; may change. */
  readonly site?: Site | undefined;
  /** Those of the bar; told anew whenever something is kept of any. */
  readonly presets: Live<readonly PresetState[]>;
  /** All presets, for the panel. */
  readonly choices: PresetChoices;
  readonly settings: Live<Settings>;
  readonly speaking: Live<Speaking>;
  /** The settings that have an effect on this machine, of those with `needs`. */
  readonly able: Live<ReadonlySet<string>>;
  /** Told by the runtime; stays until the next one, or until the reader's next action. */
  readonly notice: Live<Notice | null>;
  readonly undoable: Live<Undoable | null>;
  /** Whether the reader folded the toolbar to a pill; remembered. */
  readonly state: Live<'open' | 'folded'>;
  setState(state: 'open' | 'folded'): void;
  /** One step for 撤销; a run of presses of one stepper is joined by the runtime. */
  set(patch: Patch): Promise<void>;
  command(id: string, name: string): Promise<void>;
  undo(): Promise<void>;
  reset(): Promise<void>;
  /** 退出: the toolbar goes, the page comes back. */
  close(): void;
  /** Starts an aid again that had failed. */
  retry(id: string): void;
  /** The language of the interface, a BCP 47 tag; when it changes, the words have changed. */
  readonly language: Live<string>;
  /** Turns Chinese words of one's own into the reader's script. */
  turn<T>(words: T): T;
  /** Ours, for the help. */
  readonly version: string;
  /** Whether the reader has never seen our interface here; answers yes once, and never where nothing is kept. */
  isFirst(): Promise<boolean>;
  /** The script of the panel, fetched when the reader first comes near it. Rejects when its file cannot be had; the next call tries again. */
  loadPanel(): Promise<PanelScript>;
}

/** What the runtime may do with an open toolbar. */
export interface Toolbar {
  /** Moves focus to the first control (opened by keyboard, or an opener pressed again); Escape leads back to what had it, in whatever shadow tree. */
  focusFirst(): void;
  /** How many CSS px of the window's top the toolbar covers now. */
  topInset(): number;
}
