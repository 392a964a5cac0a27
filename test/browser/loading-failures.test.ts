// A file of the widget that cannot be had: said once, to the console and as an event, with the line of policy or the header that would allow it;
// the page is left as it was, and the next press tries again. What works under which policy: loading-policies.test.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { IS_OPEN, TOOLBARS } from '../support/interface';
import { filesMount, NONCE, noticePage, RECORD_MOUNT } from '../support/loading';
import { builtName, closeAndForget, DIST, visit } from '../support/product';
import type { Mount } from '../support/site';
import { useBrowser } from '../support/use-browser';

const FAR = 'other.example.gov.cn';
const TRUSTED = "; require-trusted-types-for 'script'; trusted-types 'none'";
const near = '<script src="/mingdu/mingdu.js"></script>';
const farFiles = '<script src="/mingdu/mingdu.js" data-base="FAR/plain/"></script>';
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const MAIN = builtName('mingdu-main');

/** What stands in the way of the files after the loader, and what has to be said of it. */
const ROWS: Record<string, { readonly policy?: string; readonly tag: string; readonly missing?: RegExp; readonly told: string }> = {
  'a policy without their origin': { policy: "script-src 'self'", tag: farFiles, told: `FAR/plain/${MAIN}. Content-Security-Policy must allow: script-src FAR` },
  'such a policy by default-src': { policy: "default-src 'self'", tag: farFiles, told: `FAR/plain/${MAIN}. Content-Security-Policy must allow: script-src FAR` },
  'such a policy with Trusted Types': { policy: `script-src 'self'${TRUSTED}`, tag: farFiles, told: `FAR/plain/${MAIN}. Content-Security-Policy must allow: script-src FAR` },
  'no CORS where Trusted Types leave nothing but import()': {
    policy: `script-src 'nonce-${NONCE}' 'strict-dynamic'${TRUSTED}`,
    tag: `<script nonce="${NONCE}" src="/mingdu/mingdu.js" data-base="FAR/plain/"></script>`,
    told: `FAR/plain/${MAIN}. Copy the whole folder of version ${version}; another origin must send Access-Control-Allow-Origin`,
  },
  'a file that is not there': { tag: near, missing: /mingdu-main/, told: `NEAR/mingdu/${MAIN}. Copy the whole folder of version ${version}` },
  'a file that is not there, under Trusted Types': { policy: `script-src 'self'${TRUSTED}`, tag: near, missing: /mingdu-main/, told: `NEAR/mingdu/${MAIN}. Copy the whole folder of version ${version}` },
};
const names = Object.keys(ROWS);

interface Told {
  readonly console: string[];
  readonly events: { readonly id: string; readonly message: string }[];
}

describe.each(BROWSERS)('a file that cannot be had in %s', (name) => {
  let missing = /^$/;
  afterEach(() => void (missing = /^$/));
  const widget: Mount = { at: '/mingdu/', from: (path) => (missing.test(path) ? undefined : { type: 'text/javascript', body: readFileSync(join(DIST, 'widget', path)) }) };
  const bench = useBrowser(name, [
    RECORD_MOUNT,
    widget,
    filesMount('/plain/'),
    ...names.map((row, at): Mount => ({
      at: `/row-${at}/`,
      from: () => ({ body: noticePage(placed(ROWS[row]?.tag ?? '')) }),
      headers: (): Record<string, string> => (ROWS[row]?.policy ? { 'content-security-policy': ROWS[row].policy } : {}),
    })),
    { at: '/notice/', from: () => ({ body: noticePage(near) }) },
  ]);
  const placed = (text: string) => text.replaceAll('FAR', bench.site.on(FAR, '').replace(/\/$/, '')).replaceAll('NEAR', bench.site.origin);
  const told = () => bench.page.evaluate(`({ console: toldToConsole.filter((words) => /Mingdu/.test(words)), events: toldAsEvent })`) as Promise<Told>;
  const press = async (times: number) => {
    await bench.page.click('#opener');
    await bench.page.waitForFunction(`toldAsEvent.length >= ${times} && toldToConsole.filter((words) => /Mingdu/.test(words)).length >= ${times}`);
  };

  it.each(names.map((row, at) => [row, at] as const))('says once what would allow it: %s', async (row, at) => {
    const { page, site } = bench;
    missing = ROWS[row]?.missing ?? /^$/;
    await visit(page, `${site.origin}/row-${at}/`);
    await page.focus('#opener');
    await takePageSnapshot(page);
    await press(1);
    const words = placed(ROWS[row]?.told ?? '-');
    expect(await told()).toEqual({ console: [expect.stringContaining(words)], events: [{ id: 'load-failed', message: expect.stringContaining(words) as string }] });
    expect(await pageDifferences(page)).toEqual([]);
    // The next press tries again: it says so again, or finds what has been put right.
    if (!ROWS[row]?.missing) {
      await press(2);
      const { console: lines, events } = await told();
      expect([lines.length, events.length]).toEqual([2, 2]);
    } else {
      missing = /^$/;
      await page.click('#opener');
      await page.waitForFunction(IS_OPEN);
      await closeAndForget(page);
    }
    expect(await pageDifferences(page)).toEqual([]);
    expect(await page.evaluate('pageErrors')).toEqual([]);
  });

  it.each([
    ['mingdu-aid-text-size', { textSize: 150 }, 'text-size'],
    ['mingdu-files', { textSize: 150, readingLine: 'ruler' }, ''],
  ] as const)('of an aid, with the toolbar open, says so there and in the console once, and comes with 重试: %s', async (file, patch, id) => {
    const { page, site } = bench;
    missing = new RegExp(`^${file}`);
    await visit(page, `${site.origin}/notice/`);
    await takePageSnapshot(page);
    await page.evaluate(`Mingdu.open().then(() => Mingdu.set(${JSON.stringify(patch)})).then(() => Mingdu.settled())`);
    const sentence = () => page.evaluate(`${TOOLBARS}[0].textContent`) as Promise<string>;
    await page.waitForFunction(`${TOOLBARS}[0].textContent.includes('没有取到')`);
    const { console: lines, events } = await told();
    const reason = `${placed(`NEAR/mingdu/${builtName(file)}`)}. Copy the whole folder of version ${version}`;
    // The bar's own room asks for the same table of names, and that is another attempt.
    expect(lines.filter((line) => line.includes(id === '' ? 'mingdu-pack-aids' : file))).toEqual([expect.stringContaining(reason)]);
    if (id !== '') expect(events).toEqual([{ id, message: expect.stringContaining(reason) as string }]);
    expect(await sentence()).toContain('重试');
    missing = /^$/;
    await page.evaluate(`[...${TOOLBARS}[0].querySelectorAll('button')].find((button) => button.textContent.includes('重试')).click()`);
    // Whatever of them the sentence named, all of them come.
    await page.waitForFunction(`Mingdu.settled().then(() => getComputedStyle(document.querySelector('#text')).fontSize === '24px')`);
    await closeAndForget(page);
    expect(await pageDifferences(page)).toEqual([]);
    expect(await page.evaluate('pageErrors')).toEqual([]);
  });
});
