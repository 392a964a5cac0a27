// Types of integrity.mjs for the tests.
export declare function integrityOf(content: string): string;
export declare function importMapText(hashes: Readonly<Record<string, string>>, version: string): string;
