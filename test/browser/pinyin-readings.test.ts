// The readings that a reader sees on a notice, polyphone by polyphone, as the widget puts them on the page; and the same ones when the page
// is in pieces or comes bit by bit. How marks look and behave is in pinyin.test.ts, many single readings in the pack's own tests.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { ask, closeAndForget, set, visit, widgetMount } from '../support/product';
import { TAG } from '../support/site';
import { useBrowser } from '../support/use-browser';

const SOURCE = readFileSync(join(dirname(fileURLToPath(import.meta.url)), '../fixtures/pages/pinyin-notice.html'), 'utf8');
const MARK = /(\p{Script=Han})\[([^\]\s]+)\]/gu;
const HTML = SOURCE.replace(MARK, '$1');

/** A Han character of the body, with the reading that the source gives it: '' where it gives none. */
interface Gold {
  readonly character: string;
  readonly reading: string;
  /** Some characters around it, for the message. */
  readonly around: string;
}

/**
 * What is known to be read wrongly, by what stands around it, and why. Whatever is not in this table fails; a line goes out with its fault.
 */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ['县文化馆【华】文娟', 'a name alone in a cell: nothing in its block says that it is one'],
  ['耐心地【教】青少年', '地 does not tell a verb'],
]);
const isKnown = (around: string) => [...KNOWN.keys()].some((place) => around.includes(place));

const GOLD = goldOf(SOURCE.slice(SOURCE.indexOf('<body>')).replace(/<[^>]*>/g, ''));

function goldOf(text: string): Gold[] {
  const found = [...text.matchAll(/(\p{Script=Han})(?:\[([^\]\s]+)\])?/gu)].map(([, character = '', reading = '']) => ({ character, reading }));
  const plain = found.map(({ character }) => character);
  return found.map((one, at) => ({ ...one, around: `${plain.slice(Math.max(0, at - 6), at).join('')}【${one.character}】${plain.slice(at + 1, at + 6).join('')}` }));
}

/** All readings on the page in order, after it was scrolled through: `[character, reading]`. */
async function shown(page: Page): Promise<[string, string][]> {
  await ask(page, 'settled()');
  for (let isAtEnd = false; !isAtEnd; ) {
    isAtEnd = (await page.evaluate(`scrollBy({ top: innerHeight, behavior: 'instant' }), scrollY + innerHeight >= document.documentElement.scrollHeight - 1`)) as boolean;
    await ask(page, 'settled()');
  }
  return (await page.evaluate(`[...document.querySelectorAll('body ruby[data-mingdu] rt[data-py]')].map((rt) => [rt.previousSibling.data, rt.dataset.py])`)) as [string, string][];
}

function expectGold(readings: readonly [string, string][]): void {
  expect(readings.map(([character]) => character).join('')).toBe(GOLD.map(({ character }) => character).join(''));
  const wrong = GOLD.flatMap(({ reading, around }, at) => (reading === '' || reading === readings[at]?.[1] ? [] : [`${around} ${readings[at]?.[1]}, not ${reading}`]));
  expect(wrong.filter((one) => !isKnown(one))).toEqual([]);
  const stale = [...KNOWN.keys()].filter((place) => !wrong.some((one) => one.includes(place)));
  expect(stale, 'read rightly now, so KNOWN must not name them').toEqual([]);
}

/**
 * Runs in the page: takes the text out of each block and puts it back in text nodes of one to three characters, every few of them inside
 * another inline element.
 * @param isLate whether the second half of each block waits in `window.late`, to be called bit by bit
 */
function takeApart(isLate: boolean): void {
  const world = window as unknown as { late: () => boolean };
  let seed = 20_260_301;
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const waiting: (() => void)[] = [];
  for (const block of document.querySelectorAll('h1, h2, p, li, td')) {
    const text = block.textContent ?? '';
    const half = isLate ? Math.ceil(text.length / 2) : text.length;
    block.replaceChildren();
    let parent: Element = block;
    for (let at = 0; at < text.length; ) {
      const what = next(5);
      if (what === 0) parent = block;
      const name = what === 1 ? 'b' : what === 2 ? 'font' : '';
      const piece = text.slice(at, at + 1 + next(3));
      const into = parent;
      const inner = name === '' ? null : document.createElement(name);
      const put = () => {
        if (inner) into.append(inner);
        (inner ?? into).append(document.createTextNode(piece));
      };
      if (inner && next(2) === 0) parent = inner;
      if (at < half) put();
      else waiting.push(put);
      at += piece.length;
    }
  }
  // One piece of each block that waits, not one block after another.
  world.late = () => {
    for (let count = 0; count < 40; count += 1) waiting.shift()?.();
    return waiting.length > 0;
  };
}

it('the notice marks what it is for', () => {
  expect(GOLD.length).toBeGreaterThan(1000);
  expect(GOLD.filter(({ reading }) => reading !== '').length).toBeGreaterThan(200);
  expect(HTML).not.toMatch(/\[/);
  // A place of the table that no longer stands in the notice, or stands there twice, would excuse something else.
  for (const place of KNOWN.keys()) expect(GOLD.filter(({ around, reading }) => around.includes(place) && reading !== '')).toHaveLength(1);
});

describe.each(BROWSERS)('readings in %s', (name) => {
  const bench = useBrowser(name, [widgetMount(), { at: '/notice/', from: () => ({ body: HTML }), inject: { html: TAG, before: '</head>' } }]);
  beforeEach(() => visit(bench.page, `${bench.site.origin}/notice/`));
  afterEach(() => closeAndForget(bench.page));

  it('are right, every one that is marked and not known to fall short', async () => {
    const { page } = bench;
    await set(page, { pinyin: 'all' });
    expectGold(await shown(page));
  });

  it('are the same in text nodes of one to three characters and inline elements', async () => {
    const { page } = bench;
    await set(page, { pinyin: 'all' });
    const whole = await shown(page);
    await page.evaluate('scrollTo(0, 0)');
    await page.evaluate(takeApart, false);
    expect(await page.evaluate(`document.querySelectorAll('p b, p font').length`)).toBeGreaterThan(50);
    const apart = await shown(page);
    expect(apart).toEqual(whole);
    expectGold(apart);
  });

  it('are the same when the second half of every block comes later, bit by bit', async () => {
    const { page } = bench;
    await set(page, { pinyin: 'all' });
    const whole = await shown(page);
    await set(page, { pinyin: 'off' });
    await page.evaluate(takeApart, true);
    await set(page, { pinyin: 'all' });
    const before = await shown(page);
    expect(before.length).toBeLessThan(GOLD.length * 0.7);
    while (await page.evaluate('late()')) await page.evaluate('new Promise((done) => requestAnimationFrame(() => done()))');
    await page.evaluate('scrollTo(0, 0)');
    const late = await shown(page);
    expect(late).toEqual(whole);
    expectGold(late);
  });
});
