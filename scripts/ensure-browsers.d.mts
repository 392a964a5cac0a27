// Types of ensure-browsers.mjs for the tests.
export declare function findBrowser(name: 'chromium' | 'firefox'): string | undefined;
export declare function ensureBrowsers(): void;
export declare function missingSpeech(): string[];
