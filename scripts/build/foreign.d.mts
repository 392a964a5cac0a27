export declare const HOLDS_ESPEAK: RegExp;
export declare function foreignInputs(inputs: readonly string[]): string[];
export declare function foreignPackages(lock: { packages?: Record<string, unknown> }): string[];
