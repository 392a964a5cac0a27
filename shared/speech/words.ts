// Which word sounds now: from the engine's events where they can be believed, else from an estimate that steps word by word.
// Not for how fast a voice speaks (pace.ts) nor for showing a word.
import { weightsBefore } from './pace';

/** A word of a text, as offsets in UTF-16 units, end excluded. */
export interface Word {
  readonly start: number;
  readonly end: number;
}

const LETTER = /[\p{L}\p{N}]/u;
const HAN = /^\p{Script=Han}+$/u;
/** Where there is no Intl.Segmenter (old Firefox): Latin words and numbers whole, Han characters by twos. */
const PLAIN_WORDS = /\p{Script=Han}{1,2}|[\p{L}\p{N}]+(?:[.·'’-][\p{L}\p{N}]+)*/gu;

let segmenter: Intl.Segmenter | null | undefined;

function* rawWords(text: string): Generator<Word, void, undefined> {
  const intl = Intl as Partial<typeof Intl>;
  if (segmenter === undefined) segmenter = intl.Segmenter ? new intl.Segmenter('zh', { granularity: 'word' }) : null;
  if (!segmenter) {
    for (const { index, 0: word } of text.matchAll(PLAIN_WORDS)) yield { start: index, end: index + word.length };
    return;
  }
  for (const { index, segment } of segmenter.segment(text)) {
    // Not by isWordLike: in Firefox 153 the last word before a mark is said to be none.
    if (LETTER.test(segment)) yield { start: index, end: index + segment.length };
  }
}

/** The words of a text in their order; a single character after a longer word joins it, for calmer motion (民政|部). */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let mayJoin = false;
  for (const word of rawWords(text)) {
    const length = [...text.slice(word.start, word.end)].length;
    const before = words.at(-1);
    const isHan = HAN.test(text.slice(word.start, word.end));
    if (before && mayJoin && length === 1 && isHan && before.end === word.start) {
      words[words.length - 1] = { start: before.start, end: word.end };
      mayJoin = false;
    } else {
      words.push(word);
      mayJoin = isHan && length > 1;
    }
  }
  return words;
}

export interface WordFollower {
  /** The engine says that a word begins; what cannot be is not believed. */
  heard(unit: number, length: number): void;
  /** No step after this. */
  end(): void;
  /** Whether a word of the engine's was believed. */
  readonly hasHeard: boolean;
  /** Whether the engine has told of the text's last words, so that nothing that matters was left out. */
  readonly isNearEnd: boolean;
}

export interface FollowedText {
  readonly text: string;
  /** Milliseconds that the whole text is expected to take. */
  readonly expectedMs: number;
  /** How long to wait for the engine's own words before estimating. */
  readonly waitMs: number;
  now(): number;
  later(run: () => void, ms: number): () => void;
  onWord(unit: number, length: number): void;
}

/** How long to wait for a voice of which nobody knows yet whether it tells of words. */
export const WAIT_FOR_WORDS_MS = 600;
/** A voice that tells of words and has fallen silent so long after the next one should have come has stopped telling. */
const WORDS_LATE_MS = 1_500;
/** A word further ahead than this, and than half of the text, is a remainder of another sentence. */
const AHEAD_MS = 2_000;
const AHEAD_PART = 0.5;
/** A longer "word" is a sentence or a mistake. */
const LONGEST_WORD = 12;

/** Follows one text from the moment at which it begins to sound. */
export function followWords({ text, expectedMs, waitMs, now, later, onWord }: FollowedText): WordFollower {
  const words = wordsOf(text);
  const before = weightsBefore(text);
  const msPerUnit = expectedMs / Math.max(1, before.at(-1) ?? 1);
  /** Where the voice was, and when, when it was last certain. */
  let anchor = { unit: 0, at: now() };
  /** The word that is shown, and the engine's last offset. */
  let shown = -1;
  let last = -1;
  let hasHeard = false;
  let cancel = later(() => step(true), waitMs);

  const msBetween = (from: number, to: number) => ((before[to] ?? 0) - (before[from] ?? 0)) * msPerUnit;
  const timeOf = (at: number) => anchor.at + msBetween(anchor.unit, words[at]?.start ?? 0);

  function show(at: number, length = 0): void {
    const word = words[at];
    if (!word || at === shown) return;
    shown = at;
    onWord(word.start, Math.max(word.end - word.start, length));
  }

  /** Shows the word whose time has come, and waits for the next. */
  function step(shows: boolean): void {
    let at = shown;
    if (shows) {
      at = Math.max(at, 0);
      while (at + 1 < words.length && timeOf(at + 1) <= now()) at += 1;
      show(at);
    }
    if (at + 1 < words.length) cancel = later(() => step(true), Math.max(1, timeOf(at + 1) - now() + (hasHeard ? WORDS_LATE_MS : 0)));
  }

  function heard(unit: number, length: number): void {
    if (!Number.isInteger(unit) || unit < 0 || unit >= text.length || unit <= last) return;
    const ahead = msBetween(anchor.unit, unit) - (now() - anchor.at);
    if (ahead > AHEAD_MS && ahead > expectedMs * AHEAD_PART) return;
    const at = words.findIndex(({ end }) => end > unit);
    const word = words[at];
    // Punctuation, or past the last word.
    if (!word || unit + Math.max(1, length) <= word.start) return;
    last = unit;
    hasHeard = true;
    anchor = { unit, at: now() };
    cancel();
    const isLength = length > 0 && length <= LONGEST_WORD && unit + length <= text.length;
    show(at, isLength ? unit + length - word.start : 0);
    step(false);
  }

  return {
    heard,
    end: () => cancel(),
    get hasHeard() {
      return hasHeard;
    },
    get isNearEnd() {
      return last >= (words.at(-2)?.start ?? 0);
    },
  };
}
