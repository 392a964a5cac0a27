// The whole way of a reader whose machine has no Mandarin voice, on a site that has the voice pack: offered, accepted, read to the end, there
// again on the next page, and gone with 退出. How the pack sounds is in voice-pack.test.ts.
import type { ConsoleMessage } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertNoForeignRequests, BROWSERS } from '../support/browsers';
import { pageDifferences } from '../../scripts/instrument/instrument';
import { isOffered, isOfPack, packMounts, packNotes, pressButton } from '../support/pack-site';
import { builtName, closeAndForget, visit } from '../support/product';
import { hasSoundServer, useSilentSpeaker } from '../support/silent-speaker';
import { useBrowser } from '../support/use-browser';
import { hasVoicePack } from '../support/voice-worker';

const OFFER = '用明读自带的嗓音';
const FIRST = ['关于冬季供暖的通知', '本周起开始供暖。', '请大家互相转告，有事到三号窗口办理。'];
/** Long enough that it is still being read when the slowest machine comes to look. */
const SECOND = ['关于办理证件的通知', ...[...'甲乙丙丁戊己庚辛'].map((hall) => `${hall}厅的证件已经做好，请大家带上户口本，按通知上的时间到大厅领取。`)];
const bodyOf = ([title, ...sentences]: readonly string[]) => `<main><h1>${title}</h1><article>${sentences.map((text) => `<p>${text}</p>`).join('')}</article></main>`;
const characters = (texts: readonly string[]) => texts.join('').replace(/\P{Script=Han}/gu, '');

const PACK = '/mingdu/voice-pack';
const BAD = ['javascript:alert(1)', 'data:text/javascript,1', 'http://other.example.gov.cn/mingdu/voice-pack/'];

const speaking = BROWSERS.filter((name) => name !== 'firefox' || hasSoundServer());
if (speaking.length < BROWSERS.length) console.warn('No sound server (pulseaudio) is installed, and Firefox has no audio clock without one: accepting the voice pack is not tried in it.');

describe.skipIf(!hasVoicePack()).each(speaking)('a reader without a voice, and the voice pack, in %s', (name) => {
  if (name === 'firefox') useSilentSpeaker();
  const bench = useBrowser(name, packMounts({
    'first.html': { body: bodyOf(FIRST), folder: PACK },
    'second.html': { body: bodyOf(SECOND), folder: PACK },
    ...Object.fromEntries(BAD.map((folder, at) => [`bad-${at}.html`, { body: bodyOf(FIRST), folder }])),
  }));
  const go = (path: string) => visit(bench.page, bench.site.on('www.example.com.cn', `/${path}`));
  const packRequests = () => bench.site.requests.filter(isOfPack);
  const until = (condition: string, ms = 20_000) => bench.page.waitForFunction(condition, { timeout: ms, polling: 50 });
  const began = Date.now();
  beforeAll(() => bench.page.setViewport({ width: 1280, height: 800 }));
  afterAll(() => {
    console.log(`${name}: the whole way took ${Math.round((Date.now() - began) / 1000)} s`);
    assertNoForeignRequests(bench.opened);
  });

  it.each(BAD)('is not offered the pack where the tag names %s for it; the console says so once', async (folder) => {
    const warnings: string[] = [];
    const note = (message: ConsoleMessage) => void (/mingdu/i.test(message.text()) && warnings.push(message.text()));
    bench.page.on('console', note);
    await go(`bad-${BAD.indexOf(folder)}.html`);
    await bench.page.click('#opener');
    await pressButton(bench.page, '朗读');
    await until(`Mingdu.settled().then(() => true)`);
    await expect.poll(() => isOffered(bench.page, '只看大字幕'), { timeout: 15_000 }).toBe(true);
    expect(await isOffered(bench.page, OFFER)).toBe(false);
    bench.page.off('console', note);
    expect(warnings).toEqual([expect.stringContaining(`data-voice-pack="${folder}"`)]);
    expect(packRequests()).toEqual([]);
    await closeAndForget(bench.page);
  });

  it('is offered it by 朗读, and nothing of it is fetched before it is accepted', async () => {
    await go('first.html');
    await bench.page.click('#opener');
    await pressButton(bench.page, '朗读');
    await expect.poll(() => isOffered(bench.page, OFFER), { timeout: 15_000 }).toBe(true);
    expect(packRequests()).toEqual([]);
    expect(await packNotes(bench.page)).toEqual({ sentences: [], words: [], workers: [], contexts: [] });
  });

  it('accepts it, and hears the notice to its end, word by word', async () => {
    await pressButton(bench.page, OFFER);
    await expect.poll(async () => (await packNotes(bench.page)).workers, { timeout: 20_000 }).toEqual([false]);
    await until(`localStorage.getItem('mingdu').includes('"pack":true')`);
    expect(packRequests().map((path) => path.replace(/\?.*/, ''))).toEqual([`/mingdu/${builtName('mingdu-pack-voice')}`, '/mingdu/voice-pack/mingdu-voice.js']);
    await pressButton(bench.page, '朗读');
    await until(`Mingdu.speech.state === 'speaking'`);
    await until('noted.level() > 0.02');
    await until(`Mingdu.speech.state === 'idle'`, 60_000);
    const { sentences, words } = await packNotes(bench.page);
    expect(sentences).toEqual(FIRST);
    expect(words.map(({ text }) => text).join('')).toBe(characters(FIRST));
    expect(words.map(({ at }) => at)).toEqual([...new Set(words.map(({ at }) => at))].sort((a, b) => a - b));
    expect(packRequests()).toHaveLength(2);
  });

  it('finds it on the next page, where nothing is fetched before a press, and is not asked again', async () => {
    bench.site.forget();
    await go('second.html');
    await expect.poll(() => isOffered(bench.page, '朗读'), { timeout: 10_000 }).toBe(true);
    await bench.page.evaluate('Mingdu.settled()');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(packRequests()).toEqual([]);
    await pressButton(bench.page, '朗读');
    await until(`Mingdu.speech.state === 'speaking'`);
    expect(await isOffered(bench.page, OFFER)).toBe(false);
    await until('packNotes.words.length > 10', 30_000);
    const { sentences, words } = await packNotes(bench.page);
    expect(SECOND.slice(0, sentences.length)).toEqual(sentences);
    expect(characters(SECOND).startsWith(words.map(({ text }) => text).join(''))).toBe(true);
  });

  it('leaves in the midst of a sentence: silence, the page as it was, worker and audio given back', async () => {
    await until(`Mingdu.speech.state === 'speaking' && noted.level() > 0.02`);
    await pressButton(bench.page, '退出');
    await bench.page.evaluate('Mingdu.close()');
    expect(await bench.page.evaluate('Mingdu.speech.state')).toBe('idle');
    expect(await pageDifferences(bench.page)).toEqual([]);
    await expect.poll(() => packNotes(bench.page), { timeout: 5_000 }).toMatchObject({ workers: [true], contexts: ['closed'] });
    const { words } = await packNotes(bench.page);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await packNotes(bench.page)).words).toEqual(words);
  });

  it('comes back on the same page, and hears it again', async () => {
    await bench.page.click('#opener');
    await pressButton(bench.page, '朗读');
    await until(`Mingdu.speech.state === 'speaking' && noted.level() > 0.02`);
    expect(await isOffered(bench.page, OFFER)).toBe(false);
    expect(await packNotes(bench.page)).toMatchObject({ workers: [true, false], contexts: ['closed', 'running'] });
    await closeAndForget(bench.page);
    await expect.poll(() => packNotes(bench.page), { timeout: 5_000 }).toMatchObject({ workers: [true, true], contexts: ['closed', 'closed'] });
    // The reader's own press gave it the focus.
    await bench.page.evaluate('document.activeElement.blur()');
    expect(await pageDifferences(bench.page)).toEqual([]);
  });
});
