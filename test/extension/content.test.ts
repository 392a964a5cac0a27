// The resident script: nothing until the reader left the assist on, or presses.
import type polyfill from 'webextension-polyfill';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Main } from '../../extension/content';
import type { FakeBrowser } from '../support/fake-browser';

let browser: typeof polyfill;
let fake: FakeBrowser;
let main: { [K in keyof Main]: ReturnType<typeof vi.fn<Main[K]>> };
const loaded: unknown[] = [];
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

/** As in a fresh page: what another copy left in this world is gone. */
function clearWorld(): void {
  const world = globalThis as unknown as Record<symbol, unknown>;
  delete world[Symbol.for('mingdu.resident')];
  delete world[Symbol.for('mingdu.packs')];
  loaded.length = 0;
  document.head.innerHTML = '';
}

beforeEach(async () => {
  clearWorld();
  vi.resetModules();
  browser = (await import('webextension-polyfill')).default;
  fake = browser as unknown as FakeBrowser;
  main = { begin: vi.fn<Main['begin']>(async () => undefined), press: vi.fn<Main['press']>(async () => undefined), leave: vi.fn<Main['leave']>() };
  const { provide } = await import('../../shared/packs/registry');
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    loaded.push(message);
    provide('mingdu-main', main);
    return { ok: true };
  });
});
afterEach(clearWorld);

async function arrive(stored?: unknown): Promise<void> {
  if (stored !== undefined) fake.fake.stored.set('mingdu', stored);
  await import('../../extension/content');
  await settled();
}
const press = (act: string) => fake.fake.deliver({ type: 'press', act }, { id: 'mingdu@example' });

describe('by itself', () => {
  it('fetches nothing and changes nothing while the assist is off', async () => {
    const before = document.documentElement.outerHTML;
    await arrive({ version: 1, on: false });
    expect(loaded).toEqual([]);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('applies what the reader left on', async () => {
    await arrive({ version: 1, on: true });
    expect(loaded).toEqual([{ type: 'load', file: 'mingdu-main' }]);
    expect(main.begin).toHaveBeenCalledTimes(1);
    expect(main.press).not.toHaveBeenCalled();
  });

  it('comes along when another tab switches the assist on', async () => {
    await arrive();
    await browser.storage.local.set({ mingdu: { version: 1, on: true } });
    await settled();
    expect(main.begin).toHaveBeenCalledTimes(1);
  });

  it('keeps away from a site that asks for it, or that the reader switched off', async () => {
    document.head.innerHTML = '<meta name="mingdu" content="off">';
    await arrive({ version: 1, on: true });
    document.head.innerHTML = '';
    await browser.storage.local.set({ mingdu: { version: 1, on: true, sites: { [location.hostname]: 'off' } } });
    await settled();
    expect(main.begin).not.toHaveBeenCalled();
  });

  it('is there once, however often it is brought in', async () => {
    await arrive({ version: 1, on: true });
    vi.resetModules();
    await arrive();
    expect(main.begin).toHaveBeenCalledTimes(1);
  });
});

describe('a background that is ended while it fetches', () => {
  it('is woken and told again', async () => {
    vi.mocked(browser.runtime.sendMessage).mockRejectedValueOnce(new Error('the message channel closed before a response was received'));
    await arrive({ version: 1, on: true });
    await vi.waitFor(() => expect(main.begin).toHaveBeenCalledTimes(1), 2_000);
  });

  it('is told no fourth time', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.mocked(browser.runtime.sendMessage).mockRejectedValue(new Error('Receiving end does not exist.'));
    await arrive();
    await expect(press('open')).rejects.toThrow('Receiving end');
    expect(browser.runtime.sendMessage).toHaveBeenCalledTimes(3);
    expect(main.begin).not.toHaveBeenCalled();
  });
});

describe('a press', () => {
  it('opens where nothing was shown, and toggles from then on', async () => {
    await arrive();
    await press('toggle');
    expect(main.press).toHaveBeenLastCalledWith('open', false);
    await press('toggle');
    expect(main.press).toHaveBeenLastCalledWith('toggle', false);
    expect(loaded).toHaveLength(1);
  });

  it('works on a site that wants no automatic start, which is then told once', async () => {
    document.head.innerHTML = '<meta name="mingdu" content="off">';
    await arrive({ version: 1, on: true });
    await press('toggle');
    expect(main.press).toHaveBeenLastCalledWith('open', true);
    await press('toggle');
    expect(main.press).toHaveBeenLastCalledWith('toggle', false);
  });
});

describe('a site that the reader no longer wants it on', () => {
  const store = (sites: object, more: object = {}) => browser.storage.local.set({ mingdu: { version: 1, on: true, ...more, sites } }).then(settled);
  const here = location.hostname;

  it('is left at once, by whatever tells, and nothing else is left', async () => {
    await arrive({ version: 1, on: true });
    await store({ 'another.cn': 'off' });
    expect(main.leave).not.toHaveBeenCalled();
    await store({ [here]: 'off' });
    expect(main.leave).toHaveBeenCalledTimes(1);
    // It is left once; a press opens it all the same, and stays whatever else is chosen.
    await press('leave');
    expect(main.leave).toHaveBeenCalledTimes(1);
    await press('toggle');
    expect(main.press).toHaveBeenLastCalledWith('open', false);
    await store({ [here]: 'off' }, { settings: { textSize: 200 } });
    expect(main.leave).toHaveBeenCalledTimes(1);
    await press('leave');
    expect(main.leave).toHaveBeenCalledTimes(2);
  });

  it('begins again when it is left no more, but not in a page that is open', async () => {
    await arrive({ version: 1, on: true, sites: { [here]: 'off' } });
    await store({});
    expect(main.begin).not.toHaveBeenCalled();
    await store({}, { settings: { textSize: 200 } });
    expect(main.begin).toHaveBeenCalledTimes(1);
  });
});

describe('a PDF in the browser’s viewer', () => {
  it('is not begun on, and a press hears what it is', async () => {
    const type = vi.spyOn(document, 'contentType', 'get').mockReturnValue('application/pdf');
    await arrive({ version: 1, on: true });
    expect(await press('toggle')).toBe('pdf');
    expect(loaded).toEqual([]);
    type.mockRestore();
  });
});

describe('what was painted first', () => {
  const covered = () => document.querySelectorAll('style').length + (document.adoptedStyleSheets?.length ?? 0);
  async function paint(): Promise<void> {
    (globalThis as unknown as Record<symbol, unknown>)[Symbol.for('mingdu.cover')] = undefined;
    const { cover } = await import('../../extension/cover');
    cover(['#000000', '#ffff00', 'dark']);
    expect(covered()).toBe(1);
  }

  it('stays for the scheme to take over', async () => {
    await paint();
    await arrive({ version: 1, on: true });
    expect(covered()).toBe(1);
    (await import('../../extension/cover')).uncover();
    expect(covered()).toBe(0);
  });

  it('goes where the assist is off, declined, or cannot be had', async () => {
    for (const [state, head] of [[{ on: false }, ''], [{ on: true, sites: { [location.hostname]: 'off' } }, ''], [{ on: true }, '<meta name="mingdu" content="off">']] as const) {
      clearWorld();
      vi.resetModules();
      document.head.innerHTML = head;
      await paint();
      await arrive({ version: 1, ...state });
      expect(covered()).toBe(0);
    }
    clearWorld();
    vi.resetModules();
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    main.begin.mockRejectedValue(new Error('no'));
    await paint();
    await arrive({ version: 1, on: true });
    expect(covered()).toBe(0);
  });
});

describe('what holds a page back until its text has its size', () => {
  const HOLDING = Symbol.for('mingdu.hold');
  const held = () => [...document.adoptedStyleSheets ?? []].length + document.querySelectorAll('style').length;
  async function begin() {
    delete (globalThis as unknown as Record<symbol, unknown>)[HOLDING];
    const cover = await import('../../extension/cover');
    cover.hold();
    return cover;
  }
  afterEach(() => vi.useRealTimers());

  it('goes when the size is there, and once', async () => {
    const { hold, reveal } = await begin();
    expect(held()).toBe(1);
    reveal();
    expect(held()).toBe(0);
    hold();
    expect(held()).toBe(0);
  });

  it('goes by itself before long, whatever happens', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    await begin();
    await vi.advanceTimersByTimeAsync(1_900);
    expect(held()).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(held()).toBe(0);
  });

  it('goes where the assist is off, declined, or cannot be had', async () => {
    for (const [state, head] of [[{ on: false }, ''], [{ on: true }, '<meta name="mingdu" content="off">']] as const) {
      clearWorld();
      vi.resetModules();
      document.head.innerHTML = head;
      await begin();
      await arrive({ version: 1, ...state });
      expect(held()).toBe(0);
    }
    clearWorld();
    vi.resetModules();
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    main.begin.mockRejectedValue(new Error('no'));
    await begin();
    await arrive({ version: 1, on: true });
    expect(held()).toBe(0);
  });
});

it('a press does not wait for what waits until the page is quiet', async () => {
  let settle = (): void => undefined;
  main.begin.mockReturnValue(new Promise((resolve) => (settle = resolve)));
  main.press.mockImplementation(async () => settle());
  await arrive();
  await press('open');
  expect(main.press).toHaveBeenCalledTimes(1);
});
