// The scripts of a page's first moment: registered for as long as a scheme, a size or spacing is remembered, and only where the assist starts by itself.
import type polyfill from 'webextension-polyfill';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FakeBrowser } from '../support/fake-browser';

let browser: typeof polyfill;
let fake: FakeBrowser;
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const keep = async (state: object) => {
  await browser.storage.local.set({ mingdu: { version: 1, on: true, toolbar: 'none', settings: { contrast: 'white-on-black' }, ...state } });
  await settled();
};
const script = () => fake.fake.registered.get('first-paint');

beforeEach(async () => {
  vi.resetModules();
  browser = (await import('webextension-polyfill')).default;
  fake = browser as unknown as FakeBrowser;
  await import('../../extension/background');
});

describe('the first scripts', () => {
  it('follow the scheme and end with 退出', async () => {
    await keep({});
    expect(script()).toMatchObject({ js: ['mingdu-first-white-on-black.js'], matches: ['*://*.gov.cn/*'], excludeMatches: [], runAt: 'document_start', allFrames: true });
    await keep({ settings: { contrast: 'yellow-on-blue' } });
    expect(script()).toMatchObject({ js: ['mingdu-first-yellow-on-blue.js'] });
    await keep({ on: false });
    expect(script()).toBeUndefined();
  });

  it('bring the aids that a page is first seen with, and hold it back until its text has its size', async () => {
    const files = (id: string) => (fake.fake.registered.get(id)?.['js'] as string[] | undefined)?.map((file) => file.replace(/^mingdu-|\.js$/g, ''));
    await keep({});
    expect([files('first-paint'), files('first-aids')]).toEqual([['first-white-on-black'], ['main', 'pack-aids', 'aid-contrast']]);
    await keep({ settings: { contrast: 'yellow-on-blue', textSize: 150, spacing: 'wide', pinyin: 'all' } });
    expect([files('first-paint'), files('first-aids')]).toEqual([['first-yellow-on-blue', 'first-hold'], ['main', 'pack-aids', 'aid-contrast', 'aid-text-size', 'aid-spacing']]);
    await keep({ settings: { textSize: 150 } });
    expect([files('first-paint'), files('first-aids')]).toEqual([['first-hold'], ['main', 'pack-aids', 'aid-text-size']]);
    // Frames fetch theirs: pages carry many that hold nothing.
    expect(fake.fake.registered.get('first-aids')).toMatchObject({ allFrames: false, runAt: 'document_start', excludeMatches: [] });
    await keep({ settings: { pinyin: 'all', textSize: 100 } });
    expect(fake.fake.registered.size).toBe(0);
  });

  it('are for no scheme that there is not', async () => {
    for (const contrast of ['off', 'pink', 'toString', 7, null]) {
      await keep({ settings: { contrast } });
      expect(script()).toBeUndefined();
    }
    await keep({ settings: null });
    expect(script()).toBeUndefined();
  });

  it('keep off sites that the reader switched off, and come along to those that were allowed', async () => {
    await keep({ sites: { 'www.a.gov.cn': 'off', 'www.b.gov.cn': 'on', '[::1]': 'off', '*': 'off' } });
    expect(script()).toMatchObject({ excludeMatches: ['*://www.a.gov.cn/*'] });
    fake.fake.origins.push('*://*.example.com/*');
    fake.permissions.onAdded.dispatch({});
    await settled();
    expect(script()).toMatchObject({ matches: ['*://*.gov.cn/*', '*://*.example.com/*'] });
    fake.fake.origins.pop();
  });

  it('are put right by the background that begins next, where one was ended in between; what is right is left', async () => {
    await keep({});
    const register = vi.spyOn(browser.scripting, 'registerContentScripts');
    /** The same browser, a background that knows nothing. */
    const begin = async () => {
      vi.resetModules();
      vi.doMock('webextension-polyfill', () => ({ default: browser }));
      await import('../../extension/background');
      vi.doUnmock('webextension-polyfill');
      await settled();
    };
    await begin();
    expect(register).not.toHaveBeenCalled();
    // Ended after it had unregistered the last ones, and after it had heard of a choice.
    fake.fake.registered.delete('first-paint');
    await begin();
    expect(script()).toMatchObject({ js: ['mingdu-first-white-on-black.js'] });
    fake.fake.registered.set('first-paint', { ...script(), js: ['moz-extension://x/mingdu-first-yellow-on-blue.js'] });
    await begin();
    expect(script()).toMatchObject({ js: ['mingdu-first-white-on-black.js'] });
    expect([...fake.fake.registered.keys()].sort()).toEqual(['first-aids', 'first-paint']);
  });

  it('hold also when changes come faster than they can be registered', async () => {
    await Promise.all([keep({ on: false }), keep({}), keep({ settings: { contrast: 'black-on-cream' } })]);
    expect(script()).toMatchObject({ js: ['mingdu-first-black-on-cream.js'] });
  });
});
