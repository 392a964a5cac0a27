// The voice pack as a reader installs it in Chromium: its voice is there for every page, by the browser's own interface. What it says is in
// test/voice-pack/, how a site's page plays it in voice-pack.test.ts, Firefox in voice-pack-firefox.test.ts.
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertNoForeignRequests, BROWSERS, launch, type OpenBrowser } from '../support/browsers';
import { DIST } from '../support/product';
import { startSite, type Site } from '../support/site';
import { TAPS } from '../support/voice-page';
import { hasVoicePack } from '../support/voice-worker';

const TEXT = '中华人民共和国民政部';
const WORDS = [...TEXT].map((_, unit) => `boundary ${unit}+1`);

/** An ordinary page that speaks when its button is pressed, and notes what comes. */
const SPEAKER = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title></head><body><button id="speak">念</button>
<script>
  var noted = [], job = {};
  speechSynthesis.getVoices();
  speak.onclick = function () {
    noted = [];
    var pressed = performance.now();
    var one = (window.one = new SpeechSynthesisUtterance(job.text));
    one.voice = speechSynthesis.getVoices().find(function (voice) { return voice.name === '明读语音包'; });
    one.lang = 'zh-CN';
    one.rate = job.rate || 1;
    ['start', 'end', 'error', 'boundary', 'pause', 'resume'].forEach(function (type) {
      one.addEventListener(type, function (event) {
        noted.push({ name: type === 'boundary' ? 'boundary ' + event.charIndex + '+' + event.charLength : type === 'error' ? event.error : type, ms: performance.now() - pressed });
      });
    });
    speechSynthesis.speak(one);
  };
</script></body></html>`;

interface NotedEvent {
  readonly name: string;
  readonly ms: number;
}

describe.skipIf(!hasVoicePack() || !BROWSERS.includes('chromium'))('the voice pack installed in Chromium', () => {
  let opened: OpenBrowser;
  let site: Site;
  let page: Page;
  beforeAll(async () => {
    site = await startSite([{ at: '/', from: () => ({ body: SPEAKER }) }]);
    opened = await launch('chromium', { extension: join(DIST, 'voice-pack-chromium') });
    page = await opened.newPage();
    await page.goto(site.on('www.example.com.cn', '/'));
  });
  afterAll(async () => {
    await opened?.close();
    await site?.close();
  });
  const names = (events: readonly NotedEvent[]) => events.map(({ name }) => name);
  const noted = async () => (await page.evaluate('noted')) as NotedEvent[];
  async function press(job: object, until = `noted.some((event) => !/start|boundary|pause|resume/.test(event.name))`): Promise<NotedEvent[]> {
    await page.bringToFront();
    await page.evaluate(`job = ${JSON.stringify(job)}`);
    await page.click('#speak');
    await page.waitForFunction(until, { timeout: 20_000 });
    return noted();
  }
  /** The page that sounds, with taps from now on. */
  async function tapped(): Promise<Page> {
    const target = await opened.browser.waitForTarget((one) => one.url().endsWith('/offscreen.html'), { timeout: 10_000 });
    const sounding = await target.asPage();
    await sounding.evaluate(TAPS('globalThis'));
    return sounding;
  }

  it('is a voice of an ordinary page', async () => {
    await page.waitForFunction('speechSynthesis.getVoices().length > 0', { timeout: 10_000 });
    const voices = await page.evaluate('speechSynthesis.getVoices().map(({ name, lang, localService }) => ({ name, lang, localService }))');
    expect(voices).toEqual([{ name: '明读语音包', lang: 'zh-CN', localService: true }]);
  });

  it('speaks, and tells of every word', async () => {
    const cold = await press({ text: TEXT });
    expect(names(cold)).toEqual(['start', ...WORDS, 'end']);
    const warm = await press({ text: TEXT });
    expect(names(warm)).toEqual(['start', ...WORDS, 'end']);
    console.log(`installed in Chromium: first sound ${Math.round(cold[0]?.ms ?? 0)} ms after the first press, ${Math.round(warm[0]?.ms ?? 0)} ms after the second`);
  });

  it('sounds, faster where that is asked for, and is silent when it is cancelled', async () => {
    const sounding = await tapped();
    await press({ text: TEXT.repeat(3), rate: 1.5 }, 'noted.length > 3');
    await sounding.waitForFunction('noted.level() > 0.05', { timeout: 5_000, polling: 20 });
    await page.evaluate('speechSynthesis.cancel()');
    await sounding.waitForFunction('noted.level() === 0', { timeout: 5_000, polling: 20 });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(names(await noted()).at(-1)).toMatch(/interrupted|canceled/);
    const plain = await press({ text: TEXT });
    const fast = await press({ text: TEXT, rate: 2 });
    expect(names(fast)).toEqual(['start', ...WORDS, 'end']);
    const lasted = (events: readonly NotedEvent[]) => (events.at(-1)?.ms ?? 0) - (events[0]?.ms ?? 0);
    expect(lasted(fast) / lasted(plain)).toBeLessThan(0.8);
  });

  it('waits where it is while it is paused', async () => {
    await press({ text: TEXT }, 'noted.length > 3');
    await page.evaluate('speechSynthesis.pause()');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const before = (await noted()).length;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await noted()).toHaveLength(before);
    await page.evaluate('speechSynthesis.resume()');
    await page.waitForFunction(`noted.some((event) => event.name === 'end')`, { timeout: 10_000 });
    expect(names(await noted()).filter((name) => !/pause|resume/.test(name))).toEqual(['start', ...WORDS, 'end']);
  });

  it('speaks again after its service worker was ended', async () => {
    const isWorker = (one: { type(): string; url(): string }) => one.type() === 'service_worker' && one.url().startsWith(opened.extensionOrigin);
    const worker = opened.browser.targets().find(isWorker);
    await (await worker?.worker())?.close();
    await expect.poll(() => opened.browser.targets().some(isWorker)).toBe(false);
    expect(names(await press({ text: TEXT }))).toEqual(['start', ...WORDS, 'end']);
    assertNoForeignRequests(opened);
  });
});
