// Keeps a page from holding the check up: dialogs without end, windows it opens, bytes without end, a tab that crashes.
// Not for the time limit (look.ts).
import type { BrowserContext, CDPSession, Page, Target } from 'puppeteer-core';
import { PageFailure } from './failure';

export interface Guard {
  /** Rejects with a PageFailure when the page has to be left. */
  readonly ended: Promise<never>;
  stop(): void;
}

const MOST_DIALOGS = 20;
const MOST_BYTES = 100 * 1024 * 1024;
const MOST_DOCUMENT_BYTES = 20 * 1024 * 1024;

/** Printing waits for a person in some browsers; here there is none. */
const NO_PRINTING = 'window.print = () => undefined;';

export async function guardPage(context: BrowserContext, page: Page, session: CDPSession): Promise<Guard> {
  let leave: (failure: PageFailure) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    leave = reject;
  });
  // It may come when nobody waits any more.
  ended.catch(() => undefined);
  let dialogs = 0;
  let bytes = 0;
  let documentBytes = 0;
  const documents = new Set<string>();
  const closeOther = (target: Target) => {
    if (target.type() !== 'page' || target === page.target()) return;
    // A window may close by itself first.
    target.page().then((other) => other?.close()).catch(() => undefined);
  };

  page.on('dialog', (dialog) => {
    dialogs += 1;
    if (dialogs > MOST_DIALOGS) return leave(new PageFailure('dialogs'));
    // Leaving is allowed; anything else is answered with no.
    // The page may be gone by now, and its dialog with it.
    (dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()).catch(() => undefined);
  });
  page.on('error', (error) => leave(new PageFailure('crashed', error.message)));
  context.on('targetcreated', closeOther);
  session.on('Network.requestWillBeSent', ({ requestId, type, frameId }) => {
    // A document of a frame may be as large as it likes within the whole.
    if (type === 'Document' && frameId === (page.mainFrame() as { readonly _id?: string })._id) documents.add(requestId);
  });
  session.on('Network.dataReceived', ({ requestId, dataLength }) => {
    bytes += dataLength;
    if (documents.has(requestId)) documentBytes += dataLength;
    if (bytes > MOST_BYTES || documentBytes > MOST_DOCUMENT_BYTES) leave(new PageFailure('tooLarge', `${Math.round(Math.max(bytes, documentBytes) / 1024 / 1024)} MB`));
  });
  await session.send('Network.enable');
  await page.evaluateOnNewDocument(NO_PRINTING);
  return {
    ended,
    stop: () => {
      context.off('targetcreated', closeOther);
      session.removeAllListeners();
    },
  };
}
