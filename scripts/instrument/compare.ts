// Tells what a page has lost between two measurements: one list of findings, each fit for a table, a report or JSON.
// Pure; not for measuring.
import type { LineContrast } from './contrast';
import type { Fault } from './layout';
import { signFaults, type SignPixels } from './sign-pixels';
import type { MeasuredText } from './texts';

/** Everything measured of a page at one moment. */
export interface Measurement {
  readonly texts: readonly MeasuredText[];
  /** Ids of the texts that can be seen, perhaps after scrolling. */
  readonly shown: readonly number[];
  readonly faults: readonly Fault[];
  /** Empty where pixels were not asked for. */
  readonly lines: readonly LineContrast[];
  readonly signs: readonly SignPixels[];
  /** Keys of signs that were seen at an earlier measurement of the same page and are not drawn now. */
  readonly gone: readonly string[];
}

export const FINDING_KINDS = ['unscaled', 'clipped', 'overlapping', 'covered', 'sideways', 'broken number', 'lost', 'weak contrast', 'icon lost', 'picture changed', 'not restored'] as const;

/** One thing that is worse than before. */
export interface Finding {
  readonly kind: (typeof FINDING_KINDS)[number];
  /** What it is about; empty for the page as a whole. */
  readonly ids: readonly number[];
  readonly text: string;
  readonly detail: string;
}

export interface Aim {
  /** By how much each text should have grown; 1 if it should not have. */
  readonly factor?: number;
  /** What each line's contrast must be at least; without it, only lines that have lost most of theirs are found. */
  readonly contrast?: number;
}

/** A text's size may be so far from the aim. */
export const LEAST_GROWTH = 0.95;
export const MOST_GROWTH = 1.08;
/** Lost contrast: under this, and under this part of what it was. */
const READABLE = 3;
const FADED_PART = 0.6;
/** A line shorter than this many times its height may hold no letter. */
const SHORT_LINE = 1.5;

/** All findings of `after` that `before` did not have. */
export function findingsOf(before: Measurement, after: Measurement, { factor = 1, contrast }: Aim = {}): Finding[] {
  const faults = newFaults(before.faults, after.faults);
  const clipped = new Set(faults.filter(({ kind }) => kind === 'clipped').map(({ ids }) => ids[0]));
  return [
    ...unscaledTexts(before.texts, after.texts, factor),
    ...faults,
    // What is cut off is lost, and is told once.
    ...lostTexts(before, after).filter(({ ids }) => !clipped.has(ids[0])),
    ...weakLines(before.lines, after.lines, contrast),
    ...signFaults(before.signs, after.signs, after.gone).map(({ kind, id, text, detail }) => ({ kind, ids: [id], text, detail })),
  ];
}

/** One sentence for each finding, for reports. */
export const sentencesOf = (findings: readonly Finding[]): string[] => findings.map(({ kind, text, detail }) => `${kind}: “${text}” ${detail}`);

/** How one text grew. */
export interface SizeRatio {
  readonly id: number;
  readonly text: string;
  /** Size now ÷ size before; 0 when it is no longer visible. */
  readonly ratio: number;
}

/** Compares two measurements of one page by the identity of text nodes; texts that came later are not in the list. */
export function sizeRatios(before: readonly MeasuredText[], after: readonly MeasuredText[]): SizeRatio[] {
  const sizes = new Map(after.map(({ id, size }) => [id, size]));
  return before.map(({ id, text, size }) => ({ id, text, ratio: (sizes.get(id) ?? 0) / size }));
}

function unscaledTexts(before: readonly MeasuredText[], after: readonly MeasuredText[], factor: number): Finding[] {
  const kept = new Set(before.filter((text) => text.kept).map(({ id }) => id));
  return sizeRatios(before, after).flatMap(({ id, text, ratio }) => {
    const grown = ratio / factor;
    // One that is gone altogether counts as lost.
    if (ratio === 0 || kept.has(id) || (grown >= LEAST_GROWTH && grown <= MOST_GROWTH)) return [];
    return [{ kind: 'unscaled' as const, ids: [id], text, detail: `${ratio.toFixed(2)} times as large, not ${factor}` }];
  });
}

/** Faults that were not there before, by kind and the texts they are about. */
export function newFaults<One extends Fault>(before: readonly One[], after: readonly One[]): One[] {
  const key = ({ kind, ids }: Fault) => `${kind} ${ids.join()}`;
  const known = new Set(before.map(key));
  return after.filter((fault) => !known.has(key(fault)));
}

function lostTexts(before: Measurement, after: Measurement): Finding[] {
  const now = new Set(after.shown);
  const shown = new Set(before.shown);
  return before.texts
    .filter(({ id }) => shown.has(id) && !now.has(id))
    .map(({ id, text }) => ({ kind: 'lost' as const, ids: [id], text, detail: 'was visible, is not' }));
}

function weakLines(before: readonly LineContrast[], after: readonly LineContrast[], least: number | undefined): Finding[] {
  const was = new Map<number, number>();
  for (const { id, ratio } of before) was.set(id, Math.min(ratio, was.get(id) ?? Infinity));
  const best = new Map<number, number>();
  for (const { id, ratio } of after) best.set(id, Math.max(ratio, best.get(id) ?? 0));
  return lettered(after).flatMap(({ id, text, ratio, ink, ground, kept, box }) => {
    // The last line of a text can be a full stop alone: too few pixels to judge, and its fellows tell enough.
    if (box.right - box.left < (box.bottom - box.top) * SHORT_LINE && (best.get(id) ?? 0) > ratio) return [];
    const bar = least ?? Math.min(READABLE, (was.get(id) ?? 0) * FADED_PART);
    return ratio >= bar || kept ? [] : [{ kind: 'weak contrast' as const, ids: [id], text, detail: `${ratio}:1, ${ink} on ${ground}` }];
  });
}

/**
 * Lines with a letter or a digit. A bar fills its box and so counts as its own ground; a middle dot has too few pixels of one colour.
 */
export function lettered(lines: readonly LineContrast[]): LineContrast[] {
  return lines.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}
