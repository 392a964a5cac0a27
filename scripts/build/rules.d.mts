// Types of rules.mjs for vitest.config.ts and tests.
import type { FirstColours } from '../../shared/dom/first-paint';
import type { AidInShort } from '../../shared/settings/aids-in-short';
import type { Rules } from '../../shared/settings/check';

interface Made {
  readonly rules: Rules;
  readonly first: Readonly<Record<string, FirstColours>>;
  readonly aids: readonly AidInShort[];
  readonly ids: string[];
}
export declare function readRules(root: string): Promise<Made>;
export declare function rulesModule(made: Made, version: string): string;
