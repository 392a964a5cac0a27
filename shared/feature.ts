// What an aid is: a descriptor the toolbar needs at once, and `start(context)`, loaded when the aid is first on.
// Not the runtime that starts and stops them (assist.ts).
import type { Edits } from './dom/edits';
import type { PackName, Packs } from './host';
import type { Live, LiveCell } from './live';
import type { Page } from './page/page';
import type { Sentence, Span } from './page/sentences';
import type { TopLine } from './page/top-line';
import type { PanelHandle, PanelName } from './panel';
import type { Position } from './position';
import type { Readings } from './readings/port';
import type { SpeechPorts } from './speech/driver';
import type { Patch, Settings, SettingsOf, SettingsSchema, SettingValue } from './settings/schema';

/** One line drawing, 30 × 30 units: path data drawn with a stroke in the text colour. */
export type Icon = readonly string[];

/** What the toolbar, the store and the build know of an aid. Pure data; its messages are keyed by `id` and setting. */
export interface FeatureDescriptor<S extends SettingsSchema = SettingsSchema> {
  /** Folder name = message key = heading in the README = subject of its commits; kebab-case. */
  readonly id: string;
  /** The aid's settings; the keys are public names. */
  readonly settings: S;
  /** The setting that switches the aid: it is on while the value is not the default; '' for an aid that has only `asks`. */
  readonly main: string;
  /** What may be told to the aid, e.g. by a button. The first starts an aid that is off; the others are for one that runs. */
  readonly commands?: readonly string[];
  /** What a running aid can be told by buttons of the panel alone, which shows them while the aid is on. */
  readonly acts?: readonly string[];
  /** What the panel always offers; starts an aid that is off, which then holds itself as long as it likes. */
  readonly asks?: readonly string[];
  /** What no button of ours says, e.g. a menu of the browser does; starts an aid that is off, as what is asked does. */
  readonly calls?: readonly string[];
  readonly icon: Icon;
  /** What the reader wants: to see, to hear, to find; where the panel shows it. */
  readonly group: 'see' | 'hear' | 'find';
  /** The value that a press on the bar's button switches to the first time; absent: the aid has no button there. */
  readonly barValue?: SettingValue;
}

/** What the interface itself cannot say, or no list of descriptors would type-check: which values belong to these settings. */
interface Own<S extends SettingsSchema> {
  readonly main: keyof S | '';
  readonly barValue?: SettingsOf<S>[keyof S];
}

/** Identity; lets a descriptor infer its own types. */
export function defineFeature<const S extends SettingsSchema>(descriptor: FeatureDescriptor<S> & Own<S>): FeatureDescriptor<S> {
  return descriptor;
}

/** How reading aloud stands; written by the speech aid, followed by toolbar, caption and API. */
export interface Speaking {
  readonly state: 'idle' | 'speaking' | 'paused';
  /** The sentence being spoken or waiting, as the page shows it; '' when idle. */
  readonly text: string;
}

/** What is being said or waits to be, for aids that show it. */
export interface Said {
  /** As the page shows it. */
  readonly text: string;
  /** Its place in the page; null for the name of a control. */
  readonly sentence: Sentence | null;
  /** The word that sounds now, as offsets in `text`; null while nobody knows. */
  readonly word: Span | null;
}

/** The one voice of the page, as other aids see it. */
export interface Speaker {
  /** Written by the speech aid; null while it is idle. */
  readonly said: LiveCell<Said | null>;
  /** Written by the speech aid: the sentence where the reader stopped on this page last time, for the command `resume`; null: nothing is offered. */
  readonly offer: LiveCell<string | null>;
  /** Written by the speech aid: the reader has scrolled away from what is read, and `back-to-speech` would bring it back. */
  readonly isAway: LiveCell<boolean>;
  /** Written by the speech aid: nothing has been heard for 0.7 s of what was asked for. */
  readonly isPreparing: LiveCell<boolean>;
  /** Who shows a 停止 now: the toolbar, the caption. While nobody does, the speech aid shows a player. */
  readonly stops: Live<ReadonlySet<string>>;
  /** Says that an aid shows a 停止, or no longer does. */
  showsStop(who: string, shows: boolean): void;
  /** Tells the speech aid one of its commands. */
  command(name: string): void;
}

/** What the store keeps beside the settings, for aids; see "Storage" in the contract. Whoever uses it checks it. */
export type KeptKey = 'readings' | 'places' | 'consent' | 'keys' | 'presets' | 'seen';

/** One of those keys. */
export interface Kept {
  readonly value: Live<unknown>;
  /** Makes the value anew out of what is stored then; undefined leaves it. False: the store refused. */
  update(change: (stored: unknown) => unknown): Promise<boolean>;
}

/** The script that each aid registers under `aid-<id>`. */
export interface FeatureScript<S extends SettingsSchema = SettingsSchema> {
  start(context: FeatureContext<S>): void | Promise<void>;
}

/**
 * All that an aid may touch. Everything given here ends with the signal, and is fenced: an error in a callback stops this one
 * aid, never the page. After the stop every edit throws AbortError, which the runtime takes for an ordinary stop.
 */
export interface FeatureContext<S extends SettingsSchema = SettingsSchema> {
  readonly page: Page;
  readonly edits: Edits;
  readonly position: Position;
  /** The aid's own settings. A change never restarts the aid. Watch without a signal: it ends with the aid. */
  readonly settings: Live<SettingsOf<S>>;
  /** All that the reader chose, for an aid that steps and switches as the toolbar does; what this build has not is not in it. */
  readonly all: Live<Settings>;
  readonly speaking: LiveCell<Speaking>;
  readonly speaker: Speaker;
  readonly signal: AbortSignal;
  /**
   * Call before a look at every element of the page.
   * @throws Error on a page with more of them than an aid may take on: let it through, so that the aid ends and the reader is told why
   */
  takeOnAll(): void;
  loadPack<N extends PackName>(name: N): Promise<Packs[N]>;
  /** The host's ways to speak. */
  readonly speechPorts: SpeechPorts;
  /** What is kept beside the settings. */
  kept(key: KeptKey): Kept;
  /**
   * Says whether a setting with `needs` has an effect here; the panel shows it only then.
   * @param setting its key
   */
  able(setting: string, isAble: boolean): void;
  /** How Han characters are read, the same for all aids. Its script is fetched when first asked for. */
  readings(): Promise<Readings>;
  /** Counts up when an aid came, went or was set otherwise: the page may look other than before. */
  readonly looks: Live<number>;
  /** Finds the reader's line at the top of the window, and where it is now. */
  readonly topLine: TopLine;
  /** A panel of ours that has words or takes presses. Its script is fetched when it is first shown; what it calls is fenced. */
  panel<N extends PanelName>(name: N): PanelHandle<N>;
  /** Obeys a command of the descriptor. `mingdu.settled` waits for the promise. */
  onCommand(name: string, run: () => void | Promise<void>): void;
  /** Takes away what was painted at the page's start in the aid's place; call it right before reading the page's own colours. */
  uncover(): void;
  /** The language of the interface, a BCP 47 tag. */
  readonly language: string;
  /** Turns Chinese words of the aid's own into the reader's script. */
  turn<T>(words: T): T;
  /** Whether the whole window is this page's; false in a frame that is served beside its page. */
  readonly ownsWindow: boolean;
  /** Whether it was turned on here, by a press or a call, rather than come back with what is stored or with another tab. */
  readonly isChosen: boolean;
  /**
   * Keeps the aid running while its setting is off (speech that was started by a command), until `hold(false)`.
   * @param what each of several holds for itself; absent: the one that has no name
   */
  hold(on: boolean, what?: string): void;
  /**
   * Changes settings as a press in the toolbar would: other tabs follow, 撤销 takes it back. Nothing to wait for: watch the setting.
   * @param patch as for `Mingdu.set`
   */
  choose(patch: Patch): void;
  /** Gives the focus to the toolbar. False where none is drawn. */
  focusBar(): boolean;
  /**
   * Tells the reader one plain sentence (message key `problem.<key>`), also as an `error` event. The aid goes on.
   * @param key lower-case words with hyphens, e.g. `no-voice`
   */
  problem(key: string): void;
  /** The same for what went as it was meant to and is not seen at once; no `error` event. */
  news(key: string): void;
  /** What was told is over: its sentence goes, if it still stands. */
  solved(key: string): void;
  /** `settled()` waits for this work. A rejection counts as an error of the aid. */
  pending(work: Promise<unknown>): void;
  /** addEventListener; passive unless said otherwise. */
  listen(target: EventTarget, type: string, run: (event: Event) => void, options?: AddEventListenerOptions): void;
  /** Runs once at the next frame; asked again before, only the last one runs. Returns nothing to cancel: make `run` check. */
  frame(run: (time: number) => void): void;
  /** Runs once after `ms` milliseconds; returns a function that cancels. */
  later(run: () => void, ms: number): () => void;
  /** An IntersectionObserver on the viewport. */
  observeIntersection(run: (entries: IntersectionObserverEntry[]) => void, options?: IntersectionObserverInit): IntersectionObserver;
  /** A ResizeObserver. */
  observeResize(run: (entries: ResizeObserverEntry[]) => void): ResizeObserver;
}
