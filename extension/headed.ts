// How far a page that is still coming has come. Not for what is done then.

/** A page to which nothing has been added for so long waits for its server: what is there is served, and the rest as it comes. */
const STALLED_MS = 250;
/** A style sheet that has not come by then is not waited for; browsers show the page without it too. */
const SHEETS_MS = 1500;

/** Resolves when the page's head is there, and with it the page's wish; nothing of the body has been painted by then. */
export function headed(): Promise<void> {
  if (document.body) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.body) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}

/** Resolves when the page can be read: before that its wish may not have arrived, and there may be no body. */
export function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}

/**
 * Resolves when the page is all there, or waits for more of itself while readers would look at what there is; with the style sheets of its head in
 * either case.
 */
export async function readable(): Promise<void> {
  const over = new AbortController();
  await Promise.race([parsed(), headed().then(() => stalled(over.signal))]);
  over.abort();
  await styled();
}

/** Not while the page is busy with itself: to serve it bit by bit would cost several times as much. */
function stalled(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let added = 0;
    let timer = 0;
    const observer = new MutationObserver(() => wait());
    const wait = () => {
      added += 1;
      clearTimeout(timer);
      timer = window.setTimeout(rest, STALLED_MS);
    };
    const rest = () => {
      const before = added;
      // In a long task nothing is added either.
      requestIdleCallback(() => {
        if (before === added && document.body.querySelector(':not(script,style,link,noscript)')) resolve();
      });
    };
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(timer);
    });
    observer.observe(document, { childList: true, subtree: true });
    wait();
  });
}

/** Before its style sheets have come a page has other sizes and colours, and is not painted either. */
function styled(): Promise<void> {
  if (!awaitsSheets()) return Promise.resolve();
  return new Promise((resolve) => {
    const ended = new AbortController();
    const look = () => {
      if (awaitsSheets()) return;
      ended.abort();
      resolve();
    };
    // The sheet of a failed link is never there, but its event comes.
    for (const type of ['load', 'error']) document.addEventListener(type, look, { capture: true, signal: ended.signal });
    setTimeout(() => {
      ended.abort();
      resolve();
    }, SHEETS_MS);
  });
}

function awaitsSheets(): boolean {
  return [...document.querySelectorAll<HTMLLinkElement>('head link[rel~="stylesheet" i]')].some(
    ({ sheet, disabled, relList, media, href }) =>
      // A link that failed has been fetched, and has no sheet.
      !sheet && !disabled && href !== '' && !relList.contains('alternate') && matchMedia(media || 'all').matches && performance.getEntriesByName(href).length === 0,
  );
}
