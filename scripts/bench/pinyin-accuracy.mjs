// How many of the marked characters each reader of pinyin reads rightly: Mingdu's built pack beside four libraries. Runs in Node.
import { cppRows, governmentRows, isRight, missing, sampleRows } from '../pinyin/rows.mjs';
import { isNotAligned } from './pinyin-align.mjs';
import { openPack, openPeer, PEERS } from './pinyin-peers.mjs';
import { progress, table } from './table.mjs';

/** So many rows between two signs of life. */
const STEP = 500;

const SETS = [
  { name: 'CPP dev', rows: cppRows, remark: 'Mingdu is trained on these very sentences; for each read by a model that has not seen it: `npm run pinyin:measure`' },
  { name: 'government.tsv', rows: governmentRows, remark: 'errors of Mingdu among these rows have been mended, so they tell little of rows not seen' },
  { name: 'gov-sample', rows: sampleRows, remark: 'the same' },
];

/** @returns the share of right readings as text, and how many answers could not be tied to their text */
async function score(rows, name, read) {
  let right = 0;
  let lost = 0;
  for (let from = 0; from < rows.length; from += STEP) {
    const part = rows.slice(from, from + STEP);
    for (const row of part) {
      try {
        if (isRight(row, (await read(row.text))[row.at] ?? '')) right += 1;
      } catch (error) {
        if (!isNotAligned(error)) throw error;
        lost += 1;
      }
    }
    progress(`pinyin accuracy: ${name}, ${Math.min(rows.length, from + STEP)} of ${rows.length}`);
  }
  return { right, lost, share: `${((100 * right) / rows.length).toFixed(2)} %` };
}

/** Prints the share of each reader on each set. */
export async function benchAccuracy() {
  const pack = openPack();
  const readers = [{ name: 'Mingdu', read: async (text) => (await pack([text]))[0] }];
  for (const peer of PEERS) readers.push({ name: peer.name, read: await openPeer(peer) });
  const sets = SETS.map((set) => ({ ...set, rows: set.rows() }));
  const present = sets.filter(({ rows }) => rows !== null);
  const lines = [];
  const losses = [];
  for (const { name, read } of readers) {
    const cells = [name];
    for (const set of present) {
      const { lost, share } = await score(set.rows, `${name}, ${set.name}`, read);
      cells.push(share);
      if (lost > 0) losses.push(`${name}: ${lost} answers on ${set.name} could not be tied to their text and count as wrong`);
    }
    lines.push(cells);
  }
  progress('');
  const remarks = [...sets.filter(({ rows }) => rows === null).map(({ name }) => missing(name)), ...present.flatMap(({ name, remark }) => (remark ? [`${name}: ${remark}`] : [])), ...losses];
  console.log([`marked characters read rightly`, table(['reader', ...present.map(({ name, rows }) => `${name} (${rows.length})`)], lines), ...remarks].join('\n'));
}
