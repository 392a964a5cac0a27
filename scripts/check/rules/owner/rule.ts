// The form of a rule that only the owner can mend. Not the rules themselves.
import type { Weight } from '../../types';
import type { Found, Kit } from './kit';

/** One rule. `find` is sent into the page as text: it uses its parameter and nothing from outside itself. */
export interface OwnerRule {
  /** `owner/…` */
  readonly rule: string;
  readonly weight: Weight;
  find(kit: Kit): readonly Found[];
}

/** Keeps the rule's form; arrows only, since a method's text is no expression. */
export const ownerRule = (rule: string, weight: Weight, find: (kit: Kit) => readonly Found[]): OwnerRule => ({ rule: `owner/${rule}`, weight, find });
