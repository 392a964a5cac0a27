// Types of rows.mjs for the tests.
export interface Row {
  readonly text: string;
  /** UTF-16 units before the character. */
  readonly at: number;
  readonly character: string;
  /** Right readings, as `spell` gives them. */
  readonly accepted: readonly string[];
  readonly category: string;
}
export declare function spell(syllable: string): string;
export declare function parseRows(source: string): Row[];
export declare function governmentRows(): Row[];
export declare function sampleRows(): Row[] | null;
export declare function cppRows(): Row[] | null;
export declare function missing(what: string): string;
export declare function isRight(row: Row, reading: string): boolean;
