// Types of lexicon.mjs for the tests.
export interface Example { readonly text: string; readonly marks: readonly { readonly at: number; readonly character: string; readonly reading: string }[] }
export interface Table {
  readonly usual: ReadonlyMap<string, string>;
  readonly words: readonly { readonly characters: readonly string[]; readonly readings: readonly (string | null)[] }[];
  readonly examples: readonly Example[];
  readonly dropped: readonly string[];
  readonly bad: readonly string[];
}
export declare function parseExample(line: string): Example | null;
export declare function parseTable(source: string): Table;
export declare function readLexicon(folder: string): {
  readonly usual: ReadonlyMap<string, string>;
  readonly words: ReadonlyMap<string, { readonly characters: readonly string[]; readonly readings: readonly (string | null)[] }>;
  readonly examples: readonly Example[];
  readonly dropped: ReadonlySet<string>;
  readonly bad: readonly string[];
  readonly conflicts: readonly string[];
};
