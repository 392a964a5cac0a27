// What this aid changes on a page: told to site owners (docs/what-it-changes.md) and proven by test/browser/what-it-changes.test.ts. No code of it.
import type { AidChanges } from '../../changes';

export const lensChanges: AidChanges = {
  follows: true,
  listens: ['change', 'invalid', 'reset'],
};
