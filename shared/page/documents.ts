// The documents of a page, its own and those of its frames, as they come. For listening in each of them; not for shadow trees, whose events
// reach their document.
import type { Page } from './page';

/** Runs with each document once: with those that are there now, and with those of frames that come, until the signal aborts. */
export function eachDocument({ roots }: Pick<Page, 'roots'>, signal: AbortSignal, run: (document: Document) => void): void {
  const known = new WeakSet<Node>();
  roots.watch((all) => {
    for (const root of all) {
      if (root.nodeType !== 9 || known.has(root)) continue;
      known.add(root);
      run(root as Document);
    }
  }, signal);
}
