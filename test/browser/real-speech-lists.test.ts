// Tier A: which voice reads, out of lists as browsers really give them, and that no voice of the wrong kind ever sounds by itself.
// Chromium only: Firefox takes its voices from the desktop (real-speech-desktop.test.ts).
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { ask, set, visit } from '../support/product';
import { lettersOf, noticeOf, noticePage, saidIn, serving, spied, TITLE } from '../support/real-speech/notice';
import type { TestEngine, VoiceName } from '../support/real-speech/test-engine';
import { useEngine } from '../support/real-speech/use-engine';
import type { Site } from '../support/site';

const NOTICE = noticeOf(3);

describe.runIf(BROWSERS.includes('chromium'))('the choice among voices in chromium', () => {
  let engine: TestEngine;
  let site: Site;
  let page: Page;

  useEngine((bench) => void ({ engine, site, page } = bench), { mounts: serving(noticePage(NOTICE)) });
  const voicesUsed = async () => [...new Set((await engine.log()).filter(({ kind }) => kind === 'speak').map(({ voice }) => voice))];
  const ends = () => page.waitForFunction(`Mingdu.speech.state === 'idle'`, { timeout: 30_000, polling: 50 });

  it.each<[string, VoiceName[], VoiceName]>([
    ['a mainland voice before all others', ['Cantonese', 'Taiwan', 'Remote', 'Words'], 'Words'],
    ['a local voice before one that sends the text away', ['Remote', 'No words'], 'No words'],
  ])('takes %s', async (_what, voices, wanted) => {
    await engine.begin(voices);
    await visit(page, `${site.origin}/`);
    await ask(page, 'speech.play()');
    await ends();
    expect(await voicesUsed()).toEqual([wanted]);
    expect(saidIn(await engine.texts('end'))).toBe(lettersOf([TITLE, ...NOTICE]));
  });

  it.each<[string, VoiceName[]]>([
    ['Cantonese alone', ['Cantonese']],
    ['a remote voice alone, without consent', ['Remote']],
    ['Cantonese and Taiwan', ['Cantonese', 'Taiwan']],
  ])('reads nothing with %s, and says why in one sentence', async (_what, voices) => {
    await engine.begin(voices);
    await visit(page, `${site.origin}/`);
    await ask(page, 'speech.play()');
    await ends();
    await page.waitForFunction('spied.problems.length > 0', { timeout: 15_000 });
    expect(await engine.texts('speak')).toEqual([]);
    expect((await spied(page)).problems).toHaveLength(1);
  });

  it('keeps the reader’s voice over a reload, and takes the best while it is away', async () => {
    await engine.begin(['Words', 'Words 2', 'Words 3']);
    await visit(page, `${site.origin}/`);
    await page.waitForFunction('speechSynthesis.getVoices().length === 3');
    const chosen = (await page.evaluate(`speechSynthesis.getVoices().find(({ name }) => name === 'Words 3').voiceURI`)) as string;
    await set(page, { voice: chosen });
    await page.reload();
    await page.waitForFunction(`typeof Mingdu === 'object' && Mingdu.get().voice !== ''`);
    await ask(page, 'speech.play()');
    await ends();
    expect(await voicesUsed()).toEqual(['Words 3']);
    await engine.begin(['Words', 'Words 2']);
    await ask(page, 'speech.play()');
    await ends();
    expect(await voicesUsed()).not.toContain('Words 3');
    expect(saidIn(await engine.texts('end'))).toBe(lettersOf([TITLE, ...NOTICE]));
    expect(await ask(page, 'get().voice')).toBe(chosen);
    await engine.begin(['Words', 'Words 3']);
    await ask(page, 'speech.play()');
    await ends();
    expect(await voicesUsed()).toEqual(['Words 3']);
    await set(page, { voice: '' });
  });

  it('finds the one voice among 13,362, and the page stays alive', async () => {
    await engine.begin([]);
    await engine.offerCrowd(13_362);
    await visit(page, `${site.origin}/`);
    await page.waitForFunction('speechSynthesis.getVoices().length > 13000', { timeout: 60_000, polling: 200 });
    const bare = (await page.evaluate(`(() => { const from = performance.now(); speechSynthesis.getVoices().map(({ lang, name }) => lang + name); return performance.now() - from; })()`)) as number;
    await page.evaluate(`window.longest = 0; (function beat(last) { setTimeout(() => { const now = performance.now(); longest = Math.max(longest, now - last); beat(now); }, 0); })(performance.now())`);
    await set(page, { speech: 'continuous' });
    await ask(page, 'open()');
    await ask(page, 'speech.play()');
    await ends();
    const longest = (await page.evaluate('longest')) as number;
    console.log(`13,362 voices: a bare look at all of them ${Math.round(bare)} ms, the page's longest stand-still ${Math.round(longest)} ms`);
    expect(await voicesUsed()).toEqual(['Words']);
    expect(saidIn(await engine.texts('end'))).toBe(lettersOf([TITLE, ...NOTICE]));
    expect(longest).toBeLessThan(500 + bare * 5);
    await engine.begin(['Words']);
  });
});
