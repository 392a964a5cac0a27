// What the instrument found of each aid, as problems that are Mingdu's to mend. Pure; measuring is the engine's.
import type { AidRow, Problem, Weight } from '../types';

/** By the instrument's names; what is not here counts as `aid/other`. */
const WEIGHTS: Readonly<Record<string, Weight>> = {
  clipped: 'barrier',
  covered: 'barrier',
  lost: 'barrier',
  'not restored': 'barrier',
  unscaled: 'hindrance',
  overlapping: 'hindrance',
  sideways: 'hindrance',
  'broken number': 'hindrance',
  'weak contrast': 'hindrance',
  'icon lost': 'hindrance',
  'picture changed': 'advice',
};

/** Names of the rules, for tables. */
export const AID_RULES = [...Object.keys(WEIGHTS).map((kind) => `aid/${kind.replaceAll(' ', '-')}`), 'aid/failed', 'aid/other'] as const;

const MOST_PLACES = 5;
const MOST_QUOTES = 3;

/** One problem for each aid and kind of finding. */
export function aidProblems(aids: readonly AidRow[]): Problem[] {
  return aids.flatMap((row) => {
    const problems = [...byKind(row)].map(([kind, findings]): Problem => {
      const known = Object.hasOwn(WEIGHTS, kind);
      return {
        rule: known ? `aid/${kind.replaceAll(' ', '-')}` : 'aid/other',
        duty: 'mingdu',
        weight: (known ? WEIGHTS[kind] : undefined) ?? 'hindrance',
        count: findings.length,
        places: findings.flatMap(({ selector }) => selector || []).slice(0, MOST_PLACES),
        detail: `${row.aid}${known ? '' : ` (${kind})`}: ${findings.slice(0, MOST_QUOTES).map(({ text, detail }) => `“${text.slice(0, 40)}” ${detail.slice(0, 80)}`.trim()).join(' | ')}`,
      };
    });
    // The instrument may have said so itself, with a place.
    if (!row.isRestored && row.failed === undefined && !row.findings.some(({ kind }) => kind === 'not restored')) problems.push(whole('aid/not-restored', 'barrier', row.aid));
    if (row.failed !== undefined) problems.push(whole('aid/failed', 'hindrance', `${row.aid}: ${row.failed}`));
    return problems;
  });
}

const whole = (rule: string, weight: Weight, detail: string): Problem => ({ rule, duty: 'mingdu', weight, count: 1, places: [], detail });

function byKind({ findings }: AidRow): Map<string, AidRow['findings'][number][]> {
  const kinds = new Map<string, AidRow['findings'][number][]>();
  for (const finding of findings) kinds.set(finding.kind, [...(kinds.get(finding.kind) ?? []), finding]);
  return kinds;
}
