// Speech over a port: old answers count for nothing, an end of the port is a failure, and it is opened again for the next sentence.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPortSpeech, type Channel } from '../../../../shared/speech/pack/port-speech';
import type { PortAsk } from '../../../../shared/speech/pack/protocol';

const UTTERANCE = { text: '好', rate: 1, volume: 1, voice: '', readings: null };
const VOICES = { type: 'voices', protocol: 1, voices: [{ name: '嗓', lang: 'zh-CN', voiceURI: 'x', localService: true }] };

function fakePort() {
  const asked: PortAsk[] = [];
  let hear: (message: unknown) => void = () => undefined;
  let end: () => void = () => undefined;
  const channel: Channel = {
    postMessage: (message) => void asked.push(message as PortAsk),
    onMessage: { addListener: (run) => void (hear = run) },
    onDisconnect: { addListener: (run) => void (end = run) },
  };
  return { asked, channel, hear: (message: unknown) => hear(message), end: () => end() };
}
const listener = () => ({ onStart: vi.fn(), onWord: vi.fn(), onEnd: vi.fn(), onFailure: vi.fn() });

describe('speech over a port', () => {
  let ports: ReturnType<typeof fakePort>[];
  let speech: ReturnType<typeof createPortSpeech>;
  beforeEach(() => {
    vi.useFakeTimers();
    ports = [];
    speech = createPortSpeech(() => {
      const port = fakePort();
      ports.push(port);
      return port.channel;
    });
  });
  afterEach(() => vi.useRealTimers());

  it('asks nobody before it is used', () => {
    speech.cancel();
    expect(ports).toEqual([]);
  });

  it('tells the voices that answer, and rejects where nobody does', async () => {
    const there = speech.voices();
    ports[0]?.hear(VOICES);
    expect((await there).map(({ name }) => name)).toEqual(['嗓']);
    const gone = expect(speech.voices()).rejects.toThrow('明读语音包');
    ports[0]?.end();
    await gone;
    const late = expect(speech.wake()).rejects.toThrow('明读语音包');
    vi.advanceTimersByTime(20_000);
    await late;
  });

  it('hands on the events of the utterance that is current, and of no other', () => {
    const first = listener();
    const second = listener();
    speech.speak(UTTERANCE, first);
    speech.speak(UTTERANCE, second);
    const port = ports[0];
    const [one, two] = (port?.asked ?? []).map((ask) => (ask.type === 'speak' ? ask.id : -1));
    port?.hear({ type: 'word', id: one, unit: 0, length: 1 });
    port?.hear({ type: 'end', id: one });
    port?.hear({ type: 'start', id: two });
    port?.hear({ type: 'word', id: two, unit: 0, length: 1 });
    port?.hear({ type: 'end', id: two });
    port?.hear({ type: 'end', id: two });
    expect([first.onWord, first.onEnd, first.onFailure].map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0]);
    expect(second.onStart).toHaveBeenCalledTimes(1);
    expect(second.onWord).toHaveBeenCalledWith(0, 1);
    expect(second.onEnd).toHaveBeenCalledTimes(1);
    expect(ports).toHaveLength(1);
  });

  it('tells nothing after a cancel', () => {
    const events = listener();
    speech.speak(UTTERANCE, events);
    speech.cancel();
    const port = ports[0];
    expect(port?.asked.map(({ type }) => type)).toEqual(['speak', 'cancel']);
    port?.hear({ type: 'end', id: 1 });
    port?.end();
    expect(events.onEnd).not.toHaveBeenCalled();
    expect(events.onFailure).not.toHaveBeenCalled();
  });

  it('fails when the port ends, and opens it again for the next sentence', () => {
    const events = listener();
    speech.speak(UTTERANCE, events);
    ports[0]?.end();
    expect(events.onFailure).toHaveBeenCalledExactlyOnceWith('failed');
    const next = listener();
    speech.speak(UTTERANCE, next);
    expect(ports).toHaveLength(2);
    ports[0]?.hear({ type: 'end', id: 2 });
    expect(next.onEnd).not.toHaveBeenCalled();
    ports[1]?.hear({ type: 'end', id: 2 });
    expect(next.onEnd).toHaveBeenCalledTimes(1);
  });

  it('cancels without an error when the extension has gone meanwhile', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    let isGone = false;
    const leaving = createPortSpeech(() => ({
      postMessage() {
        if (isGone) throw new Error('Extension context invalidated');
      },
      onMessage: { addListener: () => undefined },
      onDisconnect: { addListener: () => undefined },
    }));
    leaving.speak(UTTERANCE, listener());
    isGone = true;
    expect(() => leaving.cancel()).not.toThrow();
  });

  it('fails where no port can be opened', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const gone = createPortSpeech(() => {
      throw new Error('Extension context invalidated');
    });
    const events = listener();
    gone.speak(UTTERANCE, events);
    expect(events.onFailure).toHaveBeenCalledExactlyOnceWith('failed');
  });
});
