// Figures become tables, plots and sentences that say what was measured, with where we are behind. Pure parts alone; nothing is timed.
import { describe, expect, it } from 'vitest';
import { behind, figure, markdownTable, median, ratio, spreadOf, withUnit, type Row } from '../../../scripts/bench/report/figures.mjs';
import { benchmarksPage, type Figures, type Measured } from '../../../scripts/bench/report/page.mjs';
import { barPlot, growthPlot, logTicks } from '../../../scripts/bench/report/plot.mjs';

const row = (candidate: string, values: number[], more: Partial<Row> = {}): Row => ({ measure: 'enlarge', part: 'first cpu', page: 'table/1000', kind: 'table', size: 1000, browser: 'chromium', candidate, unit: 'ms', values, ...more });

describe('a figure', () => {
  it('has the value in the middle, or between the two in the middle', () => {
    expect(median([30, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
    expect(spreadOf([30, 1, 2])).toEqual({ median: 2, least: 1, most: 30, count: 3 });
  });

  it('is so many times another, and nothing where there is none', () => {
    expect(ratio(30, 20)).toBe(1.5);
    expect([ratio(1, 0), ratio(NaN, 1), ratio(1, NaN)]).toEqual([undefined, undefined, undefined]);
  });

  it('is told with its spread, with the limit that was hit, or with why there is none', () => {
    expect(figure(row('a', [1.234, 120, 12.34]))).toBe('12.3 (1.23–120)');
    expect(figure(row('a', [3992, 3992, 3992]))).toBe('3,992');
    expect(figure(row('a', [], { over: 30 }))).toBe('more than 30 s');
    expect(figure(row('a', [1], { failed: 'no such thing' }))).toBe('failed: no such thing');
    expect([figure(undefined), figure(row('a', []))]).toEqual(['–', '–']);
  });

  it('has its unit where it is one, and not where the unit is what is counted', () => {
    expect(withUnit(row('a', [12.34]))).toBe('12.3 ms');
    expect(withUnit(row('a', [7], { unit: 'requests' }))).toBe('7');
    expect([withUnit(row('a', [], { over: 30 })), withUnit(row('a', [1], { failed: 'broke' })), withUnit(row('a', []))]).toEqual(['more than 30 s', 'failed: broke', '–']);
  });

  it('cannot break the table it stands in', () => {
    expect(markdownTable(['a', 'b'], [['x|y\nz', '<b>']])).toBe('| a | b |\n|---|---:|\n| x\\|y z | &lt;b> |');
  });
});

describe('where we are behind', () => {
  const rows = [row('ours', [200, 210, 220]), row('theirs', [100, 101, 215]), row('slower', [400, 410, 420]), row('ours', [7, 7, 7], { measure: 'open' }), row('theirs', [4, 4, 4], { measure: 'open' })];

  it('is listed with how many times, and whether the spreads touch; not what is better, nor what cannot be told from noise', () => {
    const found = behind(rows, 'ours', ['theirs', 'slower']);
    expect(found.map(({ row: { measure }, theirs, apart }) => [measure, theirs.candidate, apart])).toEqual([['enlarge', 'theirs', false]]);
    expect(found[0]?.times).toBeCloseTo(210 / 101);
  });

  it('takes a task that no browser tells for one of 50 ms', () => {
    const tasks = [row('ours', [40, 60, 120], { part: 'first longest' }), row('theirs', [0, 0, 0], { part: 'first longest' })];
    expect(behind(tasks, 'ours', ['theirs']).map(({ times, apart }) => [times, apart])).toEqual([[1.2, false]]);
    expect(behind([row('ours', [0], { part: 'first longest' }), ...tasks.slice(1)], 'ours', ['theirs'])).toEqual([]);
  });

  it('counts a limit that we hit and they did not, and nothing against what they could not do', () => {
    const limited = [row('ours', [9], { over: 30 }), row('theirs', [5]), row('failed', [1], { failed: 'broke' }), row('late', [], { over: 30 })];
    expect(behind(limited, 'ours', ['theirs', 'failed', 'late']).map(({ theirs, times }) => [theirs.candidate, times])).toEqual([['theirs', undefined]]);
  });
});

describe('a plot', () => {
  const parse = (svg: string) => {
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBe(null);
    return parsed;
  };
  const series = [
    { name: '明读 <own> & "more"', isOwn: true, points: [[1000, 20], [50_000, 900]] as [number, number][] },
    { name: 'another', isOwn: false, points: [[1000, 0], [5000, 40], [50_000, 400]] as [number, number][] },
  ];

  it('has ticks of a logarithmic axis that enclose the values', () => {
    expect(logTicks(1000, 50_000)).toEqual([1000, 2000, 5000, 10_000, 20_000, 50_000]);
    expect(logTicks(3, 40_000)).toEqual([1, 10, 100, 1000, 10_000, 100_000]);
    expect(logTicks(0.3, 4)).toEqual([0.2, 0.5, 1, 2, 5]);
    expect(logTicks(100, 100)).toEqual([100]);
  });

  it('is well formed whatever names hold, and says in words what it shows', () => {
    const svg = parse(growthPlot({ title: 'A & B', description: 'grows <fast>', xName: 'elements', yName: 'ms', series }));
    expect([svg.querySelector('title')?.textContent, svg.querySelector('desc')?.textContent]).toEqual(['A & B', 'grows <fast>']);
    expect([...svg.querySelectorAll('.name')].map(({ textContent }) => textContent)).toEqual(['明读 <own> & "more"', 'another']);
    expect(svg.documentElement.getAttribute('aria-labelledby')).toBe('title description');
    // Nought has no place on a logarithmic axis.
    expect([...svg.querySelectorAll('.line')].map((line) => (line.getAttribute('d') ?? '').split('L').length)).toEqual([2, 2]);
  });

  it('is drawn within its box, and without anything to draw as well', () => {
    const svg = parse(growthPlot({ title: '', description: '', xName: '', yName: '', series }));
    const numbers = [...svg.querySelectorAll('.line')].flatMap((line) => (line.getAttribute('d') ?? '').match(/[\d.]+/g)?.map(Number) ?? []);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(40);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(820);
    parse(growthPlot({ title: 'none', description: '', xName: '', yName: '', series: [] }));
    parse(barPlot({ title: 'none', description: '', bars: [] }));
    expect(parse(barPlot({ title: 'bytes', description: '', bars: [{ name: 'a<b', value: 3, label: '3 & more', isOwn: true }] })).querySelectorAll('.mark')).toHaveLength(1);
  });
});

describe('the page', () => {
  const machine = { processor: 'made', cores: 2, memory: '1 GiB', system: 'Linux', node: 'v20', browsers: ['Chrome/1'], loadAverage: [0.5], loadAverages: [0.5] };
  const candidates = [{ id: 'bare', name: 'the page alone', kind: 'bare' }, { id: 'mingdu', name: 'Mingdu', kind: 'ours' }, { id: 'peer', name: 'Peer 1', kind: 'peer' }, { id: 'zoom', name: 'floor: zoom', kind: 'floor' }];
  const measured = (rows: Row[]): Measured => ({ plan: { runs: 3, limit: 30_000, main: 'table/1000', mainText: 'text/5000', quick: false }, date: '2026-01-02', machine, candidates, rows });
  const share = (candidate: string, value: number) => row(candidate, [value, value, value], { part: 'first grown', unit: 'share', lessIsBetter: false });
  const larger = (candidate: string, value: number) => row(candidate, [value], { page: 'table/9000', size: 9000 });
  const figures = (own: number[]): Figures => ({
    peers: measured([row('mingdu', own), row('peer', [50, 51, 52]), row('zoom', [10, 11, 12]), share('mingdu', 1), share('peer', 0), row('peer', [], { measure: 'scheme', failed: 'it broke | there' })]),
    growth: measured([row('mingdu', own), larger('mingdu', 90), row('peer', [50]), larger('peer', 800)]),
    themes: { voices: { date: '2026-01-02', machine, text: 'round  ratio' } },
  });

  it('says where we are slower, and that the other did less', () => {
    const { text } = benchmarksPage(figures([100, 101, 102]));
    expect(text).toContain('- **one step of enlargement, main thread, the first time** (table/1000, chromium): 101 (100–102) ms against 51 (50–52) ms of Peer 1, 1.98×. The work is not the same: of the texts in view 100 % are as wished with Mingdu, 0 % there.');
    expect(text).toContain('| 101 (100–102) ms | 11 (10–12) ms | floor: zoom | 9.18× | – |');
    // What is better on a larger page is not among it.
    expect(text).not.toContain('table/9000, chromium');
    expect(text).toContain('比同类慢或重的有 1 项');
  });

  it('says so where it is nowhere, keeps failures as lines, and has the parts of other themes', () => {
    const { text, plots } = benchmarksPage(figures([1, 2, 3]));
    expect(text).toContain('Nowhere in this run.');
    expect(text).toContain('it broke | there');
    expect(text).toContain('round  ratio');
    expect(Object.keys(plots).sort()).toEqual(['bytes.svg', 'growth-enlarge.svg']);
    expect(benchmarksPage({ themes: {} }).text).toContain('npm run bench -- peers');
  });
});
