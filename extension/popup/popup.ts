// Says in one sentence why a page cannot be reached. Not for anything that can be set: that is the options page.
import browser from 'webextension-polyfill';

/** The background opens the page with the key of a message as its query where a press led nowhere. */
const UNREACHABLE = /^\?(unreachable(?:Pdf|File|Store|Frame)?)$/;

document.documentElement.lang = browser.i18n.getMessage('lang');
document.getElementById('unreachable')?.setAttribute('data-text', UNREACHABLE.exec(location.search)?.[1] ?? 'unreachable');
for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
  element.textContent = browser.i18n.getMessage(element.dataset['text'] ?? '');
}
