// A notice of 200 sentences in real browsers under engines with the faults of the register: each sentence once, in order, to the end.
// The page's clock runs fast, and with it the engine in the page and its watchdogs. What is highlighted is in speech.test.ts.
import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, type OpenBrowser } from '../support/browsers';
import { createFakeSpeech, type FakeProfile, type FakeSpeech } from '../support/fake-speech';
import { ask, closeAndForget, visit, widgetMount } from '../support/product';
import { TAG, type Site } from '../support/site';
import { useBrowser } from '../support/use-browser';
import { cardinal } from '../../shared/speech/text/numbers';

const TITLE = '关于做好年度材料报送工作的通知';
/** The title as it is said: with the word for its kind. */
const SAID_TITLE = `${TITLE}，标题`;
const SENTENCES = Array.from({ length: 200 }, (_, at) =>
  at % 20 === 7 ? `第${cardinal(String(at))}条要求，各有关单位应当按照统一部署认真核对本部门年度材料的内容和数量并且在规定时间以前送达。` : `第${cardinal(String(at))}条规定，有关单位应当按时报送材料。`,
);
const HTML = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${TITLE}</title>HEAD
<body style="font-size:20px;line-height:2"><h1>${TITLE}</h1>
<div>${Array.from({ length: 50 }, (_, at) => `<p>${SENTENCES.slice(at * 4, at * 4 + 4).join('')}</p>`).join('\n')}</div>`;

/** A page whose second is shorter, with an engine of a profile in it, and what the product tells of its speech. */
const inPage = (profile: FakeProfile, msPerCharacter: number, speed: number) => `(() => {
  const wait = window.setTimeout.bind(window);
  window.setTimeout = (run, ms = 0, ...rest) => wait(run, ms / ${speed}, ...rest);
  const now = performance.now.bind(performance);
  performance.now = () => now() * ${speed};
  const fake = (${createFakeSpeech.toString()})(${JSON.stringify(profile)}, ${msPerCharacter});
  Object.defineProperty(window, 'speechSynthesis', { value: fake.synthesis, configurable: true });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: fake.Utterance, configurable: true });
  window.fakeSpeech = fake;
  window.told = [];
  document.addEventListener('mingdu:speech', ({ detail }) => told.push(detail.state + ' ' + detail.text));
  window.problems = [];
  document.addEventListener('mingdu:error', ({ detail }) => problems.push(detail.message));
})();`;

interface Case {
  readonly of: string;
  readonly profile: FakeProfile;
  /** How slowly the voice speaks, and how fast the page's clock runs. */
  readonly ms: number;
  readonly speed: number;
}

const CASES: readonly Case[] = [
  { of: 'with boundaries', profile: 'win-huihui', ms: 100, speed: 40 },
  { of: 'without boundaries', profile: 'linux-chromium', ms: 100, speed: 40 },
  { of: 'one in ten dropped', profile: 'one-in-ten', ms: 100, speed: 40 },
  { of: 'cut off after 14 s', profile: 'cutoff', ms: 400, speed: 80 },
  { of: 'a list that comes late', profile: 'empty-late', ms: 100, speed: 40 },
  { of: 'a voice that vanishes', profile: 'vanishing', ms: 100, speed: 40 },
];

const squeeze = (text: string) => text.replace(/\s+/g, '');

describe.each(BROWSERS)('a notice of 200 sentences in %s', (name) => {
  let opened: OpenBrowser;
  let site: Site;
  let page: Page;

  const bench = useBrowser(name, [], { args: name === 'chromium' ? ['--force-prefers-reduced-motion'] : [], prefs: { 'ui.prefersReducedMotion': 1 } });
  beforeAll(() => void ({ opened, site, page } = bench));
  afterEach(async () => {
    await closeAndForget(page);
  });

  async function open({ profile, ms, speed }: Omit<Case, 'of'>): Promise<void> {
    site.mount([
      { at: '/', from: () => ({ body: HTML.replace('HEAD', `<script src="/fake-speech.js"></script>${TAG}`) }) },
      { at: '/fake-speech.js', from: () => ({ type: 'text/javascript; charset=utf-8', body: inPage(profile, ms, speed) }) },
      widgetMount(),
    ]);
    await visit(page, `${site.origin}/`);
    await page.mouse.click(5, 5);
  }
  const fake = async <Key extends 'started' | 'ended' | 'calls'>(key: Key) => (await page.evaluate(`fakeSpeech.${key}`)) as FakeSpeech[Key];
  const until = (condition: string) => page.waitForFunction(condition, { timeout: 80_000, polling: 50 });
  const toEnd = () => until(`Mingdu.speech.state === 'idle'`);
  const WHOLE = [TITLE, ...SENTENCES].join('');
  const SAID = [SAID_TITLE, ...SENTENCES].join('');

  it.each(CASES)('is read to its end, each once and in order: $of', async (one) => {
    await open(one);
    await ask(page, 'speech.play()');
    await toEnd();
    const ended = await fake('ended');
    expect(squeeze(ended.join(''))).toBe(SAID);
    expect(await fake('started')).toEqual(ended);
    const told = (await page.evaluate('told')) as string[];
    expect(told.at(-1)).toBe('idle ');
    // What the page was told of is the same text, and nothing twice.
    const shown = told.slice(0, -1).map((line) => line.replace('speaking ', ''));
    expect(squeeze(shown.join(''))).toBe(WHOLE);
    expect(await page.evaluate('problems')).toEqual([]);
    expect(await fake('calls')).not.toContain('pause');
    expect(await fake('calls')).not.toContain('resume');
    if (one.profile !== 'cutoff') return;
    // There were sentences that this voice would have cut off.
    expect(Math.max(...SENTENCES.map(({ length }) => length)) * one.ms).toBeGreaterThan(14_000);
    expect(Math.max(...ended.map(({ length }) => length)) * one.ms).toBeLessThanOrEqual(14_000);
  });

  it('goes on in the same sentence after a minute of pause, three times', async () => {
    const speed = 40;
    await open({ profile: 'linux-firefox', ms: 100, speed });
    await ask(page, 'speech.play()');
    for (const count of [3, 20, 47]) {
      await until(`fakeSpeech.started.length >= ${count} && fakeSpeech.synthesis.speaking`);
      await ask(page, 'speech.pause()');
      const [paused = '', started] = (await page.evaluate('[told.at(-1), fakeSpeech.started.length]')) as [string, number];
      expect(paused).toMatch(/^paused .+/);
      await new Promise((resolve) => setTimeout(resolve, 60_000 / speed));
      expect(await page.evaluate('fakeSpeech.started.length')).toBe(started);
      expect(await ask(page, 'speech.state')).toBe('paused');
      await ask(page, 'speech.play()');
      await until(`fakeSpeech.started.length > ${started}`);
      expect(await page.evaluate(`fakeSpeech.started[${started}]`)).toBe(paused.replace('paused ', '').trim());
    }
    await toEnd();
    expect(squeeze((await fake('ended')).join(''))).toBe(SAID);
    expect(await fake('calls')).not.toContain('pause');
  });

  it('pauses, with its place, when another tab of the site begins to read; and only then', async () => {
    await open({ profile: 'linux-chromium', ms: 100, speed: 5 });
    const other = await opened.newPage();
    await visit(other, `${site.origin}/`);
    await other.evaluate(`Mingdu.set({ speech: 'continuous' }).then(() => Mingdu.settled())`);
    await page.bringToFront();
    await ask(page, 'speech.play()');
    await until('fakeSpeech.started.length >= 3');
    expect(await ask(other, 'speech.state')).toBe('idle');
    await ask(other, 'speech.play()');
    await until(`Mingdu.speech.state === 'paused'`);
    const last = (await page.evaluate('[told.at(-1), fakeSpeech.started.at(-1)]')) as string[];
    expect(last[0]).toBe(`paused ${last[1]}`);
    expect(await ask(other, 'speech.state')).toBe('speaking');
    await ask(page, 'speech.play()');
    await other.waitForFunction(`Mingdu.speech.state === 'paused'`, { timeout: 20_000, polling: 50 });
    await other.close();
  });
});
