// Types of privacy.mjs for the tests.
export declare function privacyPage(markdown: string): string;
