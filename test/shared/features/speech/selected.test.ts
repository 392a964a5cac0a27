// 朗读所选: what is selected is said, to the character, and nothing else; the setting stays.
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAssist, type Assist } from '../../../../shared/assist';
import { speechDescriptor } from '../../../../shared/features/speech/descriptor';
import { atLength, inShort } from '../../../../shared/settings/aids-in-short';
import { rulesOf } from '../../../../shared/settings/check';
import { createFakeHost } from '../../../support/fake-host';
import { createFakeSpeech, type FakeSpeech } from '../../../support/fake-speech';
import { completeWindow } from '../../../support/jsdom-window';

let end: AbortController;
let assist: Assist;
let fake: FakeSpeech;
let said: string[];
const host = createFakeHost();
const at = (id: string) => document.getElementById(id)?.firstChild as Text;

beforeAll(() => {
  completeWindow(window as Window & typeof globalThis);
  window.scrollBy = () => undefined;
});
beforeEach(async () => {
  document.body.innerHTML = `<nav><a id="link" href="#">政务公开</a></nav><main><h1 id="title">关于道路的通知</h1>
    <p id="one">各单位应当认真办理。请按时报送有关材料，不得延误。</p><p id="two">本通知自印发之日起施行。</p>
    <table><thead><tr><th>名称</th><th>标准</th></tr></thead><tbody><tr><td>农村低保</td><td id="cell">三千六百元</td></tr><tr><td>城市低保</td><td>八千元</td></tr></tbody></table></main>
    <input value="写的字"><p id="marks">……！</p>`;
  fake = createFakeSpeech('linux-chromium', 5);
  Object.defineProperty(window, 'speechSynthesis', { value: fake.synthesis, configurable: true });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: fake.Utterance, configurable: true });
  host.stored = { version: 1, on: true };
  said = [];
  end = new AbortController();
  const rules = rulesOf(speechDescriptor.settings);
  assist = createAssist({
    document, host, descriptors: atLength([inShort(speechDescriptor)], rules), rules, version: '1.0.0', signal: end.signal,
    mount: () => ({ topInset: () => 0, focusFirst: () => {} }),
    sentence: ({ key }) => key,
    emit: () => undefined,
  });
  await assist.begin();
  assist.speaking.watch(({ text }) => text && said.at(-1) !== text && said.push(text), end.signal);
});
afterEach(() => end.abort());

async function read(start: Node, from: number, last: Node, to: number): Promise<string[]> {
  window.getSelection()?.setBaseAndExtent(start, from, last, to);
  await assist.command('speech', 'selection');
  await vi.waitFor(() => expect(assist.speaking.value.state).toBe('idle'), 10_000);
  return fake.started;
}

describe('the selection', () => {
  it('is read from its first character to its last', async () => {
    expect(await read(at('one'), 3, at('two'), 3)).toEqual(['应当认真办理。', '请按时报送有关材料，不得延误。', '本通知']);
    expect(said).toEqual(['应当认真办理。', '请按时报送有关材料，不得延误。', '本通知']);
    expect(assist.settings.value['speech']).toBe('off');
    expect(host.stored).toEqual({ version: 1, on: true });
  });

  it('is read with no word about what kind of text it is', async () => {
    expect(await read(at('title'), 0, at('title'), 4)).toEqual(['关于道路']);
    fake.started.length = 0;
    expect(await read(at('link'), 0, at('link'), 4)).toEqual(['政务公开']);
    fake.started.length = 0;
    expect(await read(at('cell'), 0, at('cell'), 5)).toEqual(['三千六百元']);
  });

  it('is read though the store changes while the aid comes', async () => {
    window.getSelection()?.setBaseAndExtent(at('two'), 0, at('two'), 3);
    const done = assist.command('speech', 'selection');
    for (let turn = 0; turn < 60; turn += 1) {
      host.writeElsewhere({ version: 1, on: true, seen: turn });
      await null;
    }
    await done;
    await vi.waitFor(() => expect(fake.started).toEqual(['本通知']));
  });

  it('can be a word in a sentence', async () => {
    expect(await read(at('one'), 12, at('one'), 14)).toEqual([at('one').data.slice(12, 14)]);
  });

  it('takes over from what is being read, and 停止 ends it', async () => {
    await assist.command('speech', 'play');
    await vi.waitFor(() => expect(fake.started.length).toBeGreaterThan(0));
    window.getSelection()?.selectAllChildren(document.querySelector('main') as HTMLElement);
    await assist.command('speech', 'selection');
    await vi.waitFor(() => expect(assist.speaking.value).toMatchObject({ state: 'speaking' }));
    await assist.command('speech', 'stop');
    expect(assist.speaking.value.state).toBe('idle');
  });

  it.each([['marks', 0, 2], ['two', 1, 1]] as const)('that says nothing (%s, %d to %d) is told', async (id, from, to) => {
    expect(await read(at(id), from, at(id), to)).toEqual([]);
    expect(assist.notice.value).toMatchObject({ key: 'nothing-selected', id: 'speech' });
  });
});
