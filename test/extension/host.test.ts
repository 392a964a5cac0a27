// What a page asks of the background is done, or refused in words, also where the background is ended or the extension goes meanwhile.
import type polyfill from 'webextension-polyfill';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FakeBrowser } from '../support/fake-browser';

let browser: typeof polyfill;
let fake: FakeBrowser;

beforeEach(async () => {
  vi.resetModules();
  browser = (await import('webextension-polyfill')).default;
  fake = browser as unknown as FakeBrowser;
});

/** A background that does not answer the first times, as a browser shows it: with an error, or with nothing where it had begun. */
function answersAfter(...silences: readonly ('nothing' | 'error')[]): unknown[] {
  const asked: unknown[] = [];
  fake.runtime.onMessage.addListener((message: unknown) => {
    const silence = silences[asked.push(message) - 1];
    if (silence === 'error') throw new Error('Could not establish connection. Receiving end does not exist.');
    return silence === 'nothing' ? undefined : Promise.resolve({ ok: true });
  });
  return asked;
}

async function hostIn(gone: () => void) {
  const { createExtensionHost } = await import('../../extension/host');
  return createExtensionHost(window, { quiet: { turnOf: () => Promise.resolve(), end: () => undefined }, onGone: gone, onBegun: () => undefined });
}

describe('what a page asks of the background', () => {
  it('is asked again where the background was ended before it answered', async () => {
    const { loadScript } = await import('../../extension/host');
    const asked = answersAfter('nothing', 'error');
    await loadScript('mingdu-aid-still');
    expect(asked).toEqual([0, 1, 2].map(() => ({ type: 'load', file: 'mingdu-aid-still' })));
  });

  it('is given up in words where nobody answers', async () => {
    const { loadScript } = await import('../../extension/host');
    const asked = answersAfter('nothing', 'nothing', 'nothing', 'nothing', 'nothing');
    await expect(loadScript('mingdu-aid-still')).rejects.toThrow('mingdu-aid-still.js could not be loaded (no answer)');
    expect(asked).toHaveLength(3);
  });

  it('is not asked again where it was refused', async () => {
    const { loadScript } = await import('../../extension/host');
    const asked: unknown[] = [];
    fake.runtime.onMessage.addListener((message: unknown) => {
      asked.push(message);
      return Promise.resolve({ ok: false, reason: 'no such file' });
    });
    await expect(loadScript('mingdu-aid-still')).rejects.toThrow('(no such file)');
    expect(asked).toHaveLength(1);
  });

  it('ends the copy, and is no error to tell of, where the extension went in between', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const gone = vi.fn();
    const host = await hostIn(gone);
    fake.runtime.onMessage.addListener(() => {
      // The answer fails first; that the extension is gone shows only then.
      setTimeout(() => Object.assign(browser.runtime, { id: undefined, sendMessage: undefined }), 10);
      return undefined;
    });
    const failed = await host.loadScript('mingdu-aid-still').catch((error: unknown) => error);
    host.report('still', failed);
    expect(gone).toHaveBeenCalled();
    expect(told).not.toHaveBeenCalled();
    told.mockRestore();
  });
});
