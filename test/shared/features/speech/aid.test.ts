// @vitest-environment jsdom
// The speech aid in the runtime, as its player meets it: commands, what is offered, what is kept. Layout and marking are the browsers' tests.
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAssist, type Assist } from '../../../../shared/assist';
import type { FeatureContext, FeatureDescriptor, Speaker } from '../../../../shared/feature';
import { speechDescriptor } from '../../../../shared/features/speech/descriptor';
import { provide } from '../../../../shared/packs/registry';
import { rulesOf } from '../../../../shared/settings/check';
import { createFakeHost } from '../../../support/fake-host';
import { createFakeSpeech, type FakeSpeech } from '../../../support/fake-speech';
import { completeWindow } from '../../../support/jsdom-window';
import { cardinal } from '../../../../shared/speech/text/numbers';

/** An aid that shows what is said, as the caption does. */
const watcher: FeatureDescriptor = { id: 'watcher', settings: { watcher: { kind: 'toggle', default: false } }, main: 'watcher', icon: [], group: 'see' };
const first = (at: number) => `第${cardinal(String(at))}条规定，各单位应当认真办理相关事项。`;
const second = (at: number) => `第${cardinal(String(at))}条还要求按时报送有关材料。`;
const write = (count: number, from = 0) => {
  document.body.innerHTML = `<main>${Array.from({ length: count }, (_, at) => `<p>${first(at + from)}${second(at + from)}</p>`).join('')}</main>`;
};

let host: ReturnType<typeof createFakeHost>;
let end: AbortController;
let speaker: Speaker;
let fake: FakeSpeech;

async function open(settings: Record<string, unknown> = {}): Promise<Assist> {
  end = new AbortController();
  host.stored = { version: 1, ...(host.stored as object | null), on: true, settings: { watcher: true, ...settings } };
  const assist = createAssist({
    document, host, descriptors: [speechDescriptor, watcher], rules: rulesOf({ ...speechDescriptor.settings, ...watcher.settings }), version: '1.0.0', signal: end.signal,
    mount: () => ({ topInset: () => 0, focusFirst: () => {} }),
    sentence: ({ key }) => key,
    emit: () => undefined,
  });
  await assist.begin();
  return assist;
}
const heard = (text: string) => vi.waitFor(() => expect(fake.started.at(-1)).toBe(text));
const places = () => (host.stored as { places?: { page: string; text: string }[] }).places ?? [];

beforeAll(() => {
  completeWindow(window as Window & typeof globalThis);
  window.scrollBy = () => undefined;
});
beforeEach(() => {
  host = createFakeHost();
  provide('aid-watcher', { start: (context: FeatureContext) => void (speaker = context.speaker) });
  fake = createFakeSpeech('linux-chromium', 400);
  Object.defineProperty(window, 'speechSynthesis', { value: fake.synthesis, configurable: true });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: fake.Utterance, configurable: true });
});
afterEach(() => end.abort());

describe('commands of the player', () => {
  it('next and previous paragraph', async () => {
    write(5);
    const { command } = await open();
    await command('speech', 'play');
    await heard(first(0));
    await command('speech', 'nextPart');
    await heard(first(1));
    await command('speech', 'next');
    await heard(second(1));
    await command('speech', 'nextPart');
    await heard(first(2));
    await command('speech', 'next');
    await heard(second(2));
    // Within a paragraph to its beginning, from there to the one before; never before the first.
    await command('speech', 'previousPart');
    await heard(first(2));
    await command('speech', 'previousPart');
    await heard(first(1));
    await command('speech', 'previousPart');
    await command('speech', 'previousPart');
    await command('speech', 'previousPart');
    await heard(first(0));
  });

  it('what is said is told with its sentence and word, and nothing once it is idle', async () => {
    write(2);
    const { command } = await open();
    await command('speech', 'play');
    await heard(first(0));
    expect(speaker.said.value).toMatchObject({ text: first(0), sentence: { start: 0, text: first(0) } });
    await command('speech', 'stop');
    expect(speaker.said.value).toBeNull();
  });
});

describe('the place in an article', () => {
  async function readTo(at: number): Promise<void> {
    write(20);
    const { command } = await open();
    await command('speech', 'play');
    for (let done = 0; done < at; done += 1) await command('speech', 'nextPart');
    await heard(first(at));
    await command('speech', 'stop');
    await vi.waitFor(() => expect(places()).toHaveLength(1));
    end.abort();
  }

  it('is offered when reading begins at the beginning; taken up, it goes on from the very sentence, found by its text', async () => {
    await readTo(7);
    // Two paragraphs fewer before it.
    write(18, 2);
    const { command } = await open();
    await command('speech', 'play');
    await heard(first(2));
    expect(speaker.offer.value).toBe(first(7));
    await command('speech', 'resume');
    await heard(first(7));
    expect(speaker.offer.value).toBeNull();
    await command('speech', 'next');
    await heard(second(7));
  });

  it('a rewritten sentence is found by the one before it', async () => {
    await readTo(7);
    write(20);
    const paragraph = document.querySelectorAll('p')[7];
    if (paragraph) paragraph.textContent = '第七条已经改写成别的样子了。';
    const { command } = await open();
    await command('speech', 'play');
    await heard(first(0));
    expect(speaker.offer.value).toBe('第七条已经改写成别的样子了。');
    await command('speech', 'resume');
    await heard('第七条已经改写成别的样子了。');
  });

  it('under 连读 it is offered as the page opens, without a sound, and without a place the beginning is', async () => {
    await readTo(7);
    write(20);
    await open({ speech: 'continuous' });
    await vi.waitFor(() => expect(speaker.offer.value).toBe(first(7)));
    end.abort();
    host.stored = { version: 1 };
    const { command } = await open({ speech: 'continuous' });
    await vi.waitFor(() => expect(speaker.offer.value).toBe(first(0)));
    const before = fake.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(fake.calls).toHaveLength(before);
    await command('speech', 'resume');
    await heard(first(0));
  });

  it('is not offered on another page, nor with a broken store', async () => {
    await readTo(7);
    host.stored = { version: 1, places: [{ page: 'x', text: 1 }, null, 'no', { ...places()[0], page: 'another' }] };
    write(20);
    const { command } = await open();
    await command('speech', 'play');
    await heard(first(0));
    expect(speaker.offer.value).toBeNull();
    expect(host.reports).toEqual([]);
  });
});
