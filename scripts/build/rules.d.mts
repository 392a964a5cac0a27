// Types of rules.mjs for vitest.config.ts and tests.
import type { Rules } from '../../shared/settings/check';

export declare function readRules(root: string): Promise<{ rules: Rules; ids: string[] }>;
