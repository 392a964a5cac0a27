// Every later file of the widget, spoiled in turn: what a server may send in its place is told with the file's name, the page is as it was, and the
// next press finds what has been put right. Which policies stop a file, and what is said then: loading-failures.test.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { BROWSERS } from '../support/browsers';
import { bringing, EVERY_FILE_SCRIPT, LATER_FILES, NOT_BROUGHT, SPOILED, TOLD_OTHERWISE } from '../support/every-file';
import { RECORD_MOUNT } from '../support/loading';
import { builtName, DIST, visit } from '../support/product';
import { fakeSpeechScript } from '../support/speech-page';
import { useBrowser } from '../support/use-browser';

const PAGE = readFileSync(new URL('../fixtures/changes/page.html', import.meta.url))
  .toString()
  .replace('</head>', '<script src="/record.js"></script><script src="/setup.js"></script><script src="/mingdu/mingdu.js"></script></head>')
  .replace('</body>', '<img id="picture" src="/picture.svg" width="240" height="160" alt="办事大厅的平面图"></body>');
const KINDS = Object.keys(SPOILED);
const kindsOf = (file: string, at: number): readonly string[] => {
  if (file === 'mingdu-main' || file === 'mingdu-aid-contrast') return KINDS;
  // Of this kind a page hears what the browser says.
  return [file in TOLD_OTHERWISE ? 'cut in the middle' : (KINDS[at % KINDS.length] ?? '')];
};
/** Each file meets one fault in turn; those that all others come by meet them all. */
const CASES = LATER_FILES.filter((file) => !(file in NOT_BROUGHT)).flatMap((file, at) =>
  kindsOf(file, at).map((kind) => [file, kind] as const),
);
const nameOnShelf = (file: string) => (/^mingdu-(main|files)$/.test(file) ? file : file.slice('mingdu-'.length));

const isHere = (file: string) => `globalThis[Symbol.for('mingdu.packs')]?.has('${nameOnShelf(file)}')`;
/** An expression for the page: a file that came and was no script of ours is known by its plain name alone. */
function told(file: string): string {
  const names = [builtName(file), `${nameOnShelf(file)}.js is of another version`];
  const ours = `[...toldToConsole, ...toldAsEvent.map(({ message }) => message), ...refusals].some((words) => ${JSON.stringify(names)}.some((one) => words.includes(one)))`;
  return TOLD_OTHERWISE[file]?.(builtName(file)) ?? ours;
}
const WAIT = { timeout: 15_000, polling: 50 };
/** What runs and provides nothing, or nothing of that name. */
const OF_NO_USE: Readonly<Record<string, string>> = { 'an empty file': '', 'another file of ours': readFileSync(join(DIST, 'widget', builtName('mingdu-aid-lens'))).toString() };

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
    { at: '/picture.svg', from: () => ({ type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="160"><path d="M9 9h200v99z"/></svg>' }) },
    { at: '/login.html', from: () => ({ body: '<!doctype html><title>请登录</title><p>请登录</p>' }) },
    {
      at: '/mingdu/',
      from: (path) => {
        const kind = isSpoiled(path) ? (spoiled?.[1] ?? '') : '';
        if (kind in SPOILED) return SPOILED[kind]?.(path);
        return { type: 'text/javascript', body: OF_NO_USE[kind] ?? readFileSync(join(DIST, 'widget', path)) };
      },
      headers: (path): Record<string, string> => (isSpoiled(path) && spoiled?.[1] === 'redirected' ? { location: '/login.html' } : {}),
    },
  ]);

  it.each(CASES)('%s: %s', async (file, kind) => {
    const { page, site } = bench;
    const act = bringing(file) ?? '';
    spoiled = [file, kind];
    await visit(page, `${site.origin}/?${file}`);
    await takePageSnapshot(page);
    await page.evaluate(`refusals = []; (${act}).then(() => Mingdu.settled()).catch((error) => refusals.push(error.message))`);
    await page.waitForFunction(told(file), WAIT);
    await page.evaluate('Mingdu.close().catch(() => 0)');
    expect(await pageDifferences(page)).toEqual([]);
    spoiled = null;
    await page.evaluate(`(${act}).catch((error) => refusals.push(error.message))`);
    await page.waitForFunction(isHere(file), WAIT);
    // What a browser says of a file that it cannot read is not ours to keep back.
    expect(((await page.evaluate('pageErrors')) as string[]).filter((error) => kind === 'missing' || !/SyntaxError/.test(error))).toEqual([]);
  });

  it.each([
    ['mingdu-main', 'an empty file'],
    ['mingdu-aid-contrast', 'another file of ours'],
  ])('that runs and provides nothing is kept by the browser until the page is loaded again: %s, %s', async (file, kind) => {
    const { page, site } = bench;
    const act = bringing(file) ?? '';
    const begin = `refusals = []; toldToConsole = []; toldAsEvent = []; (${act}).then(() => Mingdu.settled()).catch((error) => refusals.push(error.message))`;
    spoiled = [file, kind];
    await visit(page, `${site.origin}/?nothing`);
    await takePageSnapshot(page);
    await page.evaluate(begin);
    await page.waitForFunction(told(file), WAIT);
    await page.evaluate('Mingdu.close().catch(() => 0)');
    expect(await pageDifferences(page)).toEqual([]);
    spoiled = null;
    await page.evaluate(begin);
    await page.waitForFunction(told(file), WAIT);
    await visit(page, `${site.origin}/?again`);
    await page.evaluate(`(${act}).catch(() => 0)`);
    await page.waitForFunction(isHere(file), WAIT);
    expect(await page.evaluate('pageErrors')).toEqual([]);
  });
});
