// What arrives from a voice, or from whoever asks one, is checked before it is believed.
import { describe, expect, it } from 'vitest';
import { parseFromPort, parseFromWorker, parsePortAsk } from '../../../../shared/speech/pack/protocol';

const VOICE = { name: '明读语音包', lang: 'zh-CN', voiceURI: 'x', localService: true };

describe('a message of a voice', () => {
  it('names voices of this protocol alone', () => {
    expect(parseFromWorker({ type: 'voices', protocol: 1, voices: [VOICE, { name: 1 }] })).toEqual({ type: 'voices', protocol: 1, voices: [VOICE] });
    expect(parseFromPort({ type: 'voices', protocol: 1, voices: [{ ...VOICE, localService: 'yes' }] })).toMatchObject({ voices: [{ localService: false }] });
    expect(parseFromWorker({ type: 'voices', protocol: 2, voices: [VOICE] })).toBeNull();
    expect(parseFromWorker({ type: 'voices', protocol: 1, voices: [] })).toBeNull();
  });

  it('brings sound with words that have places', () => {
    const samples = new Float32Array(4);
    const message = { type: 'sound', id: 3, samples, sampleRate: 22_050, words: [{ unit: 0, length: 1, at: 0.1 }, { unit: -1, length: 1, at: 0 }, null], isLast: true };
    expect(parseFromWorker(message)).toEqual({ ...message, words: [{ unit: 0, length: 1, at: 0.1 }] });
    expect(parseFromWorker({ ...message, samples: [0, 1] })).toBeNull();
    expect(parseFromWorker({ ...message, id: '3' })).toBeNull();
  });

  it.each([null, undefined, 7, 'end', {}, { type: 'end' }, { type: 'word', id: 1, unit: 0.5, length: 1 }, { type: 'failed', id: 1, failure: 'tired' }])('%j is none', (value) => {
    expect(parseFromPort(value)).toBeNull();
    expect(parseFromWorker(value)).toBeNull();
  });

  it('tells what becomes of an utterance', () => {
    for (const message of [{ type: 'start', id: 0 }, { type: 'end', id: 2 }, { type: 'word', id: 2, unit: 3, length: 0 }, { type: 'failed', id: 2, failure: 'not-allowed' }]) expect(parseFromPort(message)).toEqual(message);
    expect(parseFromWorker({ type: 'refused', id: null, reason: 'why' })).toEqual({ type: 'refused', id: null, reason: 'why' });
  });
});

describe('a question to a voice', () => {
  const utterance = { text: '好', rate: 1.5, volume: 0.5, voice: 'x', readings: ['hǎo'] };
  it('is taken as it is', () => {
    expect(parsePortAsk({ type: 'speak', id: 1, utterance })).toEqual({ type: 'speak', id: 1, utterance });
    for (const type of ['voices', 'wake', 'cancel']) expect(parsePortAsk({ type })).toEqual({ type });
  });

  it('is mended where a number is out of bounds, or readings do not fit the text', () => {
    expect(parsePortAsk({ type: 'speak', id: 1, utterance: { text: '好', rate: NaN, volume: 7, voice: 3, readings: ['hǎo', 'x'] } })).toEqual({
      type: 'speak', id: 1, utterance: { text: '好', rate: 1, volume: 1, voice: '', readings: null },
    });
  });

  it.each([null, { type: 'speak' }, { type: 'speak', id: 1, utterance: { text: 1 } }, { type: 'sing' }])('%j is none', (value) => expect(parsePortAsk(value)).toBeNull());
});
