// Types of locales.mjs for the tests.
type Messages = Record<string, { readonly message: string }>;
export declare function traditionalMessages(simplified: Messages, own?: Messages): Messages;
