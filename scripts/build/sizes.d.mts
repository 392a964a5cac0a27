// Types of sizes.mjs for the tests.
export interface Budget { readonly name: string; readonly files: readonly string[]; readonly gzip: number }
export declare function measure(dist: string, budgets?: readonly Budget[]): { table: string; over: string[] };
