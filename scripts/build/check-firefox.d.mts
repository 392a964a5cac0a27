// Types of check-firefox.mjs for the tests.
export declare function checkFirefox(path: string): Promise<string[]>;
