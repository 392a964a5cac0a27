// Types of notices.mjs for the tests.
export declare function noticesText(root: string): string;
