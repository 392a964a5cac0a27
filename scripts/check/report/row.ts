// A line of rows.jsonl as a row whose every field is what it says: the file may be of another version, cut short, or written by hand.
// Not for reading the file.
import { WEIGHTS, type Duty, type PageFacts, type PageRow, type Problem } from '../types';
import { clean, whole } from './clean';

const DUTIES: readonly Duty[] = ['owner', 'mingdu'];
/** More problems of one page are not shown; each is a rule, of which there are some two hundred. */
const MOST_PROBLEMS = 400;
const MOST_LIST = 60;
const MOST_FINDINGS = 1_000;

const record = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {});
const list = (value: unknown, most = MOST_LIST): unknown[] => (Array.isArray(value) ? value.slice(0, most) : []);

/** @returns `undefined` for what is no row */
export function rowOf(value: unknown): PageRow | undefined {
  const row = record(value);
  const { address, state, failed } = row;
  if (typeof address !== 'string' || (state !== 'checked' && state !== 'failed')) return undefined;
  const facts = factsOf(row['facts']);
  return {
    address: clean(address, 2_000),
    state,
    ...(state === 'failed' ? { failed: clean(failed) } : {}),
    ...(facts ? { facts } : {}),
    aids: list(row['aids']).map((one) => {
      const aid = record(one);
      const findings = list(aid['findings'], MOST_FINDINGS).map((each) => findingOf(record(each)));
      return { aid: clean(aid['aid'], 120), findings, isRestored: aid['isRestored'] !== false, ...(typeof aid['failed'] === 'string' ? { failed: clean(aid['failed']) } : {}) };
    }),
    problems: list(row['problems'], MOST_PROBLEMS).flatMap((one) => problemOf(one) ?? []),
    pictures: list(row['pictures'], 12).map((one) => ({ name: clean(record(one)['name'], 60), file: typeof record(one)['file'] === 'string' ? (record(one)['file'] as string) : '' })),
    ms: whole(row['ms']),
  };
}

function findingOf(one: Record<string, unknown>): PageRow['aids'][number]['findings'][number] {
  return { kind: clean(one['kind'], 60), text: clean(one['text'], 120), detail: clean(one['detail'], 160), selector: clean(one['selector']) };
}

function problemOf(value: unknown): Problem | undefined {
  const one = record(value);
  const weight = WEIGHTS.find((name) => name === one['weight']);
  const duty = DUTIES.find((name) => name === one['duty']);
  if (typeof one['rule'] !== 'string' || !weight || !duty) return undefined;
  return { rule: clean(one['rule'], 100), weight, duty, count: Math.max(1, whole(one['count'])), places: list(one['places'], 5).map((place) => clean(place)), detail: clean(one['detail'], 1_200) };
}

function factsOf(value: unknown): PageFacts | undefined {
  if (value === undefined || value === null) return undefined;
  const facts = record(value);
  return {
    url: clean(facts['url'], 2_000),
    title: clean(facts['title'], 200),
    lang: clean(facts['lang'], 40),
    charset: clean(facts['charset'], 40),
    policies: list(facts['policies']).map((one) => ({ from: record(one)['from'] === 'meta' ? 'meta' : 'header', value: clean(record(one)['value'], 1_200) })),
    scripts: list(facts['scripts'], 200).map((one) => clean(one)),
    frames: list(facts['frames']).map((one) => clean(one)),
    mingdu: typeof facts['mingdu'] === 'string' ? clean(facts['mingdu'], 40) : null,
    zones: Object.fromEntries(Object.entries(record(facts['zones'])).slice(0, 20).map(([name, count]) => [clean(name, 40), whole(count)])),
    articleCharacters: whole(facts['articleCharacters']),
  };
}
