// The one page of the extension: says why a page cannot be reached, and takes the leave to come along to every site.
// Not for settings of the aids: those are in the toolbar, where their effect is seen.
import browser from 'webextension-polyfill';

/** The background opens the page with the key of a message as its query where a press led nowhere. */
const UNREACHABLE = /^\?(unreachable(?:Pdf|File|Store|Frame)?)$/;
const EVERYWHERE = { origins: ['*://*/*'] };

function put(): void {
  document.documentElement.lang = browser.i18n.getMessage('lang');
  const why = UNREACHABLE.exec(location.search)?.[1];
  document.getElementById('unreachable')?.setAttribute('data-text', why ?? 'unreachable');
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = browser.i18n.getMessage(element.dataset['text'] ?? '');
  }
  document.getElementById('unreachable')?.toggleAttribute('hidden', why === undefined);
  document.getElementById('everywhere')?.toggleAttribute('hidden', why !== undefined);
}

async function bind(button: HTMLElement, state: HTMLElement): Promise<void> {
  const show = (allowed: boolean) => {
    button.setAttribute('aria-pressed', String(allowed));
    return allowed;
  };
  show(await browser.permissions.contains(EVERYWHERE));
  button.addEventListener('click', () => {
    const wasAllowed = button.getAttribute('aria-pressed') === 'true';
    // Within the press: a browser shows its question only then.
    const change = wasAllowed ? browser.permissions.remove(EVERYWHERE) : browser.permissions.request(EVERYWHERE);
    change
      .then(async () => show(await browser.permissions.contains(EVERYWHERE)))
      .then((allowed) => {
        state.textContent = browser.i18n.getMessage(allowed ? 'everywhereOn' : 'everywhereOff');
      })
      .catch((error: unknown) => {
        state.textContent = browser.i18n.getMessage('everywhereOff');
        console.error('Mingdu 明读:', error);
      });
  });
}

put();
const button = document.getElementById('switch');
const state = document.getElementById('state');
if (button && state) void bind(button, state);
