// Types of pinyin-align.mjs for the tests.
export declare function isSyllable(token: string): boolean;
export declare function maskLetters(text: string): string;
export declare function alignTokens(text: string, tokens: readonly string[]): string[];
export declare function alignString(text: string, output: string): string[];
