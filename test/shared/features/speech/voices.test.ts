// Which voice the reader wants, which may speak, and what was agreed to: by setting, store and pack, with a driver of a few lines.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseConsent, withConsent } from '../../../../shared/features/speech/consent';
import { systemOf } from '../../../../shared/features/speech/system';
import type { RemoteSpeech } from '../../../../shared/speech/driver';
import { PACK_SPEECH, speechStand, type StandOptions } from '../../../support/speech-stand';
import { LISTS, voice } from '../../../support/voice-lists';

const HUIHUI = 'Microsoft Huihui - Chinese (Simplified, PRC)';
const XIAOXIAO = 'Microsoft Xiaoxiao Online (Natural) - Chinese (Mainland)';
const HSIAOCHEN = 'Microsoft HsiaoChen Online (Natural) - Chinese (Taiwan)';
const TAIWAN = voice('Microsoft Hanhan - Chinese (Traditional, Taiwan)', 'zh-TW');

let end: AbortController;
beforeEach(() => void (end = new AbortController()));
afterEach(() => end.abort());
const stand = (options: StandOptions) => speechStand(end.signal, options);
const allowed = ({ voices, state }: ReturnType<typeof stand>) => state.list.filter(voices.allows).map(({ name }) => name);

describe('which voices may speak', () => {
  it('those of this machine and the mainland, with nothing chosen', () => {
    expect(allowed(stand({ list: LISTS.edge }))).toEqual([HUIHUI, 'Microsoft Kangkang - Chinese (Simplified, PRC)', 'Microsoft Yaoyao - Chinese (Simplified, PRC)']);
  });
  it.each([
    ['a remote one, chosen without consent', XIAOXIAO, undefined, false],
    ['agreed to for another company', XIAOXIAO, { remote: ['google'] }, false],
    ['agreed to and chosen in the picker', XIAOXIAO, { remote: ['microsoft'], voice: { name: XIAOXIAO, lang: 'zh-CN', voiceURI: XIAOXIAO } }, true],
    ['agreed to, but set by a script of the site', XIAOXIAO, { remote: ['microsoft'] }, false],
    ['agreed to, but not chosen', '', { remote: ['microsoft'], voice: { name: XIAOXIAO, lang: 'zh-CN', voiceURI: XIAOXIAO } }, false],
    ['consent as nobody of us writes it', XIAOXIAO, { remote: 'microsoft' }, false],
  ])('%s', (_, chosen, consent, may) => expect(allowed(stand({ list: LISTS.edge, voice: chosen, consent })).includes(XIAOXIAO)).toBe(may));
  it('one of Taiwan only when the reader chose it', () => {
    expect(allowed(stand({ list: [TAIWAN] }))).toEqual([]);
    expect(allowed(stand({ list: [TAIWAN], voice: TAIWAN.voiceURI }))).toEqual([TAIWAN.name]);
    expect(allowed(stand({ list: LISTS.edge, voice: HSIAOCHEN }))).not.toContain(HSIAOCHEN);
  });
});

describe('the voice that is wanted', () => {
  it('is the setting, and nothing when nothing is chosen or it is not there', () => {
    expect(stand({ list: LISTS.edge, voice: HUIHUI }).voices.wanted()).toBe(HUIHUI);
    expect(stand({ list: LISTS.edge }).voices.wanted()).toBe('');
    expect(stand({ list: LISTS.edge, voice: 'gone' }).voices.wanted()).toBe('gone');
  });
  it('is found again by name and language where its URI has changed', () => {
    const consent = { voice: { name: HUIHUI, lang: 'zh_CN', voiceURI: 'old' } };
    expect(stand({ list: LISTS.edge, voice: 'old', consent }).voices.wanted()).toBe(HUIHUI);
    expect(stand({ list: LISTS.edge, voice: 'older', consent }).voices.wanted()).toBe('older');
  });
  it('is said once not to speak where nobody agreed, and again for another one', () => {
    const at = stand({ list: LISTS.edge, voice: XIAOXIAO });
    at.voices.wanted();
    at.voices.wanted();
    expect(at.state.problems).toEqual(['voice-unasked']);
    at.settings.set({ ...at.settings.value, voice: HUIHUI });
    at.voices.wanted();
    expect(at.state.problems).toHaveLength(1);
    at.settings.set({ ...at.settings.value, voice: HSIAOCHEN });
    at.voices.wanted();
    expect(at.state.problems).toHaveLength(2);
  });
});

describe('the voice pack', () => {
  const pack = (load = vi.fn(async () => PACK_SPEECH)) => ({ bytes: 1_220_000, load });
  it('is not fetched before the reader accepted it, nor where nobody could drive it', async () => {
    const load = vi.fn(async () => PACK_SPEECH);
    expect(await stand({ list: [], pack: pack(load) }).voices.packArrives()).toBe(false);
    expect(await stand({ list: [], pack: pack(load), consent: { pack: true }, drivesPack: false }).voices.packArrives()).toBe(false);
    expect(await stand({ list: [], consent: { pack: true } }).voices.packArrives()).toBe(false);
    expect(load).not.toHaveBeenCalled();
  });
  it('is fetched once when it was accepted before', async () => {
    const load = vi.fn(async () => PACK_SPEECH);
    const at = stand({ list: [], pack: pack(load), consent: { pack: true } });
    expect([await at.voices.packArrives(), await at.voices.packArrives()]).toEqual([true, true]);
    expect([load.mock.calls.length, at.state.packs]).toEqual([1, 1]);
  });
  it('gives back what it holds when the aid ends, also where it comes later than that', async () => {
    for (const isLate of [false, true]) {
      end = new AbortController();
      const release = vi.fn();
      let come: (speech: RemoteSpeech) => void = () => undefined;
      const load = () => new Promise<RemoteSpeech>((resolve) => void (come = resolve));
      const at = stand({ list: [], pack: { bytes: 1, load }, consent: { pack: true } });
      const arrives = at.voices.packArrives();
      if (isLate) end.abort();
      come({ ...PACK_SPEECH, release });
      expect(await arrives).toBe(!isLate);
      expect([release.mock.calls.length, at.state.packs]).toEqual(isLate ? [1, 0] : [0, 1]);
      end.abort();
      expect(release).toHaveBeenCalledTimes(1);
    }
  });
  it('that cannot be had says why to the console, and is not tried again', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const load = vi.fn(async () => Promise.reject(new Error('add worker-src \'self\'')));
    const at = stand({ list: [], pack: pack(load), consent: { pack: true } });
    expect([await at.voices.packArrives(), await at.voices.packArrives()]).toEqual([false, false]);
    expect(load).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls).toEqual([['mingdu: add worker-src \'self\'']]);
    warn.mockRestore();
  });
});

describe('what is stored of the consent', () => {
  it.each([
    [undefined], [null], ['yes'], [[]], [{ remote: { microsoft: true }, pack: 1, voice: 'x', heard: 'x' }], [{ remote: ['evil', 5], voice: { name: 'x' }, heard: [null] }],
  ])('%j is none', (stored) => expect(parseConsent(stored)).toEqual({ remote: [], pack: false, voice: null, heard: [] }));
  it('keeps what others keep there', () => expect(withConsent({ later: 1, pack: true }, { heard: ['x'] })).toEqual({ later: 1, pack: true, heard: ['x'] }));
  it('forgets the oldest of many voices that were heard', () => {
    const { heard } = parseConsent({ heard: Array.from({ length: 40 }, (_, at) => `voice ${at}`) });
    expect([heard.length, heard.at(-1)]).toEqual([24, 'voice 39']);
  });
});

describe('the system', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36', 'windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15', 'mac'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X)', 'ios'],
    ['Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36', 'android'],
    ['Mozilla/5.0 (X11; Linux x86_64; UOS) Gecko/20100101 Firefox/115.0', 'linux'],
    ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36', 'chromeos'],
    ['Mozilla/5.0 (PlayStation)', null],
  ])('%s is %s', (userAgent, system) => expect(systemOf({ userAgent, maxTouchPoints: 0 })).toBe(system));
  it('an iPad calls itself a Macintosh', () => expect(systemOf({ userAgent: 'Macintosh; Intel Mac OS X', maxTouchPoints: 5 })).toBe('ios'));
  it('what the browser says of its platform comes first', () => expect(systemOf({ userAgent: 'X11; Linux', maxTouchPoints: 0, userAgentData: { platform: 'Windows' } })).toBe('windows'));
});
