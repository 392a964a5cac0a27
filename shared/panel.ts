// What an aid and its panel say to one another: the props of each panel by its name. Types alone: an aid knows no panel's insides, a panel
// no aid, and the script of a panel is fetched when it is first wanted. Not for how panels are mounted (panels/mount.ts).
import type { FieldsList, LinksList, MediaList, ShortcutsList, ZonesList } from './panel-lists';

export type { EmptyField, LinkKind, LinkRow, MediaRow, ShortcutRow, ZoneRow } from './panel-lists';

/** A box in CSS pixels of the window. */
export interface WindowBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What every panel has. Functions stand at the top level of the props: there they are fenced. */
export interface PanelProps {
  /** Escape with the focus inside: the innermost open part goes. */
  close(): void;
}

/** A picture of the page, drawn anew by us. */
export interface ShownPicture {
  /** Our own element; it changes with the picture. */
  readonly copy: Element;
  /** Its size at the scale that is shown, in CSS px. */
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** What the page says of it; '' when nothing. */
  readonly label: string;
  /** Its place among the pictures of the page, from 1. */
  readonly place: number;
  readonly count: number;
  /** Whether the panel stands in the lower half, the picture being in the upper one. */
  readonly isLow: boolean;
}

export interface ImagePanel extends PanelProps {
  /** The picture that 放大 is offered for. */
  readonly offer: { readonly box: WindowBox; readonly hasFocus: boolean } | null;
  readonly shown: ShownPicture | null;
  /** The least and the most that a picture is enlarged. */
  readonly scales: readonly number[];
  /** Opens what is offered. */
  open(): void;
  scaleTo(scale: number): void;
  /** The picture so many places on. */
  go(step: number): void;
  /** Gives the focus back to where 放大 was reached from. */
  leaveOffer(): void;
}

/** A character of a sentence, or a stretch that is not read. */
export interface ReadCharacter {
  readonly text: string;
  /** '' for what is not read. */
  readonly reading: string;
  /** Whether we are not sure of it, or the reader said it. */
  readonly mark: 'doubtful' | 'own' | '';
}

/** The character whose reading is being corrected. */
export interface ChosenReading {
  readonly character: string;
  readonly reading: string;
  /** The word it was read in; '' where it was read by itself. */
  readonly word: string;
  /** What else it could be. */
  readonly others: readonly string[];
  /** What the reader picked; '' while nothing. */
  readonly picked: string;
  readonly typed: string;
  /** What is typed may mean: five syllables where the tone is missing, none where it is no syllable. */
  readonly meant: readonly string[];
  /** The words in which it may hold, narrowest first; the character itself is one. */
  readonly scopes: readonly string[];
  readonly scope: string;
  readonly isOwn: boolean;
}

export interface ReadingsPanel extends PanelProps {
  readonly characters: readonly ReadCharacter[];
  /** The character that Tab reaches. */
  readonly current: number;
  /** Whether it takes the focus. */
  readonly takesFocus: boolean;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  /** Stands in the lower half, the sentence being in the upper one. */
  readonly isLow: boolean;
  readonly chosen: ChosenReading | null;
  /** What happened last; each time another object, so that the same is said again. */
  readonly told: { readonly key: 'saved' | 'reverted' | 'pick-first'; readonly word: string; readonly reading: string } | null;
  /** What the reader corrected, newest first: all of it, or the newest. */
  readonly own: readonly { readonly word: string; readonly reading: string }[];
  readonly ownCount: number;
  /** Whether there are more than the newest. */
  readonly hasMoreOwn: boolean;
  /** The sentence so many places on. */
  go(step: number): void;
  stand(at: number): void;
  choose(at: number): void;
  pick(reading: string): void;
  type(text: string): void;
  narrow(scope: string): void;
  save(): void;
  /** Takes the correction of the chosen character back. */
  revert(): void;
  remove(word: string): void;
  showAllOwn(all: boolean): void;
}

/** A voice in the picker. */
export interface VoiceRow {
  readonly uri: string;
  /** Chinese, or the engine's own. */
  readonly name: string;
  readonly gender: 'female' | 'male' | '';
  readonly family: 'mandarin' | 'taiwan' | 'cantonese';
  /** Who gets the text; '' when it stays on this machine. */
  readonly company: '' | 'microsoft' | 'google' | 'other';
  readonly isRobot: boolean;
  /** May be silent, or speak another language, until the reader has heard it. */
  readonly isUnheard: boolean;
}

/** The systems that we know how a voice is added to. */
export type VoiceSystem = 'windows' | 'mac' | 'ios' | 'android' | 'linux' | 'chromeos';

export interface VoicesPanel extends PanelProps {
  readonly rows: readonly VoiceRow[];
  /** URI of the voice that is chosen; '' for the best one. */
  readonly chosen: string;
  /** URI of the row that Tab reaches: the chosen one, until arrows lead to another. */
  readonly standing: string;
  /** The name of the voice that 自动 means now; '' when there is none. */
  readonly best: string;
  /** Whether voices may still come. */
  readonly isWaiting: boolean;
  /** URI of the voice whose sample sounds ('' for 自动); null in silence. */
  readonly sounding: string | null;
  /** What waits for an answer: whether text may be sent, or what was heard. */
  readonly asking: { readonly about: 'consent' | 'heard'; readonly row: VoiceRow } | null;
  /** What happened last; each time another object, so that the same is said again. */
  readonly told: { readonly key: 'chosen' | 'automatic' | 'declined' | 'heard' | 'unheard' | 'failed' | 'copied' | 'not-copied' | 'pack-ready' | 'pack-failed' | 'storage'; readonly name: string } | null;
  /** What takes the focus; until `focused` says that it did, for the script of the panel comes late. */
  readonly focus: 'chosen' | 'asking' | 'help' | '';
  /** Null where it is none that we know. */
  readonly system: VoiceSystem | null;
  /** What fetching our own voice would cost in bytes (0: nothing to fetch); null where there is none, or it is in use. */
  readonly pack: { readonly bytes: number; readonly isLoading: boolean } | null;
  /** Whether the large caption can be turned on. */
  readonly offersCaption: boolean;
  /** The list of voices and the browser, for who reports a fault. */
  readonly diagnosis: string;
  stand(uri: string): void;
  choose(uri: string): void;
  sample(uri: string): void;
  stop(): void;
  /** Yes or no to what is asked. */
  answer(yes: boolean): void;
  usePack(): void;
  useCaption(): void;
  copy(): void;
  /** The focus is in the panel. */
  focused(): void;
}

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A sentence as the caption shows it. */
export interface CaptionText {
  readonly text: string;
  /** One entry per UTF-16 unit, '' for what is not read; empty while they are not known. */
  readonly readings: readonly string[];
  /** Its words: no row ends inside one. */
  readonly words: readonly Stretch[];
  /** The one that is spoken or pointed at. */
  readonly word: Stretch | null;
}

/** `close` puts an offer away. */
export interface CaptionPanel extends PanelProps {
  /** Null: the player alone. */
  readonly shown: CaptionText | null;
  readonly state: 'idle' | 'speaking' | 'paused';
  /** Whether nothing else of ours shows a 停止. */
  readonly isAlone: boolean;
  /** Where the reader stopped the last time, to be gone on from. */
  readonly offer: string | null;
  /** The reader scrolled away from what is spoken. */
  readonly isAway: boolean;
  /** The voice has been asked and is not heard yet. */
  readonly isPreparing: boolean;
  /** Of the characters, in px where the reader's browser has 16. */
  readonly size: number;
  readonly canShrink: boolean;
  readonly canGrow: boolean;
  readonly edge: 'top' | 'bottom';
  /** Tells the speech aid a command. */
  press(command: string): void;
  resize(step: -1 | 1): void;
  /** To the other edge. */
  move(): void;
}

/** Lists of what there is on a page: panel-lists.ts. */
export interface LinksPanel extends PanelProps, LinksList {}
export interface ZonesPanel extends PanelProps, ZonesList {}
export interface ShortcutsPanel extends PanelProps, ShortcutsList {}
export interface FieldsPanel extends PanelProps, FieldsList {}
export interface MediaPanel extends PanelProps, MediaList {}

/** The panels that there are: a folder each in panels/. */
export interface Panels {
  readonly caption: CaptionPanel;
  readonly fields: FieldsPanel;
  readonly image: ImagePanel;
  readonly links: LinksPanel;
  readonly media: MediaPanel;
  readonly readings: ReadingsPanel;
  readonly shortcuts: ShortcutsPanel;
  readonly voices: VoicesPanel;
  readonly zones: ZonesPanel;
}
export type PanelName = keyof Panels;

/** What an aid holds of its panel. */
export interface PanelHandle<N extends PanelName> {
  /** Draws these props in place of those before; null takes the panel away. */
  show(props: Panels[N] | null): void;
}
