// Types of types.mjs for the tests.
export declare function typesText(rules: Record<string, false | readonly unknown[]>, options?: readonly { readonly name: string; readonly attribute: string | null; readonly type: string; readonly en: string }[]): string;
