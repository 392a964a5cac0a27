// Cuts block text into sentences by the rules of Chinese official writing, and long ones into pieces that a voice says in one go.
// Pure, on strings; Intl.Segmenter finds words alone: its sentences do not end at ； nor after ：, and it cuts inside quotations.
import type { Block } from './text-map';
import { wholesOf } from '../wholes';

/** One sentence or, where it is long, one piece of it: what is spoken and highlighted at a time. */
export interface Sentence {
  readonly block: Block;
  /** Offsets in `block.text`, white space at both ends left out. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A stretch of a string, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** About ten seconds of speech at four Han characters a second; network voices fall silent after fourteen. */
export const PIECE_MAX_HAN = 40;
/** Speaking weights are whole numbers, so that they are the same in whatever order they are added up. */
const HAN_WEIGHT = 20;
const NUMBER_WEIGHT = 16;
const LETTER_WEIGHT = 7;
const MOST_WEIGHT = PIECE_MAX_HAN * HAN_WEIGHT;
/** What is shorter than four characters joins a neighbour: a voice's pause around it would sound like stumbling. */
const LEAST_WEIGHT = 4 * HAN_WEIGHT;
/** So much of what comes after the last place to cut tells where words begin before it. */
const WORDS_AHEAD = 80;

const ENDS = new Set('。！？!?；;…');
/** What begins no piece: it belongs to what came before. */
const TRAILERS = new Set('、，,');
const CLOSERS = new Set('”’"\')）】》〉』」〗］］]');
const OPENERS = new Set('（(【《〈『「〖［[“‘');
/** Where a long sentence may be cut, best first. */
const CUTS: readonly ReadonlySet<string>[] = [new Set('，,：:；;—'), new Set('、'), new Set(' \u3000）)》”')];
/** Openers of quotations and what closes them. */
const QUOTES: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』' };

/**
 * Speaking weight of a part: of other writing than Han three letters or digits are about one character.
 * @param most it is not added up further once it is above this
 */
function weightOf(text: string, start: number, end: number, most = Infinity): number {
  let weight = 0;
  for (let at = start; at < end && weight <= most; at += 1) weight += weightAt(text, at);
  return weight;
}

/** The weight of the code unit at an offset; a whole page goes through here, so the common ranges come before any pattern. */
function weightAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0x4e00 && unit <= 0x9fff) return HAN_WEIGHT;
  if (unit < 0x80) return unit >= 0x30 && unit <= 0x39 ? NUMBER_WEIGHT : /[A-Za-z]/.test(text[at] ?? '') ? LETTER_WEIGHT : 0;
  // General and CJK punctuation, and the second half of a pair.
  if ((unit >= 0x2000 && unit <= 0x206f) || (unit >= 0x3000 && unit <= 0x3004) || (unit >= 0x3008 && unit <= 0x303f) || (unit >= 0xdc00 && unit <= 0xdfff)) return 0;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (/\p{Script=Han}/u.test(character)) return HAN_WEIGHT;
  if (/\p{N}/u.test(character)) return NUMBER_WEIGHT;
  return /\p{L}/u.test(character) ? LETTER_WEIGHT : 0;
}

const isSpace = (character: string | undefined) => character !== undefined && /\s/.test(character);
const isWordish = (character: string | undefined) => character !== undefined && /[A-Za-z0-9]/.test(character);

/** Whether the character at `at` ends a sentence. */
function endsAt(text: string, at: number): boolean {
  const character = text[at] ?? '';
  if (character === '\n') return true;
  const next = text[at + 1];
  // In an address or a query (`?id=1`, `;jsessionid`, `&amp;`) no ASCII mark ends anything.
  if ((character === '?' || character === ';' || character === '!') && isWordish(next)) return false;
  if (ENDS.has(character)) return true;
  // A full stop of ASCII or half-width CJK: not in 3.5, www.gov.cn, 1. or No.5; only where a Han text or word ends.
  if (character === '.' || character === '．') {
    if (!(next === undefined || isSpace(next) || CLOSERS.has(next))) return false;
    // A run of Latin letters counts by itself: 文件No. 5.
    return /\p{Script=Han}$|[\p{Script=Latin}\p{N}]{3}[a-z]$/u.test(text.slice(Math.max(0, at - 8), at));
  }
  return character === '｡';
}

/** Where the quotation that opens at `open` closes; the end of its line, or of the text, when it does not within it. */
function closeOf(text: string, open: number): number {
  const mark = QUOTES[text[open] ?? ''];
  let at = open + 1;
  while (at < text.length && text[at] !== mark && text[at] !== '\n') at += 1;
  return at;
}

/** Sentences before any joining, each with its closing marks; a closed quotation that runs on is no end, and a short one is not cut. */
function rawSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  /** The closing mark of the quotation around `at`, and the last of what is said before it. */
  let quoteEnd = -1;
  let lastSaid = -1;
  /** Up to where no quotation closes that opens with a mark. */
  const open: Record<string, number> = {};
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    if (at > quoteEnd && mark in QUOTES && at >= (open[mark] ?? 0)) {
      const close = closeOf(text, at);
      const isClosed = close < text.length && text[close] !== '\n';
      if (!isClosed) open[mark] = close;
      quoteEnd = isClosed ? close : -1;
      lastSaid = quoteEnd - 1;
      while (lastSaid > at && weightAt(text, lastSaid) === 0) lastSaid -= 1;
    }
    if (!endsAt(text, at)) continue;
    if (at < lastSaid && weightOf(text, start, quoteEnd, MOST_WEIGHT) <= MOST_WEIGHT) continue;
    let end = at + 1;
    if (text[at] !== '\n') {
      while (end < text.length && (ENDS.has(text[end] ?? '') || CLOSERS.has(text[end] ?? ''))) end += 1;
      // 他说：“……。”的 and （见附件。）后: a closed quotation that runs on is not the end.
      const closed = CLOSERS.has(text[end - 1] ?? '');
      if (closed && /[，,、：:的]/.test(text[end] ?? '')) {
        at = end - 1;
        continue;
      }
      while (end < text.length && TRAILERS.has(text[end] ?? '')) end += 1;
    }
    spans.push({ start, end });
    start = end;
    at = end - 1;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

/** Takes white space off both ends; null when nothing to say is left (marks alone are nothing). */
function trimmed(text: string, { start, end }: Span): Span | null {
  while (start < end && isSpace(text[start])) start += 1;
  while (end > start && isSpace(text[end - 1])) end -= 1;
  return /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? { start, end } : null;
}

/** Whether a cut at an offset goes through what has to stay whole. */
type IsInside = (at: number) => boolean;

/** The best place to cut a long piece, as an offset in `text` after which the next piece begins. */
function cutOf(text: string, { start, end }: Span, whole: number, isInside: IsInside): number {
  const wanted = whole / Math.ceil(whole / MOST_WEIGHT);
  for (const marks of CUTS) {
    const cut = nearest(text, start, end, wanted, (at) => marks.has(text[at - 1] ?? '') && !CLOSERS.has(text[at] ?? '') && !isInside(at));
    if (cut > 0) return cut;
  }
  const edges = wordEdges(text, start, end);
  const cut = edges ? nearest(text, start, end, wanted, (at) => edges.has(at) && !isInside(at) && isFree(text, at)) : -1;
  return cut > 0 ? cut : hardCut(text, start, end, isInside);
}

/** Of the places that may be cut at, the one that comes nearest to the wanted weight; -1 when there is none within the limit. */
function nearest(text: string, start: number, end: number, wanted: number, mayCut: (at: number) => boolean): number {
  let best = -1;
  let bestMiss = Infinity;
  let weight = 0;
  for (let at = start; at < end - 1; at += 1) {
    weight += weightAt(text, at);
    if (weight > MOST_WEIGHT) break;
    if (weight < LEAST_WEIGHT || !mayCut(at + 1)) continue;
    const miss = Math.abs(weight - wanted);
    if (miss <= bestMiss) [best, bestMiss] = [at + 1, miss];
  }
  return best;
}

/** Whether what stands before an offset and after it is one character: the halves of a pair, what is written over a letter, a picture of several. */
const isJoined = (text: string, at: number) => /[\udc00-\udfff\p{M}\u200d]/u.test(text[at] ?? '') || text[at - 1] === '\u200d';

/** Not between a mark and what it holds, nor inside a character. */
function isFree(text: string, at: number): boolean {
  const [before = '', after = ''] = [text[at - 1], text[at]];
  return !isJoined(text, at) && !OPENERS.has(before) && !CLOSERS.has(after) && !TRAILERS.has(after) && !ENDS.has(after);
}

let segmenter: Intl.Segmenter | null | undefined;

/** Where words begin, as offsets in `text`; null where the browser does not know words. */
function wordEdges(text: string, start: number, end: number): ReadonlySet<number> | null {
  segmenter ??= typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh-CN', { granularity: 'word' }) : null;
  if (!segmenter) return null;
  // A quantity stays with what it counts.
  let last = start;
  for (let weight = 0; last < end && weight <= MOST_WEIGHT; last += 1) weight += weightAt(text, last);
  const words = [...segmenter.segment(text.slice(start, Math.min(end, last + WORDS_AHEAD)))].filter(({ index }) => !isWordish(text[start + index - 1]));
  return new Set(words.map(({ index }) => start + index));
}

/** No mark to cut at: after as many characters as fit; what has to stay whole may be longer than fits. */
function hardCut(text: string, start: number, end: number, isInside: IsInside): number {
  let weight = 0;
  let most = start;
  while (most < end) {
    weight += weightAt(text, most);
    if (weight > MOST_WEIGHT && most > start) break;
    most += (text.codePointAt(most) ?? 0) > 0xffff ? 2 : 1;
  }
  const mayCut = (at: number) => !isInside(at) && isFree(text, at);
  let cut = most;
  while (cut > start && !mayCut(cut)) cut -= 1;
  if (cut > start) return cut;
  cut = most;
  let han = text.slice(start, most).match(/\p{Script=Han}/gu)?.length ?? 0;
  for (; cut < end && (isInside(cut) || isJoined(text, cut)) && han <= PIECE_MAX_HAN; cut += 1) if (/\p{Script=Han}/u.test(String.fromCodePoint(text.codePointAt(cut) ?? 0))) han += 1;
  // An address is long for its letters; whole lines of numbers in words are not to be said in one go.
  return han <= PIECE_MAX_HAN ? cut : Math.max(most, start + 1);
}

function pieces(text: string, span: Span): Span[] {
  const result: Span[] = [];
  let rest = span;
  let isInside: IsInside | null = null;
  let weight = weightOf(text, span.start, span.end);
  while (weight > MOST_WEIGHT) {
    isInside ??= insideOf(text, span);
    const cut = cutOf(text, rest, weight, isInside);
    if (cut <= rest.start || cut >= rest.end) break;
    weight -= weightOf(text, rest.start, cut);
    result.push({ start: rest.start, end: cut });
    rest = { start: cut, end: rest.end };
  }
  return [...result, rest];
}

function insideOf(text: string, { start, end }: Span): IsInside {
  const isInside = wholesOf(text.slice(start, end));
  return (at) => isInside(at - start);
}

/**
 * Cuts a text into what is spoken one after the other.
 * @param text block text; `\n` always ends a sentence
 * @returns spans in order, without white space at their ends; together they hold every letter and digit of the text
 */
export function splitSentences(text: string): Span[] {
  const joined: Span[] = [];
  for (const raw of rawSpans(text)) {
    const span = trimmed(text, raw);
    if (!span) continue;
    const last = joined.at(-1);
    const gap = last ? text.slice(last.end, span.start) : '';
    const canJoin = last && !gap.includes('\n') && weightOf(text, last.start, span.end, MOST_WEIGHT) <= MOST_WEIGHT;
    const isShort = weightOf(text, span.start, span.end, LEAST_WEIGHT) < LEAST_WEIGHT || (last && weightOf(text, last.start, last.end, LEAST_WEIGHT) < LEAST_WEIGHT);
    if (last && canJoin && isShort) joined[joined.length - 1] = { start: last.start, end: span.end };
    else joined.push(span);
  }
  return joined.flatMap((span) => pieces(text, span).flatMap((piece) => trimmed(text, piece) ?? []));
}

/** The sentences of one block. They do not depend on any voice: what takes one too long is cut where it is said (speech/pieces.ts). */
export function sentencesOf(block: Block): Sentence[] {
  return splitSentences(block.text).map(({ start, end }) => ({ block, start, end, text: block.text.slice(start, end) }));
}
