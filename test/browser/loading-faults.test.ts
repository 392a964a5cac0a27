// Every later file of the widget, spoiled in turn: what a server may send in its place is told with the file's name, the page is as it was, and the
// next press finds what has been put right. Which policies stop a file, and what is said then: loading-failures.test.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { BROWSERS } from '../support/browsers';
import { bringing, EVERY_FILE_SCRIPT, LATER_FILES, NOT_BROUGHT, SPOILED } from '../support/every-file';
import { RECORD_MOUNT } from '../support/loading';
import { builtName, DIST, visit } from '../support/product';
import { fakeSpeechScript } from '../support/speech-page';
import { useBrowser } from '../support/use-browser';

const PAGE = readFileSync(new URL('../fixtures/changes/page.html', import.meta.url))
  .toString()
  .replace('</head>', '<script src="/record.js"></script><script src="/setup.js"></script><script src="/mingdu/mingdu.js"></script></head>');
const KINDS = Object.keys(SPOILED);
/** Each file meets one fault in turn; those that all others come by meet them all. */
const CASES = LATER_FILES.filter((file) => !(file in NOT_BROUGHT)).flatMap((file, at) =>
  (file === 'mingdu-main' || file === 'mingdu-aid-contrast' ? KINDS : [KINDS[at % KINDS.length] ?? '']).map((kind) => [file, kind] as const),
);
const nameOnShelf = (file: string) => (/^mingdu-(main|files)$/.test(file) ? file : file.slice('mingdu-'.length));

it('knows what brings each later file', () => {
  expect(LATER_FILES.length).toBeGreaterThan(40);
  expect(LATER_FILES.filter((file) => bringing(file) === undefined)).toEqual(Object.keys(NOT_BROUGHT).sort());
});

describe.each(BROWSERS)('a spoiled file in %s', (name) => {
  let spoiled: readonly [file: string, kind: string] | null = null;
  afterEach(() => void (spoiled = null));
  const isSpoiled = (path: string) => spoiled !== null && path.startsWith(`${spoiled[0]}.`);
  const bench = useBrowser(name, [
    RECORD_MOUNT,
    { at: '/', from: () => ({ body: PAGE }) },
    { at: '/setup.js', from: () => ({ type: 'text/javascript', body: EVERY_FILE_SCRIPT + fakeSpeechScript('linux-chromium', 40) }) },
    { at: '/login.html', from: () => ({ body: '<!doctype html><title>请登录</title><p>请登录</p>' }) },
    {
      at: '/mingdu/',
      from: (path) => (isSpoiled(path) ? SPOILED[spoiled?.[1] ?? '']?.(path) : { type: 'text/javascript', body: readFileSync(join(DIST, 'widget', path)) }),
      headers: (path): Record<string, string> => (isSpoiled(path) && spoiled?.[1] === 'redirected' ? { location: '/login.html' } : {}),
    },
  ]);

  it.each(CASES)('%s: %s', async (file, kind) => {
    const { page, site } = bench;
    const act = bringing(file) ?? '';
    spoiled = [file, kind];
    await visit(page, `${site.origin}/?${file}`);
    await page.evaluate('localStorage.clear()');
    await takePageSnapshot(page);
    await page.evaluate(`refusals = []; (${act}).then(() => Mingdu.settled()).catch((error) => refusals.push(error.message))`);
    const told = `[...toldToConsole, ...toldAsEvent.map(({ message }) => message), ...refusals].filter((words) => words.includes(${JSON.stringify(builtName(file))}))`;
    await page.waitForFunction(`${told}.length > 0`);
    await page.evaluate('Mingdu.close().catch(() => 0)');
    expect(await pageDifferences(page)).toEqual([]);
    spoiled = null;
    await page.evaluate(`(${act}).catch((error) => refusals.push(error.message))`);
    await page.waitForFunction(`globalThis[Symbol.for('mingdu.packs')]?.has('${nameOnShelf(file)}')`);
    expect(await page.evaluate('pageErrors')).toEqual([]);
  });
});
