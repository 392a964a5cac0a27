import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Assist, AssistOptions } from '../../shared/assist';
import { createAssist } from '../../shared/assist';
import type { FeatureContext, FeatureDescriptor } from '../../shared/feature';
import type { Live } from '../../shared/live';
import { provide } from '../../shared/packs/registry';
import { rulesOf } from '../../shared/settings/check';
import { createFakeHost } from '../support/fake-host';
import { completeWindow } from '../support/jsdom-window';

const toy: FeatureDescriptor = {
  id: 'toy',
  settings: { toy: { kind: 'choice', options: ['off', 'one', 'two'] }, level: { kind: 'range', min: 0, max: 9, step: 1, default: 0 } },
  main: 'toy',
  commands: ['shout', 'hush'],
  icon: [],
  group: 'see',
};
const other: FeatureDescriptor = { id: 'other', settings: { other: { kind: 'toggle', default: false } }, main: 'other', icon: [], group: 'see' };
const RULES = rulesOf({ ...toy.settings, ...other.settings });

let host: ReturnType<typeof createFakeHost>;
let end: AbortController;
let events: [string, unknown][];
let contexts: FeatureContext[];
let otherStart: (context: FeatureContext) => void | Promise<void>;

function create(more: Partial<AssistOptions> = {}): Assist {
  return createAssist({
    document, host, descriptors: [toy, other], rules: RULES, version: '1.0.0', signal: end.signal,
    mount: () => ({ topInset: () => 0, focusFirst: () => {} }),
    sentence: ({ key }) => `sentence of ${key}`,
    emit: (type, detail) => events.push([type, detail]),
    ...more,
  });
}

beforeAll(() => completeWindow(window as Window & typeof globalThis));
beforeEach(() => {
  document.body.innerHTML = '<p style="color:red">文字</p>';
  host = createFakeHost();
  end = new AbortController();
  events = [];
  contexts = [];
  otherStart = () => {};
  provide('aid-toy', {
    start(context: FeatureContext) {
      contexts.push(context);
      context.edits.mark(document.body, 'toy', 'on');
      context.settings.watch(({ toy: value }) => context.edits.sheet('toy', `p{order:${value === 'one' ? 1 : 2}}`));
      context.onCommand('shout', () => {
        context.speaking.set({ state: 'speaking', text: '嗨' });
        context.hold(true);
      });
      context.onCommand('hush', () => {
        context.speaking.set({ state: 'idle', text: '' });
        context.hold(false);
      });
    },
  });
  provide('aid-other', { start: (context: FeatureContext) => otherStart(context) });
});
afterEach(() => end.abort());

const types = () => events.map(([type]) => type);

describe('the runtime', () => {
  it('does nothing to the page until it is asked', async () => {
    const before = document.documentElement.outerHTML;
    await create().begin();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(events).toEqual([]);
  });

  it('opened by keyboard the focus moves while an aid is still getting ready', async () => {
    let isFocused = false;
    let ready: () => void = () => {};
    otherStart = () => new Promise<void>((resolve) => (ready = resolve));
    host.drawsToolbar = true;
    host.stored = { version: 1, settings: { other: true } };
    const assist = create({ mount: () => ({ topInset: () => 0, focusFirst: () => void (isFocused = true) }) });
    const opened = assist.open(true);
    await expect.poll(() => isFocused).toBe(true);
    ready();
    await opened;
  });

  it('starts an aid once, tells it of changes, and stops it at the default', async () => {
    const assist = create();
    await assist.set({ toy: 'one' });
    await assist.set({ toy: 'two', level: 3 });
    expect(contexts).toHaveLength(1);
    expect(contexts[0]?.settings.value).toEqual({ toy: 'two', level: 3 });
    await assist.set({ toy: 'off' });
    expect(contexts[0]?.signal.aborted).toBe(true);
    expect(document.body.hasAttribute('data-mingdu-x-toy')).toBe(false);
    expect(host.stored).toMatchObject({ on: true, toolbar: 'none', settings: { level: 3 } });
  });

  it('what an aid follows without a signal of its own waits for the end of that aid, of nothing that lasts longer', async () => {
    const ends = new Set<unknown>();
    let own: AbortSignal | undefined;
    otherStart = ({ signal, speaking, looks, settings, all, speaker, kept }) => {
      own = signal;
      const add = vi.spyOn(AbortSignal.prototype, 'addEventListener');
      const lives = [speaking, looks, settings, all, speaker.said, speaker.offer, speaker.isAway, speaker.isPreparing, speaker.stops, kept('places').value];
      for (const live of lives) (live as Live<unknown>).watch(() => undefined);
      // Each of them, and the store behind what is kept.
      expect(add).toHaveBeenCalledTimes(lives.length + 1);
      for (const one of add.mock.contexts) ends.add(one);
      add.mockRestore();
    };
    await create().set({ other: true });
    expect(host.reports).toEqual([]);
    expect([...ends]).toEqual([own]);
  });

  it('rejects a bad patch whole', async () => {
    const assist = create();
    await expect(assist.set({ toy: 'one', level: 10 })).rejects.toThrow(/level cannot be 10/);
    expect(assist.settings.value).toMatchObject({ toy: 'off', level: 0 });
    expect(host.stored).toBeNull();
  });

  it('applies what was stored, and everything is back after close', async () => {
    host.stored = { version: 1, on: true, toolbar: 'none', settings: { toy: 'one' } };
    const before = document.documentElement.outerHTML;
    const assist = create();
    await assist.begin();
    expect(document.body.getAttribute('data-mingdu-x-toy')).toBe('on');
    await assist.close();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(host.stored).toMatchObject({ on: false, settings: { toy: 'one' } });
    await assist.set({ level: 2 });
    expect(document.body.getAttribute('data-mingdu-x-toy')).toBe('on');
  });

  it('tells of opening, also after a change without the toolbar', async () => {
    host.drawsToolbar = true;
    const assist = create();
    await assist.set({ level: 1 });
    expect(types()).toEqual(['change']);
    await assist.open();
    await assist.open();
    expect(types()).toEqual(['change', 'open']);
  });

  it('resets what is stored without switching the assist on', async () => {
    host.stored = { version: 1, on: false, toolbar: 'none', settings: { toy: 'one' } };
    const assist = create();
    await assist.choices.reset();
    expect(host.stored).toMatchObject({ on: false, settings: {} });
    expect(contexts).toEqual([]);
  });

  it('tells of opening, changes and closing', async () => {
    host.drawsToolbar = true;
    const assist = create();
    await assist.open();
    await assist.set({ level: 2 });
    await assist.close();
    expect(types()).toEqual(['open', 'change', 'close']);
    expect(events[1]?.[1]).toEqual({ patch: { level: 2 }, settings: { toy: 'off', level: 2, other: false } });
  });

  it('lets one aid fail without the others, and an edit after the stop is no failure', async () => {
    let edits: FeatureContext['edits'] | undefined;
    otherStart = async (context) => {
      edits = context.edits;
      context.edits.mark(document.body, 'other', '1');
      await Promise.resolve();
      throw new Error('broken');
    };
    const assist = create();
    await assist.set({ toy: 'one', other: true });
    expect(host.reports.map(({ id }) => id)).toEqual(['other']);
    expect(assist.notice.value).toEqual({ key: 'aid-failed', id: 'other' });
    expect(events.find(([type]) => type === 'error')?.[1]).toEqual({ id: 'other', message: 'sentence of aid-failed' });
    expect(document.body.getAttribute('data-mingdu-x-other')).toBeNull();
    expect(document.body.getAttribute('data-mingdu-x-toy')).toBe('on');
    expect(() => edits?.mark(document.body, 'other', '2')).toThrow(expect.objectContaining({ name: 'AbortError' }));
  });

  it('takes an AbortError after the stop for an ordinary stop', async () => {
    let go: () => void = () => {};
    otherStart = async (context) => {
      await new Promise<void>((resolve) => (go = resolve));
      context.edits.mark(document.body, 'other', 'late');
    };
    const assist = create();
    const set = assist.set({ other: true });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await assist.close();
    go();
    await set;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(host.reports).toEqual([]);
    expect(document.body.hasAttribute('data-mingdu-x-other')).toBe(false);
  });

  it('a command starts an aid that is off, which holds itself until it is done', async () => {
    const assist = create();
    await assist.command('toy', 'shout');
    expect(assist.settings.value['toy']).toBe('off');
    expect(assist.speaking.value.state).toBe('speaking');
    await assist.set({ level: 1 });
    expect(contexts[0]?.signal.aborted).toBe(false);
    await assist.command('toy', 'hush');
    await new Promise((resolve) => setTimeout(resolve));
    expect(contexts[0]?.signal.aborted).toBe(true);
  });

  it('what an aid holds for one reason goes on when another reason is over', async () => {
    const assist = create();
    await assist.command('toy', 'shout');
    contexts[0]?.hold(true, 'panel');
    await assist.command('toy', 'hush');
    await new Promise((resolve) => setTimeout(resolve));
    expect(contexts[0]?.signal.aborted).toBe(false);
    contexts[0]?.hold(false, 'panel');
    await new Promise((resolve) => setTimeout(resolve));
    expect(contexts[0]?.signal.aborted).toBe(true);
  });

  it('an aid changes settings as a press does: stored, and taken back by undo; a wrong one is reported', async () => {
    const assist = create();
    await assist.command('toy', 'shout');
    contexts[0]?.choose({ level: 4 });
    await expect.poll(() => host.stored).toMatchObject({ settings: { level: 4 } });
    expect([assist.settings.value['level'], contexts[0]?.settings.value['level'], assist.choices.undoable.value]).toEqual([4, 4, { before: { level: 0 }, set: { level: 4 } }]);
    contexts[0]?.choose({ level: 10 });
    await expect.poll(() => host.reports.map(({ id }) => id)).toEqual(['toy']);
    expect(assist.settings.value['level']).toBe(4);
  });

  it('other commands start nothing, and nobody waits for the work of an aid that was stopped', async () => {
    otherStart = () => new Promise(() => {});
    const assist = create();
    await assist.command('toy', 'hush');
    expect(host.stored).toBeNull();
    expect(contexts).toEqual([]);
    const set = assist.set({ other: true });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await assist.close();
    await set;
    await assist.settled();
  });

  it('takes back the last change, a run of steps as one, and resets all', async () => {
    const assist = create();
    await assist.set({ toy: 'one' });
    await assist.set({ level: 1 });
    await assist.set({ level: 2 });
    expect(assist.choices.undoable.value).toEqual({ before: { level: 0 }, set: { level: 2 } });
    await assist.choices.undo();
    expect(assist.settings.value).toMatchObject({ toy: 'one', level: 0 });
    await assist.choices.reset();
    expect(assist.settings.value).toMatchObject({ toy: 'off' });
    await assist.choices.undo();
    expect(assist.settings.value).toMatchObject({ toy: 'one' });
  });

  it('says once that the store refuses, and goes on', async () => {
    host.isFull = true;
    const assist = create();
    await assist.set({ toy: 'one' });
    await assist.set({ level: 2 });
    expect(assist.settings.value).toMatchObject({ toy: 'one', level: 2 });
    expect(events.filter(([type]) => type === 'error')).toEqual([['error', { id: 'storage', message: 'sentence of storage' }]]);
  });

  it('follows another tab, also out', async () => {
    const assist = create();
    await assist.begin();
    host.writeElsewhere({ on: true, settings: { toy: 'two' } });
    await assist.settled();
    expect(document.body.getAttribute('data-mingdu-x-toy')).toBe('on');
    host.writeElsewhere({ on: false, settings: { toy: 'two' } });
    expect(document.body.hasAttribute('data-mingdu-x-toy')).toBe(false);
    expect(assist.choices.undoable.value).toBeNull();
  });

  it('is over when its signal aborts', async () => {
    const before = document.documentElement.outerHTML;
    const assist = create();
    await assist.set({ toy: 'one' });
    end.abort();
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
