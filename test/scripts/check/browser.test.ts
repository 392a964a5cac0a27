// @vitest-environment node
// The browser's program, its memory, and the lines that tell how far the check is.
import { describe, expect, it } from 'vitest';
import type { Browser } from 'puppeteer-core';
import { createDriver } from '../../../scripts/check/browser/driver';
import { findChromium } from '../../../scripts/check/browser/find';
import { memoryOf } from '../../../scripts/check/browser/memory';
import { within } from '../../../scripts/check/in-time';
import { createProgress, fitted } from '../../../scripts/check/command/progress';
import { wordsOf } from '../../../scripts/check/command/words';
import type { PageRow } from '../../../scripts/check/types';

describe('the browser', () => {
  const found = (chosen: string, env: NodeJS.ProcessEnv, there: readonly string[]) => findChromium(chosen, env, (path) => there.includes(path));

  it('is the one that was named, then that of the variable', () => {
    expect(found('/a', { MINGDU_CHROMIUM: '/b' }, ['/a', '/b'])).toBe('/a');
    expect(found('', { MINGDU_CHROMIUM: '/b' }, ['/a', '/b', '/usr/bin/chromium'])).toBe('/b');
  });

  it('is not another where the named one is missing', () => {
    expect(() => found('/none', {}, ['/usr/bin/chromium'])).toThrow('noSuchBrowser: /none');
    expect(() => found('', {}, [])).toThrow('noBrowser');
  });

  it.runIf(process.platform === 'linux')('is looked for where programs are', () => {
    expect(found('', { PATH: '/x:/y' }, ['/y/google-chrome'])).toBe('/y/google-chrome');
    expect(found('', {}, ['/usr/bin/microsoft-edge'])).toBe('/usr/bin/microsoft-edge');
  });
});

describe('the driver', () => {
  it('closed while its browser starts ends it, and opens nothing more', async () => {
    const events: string[] = [];
    const browser: Pick<Browser, 'connected' | 'close' | 'createBrowserContext'> = {
      connected: true,
      close: async () => void events.push('closed'),
      createBrowserContext: () => Promise.reject(new Error('opened')),
    };
    let started: (browser: Browser) => void = () => undefined;
    const driver = createDriver({ executable: '/a', width: 1, height: 1, isOffline: false, isPhone: false }, () => (events.push('starts'), new Promise((resolve) => (started = resolve))));
    const opening = driver.open();
    await driver.close();
    started(browser as Browser);
    await expect(opening).rejects.toThrow('closed');
    await expect(driver.open()).rejects.toThrow('closed');
    expect(events).toEqual(['starts', 'closed']);
  });
});

describe('a limit', () => {
  it('gives what the work gives, or what is said instead', async () => {
    const never = new Promise<string>(() => undefined);
    const late = () => {
      throw new Error('late');
    };
    expect(await within(60_000, Promise.resolve('done'), late)).toBe('done');
    expect(await within(0, never, () => 'over')).toBe('over');
    await expect(within(0, never, late)).rejects.toThrow('late');
  });
});

describe('memory', () => {
  it.runIf(process.platform === 'linux')('of a process is told in MB, of none it is not', () => {
    expect(memoryOf(process.pid)).toBeGreaterThan(10);
    expect(memoryOf(undefined)).toBeNaN();
  });
});

describe('progress', () => {
  const row = (address: string, ms: number, more: Partial<PageRow> = {}): PageRow => ({ address, state: 'checked', aids: [], problems: [], pictures: [], ms, ...more });
  const record = (isTTY: boolean) => {
    const written: string[] = [];
    return { written, output: { write: (text: string) => void written.push(text), isTTY, columns: 20 } };
  };

  it('is one plain line a page in a file', () => {
    const { written, output } = record(false);
    const progress = createProgress(output, wordsOf('zh'));
    progress.begin(1, 3, 'a.html');
    progress.end(1, 3, 2, row('a.html', 60_000, { problems: [{ rule: 'r', duty: 'owner', weight: 'barrier', count: 9, places: [], detail: '' }] }));
    progress.end(2, 3, 1, row('b.html', 1000, { state: 'failed', failed: '找不到这个域名。' }));
    progress.end(3, 3, 0, row('c.html', 1500));
    expect(written).toEqual(['[1/3] a.html · 障碍 1，不便 0 · 60.0 s · 还要约 2 分钟\n', '[2/3] b.html · 没能检查：找不到这个域名。 · 1.0 s · 还要约 1 分钟\n', '[3/3] c.html · 没有发现障碍 · 1.5 s\n']);
  });

  it('passes no control of a terminal on', () => {
    const { written, output } = record(false);
    createProgress(output, wordsOf('zh')).end(1, 1, 0, row('a\u001b]0;x\u0007\u202eb.html', 1000, { state: 'failed', failed: '\u001b[2J' }));
    expect(written).toEqual(['[1/1] a]0;x[U+202E]b.html · 没能检查：[2J · 1.0 s\n']);
  });

  it('on a terminal tells what it is at, in a line that fits', () => {
    const { written, output } = record(true);
    createProgress(output, wordsOf('zh')).begin(1, 3, '很长的名字.html');
    expect(written).toEqual(['\r\u001b[K[1/3] 正在看 很长的']);
    expect(fitted('ab农村', 5)).toBe('ab农');
  });
});
