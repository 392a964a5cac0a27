// Tier A: nothing sounds unasked, before the browser's own rule of the first press and behind it. What the engine was given is what counts.
// Chromium only: Firefox wants no press, and has no engine of ours.
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { TOOLBARS } from '../support/interface';
import { ask, set, visit } from '../support/product';
import { lettersOf, noticeOf, noticePage, saidIn, serving, TITLE } from '../support/real-speech/notice';
import type { TestEngine } from '../support/real-speech/test-engine';
import { useEngine } from '../support/real-speech/use-engine';
import { evaluateQuietly, waitQuietly } from '../support/real-speech/without-gesture';
import type { Site } from '../support/site';

const NOTICE = noticeOf(12);
/** Longer than any dwell, any pause and any debounce. */
const LONG_ENOUGH_MS = 1_500;
const wait = (ms = LONG_ENOUGH_MS) => new Promise((resolve) => setTimeout(resolve, ms));

describe.runIf(BROWSERS.includes('chromium'))('what sounds only when asked, in chromium', () => {
  let engine: TestEngine;
  let site: Site;
  let page: Page;

  useEngine((bench) => void ({ engine, site, page } = bench));
  beforeEach(() => engine.begin(['Words'], { msPerUnit: 20 }));

  /** Opens the notice with what the reader left from before; without a gesture in it. */
  async function openLeft(settings: object, script = ''): Promise<void> {
    const stored = JSON.stringify({ version: 1, on: true, toolbar: 'none', settings });
    const head = `<script>localStorage.setItem('mingdu', ${JSON.stringify(stored)});${script}</script>`;
    site.mount(serving(noticePage(NOTICE, head)));
    await page.goto(`${site.origin}/`);
    await waitQuietly(page, `typeof Mingdu === 'object'`);
  }
  /** The middle of a paragraph's first characters. */
  async function placeOf(at: number): Promise<{ x: number; y: number }> {
    const [x = 0, y = 0] = await evaluateQuietly<number[]>(page, `(() => { const box = document.querySelectorAll('p')[${at}].getBoundingClientRect(); return [box.left + 60, box.top + box.height / 2]; })()`);
    return { x, y };
  }

  it('after a reload 指读 is silent until the first press, says so, and then speaks', async () => {
    await openLeft({ speech: 'point' });
    await page.reload();
    await waitQuietly(page, `typeof Mingdu === 'object' && Mingdu.get().speech === 'point'`);
    await evaluateQuietly(page, 'Mingdu.settled()');
    const { x, y } = await placeOf(0);
    await page.mouse.move(x, y);
    await page.mouse.move(x + 4, y);
    await waitQuietly(page, 'spied.problems.length > 0');
    await page.mouse.wheel({ deltaY: 2 });
    await page.keyboard.press('Escape');
    await wait();
    expect(await engine.texts('speak')).toEqual([]);
    expect(await evaluateQuietly(page, 'spied.problems.length')).toBe(1);
    expect(await evaluateQuietly(page, 'spied.problems[0].message')).toMatch(/点|按/);
    await page.mouse.click(x + 4, y);
    await waitQuietly(page, 'spied.events.some(({ type }) => type === "start")');
    expect(await engine.texts('speak')).toEqual([NOTICE[0]]);
  });

  it('a play that the page itself begins waits for the first press, and does not give up', async () => {
    await openLeft({}, `addEventListener('load', () => setTimeout(() => Mingdu.speech.play()));`);
    await waitQuietly(page, 'spied.problems.length > 0');
    expect(await evaluateQuietly(page, 'Mingdu.speech.state')).toBe('paused');
    expect(await engine.texts('speak')).toEqual([]);
    await page.mouse.click(5, 500);
    await waitQuietly(page, 'spied.events.filter(({ type }) => type === "end").length >= 2');
    expect(saidIn((await engine.texts('end')).slice(0, 2))).toBe(lettersOf([TITLE, NOTICE[0] ?? '']));
    expect(await evaluateQuietly(page, 'Mingdu.speech.state')).toBe('speaking');
  });

  it.each([{ speech: 'point' }, { speech: 'continuous' }, { speech: 'continuous', caption: true, rate: 1.5 }])('a page that opens with %o left on says nothing, with the reader having pressed before', async (settings) => {
    await openLeft({});
    const known = Object.keys(await ask<object>(page, 'get()'));
    const left = Object.fromEntries(Object.entries(settings).filter(([key]) => known.includes(key)));
    await openLeft(left);
    await page.evaluate('document.body.click()');
    await ask(page, 'settled()');
    await wait();
    expect(await engine.texts('speak')).toEqual([]);
  });

  it('set, open, another tab and an arrow key that passes over a choice say nothing', async () => {
    site.mount(serving(noticePage(NOTICE)));
    await visit(page, `${site.origin}/`);
    await page.mouse.click(5, 500);
    for (const speech of ['point', 'continuous', 'off', 'continuous']) await set(page, { speech });
    await set(page, { rate: 1.5 });
    await set(page, { volume: 50 });
    await set(page, { voice: 'nobody' });
    await ask(page, 'open()');
    const other = await engine.opened.newPage();
    await visit(other, `${site.origin}/`);
    await set(other, { speech: 'continuous', rate: 0.5 });
    await page.bringToFront();
    await page.waitForFunction('Mingdu.get().rate === 0.5');
    // The panel's choices of this aid, one after the other, by keyboard.
    await page.evaluate(`${TOOLBARS}[0].querySelector('[data-item=panel], [aria-expanded]').click()`);
    await page.waitForFunction(`${TOOLBARS}[0].querySelector('[data-setting=speech]')`);
    await page.evaluate(`${TOOLBARS}[0].querySelector('[data-setting=speech] [aria-checked=true]').focus()`);
    const names: string[] = [];
    for (let at = 0; at < 4; at += 1) {
      await page.keyboard.press('ArrowRight');
      names.push((await page.evaluate(`${TOOLBARS}[0].activeElement.textContent`)) as string);
      await wait(400);
    }
    expect(new Set(names).size).toBe(3);
    await wait();
    expect(await engine.texts('speak')).toEqual([]);
    await other.close();
  });
});
