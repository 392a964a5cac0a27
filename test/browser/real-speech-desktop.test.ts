// Tier B of the real speech tests: Mandarin through the desktop's own speech service in both browsers, down to the sound. Order, voice and
// ranges are asserted, never durations: on a busy machine the same sentence lasts half as long again. Engines' faults: real-speech-profiles.
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { missingSpeech } from '../../scripts/ensure-browsers.mjs';
import { BROWSERS, launch, type BrowserName, type OpenBrowser } from '../support/browsers';
import { ask, visit } from '../support/product';
import { startDesktop, type Desktop, type DesktopOptions } from '../support/real-speech/desktop';
import { HASTENED, lettersOf, noticeOf, noticePage, pausedNatively, saidIn, serving, spied, TITLE } from '../support/real-speech/notice';
import { levelOf, longestGaps, partOf } from '../support/real-speech/recording';
import { startSite, type Site } from '../support/site';

/** Debian's espeak has two voices for Mandarin; the other one reads pinyin out in English. */
const RIGHT_VOICE = 'Chinese (Mandarin, latin as Pinyin)';
/** What is in the sound server's pipe may still sound for a part of this. */
const SILENT_MS = 1_600;
/** Events of a busy browser may be so late. */
const EVENT_MS = 300;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const MISSING = missingSpeech();
if (MISSING.length > 0) console.warn(`real Mandarin is not tried: ${MISSING.join(' ')} not installed (node scripts/ensure-browsers.mjs)`);

describe.skipIf(MISSING.length > 0).each(BROWSERS)('real Mandarin in %s', (name: BrowserName) => {
  let desktop: Desktop | null = null;
  let opened: OpenBrowser | null = null;
  let site: Site | null = null;

  // A service of its own for each test: one that has been upset stays so until it is started anew.
  afterEach(async () => {
    await opened?.close();
    await desktop?.close();
    await site?.close();
    opened = desktop = site = null;
  });

  async function open(options: DesktopOptions, sentences: readonly string[], head = ''): Promise<{ page: Page; desktop: Desktop; origin: string }> {
    desktop = await startDesktop(options);
    site = await startSite(serving(noticePage(sentences, head)));
    opened = await launch(name, { env: desktop.env, args: name === 'chromium' ? ['--enable-speech-dispatcher'] : [] });
    const page = await opened.newPage();
    await visit(page, `${site.origin}/`);
    await page.mouse.click(5, 500);
    return { page, desktop, origin: site.origin };
  }
  const until = (page: Page, condition: string, timeout = 60_000) => page.waitForFunction(condition, { timeout, polling: 50 });

  it('reads a notice to its end, each sentence once, in order, by the voice that can', async () => {
    const sentences = noticeOf(40);
    const { page, desktop: service } = await open({ sound: 'null', voices: 'few' }, sentences, HASTENED);
    await ask(page, 'speech.play()');
    await until(page, `Mingdu.speech.state === 'idle'`);
    const said = service.spoken();
    expect(saidIn(said.map(({ text }) => text))).toBe(lettersOf([TITLE, ...sentences]));
    expect([...new Set(said.map(({ voice }) => voice))]).toEqual([RIGHT_VOICE]);
    expect(said.filter(({ isWhole }) => !isWhole)).toEqual([]);
    const seen = await spied(page);
    expect(saidIn(seen.events.filter(({ type }) => type === 'start').map(({ text }) => text))).toBe(lettersOf([TITLE, ...sentences]));
    expect(seen.problems).toEqual([]);
    expect(pausedNatively(seen)).toBe(false);
  });

  it('is heard: as many stretches of sound as sentences, each in its time and in proportion; silent at the end, after 停止, and when the tab is closed', async () => {
    // Without commas, at which the voice itself would be silent; lengths that cannot be confused.
    const sentences = ['请带好身份证到街道大厅的窗口当面办理。', '不收费。', '结果五日以内告知。'];
    const { page, desktop: service } = await open({ sound: 'recorded', voices: 'few' }, sentences);
    const recorder = await service.record();
    await ask(page, 'speech.play()');
    await until(page, `Mingdu.speech.state === 'idle'`);
    const endedAt = Date.now();
    const epoch = (await page.evaluate('performance.timeOrigin')) as number;
    const starts = (await spied(page)).events.filter(({ type }) => type === 'start').map(({ at }) => epoch + at);
    await wait(SILENT_MS);
    const left: number[] = [];
    for (const leave of [() => ask(page, 'speech.stop()'), () => page.close()]) {
      const before = service.spoken().length;
      await ask(page, 'speech.play()');
      while (service.spoken().length === before) await wait(50);
      await wait(1_500);
      left.push(Date.now());
      await leave();
      await wait(SILENT_MS);
    }
    const recording = await recorder.end();

    const heard = longestGaps(partOf(recording, endedAt + SILENT_MS / 2), sentences.length + 1);
    console.log(`${name}: ${heard.map(({ start, end }) => Math.round(end - start)).join(', ')} ms of sound; starts told ${starts.map((at, index) => Math.round((heard[index]?.start ?? 0) - at)).join(', ')} ms before`);
    expect(heard).toHaveLength(sentences.length + 1);
    for (const { start, end } of heard) expect(levelOf(recording, start, end)).toBeGreaterThan(0.05);
    // Every sentence sounds after its start was told and before that of the next.
    heard.forEach(({ start, end }, at) => {
      expect(start).toBeGreaterThan((starts[at] ?? Infinity) - EVENT_MS);
      expect(start).toBeLessThan(starts[at + 1] ?? Infinity);
      expect(end).toBeLessThan((starts[at + 1] ?? Infinity) + EVENT_MS);
    });
    const lengths = [TITLE, ...sentences].map((text) => lettersOf(text).length);
    const byLength = (list: readonly number[]) => list.map((_, at) => at).sort((a, b) => (list[a] ?? 0) - (list[b] ?? 0));
    expect(byLength(heard.map(({ start, end }) => end - start))).toEqual(byLength(lengths));
    for (const at of left) expect(levelOf(recording, at - 800, at)).toBeGreaterThan(0.02);
    for (const at of [endedAt, ...left]) expect(levelOf(recording, at + SILENT_MS / 2, at + SILENT_MS)).toBe(0);
  });

  it('goes on in the sentence it was paused in, and no service was paused', async () => {
    const sentences = ['请带好身份证。', '不收费。'];
    const { page, desktop: service } = await open({ sound: 'recorded', voices: 'few' }, sentences);
    await ask(page, 'speech.play()');
    await until(page, `spied.events.filter(({ type }) => type === 'start').length === 2`);
    await wait(500);
    await ask(page, 'speech.pause()');
    const paused = service.spoken().at(-1)?.text ?? '';
    await wait(2_000);
    expect(service.spoken().at(-1)?.text).toBe(paused);
    await ask(page, 'speech.play()');
    await until(page, `Mingdu.speech.state === 'idle'`);
    const texts = service.spoken().map(({ text }) => text);
    const again = texts.indexOf(paused);
    expect(texts[again + 1]).toBe(paused);
    expect(saidIn(texts.filter((_, at) => at !== again))).toBe(lettersOf([TITLE, ...sentences]));
    expect(service.spoken().filter(({ isWhole }) => !isWhole).map(({ text }) => text)).toEqual([paused]);
    expect(pausedNatively(await spied(page))).toBe(false);
  });

  it('gives the voice numbers in words, which by itself it would read in English', async () => {
    const sentences = ['会议定于2024年3月15日9:30召开，补助3,500元，比上年提高12.5%。'];
    const { page, desktop: service } = await open({ sound: 'null', voices: 'few' }, sentences);
    await ask(page, 'speech.play()');
    await until(page, `Mingdu.speech.state === 'idle'`);
    const said = service.spoken().map(({ text }) => text).join('');
    expect(said).not.toMatch(/[0-9A-Za-z%]/);
    for (const words of ['二零二四年三月十五日', '三千五百元', '百分之十二点五']) expect(said).toContain(words);
  });

  it('finds its voice among all of espeak, 13,362 of them, and the page goes on', async () => {
    const sentences = noticeOf(6);
    const { page, desktop: service } = await open({ sound: 'null', voices: 'all' }, sentences);
    await until(page, 'speechSynthesis.getVoices().length > 10000');
    await page.evaluate(`window.longest = 0; (function beat(last) { requestAnimationFrame((now) => { longest = Math.max(longest, now - last); beat(now); }); })(performance.now())`);
    await ask(page, 'speech.play()');
    await until(page, `Mingdu.speech.state === 'idle'`);
    const said = service.spoken();
    expect(saidIn(said.map(({ text }) => text))).toBe(lettersOf([TITLE, ...sentences]));
    expect([...new Set(said.map(({ voice }) => voice))]).toEqual([RIGHT_VOICE]);
    const [count = 0, bare = 0, longest = 0] = (await page.evaluate(`(() => { const from = performance.now(); const { length } = speechSynthesis.getVoices(); return [length, performance.now() - from, longest]; })()`)) as number[];
    console.log(`${name}: ${count} voices; a bare list takes ${Math.round(bare)} ms, the page stood still for ${Math.round(longest)} ms at most`);
    expect(count).toBeGreaterThan(10_000);
    // Whatever a list of this size costs the browser, the product does not do it over and over.
    expect(longest).toBeLessThan(1_000 + bare * 10);
  });
});
