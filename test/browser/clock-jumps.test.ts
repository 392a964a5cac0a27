// The clock of the machine put forward and back by years while aids are on and a voice speaks: nothing changes, and reading goes on.
// That no code of ours reads the date: test/clock.test.ts.
import { describe, expect, it } from 'vitest';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { BROWSERS } from '../support/browsers';
import { ALL_SEEN, noticePage, RECORD_MOUNT, seen, switchOn } from '../support/loading';
import { closeAndForget, visit, widgetMount } from '../support/product';
import { fakeSpeechScript } from '../support/speech-page';
import { useBrowser } from '../support/use-browser';

/** The page's own date, moved by so many years; what counts time from the page's beginning goes on, as in browsers. */
const MOVED = (years: number) => `realNow ??= Date.now; Date.now = () => realNow.call(Date) + ${years} * 31_556_952_000`;
const WAIT = { timeout: 10_000 };

describe.each(BROWSERS)('the clock jumps in %s', (name) => {
  const bench = useBrowser(name, [
    RECORD_MOUNT,
    widgetMount(),
    { at: '/voice.js', from: () => ({ type: 'text/javascript', body: fakeSpeechScript('linux-chromium', 40) }) },
    { at: '/', from: () => ({ body: noticePage('<script src="/voice.js"></script><script src="/mingdu/mingdu.js"></script>') }) },
  ]);

  it('and nothing changes: aids stay, reading goes on to the next sentence', async () => {
    const { page, site } = bench;
    await visit(page, `${site.origin}/`);
    // A voice speaks after a press only; this one moves the selection too.
    await page.mouse.click(2, 2);
    await takePageSnapshot(page);
    await switchOn(page);
    await page.evaluate(`realNow = null; said = []; Mingdu.on('speech', ({ text }) => { if (text && said.at(-1) !== text) said.push(text); })`);
    await page.evaluate('void Mingdu.speech.play()');
    await page.waitForFunction('said.length === 1', WAIT);
    for (const [years, sentences] of [[10, 2], [-20, 3]] as const) {
      await page.evaluate(MOVED(years));
      await page.waitForFunction(`said.length >= ${sentences} || Mingdu.speech.state === 'idle'`, WAIT);
      expect(await page.evaluate('said.length')).toBeGreaterThanOrEqual(sentences);
      expect(await seen(page)).toMatchObject({ size: ALL_SEEN.size, ground: ALL_SEEN.ground, readings: ALL_SEEN.readings });
    }
    await closeAndForget(page);
    expect(await pageDifferences(page)).toEqual([]);
    expect(await page.evaluate('pageErrors')).toEqual([]);
  });
});
