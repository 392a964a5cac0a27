// Types of changes.mjs for the tests.
import type { AidChanges } from '../../shared/changes';
export interface ReadChanges {
  readonly ids: readonly string[];
  readonly features: readonly { readonly id: string; readonly main: string }[];
  readonly changes: Readonly<Record<string, AidChanges>>;
  readonly before: Readonly<Record<'loader' | 'toolbar', AidChanges>>;
  readonly followed: readonly string[];
  readonly names: Readonly<Record<'zh' | 'en', Readonly<Record<string, string>>>>;
}
export declare function readChanges(root: string): Promise<ReadChanges>;
export declare function changesText(read: ReadChanges): string;
