// The browser's `tts` from a frame's call to the sound and back, through both sides of the extension; and one voice among pages.
import type polyfill from 'webextension-polyfill';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RemoteSpeech, Utterance, UtteranceEvents } from '../../shared/speech/driver';
import type { FakeBrowser } from '../support/fake-browser';

interface Told {
  readonly text: string;
  readonly options: { readonly voiceName: string; readonly rate: number; readonly volume: number; readonly enqueue: boolean; onEvent(event: object): void };
}

let fake: FakeBrowser;
let told: Told[];
let stops: number;
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(async () => {
  vi.resetModules();
  const browser: typeof polyfill = (await import('webextension-polyfill')).default;
  fake = browser as unknown as FakeBrowser;
  told = [];
  stops = 0;
  Object.assign(browser, {
    tts: {
      getVoices: (run: (voices: object[]) => void) => run([{ voiceName: 'Huihui', lang: 'zh-CN', remote: false }, { voiceName: 'Google 普通话', lang: 'zh-CN', remote: true }, {}]),
      speak: (text: string, options: Told['options'], run: () => void) => {
        told.push({ text, options });
        run();
      },
      stop: () => void (stops += 1),
    },
  });
  fake.fake.permissions.push('tts');
});

async function begin(): Promise<RemoteSpeech> {
  (await import('../../extension/speech')).serveSpeech();
  // What a background does when it comes is a test of its own.
  stops = 0;
  const tts = (await import('../../extension/tts')).createTts();
  if (!tts) throw new Error('no tts');
  return tts;
}

const say = (text: string): Utterance => ({ text, rate: 1.5, volume: 0.5, voice: 'Huihui', readings: null });

function listen(): UtteranceEvents & { readonly heard: string[] } {
  const heard: string[] = [];
  return {
    heard,
    onStart: () => void heard.push('start'),
    onWord: (unit, length) => void heard.push(`word ${unit} ${length}`),
    onEnd: () => void heard.push('end'),
    onFailure: (failure) => void heard.push(failure),
  };
}

describe('tts', () => {
  it('is none where the manifest does not ask for it', async () => {
    fake.fake.permissions.pop();
    expect((await import('../../extension/tts')).createTts()).toBeNull();
  });

  it('lists its voices as pages see them', async () => {
    expect(await (await begin()).voices()).toEqual([
      { name: 'Huihui', lang: 'zh-CN', voiceURI: 'Huihui', localService: true },
      { name: 'Google 普通话', lang: 'zh-CN', voiceURI: 'Google 普通话', localService: false },
      { name: '', lang: '', voiceURI: '', localService: true },
    ]);
  });

  it('says a text and tells of it; the end’s byte offset is nobody’s word', async () => {
    const tts = await begin();
    const events = listen();
    tts.speak(say('第一句。'), events);
    await settled();
    expect(told).toMatchObject([{ text: '第一句。', options: { enqueue: false, rate: 1.5, volume: 0.5, voiceName: 'Huihui' } }]);
    for (const event of [{ type: 'start', charIndex: 0 }, { type: 'word', charIndex: 2, length: -1 }, { type: 'sentence', charIndex: 1 }, { type: 'end', charIndex: 12 }]) told[0]?.options.onEvent(event);
    await settled();
    expect(events.heard).toEqual(['start', 'word 2 0', 'end']);
  });

  it.each([
    ['error', 'failed'],
    ['interrupted', 'interrupted'],
    ['cancelled', 'interrupted'],
  ])('%s is told as %s', async (type, failure) => {
    const events = listen();
    (await begin()).speak(say('一'), events);
    await settled();
    told[0]?.options.onEvent({ type });
    await settled();
    expect(events.heard).toEqual([failure]);
  });

  it('what an older text still tells is not heard', async () => {
    const tts = await begin();
    const [first, second] = [listen(), listen()];
    tts.speak(say('一'), first);
    tts.speak(say('二'), second);
    await settled();
    told[0]?.options.onEvent({ type: 'interrupted' });
    told[0]?.options.onEvent({ type: 'end' });
    told[1]?.options.onEvent({ type: 'start' });
    await settled();
    expect(first.heard).toEqual([]);
    expect(second.heard).toEqual(['start']);
  });

  it('a frame that begins ends another frame’s speech, which hears that it was interrupted', async () => {
    const one = await begin();
    const two = (await import('../../extension/tts')).createTts();
    const events = listen();
    one.speak(say('一'), events);
    await settled();
    two?.speak(say('二'), listen());
    await settled();
    expect(events.heard).toEqual(['interrupted']);
    // What a frame cancels that does not speak any more is nobody's.
    one.cancel();
    await settled();
    expect(stops).toBe(0);
    two?.cancel();
    await settled();
    expect(stops).toBe(1);
  });

  it('falls silent when the frame goes away', async () => {
    const tts = await begin();
    tts.speak(say('一'), listen());
    await settled();
    fake.fake.ports[0]?.onDisconnect.dispatch();
    expect(stops).toBe(1);
  });

  it('a background that was ended counts as a failure, not as the end; the next text wakes it', async () => {
    const tts = await begin();
    const events = listen();
    tts.speak(say('一'), events);
    await settled();
    fake.fake.ports[0]?.disconnect();
    expect(events.heard).toEqual(['failed']);
    // The next one is woken at once, for the text still sounds.
    expect(fake.fake.ports).toHaveLength(2);
    tts.speak(say('一'), events);
    await settled();
    expect(fake.fake.ports).toHaveLength(2);
    told[1]?.options.onEvent({ type: 'start' });
    await settled();
    expect(events.heard).toEqual(['failed', 'start']);
  });

  it('a background that comes stops what the one before left sounding', async () => {
    (await import('../../extension/speech')).serveSpeech();
    expect(stops).toBe(1);
  });

  it('an extension that has gone fails and throws nothing', async () => {
    const tts = await begin();
    vi.spyOn(fake.runtime, 'connect').mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    const events = listen();
    tts.speak(say('一'), events);
    tts.cancel();
    expect(events.heard).toEqual(['failed']);
    await expect(tts.voices()).rejects.toThrow('voices');
  });

  it('takes nothing from a stranger’s port, nor what is no order', async () => {
    (await import('../../extension/speech')).serveSpeech();
    const port = fake.runtime.connect({ name: 'mingdu-tts' });
    for (const order of [null, 'speak', { type: 'speak' }, { type: 'speak', id: 1, text: 'x', rate: '1', volume: 1, voice: '' }]) port.postMessage(order);
    fake.runtime.connect({ name: 'other' }).postMessage({ type: 'speak', id: 1, text: 'x', rate: 1, volume: 1, voice: '' });
    await settled();
    expect(told).toEqual([]);
  });
});

describe('the turn', () => {
  it('is told to every tab, also where some have no script of ours', async () => {
    await fake.storage.session.set({ came: true });
    await import('../../extension/background');
    fake.fake.tabs.push({ id: 2, url: '', active: false, windowId: 1 }, { id: 3, url: '', active: false, windowId: 1 });
    const sent: [number, unknown][] = [];
    vi.spyOn(fake.tabs, 'sendMessage').mockImplementation(async (id: number, message: unknown) => {
      if (id === 2) throw new Error('Receiving end does not exist.');
      sent.push([id, message]);
    });
    await fake.fake.deliver({ type: 'turn', by: '7-7' }, { id: 'mingdu@example' });
    expect(sent).toEqual([1, 3].map((id) => [id, { type: 'turn', by: '7-7' }]));
    await fake.fake.deliver({ type: 'turn', by: '7-7' }, { id: 'somebody@else' });
    expect(sent).toHaveLength(2);
  });

  it('pauses all but who took it, until they end', async () => {
    const { createTurn } = await import('../../extension/turn');
    const [one, two] = [createTurn(), createTurn()];
    const paused: string[] = [];
    const end = new AbortController();
    one.onTaken(() => paused.push('one'), end.signal);
    two.onTaken(() => paused.push('two'), end.signal);
    // What goes to the background comes from there to every page.
    vi.spyOn(fake.runtime, 'sendMessage').mockImplementation(async (message: unknown) => void fake.runtime.onMessage.dispatch(message, { id: 'mingdu@example' }));
    one.take();
    expect(paused).toEqual(['two']);
    two.take();
    expect(paused).toEqual(['two', 'one']);
    end.abort();
    two.take();
    expect(paused).toEqual(['two', 'one']);
  });
});
