// The clock of the machine put forward and back by years while aids are on and a voice speaks: nothing changes, reading goes on, and what
// depends on how long ago something was still does. That no code of ours reads the date: test/clock.test.ts.
import { describe, expect, it } from 'vitest';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { BROWSERS } from '../support/browsers';
import { rootWith } from '../support/interface';
import { ALL_SEEN, noticePage, RECORD_MOUNT, seen, switchOn } from '../support/loading';
import { closeAndForget, visit, widgetMount } from '../support/product';
import { fakeSpeechScript } from '../support/speech-page';
import { useBrowser } from '../support/use-browser';

/** The page's own date, moved by so many years; what counts time from the page's beginning goes on, as in browsers. */
const MOVED = (years: number) => `realNow ??= Date.now; Date.now = () => realNow.call(Date) + ${years} * 31_556_952_000`;
const WAIT = { timeout: 10_000 };
/** What the lens says; the empty string while there is none. */
const LENS = `[...(${rootWith('.lens')}?.querySelectorAll('.lens:not([hidden]) span') ?? [])].map((one) => one.getAttribute('data-t')).join('')`;

describe.each(BROWSERS)('the clock jumps in %s', (name) => {
  const bench = useBrowser(name, [
    RECORD_MOUNT,
    widgetMount(),
    { at: '/voice.js', from: () => ({ type: 'text/javascript', body: fakeSpeechScript('linux-chromium', 40) }) },
    { at: '/', from: () => ({ body: noticePage('<script src="/voice.js"></script><script src="/mingdu/mingdu.js"></script>') }) },
  ]);
  async function come(): Promise<void> {
    const { page, site } = bench;
    await visit(page, `${site.origin}/`);
    // A voice speaks after a press only; this one moves the selection too.
    await page.mouse.click(2, 2);
    await takePageSnapshot(page);
  }
  async function isAsItWas(): Promise<void> {
    await closeAndForget(bench.page);
    expect(await pageDifferences(bench.page)).toEqual([]);
    expect(await bench.page.evaluate('pageErrors')).toEqual([]);
  }
  /** Notes the sentences that are told of. */
  const play = `realNow = null; said = []; Mingdu.on('speech', ({ text }) => { if (text && said.at(-1) !== text) said.push(text); }); void Mingdu.speech.play()`;

  it('and nothing changes: aids stay, reading goes on to the next sentence', async () => {
    const { page } = bench;
    await come();
    await switchOn(page);
    await page.evaluate(play);
    await page.waitForFunction('said.length === 1', WAIT);
    for (const [years, sentences] of [[10, 2], [-20, 3]] as const) {
      await page.evaluate(MOVED(years));
      await page.waitForFunction(`said.length >= ${sentences} || Mingdu.speech.state === 'idle'`, WAIT);
      expect(await page.evaluate('said.length')).toBeGreaterThanOrEqual(sentences);
      expect(await seen(page)).toMatchObject({ size: ALL_SEEN.size, ground: ALL_SEEN.ground, readings: ALL_SEEN.readings });
    }
    await isAsItWas();
  });

  it('and a sentence that has just begun is not taken for one heard for years', async () => {
    const { page } = bench;
    await come();
    await page.evaluate(play);
    // In one turn of the page's own: “the one before” means it only while the sentence is young, and begins it anew later on.
    await page.evaluate(`new Promise((resolve) => {
      const look = setInterval(() => {
        if (fakeSpeech.started.length < 2) return;
        clearInterval(look);
        ${MOVED(10)};
        Mingdu.speech.previous().then(resolve);
      }, 20);
    })`);
    await page.waitForFunction('fakeSpeech.started.length > 2', WAIT);
    const [first, second, third] = await page.evaluate('fakeSpeech.started') as string[];
    expect(second).not.toBe(first);
    expect(third).toBe(first);
    await isAsItWas();
  });

  it('and the lens goes on after the pointer', async () => {
    const { page } = bench;
    await come();
    await page.evaluate(`realNow = null; Mingdu.set({ lens: true }).then(() => Mingdu.settled())`);
    for (const [years, selector, says] of [[0, '#text', '各乡镇人民政府'], [10, 'p:last-of-type', '联系电话'], [-20, '#text', '各乡镇人民政府'], [-20, 'p:last-of-type', '联系电话']] as const) {
      await page.evaluate(MOVED(years));
      const { x, y } = await page.evaluate(`document.querySelector('${selector}').getBoundingClientRect().toJSON()`) as DOMRect;
      await page.mouse.move(x + 50, y + 10);
      await page.waitForFunction(`(${LENS}).includes('${says}')`, WAIT);
    }
    await isAsItWas();
  });
});
