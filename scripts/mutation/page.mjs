// What a run of the mutation check leaves in the repository: scores.json, a row a file, and docs/mutation.md, drawn from it and from
// explained.mjs. Not for the running (../mutation.mjs).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { EXPLAINED } from './explained.mjs';
import { LEFT_OUT, PARTS } from './parts.mjs';

/** @typedef {import('./page.d.mts').Score} Score */
/** @typedef {import('./page.d.mts').Survivor} Survivor */

const SCORES = new URL('scores.json', import.meta.url);
const PAGE = new URL('../../docs/mutation.md', import.meta.url);
const DETECTED = new Set(['Killed', 'Timeout']);
const LEFT = new Set(['Survived', 'NoCoverage']);

/** @returns {Record<string, Score>} */
export const readScores = () => JSON.parse(readFileSync(SCORES, 'utf8'));

/** The part of a source that a mutant replaces, on one line. @param {string[]} lines @param {{ start: { line: number, column: number }, end: { line: number, column: number } }} location */
function replaced(lines, { start, end }) {
  const text = lines.slice(start.line - 1, end.line);
  text[text.length - 1] = (text.at(-1) ?? '').slice(0, end.column - 1);
  text[0] = (text[0] ?? '').slice(start.column - 1);
  return oneLine(text.join(' '));
}
const oneLine = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').trim();

/** Takes what the last run of a part reported into the scores. @param {string} part */
export function keepScores(part) {
  const report = new URL(`../../reports/mutation/${part}.json`, import.meta.url);
  if (!existsSync(report)) return;
  const scores = existsSync(SCORES) ? readScores() : {};
  for (const [file, { source, mutants }] of Object.entries(JSON.parse(readFileSync(report, 'utf8')).files)) {
    const lines = source.split('\n');
    const tried = mutants.filter((/** @type {any} */ { status }) => DETECTED.has(status) || LEFT.has(status));
    const count = (/** @type {string} */ status) => tried.filter((/** @type {any} */ one) => one.status === status).length;
    const left = tried.filter((/** @type {any} */ { status }) => LEFT.has(status));
    scores[file] = {
      ...scores[file],
      made: tried.length,
      killed: count('Killed'),
      timedOut: count('Timeout'),
      survivors: left.map((/** @type {any} */ { location, replacement }) => ({ line: oneLine(lines[location.start.line - 1] ?? ''), was: replaced(lines, location), becomes: oneLine(replacement ?? '') })),
    };
  }
  const rows = Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(SCORES, `${JSON.stringify(Object.fromEntries(rows), null, 1)}\n`);
}

/** Why a mutant may live; undefined where nobody has said. @param {string} file @param {Survivor} survivor */
export function reasonOf(file, { line, was, becomes }) {
  return EXPLAINED.find((row) => row.file === file && line.includes(row.line) && (row.was ?? was) === was && (row.becomes ?? becomes) === becomes)?.why;
}

/** Survivors that nobody has explained. @param {Record<string, Score>} scores */
export const unexplained = (scores) =>
  Object.entries(scores).flatMap(([file, { survivors }]) => survivors.filter((one) => reasonOf(file, one) === undefined).map((one) => ({ file, ...one })));

const percent = (/** @type {number} */ some, /** @type {number} */ all) => (all === 0 ? '–' : `${((100 * some) / all).toFixed(1)} %`);
const code = (/** @type {string} */ text) => {
  const short = text.length > 90 ? `${text.slice(0, 89)}…` : text;
  return short === '' ? 'nothing' : short.includes('`') ? `\`\` ${short} \`\`` : `\`${short}\``;
};
const cell = (/** @type {string} */ text) => text.replace(/\|/g, '\\|');

/** The page. @param {Record<string, Score>} scores */
export function pageOf(scores) {
  const rows = Object.entries(scores);
  const sum = (/** @type {(score: Score) => number} */ of) => rows.reduce((total, [, score]) => total + of(score), 0);
  const detected = (/** @type {Score} */ { killed, timedOut }) => killed + timedOut;
  const explainedIn = (/** @type {string} */ file) => (scores[file]?.survivors ?? []).filter((one) => reasonOf(file, one) !== undefined).length;
  const table = rows.map(([file, score]) => {
    const before = score.before ? `${percent(score.before.killed, score.before.made)} (${score.before.killed} of ${score.before.made})` : '–';
    return `| ${file} | ${score.made} | ${score.killed} | ${score.timedOut} | ${score.survivors.length} | ${explainedIn(file)} | ${percent(detected(score), score.made)} | ${before} |`;
  });
  const open = unexplained(scores);
  const never = Object.values(PARTS).flatMap(({ files }) => files).filter((file) => !scores[file]);
  const lists = rows.filter(([, { survivors }]) => survivors.length > 0).map(([file, { survivors }]) => {
    const known = survivors.map((one) => ({ ...one, why: reasonOf(file, one) })).filter(({ why }) => why !== undefined);
    if (known.length === 0) return [];
    return [`### ${file}`, '', '| what was changed | why no test is to notice |', '|---|---|', ...known.map(({ was, becomes, why }) => `| ${cell(code(was))} → ${cell(code(becomes))} | ${cell(why ?? '')} |`), ''];
  });
  return [
    '# Mutation check',
    '',
    '<!-- Written by `npm run mutation` from scripts/mutation/scores.json and explained.mjs; do not edit. -->',
    '',
    'A test that runs a line need not notice when the line is wrong. `npm run mutation` changes the code one place at a time (Stryker: `>` to `>=`, a condition to `true`, a text to nothing, …) and runs the unit tests that stand beside it: a change that they notice is killed, one that they do not has survived, and is then a missing test, dead code, a defect, or a change that makes no difference.',
    '',
    '- `npm run mutation` runs all parts, `npm run mutation -- ledger rules` some, `npm run mutation -- shared/dom/marks.ts` one file. Parts, files and the tests that have to notice are the table `scripts/mutation/parts.mjs`.',
    '- It ends with an error where a survivor has no reason in `scripts/mutation/explained.mjs`. A reason holds for one line as it stands: a line that changes has to be looked at anew.',
    '- It takes minutes to hours, so it is no part of `npm test`; there only the tables are checked. What was looked at is kept in `reports/mutation/`, so that a second run takes only what changed; pages to click through lie there too.',
    '- It works on a copy of the tree in `.stryker-tmp/`, in jsdom or, where tests need no document, in Node alone; only the tests named for a part count, not the browser tests, nor others that happen to run through a file.',
    '',
    '## Scores',
    '',
    'Before: what the tests that were there noticed when the check was first run, where that was measured.',
    '',
    '| file | mutants | killed | timed out | survived | of these explained | noticed | before |',
    '|---|--:|--:|--:|--:|--:|--:|---|',
    ...table,
    `| **all** | ${sum(({ made }) => made)} | ${sum(({ killed }) => killed)} | ${sum(({ timedOut }) => timedOut)} | ${sum(({ survivors }) => survivors.length)} | ${sum(({ survivors }) => survivors.length) - open.length} | ${percent(sum(detected), sum(({ made }) => made))} | |`,
    '',
    ...(open.length > 0 ? [`Not yet looked at, one by one: ${open.length} survivors; the command lists them.`, ''] : []),
    ...(never.length > 0 ? [`Not yet run: ${never.join(', ')}.`, ''] : []),
    '## What is not changed, and why',
    '',
    ...Object.entries(LEFT_OUT).map(([what, why]) => `- ${what}: ${why}.`),
    '',
    '## Survivors that stay',
    '',
    ...lists.flat(),
  ].join('\n');
}

/** Writes the page; npm run mutation does it after each part. */
export function writePage() {
  writeFileSync(PAGE, pageOf(readScores()));
}
