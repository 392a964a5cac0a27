// `npm run extension`: a browser with the extension in it on the portal, checked without a window, ended by Ctrl+C, and nothing left behind.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitForToolbar } from '../../scripts/open-extension.mjs';
import { createPortalServer } from '../../scripts/serve.mjs';
import { BROWSERS, launch } from '../support/browsers';

interface Run {
  readonly code: number | null;
  readonly said: string;
}

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'run-'));
});
afterEach(() => rmSync(work, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));

/** Runs the command; what it keeps goes into `work`. `until` is answered by Ctrl+C as soon as it has been said. */
function run(words: readonly string[], { until, env = {} }: { until?: string; env?: Readonly<Record<string, string>> } = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/extension.mjs', '--no-build', ...words], { env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', SPEECHD_CMD: '/bin/false', ...env, TMPDIR: work } });
    let said = '';
    let isTold = false;
    const hear = (part: Buffer) => {
      said += part.toString();
      if (until === undefined || isTold || !said.includes(until)) return;
      isTold = true;
      child.kill('SIGINT');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}

/** Processes that still work in our folder, by what they were started with. */
function left(): string[] {
  return readdirSync('/proc').filter((id) => /^\d+$/.test(id)).flatMap((id) => {
    try {
      const words = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return words.includes(work) ? [words] : [];
    } catch (error) {
      // It ended while we looked.
      if (String(error).match(/ENOENT|ESRCH|EACCES/)) return [];
      throw error;
    }
  });
}

describe.each(BROWSERS)('npm run extension -- %s', (name) => {
  it('opens the portal as a government site, and the extension is there by itself', async () => {
    const { code, said } = await run([name, '--headless']);
    expect(said).toMatch(/✓ .*http:\/\/www\.example\.gov\.cn:\d+\//);
    expect(code).toBe(0);
    expect(readdirSync(work)).toEqual([]);
  });

  it('ends with Ctrl+C, however early it comes, with browser and profile', async () => {
    const { code, said } = await run([name, '--headless'], { until: '正在打开' });
    expect(code, said).toBe(130);
    expect(said).not.toContain('✓');
    expect(left()).toEqual([]);
    expect(readdirSync(work)).toEqual([]);
  });
});

describe('npm run extension', () => {
  it.skipIf(BROWSERS.length === 0)('is not content with the toolbar of the portal’s own tag', async () => {
    const portal = await createPortalServer();
    const opened = await launch(BROWSERS[0] ?? 'chromium');
    try {
      const page = await opened.newPage();
      await page.goto(portal.origin);
      await (await page.waitForSelector('[data-mingdu-open]'))?.click();
      await expect(waitForToolbar(page)).rejects.toThrow('not the extension’s');
    } finally {
      await opened.close();
      await portal.close();
    }
  });

  it('says that there is no display, and what to do', async () => {
    const { code, said } = await run([]);
    expect(code).toBe(1);
    expect(said).toContain('npm run extension -- --headless');
  });

  it('says what it does not know, and opens nothing', async () => {
    expect(await run(['opera'])).toMatchObject({ code: 1, said: expect.stringContaining('opera') as string });
    expect(readdirSync(work)).toEqual([]);
  });
});
