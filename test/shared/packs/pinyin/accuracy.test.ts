// @vitest-environment node
// How well the pack reads the marked characters of whole sets, as floors under what it reached. Single sentences are in reader.test.ts; how
// other libraries fare on the same rows is told by `npm run bench -- pinyin-accuracy`.
import { describe, expect, it } from 'vitest';
import { cppRows, governmentRows, isRight, missing, sampleRows, type Row } from '../../../../scripts/pinyin/rows.mjs';
import { createPinyinPack } from '../../../../shared/packs/pinyin';

const pack = createPinyinPack();

/** Rows that are read wrongly, each as `text character reading`. */
async function wrongOf(rows: readonly Row[]): Promise<string[]> {
  const readings = await pack.read(rows.map(({ text }) => text));
  return rows.flatMap((row, number) => {
    const reading = readings[number]?.[row.at] ?? '';
    return isRight(row, reading) ? [] : [`${row.text} ${row.character} ${reading}, not ${row.accepted.join(' or ')}`];
  });
}

/** Percent of rows that are right, with the wrong ones in the message where that is under the floor. */
async function expectShare(rows: readonly Row[], floor: number): Promise<void> {
  const wrong = await wrongOf(rows);
  const share = 100 - (100 * wrong.length) / rows.length;
  expect(share, wrong.join('\n')).toBeGreaterThanOrEqual(floor);
}

/** A set that may not be at hand: then its test is skipped, and says so. */
function whereAtHand(what: string, rows: readonly Row[] | null, check: (rows: readonly Row[]) => Promise<void>): void {
  if (rows === null) console.warn(missing(what));
  it.skipIf(rows === null)(rows === null ? missing(what) : what, () => check(rows ?? []));
}

describe('marked characters', () => {
  it('of notices', async () => {
    const rows = governmentRows();
    expect(rows).toHaveLength(854);
    // One twice would count double.
    expect(new Set(rows.map(({ text, at }) => `${at} ${text}`)).size).toBe(rows.length);
    for (const { text, at, character } of rows) expect(text.startsWith(character, at) && character !== '').toBe(true);
    // Errors among these rows are mended in the lexicon: this guards what was mended. New rows of the same kind: 97 to 98.5.
    await expectShare(rows, 99.6);
  });

  whereAtHand('forty rows of notices', sampleRows(), async (rows) => {
    expect(rows).toHaveLength(40);
    expect(await wrongOf(rows)).toEqual([]);
  });

  // The tables are trained on these sentences: this guards what was learnt, and says nothing about sentences not seen.
  whereAtHand('sentences of CPP dev', cppRows(), async (rows) => {
    expect(rows.length).toBeGreaterThan(9000);
    await expectShare(rows, 98.6);
  });
});
