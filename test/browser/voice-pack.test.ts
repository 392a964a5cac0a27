// The built voice pack as a site has it: nothing of it is fetched before it is wanted, then it speaks, tells of its words in time, is silent at
// once, and says which line of a policy is missing. Its sounds themselves are in test/voice-pack/.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { assertNoForeignRequests, BROWSERS } from '../support/browsers';
import { DIST, ask, visit, widgetMount } from '../support/product';
import type { Mount } from '../support/site';
import { hasSoundServer, useSilentSpeaker } from '../support/silent-speaker';
import { useBrowser } from '../support/use-browser';
import { pressLoad, pressSpeak, voicePage, VOICE_PAGE_SCRIPTS } from '../support/voice-page';
import { hasVoicePack, VOICE_FILE } from '../support/voice-worker';

const TEXT = '中华人民共和国民政部';
const WORDS = [...TEXT].map((_, unit) => `word ${unit}+1`);
/** Most that a word may be told away from its sound. */
const LAG_S = 0.06;

const pack = (at: string, headers?: Mount['headers']): Mount => ({ at, from: join(DIST, 'voice-pack'), ...(headers ? { headers } : {}) });
const page = (at: string, policy?: string, folder?: string, more?: Parameters<typeof voicePage>[1]): Mount => ({
  at,
  from: () => voicePage(folder, more),
  ...(policy ? { headers: { 'content-security-policy': policy } } : {}),
});
/** A pack whose file is this program. */
const program = (at: string, body: string, headers?: Mount['headers'], type = 'text/javascript'): Mount => ({
  at,
  from: (path) => (path === 'mingdu-voice.js' ? { type, body } : undefined),
  ...(headers ? { headers } : {}),
});
const scripts: Mount[] = Object.entries(VOICE_PAGE_SCRIPTS).map(([name, body]) => ({ at: `/${name}`, from: () => ({ type: 'text/javascript; charset=utf-8', body }) }));
const NEEDS_WASM = `WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
  () => postMessage({ type: 'refused', id: null, reason: 'it was let through' }), (error) => postMessage({ type: 'refused', id: null, reason: String(error) }))`;

const speaking = BROWSERS.filter((name) => name !== 'firefox' || hasSoundServer());
if (speaking.length < BROWSERS.length) console.warn('No sound server (pulseaudio) is installed, and Firefox has no audio clock without one: the voice pack is not tried in it.');

describe.skipIf(!hasVoicePack()).each(speaking)('the voice pack on a page in %s', (name) => {
  if (name === 'firefox') useSilentSpeaker();
  const bench = useBrowser(name, [
    widgetMount(),
    ...scripts,
    pack('/mingdu/voice-pack/'),
    page('/plain/'),
    page('/quirks/', undefined, undefined, { doctype: '' }),
    { at: '/gbk/', from: () => ({ ...voicePage(), type: 'text/html; charset=gbk' }) },
    page('/strict/', "default-src 'none'; script-src 'self'; connect-src 'none'"),
    page('/no-workers/', "script-src 'self'; worker-src 'none'"),
    page('/types/', "script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"),
    page('/own-type/', "script-src 'self'; require-trusted-types-for 'script'; trusted-types mingdu"),
    page('/missing/', undefined, '/nowhere/'),
    page('/as-text/', undefined, '/text-pack/'),
    program('/text-pack/', hasVoicePack() ? readFileSync(VOICE_FILE, 'utf8') : '', { 'x-content-type-options': 'nosniff' }, 'text/plain'),
    page('/no-wasm/', undefined, '/wasm-pack/'),
    program('/wasm-pack/', NEEDS_WASM, { 'content-security-policy': "script-src 'self'" }),
    page('/other-protocol/', undefined, '/other-pack/'),
    program('/other-pack/', `postMessage({ type: 'voices', protocol: 99, voices: [] })`),
    {
      at: '/site/',
      from: () => ({
        body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title></head><body><main><h1>通知</h1><p>请大家互相转告。</p></main>
<script src="/mingdu/mingdu.js" data-voice-pack="/mingdu/voice-pack"></script></body></html>`,
      }),
    },
  ]);
  // A plain http address, where browsers hold things back that they give to this machine's own.
  const go = (path: string) => bench.page.goto(bench.site.on('www.example.com.cn', path), { waitUntil: 'load' });
  /** For files of the pack and for its player; the picker of voices, which offers it, is not of them. */
  const packRequests = () => bench.site.requests.filter((path) => /voice(?!s\.)/.test(path) && !path.startsWith('/voice-page'));
  afterEach(() => assertNoForeignRequests(bench.opened));

  it('is not asked for before the reader wants it', async () => {
    bench.site.forget();
    await visit(bench.page, `${bench.site.origin}/site/`);
    await ask(bench.page, 'open()');
    await bench.page.evaluate('Mingdu.speech.play().catch(() => 0)');
    await ask(bench.page, 'settled()');
    await ask(bench.page, 'close()');
    expect(bench.site.requests).toContain('/mingdu/mingdu.js');
    expect(packRequests()).toEqual([]);
  });

  it('speaks: sound, and every word in its order and time', async () => {
    await go('/plain/');
    bench.site.forget();
    const { voices, readyMs } = await pressLoad(bench.page);
    expect(voices?.map((voice) => voice.name)).toEqual(['明读语音包']);
    const { events, startMs, lags, loudest } = await pressSpeak(bench.page, { text: TEXT });
    console.log(`${name}: ready ${Math.round(readyMs ?? 0)} ms after the press, first sound ${Math.round(startMs)} ms after the next, words told ${lags.map((lag) => Math.round(lag * 1000)).join(', ')} ms after their sound`);
    expect(events).toEqual(['start', ...WORDS, 'end']);
    expect(loudest).toBeGreaterThan(0.05);
    expect(lags).toHaveLength(TEXT.length);
    const sorted = [...lags].sort((a, b) => a - b);
    // One word may come while the machine does something else; most may not.
    expect(Math.abs(sorted[Math.floor(sorted.length / 2)] ?? 1)).toBeLessThan(LAG_S);
    expect(await bench.page.evaluate('isSecureContext')).toBe(false);
    expect(packRequests()).toEqual(['/mingdu/voice-pack/mingdu-voice.js?v=1']);
    // In Firefox that question can stop the tab for good (playback.ts).
    const asked = await bench.page.evaluate('noted.latencyReads');
    if (name === 'firefox') expect(asked).toBe(0);
    else expect(asked).toBeGreaterThan(0);
  });

  it('is not fetched again by another press', async () => {
    bench.site.forget();
    await pressLoad(bench.page);
    const { events, startMs } = await pressSpeak(bench.page, { text: '民政部', readings: ['mín', 'zhèng', 'bù'] });
    console.log(`${name}: sound ${Math.round(startMs)} ms after a later press`);
    expect(events).toEqual(['start', 'word 0+1', 'word 1+1', 'word 2+1', 'end']);
    expect(packRequests()).toEqual([]);
  });

  it('honours the volume', async () => {
    const loud = await pressSpeak(bench.page, { text: TEXT, volume: 1 });
    const soft = await pressSpeak(bench.page, { text: TEXT, volume: 0.2 });
    const none = await pressSpeak(bench.page, { text: TEXT, volume: 0 });
    expect(soft.loudest).toBeGreaterThan(0.005);
    expect(soft.loudest).toBeLessThan(loud.loudest * 0.5);
    expect(none.loudest).toBe(0);
    expect(none.events.at(-1)).toBe('end');
  });

  it('is silent as soon as it is cancelled, and tells nothing more', async () => {
    await bench.page.evaluate(`job = { text: ${JSON.stringify(TEXT.repeat(4))} }; heard = null`);
    await bench.page.click('#speak');
    await bench.page.waitForFunction('heard?.events.length > 3 && noted.level() > 0.02', { timeout: 15_000 });
    await bench.page.click('#cancel');
    await bench.page.waitForFunction('noted.level() === 0', { timeout: 5_000 });
    const told = await bench.page.evaluate('heard.events.length');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await bench.page.evaluate('[heard.events.length, heard.done, noted.level()]')).toEqual([told, false, 0]);
    // And what is said next is heard.
    expect((await pressSpeak(bench.page, { text: TEXT })).events).toEqual(['start', ...WORDS, 'end']);
  });

  it.each(['/quirks/', '/gbk/', '/strict/', '/own-type/'])('works on %s', async (path) => {
    await go(path);
    expect(await pressLoad(bench.page)).toMatchObject({ voices: [{ name: '明读语音包' }] });
    const { events, loudest } = await pressSpeak(bench.page, { text: '民政部' });
    expect(events[0]).toBe('start');
    expect(events.at(-1)).toBe('end');
    expect(loudest).toBeGreaterThan(0.02);
  });

  it('on a page that allows no policy of ours it says so after one violation, and starts nothing', async () => {
    await go('/types/');
    await bench.page.evaluate(`violations = []; document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violations.push(effectiveDirective))`);
    bench.site.forget();
    expect((await pressLoad(bench.page)).error).toMatch(/trusted-types mingdu/);
    // A violation is told a moment after what it stopped.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await bench.page.evaluate('violations')).toEqual(['trusted-types']);
    expect(packRequests()).toEqual([]);
  });

  const refusals: readonly (readonly [string, RegExp])[] = [
    ['/no-workers/', /worker-src 'self'/],
    ['/missing/', /is missing \(status 404\)/],
    ['/as-text/', /Content-Type: text\/javascript/],
    ['/no-wasm/', /'wasm-unsafe-eval'/],
    ['/other-protocol/', /same version/],
  ];
  it.each(refusals)('on %s it says what is missing', async (path, line) => {
    await go(path);
    expect((await pressLoad(bench.page)).error).toMatch(line);
  });
});
