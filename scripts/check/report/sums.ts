// What a report knows of all pages together: a few numbers for each rule and the worst pages, however many pages there are. Pure.
import type { Duty, PageRow, Weight } from '../types';

/** One rule over all pages. */
export interface RuleSum {
  readonly rule: string;
  readonly duty: Duty;
  readonly weight: Weight;
  pages: number;
  places: number;
  /** Numbers of the first pages that have it. */
  readonly first: number[];
}

/** A page among the worst. */
export interface WorstPage {
  readonly number: number;
  readonly title: string;
  readonly barriers: number;
  readonly hindrances: number;
}

/** A page that could not be checked. */
export interface FailedPage {
  readonly number: number;
  readonly title: string;
  /** In the report's language; '' where nobody wrote one. */
  readonly reason: string;
}

/** All sums. */
export interface Sums {
  pages: number;
  failed: number;
  barriers: number;
  hindrances: number;
  advice: number;
  /** Pages with an article, and with Mingdu's tag. */
  withArticle: number;
  withMingdu: number;
  readonly rules: Map<string, RuleSum>;
  worst: WorstPage[];
  /** The first of those that failed. */
  readonly firstFailed: FailedPage[];
}

const MOST_FIRST = 6;
const MOST_WORST = 10;
const MOST_FAILED = 10;
/** A file of rows made by nobody's rules may have a new name on each line: no more of them are kept apart. */
const MOST_RULES = 600;

export const emptySums = (): Sums => ({ pages: 0, failed: 0, barriers: 0, hindrances: 0, advice: 0, withArticle: 0, withMingdu: 0, rules: new Map(), worst: [], firstFailed: [] });

/** How many problems of a weight a page has. */
export const countOf = (row: Pick<PageRow, 'problems'>, weight: Weight, duty?: Duty): number => row.problems.filter((one) => one.weight === weight && (duty === undefined || one.duty === duty)).length;

/** Its title, else its address. */
export const titleOf = ({ facts, address }: PageRow): string => facts?.title || address;

/** Where it is: where the browser ended, but for saved pages, which stood at a port of this machine that is gone by now. */
export const addressOf = ({ facts, address }: Pick<PageRow, 'facts' | 'address'>): string => (/^https?:\/\//i.test(address) ? facts?.url || address : address);

/** Adds one page. @param number its place in the report, from 1 */
export function addRow(sums: Sums, row: PageRow, number: number): void {
  const barriers = countOf(row, 'barrier');
  const hindrances = countOf(row, 'hindrance');
  sums.pages += 1;
  if (row.state === 'failed') {
    sums.failed += 1;
    if (sums.firstFailed.length < MOST_FAILED) sums.firstFailed.push({ number, title: titleOf(row), reason: row.failed ?? '' });
  }
  sums.barriers += barriers;
  sums.hindrances += hindrances;
  sums.advice += countOf(row, 'advice');
  sums.withArticle += row.facts && row.facts.articleCharacters > 0 ? 1 : 0;
  sums.withMingdu += row.facts?.mingdu ? 1 : 0;
  const seen = new Set<string>();
  for (const { rule, duty, weight, count } of row.problems) {
    const key = `${duty} ${weight} ${rule}`;
    const sum = sums.rules.get(key) ?? { rule, duty, weight, pages: 0, places: 0, first: [] };
    if (!sums.rules.has(key) && sums.rules.size >= MOST_RULES) continue;
    sums.rules.set(key, sum);
    sum.places += count;
    // One rule may have several findings on a page, one for each aid.
    if (seen.has(key)) continue;
    seen.add(key);
    sum.pages += 1;
    if (sum.first.length < MOST_FIRST) sum.first.push(number);
  }
  if (barriers + hindrances === 0) return;
  const worse = (a: WorstPage, b: WorstPage) => b.barriers - a.barriers || b.hindrances - a.hindrances || a.number - b.number;
  sums.worst = [...sums.worst, { number, title: titleOf(row), barriers, hindrances }].sort(worse).slice(0, MOST_WORST);
}

/** Rules of one duty and weight, those on most pages first. */
export function rulesOf(sums: Sums, duty: Duty, weight: Weight): RuleSum[] {
  return [...sums.rules.values()].filter((one) => one.duty === duty && one.weight === weight).sort((a, b) => b.pages - a.pages || b.places - a.places || (a.rule < b.rule ? -1 : 1));
}
