// The entries in the browser's menus: on a selection, on a page, on the action's button. Made when the browser starts or we come in; the browser
// keeps them while the background sleeps. Not for what a press does in a page (index.ts).
import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { answer, giveUp, originOf } from './answers';
import type { Act } from './messages';
import { EVERYWHERE, hostAt } from './origins';

/** What the entries need of the background. */
export interface MenuParts {
  /** Does something in a tab, where our script is not yet, too. */
  press(tab: Tabs.Tab | undefined, act: Act, frameId?: number): Promise<void>;
  /** Ends the copies in a tab. */
  leave(tabId: number): Promise<void>;
  /** Says that a tab cannot be reached. */
  explain(tab: Tabs.Tab): Promise<void>;
}

interface Entry {
  /** Its name to the browser; its words are the message `menu` + this. */
  readonly id: string;
  readonly contexts: Menus.ContextType[];
  readonly type?: 'checkbox';
}

const ENTRIES: readonly Entry[] = [
  { id: 'Read', contexts: ['selection'] },
  { id: 'Annotate', contexts: ['selection'] },
  { id: 'Open', contexts: ['page', 'frame'] },
  { id: 'Always', contexts: ['action'] },
  { id: 'Never', contexts: ['action'] },
  { id: 'Everywhere', contexts: ['action'], type: 'checkbox' },
  { id: 'Options', contexts: ['action'] },
];

const isEverywhere = () => browser.permissions.contains({ origins: [EVERYWHERE] });
let queue: Promise<unknown> = Promise.resolve();

/** Makes the entries anew; one after another, for two at once would make each twice. */
export function makeMenus(): Promise<void> {
  const done = queue.then(async () => {
    await browser.contextMenus.removeAll();
    const checked = await isEverywhere();
    for (const { id, contexts, type } of ENTRIES) {
      browser.contextMenus.create({ id, contexts, title: browser.i18n.getMessage(`menu${id}`), ...(type ? { type, checked } : {}) });
    }
  });
  queue = done.catch(() => undefined);
  return done;
}

/** The mark before 在所有网站使用 says what holds, whoever changed it; also where the reader then said no to the browser. */
async function markEverywhere(): Promise<void> {
  await queue;
  await browser.contextMenus.update('Everywhere', { checked: await isEverywhere() });
}

/** Obeys the entries from now on. */
export function serveMenus({ press, leave, explain }: MenuParts): void {
  /** Everything up to the browser's question stands within the press: it asks only there. */
  function always(tab: Tabs.Tab, host: string): void {
    run(async (asked) => {
      if (!(await asked)) return;
      await answer({ [host]: 'on' });
      await press(tab, 'open');
    }, browser.permissions.request({ origins: [originOf(host)] }));
  }

  async function never(tabId: number, host: string): Promise<void> {
    try {
      // Pages of the site in other tabs hear of it by the store.
      await answer({ [host]: 'off' });
    } finally {
      await leave(tabId);
    }
    await giveUp(host);
  }

  function everywhere(isWanted: boolean): void {
    const where = { origins: [EVERYWHERE] };
    run(async (asked) => {
      try {
        await asked;
      } finally {
        await markEverywhere();
      }
    }, isWanted ? browser.permissions.request(where) : browser.permissions.remove(where));
  }

  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId, checked, pageUrl }, tab) => {
    const host = hostAt(tab?.url ?? pageUrl);
    if (menuItemId === 'Everywhere') return everywhere(checked === true);
    if (menuItemId === 'Options') return run(() => browser.runtime.openOptionsPage());
    if (!tab || tab.id === undefined) return undefined;
    const { id } = tab;
    if (menuItemId === 'Read') return run(() => press(tab, 'read', frameId));
    if (menuItemId === 'Annotate') return run(() => press(tab, 'annotate', frameId));
    if (menuItemId === 'Open') return run(() => press(tab, 'open'));
    if (host === null) return run(() => explain(tab));
    if (menuItemId === 'Always') return always(tab, host);
    if (menuItemId === 'Never') return run(() => never(id, host));
    return undefined;
  });
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) event.addListener(() => run(markEverywhere));
  for (const event of [browser.runtime.onInstalled, browser.runtime.onStartup]) event.addListener(() => run(makeMenus));
}

/** A failure is told where whoever looks for it looks; the reader sees that nothing happened. */
function run<T>(work: (given: T) => Promise<unknown>, given: T): void;
function run(work: () => Promise<unknown>): void;
function run<T>(work: (given: T) => Promise<unknown>, given?: T): void {
  work(given as T).catch((error: unknown) => console.warn('Mingdu 明读:', error));
}
