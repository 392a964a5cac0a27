// Types of types.mjs for the tests.
export declare function typesText(rules: Record<string, false | readonly unknown[]>): string;
