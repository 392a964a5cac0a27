// 嗓音 on the options page: who reads is named, 试听 says one sentence of ours and nothing before a press, no voice gets text without consent.
import { RULES } from 'mingdu:rules';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDesk } from '../../../extension/options/desk';
import type { LentPanels } from '../../../extension/options/panels';
import { createVoiceDesk } from '../../../extension/options/voices';
import { SAMPLE } from '../../../shared/features/speech/sample';
import type { SettingsStorage } from '../../../shared/host';
import { createFakeSpeech, type FakeProfile } from '../../support/fake-speech';

let ending: AbortController;
let stored: unknown;
const storage: SettingsStorage = {
  read: async () => stored,
  update: async (change) => ((stored = change(stored)), true),
  onChange: () => undefined,
};

beforeEach(() => {
  vi.useFakeTimers();
  ending = new AbortController();
  stored = { version: 1, on: true, toolbar: 'none', settings: {} };
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function make(profile: FakeProfile) {
  const fake = createFakeSpeech(profile, 50);
  vi.stubGlobal('speechSynthesis', fake.synthesis);
  vi.stubGlobal('SpeechSynthesisUtterance', fake.Utterance);
  const told: string[] = [];
  let turns = 0;
  let takeTurn: () => void = () => undefined;
  const desk = createDesk({ view: window, rules: RULES, storage, signal: ending.signal, report: (error) => void told.push(String(error)), onRefused: () => void told.push('full'), command: async () => undefined });
  await desk.begin();
  const panels = { loadPack: () => Promise.reject(new Error('no file')), panel: () => ({ show: () => undefined }) } as unknown as LentPanels;
  const voices = createVoiceDesk({
    view: window, desk, panels, signal: ending.signal,
    ports: { turn: { take: () => void (turns += 1), onTaken: (run) => void (takeTurn = run) }, tts: null, pack: null },
    redraw: () => undefined,
    tell: (key) => void told.push(key),
    report: (error) => void told.push(String(error)),
  });
  await vi.advanceTimersByTimeAsync(15_000);
  return { fake, voices, desk, told, turns: () => turns, another: () => takeTurn() };
}

describe('voices on the options page', () => {
  it('name who reads, make no sound by themselves, and say one sentence of ours when asked', async () => {
    const { voices, fake, turns } = await make('win-huihui');
    expect([voices.name(), voices.isWaiting, voices.isSounding, fake.started]).toEqual(['慧慧', false, false, []]);
    voices.sample();
    expect([voices.isSounding, turns()]).toEqual([true, 1]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([fake.ended, voices.isSounding]).toEqual([[SAMPLE], false]);
  });
  it('say it with the voice and at the speed that were chosen', async () => {
    stored = { version: 1, on: true, toolbar: 'none', settings: { voice: 'Microsoft Kangkang - Chinese (Simplified, PRC)', rate: 0.5 } };
    const { voices, fake } = await make('win-huihui');
    expect(voices.name()).toBe('康康');
    voices.sample();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(fake.voices.join()).toContain('Kangkang');
    expect(fake.rates).toEqual([0.5]);
  });
  it('fall silent at the second press, and when a page begins to read', async () => {
    const { voices, fake, another } = await make('win-huihui');
    voices.sample();
    await vi.advanceTimersByTimeAsync(100);
    voices.sample();
    expect(voices.isSounding).toBe(false);
    voices.sample();
    await vi.advanceTimersByTimeAsync(100);
    another();
    expect(voices.isSounding).toBe(false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(fake.ended).toEqual([]);
  });
  it('know no name where only voices that send the text away are there, and nothing is sent', async () => {
    const { voices, fake } = await make('chrome-google');
    expect([voices.name(), voices.isWaiting]).toEqual([null, false]);
    voices.sample();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(fake.started).toEqual([]);
  });
  it('say so when the voice does not speak', async () => {
    const { voices, told } = await make('fails');
    voices.sample();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(told).toContain('sample-failed');
    expect(voices.isSounding).toBe(false);
  });
});
