// Types of rules.mjs for vitest.config.ts and tests.
import type { FirstColours } from '../../shared/dom/first-paint';
import type { Rules } from '../../shared/settings/check';

export declare function readRules(root: string): Promise<{ rules: Rules; first: Readonly<Record<string, FirstColours>>; ids: string[] }>;
export declare function rulesModule(rules: Rules, first: Readonly<Record<string, FirstColours>>, version: string): string;
