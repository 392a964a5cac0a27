// Each aid changes on a page what it says it changes, nothing else, and of that nothing stays: docs/what-it-changes.md holds the same lists.
// That the page is the same node for node is in restore.test.ts; here it is listeners, observers, sheets and highlights, too.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readChanges, type ReadChanges } from '../../scripts/build/changes.mjs';
import { createAskedPanel } from '../support/asked-panel';
import { BROWSERS } from '../support/browsers';
import { watchChanges, type Seen } from '../support/change-watch';
import { undeclared, unseen } from '../support/changed';
import { ask, closeAndForget, frames, set, STRONGEST, visit, widgetMount, type Patch } from '../support/product';
import { TAG } from '../support/site';
import { fakeSpeechScript } from '../support/speech-page';
import { useBrowser } from '../support/use-browser';

const read = (path: string) => readFileSync(new URL(path, import.meta.url));
const PAGE = read('../fixtures/changes/page.html').toString().replace('</head>', `${TAG}</head>`);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Aids without a setting: what 更多 calls them. */
const ASKED: Readonly<Record<string, string>> = { fields: '没填的必填项', media: '本页的声音和视频' };
const WAIT_MS = 15_000;
const NOTHING: Seen = { attributes: [], inline: [], nodes: [], css: [], highlights: [], alive: [] };

const declared: ReadChanges = await readChanges(ROOT);
const { changes, before, followed, features } = declared;
/** What 退出 leaves, so that other tabs and an extension are still heard. */
const STAYING = new Set([...(before.loader.stays ?? []), ...(before.toolbar.stays ?? [])]);
const SETTINGS: Patch = { ...STRONGEST, view: 'article' };

const take = async (page: Page) => (await page.evaluate('watchOfChanges.take()')) as Seen;

/** Goes over text, to a control and a little down, as a reader would. */
async function use(page: Page, id: string): Promise<void> {
  await page.mouse.move(300, 330);
  await page.mouse.move(320, 480, { steps: 3 });
  await ask(page, 'settled()');
  if (id === 'speech') {
    // Chromium lets a page sound only once somebody has pressed something in it.
    await page.mouse.click(5, 300);
    await page.evaluate('Mingdu.speech.play()');
  }
  for (const key of id === 'cursor' ? (['ArrowDown', 'ArrowDown', 'ArrowDown'] as const) : (['Tab', 'Tab'] as const)) await page.keyboard.press(key);
  await page.mouse.wheel({ deltaY: 120 });
  await frames(page);
  await page.mouse.move(330, 400);
  await ask(page, 'settled()');
}

/** Waits until all has been seen that is said; @returns what was seen by then, and what never was */
async function seenOn(page: Page, missing: (seen: Seen) => string[]): Promise<{ seen: Seen; lacking: string[] }> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const seen = await take(page);
    const lacking = missing(seen);
    if (lacking.length === 0 || Date.now() > end) return { seen, lacking };
    await frames(page);
  }
}

describe.each(BROWSERS)('what it changes in %s', (name) => {
  const bench = useBrowser(name, [
    { at: '/', from: () => ({ body: PAGE }) },
    { at: '/dot.gif', from: () => ({ type: 'image/jpeg', body: read('../../demo/images/old-photo.jpg') }) },
    widgetMount(),
  ]);
  /** Of the page before anybody pressed anything. */
  let idle = NOTHING;
  let sheets = 0;
  const sheetsNow = () => bench.page.evaluate('document.adoptedStyleSheets.length') as Promise<number>;

  beforeAll(async () => {
    const { page, site } = bench;
    await page.evaluateOnNewDocument(watchChanges);
    await page.evaluateOnNewDocument(fakeSpeechScript('linux-chromium', 400));
    await visit(page, `${site.origin}/`);
    await page.evaluate('watchOfChanges.begin()');
    idle = await take(page);
    sheets = await sheetsNow();
  });
  beforeEach(async () => {
    await bench.page.evaluate('scrollTo(0, 0); document.activeElement?.blur(); watchOfChanges.begin()');
  });

  // After a failure, too, the next begins with nothing on.
  afterEach(() => closeAndForget(bench.page));

  /** 退出, and nothing is left: attributes and inline styles as they were, no element, listener, observer, sheet or highlight. */
  async function leavesNothing(): Promise<void> {
    const { page } = bench;
    await closeAndForget(page);
    const leftOver = ({ alive, highlights }: Seen) => [...alive.filter((one) => !STAYING.has(/: (\S+) on/.exec(one)?.[1] ?? one)), ...highlights];
    const { seen, lacking } = await seenOn(page, leftOver);
    expect(lacking, 'left after 退出').toEqual([]);
    expect(seen.css).toEqual([]);
    expect(await sheetsNow()).toBe(sheets);
    expect(await page.evaluate(`[...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith('data-mingdu-x-')))`)).toEqual([]);
    expect(await page.evaluate(`document.querySelectorAll('mingdu-text, [data-mingdu] ruby, ruby[data-mingdu]').length`)).toBe(0);
  }

  it('before anybody presses, the loader hears what it says and changes nothing', async () => {
    expect(undeclared(idle, before.loader, {}, [], true)).toEqual([]);
    expect(unseen(idle, before.loader, true)).toEqual([]);
    expect(await bench.page.evaluate(`document.querySelectorAll('[data-mingdu]').length`)).toBe(1);
  });

  it('the toolbar changes what it says', async () => {
    const { page } = bench;
    await ask(page, 'open()');
    await set(page, { focus: 'strong' });
    const both = { ...before.toolbar, listens: [...(before.toolbar.listens ?? []), ...(before.loader.listens ?? [])], prevents: before.loader.prevents ?? [] };
    const { seen, lacking } = await seenOn(page, (now) => unseen(now, before.toolbar, true));
    expect(lacking).toEqual([]);
    expect(undeclared(seen, both, {}, [], true)).toEqual([]);
    await leavesNothing();
  });

  it.each(features.map(({ id, main }) => [id, main] as const))('%s', async (id, main) => {
    const { page } = bench;
    const said = changes[id] ?? {};
    const word = ASKED[id];
    if (word) await createAskedPanel(() => page, word).open();
    else {
      const value = SETTINGS[main];
      if (value === undefined) throw new Error(`give ${main} a value in STRONGEST`);
      await set(page, { [main]: value });
      await use(page, id);
    }
    const { seen, lacking } = await seenOn(page, (now) => unseen(now, said));
    expect(lacking, 'said, and not seen').toEqual([]);
    expect(undeclared(seen, said, before.toolbar, followed), 'seen, and not said').toEqual([]);
    await leavesNothing();
  });
});
