// Types of sizes.mjs for the tests.
interface Part { readonly name: string; readonly files: readonly string[]; readonly optional?: boolean }
/** What a part may have, in bytes, packed in one way or the other. */
export type Budget = (Part & { readonly gzip: number; readonly brotli?: never }) | (Part & { readonly brotli: number; readonly gzip?: never });
export declare const BUDGETS: readonly Budget[];
export declare function measure(dist: string, budgets?: readonly Budget[]): { table: string; over: string[] };
