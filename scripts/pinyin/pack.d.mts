// Types of pack.mjs for the tests.
import type { PackedTables } from '../../shared/packs/pinyin/unpack';

export interface PackableFeature {
  readonly kind: number;
  readonly first: number;
  readonly second: number;
  readonly weights: readonly number[];
}
export declare function packTables(tables: {
  readonly plain: readonly string[];
  readonly readings: ReadonlyMap<number, readonly number[]>;
  readonly words: readonly { readonly codes: readonly number[]; readonly syllables: readonly number[]; readonly cost: number }[];
  readonly models: ReadonlyMap<number, { readonly syllables: readonly number[]; readonly bias: readonly number[]; readonly features: readonly PackableFeature[] }>;
  readonly aloneCost: number;
}): PackedTables;
