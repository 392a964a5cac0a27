// Tier A′ of the real speech tests: Firefox's own test voices, which fail in five ways. They speak no Chinese: a script of the page calls them
// Mandarin, and the product is given the browser's own objects. Scaled: the voices take no time at all, the page's clock runs five times as fast.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS, launch, type OpenBrowser } from '../support/browsers';
import { ask, visit } from '../support/product';
import { lettersOf, noticeOf, noticePage, pausedNatively, QUICK_CLOCK, saidIn, serving, spied, TITLE } from '../support/real-speech/notice';
import { startSite, type Site } from '../support/site';

/** Language tags by which Firefox tells its test voices apart. */
type Fault = 'it-IT' | 'it-IT-noevents-noend' | 'it-IT-noend' | 'it-IT-failatstart' | 'it-IT-fail';

/** For the head of a page: of the browser's voices there are only these, in this order, and they are said to be Mandarin. */
function calledMandarin(tags: readonly Fault[]): string {
  return `<script>(() => {
    const tags = ${JSON.stringify(tags)};
    const real = SpeechSynthesis.prototype.getVoices;
    const { get: langOf } = Object.getOwnPropertyDescriptor(SpeechSynthesisVoice.prototype, 'lang');
    SpeechSynthesis.prototype.getVoices = function () {
      const voices = real.call(this);
      return tags.flatMap((tag) => voices.filter((voice) => langOf.call(voice) === tag)).map((voice, at) =>
        Object.defineProperties(voice, { lang: { value: 'zh-CN', configurable: true }, name: { value: '普通话 ' + at, configurable: true } }));
    };
  })()</script>`;
}

/** Time goes five times as fast from the first command on, for as long as any of these tests takes. */
const HURRY = `passing(600000, 5); 0`;

describe.runIf(BROWSERS.includes('firefox'))('voices that fail in firefox', () => {
  let opened: OpenBrowser;
  let site: Site;
  let page: Page;

  beforeAll(async () => {
    site = await startSite();
    opened = await launch('firefox', { prefs: { 'media.webspeech.synth.test': true } });
  });
  beforeEach(async () => {
    await page?.close();
    page = await opened.newPage();
  });
  afterAll(async () => {
    await opened?.close();
    await site?.close();
  });

  async function read(tags: readonly Fault[], sentences: readonly string[]): Promise<void> {
    site.mount(serving(noticePage(sentences, QUICK_CLOCK + calledMandarin(tags))));
    await visit(page, `${site.origin}/`);
    await page.evaluate(HURRY);
    await ask(page, 'speech.play()');
    await page.waitForFunction(`Mingdu.speech.state !== 'speaking'`, { timeout: 80_000, polling: 50 });
  }
  const textsOf = async (type: string) => (await spied(page)).events.filter((event) => event.type === type).map(({ text }) => text);

  it('a voice that works reads 60 sentences, each once', async () => {
    const sentences = noticeOf(60);
    await read(['it-IT'], sentences);
    expect(saidIn(await textsOf('start'))).toBe(lettersOf([TITLE, ...sentences]));
    expect(saidIn(await textsOf('end'))).toBe(lettersOf([TITLE, ...sentences]));
    const seen = await spied(page);
    expect(seen.problems).toEqual([]);
    expect(pausedNatively(seen)).toBe(false);
  });

  it.each<Fault>(['it-IT-noevents-noend', 'it-IT-noend', 'it-IT-failatstart', 'it-IT-fail'])('%s alone: it goes on or says so, and says nothing twice', async (tag) => {
    await read([tag], noticeOf(2));
    const seen = await spied(page);
    // Tried again is what failed, a few times in a row; what was said to its end is not.
    const starts = (await textsOf('start')).filter((text, at, all) => text !== all[at - 1]);
    expect(new Set(starts).size).toBe(starts.length);
    const tries = seen.calls.filter(({ name }) => name === 'speak').map(({ text }) => text);
    for (const text of tries) expect(tries.filter((one) => one === text).length).toBeLessThanOrEqual(4);
    const order = lettersOf([TITLE, ...noticeOf(2)]);
    // What began to sound began in the order of the notice; where nothing was said to its end, the reader was told.
    expect(order.startsWith(saidIn(starts))).toBe(true);
    if (saidIn(starts) !== order || (await textsOf('error')).length > 0) {
      expect(seen.problems).toHaveLength(1);
      expect(seen.problems[0]?.message).not.toBe('');
    }
    expect(await ask(page, 'speech.state')).not.toBe('speaking');
    expect(pausedNatively(seen)).toBe(false);
  });

  it.each<Fault>(['it-IT-failatstart', 'it-IT-fail'])('%s with a good voice beside it: that one reads, each sentence once', async (tag) => {
    const sentences = noticeOf(10);
    await read([tag, 'it-IT'], sentences);
    expect(saidIn(await textsOf('end'))).toBe(lettersOf([TITLE, ...sentences]));
    // At most a word about the change of voice.
    for (const { message } of (await spied(page)).problems) expect(message).toContain('另一种声音');
  });

  it('goes on in a hidden tab, where Firefox slows timers down', async () => {
    const sentences = noticeOf(20);
    site.mount(serving(noticePage(sentences, calledMandarin(['it-IT']))));
    await visit(page, `${site.origin}/`);
    const front = await opened.newPage();
    await front.bringToFront();
    await page.waitForFunction(`document.visibilityState === 'hidden'`);
    await ask(page, 'speech.play()');
    await page.waitForFunction(`Mingdu.speech.state === 'idle'`, { timeout: 60_000, polling: 100 });
    expect(saidIn(await textsOf('end'))).toBe(lettersOf([TITLE, ...sentences]));
    await front.close();
  });
});
