export declare const USAGE: string;
/** What to run, in whole rounds; or that usage is wanted; or one line that says what cannot be done. */
export type SoakOptions = { readonly cycles: number; readonly browser: 'chromium' | 'firefox' } | { readonly isHelp: true } | { readonly refused: string };
export declare function readOptions(args: readonly string[]): SoakOptions;
