// Types of notices.mjs for the tests.
export declare function bundledPackages(inputs: readonly string[]): string[];
export declare function noticesText(root: string, inputs: readonly string[]): string;
export declare function thirdPartyText(root: string, bundles: Readonly<Record<string, readonly string[]>>, hasVoicePack: boolean): string;
