// Sections of docs/benchmarks.md that are made of the rows of the measuring beside peers. Pure; the page as a whole is page.mjs.
import { behind, figure, find, isMeasured, markdownTable, median, number, ratio, withUnit } from './figures.mjs';

export const NAMES = { load: 'loading', open: 'opening', enlarge: 'one step of enlargement', scheme: 'a scheme', pinyin: 'pinyin', pointer: 'a pointer move with the reading line', checks: 'checks' };
const PARTS = {
  'load cpu': 'main thread',
  'load longest': 'longest task',
  'load bytes': 'bytes',
  'load requests': 'requests',
  'load foreign': 'requests to other hosts',
  'first cpu': 'main thread, the first time',
  'first longest': 'longest task, the first time',
  'first view': 'until all in view is as wished, the first time',
  'first fetched': 'bytes fetched until then',
  'first fetches': 'requests until then',
  'off cpu': 'main thread, switching off',
  'off longest': 'longest task, switching off',
  'off view': 'until all in view is as before',
  'again cpu': 'main thread, a second time',
  'again longest': 'longest task, a second time',
  'again view': 'until all in view is as wished, a second time',
  'first move': 'main thread a move',
};
const percent = (value) => (Number.isFinite(value) ? `${Math.round(value * 100)} %` : '–');
const times = (value) => (value === undefined ? '–' : `${number(value)}×`);

/** What a page's rows are asked by. */
export function reader({ rows, candidates, plan }) {
  const row = (measure, part, page, candidate, browser = 'chromium') => find(rows, { measure, part, page, candidate, browser });
  const middle = (...asked) => {
    const found = row(...asked);
    return isMeasured(found) ? median(found.values) : NaN;
  };
  return { rows, candidates, main: plan.main, row, middle, nameOf: (id) => candidates.find((one) => one.id === id)?.name ?? id };
}

/** Loads are measured at each visit of the page; what a candidate adds is over the median of the page alone. */
export function loadSection(book, page) {
  const bare = book.row('load', 'load cpu', page, 'bare');
  const base = bare ? median(bare.values) : NaN;
  const cells = book.candidates
    .filter(({ id, kind }) => kind !== 'floor' && id !== 'mingdu-more' && book.row('load', 'load cpu', page, id))
    .map(({ id, name }) => {
      const cpu = book.row('load', 'load cpu', page, id);
      const above = { ...cpu, values: cpu.values.map((value) => value - base) };
      return [name, figure(book.row('load', 'load bytes', page, id)), figure(book.row('load', 'load requests', page, id)), figure(book.row('load', 'load foreign', page, id)), figure(cpu), id === 'bare' ? '–' : figure(above), times(ratio(median(cpu.values), base)), figure(book.row('load', 'load longest', page, id))];
    });
  return markdownTable(['candidate', 'bytes (gzip)', 'requests', 'to other hosts', 'main thread, ms', 'more than the page alone, ms', '× the page alone', 'longest task, ms'], cells);
}

/**
 * What one step costs each candidate.
 * @param floor id of the candidate that is 1
 * @param share name of the share that says whether the wish was fulfilled
 */
export function stepSection(book, measure, page, floor, share) {
  const base = book.middle(measure, 'first cpu', page, floor);
  const cells = book.candidates
    .filter(({ id }) => book.rows.some((row) => row.measure === measure && row.page === page && row.candidate === id && row.browser === 'chromium'))
    .map(({ id, name }) => {
      const of = (part) => book.row(measure, part, page, id);
      return [name, figure(of('first cpu')), times(ratio(book.middle(measure, 'first cpu', page, id), base)), figure(of('again cpu')), figure(of('off cpu')), figure(of('first longest')), figure(of('first view')), ...(share ? [percent(book.middle(measure, `first ${share}`, page, id))] : []), figure(of('first fetched'))];
    });
  return markdownTable(['candidate', 'first time, ms', `× ${floor === '' ? '' : book.nameOf(floor)}`, 'second time, ms', 'switching off, ms', 'longest task, ms', 'seen after, ms', ...(share ? ['of the texts in view'] : []), 'bytes fetched in all'], cells);
}

/** What only seeing can tell, in the other browser. */
export function seenSection(book, browser, asked) {
  const cells = asked.flatMap(([measure, page, share]) =>
    book.candidates
      .filter(({ id }) => book.row(measure, 'first view', page, id, browser))
      .map(({ id, name }) => [`${NAMES[measure]}, ${page}: ${name}`, figure(book.row(measure, 'first view', page, id, browser)), figure(book.row(measure, 'off view', page, id, browser)), percent(book.middle(measure, `first ${share}`, page, id, browser))]),
  );
  return markdownTable(['step, page: candidate', 'seen after, ms', 'off seen after, ms', 'of the texts in view'], cells);
}

/** The same colour and mark for a candidate in every plot: ours and peers first, floors by turns after them. */
function looksOf(candidates) {
  const floors = candidates.filter(({ kind }) => kind === 'floor');
  const others = candidates.filter(({ kind, id }) => kind !== 'floor' && kind !== 'bare' && id !== 'mingdu-more');
  return (id) => (others.some((one) => one.id === id) ? others.findIndex((one) => one.id === id) : others.length + (floors.findIndex((one) => one.id === id) % 4));
}

/**
 * How a cost grows: a row a candidate, a column a size.
 * @param subtract what is taken off on a page, by its name
 */
export function growthOf(book, measure, part, kind, subtract) {
  const rows = book.rows.filter((row) => row.measure === measure && row.part === part && row.kind === kind && row.browser === 'chromium');
  const sizes = [...new Set(rows.map(({ size }) => size))].sort((a, b) => a - b);
  const lookOf = looksOf(book.candidates);
  const series = book.candidates
    // What is written by hand has no tag to load.
    .filter((one) => one.kind !== 'bare' && (measure !== 'load' || one.kind !== 'floor'))
    .map(({ id, name, kind: sort }) => ({ id, name, isOwn: sort === 'ours', look: lookOf(id), rows: sizes.map((size) => rows.find((row) => row.candidate === id && row.size === size)) }))
    .filter((one) => one.rows.filter(Boolean).length > 1)
    .map((one) => ({ ...one, rows: one.rows.map((row) => row && { ...row, values: subtract ? row.values.map((value) => value - subtract(row.page)) : row.values }) }))
    .map((one) => ({ ...one, points: one.rows.flatMap((row) => (isMeasured(row) ? [[row.size, median(row.values)]] : [])) }));
  return { sizes, series };
}

/** So little is noise, and grows by any number of times. */
const LEAST_MS = 5;

export function growthTable({ sizes, series }, unit) {
  const cells = series.map(({ name, rows, points }) => {
    const [first, last] = [points[0], points.at(-1)];
    const grows = points.length > 1 && first[1] >= LEAST_MS && last[1] > 0 ? `${number(last[1] / first[1])}× for ${number(last[0] / first[0])}×` : '–';
    return [name, ...rows.map(figure), grows];
  });
  return markdownTable(['candidate', ...sizes.map((size) => `${size.toLocaleString('en')} ${unit}`), 'grows'], cells);
}

/** What is so or not so: facts as rows, candidates as columns. */
export function checksSection(book, browser) {
  const rows = book.rows.filter((row) => row.measure === 'checks' && row.browser === browser && row.unit === 'fact');
  const columns = book.candidates.filter(({ id }) => rows.some(({ candidate }) => candidate === id));
  const parts = [...new Set(rows.map(({ part }) => part))].filter((part) => !/elements changed$|^strict policy, violations$/.test(part));
  const cell = (part, id) => {
    const value = rows.find((row) => row.part === part && row.candidate === id)?.values[0];
    return value === undefined ? '–' : /^strict policy, (texts|colours)/.test(part) ? percent(value) : String(value);
  };
  return { table: markdownTable(['asked', ...columns.map(({ name }) => name)], parts.map((part) => [part, ...columns.map(({ id }) => cell(part, id))])), facts: parts.flatMap((part) => columns.map(({ id }) => `${part}|${id}|${cell(part, id)}`)) };
}

const SHARES = { enlarge: 'grown', scheme: 'coloured', pinyin: 'annotated' };

/** Where we are slower or heavier, worst first. @param parts only these, if given */
export function behindOf(book, own, others, parts = /./) {
  // What is fetched is the same on every page.
  const isTold = ({ unit, page, browser }) => unit === 'ms' || (/^(bytes|requests)$/.test(unit) && page === book.main && browser === 'chromium');
  const told = book.rows.filter((row) => isTold(row) && parts.test(row.part));
  return behind(told, own, others).map((found) => {
    const { row, theirs, times: factor, apart } = found;
    const share = SHARES[row.measure];
    const reached = (id) => (share ? book.middle(row.measure, `first ${share}`, row.page, id, row.browser) : NaN);
    const [ours, its] = [reached(own), reached(theirs.candidate)];
    const isUnequal = Number.isFinite(ours) && Number.isFinite(its) && Math.abs(ours - its) > 0.05;
    const notes = [
      isUnequal && `the work is not the same: of the texts in view ${percent(ours)} are as wished with Mingdu, ${percent(its)} there`,
      factor !== undefined && row.values.length > 1 && !apart && 'the spreads touch, so it may be noise',
      / longest$/.test(row.part) && 'tasks under 50 ms count as 50',
    ].filter(Boolean);
    return { ...found, notes };
  });
}

const what = (row) => `${NAMES[row.measure] ?? row.measure}, ${PARTS[row.part] ?? row.part}`;
const where = (row) => `${row.page}, ${row.browser}`;

/** One sentence each. */
export const behindLines = (book, found) =>
  found.map(({ row, theirs, times: factor, notes }) => `- **${what(row)}** (${where(row)}): ${withUnit(row)} against ${withUnit(theirs)} of ${book.nameOf(theirs.candidate)}${factor === undefined ? '' : `, ${number(factor)}×`}.${notes.map((note) => ` ${note[0].toUpperCase()}${note.slice(1)}.`).join('')}`);

/** The same as a table. */
export const behindTable = (book, found) =>
  markdownTable(['what', 'page', 'Mingdu', 'the other', 'which', '×', 'to know'], found.map(({ row, theirs, times: factor, notes }) => [what(row), where(row), withUnit(row), withUnit(theirs), book.nameOf(theirs.candidate), times(factor), notes.join('; ') || '–']));
