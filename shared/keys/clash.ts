// What a chord that the reader wants clashes with: another action of ours, or somebody else's key. Apart from bindings.ts, because the table is
// wanted only while keys are chosen.
import { actionOf, type Action, type Keys } from './bindings';
import { takenBy, type Holder } from './taken';

/** Who else a chord would be taken from. */
export type Clash = { readonly action: Action } | { readonly by: Holder };

/** What a chord for an action clashes with; null for nothing. */
export function clashOf(keys: Keys, action: Action, chord: string): Clash | null {
  const other = actionOf(keys, chord);
  if (other && other !== action) return { action: other };
  const taken = takenBy(chord);
  return taken && { by: taken.by };
}
