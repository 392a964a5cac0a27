// Types of borrowed.mjs for the tests.
export declare const RUN: number;
export declare function borrowedFrom(examples: readonly { readonly text: string }[], texts: readonly string[]): string[];
