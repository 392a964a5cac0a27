// Tier A of the real speech tests: Chromium's own speechSynthesis before a made engine with the faults of real ones. A notice is read to its
// end whatever the engine does. Scaled: the engine speaks 20 to 200 times as fast as a person, and the product's pauses are ten times
// shorter; its watchdogs are as they are. Real sound is real-speech-desktop.test.ts.
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { ask, visit } from '../support/product';
import { HASTENED, lettersOf, noticeOf, noticePage, pausedNatively, saidIn, serving, spied, TITLE } from '../support/real-speech/notice';
import type { TestEngine } from '../support/real-speech/test-engine';
import { useEngine } from '../support/real-speech/use-engine';
import type { Site } from '../support/site';

const NOTICE = noticeOf(200);
const SHORT_NOTICE = NOTICE.slice(0, 40);

describe.runIf(BROWSERS.includes('chromium'))('a made engine in chromium', () => {
  let engine: TestEngine;
  let site: Site;
  let page: Page;

  useEngine((bench) => void ({ engine, site, page } = bench));

  async function open(sentences: readonly string[]): Promise<void> {
    site.mount(serving(noticePage(sentences, HASTENED)));
    await visit(page, `${site.origin}/`);
  }
  const ends = () => page.waitForFunction(`Mingdu.speech.state === 'idle'`, { timeout: 80_000, polling: 50 });

  /** All was said in full, in order, once; nothing else was, and the desktop's speech was left in one piece. */
  async function expectWhole(sentences: readonly string[]): Promise<void> {
    expect(saidIn(await engine.texts('end'))).toBe(lettersOf([TITLE, ...sentences]));
    expect(await engine.texts('cut')).toEqual([]);
    const seen = await spied(page);
    // A change of voice may be told; nothing else was amiss.
    expect(seen.problems.filter(({ message }) => !message.includes('另一种声音'))).toEqual([]);
    expect(pausedNatively(seen)).toBe(false);
  }

  it.each(['Words', 'No words'] as const)('reads 200 sentences to the end, each once, in order: %s', async (voice) => {
    await engine.begin([voice]);
    await open(NOTICE);
    await ask(page, 'speech.play()');
    await ends();
    await expectWhole(NOTICE);
    // None was asked for twice, and none was interrupted.
    expect(saidIn(await engine.texts('speak'))).toBe(lettersOf([TITLE, ...NOTICE]));
    expect(await engine.texts('stop')).toEqual([]);
  });

  it('says again what the engine swallowed, one in ten, and nothing else', async () => {
    await engine.begin(['No words'], { dropEvery: 10 });
    await open(SHORT_NOTICE);
    await ask(page, 'speech.play()');
    await ends();
    await expectWhole(SHORT_NOTICE);
    const dropped = await engine.texts('drop');
    expect(dropped.length).toBeGreaterThan(3);
    expect((await engine.texts('speak')).length).toBe((await engine.texts('end')).length + dropped.length);
  });

  it('never gives more in one go than an engine says that falls silent after 14 s', async () => {
    const long = '凡是在本市居住满一年并且年满八十周岁的老人，不论户籍在城市还是在农村，都可以由本人或者由家里的人向居住地的街道办事处提出申请，' +
      '街道办事处收到申请以后应当在三个工作日以内核对，核对无误的报区民政局审定，审定以后从下一个月起按月发到老人的银行卡上。';
    const sentences = [...NOTICE.slice(0, 8), long, ...NOTICE.slice(8, 16)];
    // 250 ms for a character and a cut after 14 s, both twenty times as fast.
    await engine.begin(['No words'], { msPerUnit: 250 / 20, cutAfterMs: 14_000 / 20 });
    await open(sentences);
    await ask(page, 'speech.play()');
    await ends();
    await expectWhole(sentences);
  });

  it('waits for a list that comes late', async () => {
    await engine.begin([]);
    await open(SHORT_NOTICE);
    const played = ask(page, 'speech.play()');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(await engine.texts('speak')).toEqual([]);
    await engine.offer(['Words']);
    await played;
    await ends();
    await expectWhole(SHORT_NOTICE);
  });

  it('goes on with another voice when its own vanishes, none skipped, none twice', async () => {
    await engine.begin(['Words', 'Words 2'], { msPerUnit: 6 });
    await open(SHORT_NOTICE);
    await ask(page, 'speech.play()');
    await page.waitForFunction('spied.events.filter(({ type }) => type === "end").length >= 15', { timeout: 30_000, polling: 20 });
    const first = (await engine.log())[0]?.voice;
    const left = first === 'Words' ? 'Words 2' : 'Words';
    await engine.offer([left]);
    await ends();
    await expectWhole(SHORT_NOTICE);
    expect((await engine.log()).at(-1)?.voice).toBe(left);
  });

  it('says so in one plain sentence when the only voice vanishes', async () => {
    await engine.begin(['Words'], { msPerUnit: 6 });
    await open(SHORT_NOTICE);
    await ask(page, 'speech.play()');
    await page.waitForFunction('spied.events.filter(({ type }) => type === "end").length >= 5', { timeout: 30_000, polling: 20 });
    await engine.offer([]);
    await page.waitForFunction(`Mingdu.speech.state !== 'speaking'`, { timeout: 30_000, polling: 50 });
    const { problems } = await spied(page);
    expect(problems.map(({ message }) => message)).toHaveLength(1);
    expect(problems[0]?.message).toContain('普通话');
  });

  it('gets over a voice that never ends: on, or a plain sentence, and nothing twice', async () => {
    const few = ['不收费。'];
    await engine.begin(['No end'], { msPerUnit: 40 });
    await open(few);
    await ask(page, 'speech.play()');
    await ends();
    const muted = saidIn(await engine.texts('mute'));
    const seen = await spied(page);
    if (seen.problems.length === 0) expect(muted).toBe(lettersOf([TITLE, ...few]));
    else expect(lettersOf([TITLE, ...few]).startsWith(muted)).toBe(true);
    expect(pausedNatively(seen)).toBe(false);
  });
});
