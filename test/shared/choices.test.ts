import { beforeEach, describe, expect, it } from 'vitest';
import type { Choices } from '../../shared/choices';
import { createChoices } from '../../shared/choices';
import { FEATURES } from '../../shared/features/index';
import { createLive } from '../../shared/live';
import { parseSettings } from '../../shared/settings/check';
import type { Rules } from '../../shared/settings/check';
import { MORE_PRESETS } from '../../shared/settings/more-presets';
import { elderValues } from '../../shared/settings/presets';
import type { Patch, Settings } from '../../shared/settings/schema';

const RULES: Rules = {
  textSize: [100, 100, 300],
  spacing: ['page', 'wide', 'wider'],
  pointer: ['page', 'large', 'larger'],
  contrast: ['off', 'yellow-on-black'],
  pinyin: ['off', 'all'],
  still: false,
};
const DEFAULTS = parseSettings(RULES, {});
const UNDO = 'mingdu-undo';

let body: number;
let looked: number;
let settings: ReturnType<typeof createLive<Settings>>;
let kept: unknown;
let choices: Choices;
let view: Window;

/** The next page of the same tab, with what is stored. */
function nextPage(): void {
  choices = createChoices({
    rules: RULES,
    settings,
    view,
    bodyPx: () => (looked++, body),
    kept: () => kept,
    async write(patch, _asked, next) {
      if (next) kept = JSON.parse(JSON.stringify({ ...Object(kept), ...next }));
      settings.set(parseSettings(RULES, { ...settings.value, ...patch }));
    },
  });
  choices.begin(true);
}

beforeEach(() => {
  body = 14;
  looked = 0;
  kept = undefined;
  sessionStorage.clear();
  view = window;
  settings = createLive<Settings>(DEFAULTS);
  nextPage();
});

/** What another tab set. */
const elsewhere = (patch: Patch) => settings.set(parseSettings(RULES, { ...settings.value, ...patch }));

describe('the elder preset', () => {
  it.each([[12, 200], [14, 175], [16, 150], [24, 150], [6, 300]])('brings body text of %i px to at least 24 px by %i percent', async (px, percent) => {
    body = px;
    await choices.preset('elder');
    expect(settings.value['textSize']).toBe(percent);
    expect(choices.isPresetOn('elder')).toBe(true);
  });

  it('is one step for undo, which leaves nothing of it', async () => {
    await choices.preset('elder');
    expect(choices.undoable.value?.preset).toBe('elder');
    await choices.undo();
    expect(settings.value).toEqual(DEFAULTS);
    expect(choices.isPresetOn('elder')).toBe(false);
    expect(choices.layers()).toEqual([]);
  });

  it('does not look through the page to learn that it is off where text is hardly enlarged', async () => {
    for (const textSize of [100, 125]) {
      await choices.change({ textSize, spacing: 'wide', pointer: 'large', still: true });
      expect(choices.isPresetOn('elder')).toBe(false);
    }
    expect(looked).toBe(0);
    await choices.change({ textSize: 175 });
    expect(choices.isPresetOn('elder')).toBe(true);
    expect(looked).toBe(1);
  });

  it('on a page of smaller text it asks for more, and then still brings back what was at first', async () => {
    await choices.change({ textSize: 125 });
    await choices.preset('elder');
    body = 12;
    expect(choices.isPresetOn('elder')).toBe(false);
    await choices.preset('elder');
    expect(settings.value['textSize']).toBe(200);
    await choices.preset('elder');
    expect(settings.value).toEqual({ ...DEFAULTS, textSize: 125 });
  });
});

describe('a second press', () => {
  it('brings back what was, and keeps what was changed by hand since', async () => {
    await choices.change({ spacing: 'wider', textSize: 125 });
    await choices.preset('elder');
    await choices.change({ pinyin: 'all' });
    await choices.preset('elder');
    expect(settings.value).toMatchObject({ spacing: 'wider', textSize: 125, pointer: 'page', still: false, pinyin: 'all' });
  });

  it('keeps a value of its own that was changed by hand since', async () => {
    await choices.preset('elder');
    await choices.change({ textSize: 250 });
    expect(choices.isPresetOn('elder')).toBe(true);
    await choices.preset('elder');
    expect(settings.value).toEqual({ ...DEFAULTS, textSize: 250 });
  });

  it('also on the next page', async () => {
    await choices.change({ spacing: 'wider' });
    await choices.preset('elder');
    nextPage();
    expect(choices.isPresetOn('elder')).toBe(true);
    await choices.preset('elder');
    expect(settings.value).toEqual({ ...DEFAULTS, spacing: 'wider' });
  });

  it.each([['first', ['elder', 'sight']], ['last', ['sight', 'elder']]])('brings back what was, whichever of two goes: the one pressed %s', async (_, order) => {
    const sight = { textSize: 300, pointer: 'larger', contrast: 'yellow-on-black' };
    await choices.change({ textSize: 125 });
    await choices.preset('elder');
    await choices.preset('sight', sight);
    expect(settings.value).toMatchObject({ ...sight, spacing: 'wide' });
    await choices.preset(order[0] ?? '', order[0] === 'sight' ? sight : undefined);
    expect(settings.value).toMatchObject(order[0] === 'sight' ? { ...elderValues(14), contrast: 'off' } : { ...sight, spacing: 'page', still: false });
    await choices.preset(order[1] ?? '', order[1] === 'sight' ? sight : undefined);
    expect(settings.value).toEqual({ ...DEFAULTS, textSize: 125 });
    expect(choices.layers()).toEqual([]);
  });

  it('after 重置 is a first one again', async () => {
    await choices.preset('elder');
    await choices.reset();
    expect(choices.layers()).toEqual([]);
    await choices.preset('elder');
    expect(choices.isPresetOn('elder')).toBe(true);
    await choices.undo();
    await choices.undo();
    expect(choices.isPresetOn('elder')).toBe(true);
  });
});

describe('what the reader made of a preset', () => {
  it('is what it sets, and nothing else', async () => {
    await choices.step({}, false, 'elder', { elder: { contrast: 'yellow-on-black' } });
    await choices.preset('elder');
    expect(settings.value).toEqual({ ...DEFAULTS, contrast: 'yellow-on-black' });
    await choices.preset('elder');
    expect(settings.value).toEqual(DEFAULTS);
  });

  it('comes and goes by undo, another tab\'s own stays', async () => {
    await choices.step({}, false, 'elder', { elder: { pinyin: 'all' } });
    kept = { ...Object(kept), mine: { textSize: 200 } };
    expect(choices.undoable.value?.preset).toBe('elder');
    await choices.undo();
    expect(choices.ownOf('elder')).toEqual({});
    expect(choices.ownOf('mine')).toEqual({ textSize: 200 });
  });

  it.each([[{ textSize: 999, spacing: 'huge' }], ['text'], [[1]], [null], [7]])('broken, as %j, it is as it came', async (broken) => {
    kept = { elder: broken };
    await choices.preset('elder');
    expect(settings.value).toMatchObject(elderValues(14));
  });

  it('is taken key by key, never clamped, and never by what is no setting', async () => {
    kept = { elder: { textSize: 301, pinyin: 'all', lamp: true, __proto__: { still: true } } };
    await choices.preset('elder');
    expect(settings.value).toEqual({ ...DEFAULTS, pinyin: 'all' });
  });

  it.each([['text'], [{ on: 'x' }], [{ on: [null, 4, { id: 'elder' }, { id: 'elder', was: 3, set: { textSize: 'a' } }] }]])('broken layers %j bring nothing back', async (broken) => {
    kept = broken;
    await choices.preset('elder');
    expect(choices.isPresetOn('elder')).toBe(true);
    await choices.preset('elder');
    expect(settings.value).toEqual(DEFAULTS);
  });
});

it.each(MORE_PRESETS.map((one) => [one.id, one] as const))('%s goes on and back with the settings that this build has', async (id, { values }) => {
  await choices.preset(id, values);
  const known = Object.fromEntries(Object.entries(values).filter(([key]) => key in RULES && key !== 'focus'));
  expect(settings.value).toEqual(parseSettings(RULES, known));
  if (Object.keys(known).length > 0) expect(choices.isPresetOn(id, values)).toBe(true);
  await choices.preset(id, values);
  expect(settings.value).toEqual(DEFAULTS);
});

it('what a preset sets is a value that its setting allows', () => {
  const schema = Object.assign({}, ...FEATURES.map((one) => one.settings)) as Record<string, { kind: string; options?: string[]; min?: number; max?: number }>;
  for (const values of [elderValues(16), ...MORE_PRESETS.map((one) => one.values)]) {
    for (const [key, value] of Object.entries(values)) {
      const setting = schema[key];
      if (setting === undefined) expect(key, 'not of this build').toBe('cursor');
      else if (setting.kind === 'choice') expect(setting.options).toContain(value);
      else if (setting.kind === 'range') expect(value).toSatisfy((one: number) => one >= (setting.min ?? NaN) && one <= (setting.max ?? NaN));
      else expect(value).toBe(true);
    }
  }
});

describe('undo', () => {
  it('takes steps back one by one, and says when there is none', async () => {
    await choices.change({ pinyin: 'all' });
    await choices.change({ spacing: 'wide' });
    await choices.undo();
    expect(settings.value).toMatchObject({ pinyin: 'all', spacing: 'page' });
    await choices.undo();
    expect(settings.value).toMatchObject({ pinyin: 'off' });
    expect(choices.undoable.value).toBeNull();
    await choices.undo();
  });

  it('does not count a change that changes nothing', async () => {
    await choices.change({ pinyin: 'off' });
    expect(choices.undoable.value).toBeNull();
  });

  it('takes a run of presses of one stepper for one step', async () => {
    for (const textSize of [125, 150, 175]) await choices.change({ textSize });
    await choices.change({ pinyin: 'all' });
    await choices.undo();
    expect(settings.value['textSize']).toBe(175);
    await choices.undo();
    expect(settings.value['textSize']).toBe(100);
  });

  it('survives a page change: the last step alone', async () => {
    await choices.change({ pinyin: 'all' });
    await choices.preset('elder');
    nextPage();
    expect(choices.undoable.value?.preset).toBe('elder');
    await choices.undo();
    expect(settings.value).toEqual({ ...DEFAULTS, pinyin: 'all' });
    expect(choices.isPresetOn('elder')).toBe(false);
    expect(choices.undoable.value).toBeNull();
    expect(sessionStorage.getItem(UNDO)).toBeNull();
  });

  it('is forgotten with 退出, and where the next page is off', async () => {
    await choices.change({ pinyin: 'all' });
    const left = sessionStorage.getItem(UNDO);
    choices.begin(false);
    expect(choices.undoable.value).toBeNull();
    expect(sessionStorage.getItem(UNDO)).toBeNull();
    sessionStorage.setItem(UNDO, left ?? '');
    choices.begin(false);
    expect(choices.undoable.value).toBeNull();
    expect(sessionStorage.getItem(UNDO)).toBeNull();
  });

  it('never takes back what another tab has set since', async () => {
    await choices.change({ pinyin: 'all' });
    elsewhere({ textSize: 200 });
    expect(choices.undoable.value?.before).toEqual({ pinyin: 'off' });
    await choices.preset('elder');
    elsewhere({ spacing: 'wider' });
    await choices.undo();
    expect(settings.value).toMatchObject({ textSize: 200, spacing: 'wider', pointer: 'page' });
    elsewhere({ pinyin: 'off' });
    expect(choices.undoable.value).toBeNull();
  });

  it('is not taken over by a tab that this one opened', async () => {
    await choices.change({ pinyin: 'all' });
    view = { sessionStorage, opener: {} } as unknown as Window;
    nextPage();
    expect(choices.undoable.value).toBeNull();
  });

  it.each(['', 'no json', '7', '[1]', '{"before":{"textSize":"x"},"set":5}', '{"before":null}'])('broken content %j is no step', (text) => {
    sessionStorage.setItem(UNDO, text);
    nextPage();
    expect(choices.undoable.value).toBeNull();
  });

  it.each([
    ['blocked', { get sessionStorage(): Storage { throw new DOMException('blocked', 'SecurityError'); } }],
    ['absent', {}],
    ['none at all', null],
  ])('works on this page where the session store is %s', async (_, window) => {
    view = window as unknown as Window;
    nextPage();
    await choices.change({ pinyin: 'all' });
    await choices.undo();
    expect(settings.value).toEqual(DEFAULTS);
  });
});
