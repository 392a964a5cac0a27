// Types of module.mjs for the tests.
import type { Plugin } from 'esbuild';
export declare function buildModule(root: string, dist: string, plugins: readonly Plugin[], widgetTypes: string): Promise<void>;
