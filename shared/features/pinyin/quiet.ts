// Waits until a page that was just loaded has come to rest: annotated before a framework hydrates it, the page would be thrown away
// and drawn anew by the framework. Not for waiting on anything later.
import type { FeatureContext } from '../../feature';

const QUIET_MS = 300;
/** A page that never rests (a ticker, a picture that never comes) is annotated all the same. */
const CAP_MS = 3000;

/** Resolves when the page is loaded and no nodes came or went for a while; at once on a page that was loaded long ago. */
export async function pageIsQuiet(context: Pick<FeatureContext, 'page' | 'later' | 'listen' | 'signal'>): Promise<void> {
  const { page, later, listen, signal } = context;
  const { document } = page;
  const view = document.defaultView;
  if (!view || loadedFor(view) > CAP_MS) return;
  const done = new AbortController();
  const until = AbortSignal.any ? AbortSignal.any([done.signal, signal]) : done.signal;

  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
    let cancel = () => {};
    const wait = () => {
      cancel();
      if (document.readyState === 'complete') cancel = later(resolve, QUIET_MS);
    };
    page.onChange((change) => {
      if (change.added.length + change.removed.length > 0) wait();
    }, until);
    listen(view, 'load', wait, { signal: done.signal });
    const cap = () => later(resolve, CAP_MS);
    // The parser may still be writing into the very text that would be annotated.
    if (document.readyState === 'loading') listen(document, 'DOMContentLoaded', cap, { once: true });
    else cap();
    wait();
  });
  done.abort();
}

/** How long ago the page finished loading, in ms; 0 when it has not, or nobody knows. */
function loadedFor(view: Window): number {
  const [navigation] = view.performance.getEntriesByType?.('navigation') ?? [];
  const end = (navigation as PerformanceNavigationTiming | undefined)?.loadEventEnd ?? 0;
  return end > 0 ? view.performance.now() - end : 0;
}
