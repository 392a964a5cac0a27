// Types of pack.mjs for the tests.
export declare function zipOf(folder: string, paths: readonly string[]): Uint8Array;
export declare function zipFolder(folder: string): Uint8Array;
export declare function sourceFiles(root: string): string[];
export declare function uncommitted(root: string): string[];
