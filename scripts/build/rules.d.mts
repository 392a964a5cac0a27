// Types of rules.mjs for vitest.config.ts and tests.
import type { FirstColours } from '../../shared/dom/first-paint';
import type { AidInShort } from '../../shared/settings/aids-in-short';
import type { Rules } from '../../shared/settings/check';
import type { SiteOption } from '../../widget/options';

interface Made {
  readonly rules: Rules;
  readonly first: Readonly<Record<string, FirstColours>>;
  readonly aids: readonly AidInShort[];
  readonly ids: string[];
  readonly options: readonly SiteOption[];
  /** By each setting that the interface can leave out its aid's main one; aids without a setting by their ids. */
  readonly owners: Readonly<Record<string, string>>;
}
export declare function readRules(root: string): Promise<Made>;
export declare function rulesModule(made: Made, version: string): string;
