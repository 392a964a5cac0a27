// The ports to where we run: the widget on a site's page, or the extension. Not for anything both hosts share.
import type * as Rebind from './features/find/extras/rebind';
import type * as Corrections from './features/pinyin/extras/corrections';
import type * as Tones from './features/pinyin/extras/tones';
import type * as Voices from './features/speech/extras/voices';
import type * as FieldNames from './features/speech/extras/field-names';
import type * as FullSpeech from './features/speech/extras/full-speech';
import type * as Homophones from './features/speech/extras/homophones';
import type { Messages } from './i18n';
import type { StoredState } from './settings/store';
import type { Site } from './site';
import type { SpeechPorts } from './speech/driver';

/** Scripts that are fetched on demand and register themselves; the type of what each provides. */
export interface Packs {
  /** Readings of characters; see packs/pinyin.ts. */
  pinyin: PinyinPack;
  /** Colours of tones; see features/pinyin/extras. */
  tones: typeof Tones;
  /** Corrections by the reader; see there. */
  corrections: typeof Corrections;
  /** Shortcuts of one's own; see features/find/extras. */
  rebind: typeof Rebind;
  /** The picker of voices; see features/speech/extras. */
  voices: typeof Voices;
  /** Wording for voices that know characters alone; see features/speech/extras. */
  'full-speech': typeof FullSpeech;
  /** Fields as lens and caption name them; see there. */
  'field-names': typeof FieldNames;
  /** Characters of one reading each; see there. */
  homophones: typeof Homophones;
}
export type PackName = keyof Packs;

/** How text is to be read. */
export interface ReadOptions {
  /** `dictionary` (the default): textbook tones, GB/T 16159. `spoken`: 一, 不 and third tones as they change in speech. */
  readonly tones?: 'dictionary' | 'spoken';
  /**
   * Readings that win over all others wherever the text occurs: the site's own and those that the reader corrected. Text of Han
   * characters, and its syllables with tone marks, one for each character, '' for one that is left to the context.
   */
  readonly words?: ReadonlyMap<string, readonly string[]>;
}

/** How one character was read, for a reader who doubts it. */
export interface CharacterReading {
  /** Offset in the text, in UTF-16 units. */
  readonly unit: number;
  readonly character: string;
  readonly reading: string;
  /** The word that decided the reading, as it stands in the text; the character itself where no word did. */
  readonly word: string;
  /** Where that word begins, in UTF-16 units. */
  readonly wordUnit: number;
  /** The other readings that the character has, commonest first; empty for most characters. */
  readonly others: readonly string[];
  /** Whether it has other readings and neither a word nor a rule decided, or the odds were close. */
  readonly isDoubtful: boolean;
}

/** Reads Han characters. Asynchronous and batched, so that a host may run it elsewhere. */
export interface PinyinPack {
  /**
   * @param sentences pieces of text, each read in its own context
   * @returns for each sentence one entry per UTF-16 code unit: the reading (NFC, lower case, tone marks) at the first
   *   unit of a Han character, '' at its second unit if it is astral, and '' for everything that is not read
   */
  read(sentences: readonly string[], options?: ReadOptions): Promise<readonly (readonly string[])[]>;
  /** How each Han character of a sentence was read, and what else it could be. */
  explain(sentence: string, options?: ReadOptions): Promise<readonly CharacterReading[]>;
  /** Whether a character lies outside the first-level 3,500 of 通用规范汉字表 (2013). */
  isRare(character: string): boolean;
}

/** Where the reader's choices are kept. */
export interface SettingsStorage {
  /** What is stored, unchecked; null when nothing is there or the store is blocked. Never rejects. */
  read(): Promise<unknown>;
  /** Reads, lets `change` merge, and writes. Never rejects; false when the store refused, and the state holds for this page only. */
  update(change: (stored: unknown) => StoredState): Promise<boolean>;
  /** Tells of changes that another tab made. */
  onChange(run: (stored: unknown) => void, signal: AbortSignal): void;
}

/**
 * Sheets of USER origin in this page or frame: there `!important` beats the page's own, inline or in a layer, too. They come a moment
 * later than a write, reach no shadow tree, and go with the page.
 */
export interface UserStyles {
  /** Resolves when the rules are in force. Rejects where the browser refuses. */
  insert(css: string): Promise<void>;
  /** @param css the very text that was inserted */
  remove(css: string): Promise<void>;
}

/** Where we run, as everything shared sees it. */
export interface Host {
  /** Who speaks in the claim: the extension outranks the widget. */
  readonly kind: 'extension' | 'widget';
  readonly storage: SettingsStorage;
  /** The reader's languages, most wanted first, as BCP 47 tags. */
  readonly languages: readonly string[];
  /** What the owner of the page asked for; absent where the page is anybody's. */
  readonly site?: Site;
  /** Whether same-origin frames are served from this page (the widget), or serve themselves (the extension). */
  readonly reachesFrames: boolean;
  /** Null where we are a script of the page and have no origin but its own. */
  readonly styles: UserStyles | null;
  readonly speech: SpeechPorts;
  /** Whether this page draws the toolbar: not in the extension's copies inside frames. */
  readonly drawsToolbar: boolean;
  /** Fetches a script by its file name without `.js` and the folder, and waits until it has run. Rejects with the remedy in the message. */
  loadScript(file: string): Promise<void>;
  /**
   * Takes away what was painted at the page's start in place of the scheme that the reader chose. Synchronous, and the page's own colours
   * are all there when it returns, without a transition; nothing after the first call.
   */
  uncover(): void;
  /** Is told of each aid that has done what it does at once, or has failed; where nobody waits for that there is none. */
  begun?(id: string): void;
  /** Last resort for errors of our own: told to the console, never thrown at the page. */
  report(id: string, error: unknown): void;
}

export type { Messages };
