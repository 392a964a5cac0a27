// Where every aid gets readings from: one place, so that pinyin, lens, caption and speech say the same. Types alone.
import type { CharacterReading } from '../host';
import type { Live } from '../live';
import type { Sentence } from '../page/sentences';

/** A piece of text, read in its own context. */
export interface ReadText {
  readonly text: string;
  /** Readings that the author gave to the elements it stands in, one entry per UTF-16 unit, '' where none. */
  readonly given?: readonly string[] | undefined;
}

/** Who said how a character is read: the reader, the element around it, the site's list of words, or the engine. */
export type ReadingOrigin = 'reader' | 'element' | 'site' | 'engine';

export interface ExplainedReading extends CharacterReading {
  readonly origin: ReadingOrigin;
  /** As a dictionary has it, before its neighbours changed the tone. */
  readonly dictionary: string;
}

/**
 * All readings. The reader's corrections win over an element's own, these over the site's list of words, and that over the engine. Tones
 * are as the reader's settings say.
 */
export interface Readings {
  /** What the reader corrected, oldest first: a word of 1 to 8 Han characters, and its syllables with tone marks. */
  readonly own: Live<ReadonlyMap<string, readonly string[]>>;
  /** @returns for each text one entry per UTF-16 unit, '' for what is not read */
  read(texts: readonly ReadText[]): Promise<readonly (readonly string[])[]>;
  /** The readings of a sentence of the page as pinyin shows them, whether pinyin is on or not. */
  ofSentence(sentence: Sentence): Promise<readonly string[]>;
  /**
   * The readings of a sentence that somebody gave, the reader, an element's author or the site's list; at once, and without the tables of
   * the engine. For voices that read by themselves and are to be put right there alone.
   * @returns one entry per UTF-16 unit, '' where the engine alone decides
   */
  givenIn(sentence: Sentence): readonly string[];
  /** How each Han character of a sentence of the page was read. */
  explain(sentence: Sentence): Promise<readonly ExplainedReading[]>;
  /**
   * Keeps a correction, or takes one back (null).
   * @returns false when the store refused, and it holds for this page only
   */
  correct(word: string, syllables: readonly string[] | null): Promise<boolean>;
  /**
   * Tells that texts may be read otherwise than before.
   * @param run is given a test of whether a text is among them
   */
  onChange(run: (isTouched: (text: string) => boolean) => void, signal: AbortSignal): void;
}
