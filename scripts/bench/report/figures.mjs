// Rows of figures: what the measuring hands on, and what tables and plots are made of. Pure.
//
// A row is { measure, part, page, size, browser, candidate, unit, values }, with `over` (seconds) where a limit was hit and `failed` (a sentence)
// where a candidate could not be measured.

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length === 0 ? NaN : sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** @returns { median, least, most, count } */
export const spreadOf = (values) => ({ median: median(values), least: Math.min(...values), most: Math.max(...values), count: values.length });

/** How many times as much; undefined where there is nothing to divide by. */
export const ratio = (value, base) => (Number.isFinite(value) && Number.isFinite(base) && base > 0 ? value / base : undefined);

const digits = (value) => (Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2);
export const number = (value) => (Number.isFinite(value) ? Number(value.toFixed(digits(value))).toLocaleString('en') : '–');

/** `12.3 (11.9–14)`, or why there is none. */
export function figure(row) {
  if (row === undefined) return '–';
  if (row.failed !== undefined) return `failed: ${row.failed}`;
  if (row.over !== undefined) return `more than ${row.over} s`;
  if (row.values.length === 0) return '–';
  const { median: middle, least, most, count } = spreadOf(row.values);
  return count === 1 || least === most ? number(middle) : `${number(middle)} (${number(least)}–${number(most)})`;
}

/** Whether its values are whole figures: those of a step that was ended at the limit, or went wrong, are not. */
export const isMeasured = (row) => row !== undefined && row.over === undefined && row.failed === undefined && row.values.length > 0;

/** The same with its unit, for rows that stand beside others; `more than 30 s` has one. */
export const withUnit = (row) => figure(row) + (isMeasured(row) && row.unit !== 'requests' ? ` ${row.unit}` : '');

/** The row of that kind, if there is one. */
export const find = (rows, wanted) => rows.find((row) => Object.entries(wanted).every(([key, value]) => row[key] === value));

/** A ratio below which nobody would call a figure worse, and differences that nobody can tell from noise, by unit. */
const WORSE = 1.1;
const NOISE = { ms: 5, bytes: 100 };
const least = (row) => NOISE[row.unit] ?? 0;
/** Browsers tell no task under 50 ms: nought means anything up to that. */
const told = (row, value) => (/ longest$/.test(row.part) ? Math.max(50, value) : value);

/**
 * Where `own` is slower or heavier than another candidate on the same page: each with how many times, and whether the spreads touch.
 * @param others ids of those it is held against
 */
export function behind(rows, own, others) {
  const found = [];
  for (const row of rows.filter(({ candidate, lessIsBetter = true }) => candidate === own && lessIsBetter)) {
    for (const other of others) {
      const theirs = find(rows, { measure: row.measure, part: row.part, page: row.page, browser: row.browser, candidate: other });
      if (!isMeasured(theirs)) continue;
      if (!isMeasured(row)) {
        found.push({ row, theirs, times: undefined, apart: true });
        continue;
      }
      const [ours, its] = [row, theirs].map(({ values }) => spreadOf(values.map((value) => told(row, value))));
      const times = ratio(ours.median, its.median);
      if (ours.median - its.median <= least(row) || (times !== undefined && times < WORSE)) continue;
      found.push({ row, theirs, times, apart: ours.least > its.most });
    }
  }
  return found.sort((a, b) => (b.times ?? Infinity) - (a.times ?? Infinity));
}

/** A table of Markdown. Cells may hold anything. */
export function markdownTable(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ').replace(/</g, '&lt;')).join(' | ')} |`;
  return [line(head), `|${head.map((_, at) => (at === 0 ? '---' : '---:')).join('|')}|`, ...rows.map(line)].join('\n');
}
