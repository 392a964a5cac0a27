// The voice pack as an add-on of Firefox, beside an extension that calls it as Mingdu does: it answers Mingdu alone, speaks, tells of its words,
// and stops when the page goes. What it says is in test/voice-pack/.
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertNoForeignRequests, BROWSERS, launch, type OpenBrowser } from '../support/browsers';
import { CALLED_PAGE, makeCallerExtension, type CallerExtension } from '../support/caller-extension';
import { inFirefoxItself } from '../support/extension';
import { DIST } from '../support/product';
import { startSite, type Site } from '../support/site';
import { hasSoundServer, useSilentSpeaker } from '../support/silent-speaker';
import { TAPS } from '../support/voice-page';
import { hasVoicePack } from '../support/voice-worker';

const TEXT = '中华人民共和国民政部';
const WORDS = [...TEXT].map((_, unit) => `word ${unit}+1`);
const PACK_UUID = '5b0c9a41-7a5f-4a0e-9d0b-766f69636570';
const attribute = (name: string) => `document.documentElement.getAttribute(${JSON.stringify(name)})`;

if (BROWSERS.includes('firefox') && !hasSoundServer()) console.warn('No sound server (pulseaudio) is installed, and Firefox has no audio clock without one: the voice pack is not tried as its add-on.');

describe.skipIf(!hasVoicePack() || !hasSoundServer() || !BROWSERS.includes('firefox')).each(['mingdu@mingdu', 'stranger@example'])('the voice pack in Firefox, called by %s', (id) => {
  useSilentSpeaker();
  let opened: OpenBrowser;
  let site: Site;
  let caller: CallerExtension;
  beforeAll(async () => {
    site = await startSite([{ at: '/', from: () => ({ body: CALLED_PAGE }) }]);
    caller = await makeCallerExtension(id);
    opened = await launch('firefox', { extension: caller.folder });
  });
  afterAll(async () => {
    await opened?.close();
    await site?.close();
    caller?.remove();
  });
  async function visit(): Promise<Page> {
    const page = await opened.newPage();
    await page.goto(site.on('www.example.gov.cn', '/'), { waitUntil: 'load' });
    await page.waitForFunction(`${attribute('data-pack')} !== null`, { timeout: 15_000 });
    return page;
  }
  const answer = async (page: Page) => (await page.evaluate(attribute('data-pack'))) as string;
  const notes = async (page: Page) => JSON.parse((await page.evaluate(`${attribute('data-notes')} ?? '[]'`)) as string) as { what: string; ms: number }[];
  const whats = async (page: Page) => (await notes(page)).map(({ what }) => what);
  const heardEnd = `/"(end|failed|interrupted|not-allowed)"/.test(${attribute('data-notes')} ?? '')`;
  async function press(page: Page, job: object, until = heardEnd): Promise<string[]> {
    await page.bringToFront();
    await page.evaluate(`document.documentElement.removeAttribute('data-notes'); document.documentElement.setAttribute('data-job', ${JSON.stringify(JSON.stringify(job))})`);
    await page.click('#speak');
    await page.waitForFunction(until, { timeout: 25_000 });
    return whats(page);
  }
  const install = async () => {
    // A known address, so that a page of the add-on can be opened.
    await inFirefoxItself(
      opened,
      `const name = 'extensions.webextensions.uuids'; const known = JSON.parse(Services.prefs.getStringPref(name, '{}'));
       Services.prefs.setStringPref(name, JSON.stringify({ ...known, 'voice-pack@mingdu': ${JSON.stringify(PACK_UUID)} }));`,
    );
    await opened.browser.installExtension(join(DIST, 'voice-pack-firefox'));
  };

  it('is not there where it is not installed', async () => {
    const page = await visit();
    expect(await answer(page)).toBe('none');
    await page.close();
    await install();
  });

  if (id !== 'mingdu@mingdu') {
    it('does not answer a stranger', async () => {
      const page = await visit();
      expect(await answer(page)).toBe('none');
      await page.close();
    });
    return;
  }

  it('answers, and has nothing left to fetch', async () => {
    const page = await visit();
    expect(JSON.parse(await answer(page))).toEqual({ bytes: 0, voices: [{ name: '明读语音包', lang: 'zh-CN', voiceURI: 'mingdu:voice-pack', localService: true }] });
    await page.close();
  });

  it('speaks, and tells of every word', async () => {
    const page = await visit();
    expect(await press(page, { text: TEXT })).toEqual(['press', 'start', ...WORDS, 'end']);
    const cold = await notes(page);
    expect(await press(page, { text: '重庆', readings: ['chóng', 'qìng'] })).toEqual(['press', 'start', 'word 0+1', 'word 1+1', 'end']);
    const warm = await notes(page);
    const first = (list: { ms: number }[]) => Math.round((list[1]?.ms ?? 0) - (list[0]?.ms ?? 0));
    console.log(`installed in Firefox: first sound ${first(cold)} ms after the first press, ${first(warm)} ms after the second`);
    await page.close();
  });

  it('sounds, and is silent when it is cancelled, when another page speaks, and when the page goes', async () => {
    const inside = await opened.newPage();
    // Not a page of the add-on's own, of which it has none; any of its files may look into its background page.
    await Promise.race([inside.goto(`moz-extension://${PACK_UUID}/icons/48.png`).catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 2_000))]);
    await inside.evaluate(`globalThis.behind = browser.extension.getBackgroundPage(); ${TAPS('behind')}`);
    const level = (test: string) => inside.waitForFunction(`behind.noted.level() ${test}`, { timeout: 8_000, polling: 20 });
    const page = await visit();
    const other = await visit();
    const long = { text: TEXT.repeat(6) };
    const begun = `/word/.test(${attribute('data-notes')} ?? '')`;

    await press(page, long, begun);
    await level('> 0.05');
    await page.click('#cancel');
    await level('=== 0');
    const told = await whats(page);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await whats(page)).toEqual(told);

    await press(page, long, begun);
    expect(await press(other, { text: '民政部' })).toEqual(['press', 'start', 'word 0+1', 'word 1+1', 'word 2+1', 'end']);
    expect((await whats(page)).at(-1)).toBe('interrupted');

    await press(page, long, begun);
    await level('> 0.05');
    await page.close();
    await level('=== 0');
    await other.close();
    await inside.close();
    assertNoForeignRequests(opened);
  });
});
