// A small honest browser for tests of extension code: stands in for webextension-polyfill (see vitest.config.ts).
// It keeps what is stored, delivers events and messages, records what scripting was asked. It does not imitate pages or permissions.

type Listener<Arguments extends unknown[], Result = void> = (...given: Arguments) => Result;

function createEvent<Arguments extends unknown[], Result = void>() {
  const listeners = new Set<Listener<Arguments, Result>>();
  return {
    addListener: (run: Listener<Arguments, Result>) => void listeners.add(run),
    removeListener: (run: Listener<Arguments, Result>) => void listeners.delete(run),
    hasListener: (run: Listener<Arguments, Result>) => listeners.has(run),
    /** For tests: happens now; gives what each listener returned. */
    dispatch: (...given: Arguments): Result[] => [...listeners].map((run) => run(...given)),
    clear: () => listeners.clear(),
  };
}

/** One end of a port; what is posted comes out at the other end, a moment later. */
export interface FakePort {
  readonly name: string;
  readonly sender: FakeSender;
  readonly onMessage: ReturnType<typeof createEvent<[unknown]>>;
  readonly onDisconnect: ReturnType<typeof createEvent<[]>>;
  postMessage(message: unknown): void;
  disconnect(): void;
}

function createPorts(name: string, sender: FakeSender): [FakePort, FakePort] {
  let isOpen = true;
  const end = (other: () => FakePort): FakePort => ({
    name,
    sender,
    onMessage: createEvent<[unknown]>(),
    onDisconnect: createEvent<[]>(),
    postMessage(message) {
      if (!isOpen) throw new Error('Attempting to use a disconnected port object');
      const copy: unknown = structuredClone(message);
      void Promise.resolve().then(() => isOpen && other().onMessage.dispatch(copy));
    },
    disconnect() {
      if (isOpen) other().onDisconnect.dispatch();
      isOpen = false;
    },
  });
  const one: FakePort = end(() => two);
  const two: FakePort = end(() => one);
  return [one, two];
}

interface Change {
  oldValue?: unknown;
  newValue?: unknown;
}

export interface FakeTab {
  id: number;
  url: string;
  active: boolean;
  windowId: number;
}

export interface FakeMenu {
  id: string;
  title: string;
  contexts: readonly string[];
  type?: string;
  checked?: boolean;
}

export interface FakeSender {
  id: string;
  tab?: FakeTab;
  frameId?: number;
  url?: string;
}

/** Whether an address is one of a match pattern's, hosts with `*.` in front included. */
function fits(pattern: string, url: string): boolean {
  const [, host = ''] = /^\*:\/\/([^/]+)\/\*$/.exec(pattern) ?? [];
  const { hostname } = URL.canParse(url) ? new URL(url) : { hostname: '' };
  return host === '*' || hostname === host.replace('*.', '') || (host.startsWith('*.') && hostname.endsWith(host.slice(1)));
}

/** What scripting was asked to do, in order. */
export interface ScriptingCall {
  method: 'executeScript' | 'insertCSS' | 'removeCSS';
  details: Record<string, unknown>;
}

/** Makes a browser with one active tab and empty storage. */
export function createFakeBrowser() {
  const stored = new Map<string, unknown>();
  const session = new Map<string, unknown>();
  const changed = createEvent<[Record<string, Change>, string]>();
  const localChanged = createEvent<[Record<string, Change>]>();
  const onMessage = createEvent<[unknown, FakeSender], unknown>();
  const onConnect = createEvent<[FakePort]>();
  /** The background's ends of the ports that were opened. */
  const ports: FakePort[] = [];
  const tabs: FakeTab[] = [{ id: 1, url: 'http://www.example.gov.cn/', active: true, windowId: 1 }];
  const registered = new Map<string, Record<string, unknown>>();
  const actionOf = new Map<number | undefined, Record<string, unknown>>();
  const calls: ScriptingCall[] = [];
  const origins: string[] = ['*://*.gov.cn/*'];
  const permissions: string[] = [];

  const onAdded = createEvent<[{ origins?: readonly string[] }]>();
  const onRemoved = createEvent<[{ origins?: readonly string[] }]>();
  const menus = new Map<string, FakeMenu>();
  const announce = async (changes: Record<string, Change>) => {
    if (Object.keys(changes).length === 0) return;
    // Browsers tell of a change after the call has returned, never inside it.
    await Promise.resolve();
    changed.dispatch(changes, 'local');
    localChanged.dispatch(changes);
  };
  /** As in browsers: values are copies, and a value that did not change is no event. */
  const set = async (items: Record<string, unknown>) => {
    const changes: Record<string, Change> = {};
    for (const [key, value] of Object.entries(items)) {
      const oldValue = stored.get(key);
      const newValue = structuredClone(value);
      if (JSON.stringify(oldValue) === JSON.stringify(newValue)) continue;
      stored.set(key, newValue);
      changes[key] = oldValue === undefined ? { newValue: structuredClone(newValue) } : { oldValue, newValue: structuredClone(newValue) };
    }
    await announce(changes);
  };
  const get = async (wanted?: string | readonly string[] | Record<string, unknown> | null) => {
    const defaults = typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted) ? (wanted as Record<string, unknown>) : {};
    const keys = wanted === undefined || wanted === null ? [...stored.keys()] : typeof wanted === 'string' ? [wanted] : Array.isArray(wanted) ? (wanted as string[]) : Object.keys(defaults);
    const found: Record<string, unknown> = {};
    for (const key of keys) {
      if (stored.has(key)) found[key] = structuredClone(stored.get(key));
      else if (key in defaults) found[key] = defaults[key];
    }
    return found;
  };
  const remove = async (keys: string | readonly string[]) => {
    const changes: Record<string, Change> = {};
    for (const key of typeof keys === 'string' ? [keys] : keys) {
      if (!stored.has(key)) continue;
      changes[key] = { oldValue: stored.get(key) };
      stored.delete(key);
    }
    await announce(changes);
  };
  /** The first listener that answers with a promise answers; nobody listening is an error, as in browsers. */
  const deliver = async (message: unknown, sender: FakeSender): Promise<unknown> => {
    const answers = onMessage.dispatch(structuredClone(message), sender);
    if (answers.length === 0) throw new Error('Could not establish connection. Receiving end does not exist.');
    return await answers.find((answer) => answer instanceof Promise);
  };
  const actionSetter = (name: string) => async (details: { tabId?: number } & Record<string, unknown>) => {
    actionOf.set(details.tabId, { ...actionOf.get(details.tabId), [name]: details[name] });
  };
  const scripting = (method: ScriptingCall['method']) => async (details: Record<string, unknown>) => {
    calls.push({ method, details });
    return method === 'executeScript' ? [{ frameId: 0, result: undefined }] : undefined;
  };

  return {
    storage: {
      local: { get, set, remove, clear: () => remove([...stored.keys()]), onChanged: localChanged },
      session: {
        get: async (key: string) => (session.has(key) ? { [key]: structuredClone(session.get(key)) } : {}),
        set: async (items: Record<string, unknown>) => Object.entries(items).forEach(([key, value]) => session.set(key, structuredClone(value))),
      },
      onChanged: changed,
    },
    runtime: {
      id: 'mingdu@example',
      getURL: (path: string) => `chrome-extension://mingdu/${path.replace(/^\//, '')}`,
      getManifest: () => ({ manifest_version: 3, name: 'Mingdu', version: '0.0.0', permissions }),
      sendMessage: (message: unknown) => deliver(message, { id: 'mingdu@example' }),
      connect: ({ name }: { name: string }) => {
        const [here, there] = createPorts(name, { id: 'mingdu@example', frameId: 0 });
        ports.push(there);
        onConnect.dispatch(there);
        return here;
      },
      onConnect,
      openOptionsPage: async () => undefined,
      onMessage,
      onInstalled: createEvent<[{ reason: string }]>(),
      onUpdateAvailable: createEvent<[{ version: string }]>(),
      onStartup: createEvent<[]>(),
    },
    tabs: {
      query: async ({ active, url }: { active?: boolean; url?: readonly string[] } = {}) =>
        tabs.filter((tab) => (active === undefined || tab.active === active) && (url === undefined || url.some((one) => fits(one, tab.url)))).map((tab) => ({ ...tab })),
      get: async (id: number) => {
        const tab = tabs.find((one) => one.id === id);
        if (tab === undefined) throw new Error(`No tab with id: ${id}`);
        return { ...tab };
      },
      create: async ({ url = 'about:blank' }: { url?: string }) => {
        const tab = { id: tabs.length + 1, url, active: false, windowId: 1 };
        tabs.push(tab);
        return { ...tab };
      },
      sendMessage: (id: number, message: unknown) => deliver(message, { id: 'mingdu@example', frameId: 0, url: `tab:${id}` }),
      onActivated: createEvent<[{ tabId: number; windowId: number }]>(),
      onUpdated: createEvent<[number, Record<string, unknown>, FakeTab]>(),
      onRemoved: createEvent<[number]>(),
    },
    action: {
      setPopup: actionSetter('popup'),
      setTitle: actionSetter('title'),
      setBadgeText: actionSetter('text'),
      setBadgeBackgroundColor: actionSetter('color'),
      setIcon: actionSetter('path'),
      openPopup: async () => undefined,
      getPopup: async ({ tabId }: { tabId?: number }) => String(actionOf.get(tabId)?.['popup'] ?? ''),
      onClicked: createEvent<[FakeTab]>(),
    },
    scripting: {
      executeScript: scripting('executeScript'),
      insertCSS: scripting('insertCSS'),
      removeCSS: scripting('removeCSS'),
      registerContentScripts: async (scripts: readonly ({ id: string } & Record<string, unknown>)[]) => {
        for (const script of scripts) {
          if (registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          registered.set(script.id, script);
        }
      },
      unregisterContentScripts: async ({ ids }: { ids?: readonly string[] } = {}) => {
        for (const id of ids ?? [...registered.keys()]) registered.delete(id);
      },
      getRegisteredContentScripts: async ({ ids }: { ids?: readonly string[] } = {}) =>
        [...registered.values()].filter(({ id }) => ids === undefined || ids.includes(String(id))),
    },
    permissions: {
      contains: async ({ origins: wanted = [] }: { origins?: readonly string[] }) => wanted.every((one) => origins.includes('*://*/*') || origins.includes(one)),
      /** As if the reader said yes. */
      request: async (asked: { origins?: readonly string[] }) => {
        const fresh = (asked.origins ?? []).filter((one) => !origins.includes(one));
        origins.push(...fresh);
        if (fresh.length > 0) onAdded.dispatch({ origins: fresh });
        return true;
      },
      remove: async (asked: { origins?: readonly string[] }) => {
        const gone = (asked.origins ?? []).filter((one) => origins.includes(one));
        for (const one of gone) origins.splice(origins.indexOf(one), 1);
        if (gone.length > 0) onRemoved.dispatch({ origins: gone });
        return gone.length > 0;
      },
      getAll: async () => ({ origins: [...origins], permissions: [] }),
      onAdded,
      onRemoved,
    },
    contextMenus: {
      create: (menu: FakeMenu) => {
        if (menus.has(menu.id)) throw new Error(`Cannot create item with duplicate id ${menu.id}`);
        menus.set(menu.id, menu);
        return menu.id;
      },
      update: async (id: string, change: Partial<FakeMenu>) => {
        const menu = menus.get(id);
        if (!menu) throw new Error(`Cannot find menu item with id ${id}`);
        menus.set(id, { ...menu, ...change });
      },
      removeAll: async () => menus.clear(),
      onClicked: createEvent<[{ menuItemId: string; frameId?: number; checked?: boolean }, FakeTab?]>(),
    },
    extension: { inIncognitoContext: false },
    commands: {
      onCommand: createEvent<[string, FakeTab?]>(),
      getAll: async () => [{ name: '_execute_action', description: '', shortcut: 'Alt+Shift+M' }, { name: 'focus-toolbar', description: '…', shortcut: '' }],
    },
    i18n: { getUILanguage: () => 'zh-CN', getMessage: (key: string) => key },
    /** For tests only: what code under test must not touch. */
    fake: { stored, tabs, calls, registered, actionOf, origins, permissions, ports, menus, deliver },
  };
}

export type FakeBrowser = ReturnType<typeof createFakeBrowser>;

/** The browser that code under test imports; `resetFakeBrowser()` in a `beforeEach` makes it new. */
const browser: FakeBrowser = createFakeBrowser();

export function resetFakeBrowser(): FakeBrowser {
  return Object.assign(browser, createFakeBrowser());
}

// webextension-polyfill has a default export, so its stand-in must have one too.
export default browser;
