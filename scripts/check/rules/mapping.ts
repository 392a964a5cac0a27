// Which clause of the specification and which criterion of WCAG 2.2 each rule speaks of. Pure data and look-up; not the rules.
import axe from 'axe-core';
import type { ClauseName } from './clauses';
import { CRITERIA } from './criteria';

/** What a rule speaks of. Either list may be empty. */
export interface Mapping {
  readonly clauses: readonly ClauseName[];
  /** Numbers of WCAG 2.2. */
  readonly criteria: readonly string[];
}

/** Rules of our own. */
export const OWN_RULES: Readonly<Record<string, Mapping>> = {
  'owner/captcha-alternative': { clauses: ['captcha'], criteria: ['1.1.1', '3.3.8'] },
  'owner/captcha-puzzle': { clauses: ['captcha', 'keyboard'], criteria: ['2.1.1', '2.5.7', '3.3.8'] },
  'owner/mouse-only': { clauses: ['keyboard'], criteria: ['2.1.1', '4.1.2'] },
  'owner/hover-only': { clauses: ['keyboard'], criteria: ['2.1.1', '1.4.13'] },
  'owner/drag-only': { clauses: ['keyboard'], criteria: ['2.5.7'] },
  'owner/throws-focus': { clauses: ['keyboard', 'focus'], criteria: ['2.1.1', '2.4.7', '3.2.1'] },
  'owner/keyboard-trap': { clauses: ['keyboard'], criteria: ['2.1.2'] },
  'owner/jumps-on-choice': { clauses: ['keyboard'], criteria: ['3.2.2'] },
  'owner/focus-unseen': { clauses: ['focus'], criteria: ['2.4.7'] },
  'owner/picture-of-text': { clauses: ['speech', 'compatible'], criteria: ['1.1.1', '1.4.5'] },
  'owner/meaningless-alt': { clauses: ['speech', 'compatible'], criteria: ['1.1.1'] },
  'owner/document-only': { clauses: ['reading', 'speech'], criteria: ['1.3.1', '1.4.10'] },
  'owner/document-unnamed': { clauses: ['compatible'], criteria: ['2.4.4'] },
  'owner/sound-by-itself': { clauses: ['media'], criteria: ['1.4.2'] },
  'owner/media-without-controls': { clauses: ['media', 'keyboard'], criteria: ['2.1.1', '1.4.2'] },
  'owner/old-plugin': { clauses: ['media', 'compatible'], criteria: ['1.1.1'] },
  'owner/placeholder-label': { clauses: ['compatible'], criteria: ['3.3.2'] },
  'owner/paste-blocked': { clauses: ['compatible'], criteria: ['3.3.8'] },
  'owner/selection-blocked': { clauses: ['compatible'], criteria: [] },
  'owner/time-limit': { clauses: ['codeLifetime'], criteria: ['2.2.1'] },
  'owner/app-download': { clauses: ['noInducement'], criteria: [] },
  'owner/floating': { clauses: ['closable', 'noAdvertising'], criteria: ['2.2.2'] },
  'owner/foreign-lang': { clauses: ['speech'], criteria: ['3.1.1'] },
  'owner/small-text': { clauses: ['mobileText'], criteria: ['1.4.4'] },
  'owner/vague-link': { clauses: ['compatible'], criteria: ['2.4.4'] },
  'owner/new-window': { clauses: ['compatible'], criteria: [] },
  'owner/unfinished': { clauses: [], criteria: [] },
  'policy/script-src': { clauses: ['reading'], criteria: [] },
  'policy/sandbox': { clauses: ['reading'], criteria: [] },
  'policy/nonce': { clauses: ['reading'], criteria: [] },
  'policy/cors': { clauses: ['reading'], criteria: [] },
  'tool/other': { clauses: ['compatible'], criteria: [] },
  'aid/unscaled': { clauses: ['enlarging', 'reading'], criteria: ['1.4.4'] },
  'aid/clipped': { clauses: ['enlarging', 'reading'], criteria: ['1.4.4', '1.4.12'] },
  'aid/overlapping': { clauses: ['enlarging'], criteria: ['1.4.4', '1.4.12'] },
  'aid/covered': { clauses: ['enlarging'], criteria: ['1.4.4'] },
  'aid/sideways': { clauses: ['enlarging'], criteria: ['1.4.10'] },
  'aid/broken-number': { clauses: ['enlarging'], criteria: [] },
  'aid/lost': { clauses: ['enlarging', 'reading'], criteria: ['1.4.4'] },
  'aid/weak-contrast': { clauses: ['reading'], criteria: ['1.4.3'] },
  'aid/icon-lost': { clauses: ['reading'], criteria: ['1.4.11'] },
  'aid/picture-changed': { clauses: ['reading'], criteria: ['1.1.1'] },
  'aid/not-restored': { clauses: ['compatible'], criteria: [] },
  'aid/failed': { clauses: ['reading'], criteria: [] },
  'aid/other': { clauses: ['reading'], criteria: [] },
  'axe/could-not-run': { clauses: [], criteria: [] },
};

/** What else than 4.1 (assistive technology) a criterion is about, for axe’s rules. */
const CLAUSES_OF_CRITERION: Readonly<Record<string, readonly ClauseName[]>> = {
  '1.2.1': ['media'],
  '1.2.2': ['media'],
  '1.4.2': ['media'],
  '1.4.3': ['reading'],
  '1.4.4': ['enlarging'],
  '1.4.12': ['enlarging'],
  '2.1.1': ['keyboard'],
  '2.1.3': ['keyboard'],
  '2.2.1': ['codeLifetime'],
  '2.5.8': ['keyboard'],
  '1.1.1': ['speech', 'compatible'],
};

/** `wcag2412` is criterion 2.4.12, `wcag111` 1.1.1; tags of levels are not criteria. */
function criterionOf(tag: string): string | null {
  const [, first, second, third] = /^wcag(\d)(\d)(\d+)$/.exec(tag) ?? [];
  const number = `${first}.${second}.${third}`;
  return number in CRITERIA ? number : null;
}

let axeMappings: Map<string, Mapping> | undefined;

function axeMapping(rule: string): Mapping | undefined {
  axeMappings ??= new Map(
    axe.getRules().map(({ ruleId, tags }) => {
      const criteria = tags.flatMap((tag) => criterionOf(tag) ?? []);
      const clauses = new Set(criteria.flatMap((number) => CLAUSES_OF_CRITERION[number] ?? []));
      return [`axe/${ruleId}`, { criteria, clauses: clauses.size > 0 ? [...clauses] : ['compatible'] }];
    }),
  );
  return axeMappings.get(rule);
}

/** @returns `undefined` for a rule that nobody knows (a row of another version) */
export function mappingOf(rule: string): Mapping | undefined {
  return Object.hasOwn(OWN_RULES, rule) ? OWN_RULES[rule] : axeMapping(rule);
}
