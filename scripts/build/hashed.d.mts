// Types of hashed.mjs for the tests.
export declare function hashedName(name: string, content: string): string;
export declare function plainName(name: string): string;
export declare function findBuilt(folder: string, name: string): string;
export declare function hashesOf(named: Readonly<Record<string, string>>): Record<string, string>;
