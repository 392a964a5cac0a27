// Types of preact-without-markup.mjs for the tests.
export declare function withoutMarkup(code: string): string;
