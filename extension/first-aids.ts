// The aids that a page is first seen with: without them it would be seen twice. Not for how their files come early (first-scripts.ts) nor for
// those that wait (quiet.ts).
import { RULES } from 'mingdu:rules';
import type { Settings } from '../shared/settings/schema';

/** Each aid and the setting that it hangs on. */
const FIRST: Readonly<Record<string, string>> = { contrast: 'contrast', 'text-size': 'textSize', spacing: 'spacing' };

/** Whether an aid is one of them, on or off. */
export const isFirst = (id: string): boolean => id in FIRST;

/** Those of them that are on. */
export function firstAids(settings: Settings): string[] {
  return Object.keys(FIRST).filter((id) => {
    const key = FIRST[id] ?? '';
    const rule = RULES[key];
    return rule !== undefined && settings[key] !== (rule && rule[0]);
  });
}
