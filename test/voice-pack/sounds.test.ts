// @vitest-environment node
// The built voice pack heard by a machine: a word event for each syllable, its length, and the way its pitch moves, against the tone that is asked for.
import { beforeAll, describe, expect, it } from 'vitest';
import { contourOf, loudness, pitchesOf } from '../support/pitch';
import { hasVoicePack, startVoiceWorker, type Made, type VoiceWorker } from '../support/voice-worker';

const NAME = '中华人民共和国民政部';
const READ = 'zhōng huá rén mín gòng hé guó mín zhèng bù';
/** The middle of this voice's range, in hertz: it speaks between 77 and 98. */
const MIDDLE = 90;

/** The tone that is heard in a syllable: where its pitch begins, and where it ends. */
function toneOf(made: Made, index: number): 'high' | 'rises' | 'falls' | 'low' {
  const from = made.words[index]?.at ?? NaN;
  const { start, end } = contourOf(pitchesOf(made.samples, made.sampleRate, from, made.words[index + 1]?.at ?? made.samples.length / made.sampleRate));
  if (end > MIDDLE) return start > MIDDLE ? 'high' : 'rises';
  return start > MIDDLE ? 'falls' : 'low';
}
const tonesOf = (made: Made) => made.words.map((_, index) => toneOf(made, index));
const lengthsOf = ({ words, samples, sampleRate }: Made) => words.map(({ at }, index) => (words[index + 1]?.at ?? samples.length / sampleRate) - at);
/** Equal but for a sample's rounding and the noise in its consonants. */
const distance = (a: Made, b: Made) => Math.abs(a.samples.length - b.samples.length) / a.sampleRate;

if (!hasVoicePack()) console.warn('dist/voice-pack is not there: its package could not be had when the project was built. Its sounds are not tested.');

describe.skipIf(!hasVoicePack())('the voice pack', () => {
  let voice: VoiceWorker;
  beforeAll(async () => {
    voice = await startVoiceWorker();
  });

  it('names itself, and fetches nothing', () => {
    expect(voice.ready).toEqual({ type: 'voices', protocol: 1, voices: [{ name: '明读语音包', lang: 'zh-CN', voiceURI: 'mingdu:voice-pack', localService: true }] });
    expect(voice.fetched).toEqual([]);
  });

  describe.each([
    ['by its own dictionary', null],
    ['by the readings it is given', READ.split(' ')],
  ] as const)('says 中华人民共和国民政部 %s', (_, readings) => {
    let made: Made;
    beforeAll(async () => {
      made = await voice.make(NAME, readings);
    });

    it('ten of ten syllables', () => {
      expect(made.words.map(({ unit, length }) => [unit, length])).toEqual([...NAME].map((__, unit) => [unit, 1]));
      for (const seconds of lengthsOf(made)) {
        expect(seconds).toBeGreaterThan(0.15);
        expect(seconds).toBeLessThan(0.6);
      }
      for (const [index, { at }] of made.words.entries()) expect(loudness(made.samples, made.sampleRate, at, at + (lengthsOf(made)[index] ?? 0))).toBeGreaterThan(0.03);
    });

    it('ten of ten tones', () => {
      expect(tonesOf(made)).toEqual(['high', 'rises', 'rises', 'rises', 'falls', 'rises', 'rises', 'rises', 'falls', 'falls']);
    });
  });

  it('tells the five tones apart', async () => {
    expect(tonesOf(await voice.make('妈麻马骂吗', ['mā', 'má', 'mǎ', 'mà', 'ma'])).slice(0, 3)).toEqual(['high', 'rises', 'low']);
    // Each alone, where nothing changes it.
    for (const [reading, tone] of [['dā', 'high'], ['dá', 'rises'], ['dà', 'falls'], ['lù', 'falls'], ['lǘ', 'rises']] as const) {
      expect(toneOf(await voice.make('字', [reading]), 0), reading).toBe(tone);
    }
  });

  it('reads polyphones as it is told', async () => {
    const city = await voice.make('重庆', ['chóng', 'qìng']);
    expect(tonesOf(city)).toEqual(['rises', 'falls']);
    expect(tonesOf(await voice.make('重庆', ['zhòng', 'qìng']))).toEqual(['falls', 'falls']);
    expect(tonesOf(await voice.make('行长', ['háng', 'zhǎng']))[0]).toBe('rises');
    // Its own dictionary knows these two: what it says of itself is as long as what it is told to say.
    expect(distance(city, await voice.make('重庆'))).toBeLessThan(0.06);
    expect(distance(await voice.make('行长', ['háng', 'zhǎng']), await voice.make('行长'))).toBeLessThan(0.06);
  });

  it('says -iong, which its rules lack', async () => {
    for (const [reading, tone] of [['xiōng', 'high'], ['qióng', 'rises'], ['xióng', 'rises'], ['xiòng', 'falls']] as const) {
      const made = await voice.make('字', [reading]);
      expect(made.words.map(({ unit, length }) => [unit, length])).toEqual([[0, 1]]);
      expect(toneOf(made, 0), reading).toBe(tone);
    }
    // By the character alone: one word as long as the syllable; spelled out it would be four.
    const plain = await voice.make('穷');
    expect(plain.words).toHaveLength(1);
    expect(distance(plain, await voice.make('字', ['qióng']))).toBeLessThan(0.02);
    expect((await voice.make('贫穷的兄弟')).words.map(({ unit }) => unit)).toEqual([0, 1, 2, 3, 4]);
  });

  it('tells places in UTF-16 units, and escapes what would be markup', async () => {
    const text = '读𠮷&<b>好</b>[[x]]😀的';
    const { words } = await voice.make(text);
    const spoken = words.map(({ unit, length }) => text.slice(unit, unit + length));
    expect(spoken).toContain('读');
    expect(spoken).toContain('好');
    expect(spoken.at(-1)).toBe('的');
    for (const { unit } of words) expect(text.charCodeAt(unit) & 0xfc00).not.toBe(0xdc00);
    expect(words.every(({ unit }, index) => index === 0 || unit > (words[index - 1]?.unit ?? 0))).toBe(true);
    // The same by readings, with a mark between.
    const given = await voice.make('𠮷、好', ['jí', '', '', 'hǎo']);
    expect(given.words.map(({ unit, length }) => [unit, length])).toEqual([[0, 2], [3, 1]]);
  });

  it('says Latin letters in English beside syllables', async () => {
    const { words } = await voice.make('打开 Word 文档', ['dǎ', 'kāi', '', '', '', '', '', '', 'wén', 'dàng']);
    expect(words.map(({ unit, length }) => [unit, length])).toEqual([[0, 1], [1, 1], [3, 4], [8, 1], [9, 1]]);
  });

  it('has nothing to say for marks alone, and ends', async () => {
    for (const text of ['', '。', '——', ' ']) {
      const { words, samples, sampleRate } = await voice.make(text);
      expect(words).toEqual([]);
      expect(samples.length / sampleRate).toBeLessThan(0.5);
    }
  });

  it('honours the speed', async () => {
    const seconds = async (rate: number) => (await voice.make(NAME, null, rate)).samples.length;
    const [slow, plain, fast] = [await seconds(0.5), await seconds(1), await seconds(2)];
    expect(slow / plain).toBeGreaterThan(1.6);
    expect(fast / plain).toBeLessThan(0.65);
  });

  it('gives the first piece long before the last', async () => {
    const made = await voice.make(`${NAME}发布通知，`.repeat(8));
    const seconds = made.samples.length / made.sampleRate;
    console.log(`voice pack: ready in ${voice.readyMs.toFixed(0)} ms, first piece after ${made.firstMs.toFixed(0)} ms, ${seconds.toFixed(1)} s of speech in ${made.allMs.toFixed(0)} ms (${((seconds * 1000) / made.allMs).toFixed(0)} times real time)`);
    expect(made.pieces).toBeGreaterThan(10);
    expect(made.firstMs).toBeLessThan(made.allMs / 3);
    expect(made.allMs / 1000).toBeLessThan(seconds);
  });
});
