// Cuts block text into sentences by the rules of Chinese official writing, and long ones into pieces that a voice says in one go.
// Pure, on strings; Intl.Segmenter finds words alone: its sentences do not end at ； nor after ：, and it cuts inside quotations.
import { blocksIn, type BlockOptions } from './blocks';
import type { Page } from './page';
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
/** What is shorter joins a neighbour: a voice's pause around it would sound like stumbling. */
const PIECE_MIN_HAN = 4;

const ENDS = new Set('。！？!?；;…');
/** What begins no piece: it belongs to what came before. */
const TRAILERS = new Set('、，,');
const CLOSERS = new Set('”’"\')）】》〉』」〗］］]');
const OPENERS = new Set('（(【《〈『「〖［[“‘');
/** Where a long sentence may be cut, best first. */
const CUTS: readonly ReadonlySet<string>[] = [new Set('，,：:；;—'), new Set('、'), new Set(' \u3000）)》”')];
/** Openers of quotations and what closes them. */
const QUOTES: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』' };

/** Speaking weight: a Han character is one; of other writing three letters or digits are about one. */
function weightOf(text: string): number {
  let weight = 0;
  for (let at = 0; at < text.length; at += 1) weight += weightAt(text, at);
  return weight;
}

/** The weight of the code unit at an offset; a whole page goes through here, so the common ranges come before any pattern. */
function weightAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0x4e00 && unit <= 0x9fff) return 1;
  if (unit < 0x80) return unit >= 0x30 && unit <= 0x39 ? 0.8 : /[A-Za-z]/.test(text[at] ?? '') ? 0.35 : 0;
  // General and CJK punctuation, and the second half of a pair.
  if ((unit >= 0x2000 && unit <= 0x206f) || (unit >= 0x3000 && unit <= 0x3004) || (unit >= 0x3008 && unit <= 0x303f) || (unit >= 0xdc00 && unit <= 0xdfff)) return 0;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (/\p{Script=Han}/u.test(character)) return 1;
  if (/\p{N}/u.test(character)) return 0.8;
  return /\p{L}/u.test(character) ? 0.35 : 0;
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
    const before = /([\p{L}\p{N}]+)$/u.exec(text.slice(Math.max(0, at - 12), at))?.[1] ?? '';
    return /\p{Script=Han}$/u.test(before) || (before.length > 3 && /[a-z]$/.test(before));
  }
  return character === '｡';
}

/** Where the quotation that opens at `open` closes; -1 when it does not within its line. */
function closeOf(text: string, open: number): number {
  const close = text.indexOf(QUOTES[text[open] ?? ''] ?? '', open + 1);
  const line = text.indexOf('\n', open);
  return line >= 0 && close > line ? -1 : close;
}

/** Sentences before any joining, each with its closing marks; a closed quotation that runs on is no end, and a short one is not cut. */
function rawSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  /** The closing mark of the quotation around `at`. */
  let quoteEnd = -1;
  for (let at = 0; at < text.length; at += 1) {
    if (at > quoteEnd && (text[at] ?? '') in QUOTES) quoteEnd = closeOf(text, at);
    if (!endsAt(text, at)) continue;
    const isInQuote = at < quoteEnd && weightOf(text.slice(at + 1, quoteEnd)) > 0;
    if (isInQuote && weightOf(text.slice(start, quoteEnd)) <= PIECE_MAX_HAN) continue;
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
function cutOf(text: string, { start, end }: Span, isInside: IsInside): number {
  const whole = weightOf(text.slice(start, end));
  const wanted = whole / Math.ceil(whole / PIECE_MAX_HAN);
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
    if (weight > PIECE_MAX_HAN) break;
    if (weight < PIECE_MIN_HAN || !mayCut(at + 1)) continue;
    const miss = Math.abs(weight - wanted);
    if (miss <= bestMiss) [best, bestMiss] = [at + 1, miss];
  }
  return best;
}

/** Not between a mark and what it holds, nor inside a surrogate pair. */
function isFree(text: string, at: number): boolean {
  const [before = '', after = ''] = [text[at - 1], text[at]];
  return !/[\udc00-\udfff]/.test(after) && !OPENERS.has(before) && !CLOSERS.has(after) && !TRAILERS.has(after) && !ENDS.has(after);
}

let segmenter: Intl.Segmenter | null | undefined;

/** Where words begin, as offsets in `text`; null where the browser does not know words. */
function wordEdges(text: string, start: number, end: number): ReadonlySet<number> | null {
  segmenter ??= typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh-CN', { granularity: 'word' }) : null;
  if (!segmenter) return null;
  // A quantity stays with what it counts.
  const words = [...segmenter.segment(text.slice(start, end))].filter(({ index }) => !isWordish(text[start + index - 1]));
  return new Set(words.map(({ index }) => start + index));
}

/** No mark to cut at: after as many characters as fit; what has to stay whole may be longer than fits. */
function hardCut(text: string, start: number, end: number, isInside: IsInside): number {
  let weight = 0;
  let most = start;
  while (most < end) {
    weight += weightAt(text, most);
    if (weight > PIECE_MAX_HAN && most > start) break;
    most += (text.codePointAt(most) ?? 0) > 0xffff ? 2 : 1;
  }
  const mayCut = (at: number) => !isInside(at) && isFree(text, at);
  let cut = most;
  while (cut > start && !mayCut(cut)) cut -= 1;
  if (cut > start) return cut;
  cut = most;
  while (cut < end && isInside(cut)) cut += 1;
  // An address is long for its letters; whole lines of numbers in words are not to be said in one go.
  return (text.slice(start, cut).match(/\p{Script=Han}/gu)?.length ?? 0) <= PIECE_MAX_HAN ? cut : Math.max(most, start + 1);
}

function pieces(text: string, span: Span): Span[] {
  const result: Span[] = [];
  let rest = span;
  let isInside: IsInside | null = null;
  while (weightOf(text.slice(rest.start, rest.end)) > PIECE_MAX_HAN) {
    isInside ??= insideOf(text, span);
    const cut = cutOf(text, rest, isInside);
    if (cut <= rest.start || cut >= rest.end) break;
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
    const canJoin = last && !gap.includes('\n') && weightOf(text.slice(last.start, span.end)) <= PIECE_MAX_HAN;
    const isShort = weightOf(text.slice(span.start, span.end)) < PIECE_MIN_HAN || (last && weightOf(text.slice(last.start, last.end)) < PIECE_MIN_HAN);
    if (last && canJoin && isShort) joined[joined.length - 1] = { start: last.start, end: span.end };
    else joined.push(span);
  }
  return joined.flatMap((span) => pieces(text, span).flatMap((piece) => trimmed(text, piece) ?? []));
}

/** The sentences of one block. They do not depend on any voice: what takes one too long is cut where it is said (speech/pieces.ts). */
export function sentencesOf(block: Block): Sentence[] {
  return splitSentences(block.text).map(({ start, end }) => ({ block, start, end, text: block.text.slice(start, end) }));
}

/** The sentences of a part of the page, in reading order, made as they are asked for. */
export function* sentencesIn(page: Pick<Page, 'textOf'>, top: Element | ShadowRoot | Document, options: BlockOptions = {}): Generator<Sentence, void, undefined> {
  for (const block of blocksIn(page, top, options)) yield* sentencesOf(block);
}
