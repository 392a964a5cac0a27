// Says why a page cannot be reached, in a popup that its tab alone has. Not for the words (_locales) nor for the popup's page (popup/).
import browser, { type Tabs } from 'webextension-polyfill';

/** The kinds of page that have a sentence of their own; '' has the general one. */
export type Unreachable = '' | 'Pdf' | 'File' | 'Store' | 'Frame';

const POPUP = 'popup/popup.html';
/** By what is known: the page's address and what the browser said. The first that fits holds. */
const KINDS: readonly (readonly [RegExp, Unreachable])[] = [
  [/^\S+\.pdf([?#]\S*)?\s/i, 'Pdf'],
  [/\bfile:/i, 'File'],
  [/^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|microsoftedge\.microsoft\.com\/addons|addons\.mozilla\.org)\b|extensions gallery/i, 'Store'],
];

/** @param error what the browser said when our script was to come in */
export function kindOf(url: string | undefined, error: unknown): Unreachable {
  const known = `${url ?? ''} ${String(error)}`;
  return KINDS.find(([pattern]) => pattern.test(known))?.[1] ?? '';
}

/** Shows the sentence, in the popup where it can be opened, else at the next press. */
export async function explain({ id: tabId, url }: Tabs.Tab, error: unknown, kind: Unreachable = kindOf(url, error)): Promise<void> {
  if (tabId === undefined) return;
  console.warn('Mingdu 明读:', error);
  await browser.action.setPopup({ tabId, popup: `${POPUP}?unreachable${kind}` });
  await browser.action.setTitle({ tabId, title: browser.i18n.getMessage(`unreachable${kind}`) });
  try {
    await browser.action.openPopup();
  } catch {
    // Older browsers open it only for a press: the next press does, and until then the mark says that something is to be read.
    await browser.action.setBadgeText({ tabId, text: '!' });
  }
}
